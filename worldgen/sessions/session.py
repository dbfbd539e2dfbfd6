"""One person's world, live: what may happen when, and what happens then.

    empty ──start──▶ starting ──first frame──▶ walking ◀──pause──▶ paused
                        ▲                         │                  │
                        └──── start, restart ─────┴── ended ◀──stop──┘

Two threads meet here. The event loop brings messages in (`attach`, `receive`,
`detach`); the device's thread does the work (`due_s`, `work`), and only it
touches the world and the recording. What they share is `Standing`.

A lost connection ends nothing: controls are let go, no frame is made, and who
comes back with the same token sees the last frame and walks on.

Not here: who may have a session and for how long (`serving`), sockets (`web`).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from math import inf
from pathlib import Path

from worldgen.errors import ProtocolError, SessionError, StorageError, WorldgenError
from worldgen.recording import read_picture
from worldgen.sessions import protocol as wire
from worldgen.sessions.config import SessionConfig
from worldgen.sessions.keys import Controls, Taken
from worldgen.sessions.marked import Marked
from worldgen.sessions.orders import Begin, Finish, Order, Return, TakeUp
from worldgen.sessions.outbox import Outbox
from worldgen.sessions.pacing import AckWindow, Cadence
from worldgen.sessions.picture import HeldPicture
from worldgen.sessions.ports import Device, LiveWorld, OpenRecorder, OpenWorld
from worldgen.sessions.problems import problem_of
from worldgen.sessions.protocol import Stage
from worldgen.sessions.screen import Screen
from worldgen.sessions.standing import GOING, Standing
from worldgen.sessions.status import status_of, welcome_of
from worldgen.sessions.view import pack, preview
from worldgen.sessions.walk import LiveWalk
from worldgen.sessions.walks import Walks
from worldgen.types import Action, Frame, tidy_text


class Session:
    """One person's place at a device.

    Attributes:
        screen: who is looking.
    """

    def __init__(
        self,
        config: SessionConfig,
        device: Device,
        open_recorder: OpenRecorder,
        wake: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.screen = Screen(AckWindow(config.window_frames), clock)
        self._config = config
        self._device = device
        self._open_recorder = open_recorder
        self._wake = wake
        self._clock = clock
        self._standing = Standing()
        self._picture = HeldPicture()
        self._last_input_s = clock()
        self._controls = Controls()
        self._cadence = Cadence(config.max_fps)
        self._world: LiveWorld | None = None
        self._walks = Walks()

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return self._standing.now.stage

    @property
    def seated(self) -> bool:
        """Whether it takes up a seat at the device: it walks, or is about to."""
        return self._standing.now.seated

    @property
    def folder(self) -> Path | None:
        """Where the walk that goes on is recorded; None if there is none."""
        walk = self._walks.current
        return None if walk is None else walk.folder

    @property
    def idle_s(self) -> float:
        """Seconds since the person last did anything."""
        return self._clock() - self._last_input_s

    # ------------------------------------------------------------ the event loop's side

    def attach(self, outbox: Outbox) -> None:
        """A page is connected: it is told where things stand, and shown the last frame."""
        self._controls.forget()
        self.screen.attach(outbox, self._greetings)
        self._wake()

    def detach(self, outbox: Outbox) -> None:
        """That page's connection is gone; everything it held is let go."""
        if self.screen.detach(outbox):
            self._controls.forget()

    def receive(self, message: wire.ClientMessage) -> None:
        """Take one message in; never waits for the device.

        Raises:
            WorldgenError: it cannot be done now, or not at all; the session goes on.
        """
        match message:
            case wire.Ack():
                self.screen.acked(message.walk, message.index)
            case wire.Control() | wire.Fly():
                self._steer(message)
            case wire.Event():
                self._hear(message.text)
            case wire.Edit():
                self._last_input_s = self._clock()
                self._standing.hear(Marked.of(message), message.walk)
            case wire.Pause():
                self.pause("Paused") if message.on else self._resume()
            case wire.Picture():
                self.screen.say(self._picture.take(message.data))
            case wire.Start():
                self._give(Begin(prompt=self._picture.prompt(message), seed=message.seed))
            case wire.Restart():
                self._restart()
            case wire.Peek() | wire.Rewind():
                self._look_back(message)
            case wire.Stop():
                self.finish("stopped", "The walk is over")
            case _:
                raise ProtocolError(f"a session takes no {type(message).__name__} messages")
        self._wake()

    def take_up(self, folder: Path) -> None:
        """Go on with a walk that another server left, as soon as the device comes by."""
        self._give(TakeUp(folder=folder))

    def pause(self, note: str) -> None:
        """Hold a walking world still, and say why."""
        if self._standing.pause(note):
            self.announce()

    def finish(self, reason: str, text: str) -> None:
        """End the walk, as soon as the device comes by."""
        if self.seated:
            self._give(Finish(reason=reason, text=text))

    def announce(self) -> None:
        """Tell the page where things stand."""
        self.screen.tell(self._status)

    def _steer(self, message: wire.Control | wire.Fly) -> None:
        if isinstance(message, wire.Fly):
            self._controls.flies = message.on
            self.announce()
        elif not self._controls.put(message):
            return
        self._last_input_s = self._clock()

    def _resume(self) -> None:
        self._last_input_s = self._clock()
        if self._standing.resume():
            self._controls.release()
            self.announce()

    def _restart(self) -> None:
        begun = self._standing.begun
        if begun is None:
            raise SessionError("there is no walk to begin again; start one first")
        self._give(begun)

    def _give(self, order: Order) -> None:
        self._last_input_s = self._clock()
        self._standing.give(order)
        self.announce()
        self._wake()

    def _hear(self, text: str) -> None:
        words = tidy_text(text)
        if not words:
            return
        self._last_input_s = self._clock()
        self._standing.hear(words)

    def _look_back(self, message: wire.Peek | wire.Rewind) -> None:
        self._walks.of(message.walk).check(message.index)
        if isinstance(message, wire.Peek):
            self._peek(message.walk, message.index)
        else:
            self._go_back(message.walk, message.index)

    def _peek(self, number: int, index: int) -> None:
        folder = self._walks.of(number).folder
        if folder is None:
            raise SessionError("that walk has no recorded frame yet; wait a moment")
        self._last_input_s = self._clock()
        self.screen.say(preview(read_picture(folder, index), number, index))

    def _go_back(self, number: int, index: int) -> None:
        if self.stage not in GOING:
            raise SessionError("only a walk that goes on can go back; start one first")
        self.pause("Going back")
        self._give(Return(walk=number, index=index))

    def _greetings(self) -> tuple[wire.ServerMessage, ...]:
        begun, pictured = self._standing.begun, bool(self._picture)
        welcome = welcome_of(self._config, begun, pictured=pictured)
        return welcome, self._status(), self._walks.message()

    def _status(self) -> wire.Status:
        return status_of(self._device, self._standing.now, flying=self._controls.flies)

    # ------------------------------------------------------------ the device's side

    def due_s(self) -> float:
        """When `work` has something to do, on the session's clock; inf if nothing is asked for."""
        now = self._standing.now
        if now.is_ordered:
            return 0.0
        walks = now.stage is Stage.WALKING and self.screen.is_ready
        return self._cadence.due_s if walks else inf

    def work(self, open_world: OpenWorld) -> None:
        """Carry out an order, or make one frame; every failure becomes one clear message."""
        order = self._standing.take()
        try:
            match order:
                case Begin():
                    self._begin(order, open_world)
                case TakeUp():
                    self._take_up(order, open_world)
                case Return():
                    self._return(order)
                case Finish():
                    self._end(order.reason, order.text)
                case None:
                    self._step()
        except StorageError as error:
            self.screen.say(problem_of(error))
            self.pause("Paused: the recording could not be written")
        except WorldgenError as error:
            self.screen.say(problem_of(error))
            self._end("failed", str(error))
        except Exception as error:  # one person's failure must not stop the device
            logging.getLogger(__name__).exception("session.failed")
            text = f"The model failed: {type(error).__name__}: {error}. Start again, please."
            self.screen.say(wire.Problem(code="model", text=text))
            self._end("failed", text)

    def close(self) -> None:
        """Let go of the world and finish its recording; only the device's thread may."""
        self._walks.close()
        self._world = None

    def _begin(self, order: Begin, open_world: OpenWorld) -> None:
        number = self._opening("Dreaming the first view", order)
        walk = LiveWalk(self._at(open_world), self._open_recorder, order.prompt, order.seed)
        self._walks.begin(number, walk)
        began_s = self._clock()
        frame = walk.begin()
        self._device.start_s = self._clock() - began_s
        self._standing.opened(order, Stage.WALKING, walk.reading)
        self._arrived(frame, self._device.start_s)
        walk.record()

    def _take_up(self, order: TakeUp, open_world: OpenWorld) -> None:
        number = self._opening("Finding the way back to where you were", None)
        world = self._at(open_world)
        walk, frame = LiveWalk.taken_up(world, self._open_recorder, order.folder)
        self._walks.begin(number, walk)
        begun = Begin(prompt=walk.prompt, seed=walk.seed)
        self._standing.opened(begun, Stage.PAUSED, "Paused: the server was restarted; walk on")
        self._arrived(frame, 0.0)

    def _at(self, open_world: OpenWorld) -> LiveWorld:
        """The session's world; opened the first time."""
        if self._world is None:
            self._world = open_world()
        return self._world

    def _opening(self, note: str, begun: Begin | None) -> int:
        """A walk is about to begin, and the one before it is over; the new one's number."""
        number = self._standing.begin(note, begun)
        self._controls.release()
        self._controls.flies = False  # a world begins on the ground
        self.screen.clear(number)
        self.announce()
        return number

    def _arrived(self, frame: Frame, model_s: float) -> None:
        """A walk goes on from this frame: show it, and say which walk it is."""
        self._publish(frame, Taken(action=Action(), seq=0, at_ms=0.0), model_s)
        self.announce()
        self.screen.tell(self._walks.message)

    def _return(self, order: Return) -> None:
        if self.stage is not Stage.PAUSED:
            return
        number, frame = self._walks.go(order.walk, order.index, self._standing.next_walk)
        self._standing.went(number)
        self._controls.release()
        self.screen.clear(number)
        self._arrived(frame, 0.0)

    def _step(self) -> None:
        walk, words = self._walks.current, self._standing.take_words()
        if walk is None or words is None:
            return
        began_s = self._clock()
        self._cadence.began(began_s)
        walk.record()  # what a full disk kept back goes first
        for said in words:
            self._tell(walk, said)
        taken = self._controls.take()
        frame = walk.step(taken.action)
        self._publish(frame, taken, self._clock() - began_s)
        walk.record()

    def _tell(self, walk: LiveWalk, said: str | Marked) -> None:
        try:
            walk.tell(said)
        except WorldgenError as error:
            self.screen.say(problem_of(error))

    def _publish(self, frame: Frame, taken: Taken, model_s: float) -> None:
        view = pack(
            frame,
            walk=self._standing.now.walk,
            taken=taken,
            model_ms=model_s * 1000,
            config=self._config.view,
        )
        self.screen.show(frame.index, view)

    def _end(self, reason: str, text: str) -> None:
        self._standing.end(text)
        self.screen.say(wire.Ended(reason=reason, text=text, frames=self.screen.frames))
        self.announce()
        self.close()

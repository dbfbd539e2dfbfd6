"""One person's world, live: what may happen when, and what happens then.

    empty ──start──▶ starting ──first frame──▶ walking ◀──pause──▶ paused
                        ▲                         │                  │
                        └──── start, restart ─────┴── ended ◀──stop──┘

Two threads meet here. The event loop brings messages in (`attach`, `receive`,
`detach`); the device's thread does the work (`due_s`, `work`), and only it
touches the world and the recording. They share a few fields under one lock,
which is never held while a model runs or a disk writes.

A lost connection ends nothing: controls are let go, no frame is made, and who
comes back with the same token sees the last frame and walks on.

Not here: who may have a session and for how long (`serving`), sockets (`web`).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from math import inf
from pathlib import Path

from worldgen.errors import ProtocolError, SessionError, StorageError, WorldgenError
from worldgen.recording import read_picture
from worldgen.sessions import protocol as wire
from worldgen.sessions.config import SessionConfig
from worldgen.sessions.keys import Controls, Taken
from worldgen.sessions.orders import Begin, Finish, Order, Return, TakeUp
from worldgen.sessions.outbox import Outbox
from worldgen.sessions.pacing import AckWindow, Cadence
from worldgen.sessions.picture import HeldPicture
from worldgen.sessions.ports import Device, LiveWorld, OpenRecorder, OpenWorld
from worldgen.sessions.problems import problem_of
from worldgen.sessions.protocol import Stage
from worldgen.sessions.screen import Screen
from worldgen.sessions.status import status_of
from worldgen.sessions.view import pack, preview
from worldgen.sessions.walk import LiveWalk
from worldgen.sessions.walks import Walks
from worldgen.types import Action, Frame, tidy_text

MAX_WAITING_EVENTS = 8


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
        self._lock = threading.Lock()
        self._stage = Stage.EMPTY
        self._note = ""
        self._order: Order | None = None
        self._begun: Begin | None = None
        self._count = 0  # walks so far, those that branched off included
        self._shown = 0  # the number of the one that goes on
        self._events: list[str] = []
        self._picture = HeldPicture()
        self._last_input_s = clock()
        self._controls = Controls()
        self._cadence = Cadence(config.max_fps)
        self._world: LiveWorld | None = None
        self._walks = Walks()

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return self._stage

    @property
    def seated(self) -> bool:
        """Whether it takes up a seat at the device: it walks, or is about to."""
        with self._lock:
            live = self._stage in (Stage.STARTING, Stage.WALKING, Stage.PAUSED)
            return live or isinstance(self._order, Begin | TakeUp)

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
        self.screen.attach(outbox, (self._welcome(), self._status(), self._walks.message()))
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
            case wire.Pause():
                self.pause("Paused") if message.on else self._resume()
            case wire.Picture():
                self.screen.say(self._picture.take(message.data))
            case wire.Start():
                self._give(Begin(prompt=self._picture.prompt(message), seed=message.seed))
            case wire.Restart():
                if self._begun is None:
                    raise SessionError("there is no walk to begin again; start one first")
                self._give(self._begun)
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
        with self._lock:
            if self._stage is not Stage.WALKING:
                return
            self._stage, self._note = Stage.PAUSED, note
        self.announce()

    def finish(self, reason: str, text: str) -> None:
        """End the walk, as soon as the device comes by."""
        if self.seated:
            self._give(Finish(reason=reason, text=text))

    def announce(self) -> None:
        """Tell the page where things stand."""
        self.screen.say(self._status())

    def _steer(self, message: wire.Control | wire.Fly) -> None:
        if isinstance(message, wire.Fly):
            self._controls.flies = message.on
            self.announce()
        elif not self._controls.put(message):
            return
        self._last_input_s = self._clock()

    def _resume(self) -> None:
        self._last_input_s = self._clock()
        with self._lock:
            if self._stage is not Stage.PAUSED:
                return
            self._stage, self._note = Stage.WALKING, ""
        self._controls.release()
        self.announce()

    def _give(self, order: Order) -> None:
        """Leave an order for the device; a newer one replaces an older."""
        self._last_input_s = self._clock()
        with self._lock:
            self._order = order
        self.announce()
        self._wake()

    def _hear(self, text: str) -> None:
        words = tidy_text(text)
        if not words:
            return
        self._last_input_s = self._clock()
        with self._lock:
            if self._stage not in (Stage.WALKING, Stage.PAUSED):
                raise SessionError("there is no world yet to tell that; start one first")
            if len(self._events) >= MAX_WAITING_EVENTS:
                raise SessionError("the world has not taken in the last words yet; wait a moment")
            self._events.append(words)

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
        with self._lock:
            if self._stage not in (Stage.WALKING, Stage.PAUSED):
                raise SessionError("only a walk that goes on can go back; start one first")
        self.pause("Going back")
        self._give(Return(walk=number, index=index))

    def _welcome(self) -> wire.Welcome:
        begun = self._begun
        return wire.Welcome(
            protocol=wire.PROTOCOL,
            window=self._config.window_frames,
            formats=self._config.formats,
            picture=bool(self._picture),
            text=(begun.prompt.text or "") if begun else "",
            seed=begun.seed if begun else 0,
        )

    def _status(self) -> wire.Status:
        with self._lock:
            stage, note, walk = self._stage, self._note, self._shown
            waits = isinstance(self._order, Begin | TakeUp)
        flying = self._controls.flies
        return status_of(self._device, stage, note, walk, waits=waits, flying=flying)

    # ------------------------------------------------------------ the device's side

    def due_s(self) -> float:
        """When `work` has something to do, on the session's clock; inf if nothing is asked for."""
        with self._lock:
            if self._order is not None:
                return 0.0
            walking = self._stage is Stage.WALKING
        return self._cadence.due_s if walking and self.screen.is_ready else inf

    def work(self, open_world: OpenWorld) -> None:
        """Carry out an order, or make one frame; every failure becomes one clear message."""
        with self._lock:
            order, self._order = self._order, None
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
        self._opening("Dreaming the first view", order)
        walk = LiveWalk(self._at(open_world), self._open_recorder, order.prompt, order.seed)
        self._walks.begin(self._shown, walk)
        began_s = self._clock()
        frame = walk.begin()
        self._device.start_s = self._clock() - began_s
        self._opened(frame, Stage.WALKING, "", self._device.start_s)
        walk.record()

    def _take_up(self, order: TakeUp, open_world: OpenWorld) -> None:
        self._opening("Finding the way back to where you were", None)
        world = self._at(open_world)
        walk, frame = LiveWalk.taken_up(world, self._open_recorder, order.folder)
        self._begun = Begin(prompt=walk.prompt, seed=walk.seed)
        self._walks.begin(self._shown, walk)
        self._opened(frame, Stage.PAUSED, "Paused: the server was restarted; walk on", 0.0)

    def _at(self, open_world: OpenWorld) -> LiveWorld:
        """The session's world; opened the first time."""
        if self._world is None:
            self._world = open_world()
        return self._world

    def _opening(self, note: str, begun: Begin | None) -> None:
        """A walk is about to begin, and the one before it is over."""
        with self._lock:
            self._stage, self._note = Stage.STARTING, note
            self._count += 1
            self._shown = self._count
            self._begun = begun
            self._events.clear()
        self._controls.release()
        self._controls.flies = False  # a world begins on the ground
        self.screen.clear(self._count)
        self.announce()

    def _opened(self, frame: Frame, stage: Stage, note: str, model_s: float) -> None:
        """A walk has begun: show where it is."""
        with self._lock:
            self._stage, self._note = stage, note
        self._publish(frame, Taken(action=Action(), seq=0, at_ms=0.0), model_s)
        self.announce()
        self.screen.say(self._walks.message())

    def _return(self, order: Return) -> None:
        with self._lock:
            if self._stage is not Stage.PAUSED:
                return
        number, frame = self._walks.go(order.walk, order.index, self._count + 1)
        with self._lock:
            self._count = max(self._count, number)
            self._shown = number
            self._stage, self._note = Stage.WALKING, ""
            self._events.clear()
        self._controls.release()
        self.screen.clear(number)
        self._publish(frame, Taken(action=Action(), seq=0, at_ms=0.0), 0.0)
        self.announce()
        self.screen.say(self._walks.message())

    def _step(self) -> None:
        walk = self._walks.current
        with self._lock:
            if self._stage is not Stage.WALKING or walk is None:
                return
            events, self._events = self._events, []
        began_s = self._clock()
        self._cadence.began(began_s)
        walk.record()  # what a full disk kept back goes first
        for text in events:
            self._tell(walk, text)
        taken = self._controls.take()
        frame = walk.step(taken.action)
        self._publish(frame, taken, self._clock() - began_s)
        walk.record()

    def _tell(self, walk: LiveWalk, text: str) -> None:
        try:
            walk.tell(text)
        except WorldgenError as error:
            self.screen.say(problem_of(error))

    def _publish(self, frame: Frame, taken: Taken, model_s: float) -> None:
        view = pack(
            frame,
            walk=self._shown,
            taken=taken,
            model_ms=model_s * 1000,
            config=self._config.view,
        )
        self.screen.show(frame.index, view)

    def _end(self, reason: str, text: str) -> None:
        with self._lock:
            self._stage, self._note = Stage.ENDED, text
        self.screen.say(wire.Ended(reason=reason, text=text, frames=self.screen.frames))
        self.announce()
        self.close()

"""Everything behind one door: tokens, seats, sweeping, saving.

The page asks for a token, enters with it and passes messages on. Nothing here
knows a model or a socket.

Not here: one person's state machine (`sessions`), HTTP and sockets (`web`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from worldgen.errors import ModelError, SeatsTakenError, SessionError, SessionGoneError
from worldgen.recording import WalkWriter
from worldgen.serving.limits import Limits
from worldgen.serving.saver import Saver
from worldgen.serving.shelf import Shelf
from worldgen.serving.store import Store, new_token
from worldgen.serving.worker import LoadModel, Worker
from worldgen.sessions.config import SessionConfig
from worldgen.sessions.outbox import CLOSE_UNKNOWN, Outbox
from worldgen.sessions.ports import Device, Recorder
from worldgen.sessions.protocol import Cancel, ClientMessage, Pause, Restart, Save, Stage, Start
from worldgen.sessions.session import Session
from worldgen.types import Frame, Prompt

GONE_S = 5.0
"""Without a connection for so long, a walker gives way when all seats are taken."""


@dataclass(frozen=True, kw_only=True)
class LobbyConfig:
    """How people are served.

    Attributes:
        limits: how many and how long.
        session: how one session runs.
        walks_dir: where walks are recorded and stay; None is a temporary folder.
    """

    limits: Limits = field(default_factory=Limits)
    session: SessionConfig = field(default_factory=SessionConfig)
    walks_dir: Path | None = None


class Lobby:
    """Everybody who came, and the device they share."""

    def __init__(
        self, config: LobbyConfig, load: LoadModel, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._config = config
        self._clock = clock
        self._device = Device()
        self._store = Store(config.limits.tokens)
        self._shelf = Shelf(config.walks_dir, config.limits.max_kept_bytes)
        self._worker = Worker(load, self._store, self._device, self.sweep, clock)
        self.saver = Saver()

    def open(self) -> None:
        """Begin to load the model, and to serve."""
        self._worker.start()

    def close(self) -> None:
        """End every session; temporary walks are taken away."""
        self._worker.stop()
        self.saver.close()
        self._shelf.close()

    @property
    def is_ready(self) -> bool:
        """Whether the model is loaded."""
        return self._device.stage is Stage.EMPTY

    def mint(self) -> str:
        """A new session's token.

        Raises:
            SeatsTakenError: too many pages are open.
        """
        token = new_token()
        self._store.put(token, self._session(token))
        return token

    def enter(self, token: str, outbox: Outbox) -> Session:
        """Connect a page to its session.

        A token that was given out before the server was killed opens the walk that was left.

        Raises:
            SessionGoneError: the token opens nothing.
        """
        session = self._store.find(token) or self._left(token)
        session.attach(outbox)
        saving = self.saver.told(token)
        if saving is not None:
            outbox.say(saving)
        return session

    def receive(self, token: str, message: ClientMessage) -> None:
        """Pass a message on to its session; never waits for the device.

        Raises:
            WorldgenError: it cannot be done now, or not at all.
        """
        session = self._store.get(token)
        if isinstance(message, Save):
            self._save(token, session, message.formats)
            return
        if isinstance(message, Cancel):
            self.saver.cancel(token)
            return
        if isinstance(message, Start | Restart):
            if self._device.stage is Stage.FAILED:
                raise ModelError(self._device.text)
            if not session.seated:
                self._make_seat()
        session.receive(message)
        if isinstance(message, Start | Restart | Pause):
            self.saver.make_way(self._is_walked)

    @property
    def _is_walked(self) -> bool:
        """Whether somebody who is here walks, or is about to."""
        entries = self._store.entries()
        here = [session for _, session in entries if session.screen.away_s < GONE_S]
        return any(session.seated and session.stage is not Stage.PAUSED for session in here)

    def _session(self, token: str) -> Session:
        def open_recorder(prompt: Prompt, seed: int, frame: Frame) -> Recorder:
            folder = self._shelf.new_walk(token, prompt.text or "picture")
            writer = WalkWriter.create(folder, self._worker.header(prompt, seed, frame))
            self._shelf.mark(token, folder)
            return writer

        return Session(
            self._config.session, self._device, open_recorder, self._worker.wake, self._clock
        )

    def _left(self, token: str) -> Session:
        """A session that goes on with the walk that a killed server left for this token.

        Who walked already does not wait for a seat again.

        Raises:
            SessionGoneError: there is none, or too many pages are open.
        """
        folder = self._shelf.left_by(token)
        if folder is None:
            raise SessionGoneError("this session has ended; reload the page to begin another")
        session = self._session(token)
        try:
            self._store.put(token, session)
        except SeatsTakenError as error:
            raise SessionGoneError(str(error)) from error
        session.take_up(folder)
        return session

    def sweep(self) -> None:
        """Hold still who is idle, end who is gone; the device's thread calls this each second."""
        limits = self._config.limits
        self.saver.make_way(self._is_walked)
        for token, session in self._store.entries():
            if session.screen.away_s > limits.grace_s:
                self._forget(token, session)
            elif not session.seated:
                continue
            elif session.idle_s > limits.idle_end_s:
                session.finish("idle", "Ended, because nobody moved for a while")
            elif session.idle_s > limits.idle_pause_s:
                session.pause("Paused, because nobody moved for a while")
            elif session.screen.frames >= limits.max_frames:
                session.finish("time", f"A walk has at most {limits.max_frames:,} frames")

    def _forget(self, token: str, session: Session) -> None:
        self._store.remove(token)
        session.screen.close(CLOSE_UNKNOWN)
        session.close()
        self.saver.forget(token)
        self._shelf.forget(token)

    def _make_seat(self) -> None:
        """See that one more may walk; who left their page open to nobody gives way.

        Raises:
            SeatsTakenError: every seat is taken by somebody who is there.
        """
        seats = self._config.limits.seats
        seated = [session for _, session in self._store.entries() if session.seated]
        if len(seated) < seats:
            return
        longest = max(seated, key=lambda session: session.screen.away_s)
        if longest.screen.away_s < GONE_S:
            taken = "The one place is" if seats == 1 else f"All {seats} places are"
            raise SeatsTakenError(f"{taken} taken at the moment; try again in a few minutes")
        longest.finish("away", "Ended, because somebody else wanted to walk")

    def _save(self, token: str, session: Session, formats: tuple[str, ...]) -> None:
        walk = session.folder or self._shelf.walk_of(token)
        if walk is None or session.screen.frames == 0:
            raise SessionError("there is no walk to save yet; start one first")
        known = self._config.session.formats
        unknown = [extension for extension in formats if extension not in known]
        if unknown or not formats:
            asked = f"{unknown[0][:40]!r}" if unknown else "nothing"
            raise SessionError(f"a walk cannot be saved as {asked} here; known: {', '.join(known)}")
        self.saver.save(token, walk, tuple(dict.fromkeys(formats)), session.screen.say)

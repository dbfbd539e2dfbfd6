"""Who is looking: at most one connection, and the frames under way to it.

It remembers the last frame, so that whoever comes back sees it at once. Both
of a session's threads come here; every method is whole under its own lock.

Not here: what happens in the world (`session`), the socket (`web`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from worldgen.sessions.outbox import CLOSE_TAKEN, Outbox
from worldgen.sessions.pacing import AckWindow
from worldgen.sessions.protocol import Ended, ServerMessage


class Screen:
    """One session's view of its page."""

    def __init__(self, window: AckWindow, clock: Callable[[], float]) -> None:
        self._window = window
        self._clock = clock
        self._lock = threading.Lock()
        self._outbox: Outbox | None = None
        self._last: bytes | None = None
        self._walk = 0
        self._index = -1
        self._left_s = clock()

    @property
    def frames(self) -> int:
        """How many frames the current walk has shown."""
        return self._index + 1

    @property
    def away_s(self) -> float:
        """Seconds without a connection; 0 while there is one."""
        with self._lock:
            return 0.0 if self._outbox else self._clock() - self._left_s

    @property
    def is_ready(self) -> bool:
        """Whether somebody looks, and has kept up with what was sent."""
        with self._lock:
            return self._outbox is not None and self._window.is_open

    def attach(self, outbox: Outbox, greet: Callable[[], Sequence[ServerMessage]]) -> None:
        """A page is connected; one that was connected before is told so and closed.

        Args:
            outbox: of the page.
            greet: what it is told first, as `tell` asks for it.
        """
        with self._lock:
            before, self._outbox = self._outbox, outbox
            self._window.reset(self._index)
            for greeting in greet():
                outbox.say(greeting)
            if self._last is not None:
                outbox.show(self._last)
        if before is not None:
            text = "This walk goes on in another tab"
            before.say(Ended(reason="taken", text=text, frames=self.frames))
            before.close(CLOSE_TAKEN)

    def detach(self, outbox: Outbox) -> bool:
        """That connection is gone; False if another had taken over already."""
        with self._lock:
            if self._outbox is not outbox:
                return False
            self._outbox = None
            self._left_s = self._clock()
            return True

    def close(self, code: int) -> None:
        """Ask the connection to close once everything is sent."""
        with self._lock:
            if self._outbox is not None:
                self._outbox.close(code)

    def say(self, message: ServerMessage) -> None:
        """Tell the page, if there is one."""
        with self._lock:
            if self._outbox is not None:
                self._outbox.say(message)

    def tell(self, now: Callable[[], ServerMessage]) -> None:
        """Tell the page what holds now.

        Args:
            now: says it; asked under the lock, so that no thread's older truth follows a
                newer one, and nothing that changes while a page connects is lost.
        """
        with self._lock:
            if self._outbox is not None:
                self._outbox.say(now())

    def clear(self, walk: int) -> None:
        """A new walk begins: the old one's frames no longer count."""
        with self._lock:
            self._walk, self._index, self._last = walk, -1, None
            self._window.reset()

    def show(self, index: int, view: bytes) -> None:
        """Send a frame, if there is a page, and keep it as the last one."""
        with self._lock:
            self._index, self._last = index, view
            if self._outbox is None:
                self._window.reset(index)
            else:
                self._window.sent(index)
                self._outbox.show(view)

    def acked(self, walk: int, index: int) -> None:
        """The page has that frame; what belongs to another walk is ignored."""
        with self._lock:
            if walk == self._walk:
                self._window.acked(index)

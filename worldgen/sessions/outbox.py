"""What waits to be sent to one connection.

The session fills it from the device's thread; the socket empties it from the
event loop. It is bounded by construction: frames by the acknowledgement
window, everything else because a newer message replaces an older in its slot.

Not here: the socket (`web`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from worldgen.sessions.protocol import ServerMessage

CLOSE_PROTOCOL = 4400
CLOSE_UNKNOWN = 4401
CLOSE_SILENT = 4408
CLOSE_TAKEN = 4409


class Outbox:
    """Messages for one connection, in order; `wake` is called when there is something to send."""

    def __init__(self, wake: Callable[[], None]) -> None:
        self._wake = wake
        self._lock = threading.Lock()
        self._waiting: dict[object, str | bytes] = {}
        self._frames = 0
        self._closing: int | None = None

    @property
    def closing(self) -> int | None:
        """The code to close the connection with, once all is sent; None as long as it is open."""
        return self._closing

    def say(self, message: ServerMessage) -> None:
        """Queue a message; an unsent one in the same slot is replaced."""
        with self._lock:
            self._waiting.pop(message.slot, None)
            self._waiting[message.slot] = message.to_json()
        self._wake()

    def show(self, frame: bytes) -> None:
        """Queue a frame; the caller's window bounds how many wait."""
        with self._lock:
            self._frames += 1
            self._waiting[self._frames] = frame
        self._wake()

    def drain(self) -> list[str | bytes]:
        """Everything that waits, oldest first."""
        with self._lock:
            messages = list(self._waiting.values())
            self._waiting.clear()
        return messages

    def close(self, code: int) -> None:
        """Ask the socket to close once everything is sent."""
        self._closing = code
        self._wake()

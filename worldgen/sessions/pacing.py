"""When the next frame may be made.

    AckWindow   at most four frames under way to the browser; when it is full,
                nothing is generated, so a slow line sees fewer frames, never old ones
    Cadence     at most so many frames a second, however fast the model is

Without the window a slow line shows the world as it was ten seconds ago.

Not here: who is next when many wait (`serving`).
"""

from __future__ import annotations

from worldgen.errors import ConfigError


class AckWindow:
    """Counts the frames of one walk that are sent and not yet acknowledged."""

    def __init__(self, size: int = 4) -> None:
        if size < 1:
            raise ConfigError(f"the window must hold at least one frame, got {size}")
        self._size = size
        self._sent = -1
        self._acked = -1

    @property
    def is_open(self) -> bool:
        """Whether one more frame may be sent."""
        return self._sent - self._acked < self._size

    def sent(self, index: int) -> None:
        """Frame `index` is on its way."""
        self._sent = index

    def acked(self, index: int) -> None:
        """The browser has frame `index` and all before it; what was never sent is ignored."""
        if index <= self._sent:
            self._acked = max(self._acked, index)

    def reset(self, sent: int = -1) -> None:
        """Nothing is under way: a new walk, or a new connection that will not see the old frames.

        Args:
            sent: index of the newest frame that counts as received; -1 for none.
        """
        self._sent = self._acked = sent


class Cadence:
    """Spaces frames at least one period apart, without hurrying after a pause."""

    def __init__(self, max_fps: float) -> None:
        if not max_fps > 0:
            raise ConfigError(f"frames a second must be more than 0, got {max_fps}")
        self._period_s = 1.0 / max_fps
        self._due_s = 0.0

    @property
    def due_s(self) -> float:
        """When the next frame may begin, on the caller's clock."""
        return self._due_s

    def began(self, now_s: float) -> None:
        """A frame begins now; one that is late by less than a period keeps the beat."""
        on_beat = now_s - self._due_s < self._period_s
        self._due_s = (self._due_s if on_beat else now_s) + self._period_s

"""Moments of one walk to go back to: many of late, ever fewer further back.

However long the walk, there are at most so many, and the steps between two of them
grow with the root of how long ago they are. The first is never given up.

Not here: what a moment is (`world.Snapshot`), walking from one to the frame asked for (`walk`).
"""

from __future__ import annotations

from typing import Any


class Moments:
    """Tokens by frame index, oldest first."""

    def __init__(self, most: int, kept: tuple[tuple[int, Any], ...] = ()) -> None:
        self._most = most
        self._kept = list(kept)

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def first(self) -> int:
        """Frame of the earliest."""
        return self._kept[0][0]

    def keep(self, index: int, token: Any) -> None:
        """One more, later than all; if they are too many, the one that is missed least goes."""
        if self._kept and self._kept[-1][0] == index:
            return
        self._kept.append((index, token))
        self.thin(self._most)

    def begin(self, index: int, token: Any) -> None:
        """One more, earlier than all."""
        self._kept.insert(0, (index, token))

    def before(self, index: int) -> tuple[int, Any]:
        """The last one that is not after `index`."""
        return [kept for kept in self._kept if kept[0] <= index][-1]

    def until(self, index: int) -> Moments:
        """Those that are not after `index`, for a walk that branches off there."""
        return Moments(self._most, tuple(kept for kept in self._kept if kept[0] <= index))

    def thin(self, most: int) -> None:
        """Give up all but `most` (at least two): first those whose neighbours are close."""
        while len(self._kept) > max(most, 2):
            at = [index for index, _ in self._kept]
            now = at[-1] + 1
            gaps = [(at[i + 1] - at[i - 1]) / (now - at[i]) ** 0.5 for i in range(1, len(at) - 1)]
            del self._kept[1 + gaps.index(min(gaps))]

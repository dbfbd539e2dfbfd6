"""The last result of something dear, so that the next file of the same walk costs nothing.

Not here: what is dear (`scene`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from worldgen.progress import Progress

Made = TypeVar("Made")


class Kept(Generic[Made]):
    """A function of a walk that remembers its last answer until the walk changes.

    Args:
        make: (walk, progress) to the answer. What it raises is not remembered.
    """

    def __init__(self, make: Callable[[Path, Progress], Made]) -> None:
        self._make = make
        self._last: tuple[object, Made] | None = None
        self.__doc__ = make.__doc__

    def __call__(self, walk: Path, progress: Progress) -> Made:
        """The answer for a walk, its folder or ZIP; `progress` is told the share that is done."""
        key = walk.absolute(), _stamp(walk)
        if self._last is None or self._last[0] != key:
            self._last = None  # room first
            self._last = key, self._make(walk, progress)
        progress(1.0)
        return self._last[1]

    def forget(self) -> None:
        """Make it anew the next time."""
        self._last = None


def _stamp(walk: Path) -> tuple[int, int]:
    """What changes with any of a walk's files: when the newest was written, bytes of all."""
    paths = walk.rglob("*") if walk.is_dir() else [walk]
    files = [path.stat() for path in paths if path.exists()]
    return max((at.st_mtime_ns for at in files), default=0), sum(at.st_size for at in files)

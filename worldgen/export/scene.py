"""A walk as a scene of splats, ready to be written: lifted once, stood on the ground.

    every file of one walk shares one frame: metres, x right, y up, z towards the
    one who stands at the identity pose; the ground where the walk began is y = 0

Formats whose readers expect y down (`.ply`, `.splat`) hold that frame turned half
about x. The last walk that was lifted is kept, so that its next file costs nothing.

Not here: the lifting (`lifting`), the bytes (`splat_ply`, `splat_raw`, `spz`, `points`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from worldgen.recording import Walk, read_walk

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Score, Splats
    from worldgen.types import Frame

Progress = Callable[[float], None]

MOST_FRAMES = 240
"""Longer walks are thinned to so many, evenly: memory and time stay bounded."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Scene:
    """What every format is written from.

    Attributes:
        splats: y-down axes, metres, ground at 0.
        solid: (N,) bool, which are not sky.
        score: PSNR at frames that were kept out.
    """

    splats: Splats
    solid: np.ndarray
    score: Score


def lifted(walk: Path, progress: Progress) -> Scene:
    """The splats of a walk and their held-out score.

    Args:
        walk: its folder or ZIP, at least one frame.
        progress: told the share that is done.

    Raises:
        ExportError: it has no depth, or no pixel of it.
        DamagedWalkError: it cannot be read.
    """
    document = walk / "walk.json" if walk.is_dir() else walk
    stamp = document.stat() if document.exists() else None
    telling = _Telling(progress)
    when = (stamp.st_mtime_ns, stamp.st_size) if stamp else (0, 0)
    made = _lifted(walk.absolute(), when, telling)
    progress(1.0)
    return made


def thinned(walk: Walk, most: int = MOST_FRAMES) -> list[Frame]:
    """At most so many frames of a walk, evenly, the first and the last among them."""
    count = len(walk)
    at = np.unique(np.linspace(0, count - 1, min(most, count)).round().astype(int))
    return [walk.frame(int(index)) for index in at]


class _Telling:
    """A progress callback that every other is equal to, so that it is no part of a cache's key."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Telling)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=1)
def _lifted(walk: Path, _when: tuple[int, int], telling: _Telling) -> Scene:
    from worldgen.lifting.gaussians import lift

    with read_walk(walk) as opened:
        frames = thinned(opened)
    made = lift(frames, progress=lambda share: telling.progress(0.98 * share))
    standing = made.splats.moved(np.array([0.0, -made.ground_m, 0.0]))
    return Scene(splats=standing, solid=made.solid, score=made.score)

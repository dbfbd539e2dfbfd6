"""Where the files' origin lies in a walk's own world, and a camera seen from there.

    y     the ground under the first camera, or eye height below it where none was seen
    x, z  as walked; of walks that begin far away, such as in map coordinates, the first camera

Files hold 32-bit numbers, which at 4,000 km are half a metre apart: places are moved while
they are still 64-bit, and the same for all files of a walk.

Not here: how the ground is found (`lifting.ground`), the turn to y up (each format's own).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera

Floats = NDArray[np.float64]

FAR_M = 1000.0
"""Where a walk begins farther than this from its own origin, its files have theirs at its start."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Origin:
    """What is taken from every place in a walk before it becomes a file.

    Attributes:
        at_m: (3,) float64 metres in the walk's own axes, x right, y down, z ahead.
        guessed: whether no ground was seen, so that its height is a guess.
    """

    at_m: Floats
    guessed: bool

    @property
    def is_moved(self) -> bool:
        """Whether x and z are not as walked."""
        return bool(self.at_m[[0, 2]].any())

    def pose(self, pose_c2w: Floats) -> Floats:
        """(4, 4) camera to world of the walk, as seen from here; still y down."""
        moved = pose_c2w.copy()
        moved[:3, 3] -= self.at_m
        return moved

    def camera(self, camera: Camera) -> Camera:
        """The same of a camera."""
        return camera.at(self.pose(camera.pose_c2w))


def origin_under(first_c2w: Floats, below_m: float | None) -> Origin:
    """The origin of a walk's files.

    Args:
        first_c2w: (4, 4) camera to world of the walk's first frame.
        below_m: how far below it the ground is; None where none was seen.
    """
    from worldgen.lifting.ground import EYE_M

    at_m = first_c2w[:3, 3] + [0.0, EYE_M if below_m is None else below_m, 0.0]
    if np.hypot(at_m[0], at_m[2]) <= FAR_M:
        at_m[[0, 2]] = 0.0
    return Origin(at_m=at_m, guessed=below_m is None)

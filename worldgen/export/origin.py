"""Where the files' origin lies in a walk's own world, and a camera seen from there.

    y     the ground under the first camera, or eye height below it where none was seen

Not here: how the ground is found (`lifting.ground`), the turn to y up (each format's own).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Origin:
    """What is taken from every place in a walk before it becomes a file.

    Attributes:
        at_m: (3,) float64 metres in the walk's own axes, x right, y down, z ahead.
        guessed: whether no ground was seen, so that its height is a guess.
    """

    at_m: Floats
    guessed: bool

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

    down = EYE_M if below_m is None else below_m
    return Origin(at_m=np.array([0.0, first_c2w[1, 3] + down, 0.0]), guessed=below_m is None)

"""Where the ground is: the height that every file of a walk is stood on.

Not here: ground for bodies to stand on (`meshes.footing`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from worldgen.geometry import unproject_image
from worldgen.types import Frame

EYE_M = 1.6
"""How high a camera is held, where no ground is seen."""

NEARBY_M = 4.0
"""Ground so near to where the walk began is the ground."""


def ground_m(frames: Sequence[Frame]) -> float:
    """y of the ground at the start of a walk: the lowest tenth seen near the first camera.

    Without any in sight, eye height below it. Up is −y, so a larger y is lower.
    """
    start = frames[0].camera.position
    heights = []
    for frame in frames:
        assert frame.depth_m is not None
        points = unproject_image(frame.depth_m, frame.camera)
        points = points[np.isfinite(points).all(-1)]
        beside = np.hypot(*(points - start)[:, [0, 2]].T) < NEARBY_M
        heights.append(points[beside & (points[:, 1] > start[1] + 0.3), 1])
    low = np.concatenate(heights)
    return float(np.percentile(low, 90)) if len(low) else float(start[1]) + EYE_M

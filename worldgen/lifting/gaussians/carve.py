"""Free space: what frames look through more than they see is not there.

    a splat nearer than what a frame measured behind it is a floater to that frame

The nearest of the 3 × 3 depths around is what counts as measured, so that thin
things and rims are not carved by their own backgrounds; unknown depth testifies
to nothing. A nearer look counts more, by the square: who walks through a place
knows better than all who saw something there from afar.

Not here: making splats (`surfels`, `merge`).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import project
from worldgen.types import Frame

THROUGH, THROUGH_PER_M = 1.15, 0.01
"""Looked through: the disparity is so many times, and so much, above the one measured."""

SAME = 0.05
"""Seen: the depth is the one measured, to this share."""


def standing(means: NDArray[np.floating], frames: Iterable[Frame]) -> NDArray[np.bool_]:
    """Which points are there after all frames have been asked.

    Args:
        means: (N, 3) metres, world.
        frames: those with depth testify.

    Returns:
        (N,) bool; False where looks through it outweigh sights of it.
    """
    against = np.zeros(len(means))
    seen = np.zeros(len(means))
    for frame in frames:
        if frame.depth_m is None:
            continue
        uv, z = project(means, frame.camera)
        height, width = frame.camera.shape
        with np.errstate(invalid="ignore"):
            inside = (z > 0.05) & (uv >= 0).all(1) & (uv[:, 0] < width) & (uv[:, 1] < height)
        at = np.flatnonzero(inside)
        column, row = uv[at].astype(np.intp).T
        near = _nearest_around(frame.depth_m)[row, column]
        own = frame.depth_m[row, column]
        closeness = 1 / z[at]
        with np.errstate(invalid="ignore", divide="ignore"):
            through = closeness > THROUGH / near + THROUGH_PER_M
            against[at] += closeness**2 * through
            seen[at] += closeness**2 * (np.abs(z[at] - own) < SAME * z[at])
    return against <= seen


def _nearest_around(depth_m: NDArray[np.floating]) -> NDArray[np.float64]:
    """(H, W) the least depth of each 3 × 3; 0 where any of it is unknown."""
    padded = np.pad(np.nan_to_num(depth_m, nan=0.0, posinf=np.inf), 1, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3))
    nearest: NDArray[np.float64] = windows.min(axis=(2, 3)).astype(np.float64)
    return nearest

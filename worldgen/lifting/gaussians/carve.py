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

from worldgen.geometry import Camera
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
    points = np.asarray(means, np.float32)
    for frame in frames:
        if frame.depth_m is None:
            continue
        at, column, row, z = _seen(points, frame.camera)
        near = _nearest_around(frame.depth_m)[row, column]
        own = frame.depth_m[row, column]
        closeness = 1 / z
        with np.errstate(invalid="ignore", divide="ignore"):
            through = closeness > THROUGH / near + THROUGH_PER_M
            against[at] += closeness**2 * through
            seen[at] += closeness**2 * (np.abs(z - own) < SAME * z)
    return against <= seen


def _seen(
    means: NDArray[np.float32], camera: Camera
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Which points fall on a picture, on which column and row of it, and their z in metres.

    As `geometry.project`, in half the time: a pixel is all that is asked for.
    """
    way = (means - camera.position.astype(np.float32)) @ camera.rotation.astype(np.float32)
    ahead = np.flatnonzero(way[:, 2] > 0.05)
    x, y, z = way[ahead].T
    column = np.floor(camera.fx * x / z + camera.cx)
    row = np.floor(camera.fy * y / z + camera.cy)
    height, width = camera.shape
    inside = (column >= 0) & (row >= 0) & (column < width) & (row < height)
    at = ahead[inside]
    return at, column[inside].astype(np.intp), row[inside].astype(np.intp), z[inside]


def _nearest_around(depth_m: NDArray[np.floating]) -> NDArray[np.float64]:
    """(H, W) the least depth of each 3 × 3; 0 where any of it is unknown."""
    padded = np.pad(np.nan_to_num(depth_m, nan=0.0, posinf=np.inf), 1, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3))
    nearest: NDArray[np.float64] = windows.min(axis=(2, 3)).astype(np.float64)
    return nearest

"""Which pixels of a later frame an earlier one had shown, by true geometry.

    seen        the surface was in the first frame, in view and not hidden
    never seen  it was outside the picture, or behind something
    neither     it moves by itself, so that nothing can be said

Not here: what is measured on them (`fidelity.py`, `invention.py`).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, project
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

SAME_DEPTH = 0.03
"""Share by which two depths of one surface may differ, beside `SAME_DEPTH_M`."""
SAME_DEPTH_M = 0.05
FAR_M = 1e5
"""How far away sky is put, so that it only turns."""


class Overlap(NamedTuple):
    """Two (H, W) masks on the later frame."""

    seen: NDArray[np.bool_]
    never_seen: NDArray[np.bool_]


def overlap(first: Frame, then: Frame) -> Overlap:
    """What `then` shows that `first` had shown; both true frames with depth and masks.

    A pixel counts as seen if any of the nine pixels of `first` round the place where
    it lay has its depth: so an edge's rim is seen rather than new.
    """
    assert first.depth_m is not None and then.depth_m is not None, "true frames have depth"
    spots, z = reprojected(then.depth_m, then.camera, first.camera)
    z = np.where(z > 0.1 * FAR_M, FAR_M, z)  # sky, wherever the picture turned
    column, row = np.floor(spots[..., 0]), np.floor(spots[..., 1])
    height, width = first.camera.shape
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    u = np.where(inside, column, 0).astype(int)
    v = np.where(inside, row, 0).astype(int)
    there = np.minimum(np.where(np.isinf(first.depth_m), FAR_M, first.depth_m), FAR_M)
    bound = np.pad(there, 1, mode="edge")
    near = np.zeros(then.camera.shape, bool)
    for down in range(3):
        for across in range(3):
            other = bound[v + down, u + across]
            near |= np.abs(other - z) < SAME_DEPTH * np.minimum(other, z) + SAME_DEPTH_M
    moving = _mask(then.moving, then.camera) | (inside & _mask(first.moving, first.camera)[v, u])
    seen = inside & near
    return Overlap(seen=seen & ~moving, never_seen=~seen & ~moving)


def reprojected(
    depth_m: NDArray[np.float32], camera: Camera, other: Camera
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where `other` sees each pixel of `camera`.

    Args:
        depth_m: (H, W) as `camera` saw it, +inf sky.
        camera, other: the two views.

    Returns:
        (H, W, 2) float64 pixels, column and row, NaN behind the camera or where the depth is
        unknown; and (H, W) float64 metres along `other`'s +z.
    """
    z = np.where(np.isinf(depth_m), FAR_M, depth_m).astype(np.float64)
    z = np.where(z > 0, z, np.nan)
    points = (pixel_rays(camera) * z[..., None]) @ camera.rotation.T + camera.position
    spots, ahead = project(points.reshape(-1, 3), other)
    return spots.reshape(*depth_m.shape, 2), ahead.reshape(depth_m.shape)


def _mask(mask: NDArray[np.bool_] | None, camera: Camera) -> NDArray[np.bool_]:
    return np.zeros(camera.shape, bool) if mask is None else mask

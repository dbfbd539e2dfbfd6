"""One remembered picture, ready to be drawn, and a sample of what it shows.

A keyframe never changes. Pixels that memory knew well when it was taken are
second-hand: they are trusted less, so that what was seen first is what is shown,
and remain as a reserve should the first picture be forgotten.

Not here: which are kept (`spatial`), which are drawn (`select`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.memory.kernel_surfels import lift
from worldgen.memory.splat import SURFEL_PLANES
from worldgen.types import Frame

SAMPLE_COLUMNS, SAMPLE_ROWS = 16, 9
"""A keyframe's samples lie on a grid of this size, in the middle of each patch."""

SECOND_HAND = 0.85
"""Trust in a pixel that showed what was known already."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Keyframe:
    """A picture in memory. Its arrays are never written to.

    Attributes:
        rgb: (H, W, 3) uint8.
        surfels: (5, H, W) float32 from `kernel_surfels.lift`.
        camera: what saw it, from where.
        epoch: the style of the world it was seen in; colours of older ones no longer hold.
        index: the frame it was.
        samples: (S, 5) float32; for each point of a grid: where it lies in the world, metres
            (a direction for sky); how large a pixel was there, metres (0 for sky); trust, 0
            where nothing is known.
    """

    rgb: NDArray[np.uint8]
    surfels: NDArray[np.float32]
    camera: Camera
    epoch: int
    index: int
    samples: NDArray[np.float32]

    @property
    def trust(self) -> NDArray[np.float32]:
        """(H, W) float32: confidence with which it shows each pixel of its own view."""
        return np.where(self.surfels[0] >= 0, self.surfels[3], np.float32(0.0))


def take(frame: Frame, epoch: int, known: NDArray[np.bool_]) -> Keyframe:
    """Make a frame into a keyframe.

    Args:
        frame: with depth. What moves by itself is left out, a pixel's rim included.
        epoch: the style that the world is in.
        known: (H, W) bool, which of its pixels memory knew well already.
    """
    hidden = (
        np.zeros(frame.camera.shape, np.bool_) if frame.moving is None else _grown(frame.moving)
    )
    surfels = _lifted(frame, hidden)
    surfels[3][known] *= SECOND_HAND
    return _keyframe(frame, epoch, surfels)


def take_moving(frame: Frame, epoch: int) -> Keyframe:
    """Of a frame with depth and a mask of what moves, only that."""
    assert frame.moving is not None, "only a frame that knows what moves has it to take"
    return _keyframe(frame, epoch, _lifted(frame, ~frame.moving))


def resampled(keyframe: Keyframe, surfels: NDArray[np.float32]) -> Keyframe:
    """The same picture with other surfels, (5, H, W) float32: some of it was forgotten."""
    surfels.flags.writeable = False
    return replace(keyframe, surfels=surfels, samples=_sample(surfels, keyframe.camera))


def _lifted(frame: Frame, hidden: NDArray[np.bool_]) -> NDArray[np.float32]:
    assert frame.depth_m is not None, "a keyframe needs depth"
    surfels = np.empty((SURFEL_PLANES, *frame.camera.shape), np.float32)
    lift(frame.depth_m, hidden, surfels)
    return surfels


def _keyframe(frame: Frame, epoch: int, surfels: NDArray[np.float32]) -> Keyframe:
    surfels.flags.writeable = False
    return Keyframe(
        rgb=frame.rgb,
        surfels=surfels,
        camera=frame.camera,
        epoch=epoch,
        index=frame.index,
        samples=_sample(surfels, frame.camera),
    )


def _sample(surfels: NDArray[np.float32], camera: Camera) -> NDArray[np.float32]:
    height, width = camera.shape
    rows = ((np.arange(SAMPLE_ROWS) + 0.5) * height / SAMPLE_ROWS).astype(int)
    columns = ((np.arange(SAMPLE_COLUMNS) + 0.5) * width / SAMPLE_COLUMNS).astype(int)
    v, u = (grid.ravel() for grid in np.meshgrid(rows, columns, indexing="ij"))
    disparity, trust = surfels[0, v, u].astype(np.float64), surfels[3, v, u]
    x, y = (u + 0.5 - camera.cx) / camera.fx, (v + 0.5 - camera.cy) / camera.fy
    rays = np.stack([x, y, np.ones_like(x)], axis=-1)
    solid = disparity > 0
    depth_m = np.where(solid, 1.0 / np.where(solid, disparity, 1.0), 1.0)
    points = (rays * depth_m[:, None]) @ camera.rotation.T
    points[solid] += camera.position
    size_m = np.where(solid, depth_m / camera.fx, 0.0)
    known = np.where(disparity >= 0, trust, 0.0)
    return np.column_stack([points, size_m, known]).astype(np.float32)


def _grown(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The mask and every pixel beside it."""
    wide = mask.copy()
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    tall = wide.copy()
    tall[1:] |= wide[:-1]
    tall[:-1] |= wide[1:]
    return tall

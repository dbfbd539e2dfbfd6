"""Forgetting a part of space: what was taken away, or is to be drawn anew.

    memory + Region ──▶ without ──▶ memory that knows nothing there

Pictures lose the pixels that show the region, voxels what they knew of it; what
stands behind and was seen elsewhere comes to light again.

Not here: what is to be forgotten (`world`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, unproject_image
from worldgen.memory.kernel_surfels import BLIND
from worldgen.memory.kernel_voxels import STOOD, VOXEL_M
from worldgen.memory.keyframe import Keyframe, resampled
from worldgen.memory.shelf import Shelf
from worldgen.memory.spatial import SpatialMemory
from worldgen.memory.voxels import CHUNK, VoxelMap

SKY_M = 1e5
"""How far off the sky is taken to be when a region is asked about it."""


class Region(Protocol):
    """A part of space."""

    def holds(self, points_m: NDArray[np.float64], camera: Camera) -> NDArray[np.bool_]:
        """Which of the points that a picture shows are to be forgotten.

        Args:
            points_m: (H, W, 3) metres, world, one a pixel; NaN where it shows nothing known.
            camera: what saw them.

        Returns:
            (H, W) bool.
        """


@dataclass(frozen=True, kw_only=True, eq=False)
class Box:
    """An upright box in the world; lowest and highest corner, (3,) metres each."""

    low: NDArray[np.float64]
    high: NDArray[np.float64]


def without(memory: SpatialMemory, region: Region, box: Box, since: int = 0) -> SpatialMemory:
    """The memory without a part of space.

    Args:
        memory: what was seen so far.
        region: which pixels of its pictures go.
        box: whose voxels go, but for those where a body has stood.
        since: pictures of earlier frames than this stay as they are.
    """
    kept = tuple(_cleared(keyframe, region, since) for keyframe in memory.shelf.keyframes)
    samples = np.stack([keyframe.samples for keyframe in kept]) if kept else memory.shelf.samples
    latest = None if memory.latest is None else _cleared(memory.latest, region, since)
    return replace(
        memory,
        shelf=Shelf(keyframes=kept, samples=samples, counts=memory.shelf.counts),
        latest=latest,
        stirring=None,
        voxels=_emptied(memory.voxels, box),
    )


def _cleared(keyframe: Keyframe, region: Region, since: int) -> Keyframe:
    if keyframe.index < since:
        return keyframe
    disparity = keyframe.surfels[0]
    with np.errstate(divide="ignore"):
        depth_m = np.where(disparity > 0, 1.0 / disparity, np.where(disparity == 0, SKY_M, 0.0))
    gone = region.holds(unproject_image(depth_m, keyframe.camera), keyframe.camera)
    gone &= disparity >= 0
    if not gone.any():
        return keyframe
    surfels = keyframe.surfels.copy()
    surfels[0][gone] = -1.0
    surfels[4][gone] = BLIND
    return resampled(keyframe, surfels)


def _emptied(voxels: VoxelMap, box: Box) -> VoxelMap:
    edge_m = CHUNK * VOXEL_M
    first, last = (np.floor(corner / edge_m).astype(int) for corner in (box.low, box.high))
    chunks = dict(voxels.chunks)
    for key in chunks:
        if not (np.array(key) >= first).all() or not (np.array(key) <= last).all():
            continue
        low, high = ((corner - np.array(key) * edge_m) / VOXEL_M for corner in (box.low, box.high))
        inside = tuple(
            slice(max(int(np.floor(a)), 0), max(int(np.ceil(b)), 0))
            for a, b in zip(low, high, strict=True)
        )
        evidence, height = chunks[key]
        cleared = evidence.copy()
        cleared[inside][cleared[inside] != STOOD] = 0
        chunks[key] = (cleared, height)
    return VoxelMap(chunks=chunks)

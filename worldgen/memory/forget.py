"""Forgetting a part of space: what was taken away, or is to be drawn anew.

    memory + Region ──▶ without ──▶ memory that knows nothing there
                    ──▶ let_go  ──▶ memory that may be told of something else there

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
from worldgen.memory.kernel_voxels import VOXEL_M
from worldgen.memory.keyframe import Keyframe, cleared
from worldgen.memory.regions import CHUNK, Chunk, Key, region_of
from worldgen.memory.regions import Region as Chunks
from worldgen.memory.spatial import SpatialMemory
from worldgen.memory.voxels import VoxelMap

SKY_M = 1e5
"""How far off the sky is taken to be when a region is asked about it."""


SIGHT_M = 80.0
"""Pictures taken farther away than this are left as they are."""


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
        box: whose voxels go, those where a body has stood too: a house may be built there.
        since: pictures of earlier frames than this stay as they are.
    """

    def left(keyframe: Keyframe) -> Keyframe:
        if keyframe.index < since or _far(keyframe.camera, box):
            return keyframe
        gone = _gone(keyframe.picture.unpack().depth_m, keyframe.camera, region)
        return keyframe.without(gone) if gone.any() else keyframe

    latest = memory.latest
    if latest is not None and latest.index >= since:
        latest = cleared(latest, _gone(latest.plain.depth_m, latest.camera, region))
    held = (
        one if one.index < since else one.without(_gone(one.depth_m, one.camera, region))
        for one in memory.held
    )
    return replace(
        memory,
        shelf=memory.shelf.changed(left),
        latest=latest,
        held=tuple(held),
        stirring=None,
        voxels=_emptied(memory.voxels, box),
    )


def let_go(memory: SpatialMemory, region: Region) -> SpatialMemory:
    """The memory that holds on to nothing of a region, for something comes there.

    What it knows of it stays.
    """
    held = (one.without(_gone(one.depth_m, one.camera, region)) for one in memory.held)
    return replace(memory, held=tuple(held))


def _far(camera: Camera, box: Box) -> bool:
    """Whether nothing of a box is within sight of a camera."""
    nearest = np.clip(camera.position, box.low, box.high)
    return bool(np.linalg.norm(camera.position - nearest) > SIGHT_M)


def _gone(depth_m: NDArray[np.float32], camera: Camera, region: Region) -> NDArray[np.bool_]:
    seen_m = np.where(np.isinf(depth_m), SKY_M, depth_m)
    gone: NDArray[np.bool_] = region.holds(unproject_image(seen_m, camera), camera)
    return gone & (seen_m > 0)


def _emptied(voxels: VoxelMap, box: Box) -> VoxelMap:
    """The map without what it knew of a box."""
    edge_m = CHUNK * VOXEL_M
    first, last = (np.floor(corner / edge_m).astype(int) for corner in (box.low, box.high))
    regions = dict(voxels.regions)
    for i, j, k in np.ndindex(*(last - first + 1)):
        key: Key = (int(first[0]) + i, int(first[1]) + j, int(first[2]) + k)
        home = region_of(key)
        if home not in regions:
            continue
        held = regions[home]
        held = held if isinstance(held, Chunks) else held.opened()
        if key in held.chunks:
            chunk = _cut(held.chunks[key], key, box)
            regions[home] = Chunks(chunks={**held.chunks, key: chunk})
    return VoxelMap(regions=regions)


def _cut(chunk: Chunk, key: Key, box: Box) -> Chunk:
    low, high = (corner / VOXEL_M - np.array(key) * CHUNK for corner in (box.low, box.high))
    inside = tuple(
        slice(max(int(np.floor(a)), 0), max(int(np.ceil(b)), 0))
        for a, b in zip(low, high, strict=True)
    )
    evidence, height = chunk[0].copy(), chunk[1]
    evidence[inside] = 0
    return evidence, height

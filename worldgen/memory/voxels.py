"""What is known of ground and walls: a sparse map of voxels that is never written to.

    VoxelMap.observe(frame) ──▶ another VoxelMap, sharing all that did not change
    SeenSpace(map)          ──▶ answers to a walking body (`kinematics.Space`)

The map is cut into chunks, and these lie in regions. A picture changes the few chunks
around the camera, and only these are copied; regions far away are squeezed, and
when all of them are too many, the farthest is forgotten. Noise does not wall a
person in: a wall needs two pictures, is taken back by pictures that see through
it, and never stands where somebody stood. Nor does a new picture show anything there
(`off_the_way`). Pictures show where water lies, but not
its bed: how deep it is is guessed from how far away, and how steep, its bank is.

Not here: the loops (`kernel_voxels`, `kernel_stood`, `kernel_water`), squeezing (`regions`),
how a body moves (`kinematics`).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError
from worldgen.geometry import Camera
from worldgen.kinematics import BodyConfig
from worldgen.memory.kernel_stood import is_in_the_way, off_the_way, stand
from worldgen.memory.kernel_voxels import VOXEL_M, bridge, ground, observe, touches
from worldgen.memory.kernel_water import shore, soak, water
from worldgen.memory.regions import CHUNK, Chunk, FarRegion, Key, Region, region_of
from worldgen.types import Frame

WINDOW = (5, 3, 5)
"""Chunks along each axis (odd) that are cut out around a place."""

POINTS_ACROSS = 128
"""About this many points of each row of a picture are read, and of as many rows as go with it."""

GLANCE_PX = 4
"""One of so many rows and columns is read to see whether a picture shows things in the way."""

AHEAD_M = 2.5
"""The window of a picture has its middle this far in front of the camera."""

BRIDGE_M = 5.0
"""Unseen ground is guessed from seen ground at most this far away."""

BED_SLOPE, BED_BY_BANK, STEEPEST_BED = 0.06, 1.6, 1.2
"""Metres that a bed falls a metre from the shore: so many, and so many times what the bank rises a
metre, but no more than the last (`benchmarks/water_beds.py`)."""

SHORE_M, DEEPEST_M = 6.0, 3.0
"""Water whose bank is farther than this is as deep as can be, and so deep is that."""

AT_HAND = 12
"""Regions that are not squeezed; a window touches at most eight."""

MOST_FAR_BYTES = 32_000_000
"""What squeezed regions may cost."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Window:
    """A box of voxels around a place.

    Attributes:
        evidence, height: (X, Y, Z) int8, as in `kernel_voxels`.
        corner: chunk coordinates of its lowest corner.
    """

    evidence: NDArray[np.int8]
    height: NDArray[np.int8]
    corner: Key

    @property
    def origin_m(self) -> NDArray[np.float64]:
        """(3,) world position of the lowest corner."""
        return np.array(self.corner) * (CHUNK * VOXEL_M)


@dataclass(frozen=True, kw_only=True, eq=False)
class VoxelMap:
    """Voxels by chunk. A value: `observe` gives a new one.

    Attributes:
        regions: all that anything is known of; never written to.
    """

    regions: Mapping[Key, Region | FarRegion] = field(default_factory=dict)

    @property
    def far_bytes(self) -> int:
        """What the squeezed regions cost."""
        return sum(len(r.data) for r in self.regions.values() if isinstance(r, FarRegion))

    def observe(self, frame: Frame, body: BodyConfig) -> VoxelMap:
        """The map after a frame with depth, seen by the eye of a body that stands there."""
        assert frame.depth_m is not None, "only depth tells where surfaces are"
        camera = frame.camera
        window = self.window(camera.position + AHEAD_M * camera.forward)
        changed = np.zeros(WINDOW, np.bool_)
        hidden = np.zeros(camera.shape, np.bool_) if frame.moving is None else frame.moving
        stride = max(camera.width_px // POINTS_ACROSS, 1)
        count = np.zeros(window.evidence.shape, np.int16)
        total = np.zeros(window.evidence.shape, np.float32)
        voxels = (window.evidence, window.height, window.origin_m)
        seen = (frame.depth_m, hidden, camera.lens, camera.pose_c2w, stride)
        observe(*voxels, *seen, count, total, changed)
        if hidden.any():
            soak(*voxels, *seen, count, changed)
        below_m = max(body.eye_m - body.step_m - body.radius_m, 0.0)
        stand(window.evidence, window.origin_m, camera.position, below_m, body.radius_m, changed)
        return self._with(window, changed)

    def off_the_way(self, depth_m: NDArray[np.float32], camera: Camera) -> NDArray[np.float32]:
        """A picture's depth with nothing where a body has been.

        A model that looks back along the way may draw a tree there; it would be walked through.

        Args:
            depth_m: (H, W) float32, metres along +z, +inf sky, 0 unknown.
            camera: what saw it.

        Returns:
            (H, W) float32, the same array if nothing was in the way.
        """
        window = self.window(camera.position + AHEAD_M * camera.forward)
        there, seen = (window.evidence, window.origin_m), (camera.lens, camera.pose_c2w)
        if not is_in_the_way(*there, depth_m, *seen, GLANCE_PX):
            return depth_m
        moved = depth_m.copy()
        off_the_way(*there, moved, *seen)
        return moved

    def window(self, centre_m: NDArray[np.float64]) -> Window:
        """Copy the box around a place, (3,) metres, out of the map.

        Raises:
            ShapeError: the place is none: the loops would read what is nobody's.
        """
        if not np.isfinite(centre_m).all():
            raise ShapeError(f"a place in memory must be 3 finite metres, got {centre_m}")
        middle = np.floor(np.clip(centre_m, -1e6, 1e6) / (CHUNK * VOXEL_M)).astype(int)
        corner: Key = tuple((middle - np.array(WINDOW) // 2).tolist())
        size = tuple(chunks * CHUNK for chunks in WINDOW)
        evidence, height = np.zeros(size, np.int8), np.zeros(size, np.int8)
        opened = {home: self._chunks(home) for home in _homes(corner)}
        for (i, j, k), box in _BOXES:
            key = (corner[0] + i, corner[1] + j, corner[2] + k)
            chunk = opened[region_of(key)].get(key)
            if chunk is not None:
                evidence[box], height[box] = chunk
        return Window(evidence=evidence, height=height, corner=corner)

    def _chunks(self, key: Key) -> Mapping[Key, Chunk]:
        region = self.regions.get(key)
        if region is None:
            return {}
        return region.chunks if isinstance(region, Region) else region.opened().chunks

    def _with(self, window: Window, differ: NDArray[np.bool_]) -> VoxelMap:
        """This map with a window's chunks in place of its own where they differ, `WINDOW` bool."""
        regions = dict(self.regions)
        for home in _homes(window.corner):
            region = regions.get(home)
            if isinstance(region, FarRegion):  # somebody has come near: it stays at hand
                regions[home] = region.opened()
        changed: dict[Key, dict[Key, Chunk]] = {}
        for offset in np.argwhere(differ).tolist():
            box, key = _box(offset), _add(window.corner, offset)
            home = region_of(key)
            if home not in changed:
                changed[home] = dict(self._chunks(home))
            changed[home][key] = (window.evidence[box].copy(), window.height[box].copy())
        regions.update({home: Region(chunks=chunks) for home, chunks in changed.items()})
        return VoxelMap(regions=regions)._fitted(_add(window.corner, (2, 1, 2)))

    def _fitted(self, middle: Key) -> VoxelMap:
        """With few enough regions at hand, and the squeezed ones within what they may cost."""
        open_ones = [key for key, region in self.regions.items() if isinstance(region, Region)]
        if len(open_ones) <= AT_HAND:
            return self
        centre = region_of(middle)

        def away(key: Key) -> int:
            return sum((a - b) ** 2 for a, b in zip(key, centre, strict=True))

        regions = dict(self.regions)
        for key in sorted(open_ones, key=away)[AT_HAND:]:
            region = regions[key]
            assert isinstance(region, Region), "only open regions were listed"
            regions[key] = region.squeezed()
        fitted = VoxelMap(regions=regions)
        if fitted.far_bytes <= MOST_FAR_BYTES:
            return fitted
        del regions[max(regions, key=away)]
        return VoxelMap(regions=regions)


class SeenSpace:
    """Ground and walls as far as they were seen: answers a walking body (`kinematics.Space`)."""

    def __init__(
        self, voxels: VoxelMap, body: BodyConfig, standing: NDArray[np.float64] | None = None
    ) -> None:
        """Ask `voxels`; `standing`, (3,) metres, is the ground under the body, if it is known."""
        self._voxels = voxels
        self._body = body
        self._standing = standing
        self._window: Window | None = None

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        """World y of the surface to stand on at (x, z); None where nothing was seen.

        Under water it is the bed, `water_m` below the surface. What lies between the ground
        underfoot and the nearest ground that was seen is taken for a straight slope:
        nobody sees the ground at their own feet.
        """
        bed = self._bed(x, z, from_y)
        if bed is not None:
            return sum(bed)
        step = self._body.step_m / VOXEL_M
        window, (i, j, k) = self._around(np.array([x, from_y, z]))
        found = ground(window.evidence, window.height, i, k, j - step, 2.0 * step)
        if np.isnan(found) and self._standing is not None:
            a, b, c = ((self._standing - window.origin_m) / VOXEL_M).tolist()
            reach = int(BRIDGE_M / VOXEL_M)
            found = bridge(window.evidence, window.height, (i, k), (a, b, c), reach)
        if np.isnan(found):
            return None
        return float(found * VOXEL_M + window.origin_m[1])

    def is_free(self, position: NDArray[np.float64], radius_m: float) -> bool:
        """Whether a ball at `position`, (3,) metres, touches no wall that was seen."""
        window, place = self._around(position)
        return not touches(window.evidence, *place, radius_m / VOXEL_M)

    def water_m(self, x: float, z: float, from_y: float) -> float:
        """How deep the water is over the bed that `ground_y` tells of, metres; 0 on dry land.

        A guess from the shore; what has none within `SHORE_M` is `DEEPEST_M` deep.
        """
        bed = self._bed(x, z, from_y)
        return 0.0 if bed is None else bed[1]

    def _bed(self, x: float, z: float, from_y: float) -> tuple[float, float] | None:
        """World y of the water's surface, and how deep it is there, metres; None on dry land."""
        window, (i, j, k) = self._around(np.array([x, from_y, z]))
        voxels = (window.evidence, window.height)
        eye, step = self._body.eye_m / VOXEL_M, self._body.step_m / VOXEL_M
        level = water(*voxels, i, k, j - eye, j - step)
        if np.isnan(level):
            return None
        away, bank = shore(*voxels, i, k, level, int(SHORE_M / VOXEL_M))
        slope = min(BED_SLOPE + BED_BY_BANK * bank, STEEPEST_BED)
        depth_m = DEEPEST_M if np.isnan(away) else min(away * VOXEL_M * slope, DEEPEST_M)
        return float(level * VOXEL_M + window.origin_m[1]), float(depth_m)

    def _around(self, position: NDArray[np.float64]) -> tuple[Window, tuple[float, float, float]]:
        """A window that has the place well inside it, and the place in voxels from its corner."""
        window = self._window
        if window is None or not self._inside(window, position):
            window = self._window = self._voxels.window(position)
        x, y, z = ((position - window.origin_m) / VOXEL_M).tolist()
        return window, (x, y, z)

    @staticmethod
    def _inside(window: Window, position: NDArray[np.float64]) -> bool:
        place = (position - window.origin_m) / VOXEL_M
        size = np.array(window.evidence.shape)
        return bool((place >= CHUNK // 2).all() and (place <= size - CHUNK // 2).all())


def _add(corner: Key, offset: Sequence[int]) -> Key:
    return corner[0] + offset[0], corner[1] + offset[1], corner[2] + offset[2]


def _homes(corner: Key) -> set[Key]:
    """The regions that a window touches."""
    last = tuple(chunks - 1 for chunks in WINDOW)
    ends = itertools.product(*zip((0, 0, 0), last, strict=True))
    return {region_of(_add(corner, end)) for end in ends}


def _box(offset: Sequence[int]) -> tuple[slice, ...]:
    return tuple(slice(CHUNK * at, CHUNK * (at + 1)) for at in offset)


_BOXES = tuple((offset, _box(offset)) for offset in np.ndindex(WINDOW))
"""Every chunk of a window, as an offset from its corner and as a place in its arrays."""

"""Voxels of one region of space: at hand while somebody is near, squeezed when all have gone.

    Region ──squeezed──▶ FarRegion ──opened──▶ the same Region

Most voxels are air, so a squeezed region is a hundredth of an open one.

Not here: which regions are near (`voxels`).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CHUNK = 16
"""Voxels along the edge of a chunk."""

REGION = 8
"""Chunks along the edge of a region."""

Key = tuple[int, int, int]
Chunk = tuple[NDArray[np.int8], NDArray[np.int8]]
"""Evidence and height, each (CHUNK, CHUNK, CHUNK) int8, as in `kernel_voxels`."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Region:
    """Chunks by their coordinates; never written to."""

    chunks: Mapping[Key, Chunk]

    def squeezed(self) -> FarRegion:
        """The same in few bytes."""
        keys = np.array(list(self.chunks), np.int64).reshape(-1, 3)
        planes = np.array(list(self.chunks.values()), np.int8)
        data = zlib.compress(keys.tobytes() + planes.tobytes(), 1)
        return FarRegion(count=len(keys), data=data)


@dataclass(frozen=True, kw_only=True, eq=False)
class FarRegion:
    """A region squeezed: `count` chunks in `data`."""

    count: int
    data: bytes

    def opened(self) -> Region:
        """The region as it was."""
        raw = zlib.decompress(self.data)
        split = self.count * 3 * 8
        keys = np.frombuffer(raw[:split], np.int64).reshape(-1, 3).tolist()
        planes = np.frombuffer(raw[split:], np.int8).reshape(-1, 2, CHUNK, CHUNK, CHUNK)
        pairs = zip(keys, planes, strict=True)
        return Region(chunks={(x, y, z): (both[0], both[1]) for (x, y, z), both in pairs})


def region_of(chunk: Key) -> Key:
    """The region in which a chunk lies."""
    return chunk[0] // REGION, chunk[1] // REGION, chunk[2] // REGION

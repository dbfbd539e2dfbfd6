"""Posed depth images to one field of distances: sparse, in levels, of bounded memory.

    frames ──▶ allocate ──▶ Level 0, 1, 2 …  ──▶ integrate ──▶ triangles of each level

Space is cut into blocks. A surface that some camera saw from near gets blocks of
the finest voxels; what was only ever seen from afar gets voxels twice, four
times … as wide, about as wide as a pixel is there. Where finer blocks take
over, the coarser ones stay as support and overlap them by one cell, so that no
gap opens between levels.

Not here: the inner loops (`kernel_fusion`, `kernel_nets`), what becomes of the
triangles (`surfaces`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.meshes.kernel_fusion import BASE, SIDE, VOXELS, integrate, touch
from worldgen.lifting.meshes.kernel_nets import cells, quads
from worldgen.lifting.meshes.mesh import Mesh
from worldgen.lifting.meshes.views import Frames, each, planes_of
from worldgen.progress import Progress

Blocks = tuple[NDArray[np.int64], NDArray[np.bool_]]
"""The keys of one level's blocks, sorted, and which of them are owned."""

COARSER = 2.0**0.5
"""How much wider voxels become when there would be too many."""


@dataclass(kw_only=True, eq=False)
class Level:
    """The blocks of one voxel size; their voxels are written to while frames come in.

    Attributes:
        voxel_m: edge of a voxel.
        coords: (N, 3) int32, the blocks' coordinates, sorted by key.
        owned: (N,) bool; blocks that are not only support for coarser cells beside finer ones.
        distance, weight: (N, VOXELS) float32, as in `kernel_fusion.integrate`.
    """

    voxel_m: float
    coords: NDArray[np.int32]
    owned: NDArray[np.bool_]
    distance: NDArray[np.float32]
    weight: NDArray[np.float32]


def fuse(
    frames: Frames,
    *,
    voxel_m: float,
    levels: int,
    reach_m: float,
    most_blocks: int,
    progress: Progress,
) -> list[Level]:
    """Fuse frames with depth to levels of distances, finest first.

    Args:
        frames: each with depth; read twice or more, one at a time.
        voxel_m: edge of the finest voxel; grows until there are at most `most_blocks` blocks.
        levels: how many voxel sizes there may be.
        reach_m: surfaces farther than this from the camera are left out.
        most_blocks: of all levels together; a block takes 4 kB.
        progress: told the share that is done.
    """
    furthest = 0.0

    def looked(done: float) -> None:
        nonlocal furthest  # a second look, with wider voxels, does not go back
        furthest = max(furthest, done)
        progress(0.4 * furthest)

    while True:
        keys = _touched(frames, voxel_m, levels, reach_m, looked)
        blocks = _refined(keys)
        if sum(len(named) for named, _ in blocks) <= most_blocks:
            break
        voxel_m *= COARSER
    fused = [_level(voxel_m * 2**at, named) for at, named in enumerate(blocks)]
    for frame in each(frames, lambda done: progress(0.4 + 0.6 * done)):
        plane, lens = planes_of(frame)
        for level in fused:
            pose = frame.camera.pose_c2w
            integrate(level.distance, level.weight, level.coords, level.voxel_m, plane, lens, pose)
    return [level for level in fused if len(level.coords)]


def triangles(level: Level) -> Mesh:
    """The surface of one level."""
    learnt = np.where(level.weight > 0, level.distance, np.float32(np.nan))
    around = _neighbours(level.coords)
    ids = np.empty(learnt.shape, np.int32)
    local = np.empty((cells(learnt, around, ids, np.empty((0, 3), np.float32)), 3), np.float32)
    cells(learnt, around, ids, local)
    corners = level.coords[np.nonzero(ids >= 0)[0]].astype(np.float64) * SIDE
    points = ((corners + local) * level.voxel_m).astype(np.float32)
    none = np.empty((0, 3), np.int32)
    faces = np.empty((quads(learnt, around, ids, level.owned, points, none), 3), np.int32)
    quads(learnt, around, ids, level.owned, points, faces)
    mesh = Mesh(vertices_m=points, faces=faces)
    return mesh.with_faces(np.ones(len(faces), bool))


def _touched(
    frames: Frames, voxel_m: float, levels: int, reach_m: float, progress: Progress
) -> list[NDArray[np.int64]]:
    """The keys of every level's blocks that some picture's surfaces run through, sorted."""
    found: list[list[NDArray[np.int64]]] = [[] for _ in range(levels)]
    room = np.empty(1 << 16, np.int64)
    for frame in each(frames, progress):
        plane, lens = planes_of(frame)
        for level, keys in enumerate(found):
            asked = (plane, lens, frame.camera.pose_c2w, voxel_m, level, levels, reach_m)
            count = touch(*asked, room)
            if count > len(room):
                room = np.empty(2 * count, np.int64)
                count = touch(*asked, room)
            keys.append(np.unique(room[:count]))
            if len(keys) == 32:  # so that a long walk does not pile them up
                keys[:] = [np.unique(np.concatenate(keys))]
    return [np.unique(np.concatenate(keys)) if keys else room[:0] for keys in found]


def _refined(touched: list[NDArray[np.int64]]) -> list[Blocks]:
    """Each level's keys, sorted, and which of them are owned.

    A block that a finer one lies in hands over to its eight children, and stays as support.
    """
    above: list[NDArray[np.int64]] = [touched[0][:0]]  # what finer levels lie in, by level
    for keys in touched[:-1]:
        finer = np.union1d(keys, above[-1])
        above.append(np.unique(_pack(_unpack(finer) >> 1)))
    levels: list[Blocks] = []
    keys = touched[-1]
    for at in range(len(touched) - 1, -1, -1):
        owned = ~np.isin(keys, above[at])
        levels.append((keys, owned))
        if at:
            handed = _unpack(keys[~owned])
            eight = [_pack(2 * handed + np.array(child)) for child in np.ndindex(2, 2, 2)]
            keys = np.unique(np.concatenate([touched[at - 1], *eight]))
    return levels[::-1]


def _level(voxel_m: float, blocks: Blocks) -> Level:
    """Blocks that have learnt nothing yet."""
    keys, owned = blocks
    shape = (len(keys), VOXELS)
    return Level(
        voxel_m=voxel_m,
        coords=_unpack(keys).astype(np.int32),
        owned=owned,
        distance=np.zeros(shape, np.float32),
        weight=np.zeros(shape, np.float32),
    )


def _unpack(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """(N, 3) block coordinates of (N,) keys."""
    mask = (1 << 21) - 1
    return np.stack([keys >> 42, (keys >> 21) & mask, keys & mask], axis=1) - BASE


def _pack(coords: NDArray[np.int64]) -> NDArray[np.int64]:
    """(N,) keys of (N, 3) block coordinates."""
    x, y, z = (coords[:, k] + BASE for k in range(3))
    packed: NDArray[np.int64] = (x << 42) | (y << 21) | z
    return packed


def _neighbours(coords: NDArray[np.int32]) -> NDArray[np.int32]:
    """(N, 3, 3, 3) int32: which block lies beside each one, −1 where there is none."""
    keys = _pack(coords.astype(np.int64))
    around = np.empty((len(coords), 3, 3, 3), np.int32)
    for x, y, z in np.ndindex(3, 3, 3):
        wanted = _pack(coords + np.array([x - 1, y - 1, z - 1]))
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        around[:, x, y, z] = np.where(keys[at] == wanted, at, -1)
    return around

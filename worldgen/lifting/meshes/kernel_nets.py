"""The inner loops of surface nets: one vertex in every cell that the surface runs through.

A cell has eight voxels for corners and is named by its lowest. It gets a vertex
if enough of its corners have learnt something and the distance changes sign
along an edge, at the mean of these crossings. Every edge that the surface crosses joins
the four cells around it to two triangles. A jump from far in front to far
behind is no surface: it is the rim of what was seen.

Not here: the distances (`kernel_fusion`), one mesh of many levels (`fusion`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.lifting.meshes.kernel_fusion import SIDE

JUMP = 2.5
"""Two neighbouring voxels' distances, in voxels, differ by at most this on a surface."""

LEAST_KNOWN = 5
"""Corners of a cell that must have learnt something: in a room's corners, nobody saw the eighth."""

ROW = SIDE + 1


@njit(cache=True, nogil=True, error_model="numpy")
def _corners(
    values: NDArray[np.float32], around: NDArray[np.int32], out: NDArray[np.float32]
) -> None:
    """A block's voxels and the first layer of its neighbours above, (ROW,) * 3; NaN if none."""
    for i in range(ROW):
        for j in range(ROW):
            for k in range(ROW):
                beside = around[1 + (i == SIDE), 1 + (j == SIDE), 1 + (k == SIDE)]
                if beside < 0:
                    out[i, j, k] = np.nan
                else:
                    at = ((i % SIDE) * SIDE + j % SIDE) * SIDE + k % SIDE
                    out[i, j, k] = values[beside, at]


@njit(cache=True, nogil=True, error_model="numpy", inline="always")
def _crosses(a: float, b: float) -> bool:
    """Whether a surface runs between two voxels; NaN is no voxel."""
    return ((a < 0.0 <= b) or (b < 0.0 <= a)) and abs(a - b) <= JUMP


@njit(cache=True, nogil=True, error_model="numpy")
def cells(
    distance: NDArray[np.float32],
    around: NDArray[np.int32],
    ids: NDArray[np.int32],
    points: NDArray[np.float32],
) -> int:
    """Give every cell that the surface runs through a number and a vertex.

    Args:
        distance: (N, VOXELS) float32, voxels; NaN where nothing was learnt.
        around: (N, 3, 3, 3) int32, each block's neighbours, itself in the middle; −1 if none.
        ids: (N, VOXELS) int32, written: the cell's vertex, −1 if it has none.
        points: (P, 3) float32, written: voxels from the block's lowest corner.

    Returns:
        How many there are; above P those that did not fit are counted but not written.
    """
    block = np.empty((ROW, ROW, ROW), np.float32)
    count = 0
    for n in range(len(distance)):
        _corners(distance, around[n], block)
        for i in range(SIDE):
            for j in range(SIDE):
                for k in range(SIDE):
                    at = (i * SIDE + j) * SIDE + k
                    ids[n, at] = -1
                    known, behind = 0, 0
                    for c in range(8):
                        value = block[i + (c >> 2), j + ((c >> 1) & 1), k + (c & 1)]
                        known += not np.isnan(value)
                        behind += value < 0.0
                    if known < LEAST_KNOWN or behind == 0 or behind == known:
                        continue
                    x, y, z, found = 0.0, 0.0, 0.0, 0
                    for c in range(8):
                        p, q, s = c >> 2, (c >> 1) & 1, c & 1
                        a = block[i + p, j + q, k + s]
                        if p == 0 and _crosses(a, block[i + 1, j + q, k + s]):
                            x += a / (a - block[i + 1, j + q, k + s])
                            y, z, found = y + q, z + s, found + 1
                        if q == 0 and _crosses(a, block[i + p, j + 1, k + s]):
                            y += a / (a - block[i + p, j + 1, k + s])
                            x, z, found = x + p, z + s, found + 1
                        if s == 0 and _crosses(a, block[i + p, j + q, k + 1]):
                            z += a / (a - block[i + p, j + q, k + 1])
                            x, y, found = x + p, y + q, found + 1
                    if found == 0:
                        continue
                    if count < len(points):
                        points[count, 0] = i + 0.5 + x / found
                        points[count, 1] = j + 0.5 + y / found
                        points[count, 2] = k + 0.5 + z / found
                    ids[n, at] = count
                    count += 1
    return count


@njit(cache=True, nogil=True, error_model="numpy", inline="always")
def _cell(ids: NDArray[np.int32], around: NDArray[np.int32], n: int, i: int, j: int, k: int) -> int:
    """The vertex of a cell of block n or of a neighbour below; −1 if it has none."""
    beside = around[n, 1 - (i < 0), 1 - (j < 0), 1 - (k < 0)]
    if beside < 0:
        return -1
    at = ((i % SIDE) * SIDE + j % SIDE) * SIDE + k % SIDE
    vertex: int = ids[beside, at]
    return vertex


@njit(cache=True, nogil=True, error_model="numpy")
def _is_owned(
    around: NDArray[np.int32], owned: NDArray[np.bool_], n: int, i: int, j: int, k: int
) -> bool:
    """Whether an owned block lies within a cell of the four cells at a voxel of block n."""
    for c in range(8):
        p = i - 2 + 3 * (c >> 2)
        q = j - 2 + 3 * ((c >> 1) & 1)
        s = k - 2 + 3 * (c & 1)
        x, y, z = 1 - (p < 0) + (p >= SIDE), 1 - (q < 0) + (q >= SIDE), 1 - (s < 0) + (s >= SIDE)
        beside = around[n, x, y, z]
        if beside >= 0 and owned[beside]:
            return True
    return False


@njit(cache=True, nogil=True, error_model="numpy")
def quads(
    distance: NDArray[np.float32],
    around: NDArray[np.int32],
    ids: NDArray[np.int32],
    owned: NDArray[np.bool_],
    points: NDArray[np.float32],
    faces: NDArray[np.int32],
) -> int:
    """Join the cells around every crossed edge to two triangles, cut along the shorter diagonal.

    Args:
        distance, around, ids: as in `cells`.
        owned: (N,) bool; only quads in or right beside owned blocks are made, so that they
            reach over the edge of the finer level, which ends a cell short of its blocks.
        points: (P, 3) float32, the vertices, all in one frame.
        faces: (F, 3) int32, written: anticlockwise as seen from where distances are positive.

    Returns:
        How many there are; above F those that did not fit are counted but not written.
    """
    block = np.empty((ROW, ROW, ROW), np.float32)
    count = 0
    for n in range(len(distance)):
        _corners(distance, around[n], block)
        for i in range(SIDE):
            for j in range(SIDE):
                for k in range(SIDE):
                    here = block[i, j, k]
                    if np.isnan(here):
                        continue
                    for axis in range(3):
                        ax, ay, az = axis == 0, axis == 1, axis == 2
                        there = block[i + ax, j + ay, k + az]
                        if np.isnan(there) or not _crosses(here, there):
                            continue
                        # The other two axes, in the order that turns about this one.
                        ux, uy, uz = axis == 2, axis == 0, axis == 1
                        wx, wy, wz = axis == 1, axis == 2, axis == 0
                        a = _cell(ids, around, n, i, j, k)
                        b = _cell(ids, around, n, i - ux, j - uy, k - uz)
                        c = _cell(ids, around, n, i - ux - wx, j - uy - wy, k - uz - wz)
                        d = _cell(ids, around, n, i - wx, j - wy, k - wz)
                        if min(min(a, b), min(c, d)) < 0:
                            continue
                        if not _is_owned(around, owned, n, i, j, k):
                            continue
                        if here >= 0.0:
                            b, d = d, b
                        if count + 2 <= len(faces):
                            ac, bd = 0.0, 0.0
                            for m in range(3):
                                ac += (points[a, m] - points[c, m]) ** 2
                                bd += (points[b, m] - points[d, m]) ** 2
                            faces[count, 0], faces[count, 1] = a, b
                            faces[count + 1, 1], faces[count + 1, 2] = c, d
                            faces[count, 2] = c if ac <= bd else d
                            faces[count + 1, 0] = a if ac <= bd else b
                        count += 2
    return count

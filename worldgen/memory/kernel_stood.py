"""Loops over where a body has been: marked in voxels, and kept clear in pictures.

Arrays are a window of voxels, as in `kernel_voxels`.

Not here: what else voxels know (`kernel_voxels`), cutting the window out (`voxels`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.memory.kernel_voxels import STOOD, VOXEL_M, WALL_EVIDENCE, lifted


@njit(cache=True, nogil=True, error_model="numpy")
def stand(
    evidence: NDArray[np.int8],
    origin_m: NDArray[np.float64],
    eye_m: NDArray[np.float64],
    below_m: float,
    radius_m: float,
    changed: NDArray[np.bool_],
) -> None:
    """Mark the voxels that a body fills, from its eye to `below_m` under it, as free for ever.

    A wall stays one: a body that is pressed against it must not wear it away.

    Args:
        evidence: (X, Y, Z) int8, written. origin_m: (3,) its lowest corner.
        eye_m: (3,) world position of the eye.
        below_m: how far under the eye the body's lowest ball has its middle.
        radius_m: of the balls.
        changed: as in `observe`.
    """
    nx, ny, nz = evidence.shape
    wide, tall, deep = nx // changed.shape[0], ny // changed.shape[1], nz // changed.shape[2]
    for i in range(nx):
        dx = origin_m[0] + (i + 0.5) * VOXEL_M - eye_m[0]
        if abs(dx) > radius_m:
            continue
        for k in range(nz):
            dz = origin_m[2] + (k + 0.5) * VOXEL_M - eye_m[2]
            if dx * dx + dz * dz > radius_m * radius_m:
                continue
            for j in range(ny):
                dy = origin_m[1] + (j + 0.5) * VOXEL_M - eye_m[1]
                over = max(-dy, dy - below_m, 0.0)
                filled = dx * dx + dz * dz + over * over <= radius_m * radius_m
                if filled and evidence[i, j, k] < WALL_EVIDENCE:
                    changed[i // wide, j // tall, k // deep] |= evidence[i, j, k] != STOOD
                    evidence[i, j, k] = STOOD


@njit(cache=True, nogil=True, error_model="numpy")
def is_in_the_way(
    evidence: NDArray[np.int8],
    origin_m: NDArray[np.float64],
    depth_m: NDArray[np.float32],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    stride_px: int,
) -> bool:
    """Whether a picture shows something where a body has been; arguments as for `off_the_way`.

    Only every so many rows and columns are read.
    """
    rows, columns = depth_m.shape
    for v in range(stride_px // 2, rows, stride_px):
        for u in range(stride_px // 2, columns, stride_px):
            d = depth_m[v, u]
            if d > 0.0 and _was_stood_in(evidence, lifted(lens, pose_c2w, origin_m, u, v, d)):
                return True
    return False


@njit(cache=True, nogil=True, error_model="numpy")
def off_the_way(
    evidence: NDArray[np.int8],
    origin_m: NDArray[np.float64],
    depth_m: NDArray[np.float32],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
) -> None:
    """Move what a picture shows where a body has been back along its rays, until it is not there.

    Args:
        evidence: (X, Y, Z) int8. origin_m: (3,) its lowest corner.
        depth_m: (H, W) float32, metres along +z, +inf sky, 0 unknown; changed in place.
        lens: (4,) fx, fy, cx, cy in pixels. pose_c2w: (4, 4).
    """
    rows, columns = depth_m.shape
    step = np.float32(0.25 * VOXEL_M)
    for v in range(rows):
        for u in range(columns):
            d = depth_m[v, u]
            if not d > 0.0:
                continue
            while _was_stood_in(evidence, lifted(lens, pose_c2w, origin_m, u, v, d)):
                d += step
            depth_m[v, u] = d


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def _was_stood_in(evidence: NDArray[np.int8], place: tuple[float, float, float]) -> bool:
    """Whether a body has been at a place in the window, in voxels from its corner."""
    x, y, z = place
    nx, ny, nz = evidence.shape
    if not (0.0 <= x < nx and 0.0 <= y < ny and 0.0 <= z < nz):
        return False
    return bool(evidence[int(x), int(y), int(z)] == STOOD)

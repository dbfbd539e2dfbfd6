"""The inner loops of fusion: each pixel's surface, the blocks it touches, what these learn.

A pixel is a small plane, not a point: its tilt is read from its neighbours'
disparities, which are linear in the picture wherever a surface is flat. So a
voxel learns its true distance to the surface, not the distance along a ray,
and ground seen at a flat angle comes out as sharp as a wall seen head on.

Blocks are cubes of `SIDE` voxels, named by whole-number coordinates. All of it
is single-threaded and frees the GIL.

Not here: which voxel size, how much memory (`fusion`), triangles (`kernel_nets`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

SIDE = 8
"""Voxels along the edge of a block."""

VOXELS = SIDE**3

BAND = 3.0
"""Distances are kept up to so many voxels on either side of a surface."""

NEAR_M = 0.05
"""Nothing nearer to the camera than this is believed."""

TORN = 0.35
"""Neighbours whose disparities differ by more than this share are on two surfaces."""

BASE = 1 << 20
"""Block coordinates lie in [−BASE, BASE): 21 bits each in a key."""


@njit(cache=True, nogil=True, error_model="numpy")
def planes(
    depth_m: NDArray[np.float32],
    hidden: NDArray[np.bool_],
    lens: NDArray[np.float64],
    out: NDArray[np.float32],
) -> None:
    """What surface each pixel shows, in camera axes.

    Args:
        depth_m: (H, W) float32, +inf sky; 0, negative or NaN unknown.
        hidden: (H, W) bool, pixels that say nothing of what stands still.
        lens: (4,) fx, fy, cx, cy in pixels.
        out: (H, W, 5) float32, written: the plane's unit normal, which looks away from the
            camera; the camera's distance to the plane, metres; how far the pixel is to be
            trusted, 0 (unknown) to 1. Sky has distance +inf and normal 0.
    """
    rows, columns = depth_m.shape
    for v in range(rows):
        for u in range(columns):
            out[v, u] = 0.0
            d = depth_m[v, u]
            if hidden[v, u] or not d > NEAR_M:
                continue
            if np.isinf(d):
                out[v, u, 3] = np.inf
                out[v, u, 4] = 1.0
                continue
            here = 1.0 / d
            slope_u, torn_u = _slope(depth_m, hidden, v, u, 0, 1, here)
            slope_v, torn_v = _slope(depth_m, hidden, v, u, 1, 0, here)
            a, b = (u + 0.5 - lens[2]) / lens[0], (v + 0.5 - lens[3]) / lens[1]
            x, y = slope_u * lens[0], slope_v * lens[1]
            z = here - x * a - y * b
            length = np.sqrt(x * x + y * y + z * z)
            out[v, u, 0], out[v, u, 1], out[v, u, 2] = x / length, y / length, z / length
            out[v, u, 3] = 1.0 / length
            out[v, u, 4] = 0.25 if torn_u or torn_v else 1.0


@njit(cache=True, nogil=True, error_model="numpy")
def _slope(
    depth_m: NDArray[np.float32],
    hidden: NDArray[np.bool_],
    v: int,
    u: int,
    down: int,
    across: int,
    here: float,
) -> tuple[float, bool]:
    """Change of disparity per pixel along one axis, from the closer neighbour; is there an edge?"""
    rows, columns = depth_m.shape
    best, torn, found, other = 0.0, False, 0, 0.0
    for step in (-1, 1):
        q, p = v + step * down, u + step * across
        if not (0 <= q < rows and 0 <= p < columns):
            continue
        d = depth_m[q, p]
        if hidden[q, p] or not d > NEAR_M:
            continue
        there = 0.0 if np.isinf(d) else 1.0 / d
        change = (there - here) * step
        if abs(change) > TORN * max(here, there):
            torn = True
            continue
        if found == 0 or abs(change) < abs(best):
            best, other = change, best
        else:
            other = change
        found += 1
    if found == 2 and abs(best - other) < 0.1 * abs(best + other):
        best = 0.5 * (best + other)
    return best, torn


@njit(cache=True, nogil=True, error_model="numpy")
def touch(
    plane: NDArray[np.float32],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    voxel_m: float,
    level: int,
    levels: int,
    reach_m: float,
    keys: NDArray[np.int64],
) -> int:
    """Name the blocks of one level that a picture's surfaces run through.

    A pixel belongs to the finest level whose voxels are no smaller than the pixel is wide there.

    Args:
        plane: (H, W, 5), as `planes` wrote it.
        lens, pose_c2w: of the camera.
        voxel_m: edge of a voxel of level 0; each further level's is twice as long.
        level, levels: which, and how many there are.
        reach_m: surfaces farther than this along +z are left out.
        keys: (K,) int64, written: packed block coordinates, many of them more than once.

    Returns:
        How many keys there are; above K those that did not fit are counted but not written.
    """
    rows, columns = plane.shape[:2]
    r, size_m = pose_c2w, voxel_m * 2.0**level
    block_m, count = SIDE * size_m, 0
    for v in range(rows):
        last = np.int64(-1)
        for u in range(columns):
            away = plane[v, u, 3]
            if plane[v, u, 4] == 0.0 or np.isinf(away):
                continue
            a, b = (u + 0.5 - lens[2]) / lens[0], (v + 0.5 - lens[3]) / lens[1]
            facing = plane[v, u, 0] * a + plane[v, u, 1] * b + plane[v, u, 2]
            z = away / facing
            if z > reach_m:
                continue
            wide = z / lens[0] / voxel_m
            wanted = 0 if wide <= 1.0 else int(np.ceil(np.log2(wide)))
            if min(wanted, levels - 1) != level:
                continue
            # Along the ray, as far as the band is thick across the surface.
            length = np.sqrt(a * a + b * b + 1.0)
            span = min(BAND * size_m / facing, 2.0 * block_m / length, 0.5 * z)
            steps = int(np.ceil(4.0 * span * length / block_m)) + 1
            for k in range(-steps, steps + 1):
                s = z + span * k / steps
                x = r[0, 3] + s * (r[0, 0] * a + r[0, 1] * b + r[0, 2])
                y = r[1, 3] + s * (r[1, 0] * a + r[1, 1] * b + r[1, 2])
                w = r[2, 3] + s * (r[2, 0] * a + r[2, 1] * b + r[2, 2])
                i, j, k3 = np.floor(x / block_m), np.floor(y / block_m), np.floor(w / block_m)
                if max(abs(i), abs(j), abs(k3)) >= BASE - 2:
                    continue
                key = (np.int64(i + BASE) << 42) | (np.int64(j + BASE) << 21) | np.int64(k3 + BASE)
                if key != last:
                    if count < keys.size:
                        keys[count] = key
                    count += 1
                    last = key
    return count


@njit(cache=True, nogil=True, error_model="numpy")
def integrate(
    distance: NDArray[np.float32],
    weight: NDArray[np.float32],
    coords: NDArray[np.int32],
    voxel_m: float,
    plane: NDArray[np.float32],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
) -> None:
    """Let the voxels of every block that one picture shows learn from it.

    Args:
        distance: (N, VOXELS) float32 in voxels, + towards the camera; read and written.
        weight: (N, VOXELS) float32, how much has been learnt; read and written.
        coords: (N, 3) int32, the blocks' coordinates.
        voxel_m: edge of a voxel of this level.
        plane: (H, W, 5), as `planes` wrote it. lens, pose_c2w: of the camera.
    """
    rows, columns = plane.shape[:2]
    fx, fy, cx, cy = lens[0], lens[1], lens[2], lens[3]
    r, half, around = pose_c2w, 0.5 * SIDE * voxel_m, 0.5 * SIDE * voxel_m * 1.7321
    left, right = -cx / fx, (columns - cx) / fx
    top, bottom = -cy / fy, (rows - cy) / fy
    slack_u, slack_v = 1.0 + max(abs(left), abs(right)), 1.0 + max(abs(top), abs(bottom))
    for n in range(len(coords)):
        x0 = coords[n, 0] * SIDE * voxel_m - r[0, 3]
        y0 = coords[n, 1] * SIDE * voxel_m - r[1, 3]
        z0 = coords[n, 2] * SIDE * voxel_m - r[2, 3]
        x, y, z = x0 + half, y0 + half, z0 + half
        a = r[0, 0] * x + r[1, 0] * y + r[2, 0] * z
        b = r[0, 1] * x + r[1, 1] * y + r[2, 1] * z
        c = r[0, 2] * x + r[1, 2] * y + r[2, 2] * z
        if c < -around or not c * left - around * slack_u <= a <= c * right + around * slack_u:
            continue
        if not c * top - around * slack_v <= b <= c * bottom + around * slack_v:
            continue
        for i in range(SIDE):
            x = x0 + (i + 0.5) * voxel_m
            for j in range(SIDE):
                y = y0 + (j + 0.5) * voxel_m
                for k in range(SIDE):
                    z = z0 + (k + 0.5) * voxel_m
                    c = r[0, 2] * x + r[1, 2] * y + r[2, 2] * z
                    if c <= NEAR_M:
                        continue
                    a = r[0, 0] * x + r[1, 0] * y + r[2, 0] * z
                    b = r[0, 1] * x + r[1, 1] * y + r[2, 1] * z
                    u, v = fx * a / c + cx, fy * b / c + cy
                    if not (0.0 <= u < columns and 0.0 <= v < rows):
                        continue
                    seen = plane[int(v), int(u)]
                    if seen[4] == 0.0:
                        continue
                    if np.isinf(seen[3]):
                        far, learnt = BAND, 0.3 / max(c, 1.0) ** 2
                    else:
                        along = seen[0] * a + seen[1] * b + seen[2] * c
                        far = (seen[3] - along) / voxel_m
                        if far <= -BAND:
                            continue
                        length = np.sqrt(a * a + b * b + c * c)
                        slant = along / length
                        # Where the plane that was seen would lie along this voxel's ray.
                        d = c * seen[3] / max(along, 1e-6)
                        if c > 1.3 * d + 4.0 * BAND * voxel_m:
                            continue
                        learnt = seen[4] * max(slant, 0.05) / max(d, 1.0) ** 2
                        if far < 0.0:
                            learnt *= 1.0 + far / BAND
                        far = min(far, BAND)
                    at = (i * SIDE + j) * SIDE + k
                    before = weight[n, at]
                    after = before + learnt
                    if after <= 0.0:
                        continue
                    share = np.float32(learnt / after)
                    distance[n, at] += (np.float32(far) - distance[n, at]) * share
                    weight[n, at] = after

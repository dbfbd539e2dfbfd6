"""Loops over voxels: what a depth image says of them, and what a body asks of them.

A voxel's evidence rises when a picture shows a surface in it and falls when one
sees through it; below zero it speaks of water (`kernel_water`). `STOOD` marks where a
body has been: free for ever. A voxel also keeps how high in it the surface lies, so
that the ground is smooth.

All arrays here are a window: a dense box of voxels cut out of the map. Not
here: cutting it out and keeping it (`voxels`), where a body has been (`kernel_stood`), what it
does (`kinematics`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

VOXEL_M = 0.2
"""Edge of a voxel."""

STOOD = -128
"""Evidence where a body has been."""

HIT, MISS, MOST = 2, 1, 12
"""What one picture adds to evidence, what it takes away, and the most there can be."""

GROUND_EVIDENCE, WALL_EVIDENCE = 2, 4
"""Evidence that carries a body (one picture's), and that stops one (two pictures')."""

WATER_EVIDENCE = -6
"""Evidence from which down a voxel holds the surface of water (three pictures')."""

LEAST_POINTS = 2
"""Pixels of one picture that must fall into a voxel to count."""

REACH_M = 8.0
"""Surfaces farther than this from the camera say nothing."""

MOST_THICK, HEADROOM = 3, 6
"""Voxels: ground is at most so thick, with so many free above it; else something stands there."""

UNEVEN, STEEPEST = 0.75, 0.25
"""Ground that was seen is bridged to if it lies on a slope no steeper than this, or so many voxels
off one: from where a body stands, the top of a block looks like ground on a steep one."""

AGREEING = 5.0
"""Voxels: ground is bridged to by the median of all that is so little farther than the nearest."""

UNSEEN, UPRIGHT = -1.0, -2.0
"""Of a column in which no ground is known: nothing at all was seen, or something that stands."""


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def lifted(
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    origin_m: NDArray[np.float64],
    u: int,
    v: int,
    d: float,
) -> tuple[float, float, float]:
    """Where a pixel (u, v) of depth d lies, in voxels from the window's lowest corner."""
    r = pose_c2w
    a, b = (u + 0.5 - lens[2]) / lens[0], (v + 0.5 - lens[3]) / lens[1]
    x = (r[0, 3] + d * (r[0, 0] * a + r[0, 1] * b + r[0, 2]) - origin_m[0]) / VOXEL_M
    y = (r[1, 3] + d * (r[1, 0] * a + r[1, 1] * b + r[1, 2]) - origin_m[1]) / VOXEL_M
    z = (r[2, 3] + d * (r[2, 0] * a + r[2, 1] * b + r[2, 2]) - origin_m[2]) / VOXEL_M
    return x, y, z


@njit(cache=True, nogil=True, error_model="numpy")
def observe(
    evidence: NDArray[np.int8],
    height: NDArray[np.int8],
    origin_m: NDArray[np.float64],
    depth_m: NDArray[np.float32],
    hidden: NDArray[np.bool_],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    stride_px: int,
    count: NDArray[np.int16],
    total: NDArray[np.float32],
    changed: NDArray[np.bool_],
) -> None:
    """Let one depth image speak of the voxels that it shows and sees through.

    Args:
        evidence: (X, Y, Z) int8, read and written.
        height: (X, Y, Z) int8, how far below (+y) the voxel's middle its surface lies,
            1/100 of a voxel; read and written.
        origin_m: (3,) world position of the window's lowest corner.
        depth_m: (H, W) float32, +inf sky, 0 unknown.
        hidden: (H, W) bool, pixels that say nothing of what stands still.
        lens: (4,) fx, fy, cx, cy in pixels. pose_c2w: (4, 4).
        stride_px: only every so many rows and columns are read.
        count, total: (X, Y, Z) int16 and float32, zeros; scratch.
        changed: (A, B, C) bool, set for those of as many even boxes in which evidence changed.
    """
    nx, ny, nz = evidence.shape
    wide, tall, deep = nx // changed.shape[0], ny // changed.shape[1], nz // changed.shape[2]
    rows, columns = depth_m.shape
    fx, fy, cx, cy = lens[0], lens[1], lens[2], lens[3]
    r = pose_c2w
    for v in range(stride_px // 2, rows, stride_px):
        for u in range(stride_px // 2, columns, stride_px):
            d = depth_m[v, u]
            if not 0.0 < d <= REACH_M or hidden[v, u]:
                continue
            x, y, z = lifted(lens, pose_c2w, origin_m, u, v, d)
            if 0.0 <= x < nx and 0.0 <= y < ny and 0.0 <= z < nz:
                i, j, k = int(x), int(y), int(z)
                count[i, j, k] += 1
                total[i, j, k] += np.float32(y - j - 0.5)
    for i in range(nx):
        for j in range(ny):
            for k in range(nz):
                seen, held = count[i, j, k], evidence[i, j, k]
                if seen < LEAST_POINTS and held <= 0:
                    continue
                if held == STOOD:
                    continue
                if seen >= LEAST_POINTS:
                    mean = 100.0 * total[i, j, k] / seen
                    share = max(0.1, 1.0 / (1.0 + max(held, 0) / HIT))
                    height[i, j, k] = int(round(height[i, j, k] * (1.0 - share) + mean * share))
                    evidence[i, j, k] = min(held + HIT, MOST)
                    changed[i // wide, j // tall, k // deep] |= held != MOST
                elif held > 0 and seen == 0:
                    x = origin_m[0] + (i + 0.5) * VOXEL_M - r[0, 3]
                    y = origin_m[1] + (j + 0.5) * VOXEL_M - r[1, 3]
                    z = origin_m[2] + (k + 0.5) * VOXEL_M - r[2, 3]
                    ahead = r[0, 2] * x + r[1, 2] * y + r[2, 2] * z
                    if not 0.3 < ahead <= REACH_M:
                        continue
                    u = fx * (r[0, 0] * x + r[1, 0] * y + r[2, 0] * z) / ahead + cx
                    v = fy * (r[0, 1] * x + r[1, 1] * y + r[2, 1] * z) / ahead + cy
                    half = 0.5 * fx * VOXEL_M / ahead
                    if _seen_through(depth_m, hidden, u, v, half, ahead):
                        evidence[i, j, k] = held - MISS
                        changed[i // wide, j // tall, k // deep] = True


@njit(cache=True, nogil=True, error_model="numpy")
def _seen_through(
    depth_m: NDArray[np.float32],
    hidden: NDArray[np.bool_],
    u: float,
    v: float,
    half_px: float,
    depth: float,
) -> bool:
    """Whether all that a picture shows around (u, v) lies well behind `depth`."""
    rows, columns = depth_m.shape
    behind = depth * 1.05 + 1.5 * VOXEL_M
    if not (half_px <= u < columns - half_px and half_px <= v < rows - half_px):
        return False
    for b in range(-1, 2):
        for a in range(-1, 2):
            q, p = int(v + b * half_px), int(u + a * half_px)
            d = depth_m[q, p]
            if hidden[q, p] or not d > behind:
                return False
    return True


@njit(cache=True, nogil=True, error_model="numpy")
def _top(evidence: NDArray[np.int8], height: NDArray[np.int8], i: int, k: int, first: int) -> float:
    """Row of the first surface at or below row `first` of a column, in voxels; -1 if none."""
    ny = evidence.shape[1]
    j = first
    while j < ny and evidence[i, j, k] < GROUND_EVIDENCE:
        j += 1
    if j >= ny:
        return -1.0
    if j == first and j > 0 and evidence[i, j - 1, k] >= GROUND_EVIDENCE:
        return -1.0  # the side of something higher
    top: float = j + 0.5 + height[i, j, k] / 100.0
    held = float(evidence[i, j, k])
    if j + 1 < ny and evidence[i, j + 1, k] >= GROUND_EVIDENCE:
        # A surface that lies about where two voxels meet is in both.
        below = j + 1.5 + height[i, j + 1, k] / 100.0
        if below - top < 0.5:
            more = float(evidence[i, j + 1, k])
            top = (top * held + below * more) / (held + more)
    return top


@njit(cache=True, nogil=True, error_model="numpy")
def ground(
    evidence: NDArray[np.int8],
    height: NDArray[np.int8],
    x: float,
    z: float,
    first_y: float,
    same: float,
) -> float:
    """Height of the ground at (x, z), smooth between columns; NaN where unknown.

    Args:
        evidence, height: (X, Y, Z) int8, the window.
        x, z: place, voxels from the window's corner.
        first_y: where to start looking down, likewise.
        same: surfaces farther apart than this are not one ground, voxels.

    Returns:
        y, voxels from the window's corner.
    """
    nx, ny, nz = evidence.shape
    first = min(max(int(first_y), 0), ny)
    anchor, nearest = np.nan, 1e9
    for reach in range(2):
        # The column itself and its neighbours first; one farther out only if they know nothing.
        for i in range(int(x) - 1 - reach, int(x) + 2 + reach):
            for k in range(int(z) - 1 - reach, int(z) + 2 + reach):
                if not (0 <= i < nx and 0 <= k < nz):
                    continue
                away = (i + 0.5 - x) ** 2 + (k + 0.5 - z) ** 2
                if away < nearest:
                    top = _top(evidence, height, i, k, first)
                    if top >= 0.0:
                        anchor, nearest = top, away
        if nearest < 1e9:
            break
    if nearest == 1e9:
        return np.nan
    total, weight = 0.0, 0.0
    for i in range(int(x) - 2, int(x) + 3):
        for k in range(int(z) - 2, int(z) + 3):
            if not (0 <= i < nx and 0 <= k < nz):
                continue
            away = (i + 0.5 - x) ** 2 + (k + 0.5 - z) ** 2
            share = max(0.0, 1.0 - away / 4.0) ** 2
            if share == 0.0:
                continue
            top = _top(evidence, height, i, k, first)
            if top >= 0.0 and abs(top - anchor) <= same:
                total += share * top
                weight += share
    return total / weight if weight > 0.0 else anchor


@njit(cache=True, nogil=True, error_model="numpy")
def _footing(
    evidence: NDArray[np.int8],
    height: NDArray[np.int8],
    i: int,
    k: int,
    level: float,
    slack: float,
) -> float:
    """Row of a column's ground nearest to row `level`, no farther than `slack`, in voxels.

    Ground is thin, with room for a body above. Without any it is water no higher than the level;
    `UPRIGHT` if something stands there; `UNSEEN` if there is nothing.
    """
    ny = evidence.shape[1]
    found, upright = UNSEEN, False
    first, end = max(int(level - slack), 0), min(int(level + slack) + 1, ny)
    for j in range(first, end):
        if evidence[i, j, k] < GROUND_EVIDENCE:
            continue
        thick, room = 1, 1
        while j + thick < ny and evidence[i, j + thick, k] >= GROUND_EVIDENCE:
            thick += 1
        while room <= min(HEADROOM, j) and evidence[i, j - room, k] < GROUND_EVIDENCE:
            room += 1
        if thick > MOST_THICK or room <= min(HEADROOM, j):
            upright = True
            continue
        top = _top(evidence, height, i, k, j)
        if found < 0.0 or abs(top - level) < abs(found - level):
            found = top
    if found < 0.0 and upright:
        return UPRIGHT
    for j in range(max(int(level), 0), end):
        if found < 0.0 and STOOD < evidence[i, j, k] <= WATER_EVIDENCE:
            found = j + 0.5 + height[i, j, k] / 100.0
    return found


@njit(cache=True, nogil=True, error_model="numpy")
def bridge(
    evidence: NDArray[np.int8],
    height: NDArray[np.int8],
    place: tuple[float, float],
    standing: tuple[float, float, float],
    reach: int,
) -> float:
    """Height of unseen ground between where a body stands and the nearest ground that was seen.

    A straight line from one to what most of the nearest ground agrees on, down to water likewise,
    and level if something that stands upright is nearer: what can be seen of a wall or a post is
    no end of a ramp, nor is its lowest edge, which looks like a ledge. NaN if no ground was seen
    within reach.

    Args:
        evidence, height: (X, Y, Z) int8, the window.
        place: (x, z), voxels from the window's corner.
        standing: (x, y, z) of the feet, likewise.
        reach: how far to look, voxels.
    """
    nx, _, nz = evidence.shape
    x, z = place
    tops, aways = np.empty((2 * reach + 2) ** 2), np.empty((2 * reach + 2) ** 2)
    count, nearest, barred = 0, 1e9, 1e9
    for i in range(max(int(x) - reach, 0), min(int(x) + reach + 1, nx)):
        for k in range(max(int(z) - reach, 0), min(int(z) + reach + 1, nz)):
            away = np.sqrt((i + 0.5 - x) ** 2 + (k + 0.5 - z) ** 2)
            if away > reach or away >= nearest + AGREEING:
                continue
            top = _footing(evidence, height, i, k, standing[1], UNEVEN + STEEPEST * away)
            if top == UPRIGHT:
                barred = min(barred, away)
            elif top >= 0.0:
                nearest = min(nearest, away)
                tops[count], aways[count] = top, away
                count += 1
    if count == 0:
        return np.nan
    if barred < nearest:
        return standing[1]
    about_as_near = aways[:count] < nearest + AGREEING
    end, off = np.median(tops[:count][about_as_near]), np.median(aways[:count][about_as_near])
    come = np.sqrt((standing[0] - x) ** 2 + (standing[2] - z) ** 2)
    if come + off == 0.0:
        return float(end)
    between: float = (standing[1] * off + end * come) / (come + off)
    return between


@njit(cache=True, nogil=True, error_model="numpy")
def touches(evidence: NDArray[np.int8], x: float, y: float, z: float, radius: float) -> bool:
    """Whether a ball touches a wall; place and radius in voxels from the window's corner."""
    nx, ny, nz = evidence.shape
    for i in range(max(int(x - radius), 0), min(int(x + radius) + 1, nx)):
        for j in range(max(int(y - radius), 0), min(int(y + radius) + 1, ny)):
            for k in range(max(int(z - radius), 0), min(int(z + radius) + 1, nz)):
                if evidence[i, j, k] < WALL_EVIDENCE:
                    continue
                away = (i + 0.5 - x) ** 2 + (j + 0.5 - y) ** 2 + (k + 0.5 - z) ** 2
                if away <= radius * radius:
                    return True
    return False

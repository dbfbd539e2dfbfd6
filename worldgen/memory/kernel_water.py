"""Loops over water: where pictures show it, and how far it is from there to dry ground.

Water is what moves by itself and stays where it is: what moves in a column of voxels lies
at one height, nothing there stands still, and so in one picture after the other. Flakes
cover a place now and then and leave it to the ground in between; a ball is elsewhere in
the next picture. So one number says both: evidence above zero is a surface that stands
still, evidence below zero is water, and each takes from the other.

All arrays here are a window, as in `kernel_voxels`. Not here: how deep water is for its
distance to the shore (`voxels`), what a body does (`kinematics`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.memory.kernel_voxels import (
    GROUND_EVIDENCE,
    HIT,
    LEAST_POINTS,
    MOST,
    REACH_M,
    STOOD,
    WATER_EVIDENCE,
    lifted,
)

FLAT = 1.0
"""What moves in a column and is no farther from its mean lies at one height, voxels."""

BELOW = 10
"""Ground so many voxels below something that moved, seen as often, says that it is no water."""

LEAST_COLUMNS = 5
"""Of the 25 columns around a place, as many must show water at one level."""

ONE_LEVEL = 1.5
"""Surfaces no farther apart than this are one water, voxels."""

BANK = 6.0
"""How far inland from the nearest dry ground the bank's slope is taken, voxels."""

BANK_HIGH, BANK_LOW = 10, 2
"""Ground from so many voxels above the water to so many below it is its bank; higher is a wall."""

STOOD_OVER = 3.75
"""Feet are no lower than this under the lowest voxel that a body filled, voxels: what it steps
over, 0.45 m, and what the grid and a ball's roundness may hide."""


@njit(cache=True, nogil=True, error_model="numpy")
def _levels(
    size: tuple[int, int, int],
    origin_m: NDArray[np.float64],
    depth_m: NDArray[np.float32],
    hidden: NDArray[np.bool_],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    stride_px: int,
) -> tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.int32]]:
    """Where in each column most of what moves lies: the level in voxels, votes for it, all points.

    A point at another height takes a vote back, so that only what is level has more than half.
    """
    nx, ny, nz = size
    rows, columns = depth_m.shape
    level = np.zeros((nx, nz), np.float32)
    votes, hits = np.zeros((nx, nz), np.int32), np.zeros((nx, nz), np.int32)
    for v in range(stride_px // 2, rows, stride_px):
        for u in range(stride_px // 2, columns, stride_px):
            if not hidden[v, u]:
                continue
            d = depth_m[v, u]
            if not 0.0 < d <= REACH_M:
                continue
            x, y, z = lifted(lens, pose_c2w, origin_m, u, v, d)
            if 0.0 <= x < nx and 1.0 <= y < ny - 1.0 and 0.0 <= z < nz:
                i, k = int(x), int(z)
                hits[i, k] += 1
                if votes[i, k] == 0:
                    level[i, k], votes[i, k] = y, 1
                elif abs(y - level[i, k]) < FLAT:
                    votes[i, k] += 1
                    level[i, k] += (y - level[i, k]) / votes[i, k]
                else:
                    votes[i, k] -= 1
    return level, votes, hits


@njit(cache=True, nogil=True, error_model="numpy")
def soak(
    evidence: NDArray[np.int8],
    height: NDArray[np.int8],
    origin_m: NDArray[np.float64],
    depth_m: NDArray[np.float32],
    hidden: NDArray[np.bool_],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    stride_px: int,
    still: NDArray[np.int16],
    changed: NDArray[np.bool_],
) -> None:
    """Let what moves in a picture speak for water, where more of a voxel moves than stands still.

    Args:
        evidence, height, origin_m, depth_m, hidden, lens, pose_c2w, stride_px, changed: as in
            `kernel_voxels.observe`, which has been called for this picture.
        still: (X, Y, Z) int16, what it counted.
    """
    nx, ny, nz = evidence.shape
    wide, tall, deep = nx // changed.shape[0], ny // changed.shape[1], nz // changed.shape[2]
    level, votes, hits = _levels((nx, ny, nz), origin_m, depth_m, hidden, lens, pose_c2w, stride_px)
    for i in range(nx):
        for k in range(nz):
            if votes[i, k] < LEAST_POINTS or 2 * votes[i, k] <= hits[i, k]:
                continue
            j = int(level[i, k])
            held, here = evidence[i, j, k], still[i, j, k]
            if held == STOOD or votes[i, k] <= still[i, j - 1, k] + here + still[i, j + 1, k]:
                continue
            counted = HIT if here >= LEAST_POINTS else 0  # what stands still had its say
            now = max(held - counted - HIT, -MOST)
            if now < 0:
                share = max(0.1, 1.0 / (1.0 + max(-held, 0) / HIT))
                middle = 100.0 * (level[i, k] - j - 0.5)
                height[i, j, k] = int(round(height[i, j, k] * (1.0 - share) + middle * share))
            evidence[i, j, k] = now
            changed[i // wide, j // tall, k // deep] |= now != held


@njit(cache=True, nogil=True, error_model="numpy")
def _surface(
    evidence: NDArray[np.int8], height: NDArray[np.int8], i: int, k: int, first: int, under: int
) -> float:
    """Row of the water's surface in a column, at or below row `first`, in voxels.

    -1 where it is dry: ground from row `under` on comes first, or was seen below what moved;
    0 where nothing is known.
    """
    ny = evidence.shape[1]
    for j in range(first, ny):
        held = evidence[i, j, k]
        if held >= GROUND_EVIDENCE and j >= under:
            return -1.0
        if not STOOD < held <= WATER_EVIDENCE:
            continue
        for low in range(j + 2, min(j + 2 + BELOW, ny)):
            if evidence[i, low, k] >= -held:
                return -1.0
        top: float = j + 0.5 + height[i, j, k] / 100.0
        if j + 1 < ny and STOOD < evidence[i, j + 1, k] < 0:
            more = float(evidence[i, j + 1, k])
            below = j + 1.5 + height[i, j + 1, k] / 100.0
            top = (top * held + below * more) / (held + more)
        return top
    return 0.0


@njit(cache=True, nogil=True, error_model="numpy")
def water(
    evidence: NDArray[np.int8],
    height: NDArray[np.int8],
    x: float,
    z: float,
    first_y: float,
    under_y: float,
) -> float:
    """Height of the water's surface at (x, z); NaN on dry land, and where nothing is known.

    Args:
        evidence, height: (X, Y, Z) int8, the window.
        x, z: place, voxels from the window's corner.
        first_y: where to start looking down, likewise.
        under_y: ground above this is something overhead.

    Returns:
        y, voxels from the window's corner.
    """
    nx, ny, nz = evidence.shape
    first, under = min(max(int(first_y), 0), ny), int(under_y)
    level, nearest = np.nan, 1e9
    total, wet, dry, columns = 0.0, 0.0, 0.0, 0
    for both in range(2):
        # First the level of the nearest water, then how much around is at that level.
        for i in range(max(int(x) - 2, 0), min(int(x) + 3, nx)):
            for k in range(max(int(z) - 2, 0), min(int(z) + 3, nz)):
                away = (i + 0.5 - x) ** 2 + (k + 0.5 - z) ** 2
                top = _surface(evidence, height, i, k, first, under)
                if both == 0:
                    if top > 0.0 and away < nearest:
                        level, nearest = top, away
                    continue
                share = max(0.0, 1.0 - away / 8.0) ** 2
                if top > 0.0 and abs(top - level) <= ONE_LEVEL:
                    total += share * top
                    wet += share
                    columns += 1
                elif top < 0.0:
                    dry += share
        if nearest == 1e9:
            return np.nan
    if columns < LEAST_COLUMNS or wet <= dry:
        return np.nan
    mean: float = total / wet
    return mean


@njit(cache=True, nogil=True, error_model="numpy")
def _bank(
    evidence: NDArray[np.int8], height: NDArray[np.int8], i: int, k: int, level: float
) -> float:
    """How high over the water a column's dry ground lies, voxels; -1 if none is known.

    Ground that was seen, or on which somebody stood; ground below the water's level is
    dry, too: no water stands higher than the ground beside it.
    """
    ny = evidence.shape[1]
    top = max(int(level) - BANK_HIGH, 0)
    stood = -1
    for j in range(top, min(int(level) + BANK_LOW + 1, ny)):
        held = evidence[i, j, k]
        if held == STOOD:
            stood = j
        elif held >= GROUND_EVIDENCE:
            if j == top:
                return -1.0  # a wall, or a trunk
            high: float = max(level - (j + 0.5 + height[i, j, k] / 100.0), 0.0)
            return high
        elif held <= WATER_EVIDENCE:
            return -1.0
    feet = stood + 0.5 + STOOD_OVER
    return level - feet if stood >= 0 and feet <= level else -1.0


@njit(cache=True, nogil=True, error_model="numpy")
def shore(
    evidence: NDArray[np.int8],
    height: NDArray[np.int8],
    x: float,
    z: float,
    level: float,
    reach: int,
) -> tuple[float, float]:
    """How far it is to the nearest dry ground, and how steeply that rises from the water.

    Args:
        evidence, height: (X, Y, Z) int8, the window.
        x, z: a place in the water, voxels from the window's corner.
        level: the water's surface there, likewise.
        reach: how far to look, voxels.

    Returns:
        Voxels, NaN if no dry ground is known within reach; metres a metre.
    """
    nx, _, nz = evidence.shape
    ci, ck = int(x), int(z)
    nearest, ring = 1e9, 0
    while ring <= reach and ring - 1 < nearest:
        for i in range(max(ci - ring, 0), min(ci + ring + 1, nx)):
            edge = abs(i - ci) == ring
            for k in range(ck - ring, ck + ring + 1, 1 if edge else max(2 * ring, 1)):
                if 0 <= k < nz:
                    away = np.sqrt((i + 0.5 - x) ** 2 + (k + 0.5 - z) ** 2)
                    if away < nearest and _bank(evidence, height, i, k, level) >= 0.0:
                        nearest = away
        ring += 1
    if nearest > reach:
        return np.nan, 0.0
    rise, run = 0.0, 0.0
    most = int(nearest + BANK) + 1
    for i in range(max(ci - most, 0), min(ci + most + 1, nx)):
        for k in range(max(ck - most, 0), min(ck + most + 1, nz)):
            away = np.sqrt((i + 0.5 - x) ** 2 + (k + 0.5 - z) ** 2)
            if nearest <= away <= nearest + BANK:
                high = _bank(evidence, height, i, k, level)
                if high >= 0.0:
                    rise += high
                    run += away - nearest + 0.5
    return max(nearest - 0.5, 0.0), rise / run

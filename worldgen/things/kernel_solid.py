"""The inner loops of solidity: how far a point is from things, and what lies under it.

A thing's parts are rows of `shapes.rows`. A point is taken into a part's own
axes: moved to its middle and turned back by its yaw. Distances after
I. Quilez, "Distance functions"; those to ellipsoids and gables are never too
large near the surface, all others are exact.

Not here: rays (`kernel_ray`), what follows from touching (`physics`).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.things.shapes import BOX, ELLIPSOID, FRUSTUM

FAR_M = 1e9
"""Distance where there is nothing."""

_STEP_M = 1e-4


@njit(cache=True, nogil=True, error_model="numpy")
def _part(row: NDArray[np.float64], px: float, py: float, pz: float) -> float:
    """Signed distance, metres, from a world point to one part; below 0 inside."""
    x, y, z = px - row[1], py - row[2], pz - row[3]
    x, z = x * row[4] - z * row[5], x * row[5] + z * row[4]
    a, b, c = row[6], row[7], row[8]
    if row[0] == ELLIPSOID:
        scaled = math.sqrt((x / a) ** 2 + (y / b) ** 2 + (z / c) ** 2)
        if scaled < 1e-9:
            return float(-min(a, b, c))
        steep = math.sqrt((x / (a * a)) ** 2 + (y / (b * b)) ** 2 + (z / (c * c)) ** 2)
        return float(scaled * (scaled - 1.0) / steep)
    if row[0] == BOX:
        dx, dy, dz = abs(x) - a, abs(y) - b, abs(z) - c
        outside = math.sqrt(max(dx, 0.0) ** 2 + max(dy, 0.0) ** 2 + max(dz, 0.0) ** 2)
        return float(outside + min(max(dx, dy, dz), 0.0))
    if row[0] == FRUSTUM:
        away = math.sqrt(x * x + z * z)
        high, low = a * row[9], a
        radius = low if y > 0.0 else high
        cap_x, cap_y = away - min(away, radius), abs(y) - b
        k_x, k_y = low - high, 2.0 * b
        share = ((high - away) * -k_x + (-b - y) * -k_y) / (k_x * k_x + k_y * k_y)
        share = min(max(share, 0.0), 1.0)
        side_x, side_y = away - high - k_x * share, y + b - k_y * share
        inside = -1.0 if side_x < 0.0 and cap_y < 0.0 else 1.0
        nearest = min(cap_x * cap_x + cap_y * cap_y, side_x * side_x + side_y * side_y)
        return float(inside * math.sqrt(nearest))
    slope = 1.0 / math.sqrt(4.0 * b * b + a * a)
    roof = (2.0 * b * abs(x) - a * (y + b)) * slope
    return float(max(roof, abs(z) - c, y - b))


@njit(cache=True, nogil=True, error_model="numpy")
def distance(table: NDArray[np.float64], x: float, y: float, z: float) -> float:
    """Signed distance, metres, from a world point to the nearest part; FAR_M without parts."""
    nearest = FAR_M
    for at in range(table.shape[0]):
        nearest = min(nearest, _part(table[at], x, y, z))
    return nearest


@njit(cache=True, nogil=True, error_model="numpy")
def away_from(
    table: NDArray[np.float64], x: float, y: float, z: float
) -> tuple[float, float, float]:
    """Unit direction that leads away from the parts fastest; up where there is none."""
    s = _STEP_M
    gx = distance(table, x + s, y, z) - distance(table, x - s, y, z)
    gy = distance(table, x, y + s, z) - distance(table, x, y - s, z)
    gz = distance(table, x, y, z + s) - distance(table, x, y, z - s)
    length = math.sqrt(gx * gx + gy * gy + gz * gz)
    if length < 1e-9:
        return 0.0, -1.0, 0.0
    return gx / length, gy / length, gz / length


@njit(cache=True, nogil=True, error_model="numpy")
def top_y(table: NDArray[np.float64], x: float, z: float, from_y: float) -> float:
    """World y of the highest top at (x, z) that is not above `from_y`; NaN if there is none."""
    best = np.nan
    for at in range(table.shape[0]):
        row = table[at]
        px, pz = x - row[1], z - row[3]
        px, pz = px * row[4] - pz * row[5], px * row[5] + pz * row[4]
        a, b, c = row[6], row[7], row[8]
        if row[0] == ELLIPSOID:
            share = 1.0 - (px / a) ** 2 - (pz / c) ** 2
            high = b * math.sqrt(share) if share > 0.0 else np.nan
        elif row[0] == BOX:
            high = b if abs(px) <= a and abs(pz) <= c else np.nan
        elif row[0] == FRUSTUM:
            away = math.sqrt(px * px + pz * pz)
            upper = a * row[9]
            high = b - 2.0 * b * max(away - upper, 0.0) / max(a - upper, 1e-9)
            if away > a:
                high = np.nan
        else:
            high = b - 2.0 * b * abs(px) / a
            if abs(px) > a or abs(pz) > c:
                high = np.nan
        y = row[2] - high
        if y >= from_y and not y >= best:
            best = y
    return best

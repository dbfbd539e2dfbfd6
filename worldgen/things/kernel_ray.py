"""The inner loops of drawing things: where each pixel's ray meets a part first, and its light.

Closed forms as in A. Glassner (ed.), An Introduction to Ray Tracing, 1989. Only
the pixels of the box round a part are looked at, so a thing costs what it covers.

Not here: what is done with the picture (`drawing`).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.things.shapes import BOX, ELLIPSOID, FRUSTUM

NEAR_M = 0.05
MISS = (-1.0, 0.0, 0.0, 0.0)
Met = tuple[float, float, float, float]
"""Distance along the ray, -1 for none, and the surface's outward normal."""


@njit(cache=True, nogil=True, error_model="numpy")
def _slab(o: float, d: float, half: float) -> tuple[float, float]:
    """Where a ray enters and leaves the space between -half and half on one axis."""
    if abs(d) < 1e-12:
        return (-np.inf, np.inf) if abs(o) <= half else (np.inf, -np.inf)
    first, last = (-half - o) / d, (half - o) / d
    return min(first, last), max(first, last)


@njit(cache=True, nogil=True, error_model="numpy")
def _ellipsoid(o: Met, d: Met, a: float, b: float, c: float) -> Met:
    x, y, z = o[0] / a, o[1] / b, o[2] / c
    u, v, w = d[0] / a, d[1] / b, d[2] / c
    uu, xu, xx = u * u + v * v + w * w, x * u + y * v + z * w, x * x + y * y + z * z
    under = xu * xu - uu * (xx - 1.0)
    if under <= 0.0:
        return MISS
    t = (-xu - math.sqrt(under)) / uu
    return t, (x + t * u) / a, (y + t * v) / b, (z + t * w) / c


@njit(cache=True, nogil=True, error_model="numpy")
def _box(o: Met, d: Met, a: float, b: float, c: float) -> Met:
    x, y, z = _slab(o[0], d[0], a), _slab(o[1], d[1], b), _slab(o[2], d[2], c)
    t = max(x[0], y[0], z[0])
    if t > min(x[1], y[1], z[1]):
        return MISS
    if t == x[0]:
        return t, -math.copysign(1.0, d[0]), 0.0, 0.0
    if t == y[0]:
        return t, 0.0, -math.copysign(1.0, d[1]), 0.0
    return t, 0.0, 0.0, -math.copysign(1.0, d[2])


@njit(cache=True, nogil=True, error_model="numpy")
def _frustum(o: Met, d: Met, low: float, half: float, taper: float) -> Met:
    grow = low * (1.0 - taper) / (2.0 * half)
    mean = 0.5 * low * (1.0 + taper)
    q = mean + grow * o[1]
    a = d[0] * d[0] + d[2] * d[2] - grow * grow * d[1] * d[1]
    b = o[0] * d[0] + o[2] * d[2] - q * grow * d[1]
    under = b * b - a * (o[0] * o[0] + o[2] * o[2] - q * q)
    best = MISS
    if under > 0.0 and abs(a) > 1e-12:
        for sign in (-1.0, 1.0):
            t = (-b + sign * math.sqrt(under)) / a
            y = o[1] + t * d[1]
            if t > 0.0 and abs(y) <= half and (best[0] < 0.0 or t < best[0]):
                best = (t, o[0] + t * d[0], -grow * (mean + grow * y), o[2] + t * d[2])
    if abs(d[1]) > 1e-12:
        for end in (-1.0, 1.0):
            t = (end * half - o[1]) / d[1]
            x, z = o[0] + t * d[0], o[2] + t * d[2]
            radius = low if end > 0.0 else low * taper
            if t > 0.0 and x * x + z * z <= radius * radius and (best[0] < 0.0 or t < best[0]):
                best = (t, 0.0, end, 0.0)
    return best


@njit(cache=True, nogil=True, error_model="numpy")
def _gable(o: Met, d: Met, a: float, b: float, c: float) -> Met:
    """A roof is what five planes leave of space; its ridge runs along z."""
    first, last, which = -np.inf, np.inf, 0
    for plane in range(5):
        nx, ny, nz, far = 0.0, 0.0, 0.0, c
        if plane == 0:
            ny, far = 1.0, b
        elif plane < 3:
            nx, ny, far = (2.0 * b if plane == 1 else -2.0 * b), -a, a * b
        else:
            nz = 1.0 if plane == 3 else -1.0
        towards = nx * d[0] + ny * d[1] + nz * d[2]
        gap = far - (nx * o[0] + ny * o[1] + nz * o[2])
        if abs(towards) < 1e-12:
            if gap < 0.0:
                return MISS
        elif towards < 0.0:
            if gap / towards > first:
                first, which = gap / towards, plane
        else:
            last = min(last, gap / towards)
    if first > last or first < 0.0:
        return MISS
    if which == 0:
        return first, 0.0, 1.0, 0.0
    if which < 3:
        return first, (2.0 * b if which == 1 else -2.0 * b), -a, 0.0
    return first, 0.0, 0.0, 1.0 if which == 3 else -1.0


@njit(cache=True, nogil=True, error_model="numpy")
def draw(
    table: NDArray[np.float64],
    boxes_px: NDArray[np.int64],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    sun: NDArray[np.float64],
    ambient: float,
    rgb: NDArray[np.float32],
    depth_m: NDArray[np.float32],
    owner: NDArray[np.int16],
) -> None:
    """Draw parts into a z-buffer; nearer ones hide farther ones.

    Args:
        table: (P, ROW_WIDTH) from `shapes.rows`.
        boxes_px: (P, 4) first and last column, first and last row to look at, inclusive.
        lens: (4,) fx, fy, cx, cy in pixels. pose_c2w: (4, 4), metres.
        sun: (3,) unit direction towards the sun. ambient: share of light from all around, 0 to 1.
        rgb: (H, W, 3) float32, 0 to 255, written.
        depth_m: (H, W) float32, metres along +z, +inf where empty; read and written.
        owner: (H, W) int16, whose part a pixel shows, -1 nobody's; written.
    """
    r = pose_c2w
    for at in range(table.shape[0]):
        row = table[at]
        cos, sin = row[4], row[5]
        ex, ey, ez = r[0, 3] - row[1], r[1, 3] - row[2], r[2, 3] - row[3]
        o = (ex * cos - ez * sin, ey, ex * sin + ez * cos, 0.0)
        for v in range(boxes_px[at, 2], boxes_px[at, 3] + 1):
            for u in range(boxes_px[at, 0], boxes_px[at, 1] + 1):
                p, q = (u + 0.5 - lens[2]) / lens[0], (v + 0.5 - lens[3]) / lens[1]
                wx = r[0, 0] * p + r[0, 1] * q + r[0, 2]
                wy = r[1, 0] * p + r[1, 1] * q + r[1, 2]
                wz = r[2, 0] * p + r[2, 1] * q + r[2, 2]
                d = (wx * cos - wz * sin, wy, wx * sin + wz * cos, 0.0)
                if row[0] == ELLIPSOID:
                    met = _ellipsoid(o, d, row[6], row[7], row[8])
                elif row[0] == BOX:
                    met = _box(o, d, row[6], row[7], row[8])
                elif row[0] == FRUSTUM:
                    met = _frustum(o, d, row[6], row[7], row[9])
                else:
                    met = _gable(o, d, row[6], row[7], row[8])
                if met[0] <= NEAR_M or met[0] >= depth_m[v, u]:
                    continue
                nx, nz = met[1] * cos + met[3] * sin, met[3] * cos - met[1] * sin
                length = math.sqrt(nx * nx + met[2] * met[2] + nz * nz)
                lit = max(nx * sun[0] + met[2] * sun[1] + nz * sun[2], 0.0) / length
                sky = 0.5 - 0.5 * met[2] / length
                light = ambient * (0.55 + 0.45 * sky) + (1.0 - ambient) * lit
                depth_m[v, u] = met[0]
                owner[v, u] = int(row[13])
                for k in range(3):
                    rgb[v, u, k] = min(row[10 + k] * light * 1.25, 255.0)

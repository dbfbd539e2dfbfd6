"""Compiled parts of baking: distances, occlusion, the terrain's shadow, bins of primitives.

Not here: what is baked (`bake`), rays (`kernel_trace`).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import bilinear, entry, kernel
from worldgen.data.tables import Tables

SKIP_MOST = 12  # a ray leaps at most this many empty bins at once
STEP_M = 0.45  # what a body climbs without a jump


@kernel
def box_distance(x: float, y: float, z: float, a: float, b: float, c: float) -> float:
    """Signed distance to a box of half sizes a, b, c at the origin, metres."""
    qx = abs(x) - a
    qy = abs(y) - b
    qz = abs(z) - c
    d = math.sqrt(max(qx, 0.0) ** 2 + max(qy, 0.0) ** 2 + max(qz, 0.0) ** 2)
    return d + min(max(qx, max(qy, qz)), 0.0)


@kernel
def prim_distance(prims: np.ndarray, i: int, px: float, py: float, pz: float) -> float:
    """About the signed distance to primitive i from a point relative to its centre, metres."""
    x = px * prims[i, L.P_COS] - pz * prims[i, L.P_SIN]
    z = px * prims[i, L.P_SIN] + pz * prims[i, L.P_COS]
    a = np.float64(prims[i, L.P_A])
    b = np.float64(prims[i, L.P_B])
    c = np.float64(prims[i, L.P_C])
    kind = int(prims[i, L.P_TYPE])
    if kind == L.BOX:
        return box_distance(x, py, z, a, b, c)
    if kind == L.ELLIPSOID:
        k = math.sqrt((x / a) ** 2 + (py / b) ** 2 + (z / c) ** 2)
        g = math.sqrt((x / (a * a)) ** 2 + (py / (b * b)) ** 2 + (z / (c * c)) ** 2)
        return float(k * (k - 1.0) / g if g > 1e-6 else -min(a, min(b, c)))
    if kind == L.FRUSTUM:
        rad = a + (c - a) * min(max((py + b) / (2.0 * b), 0.0), 1.0)
        side = math.sqrt(x * x + z * z) - rad
        cap = abs(py) - b
        out = math.sqrt(max(side, 0.0) ** 2 + max(cap, 0.0) ** 2)
        return float(out + min(max(side, cap), 0.0))
    if kind == L.GABLE:
        slant = (2.0 * b * abs(x) + a * (py - b)) / math.sqrt(4.0 * b * b + a * a)
        return float(max(max(slant, abs(z) - c), -b - py))
    hole = np.float64(prims[i, L.P_EXTRA])
    spring = b - (a - hole) - hole
    gate = abs(x) - hole if py < spring else math.sqrt(x * x + (py - spring) ** 2) - hole
    return max(box_distance(x, py, z, a, b, c), -gate)


@entry
def fill_occlusion(
    ground: np.ndarray, roof: np.ndarray, prims: np.ndarray, base: float
) -> np.ndarray:
    """(GRID, GRID, AO_LAYERS) uint8: distance to the nearest surface, 255 = 2 m."""
    grid = np.empty((L.GRID, L.GRID, L.AO_LAYERS), np.uint8)
    for k in range(L.GRID):
        for i in range(L.GRID):
            for j in range(L.AO_LAYERS):
                y = base + j * 0.5
                d = min(y - ground[k, i], roof[k, i] - y)
                grid[k, i, j] = int(min(max(d, 0.0), 2.0) * 127.5)
    for p in range(prims.shape[0]):
        if int(prims[p, L.P_MAT]) != L.LAMP:
            occlude(grid, prims, p, base)
    return grid


@kernel
def occlude(grid: np.ndarray, prims: np.ndarray, p: int, base: float) -> None:
    """Lower an occlusion grid's distances to those of primitive p; leaves let light through."""
    mat = int(prims[p, L.P_MAT])
    soft = 0.6 if (mat == L.LEAVES or mat == L.NEEDLES) else 0.0
    reach = prims[p, L.P_BOUND] + 1.2
    high = prims[p, L.P_B] + 1.2
    j0 = max(int(math.floor((prims[p, L.P_Y] - high - base) * 2.0)), 0)
    j1 = min(int(math.ceil((prims[p, L.P_Y] + high - base) * 2.0)), L.AO_LAYERS - 1)
    for k in range(int(math.floor((prims[p, L.P_Z] - reach) * 2.0)),
                   int(math.ceil((prims[p, L.P_Z] + reach) * 2.0)) + 1):  # fmt: skip
        for i in range(int(math.floor((prims[p, L.P_X] - reach) * 2.0)),
                       int(math.ceil((prims[p, L.P_X] + reach) * 2.0)) + 1):  # fmt: skip
            x = i * 0.5 - prims[p, L.P_X]
            z = k * 0.5 - prims[p, L.P_Z]
            for j in range(j0, j1 + 1):
                d = prim_distance(prims, p, x, base + j * 0.5 - prims[p, L.P_Y], z)
                v = int(min(max(d + soft, 0.0), 2.0) * 127.5)
                if v < grid[k & (L.GRID - 1), i & (L.GRID - 1), j]:
                    grid[k & (L.GRID - 1), i & (L.GRID - 1), j] = v


@entry
def fill_shadow(ground: np.ndarray, sx: float, sy: float, sz: float) -> np.ndarray:
    """(GRID, GRID) float32: below this height a point lies in the terrain's own shadow.

    (sx, sy, sz) is the unit direction to the sun, height-up.
    """
    out = np.full((L.GRID, L.GRID), -99.0, np.float32)
    flat = math.sqrt(sx * sx + sz * sz)
    if flat < 1e-3:
        return out
    fall = sy / flat
    for k in range(L.GRID):
        for i in range(L.GRID):
            best = -99.0
            d = 1.5
            while d < 70.0:
                top = bilinear(ground, i * 0.5 + sx / flat * d, k * 0.5 + sz / flat * d)
                best = max(best, top - d * fall)
                d += 0.7 + 0.06 * d
            out[k, i] = best
    return out


@kernel
def footprint(prims: np.ndarray, p: int) -> tuple[int, int, int, int]:
    """The bins that primitive p stands in, not yet wrapped: x from, x to, z from, z to."""
    a = np.float64(prims[p, L.P_A])
    c = np.float64(prims[p, L.P_C])
    co = abs(np.float64(prims[p, L.P_COS]))
    si = abs(np.float64(prims[p, L.P_SIN]))
    rx = co * a + si * c
    rz = si * a + co * c
    if int(prims[p, L.P_TYPE]) == L.FRUSTUM:
        rx = max(a, c)
        rz = rx
    x = np.float64(prims[p, L.P_X])
    z = np.float64(prims[p, L.P_Z])
    return (
        int(math.floor((x - rx) / L.CELL_M)),
        int(math.floor((x + rx) / L.CELL_M)),
        int(math.floor((z - rz) / L.CELL_M)),
        int(math.floor((z + rz) / L.CELL_M)),
    )


@entry
def fill_bins(prims: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Primitives by bin: `bins` and `items` of `Tables`."""
    bins = np.zeros((L.CELLS * L.CELLS, L.BIN_WIDTH), np.float32)
    bins[:, L.B_LOW] = 1e6
    bins[:, L.B_HIGH] = -1e6
    for p in range(prims.shape[0]):
        i0, i1, k0, k1 = footprint(prims, p)
        for k in range(k0, k1 + 1):
            for i in range(i0, i1 + 1):
                row = (k & (L.CELLS - 1)) * L.CELLS + (i & (L.CELLS - 1))
                bins[row, L.B_LOW] = min(bins[row, L.B_LOW], prims[p, L.P_Y] - prims[p, L.P_B])
                bins[row, L.B_HIGH] = max(bins[row, L.B_HIGH], prims[p, L.P_Y] + prims[p, L.P_B])
                bins[row, L.B_TO] += 1
    filled = 0
    for row in range(L.CELLS * L.CELLS):
        count = int(bins[row, L.B_TO])
        bins[row, L.B_FROM] = filled
        bins[row, L.B_TO] = filled
        filled += count
    items = np.empty(filled, np.int32)
    for p in range(prims.shape[0]):
        i0, i1, k0, k1 = footprint(prims, p)
        for k in range(k0, k1 + 1):
            for i in range(i0, i1 + 1):
                row = (k & (L.CELLS - 1)) * L.CELLS + (i & (L.CELLS - 1))
                items[int(bins[row, L.B_TO])] = p
                bins[row, L.B_TO] += 1
    fill_skips(bins)
    return bins, items


@kernel
def fill_skips(bins: np.ndarray) -> None:
    """Write how many bins away the nearest one with something in it is, at most SKIP_MOST."""
    bins[:, L.B_SKIP] = SKIP_MOST
    for k in range(L.CELLS):
        for i in range(L.CELLS):
            row = k * L.CELLS + i
            if bins[row, L.B_TO] == bins[row, L.B_FROM]:
                continue
            for dk in range(1 - SKIP_MOST, SKIP_MOST):
                for di in range(1 - SKIP_MOST, SKIP_MOST):
                    far = max(abs(dk), abs(di))
                    near = ((k + dk) & (L.CELLS - 1)) * L.CELLS + ((i + di) & (L.CELLS - 1))
                    bins[near, L.B_SKIP] = min(bins[near, L.B_SKIP], far)


@entry
def clearance(x: float, y: float, z: float, tables: Tables) -> float:
    """About the distance from a height-up point to the nearest surface, metres, exact below 2."""
    prims = tables.prims
    d = min(y - bilinear(tables.ground, x, z), bilinear(tables.roof, x, z) - y)
    ix = int(math.floor(x / L.CELL_M))
    iz = int(math.floor(z / L.CELL_M))
    for k in range(iz - 1, iz + 2):
        for i in range(ix - 1, ix + 2):
            cell = (k & (L.CELLS - 1)) * L.CELLS + (i & (L.CELLS - 1))
            for j in range(int(tables.bins[cell, L.B_FROM]), int(tables.bins[cell, L.B_TO])):
                p = tables.items[j]
                px = x - prims[p, L.P_X]
                pz = z - prims[p, L.P_Z]
                px -= L.TILE_M * math.floor(px / L.TILE_M + 0.5)
                pz -= L.TILE_M * math.floor(pz / L.TILE_M + 0.5)
                d = min(d, prim_distance(prims, p, px, y - prims[p, L.P_Y], pz))
    return d


@entry
def standing_height(x: float, z: float, feet: float, tables: Tables) -> float:
    """Height-up of the highest surface at (x, z) not more than a step above `feet`."""
    low = bilinear(tables.ground, x, z)
    y = max(feet + STEP_M, low + 0.02)
    for _ in range(40):
        gap = clearance(x, y, z, tables)
        if gap < 0.02 or y <= low + 0.02:
            break
        y = max(y - max(gap * 0.9, 0.02), low)
    return max(y, low)

"""A spec becomes a `Scene`: grids and bins that the kernels read, and collision queries.

Ground and ceiling are height grids; everything else is an exact primitive, listed
in 2 m bins. A coarse distance grid holds ambient occlusion, a height grid the
terrain's own shadow.

Not here: biomes (`terrain`, `interiors`), drawing (`render`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numba import njit

from worldgen.data import buildings, interiors, terrain
from worldgen.data import layout as L
from worldgen.data.builder import Builder
from worldgen.data.kernel_trace import FAST, bilinear
from worldgen.data.light import light
from worldgen.data.noise import noise_table, smoothstep
from worldgen.data.scene import SceneSpec

_table = cache(noise_table)


@njit(**FAST)
def prim_distance(prims, i, px, py, pz):  # type: ignore[no-untyped-def]  -- numba
    """About the signed distance to primitive i from a point relative to its centre, metres."""
    x = px * prims[i, L.P_COS] - pz * prims[i, L.P_SIN]
    z = px * prims[i, L.P_SIN] + pz * prims[i, L.P_COS]
    a = prims[i, L.P_A]
    b = prims[i, L.P_B]
    c = prims[i, L.P_C]
    kind = int(prims[i, L.P_TYPE])
    if kind == L.ELLIPSOID:
        k = math.sqrt((x / a) ** 2 + (py / b) ** 2 + (z / c) ** 2)
        g = math.sqrt((x / (a * a)) ** 2 + (py / (b * b)) ** 2 + (z / (c * c)) ** 2)
        return k * (k - 1.0) / max(g, 1e-6) if g > 1e-6 else -min(a, b, c)
    if kind == L.FRUSTUM:
        rad = a + (c - a) * min(max((py + b) / (2.0 * b), 0.0), 1.0)
        side = math.sqrt(x * x + z * z) - rad
        cap = abs(py) - b
        return math.sqrt(max(side, 0.0) ** 2 + max(cap, 0.0) ** 2) + min(max(side, cap), 0.0)
    if kind == L.GABLE:
        slant = (2.0 * b * abs(x) + a * (py - b)) / math.sqrt(4.0 * b * b + a * a)
        return max(max(slant, abs(z) - c), -b - py)
    qx = abs(x) - a
    qy = abs(py) - b
    qz = abs(z) - c
    d = math.sqrt(max(qx, 0.0) ** 2 + max(qy, 0.0) ** 2 + max(qz, 0.0) ** 2)
    d += min(max(qx, max(qy, qz)), 0.0)
    if kind == L.ARCH:
        hole = prims[i, L.P_EXTRA]
        spring = b - (a - hole) - hole
        if py < spring:
            gate = abs(x) - hole
        else:
            gate = math.sqrt(x * x + (py - spring) ** 2) - hole
        d = max(d, -gate)
    return d


@njit(**FAST)
def fill_occlusion(ground, roof, prims, base):  # type: ignore[no-untyped-def]  -- numba
    """(GRID, GRID, AO_LAYERS) uint8: distance to the nearest surface, 255 = 2 m."""
    n = L.GRID
    grid = np.empty((n, n, L.AO_LAYERS), np.uint8)
    for k in range(n):
        for i in range(n):
            for j in range(L.AO_LAYERS):
                y = base + j * 0.5
                d = min(y - ground[k, i], roof[k, i] - y)
                grid[k, i, j] = int(min(max(d, 0.0), 2.0) * 127.5)
    for p in range(prims.shape[0]):
        reach = prims[p, L.P_BOUND] + 1.2
        mat = int(prims[p, L.P_MAT])
        if mat == L.LAMP:
            continue
        x0 = int(math.floor((prims[p, L.P_X] - reach) * 2.0))
        x1 = int(math.ceil((prims[p, L.P_X] + reach) * 2.0))
        z0 = int(math.floor((prims[p, L.P_Z] - reach) * 2.0))
        z1 = int(math.ceil((prims[p, L.P_Z] + reach) * 2.0))
        high = prims[p, L.P_B] + 1.2
        j0 = max(int(math.floor((prims[p, L.P_Y] - high - base) * 2.0)), 0)
        j1 = min(int(math.ceil((prims[p, L.P_Y] + high - base) * 2.0)), L.AO_LAYERS - 1)
        soft = 0.6 if (mat == L.LEAVES or mat == L.NEEDLES) else 0.0
        for k in range(z0, z1 + 1):
            for i in range(x0, x1 + 1):
                for j in range(j0, j1 + 1):
                    d = prim_distance(prims, p, i * 0.5 - prims[p, L.P_X],
                                      base + j * 0.5 - prims[p, L.P_Y], k * 0.5 - prims[p, L.P_Z])
                    v = int(min(max(d + soft, 0.0), 2.0) * 127.5)
                    if v < grid[k & (n - 1), i & (n - 1), j]:
                        grid[k & (n - 1), i & (n - 1), j] = v
    return grid


@njit(**FAST)
def fill_shadow(ground, sx, sy, sz):  # type: ignore[no-untyped-def]  -- numba
    """(GRID, GRID) float32: below this height a point lies in the terrain's own shadow."""
    n = L.GRID
    out = np.full((n, n), -99.0, np.float32)
    flat = math.sqrt(sx * sx + sz * sz)
    if flat < 1e-3:
        return out
    fall = sy / flat
    for k in range(n):
        for i in range(n):
            best = -99.0
            d = 1.5
            while d < 70.0:
                x = i * 0.5 + sx / flat * d
                z = k * 0.5 + sz / flat * d
                top = bilinear(ground, x, z) - d * fall
                if top > best:
                    best = top
                d += 0.7 + 0.06 * d
            out[k, i] = best
    return out


@njit(**FAST)
def fill_bins(prims):  # type: ignore[no-untyped-def]  -- numba
    """Primitives by 2 m cell: (starts, items, spans (low, high, top of all), skips)."""
    n = L.CELLS
    counts = np.zeros(n * n + 1, np.int32)
    spans = np.empty((n, n, 3), np.float32)
    spans[:, :, 0] = 1e6
    spans[:, :, 1] = -1e6
    top = -1e6
    for p in range(prims.shape[0]):
        top = max(top, prims[p, L.P_Y] + prims[p, L.P_B])
    spans[:, :, 2] = top
    items = np.empty(0, np.int32)
    for phase in range(2):
        if phase == 1:
            for c in range(n * n):
                counts[c + 1] += counts[c]
            items = np.empty(counts[n * n], np.int32)
            cursor = counts.copy()
        for p in range(prims.shape[0]):
            co = abs(prims[p, L.P_COS])
            si = abs(prims[p, L.P_SIN])
            a = prims[p, L.P_A]
            c2 = prims[p, L.P_C]
            kind = int(prims[p, L.P_TYPE])
            rx = co * a + si * c2
            rz = si * a + co * c2
            if kind == L.FRUSTUM:
                rx = rz = max(a, c2)
            y0 = prims[p, L.P_Y] - prims[p, L.P_B]
            y1 = prims[p, L.P_Y] + prims[p, L.P_B]
            for k in range(int(math.floor((prims[p, L.P_Z] - rz) / 2.0)),
                           int(math.floor((prims[p, L.P_Z] + rz) / 2.0)) + 1):
                for i in range(int(math.floor((prims[p, L.P_X] - rx) / 2.0)),
                               int(math.floor((prims[p, L.P_X] + rx) / 2.0)) + 1):
                    cell = (k & (n - 1)) * n + (i & (n - 1))
                    if phase == 0:
                        counts[cell + 1] += 1
                        spans[k & (n - 1), i & (n - 1), 0] = min(spans[k & (n - 1), i & (n - 1), 0], y0)
                        spans[k & (n - 1), i & (n - 1), 1] = max(spans[k & (n - 1), i & (n - 1), 1], y1)
                    else:
                        items[cursor[cell]] = p
                        cursor[cell] += 1
    skips = np.full((n, n), 12, np.int32)
    for k in range(n):
        for i in range(n):
            if counts[k * n + i + 1] > counts[k * n + i]:
                for dk in range(-11, 12):
                    for di in range(-11, 12):
                        far = max(abs(dk), abs(di))
                        kk = (k + dk) & (n - 1)
                        ii = (i + di) & (n - 1)
                        skips[kk, ii] = min(skips[kk, ii], far)
    return counts, items, spans, skips


def near_lamps(lights: np.ndarray) -> np.ndarray:
    """(CELLS, CELLS, LAMPS_A_CELL) int16: rows of the lamps that reach a bin, nearest first, -1."""
    out = np.full((L.CELLS, L.CELLS, L.LAMPS_A_CELL), -1, np.int16)
    if not len(lights):
        return out
    mid = (np.arange(L.CELLS) + 0.5) * L.CELL_M
    dx = mid[None, :, None] - lights[None, None, :, 0]
    dz = mid[:, None, None] - lights[None, None, :, 2]
    for d in (dx, dz):
        d -= L.TILE_M * np.floor(d / L.TILE_M + 0.5)
    far = np.hypot(dx, dz) - lights[:, 6] * 0.3
    count = min(L.LAMPS_A_CELL, len(lights))
    order = np.argpartition(far, count - 1, axis=2)[:, :, :count]
    dist = np.take_along_axis(far, order, 2)
    order = np.take_along_axis(order, np.argsort(dist, axis=2), 2)
    reach = np.hypot(dx, dz) < lights[:, 6] + L.CELL_M
    out[:, :, :count] = np.where(np.take_along_axis(reach, order, 2), order, -1)
    out[:, :, :count] = np.where(
        np.minimum.accumulate(out[:, :, :count] >= 0, axis=2), out[:, :, :count], -1
    )
    return out


@njit(**FAST)
def clearance(x, y, z, ground, roof, prims, starts, items):  # type: ignore[no-untyped-def]  -- numba
    """About the distance from a point to the nearest surface, metres, exact below 2 m."""
    d = min(y - bilinear(ground, x, z), bilinear(roof, x, z) - y)
    n = L.CELLS
    ix = int(math.floor(x / 2.0))
    iz = int(math.floor(z / 2.0))
    for k in range(iz - 1, iz + 2):
        for i in range(ix - 1, ix + 2):
            cell = (k & (n - 1)) * n + (i & (n - 1))
            for j in range(starts[cell], starts[cell + 1]):
                p = items[j]
                px = x - prims[p, L.P_X]
                pz = z - prims[p, L.P_Z]
                px -= L.TILE_M * math.floor(px / L.TILE_M + 0.5)
                pz -= L.TILE_M * math.floor(pz / L.TILE_M + 0.5)
                d = min(d, prim_distance(prims, p, px, y - prims[p, L.P_Y], pz))
    return d


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A baked scene. `tables` are the kernels' arrays in their order; collision is a `Space`."""

    spec: SceneSpec
    tables: tuple[np.ndarray, ...]
    bodies: np.ndarray  # (M, 10): centre x z, floor y, radius, bounce height, phase, drift, colour

    def arrays(self, time_s: float) -> tuple[np.ndarray, ...]:
        """Everything `kernel_shade.shade` reads after its ray, at one moment."""
        return (*self.tables[:-1], self.movers(time_s), self.tables[-1])

    def movers(self, time_s: float) -> np.ndarray:
        """(M, 9) float64: centre (height-up), half axes, colour of what moves by itself."""
        out = np.empty((len(self.bodies), 9))
        for row, (x, z, y, rad, bounce, phase, drift, *colour) in zip(out, self.bodies, strict=True):
            period = 2 * math.sqrt(2 * bounce / 9.81)
            part = ((time_s + phase) % period) - period / 2
            lift = bounce - 0.5 * 9.81 * part * part
            swing = drift * math.sin(0.6 * time_s + phase)
            row[:] = (x + swing, y + rad + max(lift, 0.0), z, rad, rad, rad, *colour)
        return out

    def clearance_m(self, position: np.ndarray) -> float:
        """About the distance from a world point (contract axes) to the nearest surface."""
        s, ground, roof, _, _, _, prims, starts, items = self.tables[:9]
        x, y, z = (float(v) for v in position)
        return float(clearance(x, -y, z, ground, roof, prims, starts, items))

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        """Whether a ball at a world position touches nothing."""
        return self.clearance_m(position) > radius_m

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        """World y (down) of the highest surface a body whose feet are at `from_y` can stand on."""
        ground = self.tables[1]
        low = float(bilinear(ground, x, z))
        feet = -from_y
        y = max(feet + 0.45, low + 0.02)
        for _ in range(40):
            gap = self.clearance_m(np.array([x, -y, z]))
            if gap < 0.02 or y <= low + 0.02:
                break
            y = max(y - max(gap * 0.9, 0.02), low)
        return -max(y, low)


def _pond(b: Builder) -> None:
    """Dig a basin in the middle of the tile and fill it."""
    at = np.arange(L.GRID) / L.PER_M
    far = np.hypot(at[None, :] - 64, at[:, None] - 64) + 2 * np.sin(at * 0.4)[None, :]
    level = float(np.quantile(b.ground[100:156, 100:156], 0.3))
    dip = 1 - smoothstep(9, 17, far)
    b.ground = b.ground * (1 - dip) + (level - 1.6) * dip
    b.s[L.S_WATER] = level - 0.35
    b.s[L.S_WAVE] = 0.5
    b.s[L.S_WATR : L.S_WATB + 1] = (0.02, 0.09, 0.10)


def _bodies(b: Builder) -> np.ndarray:
    """A few bouncing balls in some scenes."""
    rows = []
    if b.rng.random() < 0.35:
        for _ in range(int(b.rng.integers(2, 6))):
            x, z = b.rng.uniform(0, L.TILE_M, 2)
            rad = float(b.rng.uniform(0.25, 0.6))
            hue = b.rng.uniform(0.05, 0.8, 3)
            high = float(b.rng.uniform(0.5, 2.2)) if not b.spec.indoors else 0.9
            rows.append([x, z, b.height(x, z), rad, high, float(b.rng.uniform(0, 3)),
                         float(b.rng.uniform(0, 0.8)), *hue])
    return np.array(rows, dtype=np.float64).reshape(-1, 10)


def bake(spec: SceneSpec) -> Scene:
    """Build the scene of a spec: about 0.2 s on one core."""
    b = Builder(spec)
    light(spec, b.s)
    build = {**terrain.BUILD, **interiors.BUILD}[spec.biome]
    if spec.landmark == "pond":
        build(b)
        _pond(b)
        b.prims = [p for p in b.prims if math.hypot(p[L.P_X] - 64, p[L.P_Z] - 64) > 17]
    else:
        build(b)
    if spec.landmark not in (None, "pond"):
        b.prims = [p for p in b.prims if math.hypot(p[L.P_X] - 64, p[L.P_Z] - 64) > 5]
        buildings.landmark(b, str(spec.landmark), 64.0, 64.0)
    s = b.s
    s[L.S_HMIN], s[L.S_HMAX] = b.ground.min(), b.ground.max() + 0.01
    steep = np.hypot(*np.gradient(b.ground)) * L.PER_M
    if spec.indoors:
        steep = np.maximum(steep, np.hypot(*np.gradient(b.roof)) * L.PER_M)
    s[L.S_SLOPE] = float(np.clip(np.quantile(steep, 0.99) * 1.1, 0.02 if spec.indoors else 0.12, 2.0))
    low = float(b.ground.min()) if spec.indoors else float(np.quantile(b.ground, 0.02))
    s[L.S_AOBASE] = low - 0.5
    ground = b.ground.astype(np.float32)
    roof = b.roof.astype(np.float32)
    prims = np.array(b.prims or [[0.0] * L.PRIM_WIDTH], dtype=np.float32)
    starts, items, spans, skips = fill_bins(prims)
    ao = fill_occlusion(ground, roof, prims, s[L.S_AOBASE])
    shadow = np.full((L.GRID, L.GRID), -99.0, np.float32)
    if not spec.indoors:
        shadow = fill_shadow(ground, s[L.S_SUNX], s[L.S_SUNY], s[L.S_SUNZ])
    lights = np.array(b.lights, dtype=np.float64).reshape(-1, 7)
    tables = (s, ground, roof, b.path.astype(np.float32), shadow, ao, prims, starts, items, spans,
              skips, lights, near_lamps(lights), _table())
    return Scene(spec=spec, tables=tables, bodies=_bodies(b))

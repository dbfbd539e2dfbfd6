"""Where a ray meets the scene first: ground and ceiling by marching, primitives by bins.

Not here: the shapes themselves (`kernel_hit`), colour (`kernel_shade`).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import MISS, Ray, bilinear, inlined, kernel
from worldgen.data.kernel_hit import hit_ellipsoid, hit_prim
from worldgen.data.tables import Tables

GROUND, PRIM, MOVER = range(3)  # what was met; -1 is nothing
BIG_STEP_M = 2.0  # no need to look for longer ones
INDOOR_FAR_M = 90.0


@kernel
def leave_plot(ray: Ray, t: float, inv_x: float, inv_z: float) -> float:
    """Where a ray leaves the plot of ground it is in after t metres; `inv_*` are 1 / slope."""
    x = math.floor((ray.x + ray.dx * t) / L.PLOT_M) + (1.0 if ray.dx > 0.0 else 0.0)
    z = math.floor((ray.z + ray.dz * t) / L.PLOT_M) + (1.0 if ray.dz > 0.0 else 0.0)
    return min((x * L.PLOT_M - ray.x) * inv_x, (z * L.PLOT_M - ray.z) * inv_z) + 1e-3


@kernel
def plot_of(ray: Ray, t: float) -> int:
    """The row of `Tables.plots` that a ray is over after t metres."""
    x = int(math.floor((ray.x + ray.dx * t) / L.PLOT_M)) & (L.PLOTS - 1)
    z = int(math.floor((ray.z + ray.dz * t) / L.PLOT_M)) & (L.PLOTS - 1)
    return z * L.PLOTS + x


@kernel
def trace_ground(ray: Ray, tmax: float, ground: np.ndarray, plots: np.ndarray, high: float,
                 slope: float) -> float:  # fmt: skip
    """Distance to the ground, or MISS; `high` and `slope` bound its height (m) and steepness.

    Steps as far as the slope allows. Where that is not far, it looks whether the ray passes
    above the whole plot, or how steep the plot is.
    """
    t = 0.02
    if ray.y > high:
        if ray.dy >= 0.0:
            return MISS
        t = (high - ray.y) / ray.dy
    if ray.dy > 0.0:
        tmax = min(tmax, (high - ray.y) / ray.dy)
    inv_x = 1.0 / (ray.dx if abs(ray.dx) > 1e-9 else 1e-9)
    inv_z = 1.0 / (ray.dz if abs(ray.dz) > 1e-9 else 1e-9)
    flat = math.sqrt(ray.dx * ray.dx + ray.dz * ray.dz)
    inv = 1.0 / (max(-ray.dy, 0.0) + slope * flat + 0.05)
    before = t
    gap_before = 0.0
    looked = t  # as far as the plot reaches that was looked at
    inv_here = inv  # the same for the plot's own steepness
    for _ in range(200):
        if t > tmax:
            return MISS
        gap = ray.y + ray.dy * t - bilinear(ground, ray.x + ray.dx * t, ray.z + ray.dz * t)
        if gap < 0.0:
            return refine(ray, ground, before, gap_before, t, gap)
        before = t
        gap_before = gap
        step = max(gap * inv, 0.03 + 0.006 * t)
        if step < BIG_STEP_M and t >= looked:
            looked = leave_plot(ray, t, inv_x, inv_z)
            row = plot_of(ray, t)
            inv_here = 1.0 / (max(-ray.dy, 0.0) + plots[row, 2] * flat + 0.005)
            if ray.y + min(ray.dy * t, ray.dy * looked) > plots[row, 0]:
                inv_here = MISS
        if t < looked:
            step = max(step, min(gap * inv_here, looked - t))
        t += step
    return MISS


@kernel
def refine(
    ray: Ray, ground: np.ndarray, low: float, low_gap: float, high: float, high_gap: float
) -> float:
    """The crossing between a distance above the ground and one below it, by false position."""
    for _ in range(6):
        part = low_gap / max(low_gap - high_gap, 1e-9)
        mid = low + (high - low) * min(max(part, 0.05), 0.95)
        gap = ray.y + ray.dy * mid - bilinear(ground, ray.x + ray.dx * mid, ray.z + ray.dz * mid)
        if gap < 0.0:
            high = mid
            high_gap = gap
        else:
            low = mid
            low_gap = gap
        if abs(gap) < 0.001:
            return mid
    return high


@kernel
def room_at(ray: Ray, t: float, ground: np.ndarray, roof: np.ndarray) -> tuple[float, float]:
    """Room below and above a ray after t metres: to the ground and to the ceiling."""
    x = ray.x + ray.dx * t
    y = ray.y + ray.dy * t
    z = ray.z + ray.dz * t
    return y - bilinear(ground, x, z), bilinear(roof, x, z) - y


@kernel
def trace_cave(ray: Ray, tmax: float, ground: np.ndarray, roof: np.ndarray, plots: np.ndarray,
               slope: float) -> float:  # fmt: skip
    """Distance to the ground or the ceiling, or MISS; a `slope` of 0 says that both are level."""
    if slope <= 0.0:
        if abs(ray.dy) < 1e-9:
            return MISS
        level = float(ground[0, 0] if ray.dy < 0.0 else roof[0, 0])
        t = (level - ray.y) / ray.dy
        return t if t > 0.0 and t <= tmax else MISS
    t = 0.02
    before = t
    gap_before = 0.0
    inv_x = 1.0 / (ray.dx if abs(ray.dx) > 1e-9 else 1e-9)
    inv_z = 1.0 / (ray.dz if abs(ray.dz) > 1e-9 else 1e-9)
    flat = math.sqrt(ray.dx * ray.dx + ray.dz * ray.dz)
    down = 1.0 / (max(-ray.dy, 0.0) + slope * flat + 0.03)
    up = 1.0 / (max(ray.dy, 0.0) + slope * flat + 0.03)
    down_here = down
    up_here = up
    looked = t
    for _ in range(200):
        if t > tmax:
            return MISS
        low, high = room_at(ray, t, ground, roof)
        if low < 0.0 or high < 0.0:
            gap = min(low, high)
            for _ in range(6):
                part = gap_before / max(gap_before - gap, 1e-9)
                mid = before + (t - before) * min(max(part, 0.05), 0.95)
                low, high = room_at(ray, mid, ground, roof)
                room = min(low, high)
                if room < 0.0:
                    t = mid
                    gap = room
                else:
                    before = mid
                    gap_before = room
                if abs(room) < 0.001:
                    return mid
            return t
        before = t
        gap_before = min(low, high)
        step = max(min(low * down, high * up), 0.02 + 0.004 * t)
        if step < BIG_STEP_M and t >= looked:
            looked = leave_plot(ray, t, inv_x, inv_z)
            row = plot_of(ray, t)
            lower = ray.y + min(ray.dy * t, ray.dy * looked)
            upper = ray.y + max(ray.dy * t, ray.dy * looked)
            down_here = 1.0 / (max(-ray.dy, 0.0) + plots[row, 2] * flat + 0.005)
            up_here = 1.0 / (max(ray.dy, 0.0) + plots[row, 3] * flat + 0.005)
            if lower > plots[row, 0]:
                down_here = MISS
            if upper < plots[row, 1]:
                up_here = MISS
        if t < looked:
            step = max(step, min(min(low * down_here, high * up_here), looked - t))
        t += step
    return MISS


@kernel
def trace_bin(
    ray: Ray, row: int, mid_x: float, mid_z: float, low: float, high: float, flat: float,
    prims: np.ndarray, bins: np.ndarray, items: np.ndarray, noise: np.ndarray, spread: float,
    best: float, any_hit: bool,
) -> tuple[float, int]:  # fmt: skip
    """Nearest primitive of the bin `row`: (distance below `best`, its row), or (`best`, -1).

    The ray passes the bin between heights `low` and `high`; `flat` is its level share. What
    lies beside or above it is left out before its shape is looked at.
    """
    found = -1
    for j in range(int(bins[row, L.B_FROM]), int(bins[row, L.B_TO])):
        i = items[j]
        half = prims[i, L.P_B] + 0.01
        if prims[i, L.P_Y] - half > high or prims[i, L.P_Y] + half < low:
            continue
        gx = prims[i, L.P_X]
        gz = prims[i, L.P_Z]
        x = ray.x - gx - L.TILE_M * math.floor((mid_x - gx) / L.TILE_M + 0.5)
        z = ray.z - gz - L.TILE_M * math.floor((mid_z - gz) / L.TILE_M + 0.5)
        if abs(x * ray.dz - z * ray.dx) > (prims[i, L.P_BOUND] + 0.01) * flat:
            continue
        here = Ray(x, ray.y - prims[i, L.P_Y], z, ray.dx, ray.dy, ray.dz)
        t = hit_prim(prims, i, here, noise, spread)
        if t < best:
            best = t
            found = i
            if any_hit:
                break
    return best, found


@kernel
def trace_prims(
    ray: Ray, tmax: float, top: float, prims: np.ndarray, bins: np.ndarray, items: np.ndarray,
    noise: np.ndarray, spread: float, any_hit: bool,
) -> tuple[float, int]:  # fmt: skip
    """Nearest primitive within `tmax` metres: (distance, row), or (MISS, -1); walks the bins.

    No primitive reaches above `top`. With `any_hit` the first one found will do: enough for a
    shadow.
    """
    best = tmax
    found = -1
    ivx = 1.0 / (ray.dx if abs(ray.dx) > 1e-9 else 1e-9)
    ivz = 1.0 / (ray.dz if abs(ray.dz) > 1e-9 else 1e-9)
    flat = math.sqrt(ray.dx * ray.dx + ray.dz * ray.dz)
    t = 0.0
    for _ in range(160):
        ix = int(math.floor((ray.x + ray.dx * t) / L.CELL_M))
        iz = int(math.floor((ray.z + ray.dz * t) / L.CELL_M))
        row = (iz & (L.CELLS - 1)) * L.CELLS + (ix & (L.CELLS - 1))
        wide = int(bins[row, L.B_SKIP])
        ring = max(wide - 1, 0)
        ex = (ix + 1 + ring) * L.CELL_M if ray.dx > 0.0 else (ix - ring) * L.CELL_M
        ez = (iz + 1 + ring) * L.CELL_M if ray.dz > 0.0 else (iz - ring) * L.CELL_M
        leave = min((ex - ray.x) * ivx, (ez - ray.z) * ivz) + 1e-4
        if wide == 0:
            y0 = ray.y + ray.dy * t
            y1 = ray.y + ray.dy * min(leave, best)
            low = min(y0, y1)
            high = max(y0, y1)
            if low <= bins[row, L.B_HIGH] and high >= bins[row, L.B_LOW]:
                best, i = trace_bin(
                    ray, row, (ix + 0.5) * L.CELL_M, (iz + 0.5) * L.CELL_M, low, high, flat,
                    prims, bins, items, noise, spread, best, any_hit,
                )  # fmt: skip
                if i >= 0:
                    found = i
                    if any_hit:
                        break
        if leave >= best:
            break
        t = max(leave, t + 1e-4)
        if ray.dy > 0.0 and ray.y + ray.dy * t > top:
            break
    if found < 0:
        return MISS, -1
    return best, found


@inlined
def meet(
    ray: Ray, far: float, tables: Tables, movers: np.ndarray, spread: float
) -> tuple[float, int, int]:
    """Nearest solid thing within `far` metres: (distance or MISS, kind or -1, row or -1)."""
    slope = tables.params[L.S_SLOPE]
    if tables.params[L.S_INDOOR] > 0.5:
        most = min(far, INDOOR_FAR_M)
        t = trace_cave(ray, most, tables.ground, tables.roof, tables.plots, slope)
    else:
        high = tables.params[L.S_HMAX]
        t = trace_ground(ray, far, tables.ground, tables.plots, high, slope)
    kind = GROUND if t < MISS else -1
    row = -1
    reach = min(t, min(far, L.PRIMS_FAR_M))
    near, i = trace_prims(
        ray, reach, tables.params[L.S_TOP], tables.prims, tables.bins, tables.items, tables.noise,
        spread, False,
    )  # fmt: skip
    if i >= 0:
        t = near
        kind = PRIM
        row = i
    for m in range(movers.shape[0]):
        x = ray.x - movers[m, 0]
        y = ray.y - movers[m, 1]
        z = ray.z - movers[m, 2]
        here = Ray(x, y, z, ray.dx, ray.dy, ray.dz)
        near, _ = hit_ellipsoid(here, movers[m, 3], movers[m, 4], movers[m, 5])
        if near > 0.05 and near < t:
            t = near
            kind = MOVER
            row = m
    return t, kind, row

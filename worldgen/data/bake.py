"""A spec becomes a `Scene`: grids and bins that the kernels read, and collision queries.

    SceneSpec ──▶ light, biome builder, landmark ──▶ Builder ──▶ grids, bins, occlusion ──▶ Scene

Ground and ceiling are height grids; everything else is an exact primitive, listed
in 2 m bins. A coarse distance grid holds ambient occlusion, a height grid the
terrain's own shadow.

Not here: biomes (`terrain`, `settlements`, `interiors`), what the arrays are (`tables`),
drawing (`render`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from worldgen.data import interiors, landmarks, public_rooms, settlements, terrain
from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.bodies import bodies, moved
from worldgen.data.builder import Builder
from worldgen.data.kernel_bake import (
    clearance,
    fill_bins,
    fill_occlusion,
    fill_shadow,
    standing_height,
)  # fmt: skip
from worldgen.data.kernel_base import forget_stale
from worldgen.data.light import light
from worldgen.data.noise import noise_table
from worldgen.data.scene import SceneSpec
from worldgen.data.tables import Tables

_table = cache(noise_table)


@dataclass(frozen=True, kw_only=True, eq=False)
class Scene:
    """A baked scene; also the `Space` that a body walks in.

    Attributes:
        spec: what it was baked from.
        tables: what the kernels read.
        bodies: (M, BODY_WIDTH) float64, what moves by itself, as `bodies` knows it.
    """

    spec: SceneSpec
    tables: Tables
    bodies: np.ndarray

    def movers(self, time_s: float | np.ndarray, near: np.ndarray) -> np.ndarray:
        """What moves by itself, each in the copy of the tile nearest to an eye.

        Args:
            time_s: (…) world times.
            near: (…, 3) world positions of the eye, metres.

        Returns:
            (…, M, 10) float64: centre (height-up) and half axes in metres, colour, material.
        """
        return moved(self.bodies, np.asarray(time_s, dtype=np.float64), np.asarray(near))

    def clearance_m(self, position: np.ndarray) -> float:
        """About the distance from a world point, (3,) metres, to the nearest surface, at most 2."""
        x, y, z = (float(v) for v in position)
        return float(clearance(x, -y, z, self.tables))

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        """Whether a ball at a world position, (3,) metres, touches nothing."""
        return self.clearance_m(position) > radius_m

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        """World y (down) of the highest surface a body whose feet are at `from_y` can stand on."""
        return -float(standing_height(float(x), float(z), -float(from_y), self.tables))

    def water_m(self, x: float, z: float, from_y: float) -> float:
        """How deep the water stands over the ground at (x, z), metres; 0 on dry land."""
        high = float(standing_height(float(x), float(z), -float(from_y), self.tables))
        return max(float(self.tables.params[L.S_WATER]) - high, 0.0)


def near_lamps(lights: np.ndarray) -> np.ndarray:
    """(CELLS, CELLS, LAMPS_A_CELL) int16: rows of the lamps that reach a bin, nearest first, -1."""
    out = np.full((L.CELLS, L.CELLS, L.LAMPS_A_CELL), -1, np.int16)
    if not len(lights):
        return out
    mid = (np.arange(L.CELLS) + 0.5) * L.CELL_M
    dx = mid[None, :, None] - lights[None, None, :, 0]
    dz = mid[:, None, None] - lights[None, None, :, 2]
    far = np.hypot(*(d - L.TILE_M * np.floor(d / L.TILE_M + 0.5) for d in (dx, dz)))
    reach = far < lights[:, 6] + L.CELL_M
    far = far - lights[:, 6] * 0.3
    count = min(L.LAMPS_A_CELL, len(lights))
    order = np.argpartition(far, count - 1, axis=2)[:, :, :count]
    nearest = np.argsort(np.take_along_axis(far, order, 2), axis=2)
    order = np.take_along_axis(order, nearest, 2)
    within = np.minimum.accumulate(np.take_along_axis(reach, order, 2), axis=2)
    out[:, :, :count] = np.where(within, order, -1)
    return out


def _build(spec: SceneSpec) -> Builder:
    """Shapes, materials, lamps and light, not yet in bins."""
    b = Builder(spec)
    light(spec, b.s)
    places = {**terrain.BUILD, **settlements.BUILD, **interiors.BUILD, **public_rooms.BUILD}
    places[spec.biome](b)
    if spec.landmark:
        landmarks.raise_landmark(b, spec.landmark)
    return b


def _bounds(b: Builder) -> None:
    """What the marching and the occlusion grid must know of the ground's height and slope."""
    s, indoors = b.s, b.spec.indoors
    s[L.S_HMIN], s[L.S_HMAX] = b.ground.min(), b.ground.max() + 0.01
    steep = np.hypot(*np.gradient(b.ground)) * L.PER_M
    if indoors:
        steep = np.maximum(steep, np.hypot(*np.gradient(b.roof)) * L.PER_M)
    slope = float(np.quantile(steep, 0.99)) * 1.1
    s[L.S_SLOPE] = min(slope, 2.0) if indoors else min(max(slope, 0.12), 2.0)
    low = float(b.ground.min()) if indoors else float(np.quantile(b.ground, 0.02))
    s[L.S_AOBASE] = low - 0.5


def _plots(ground: np.ndarray, roof: np.ndarray) -> np.ndarray:
    """`Tables.plots` of two (GRID, GRID) height grids; a plot has its border's samples too."""
    tops, lows, slopes = [], [], []
    for grid in (ground, roof):
        rim = np.pad(grid, (0, 1), mode="wrap")
        a, b, c, d = rim[:-1, :-1], rim[:-1, 1:], rim[1:, :-1], rim[1:, 1:]  # a patch's corners
        across = np.maximum(np.abs(b - a), np.abs(d - c)) * L.PER_M
        along = np.maximum(np.abs(c - a), np.abs(d - b)) * L.PER_M
        tops.append(_by_plot(np.maximum(np.maximum(a, b), np.maximum(c, d))).max(axis=1))
        lows.append(_by_plot(np.minimum(np.minimum(a, b), np.minimum(c, d))).min(axis=1))
        slopes.append(_by_plot(np.hypot(across, along)).max(axis=1))
    return np.stack([tops[0], lows[1], *slopes], axis=-1)


def _by_plot(grid: np.ndarray) -> np.ndarray:
    """(PLOTS·PLOTS, samples) of a (GRID, GRID) grid."""
    side = L.GRID // L.PLOTS
    rows = grid.reshape(L.PLOTS, side, L.PLOTS, side).swapaxes(1, 2)
    return rows.reshape(L.PLOTS * L.PLOTS, side * side)


def bake(spec: SceneSpec) -> Scene:
    """Build the scene of a spec: 0.2 to 0.5 s on one core, the same for the same spec."""
    forget_stale()
    b = _build(spec)
    _bounds(b)
    s = b.s
    ground = b.ground.astype(np.float32)
    roof = b.roof.astype(np.float32)
    prims = np.array(b.prims or [[0.0] * L.PRIM_WIDTH], dtype=np.float32)
    bins, items = fill_bins(prims)
    s[L.S_TOP] = float((prims[:, L.P_Y] + prims[:, L.P_B]).max())
    shadow = np.full((L.GRID, L.GRID), -99.0, np.float32)
    if not spec.indoors:
        shadow = fill_shadow(ground, s[L.S_SUNX], s[L.S_SUNY], s[L.S_SUNZ])
    lights = np.array(b.lights, dtype=np.float64).reshape(-1, 7)
    tables = Tables(
        params=s,
        ground=ground,
        roof=roof,
        path=b.path.astype(np.float32),
        shadow=shadow,
        plots=_plots(ground, roof),
        openness=fill_occlusion(ground, roof, prims, s[L.S_AOBASE]),
        prims=prims,
        bins=bins,
        items=items,
        lights=lights,
        nearby=near_lamps(lights),
        noise=_table(),
    )
    return Scene(spec=spec, tables=tables, bodies=bodies(b))

"""The outdoor biomes: ground, materials, and what stands on it, one function each.

Not here: single plants and houses (`plants`, `buildings`), roofed places (`interiors`).
"""

import math

import numpy as np

from worldgen.data import buildings, plants
from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder
from worldgen.data.noise import fbm, ridged, smoothstep

GREEN = (0.16, 0.29, 0.06)
EARTH = (0.20, 0.13, 0.08)
GREY = (0.27, 0.26, 0.25)


def grass_colour(b: Builder) -> tuple[float, float, float]:
    """Grass in the scene's season."""
    return {"spring": (0.17, 0.33, 0.06), "summer": (0.22, 0.31, 0.06),
            "autumn": (0.36, 0.28, 0.09), "winter": (0.24, 0.24, 0.12)}[b.spec.season]  # fmt: skip


def hills(b: Builder, tall: float, cells: int = 3) -> None:
    """Gentle ground, `tall` metres from mean to crest."""
    b.ground += tall * b.spec.roughness * fbm(b.rng, cells, 5, 0.42) * 0.8


def trail(b: Builder, wide: float) -> None:
    """A winding footpath along the zero line of a noise; `path` becomes 1 on it."""
    line = fbm(b.rng, 2, 2)
    slope = np.hypot(*np.gradient(line)) * L.PER_M + 1e-3
    b.path = np.maximum(b.path, 1 - smoothstep(wide * 0.6, wide * 1.4, np.abs(line) / slope))


def off_path(b: Builder, x: float, z: float) -> bool:
    """Whether a thing may stand here: no path and no water."""
    n = L.GRID - 1
    clear = b.path[round(z * L.PER_M) & n, round(x * L.PER_M) & n] < 0.2
    return bool(clear) and b.height(x, z) > b.s[L.S_WATER] + 0.25


def mountains_behind(
    b: Builder, tall: float, colour: tuple[float, float, float], snow: float
) -> None:
    """Silhouettes on the horizon."""
    b.s[L.S_MOUNT] = tall
    b.s[L.S_MOUNTR : L.S_MOUNTB + 1] = colour
    b.s[L.S_MSNOW] = snow


def meadow(b: Builder) -> None:
    """Flowery grass, a path, lone trees and bushes."""
    hills(b, 2.6)
    b.base(L.S_MAT0, L.GRASS, grass_colour(b))
    b.base(L.S_MAT1, L.DIRT, (0.30, 0.22, 0.13))
    b.base(L.S_MATS, L.ROCK, GREY)
    trail(b, 1.1)
    b.s[L.S_FLOWERS] = {"spring": 1.0, "summer": 0.8, "autumn": 0.15, "winter": 0}[b.spec.season]
    b.s[L.S_TREELINE] = 1.0
    mountains_behind(b, float(b.rng.uniform(0.2, 0.5)), (0.10, 0.14, 0.16), 0.4)
    for x, z in b.scatter(17, 0.5 * b.spec.density):
        if off_path(b, x, z):
            plants.broadleaf(b, x, z, float(b.rng.uniform(5, 9)))
    for x, z in b.scatter(10, 0.4):
        if off_path(b, x, z):
            plants.bush(b, x, z, float(b.rng.uniform(0.4, 0.9)), plants.leaf_colour(b))
    for x, z in b.scatter(16, 0.3):
        plants.rock(b, x, z, float(b.rng.uniform(0.3, 0.9)), GREY)


def pine_forest(b: Builder) -> None:
    """Tall conifers over needles and ferns."""
    hills(b, 3.2)
    b.base(L.S_MAT0, L.LEAFLITTER, (0.17, 0.16, 0.06))
    b.base(L.S_MAT1, L.DIRT, (0.22, 0.15, 0.09))
    b.base(L.S_MATS, L.ROCK, (0.22, 0.22, 0.22))
    trail(b, 1.2)
    b.s[L.S_TREELINE] = 1.6
    mountains_behind(b, 0.45, (0.08, 0.11, 0.14), 0.8)
    for x, z in b.scatter(5.6, 0.8 * b.spec.density):
        if off_path(b, x, z):
            plants.pine(b, x, z, float(b.rng.uniform(7, 14)))
    for x, z in b.scatter(8, 0.5):
        if off_path(b, x, z):
            plants.bush(b, x, z, float(b.rng.uniform(0.25, 0.5)), (0.09, 0.17, 0.05))
    for x, z in b.scatter(14, 0.4):
        plants.rock(b, x, z, float(b.rng.uniform(0.4, 1.2)), (0.24, 0.25, 0.23))


def forest(b: Builder) -> None:
    """Broadleaved trees in the colours of the season."""
    hills(b, 2.4)
    b.base(
        L.S_MAT0,
        L.LEAFLITTER if b.spec.season == "autumn" else L.GRASS,
        {"autumn": (0.42, 0.22, 0.07)}.get(b.spec.season, (0.13, 0.22, 0.05)),
    )
    b.base(L.S_MAT1, L.DIRT, (0.25, 0.17, 0.10))
    b.base(L.S_MATS, L.ROCK, GREY)
    trail(b, 1.2)
    b.s[L.S_TREELINE] = 1.3
    for x, z in b.scatter(7.0, 0.75 * b.spec.density):
        if off_path(b, x, z):
            plants.broadleaf(b, x, z, float(b.rng.uniform(6, 11)))
    for x, z in b.scatter(8, 0.35):
        if off_path(b, x, z):
            plants.bush(b, x, z, float(b.rng.uniform(0.3, 0.7)), plants.leaf_colour(b))


def desert(b: Builder) -> None:
    """Long dunes, cacti or nothing."""
    crest = ridged(b.rng, 3, 2)
    b.ground += 7.5 * b.spec.roughness * crest**1.4 + 0.4 * fbm(b.rng, 8, 2)
    sand = (0.62, 0.43, 0.22)
    for which in (L.S_MAT0, L.S_MAT1, L.S_MATS):
        b.base(which, L.SAND, sand)
    mountains_behind(b, float(b.rng.uniform(0.1, 0.35)), (0.40, 0.24, 0.15), 0.0)
    if b.spec.density > 0.8:
        for x, z in b.scatter(15, 0.45):
            plants.cactus(b, x, z, float(b.rng.uniform(1.8, 4.0)))
    for x, z in b.scatter(20, 0.3):
        plants.rock(b, x, z, float(b.rng.uniform(0.3, 1.2)), (0.45, 0.28, 0.16))


def canyon(b: Builder) -> None:
    """Red terraced walls, a sandy floor, stone arches and ledges overhead."""
    field = fbm(b.rng, 3, 4, 0.45)
    wall = smoothstep(0.05, 0.42, field)
    steps = np.round(wall * 4) / 4
    b.ground += 13 * (0.25 * wall + 0.75 * (steps + 0.18 * (wall - steps))) * wall**0.25
    b.ground += 0.25 * fbm(b.rng, 16, 2)
    red = (0.50, 0.19, 0.085)
    b.base(L.S_MAT0, L.SAND, (0.52, 0.27, 0.14))
    b.base(L.S_MAT1, L.SAND, (0.52, 0.27, 0.14))
    b.base(L.S_MATS, L.ROCK, red)
    b.s[L.S_SLOPE] = 2.2
    b.s[L.S_SLOPE0] = 0.22
    mountains_behind(b, 0.5, (0.40, 0.15, 0.08), 0.0)
    floor = [p for p in b.scatter(9, 1.0) if b.height(*p) < 0.7]
    for x, z in floor[:5]:
        _stone_arch(b, x, z, red)
    for x, z in floor[5:26]:
        plants.rock(b, x, z, float(b.rng.uniform(0.4, 1.8)), red)
    for x, z in floor[26:44]:
        plants.bush(b, x, z, float(b.rng.uniform(0.25, 0.5)), (0.26, 0.26, 0.10))


def _stone_arch(b: Builder, x: float, z: float, colour: tuple[float, float, float]) -> None:
    """A natural arch: lumps along a half circle."""
    span = float(b.rng.uniform(3.5, 5.5))
    turn = float(b.rng.uniform(0, math.pi))
    y = b.height(x, z)
    for k in range(9):
        a = math.pi * k / 8
        off = span * math.cos(a)
        b.add(
            L.ELLIPSOID,
            L.ROCK,
            (
                x + off * math.cos(turn),
                y + span * 1.15 * math.sin(a) - 0.3,
                z - off * math.sin(turn),
            ),
            (1.5, 1.05 + 0.5 * abs(math.cos(a)), 1.25),
            b.tint(colour, 0.06),
            yaw=turn,
            seed=3.0,
        )


def mountains(b: Builder) -> None:
    """Snow slopes, crags, a few dark firs."""
    b.ground += 15 * b.spec.roughness * ridged(b.rng, 2, 5) ** 2 + 1.0 * fbm(b.rng, 4, 4)
    b.base(L.S_MAT0, L.SNOW, (0.78, 0.82, 0.88))
    b.base(L.S_MAT1, L.SNOW, (0.78, 0.82, 0.88))
    b.base(L.S_MATS, L.ROCK, (0.20, 0.20, 0.22))
    b.s[L.S_SLOPE] = 1.4
    b.s[L.S_SLOPE0] = 0.30
    mountains_behind(b, 1.15, (0.16, 0.19, 0.25), 1.0)
    for x, z in b.scatter(11, 0.5 * b.spec.density):
        if b.height(x, z) < 6:
            plants.pine(b, x, z, float(b.rng.uniform(4, 9)))
    for x, z in b.scatter(13, 0.5):
        plants.rock(b, x, z, float(b.rng.uniform(0.5, 2.2)), (0.22, 0.22, 0.24))


def beach(b: Builder) -> None:
    """Sand between palms and the sea."""
    at = np.arange(L.GRID) / L.GRID * 2 * np.pi
    shore = np.cos(at)[None, :] * 3.6 + 0.7 * fbm(b.rng, 4, 4)
    b.ground += np.where(shore > 0, shore * 0.75, shore * 1.1)
    b.s[L.S_WATER] = 0.0
    b.s[L.S_WAVE] = 1.0
    b.s[L.S_WATR : L.S_WATB + 1] = (0.015, 0.16, 0.20)
    sand = (0.66, 0.54, 0.36)
    b.base(L.S_MAT0, L.SAND, sand)
    b.base(L.S_MAT1, L.GRASS, (0.20, 0.30, 0.08))
    b.base(L.S_MATS, L.ROCK, (0.30, 0.27, 0.23))
    b.path = smoothstep(1.9, 2.5, b.ground)
    mountains_behind(b, 0.18, (0.12, 0.16, 0.14), 0.0)
    for x, z in b.scatter(9, 0.6 * b.spec.density):
        if b.height(x, z) > 1.3:
            plants.palm(b, x, z, float(b.rng.uniform(4.5, 8)))
    for x, z in b.scatter(12, 0.35):
        plants.rock(b, x, z, float(b.rng.uniform(0.4, 1.5)), (0.26, 0.24, 0.22))


def village(b: Builder) -> None:
    """A cobbled street between cottages, lamps, trees and fences."""
    hills(b, 0.5, 2)
    b.base(L.S_MAT0, L.GRASS, grass_colour(b))
    b.base(L.S_MAT1, L.COBBLE, (0.30, 0.27, 0.24))
    b.base(L.S_MATS, L.ROCK, GREY)
    b.s[L.S_FLOWERS] = 0.4 if b.spec.season in ("spring", "summer") else 0.0
    b.s[L.S_TREELINE] = 1.2
    mountains_behind(b, float(b.rng.uniform(0.15, 0.5)), (0.10, 0.13, 0.15), 0.7)
    at = np.arange(L.GRID) / L.PER_M
    across = np.minimum(np.abs(at[None, :] - 32) % 64, 64 - np.abs(at[None, :] - 32) % 64)
    cross = np.abs(at[:, None] - 64) + 0 * at[None, :]
    b.path = np.maximum(
        1 - smoothstep(2.2, 3.2, across + 0 * cross), 1 - smoothstep(1.6, 2.6, cross)
    )
    for street in (32.0, 96.0):
        for side in (-1, 1):
            for k in range(8):
                z = k * 16 + float(b.rng.uniform(5, 9))
                if b.rng.random() < 0.88 * b.spec.density + 0.1 and abs(z - 64) > 7:
                    x = street + side * float(b.rng.uniform(7.0, 9.0))
                    buildings.house(
                        b, x, z, float(b.rng.normal(0, 0.06)), wide=float(b.rng.uniform(3.2, 4.8))
                    )
                lx = street + side * 3.4
                if (k + (side > 0)) % 2 == 0:
                    buildings.lamp_post(b, lx, k * 16.0 + 1.0)
    for x, z in b.scatter(12, 0.6):
        if min(abs(x - 32), abs(x - 96)) > 15 and abs(z - 64) > 5:
            plants.broadleaf(b, x, z, float(b.rng.uniform(5, 8)))
    for x, z in b.scatter(6, 0.35):
        if 3.6 < min(abs(x - 32), abs(x - 96)) < 4.6 and abs(z - 64) > 5:
            plants.bush(b, x, z, 0.5, plants.leaf_colour(b))
    if b.rng.random() < 0.5:
        buildings.tower(b, 64, 70 + float(b.rng.uniform(0, 30)), 13, (0.38, 0.36, 0.33))


def city(b: Builder) -> None:
    """Asphalt streets and pavements between tall blocks."""
    b.base(L.S_MAT0, L.COBBLE, (0.34, 0.34, 0.34))
    b.base(L.S_MAT1, L.ASPHALT, (0.085, 0.087, 0.095))
    b.base(L.S_MATS, L.COBBLE, (0.34, 0.34, 0.34))
    at = np.arange(L.GRID) / L.PER_M
    d = np.abs((at + 16) % 32 - 16)
    b.path = np.maximum(
        1 - smoothstep(3.4, 3.7, d)[None, :] + 0 * at[:, None], 1 - smoothstep(3.4, 3.7, d)[:, None]
    )
    b.ground += 0.14 * (1 - b.path)
    for i in range(4):
        for k in range(4):
            _block(b, i * 32 + 16.0, k * 32 + 16.0)
            for side in (-1, 1):
                buildings.lamp_post(b, i * 32 + 4.4 * side, k * 32 + 9.0, 4.6)
                plants_z = k * 32 + 22.0
                plants.broadleaf(b, i * 32 + 4.7 * side, plants_z, 4.6)
    for x, z in b.scatter(9, 0.6):
        if abs((x + 16) % 32 - 16) < 3.0 and 7 < (z % 32) < 25:
            _car(b, math.floor((x + 16) / 32) * 32 + (2.3 if x % 32 < 16 else -2.3), z)


def _block(b: Builder, x: float, z: float) -> None:
    """Four buildings of different height sharing a city block."""
    for sx in (-1, 1):
        for sz in (-1, 1):
            half = float(b.rng.uniform(4.5, 13)) * b.spec.density
            half = round(half / 1.55) * 1.55
            tone = b.tint(((0.42, 0.36, 0.30), (0.38, 0.17, 0.11), (0.33, 0.36, 0.40),
                           (0.50, 0.46, 0.38))[int(b.rng.integers(4))])  # fmt: skip
            b.add(L.BOX, L.FACADE, (x + sx * 4.9, half, z + sz * 4.9), (4.9, half, 4.9), tone)
            b.add(
                L.BOX,
                L.PLAIN,
                (x + sx * 4.9, 2 * half + 0.2, z + sz * 4.9),
                (5.1, 0.25, 5.1),
                b.tint(tone),
            )


def _car(b: Builder, x: float, z: float) -> None:
    """A parked car of two boxes and four wheels."""
    paint = ((0.5, 0.04, 0.03), (0.04, 0.12, 0.4), (0.55, 0.55, 0.55), (0.05, 0.05, 0.05),
             (0.6, 0.42, 0.04))[int(b.rng.integers(5))]  # fmt: skip
    b.add(L.BOX, L.PLAIN, (x, 0.62, z), (0.85, 0.3, 2.0), paint)
    b.add(L.BOX, L.PLAIN, (x, 1.1, z - 0.2), (0.74, 0.26, 1.05), (0.05, 0.06, 0.07))
    b.add(L.BOX, L.PLAIN, (x, 1.38, z - 0.2), (0.72, 0.04, 0.95), paint)
    for dx in (-0.72, 0.72):
        for dz in (-1.25, 1.25):
            b.add(L.ELLIPSOID, L.PLAIN, (x + dx, 0.33, z + dz), (0.16, 0.34, 0.34), (0.02,) * 3)


def ruins(b: Builder) -> None:
    """Broken columns, gates and walls in the grass."""
    hills(b, 1.1)
    b.base(L.S_MAT0, L.GRASS, grass_colour(b))
    b.base(L.S_MAT1, L.BLOCKS, (0.40, 0.37, 0.31))
    b.base(L.S_MATS, L.ROCK, GREY)
    stone = (0.50, 0.46, 0.38)
    b.s[L.S_TREELINE] = 1.0
    mountains_behind(b, 0.3, (0.12, 0.15, 0.16), 0.3)
    b.path = smoothstep(0.2, 0.35, fbm(b.rng, 5, 3))
    for x, z in b.scatter(16, 0.62):
        turn = float(b.rng.choice([0, math.pi / 2])) + float(b.rng.normal(0, 0.08))
        what = b.rng.random()
        if what < 0.4:
            for k in range(-2, 3):
                tall = float(b.rng.uniform(1.0, 5.2))
                px, pz = x + 2.6 * k * math.cos(turn), z - 2.6 * k * math.sin(turn)
                buildings.column(b, px, pz, b.height(px, pz) - 0.1, tall, 0.42, b.tint(stone))
        elif what < 0.65:
            buildings.gate(b, x, z, turn, b.tint(stone))
        else:
            for k in range(4):
                tall = float(b.rng.uniform(0.4, 2.2))
                px, pz = x + 1.9 * k * math.cos(turn), z - 1.9 * k * math.sin(turn)
                b.add(
                    L.BOX,
                    L.BLOCKS,
                    (px, b.height(px, pz) + tall - 0.3, pz),
                    (1.0, tall, 0.4),
                    b.tint(stone, 0.06),
                    turn,
                )
    for x, z in b.scatter(9, 0.35):
        plants.bush(b, x, z, float(b.rng.uniform(0.3, 0.7)), plants.leaf_colour(b))
        plants.rock(b, x + 1.5, z, float(b.rng.uniform(0.25, 0.6)), stone, L.BLOCKS)


def swamp(b: Builder) -> None:
    """Black pools, mud, dead and mossy trees."""
    b.ground += 0.9 * fbm(b.rng, 7, 4, 0.5)
    b.s[L.S_WATER] = -0.08
    b.s[L.S_WAVE] = 0.25
    b.s[L.S_WATR : L.S_WATB + 1] = (0.03, 0.045, 0.02)
    b.base(L.S_MAT0, L.GRASS, (0.15, 0.18, 0.05))
    b.base(L.S_MAT1, L.MUD, (0.10, 0.08, 0.05))
    b.base(L.S_MATS, L.MUD, (0.10, 0.08, 0.05))
    b.path = 1 - smoothstep(0.0, 0.3, b.ground)
    b.s[L.S_TREELINE] = 1.5
    b.s[L.S_FOG] = max(b.s[L.S_FOG], 0.012)
    for x, z in b.scatter(8, 0.7 * b.spec.density):
        tall = float(b.rng.uniform(4, 9))
        y = b.height(x, z) - 0.3
        bark = b.tint((0.10, 0.085, 0.06))
        b.add(L.FRUSTUM, L.BARK, (x, y + tall / 2, z), (tall * 0.07, tall / 2, 0.06), bark)
        b.add(L.FRUSTUM, L.BARK, (x, y + 0.5, z), (tall * 0.13, 0.6, tall * 0.06), bark)
        for k in range(4):
            a = k * 1.7 + float(b.rng.uniform(0, 1))
            b.add(
                L.ELLIPSOID,
                L.LEAVES,
                (x + math.cos(a) * 1.4, y + tall * (0.6 + 0.1 * k), z + math.sin(a) * 1.4),
                (1.5, 0.45, 1.1),
                b.tint((0.11, 0.15, 0.045)),
                yaw=a,
            )
    for x, z in b.scatter(4, 0.4):
        if -0.25 < b.height(x, z) < 0.15:
            y = b.height(x, z)
            for k in range(3):
                b.add(
                    L.FRUSTUM,
                    L.PLAIN,
                    (x + 0.12 * k, y + 0.5, z + 0.1 * (k % 2)),
                    (0.025, 0.55, 0.01),
                    b.tint((0.17, 0.21, 0.07)),
                )


def volcano(b: Builder) -> None:
    """Black basalt with glowing cracks, spires and a smoking cone far away."""
    b.ground += 2.2 * b.spec.roughness * fbm(b.rng, 4, 5, 0.5) + 7 * ridged(b.rng, 3, 4) ** 3
    dark = (0.075, 0.065, 0.065)
    b.base(L.S_MAT0, L.BASALT, dark)
    b.base(L.S_MAT1, L.CRACKED, (0.06, 0.055, 0.055))
    b.base(L.S_MATS, L.CRACKED, dark)
    b.s[L.S_GLOW] = 1.0
    b.s[L.S_SLOPE] = 1.5
    b.path = smoothstep(0.0, 0.3, fbm(b.rng, 4, 3) - 0.15)
    mountains_behind(b, 0.9, (0.09, 0.06, 0.06), 0.0)
    for x, z in b.scatter(9, 0.5):
        tall = float(b.rng.uniform(0.6, 3.5))
        b.add(
            L.FRUSTUM,
            L.CRACKED,
            (x, b.height(x, z) + tall * 0.4, z),
            (tall * 0.4, tall * 0.6, 0.1),
            b.tint(dark),
        )
    for x, z in b.scatter(11, 0.5):
        plants.rock(b, x, z, float(b.rng.uniform(0.3, 1.3)), dark, L.CRACKED)


def savanna(b: Builder) -> None:
    """Dry gold grass, umbrella trees, termite mounds."""
    hills(b, 1.6)
    b.base(L.S_MAT0, L.GRASS, (0.52, 0.37, 0.12))
    b.base(L.S_MAT1, L.DIRT, (0.42, 0.22, 0.11))
    b.base(L.S_MATS, L.ROCK, (0.36, 0.25, 0.18))
    trail(b, 1.4)
    mountains_behind(b, float(b.rng.uniform(0.1, 0.3)), (0.22, 0.20, 0.20), 0.0)
    for x, z in b.scatter(18, 0.7 * b.spec.density):
        if off_path(b, x, z):
            plants.acacia(b, x, z, float(b.rng.uniform(4.5, 7.5)))
    for x, z in b.scatter(8, 0.45):
        if off_path(b, x, z):
            plants.bush(b, x, z, float(b.rng.uniform(0.25, 0.6)), (0.40, 0.33, 0.10))
    for x, z in b.scatter(20, 0.35):
        plants.rock(b, x, z, float(b.rng.uniform(0.4, 1.2)), (0.40, 0.24, 0.14))


BUILD = {
    "meadow": meadow, "pine forest": pine_forest, "forest": forest, "desert": desert,
    "canyon": canyon, "mountains": mountains, "beach": beach, "village": village, "city": city,
    "ruins": ruins, "swamp": swamp, "volcano": volcano, "savanna": savanna,
}  # fmt: skip

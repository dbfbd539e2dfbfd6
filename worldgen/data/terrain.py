"""Open country: ground, materials, and what stands on it, one function a biome.

Not here: streets and ruins (`settlements`), single plants (`plants`), roofed places (`interiors`).
"""

import math

import numpy as np

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data import plants
from worldgen.data.builder import Builder
from worldgen.data.ground import GREY, grass_colour, hills, mountains_behind, off_path, trail
from worldgen.data.noise import fbm, ridged, smoothstep


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
            plants.tree(b, x, z, float(b.rng.uniform(5, 9)))
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
            plants.tree(b, x, z, float(b.rng.uniform(6, 11)))
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
    "canyon": canyon, "mountains": mountains, "beach": beach, "swamp": swamp,
    "volcano": volcano, "savanna": savanna,
}  # fmt: skip

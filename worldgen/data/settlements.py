"""The outdoor biomes that people built: a village, a city, ruins, one function each.

Not here: single houses and towers (`buildings`), open country (`terrain`).
"""

import math

import numpy as np

from worldgen.data import buildings, plants
from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder
from worldgen.data.ground import GREY, grass_colour, hills, mountains_behind
from worldgen.data.noise import fbm, smoothstep


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
            plants.tree(b, x, z, float(b.rng.uniform(5, 8)))
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
                plants.tree(b, i * 32 + 4.7 * side, plants_z, 4.6)
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


BUILD = {"village": village, "city": city, "ruins": ruins}

"""Roofed places that many share: a library, a church, a greenhouse, an underground station.

Not here: homes, corridors, halls and caves (`interiors`), furniture (`furniture`).
"""

import math

import numpy as np

from worldgen.data import buildings, furniture, plants
from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder, Colour

WARM = (2.6, 1.9, 1.1)
KEPT = -1.0  # seed of blocks on which no moss grows


def _across(period: float, middle: float) -> np.ndarray:
    """(GRID, GRID) metres in x to the nearest of lines `period` apart, one of them at `middle`."""
    x = np.arange(L.GRID) / L.PER_M
    far = np.abs((x - middle + period / 2) % period - period / 2)
    return np.broadcast_to(far[None, :], (L.GRID, L.GRID))


def library(b: Builder) -> None:
    """Stacks of books, reading tables with green lamps, bookcases up to the ceiling."""
    wood = b.tint(((0.26, 0.13, 0.06), (0.36, 0.21, 0.10), (0.17, 0.09, 0.05))
                  [int(b.rng.integers(3))], 0.15)  # fmt: skip
    tall = float(b.rng.uniform(4.2, 5.2))
    b.roof[:] = tall
    carpeted = b.rng.random() < 0.5
    b.base(L.S_MAT0, L.CARPET if carpeted else L.PARQUET,
           b.tint((0.30, 0.07, 0.06)) if carpeted else (0.34, 0.19, 0.09))  # fmt: skip
    b.base(L.S_MATS, L.PLANKS, (0.50, 0.40, 0.28))
    for i in range(8):
        for k in range(8):
            x, z = i * 16.0 + 8, k * 16.0 + 8
            if (i + k) % 2:
                _stacks(b, x, z, wood)
            else:
                _reading_room(b, x, z, wood)
            if i % 2 == 0:
                for dz in (-4.6, 4.6):
                    furniture.bookcase(b, x - 8, z + dz, 5.6, tall - 0.1, wood)
            buildings.column(b, x - 8, z - 8, 0.0, tall, 0.34, (0.56, 0.50, 0.40), KEPT)


def _stacks(b: Builder, x: float, z: float, wood: Colour) -> None:
    """Rows of bookcases with lamps over the aisles."""
    for row in range(-2, 3):
        furniture.bookcase(b, x + row * 2.5, z, 9.0, 2.35, wood)
    for dx in (-3.75, 1.25):
        b.lamp((x + dx, 3.4, z), WARM, 8.5, 0.16)


def _reading_room(b: Builder, x: float, z: float, wood: Colour) -> None:
    """Two long tables with chairs and lamps under a chandelier."""
    furniture.chandelier(b, x, 3.3, z, (3.4, 2.6, 1.6), 11.0)
    b.add(L.BOX, L.CARPET, (x, 0.0, z), (4.6, 0.015, 3.8), b.tint((0.40, 0.10, 0.08)))
    for side in (-1, 1):
        tz = z + side * 2.2
        furniture.table(b, x, tz, (3.2, 0.6), wood)
        for k in range(4):
            cx = x - 2.4 + 1.6 * k
            furniture.chair(b, cx, tz + 0.9, 1, wood)
            furniture.chair(b, cx, tz - 0.9, -1, wood)
            if k % 2:
                book = b.tint((0.34, 0.20, 0.12), 0.5)
                b.add(L.BOX, L.PLAIN, (cx - 0.5, 0.8, tz + 0.2), (0.16, 0.03, 0.11), book)
        for dx in (-1.6, 1.6):
            furniture.reading_lamp(b, x + dx, tz)


def church(b: Builder) -> None:
    """A vaulted nave between arcades, pews, an altar, and coloured windows that the day lights."""
    stone = b.tint(((0.52, 0.47, 0.39), (0.42, 0.41, 0.40), (0.55, 0.44, 0.33))
                   [int(b.rng.integers(3))], 0.08)  # fmt: skip
    far = _across(32.0, 16.0)
    b.roof[:] = np.where(far <= 5.2, 7.4 + np.sqrt(np.maximum(27.0 - far**2, 0.3)), 6.8)
    b.base(L.S_MAT0, L.MARBLE, b.tint((0.50, 0.46, 0.40)))
    b.base(L.S_MATS, L.PLAIN, (stone[0] * 1.1, stone[1] * 1.1, stone[2] * 1.1))
    for i in range(4):
        for k in range(2):
            _nave(b, i * 32.0 + 16, k * 64.0, stone)


def _nave(b: Builder, x: float, z: float, stone: Colour) -> None:
    """One church of 64 m from its altar at `z`; bays of 6 m."""
    _altar(b, x, z, stone)
    for bay in range(10):
        at = z + 3.4 + 6.0 * bay
        for side in (-1, 1):
            px = x + 5 * side
            buildings.column(b, px, at, 0.0, 5.2, 0.46, stone, KEPT)
            b.add(L.ARCH, L.BLOCKS, (px, 6.2, at + 3), (3, 2.2, 0.45), stone, math.pi / 2,
                  extra=2.5, seed=KEPT)  # fmt: skip
            b.add(L.BOX, L.BLOCKS, (px, 9.4, at + 3), (0.45, 1.1, 3), stone, seed=KEPT)
            _lancet(b, x + 10.3 * side, at + 3, math.pi / 2, 3.4)
            b.add(L.BOX, L.BLOCKS, (x + 13.4 * side, 4.0, at + 3), (2.9, 4.0, 3.0), stone,
                  seed=KEPT)  # fmt: skip
        b.add(L.ARCH, L.BLOCKS, (x, 9.4, at), (5, 3, 0.22), stone, extra=4.7, seed=KEPT)
        if bay % 2:
            furniture.chandelier(b, x, 4.6, at + 3, (2.4, 1.5, 0.7), 9.0)
    wood = b.tint((0.22, 0.12, 0.06), 0.2)
    for row in range(34):
        for side in (-1, 1):
            furniture.pew(b, x + 2.55 * side, z + 12 + 1.35 * row, 1.55, wood)
    red = b.tint((0.42, 0.05, 0.05))
    for part in range(6):
        b.add(L.BOX, L.CARPET, (x, 0.0, z + 9 + 8.0 * part), (0.75, 0.014, 4.0), red)


def _lancet(b: Builder, x: float, z: float, yaw: float, half: float) -> None:
    """A tall round-headed window of coloured glass in a stone frame."""
    frame = (0.60, 0.56, 0.48)
    b.add(L.ARCH, L.PLAIN, (x, half, z), (1.3, half, 0.22), frame, yaw, extra=0.95)
    b.add(L.BOX, L.STAINED, (x, half + 0.1, z), (1.0, half - 0.2, 0.05), (1, 1, 1), yaw)
    b.add(L.BOX, L.PLAIN, (x, 0.6, z), (1.1, 0.6, 0.24), frame, yaw)


def _altar(b: Builder, x: float, z: float, stone: Colour) -> None:
    """The end wall with a round window, both faces of it, and an altar before one."""
    b.add(L.BOX, L.BLOCKS, (x, 6.4, z), (16, 6.4, 0.8), stone, seed=KEPT)
    for face in (-1, 1):
        b.add(L.ELLIPSOID, L.STAINED, (x, 8.6, z + 0.72 * face), (2.3, 2.3, 0.3), (1, 1, 1))
        for dx in (-2.6, 0.0, 2.6):
            _lancet(b, x + dx, z + 0.7 * face, 0.0, 2.9)
    b.add(L.BOX, L.BLOCKS, (x, 0.08, z + 4.0), (4.0, 0.16, 3.0), stone, seed=KEPT)
    b.add(L.BOX, L.BLOCKS, (x, 0.65, z + 3.4), (1.3, 0.5, 0.5), (0.62, 0.60, 0.56),
          seed=KEPT)  # fmt: skip
    b.add(L.BOX, L.PLAIN, (x, 1.17, z + 3.4), (1.4, 0.03, 0.55), (0.72, 0.70, 0.66))
    b.add(L.BOX, L.PLAIN, (x, 1.9, z + 3.3), (0.06, 0.7, 0.06), furniture.BRASS)
    b.add(L.BOX, L.PLAIN, (x, 2.2, z + 3.3), (0.36, 0.06, 0.06), furniture.BRASS)
    for dx in (-1.1, 1.1):
        b.add(L.FRUSTUM, L.PLAIN, (x + dx, 1.4, z + 3.4), (0.04, 0.22, 0.04), (0.7, 0.66, 0.55))
        b.lamp((x + dx, 1.72, z + 3.4), (1.5, 0.95, 0.4), 7.0, 0.07)


def greenhouse(b: Builder) -> None:
    """Beds of palms, broad leaves and flowers under glass."""
    far = _across(16.0, 8.0)
    b.roof[:] = 3.6 + 3.2 * (1 - far / 8)
    b.base(L.S_MAT0, L.COBBLE, (0.42, 0.38, 0.33))
    b.base(L.S_MATS, L.GLASS, (0.94, 1.0, 0.97))
    white = (0.66, 0.69, 0.66)
    for i in range(8):
        for k in range(32):
            x, z = i * 16.0, k * 4.0
            b.add(L.FRUSTUM, L.PLAIN, (x, 1.9, z), (0.07, 1.9, 0.05), white)
            b.add(L.BOX, L.PLAIN, (x + 8, 3.7, z), (8, 0.04, 0.04), white)
            b.add(L.BOX, L.PLAIN, (x + 8, 5.2, z), (0.04, 1.5, 0.04), white)
            if k % 4 == 0:
                _bed(b, x + 4.3, z + 8, 1.9)
                _bed(b, x + 11.7, z + 8, 1.9)
                b.lamp((x + 8, 3.2, z + 4), (2.2, 1.9, 1.4), 8.0, 0.15)
                _potted(b, x + 6.9, z + 15.6)
                _potted(b, x + 9.1, z + 15.6)
        for k in range(0, 128, 64):
            for dx in (3.2, 12.8):
                b.add(L.BOX, L.GLASS, (i * 16 + dx, 2.2, k), (3.2, 2.2, 0.05), (0.94, 1, 0.97))


def _bed(b: Builder, x: float, z: float, half: float) -> None:
    """A raised bed 14 m long, planted at random, the tall ones in its middle."""
    furniture.planter(b, x, z, (half, 7.0))
    for k in range(7):
        at = z - 6.0 + 2.0 * k + float(b.rng.uniform(-0.4, 0.4))
        what = b.rng.random()
        if what < 0.3:
            plants.palm(b, x, at, float(b.rng.uniform(2.6, 4.2)), 0.75)
        elif what < 0.75:
            plants.broad_leaves(b, x, at, float(b.rng.uniform(1.3, 2.6)))
        else:
            green = (0.10, 0.30, 0.07)
            plants.bush(b, x, at, float(b.rng.uniform(0.6, 0.9)), b.tint(green, 0.3))
        for side in (-1, 1):
            hue = plants.BLOSSOMS[int(b.rng.integers(len(plants.BLOSSOMS)))]
            low = b.tint(hue if b.rng.random() < 0.5 else (0.12, 0.32, 0.08))
            b.add(L.ELLIPSOID, L.LEAVES, (x + side * 1.3, 0.55, at + 0.7), (0.45, 0.3, 0.55), low)


def _potted(b: Builder, x: float, z: float) -> None:
    """A little orange tree in a clay pot."""
    b.add(L.FRUSTUM, L.BRICK, (x, 0.28, z), (0.24, 0.28, 0.34), (0.50, 0.22, 0.11))
    b.add(L.FRUSTUM, L.BARK, (x, 0.9, z), (0.05, 0.5, 0.04), (0.2, 0.13, 0.08))
    b.add(L.ELLIPSOID, L.LEAVES, (x, 1.65, z), (0.55, 0.5, 0.55), b.tint((0.08, 0.26, 0.05)))
    for k in range(4):
        turn = k * 1.7
        at = (x + 0.45 * math.cos(turn), 1.5 + 0.1 * k, z + 0.45 * math.sin(turn))
        b.add(L.ELLIPSOID, L.PLAIN, at, (0.08, 0.08, 0.08), (0.85, 0.34, 0.02))


def station(b: Builder) -> None:
    """Platforms between tracks underground: tiles, columns, posters, now and then a train."""
    far = _across(32.0, 16.0)
    b.ground -= 1.15 * (far > 5.2)
    b.path[:] = far > 5.2
    b.roof[:] = 3.5 + 0.22 * np.sqrt(np.maximum(110.0 - far**2, 0.0))
    b.base(L.S_MAT0, L.ASPHALT, (0.42, 0.41, 0.39))
    b.base(L.S_MAT1, L.DIRT, (0.10, 0.09, 0.085))
    b.base(L.S_MATS, L.PLAIN, (0.55, 0.55, 0.53))
    band = ((0.55, 0.06, 0.05), (0.05, 0.16, 0.46), (0.04, 0.36, 0.20), (0.62, 0.34, 0.03))
    for i in range(4):
        hue = b.tint(band[int(b.rng.integers(4))])
        for k in range(16):
            _platform(b, i * 32.0 + 16, k * 8.0 + 4, hue)
        for side in (-1, 1):
            _track(b, i * 32.0 + 16 + 7.3 * side)
            if b.rng.random() < 0.55:
                first = float(b.rng.uniform(0, 128))
                for car in range(3):
                    _car(b, i * 32.0 + 16 + 7.3 * side, first + 15.0 * car, hue)


def _platform(b: Builder, x: float, z: float, hue: Colour) -> None:
    """Eight metres of platform: edges, columns, walls behind the tracks, lights, a bench."""
    tile = (0.70, 0.70, 0.66)
    for side in (-1, 1):
        b.add(L.BOX, L.PLAIN, (x + 5.2 * side, -0.57, z), (0.4, 0.58, 4), (0.30, 0.30, 0.29))
        b.add(L.BOX, L.PLAIN, (x + 4.9 * side, 0.0, z), (0.3, 0.016, 4), (0.70, 0.50, 0.04))
        b.add(L.BOX, L.BRICK, (x + 12.7 * side, 2.0, z), (3.3, 3.2, 4), tile)
        b.add(L.BOX, L.PLAIN, (x + 12.68 * side, 2.7, z), (3.3, 0.18, 4), hue)
        b.add(L.BOX, L.PICTURE, (x + 12.6 * side, 1.35, z), (3.3, 0.75, 1.3),
              b.tint((0.5, 0.4, 0.4), 0.5))  # fmt: skip
        b.add(L.FRUSTUM, L.BRICK, (x + 2.4 * side, 2.8, z), (0.34, 2.8, 0.34), tile)
        b.add(L.FRUSTUM, L.PLAIN, (x + 2.4 * side, 0.5, z), (0.36, 0.5, 0.36), hue)
        b.add(L.BOX, L.LAMP, (x + 3.6 * side, 3.9, z + 2), (0.09, 0.04, 1.6), (2.2, 2.3, 2.3))
        b.lamp((x + 3.6 * side, 3.75, z + 2), (2.0, 2.1, 2.1), 9.5, 0.0)
    if round(z / 8) % 2:
        wood = (0.30, 0.17, 0.08)
        b.add(L.BOX, L.PLANKS, (x, 0.45, z + 3), (0.3, 0.04, 1.2), wood)
        b.add(L.BOX, L.PLAIN, (x, 0.2, z + 3), (0.2, 0.22, 0.9), (0.1, 0.1, 0.11))
    else:
        b.add(L.BOX, L.PLAIN, (x, 3.1, z), (1.5, 0.26, 0.07), hue)
        b.add(L.BOX, L.PLAIN, (x, 3.1, z), (1.1, 0.07, 0.08), (0.8, 0.8, 0.78))


def _track(b: Builder, x: float) -> None:
    """Rails on sleepers along all of the tile."""
    for k in range(16):
        for side in (-0.72, 0.72):
            b.add(
                L.BOX, L.PLAIN, (x + side, -1.0, k * 8.0 + 4), (0.04, 0.08, 4), (0.36, 0.34, 0.32)
            )
    for k in range(100):
        b.add(L.BOX, L.PLANKS, (x, -1.12, k * 1.28), (1.2, 0.06, 0.13), (0.15, 0.11, 0.08))


def _car(b: Builder, x: float, z: float, hue: Colour) -> None:
    """A carriage of 14.4 m in four parts: body, lit windows, doors, roof."""
    metal = (0.52, 0.53, 0.55)
    for part in range(4):
        at = z + 3.6 * part
        b.add(L.BOX, L.PLAIN, (x, 0.05, at), (1.35, 0.85, 1.8), metal)
        b.add(L.BOX, L.PLAIN, (x, 0.72, at), (1.37, 0.12, 1.8), hue)
        b.add(L.BOX, L.LAMP, (x, 1.35, at), (1.31, 0.5, 1.8), (1.15, 1.05, 0.8))
        b.add(L.BOX, L.PLAIN, (x, 2.1, at), (1.35, 0.3, 1.8), metal)
        for dz in (-1.8, -0.75, 0.75):
            b.add(L.BOX, L.PLAIN, (x, 1.35, at + dz), (1.35, 0.52, 0.12), metal)
        b.add(L.BOX, L.PLAIN, (x, 0.8, at), (1.38, 1.0, 0.03), (0.12, 0.12, 0.13))


BUILD = {"library": library, "church": church, "greenhouse": greenhouse, "station": station}

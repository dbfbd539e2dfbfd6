"""Things that stand in rooms: chairs, tables, benches, lamps and shelves of books.

Not here: the rooms (`interiors`, `public_rooms`).
"""

import math

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder, Colour

GREEN_SHADE: Colour = (0.05, 0.30, 0.12)
BRASS: Colour = (0.42, 0.30, 0.10)


def chair(b: Builder, x: float, z: float, side: float, wood: Colour) -> None:
    """A chair at (x, z) that faces -z for `side` 1, and +z for -1."""
    b.add(L.BOX, L.PLANKS, (x, 0.45, z), (0.22, 0.03, 0.22), wood)
    b.add(L.BOX, L.PLANKS, (x, 0.7, z + side * 0.2), (0.22, 0.28, 0.03), wood)
    b.add(L.BOX, L.PLANKS, (x, 0.22, z), (0.18, 0.22, 0.18), wood)


def table(b: Builder, x: float, z: float, half: tuple[float, float], wood: Colour) -> None:
    """A table of half sizes `half` in x and z, on four legs."""
    a, c = half
    b.add(L.BOX, L.PLANKS, (x, 0.74, z), (a, 0.04, c), wood)
    for sx in (-a + 0.1, a - 0.1):
        for sz in (-c + 0.08, c - 0.08):
            b.add(L.BOX, L.PLANKS, (x + sx, 0.36, z + sz), (0.04, 0.36, 0.04), wood)


def reading_lamp(b: Builder, x: float, z: float) -> None:
    """A brass lamp with a green shade, on a table."""
    b.add(L.FRUSTUM, L.PLAIN, (x, 0.92, z), (0.05, 0.15, 0.03), BRASS)
    b.add(L.FRUSTUM, L.PLAIN, (x, 1.13, z), (0.17, 0.07, 0.07), GREEN_SHADE)
    b.lamp((x, 1.02, z), (1.6, 1.2, 0.6), 3.5, 0.07)


def bookcase(b: Builder, x: float, z: float, length: float, tall: float, wood: Colour,
             along_x: bool = False) -> None:  # fmt: skip
    """Books on both sides, in a wooden frame; it runs along z or along x."""
    deep = 0.32
    half = (length / 2, tall / 2, deep) if along_x else (deep, tall / 2, length / 2)
    lid = (half[0] + 0.05, 0.05, half[2] + 0.05)
    b.add(L.BOX, L.BOOKS, (x, tall / 2, z), half, wood)
    b.add(L.BOX, L.PLANKS, (x, tall, z), lid, wood)
    b.add(L.BOX, L.PLANKS, (x, 0.06, z), (lid[0], 0.06, lid[2]), wood)
    for k in range(round(length / 2.2) + 1):
        at = -length / 2 + k * length / round(length / 2.2)
        dx, dz = (at, 0.0) if along_x else (0.0, at)
        post = (0.04, tall / 2, deep + 0.04) if along_x else (deep + 0.04, tall / 2, 0.04)
        b.add(L.BOX, L.PLANKS, (x + dx, tall / 2, z + dz), post, wood)


def chandelier(b: Builder, x: float, y: float, z: float, glow: Colour, reach: float) -> None:
    """A ring of lights on a chain."""
    b.add(L.FRUSTUM, L.PLAIN, (x, y + 0.75, z), (0.02, 0.75, 0.02), (0.06, 0.05, 0.04))
    b.add(L.FRUSTUM, L.PLAIN, (x, y, z), (0.55, 0.04, 0.6), BRASS)
    for k in range(6):
        turn = k * math.pi / 3
        at = (x + 0.52 * math.cos(turn), y + 0.14, z + 0.52 * math.sin(turn))
        b.add(L.ELLIPSOID, L.LAMP, at, (0.07, 0.12, 0.07), (2.4, 1.8, 1.0))
    b.lamp((x, y + 0.1, z), glow, reach, 0.0)


def pew(b: Builder, x: float, z: float, half: float, wood: Colour) -> None:
    """A church bench of half length `half` along x, that faces -z."""
    b.add(L.BOX, L.PLANKS, (x, 0.43, z), (half, 0.03, 0.2), wood)
    b.add(L.BOX, L.PLANKS, (x, 0.5, z + 0.22), (half, 0.42, 0.03), wood)
    for side in (-1, 1):
        b.add(L.BOX, L.PLANKS, (x + side * half, 0.5, z), (0.04, 0.5, 0.26), wood)


def planter(b: Builder, x: float, z: float, half: tuple[float, float]) -> None:
    """A raised bed of earth in a brick rim, half sizes in x and z."""
    a, c = half
    b.add(L.BOX, L.BRICK, (x, 0.2, z), (a, 0.22, c), (0.36, 0.17, 0.11))
    b.add(L.BOX, L.DIRT, (x, 0.4, z), (a - 0.12, 0.05, c - 0.12), (0.12, 0.08, 0.05))

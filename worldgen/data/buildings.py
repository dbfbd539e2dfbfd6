"""Houses, towers, lamp posts, columns and gates.

Not here: streets and yards (`settlements`), what makes a place distinct (`landmarks`).
"""

import math

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder, Colour

WALLS = ((0.72, 0.66, 0.55), (0.66, 0.50, 0.36), (0.70, 0.70, 0.68), (0.62, 0.36, 0.26),
         (0.55, 0.60, 0.62), (0.75, 0.60, 0.38))  # fmt: skip
ROOFS = ((0.42, 0.13, 0.08), (0.30, 0.12, 0.08), (0.17, 0.18, 0.21), (0.30, 0.20, 0.13))


def house(b: Builder, x: float, z: float, yaw: float, wide: float = 4.0, deep: float = 3.2) -> None:
    """A cottage of one or two storeys with a saddle roof and a chimney."""
    storeys = int(b.rng.integers(1, 3))
    half = 1.4 * storeys
    y = b.height(x, z) - 0.1
    wall = b.tint(WALLS[int(b.rng.integers(len(WALLS)))], 0.08)
    roof = b.tint(ROOFS[int(b.rng.integers(len(ROOFS)))], 0.15)
    rise = float(b.rng.uniform(1.1, 1.6))
    b.add(L.BOX, L.HOUSE, (x, y + half, z), (deep, half, wide), wall, yaw)
    b.add(
        L.GABLE,
        L.TILES,
        (x, y + 2 * half + rise - 0.25, z),
        (deep + 0.55, rise, wide + 0.4),
        roof,
        yaw,
    )
    b.add(
        L.BOX, L.BLOCKS, (x, y - 0.05, z), (deep + 0.08, 0.45, wide + 0.08), (0.32, 0.30, 0.28), yaw
    )
    cx, cz = wide * 0.5 * math.sin(yaw), wide * 0.5 * math.cos(yaw)
    b.add(
        L.BOX,
        L.BRICK,
        (x + cx, y + 2 * half + rise * 1.7, z + cz),
        (0.35, 0.9, 0.35),
        (0.36, 0.15, 0.10),
        yaw,
    )


def tower(b: Builder, x: float, z: float, tall: float, colour: Colour) -> None:
    """A round stone tower with battlements or a cone roof."""
    y = b.height(x, z) - 0.3
    b.add(L.FRUSTUM, L.BLOCKS, (x, y + tall / 2, z), (2.6, tall / 2, 2.2), colour)
    b.add(L.FRUSTUM, L.BLOCKS, (x, y + tall + 0.4, z), (2.7, 0.5, 2.7), colour)
    if b.rng.random() < 0.6:
        b.add(L.FRUSTUM, L.TILES, (x, y + tall + 2.6, z), (3.1, 1.9, 0.05), (0.33, 0.11, 0.08))
    else:
        for k in range(8):
            a = k * math.pi / 4
            b.add(
                L.BOX,
                L.BLOCKS,
                (x + 2.4 * math.cos(a), y + tall + 1.2, z - 2.4 * math.sin(a)),
                (0.35, 0.4, 0.5),
                colour,
                a,
            )


def lamp_post(b: Builder, x: float, z: float, tall: float = 3.6) -> None:
    """A street lamp."""
    y = b.height(x, z)
    b.add(L.FRUSTUM, L.PLAIN, (x, y + tall / 2, z), (0.09, tall / 2, 0.05), (0.05, 0.05, 0.055))
    b.lamp((x, y + tall + 0.15, z), (3.4, 2.3, 1.1), 13.0, 0.2)


def column(b: Builder, x: float, z: float, y: float, tall: float, r: float, colour: Colour,
           seed: float | None = None) -> None:  # fmt: skip
    """A column with base and capital, standing on height y; `seed` is of its stones."""
    b.add(L.FRUSTUM, L.BLOCKS, (x, y + tall / 2, z), (r, tall / 2, r * 0.85), colour, seed=seed)
    b.add(L.BOX, L.PLAIN, (x, y + 0.2, z), (r * 1.35, 0.2, r * 1.35), colour)
    b.add(L.BOX, L.PLAIN, (x, y + tall - 0.18, z), (r * 1.35, 0.2, r * 1.35), colour)


def gate(b: Builder, x: float, z: float, yaw: float, colour: Colour, mat: int = L.BLOCKS) -> None:
    """A round-headed stone gate one can walk through."""
    y = b.height(x, z) - 0.4
    b.add(L.ARCH, mat, (x, y + 2.6, z), (2.5, 2.6, 0.7), colour, yaw, extra=1.55)

"""What grows: trees of several kinds, as plain solids that stand on y = 0.

Each is a function from a colour of leaves to parts, as `scattering` wants them.

Not here: what stands where (`scattering`), what people call by name (`catalogue`).
"""

from __future__ import annotations

import math

from worldgen.things.colours import Rgb, mixed
from worldgen.things.shapes import ELLIPSOID, Part
from worldgen.things.solids import BARK, rounded, solid

_TURN_RAD = 2.4
"""From one bough to the next: the golden angle, so that no two grow above each other."""


def broadleaf(colour: Rgb) -> list[Part]:
    """A stem, and a crown of six leafy balls, 6.2 m high."""
    crown = [solid(ELLIPSOID, mixed(colour, (255, 255, 255), 0.06), 3.6, (2.9, 2.6, 2.9))]
    for k in range(1, 6):
        x, z = _around(k, 1.15)
        shade = mixed(colour, (0, 0, 0), 0.06 * (k % 3))
        crown.append(solid(ELLIPSOID, shade, 2.3 + 0.35 * k, (2.3, 1.9, 2.3), 1.0, x, z))
    return [rounded(BARK, 0.0, 0.6, 3.4, 0.5), *crown]


def pine(colour: Rgb) -> list[Part]:
    """A straight stem and four skirts of needles, 9 m high."""
    skirts = [
        rounded(mixed(colour, (0, 0, 0), 0.05 * (k % 2)), 1.8 + 1.7 * k, 4.0 - 0.8 * k, 2.2, 0.1)
        for k in range(4)
    ]
    return [rounded(BARK, 0.0, 0.5, 6.0, 0.5), *skirts]


def acacia(colour: Rgb) -> list[Part]:
    """A bare stem under a flat umbrella of leaves, 6.3 m high."""
    crown = [solid(ELLIPSOID, colour, 5.0, (4.0, 1.1, 4.0))]
    for k in range(1, 4):
        x, z = _around(k, 1.5)
        crown.append(solid(ELLIPSOID, colour, 4.9 + 0.15 * k, (3.8, 1.0, 3.8), 1.0, x, z))
    return [rounded(BARK, 0.0, 0.5, 5.2, 0.5), *crown]


def cactus(colour: Rgb) -> list[Part]:
    """A ribbed column with two raised arms, 3 m high."""
    arms = [rounded(colour, 1.25 + 0.2 * side, 0.26, 0.95, 1.0, side * 0.6) for side in (-1.0, 1.0)]
    joints = [
        solid(ELLIPSOID, colour, 1.2 + 0.2 * side, (0.7, 0.26, 0.26), 1.0, side * 0.35)
        for side in (-1.0, 1.0)
    ]
    return [rounded(colour, 0.0, 0.42, 3.0, 0.9), *arms, *joints]


def bush(colour: Rgb) -> list[Part]:
    """Two leafy balls on the ground, 0.9 m high."""
    darker = mixed(colour, (0, 0, 0), 0.08)
    return [
        solid(ELLIPSOID, colour, -0.1, (1.3, 1.0, 1.2)),
        solid(ELLIPSOID, darker, -0.1, (1.1, 0.8, 1.0), 1.0, 0.6, 0.4),
    ]


def _around(k: int, out_m: float) -> tuple[float, float]:
    """Where the k-th of several boughs ends: x and z, metres."""
    return out_m * math.cos(_TURN_RAD * k), out_m * math.sin(_TURN_RAD * k)

"""What larger things look like: a windmill, a bridge, a pond, and what people leave outdoors.

Each is a function from a colour to parts that stand on y = 0, as the `catalogue` wants them.

Not here: the other shapes, and what the things are called (`catalogue`).
"""

from __future__ import annotations

import math

from worldgen.things.colours import Rgb, mixed
from worldgen.things.shapes import BOX, ELLIPSOID, GABLE, Part
from worldgen.things.solids import BARK, DARK, rounded, solid

_STONE: Rgb = (140, 136, 128)


def windmill(colour: Rgb) -> list[Part]:
    """A round tower with a cap and four sails before it."""
    sail: Rgb = (225, 215, 195)
    return [
        rounded(colour, 0.0, 3.6, 5.2, 0.65),
        rounded((110, 65, 50), 5.2, 2.7, 1.3, 0.1),
        solid(BOX, DARK, 0.0, (0.9, 1.9, 0.3), 1.0, 0.0, -1.7),
        solid(BOX, BARK, 4.9, (0.3, 0.3, 1.4), 1.0, 0.0, -1.5),
        solid(BOX, sail, 2.15, (0.8, 5.8, 0.12), 1.0, 0.0, -2.2),
        solid(BOX, sail, 4.65, (5.8, 0.8, 0.12), 1.0, 0.0, -2.2),
    ]


def bridge(colour: Rgb) -> list[Part]:
    """A humped deck on two piers, with rails."""
    rail, deck = mixed(colour, (0, 0, 0), 0.25), list[Part]()
    for step in range(-3, 4):
        low = 1.1 - 0.09 * step * step
        deck.append(solid(BOX, colour, low, (1.02, 0.3, 2.2), 1.0, float(step)))
        for side in (-1, 1):
            deck.append(solid(BOX, rail, low + 0.95, (1.04, 0.14, 0.14), 1.0, step, side * 1.05))
            deck.append(solid(BOX, rail, low + 0.3, (0.14, 0.7, 0.14), 1.0, step, side * 1.05))
    piers = [solid(BOX, _STONE, 0.0, (0.7, 0.7, 2.3), 1.0, x) for x in (-2.2, 2.2)]
    return [*deck, *piers]


def campfire(colour: Rgb) -> list[Part]:
    """A flame on crossed logs in a ring of stones."""
    around = [math.tau * k / 8 for k in range(8)]
    ring = [
        solid(ELLIPSOID, _STONE, 0.0, (0.4, 0.3, 0.4), 1.0, 0.85 * math.sin(a), 0.85 * math.cos(a))
        for a in around
    ]
    logs = [solid(BOX, BARK, 0.0, size) for size in ((1.2, 0.2, 0.22), (0.22, 0.28, 1.2))]
    bright = mixed(colour, (255, 235, 120), 0.6)
    flames = [
        rounded(colour, 0.15, 0.75, 1.1, 0.0),
        rounded(bright, 0.2, 0.42, 0.75, 0.0, 0.0, -0.2),
    ]
    return [*ring, *logs, *flames]


def pond(colour: Rgb) -> list[Part]:
    """Water that lies flat, and stones at its edge."""
    around = [math.tau * k / 14 for k in range(14)]
    rim = [
        solid(ELLIPSOID, _STONE, 0.0, (1.0, 0.4, 0.8), 1.0, 3.0 * math.sin(a), 3.0 * math.cos(a))
        for a in around
    ]
    return [rounded(colour, 0.0, 6.0, 0.28), *rim]


def balloon(colour: Rgb) -> list[Part]:
    """A balloon that people fly in, its basket on the ground."""
    ropes = [rounded(BARK, 0.8, 0.06, 1.3, 1.0, x, z) for x in (-0.45, 0.45) for z in (-0.45, 0.45)]
    return [
        solid(BOX, (150, 105, 60), 0.0, (1.1, 0.9, 1.1)),
        *ropes,
        rounded(mixed(colour, (0, 0, 0), 0.15), 1.9, 1.3, 0.8),
        solid(ELLIPSOID, colour, 2.1, (4.6, 4.9, 4.6)),
    ]


def tent(colour: Rgb) -> list[Part]:
    """A ridge tent with a dark entrance."""
    return [
        solid(GABLE, colour, 0.0, (2.6, 2.0, 3.2)),
        solid(GABLE, DARK, 0.0, (0.9, 1.3, 0.1), 1.0, 0.0, -1.6),
    ]


def bench(colour: Rgb) -> list[Part]:
    """A seat with a back."""
    legs = [solid(BOX, DARK, 0.0, (0.1, 0.45, 0.45), 1.0, x) for x in (-0.75, 0.75)]
    return [
        *legs,
        solid(BOX, colour, 0.42, (1.8, 0.08, 0.5)),
        solid(BOX, colour, 0.55, (1.8, 0.4, 0.07), 1.0, 0.0, 0.25),
    ]


def car(colour: Rgb) -> list[Part]:
    """A car from its side."""
    glass: Rgb = (70, 90, 105)
    wheels = [
        solid(ELLIPSOID, DARK, 0.0, (0.75, 0.7, 0.3), 1.0, x, z)
        for x in (-1.3, 1.3)
        for z in (-0.8, 0.8)
    ]
    return [
        *wheels,
        solid(BOX, colour, 0.3, (4.2, 0.65, 1.7)),
        solid(BOX, glass, 0.95, (2.2, 0.45, 1.5)),
        solid(BOX, colour, 1.4, (2.1, 0.08, 1.5)),
    ]

"""What things there are: each noun, the words that also mean it, its size and its shape.

A shape is a function of nothing but a colour: it piles parts up from the ground at
the thing's usual size, and is scaled to the height that is wanted.

Not here: larger shapes (`landmarks`), sentences (`words`), where a thing stands (`placing`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from worldgen.things.colours import COLOURS, Rgb, mixed
from worldgen.things.landmarks import (
    balloon,
    bench,
    bridge,
    campfire,
    car,
    pond,
    tent,
    windmill,
)
from worldgen.things.shapes import BOX, ELLIPSOID, GABLE, Part
from worldgen.things.solids import BARK, DARK, rounded, solid

Shape = Callable[[Rgb], list[Part]]
"""From a colour to parts that stand on y = 0, at the usual height."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of thing.

    Attributes:
        noun: what it is called.
        also: other words for it.
        height_m: how tall it usually is.
        colour: the usual colour's word.
        shape: from a colour to parts that stand on y = 0, at the usual height.
        bounce: share of its speed that it keeps when it bounces, 0 to 1.
    """

    noun: str
    height_m: float
    colour: str
    shape: Shape
    also: tuple[str, ...] = ()
    bounce: float = 0.15


def kind_of(word: str) -> Kind | None:
    """The kind that a noun means, in the singular or the plural; None if it is none."""
    if word in _BY_WORD:
        return _BY_WORD[word]
    return next((_BY_WORD[short] for short in _singulars(word) if short in _BY_WORD), None)


def nouns() -> frozenset[str]:
    """Every word that is a kind's."""
    return frozenset(_BY_WORD)


def is_plural(word: str) -> bool:
    """Whether a noun of a kind means several."""
    return word not in _BY_WORD and kind_of(word) is not None


def build(shape: Shape, colour: Rgb, height_m: float) -> tuple[Part, ...]:
    """The parts of a thing of some colour, so high, about the middle of the box round them."""
    parts = shape(colour)
    reach = [(np.array(p.centre_m), np.array(p.half_m)) for p in parts]
    lowest = np.min([centre - half for centre, half in reach], axis=0)
    highest = np.max([centre + half for centre, half in reach], axis=0)
    scale, middle = height_m / (highest[1] - lowest[1]), (lowest + highest) / 2
    return tuple(_scaled(part, middle, scale) for part in parts)


def _scaled(part: Part, middle: np.ndarray, scale: float) -> Part:
    x, y, z = ((np.array(part.centre_m) - middle) * scale).tolist()
    a, b, c = (np.array(part.half_m) * scale).tolist()
    return replace(part, centre_m=(x, y, z), half_m=(a, b, c))


def _singulars(word: str) -> Sequence[str]:
    return [word[: -len(end)] for end in ("s", "es") if word.endswith(end)]


def _ball(colour: Rgb) -> list[Part]:
    return [solid(ELLIPSOID, colour, 0.0, (1.0, 1.0, 1.0))]


def _crate(colour: Rgb) -> list[Part]:
    rim = mixed(colour, (0, 0, 0), 0.35)
    bands = [solid(BOX, rim, low, (1.04, 0.12, 1.04)) for low in (0.0, 0.88)]
    return [solid(BOX, colour, 0.02, (1.0, 0.96, 1.0)), *bands]


def _boulder(colour: Rgb) -> list[Part]:
    return [
        solid(ELLIPSOID, colour, 0.0, (1.9, 1.4, 1.7)),
        solid(ELLIPSOID, mixed(colour, (0, 0, 0), 0.1), 0.0, (1.3, 0.9, 1.5), 1.0, 0.6, -0.3),
    ]


def _tower(colour: Rgb) -> list[Part]:
    roof = mixed(colour, (0, 0, 0), 0.3)
    windows = [
        solid(BOX, DARK, low, (0.55, 0.9, 0.3), 1.0, 0.0, side * 1.7)
        for low in (2.6, 4.2)
        for side in (-1, 1)
    ]
    return [
        rounded(colour, 0.0, 3.8, 5.6, 0.9),
        rounded(roof, 5.6, 4.4, 2.4, 0.0),
        solid(BOX, DARK, 0.0, (1.0, 1.9, 0.4), 1.0, 0.0, -1.75),
        *windows,
    ]


def _house(colour: Rgb) -> list[Part]:
    roof: Rgb = (120, 60, 45)
    windows = [
        solid(BOX, DARK, 1.0, (0.8, 0.9, 0.1), 1.0, x, side * 2.0)
        for x in (-1.4, 1.4)
        for side in (-1, 1)
    ]
    return [
        solid(BOX, colour, 0.0, (5.0, 2.8, 4.0)),
        solid(GABLE, roof, 2.8, (5.4, 1.8, 4.4)),
        solid(BOX, DARK, 0.0, (0.95, 2.0, 0.1), 1.0, 0.0, -2.0),
        *windows,
    ]


def _church(colour: Rgb) -> list[Part]:
    roof: Rgb = (95, 60, 55)
    windows = [
        solid(BOX, DARK, 1.3, (0.1, 1.6, 0.7), 1.0, side * 2.3, z)
        for z in (-0.6, 1.2, 3.0)
        for side in (-1, 1)
    ]
    return [
        solid(BOX, colour, 0.0, (4.6, 3.8, 7.0), 1.0, 0.0, 1.0),
        solid(GABLE, roof, 3.8, (5.0, 2.2, 7.2), 1.0, 0.0, 1.0),
        solid(BOX, colour, 0.0, (2.2, 6.8, 2.2), 1.0, 0.0, -3.2),
        rounded(roof, 6.8, 2.6, 3.2, 0.0, 0.0, -3.2),
        solid(BOX, DARK, 0.0, (1.1, 2.1, 0.1), 1.0, 0.0, -4.3),
        *windows,
    ]


def _tree(colour: Rgb) -> list[Part]:
    return [
        rounded(BARK, 0.0, 0.5, 2.4, 0.7),
        solid(ELLIPSOID, colour, 1.7, (3.2, 2.8, 3.2)),
        solid(ELLIPSOID, mixed(colour, (255, 255, 255), 0.08), 3.0, (2.2, 2.0, 2.2), 1.0, 0.3, 0.2),
    ]


def _fir(colour: Rgb) -> list[Part]:
    skirts = [
        rounded(mixed(colour, (255, 255, 255), 0.04 * k), 0.8 + 1.2 * k, 2.8 - 0.7 * k, 2.2, 0.0)
        for k in range(3)
    ]
    return [rounded(BARK, 0.0, 0.4, 1.0), *skirts]


def _bush(colour: Rgb) -> list[Part]:
    return [solid(ELLIPSOID, colour, 0.0, (1.5, 1.1, 1.4))]


def _wall(colour: Rgb) -> list[Part]:
    top = mixed(colour, (255, 255, 255), 0.15)
    return [solid(BOX, colour, 0.0, (6.0, 2.0, 0.5)), solid(BOX, top, 2.0, (6.1, 0.15, 0.6))]


def _arch(colour: Rgb) -> list[Part]:
    lintel = solid(BOX, mixed(colour, (255, 255, 255), 0.1), 3.0, (4.2, 0.9, 0.9))
    return [solid(BOX, colour, 0.0, (0.8, 3.0, 0.8), 1.0, x) for x in (-1.6, 1.6)] + [lintel]


def _column(colour: Rgb) -> list[Part]:
    return [
        solid(BOX, colour, 0.0, (1.0, 0.3, 1.0)),
        rounded(colour, 0.3, 0.75, 3.3, 0.85),
        solid(BOX, colour, 3.6, (1.0, 0.3, 1.0)),
    ]


def _statue(colour: Rgb) -> list[Part]:
    return [
        solid(BOX, (150, 145, 135), 0.0, (1.2, 1.0, 1.2)),
        rounded(colour, 1.0, 0.8, 1.4, 0.6),
        solid(ELLIPSOID, colour, 2.3, (0.45, 0.55, 0.45)),
    ]


def _fountain(colour: Rgb) -> list[Part]:
    water: Rgb = (110, 170, 200)
    return [
        rounded(colour, 0.0, 3.2, 0.6),
        rounded(water, 0.6, 2.8, 0.04),
        rounded(colour, 0.6, 0.5, 1.2),
        rounded(colour, 1.7, 1.4, 0.25, 1.0),
        solid(ELLIPSOID, water, 1.85, (0.5, 0.5, 0.5)),
    ]


def _lamp(colour: Rgb) -> list[Part]:
    return [
        rounded(colour, 0.0, 0.4, 0.3),
        rounded(colour, 0.3, 0.16, 2.6),
        solid(ELLIPSOID, (250, 235, 180), 2.8, (0.5, 0.5, 0.5)),
    ]


def _pyramid(colour: Rgb) -> list[Part]:
    steps = 6
    return [
        solid(BOX, mixed(colour, (0, 0, 0), 0.04 * (k % 2)), k, (9 - 1.5 * k, 1.0, 9 - 1.5 * k))
        for k in range(steps)
    ]


def _cone(colour: Rgb) -> list[Part]:
    return [rounded(colour, 0.0, 1.0, 1.2, 0.0)]


def _barrel(colour: Rgb) -> list[Part]:
    return [rounded(colour, 0.0, 0.7, 1.0), rounded(mixed(colour, (0, 0, 0), 0.4), 0.4, 0.74, 0.15)]


def _snowman(colour: Rgb) -> list[Part]:
    balls = ((0.0, 1.0), (0.85, 0.75), (1.45, 0.5))
    return [solid(ELLIPSOID, colour, low, (wide, wide, wide)) for low, wide in balls]


def _well(colour: Rgb) -> list[Part]:
    posts = [solid(BOX, BARK, 0.9, (0.14, 1.3, 0.14), 1.0, x) for x in (-0.75, 0.75)]
    return [
        rounded(colour, 0.0, 1.8, 0.9),
        *posts,
        solid(GABLE, (120, 60, 45), 2.1, (2.2, 0.7, 1.6)),
    ]


def _stone_of(colour: Rgb) -> list[Part]:
    return [rounded(colour, 0.0, 1.1, 3.2, 0.7)]


KINDS = (
    Kind(noun="ball", also=("sphere", "football", "beachball", "globe", "orb"), height_m=0.6,
         colour="red", shape=_ball, bounce=0.72),
    Kind(noun="crate", also=("box", "cube", "chest", "block"), height_m=1.0, colour="wooden",
         shape=_crate),
    Kind(noun="barrel", also=("cask", "drum", "cylinder"), height_m=1.1, colour="wooden",
         shape=_barrel),
    Kind(noun="cone", also=(), height_m=1.2, colour="orange", shape=_cone),
    Kind(noun="boulder", also=("rock", "stone"), height_m=1.4, colour="grey", shape=_boulder,
         bounce=0.25),
    Kind(noun="tower", also=("lighthouse", "turret", "castle"), height_m=7.0, colour="stone",
         shape=_tower),
    Kind(noun="house", also=("hut", "cottage", "cabin", "barn", "building"), height_m=4.6,
         colour="cream", shape=_house),
    Kind(noun="church", also=("chapel", "cathedral"), height_m=9.0, colour="cream", shape=_church),
    Kind(noun="tree", also=("oak", "birch", "maple"), height_m=5.0, colour="green", shape=_tree),
    Kind(noun="fir", also=("pine", "spruce", "christmas-tree"), height_m=5.4, colour="emerald",
         shape=_fir),
    Kind(noun="bush", also=("shrub", "hedge"), height_m=1.1, colour="green", shape=_bush),
    Kind(noun="wall", also=("fence", "barrier"), height_m=2.1, colour="stone", shape=_wall),
    Kind(noun="arch", also=("gate", "archway", "gateway", "portal"), height_m=3.9,
         colour="stone", shape=_arch),
    Kind(noun="column", also=("pillar", "obelisk", "post"), height_m=3.9, colour="marble",
         shape=_column),
    Kind(noun="monolith", also=("menhir",), height_m=3.2, colour="grey", shape=_stone_of),
    Kind(noun="statue", also=("sculpture", "monument"), height_m=2.9, colour="bronze",
         shape=_statue),
    Kind(noun="fountain", height_m=2.3, colour="marble", shape=_fountain),
    Kind(noun="well", height_m=2.8, colour="stone", shape=_well),
    Kind(noun="lamp", also=("lantern", "streetlamp", "lamppost", "streetlight"), height_m=3.3,
         colour="black", shape=_lamp),
    Kind(noun="pyramid", also=("ziggurat",), height_m=6.0, colour="sandy", shape=_pyramid),
    Kind(noun="windmill", also=("mill",), height_m=8.0, colour="cream", shape=windmill),
    Kind(noun="bridge", also=("footbridge",), height_m=2.4, colour="wooden", shape=bridge),
    Kind(noun="campfire", also=("bonfire", "fire"), height_m=1.3, colour="orange",
         shape=campfire),
    Kind(noun="pond", also=("pool", "puddle"), height_m=0.5, colour="azure", shape=pond),
    Kind(noun="balloon", height_m=7.0, colour="red", shape=balloon),
    Kind(noun="tent", height_m=2.0, colour="orange", shape=tent),
    Kind(noun="bench", height_m=0.95, colour="wooden", shape=bench),
    Kind(noun="car", also=("automobile",), height_m=1.5, colour="red", shape=car),
    Kind(noun="snowman", height_m=1.95, colour="white", shape=_snowman, also=("snowmen",)),
)  # fmt: skip

_BY_WORD = {word: kind for kind in KINDS for word in (kind.noun, *kind.also)}
assert all(kind.colour in COLOURS for kind in KINDS), "a usual colour without a value"

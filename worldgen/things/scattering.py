"""What stands about in a kind of place: for each plot of ground a plain thing, or nothing.

    setting + seed + plot ──▶ scattered ──▶ a thing at (x, z), its foot at y = 0

Nothing is kept: the same seed has the same trees on the same plots for ever, and they are asked
for when somebody comes near. They are never seen as they are here; a model is told of them where
nothing is known yet, so that a wood goes on being a wood (`world.scaffold`).

Not here: whether anybody is told of them, and how high the ground is.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from worldgen.things.catalogue import Shape, build, kind_of
from worldgen.things.colours import Rgb, mixed
from worldgen.things.plants import acacia, broadleaf, bush, cactus, pine
from worldgen.things.shapes import Thing
from worldgen.things.solids import BARK
from worldgen.types import Setting

PLOT_M = 12.0
"""Side of a plot."""

MARGIN = 0.15
"""Share of a plot's side that stays free along each of its sides."""

MOST_KEPT = 4096
"""Plots whose things are held ready."""

LEAVES: dict[str, tuple[Rgb, ...]] = {
    "spring": ((96, 132, 60), (112, 140, 62), (190, 150, 150)),
    "summer": ((78, 110, 48), (86, 116, 52), (70, 98, 46)),
    "autumn": ((176, 104, 44), (186, 140, 52), (150, 76, 42), (140, 116, 56)),
    "winter": ((120, 112, 104), (134, 130, 126)),
}
"""Of broad leaves by season, as sRGB; in winter of bare boughs and the snow on them."""

SNOW: Rgb = (230, 234, 240)
SNOWED_UNDER = 0.55
"""Share of snow in all colours in winter."""

NEEDLES: tuple[Rgb, ...] = ((46, 74, 46), (54, 80, 50))
GREY: tuple[Rgb, ...] = ((128, 126, 122), (112, 110, 106))
RED: tuple[Rgb, ...] = ((160, 92, 62), (150, 84, 58))
SAND: tuple[Rgb, ...] = ((166, 132, 96), (150, 116, 84))
LAVA: tuple[Rgb, ...] = ((48, 46, 46), (58, 54, 52))
PLASTER: tuple[Rgb, ...] = ((196, 180, 150), (180, 150, 120), (170, 164, 154))
OLD: tuple[Rgb, ...] = ((160, 150, 128), (146, 140, 124))
DEAD: tuple[Rgb, ...] = ((104, 100, 80), (92, 92, 74))
GREEN: tuple[Rgb, ...] = ((84, 104, 58), (100, 108, 62))


class Stand(NamedTuple):
    """One kind of thing that stands about.

    Attributes:
        shape: from a colour to parts.
        share: of the plots, 0 to 1.
        least_m, most_m: how high it is.
        colours: to choose from; None is those of leaves in the season.
    """

    shape: Shape
    share: float
    least_m: float
    most_m: float
    colours: tuple[Rgb, ...] | None = None


class Scattered(NamedTuple):
    """A thing on its plot, its foot at y = 0, and the radius of a ball round it, metres."""

    thing: Thing
    reach_m: float


def _of(noun: str) -> Shape:
    kind = kind_of(noun)
    assert kind is not None, "it is in the catalogue"
    return kind.shape


_BOULDER, _HOUSE, _COLUMN, _WALL, _ARCH, _LAMP = map(
    _of, ("boulder", "house", "column", "wall", "arch", "lamp")
)

STANDS: dict[str, tuple[Stand, ...]] = {
    "meadow": (
        Stand(broadleaf, 0.2, 5.0, 9.0),
        Stand(bush, 0.14, 0.7, 1.5),
        Stand(_BOULDER, 0.06, 0.5, 1.2, GREY),
    ),
    "pine forest": (
        Stand(pine, 0.66, 7.0, 14.0, NEEDLES),
        Stand(bush, 0.08, 0.5, 0.9, NEEDLES),
        Stand(_BOULDER, 0.06, 0.6, 1.4, GREY),
    ),
    "forest": (Stand(broadleaf, 0.66, 6.0, 11.0), Stand(bush, 0.1, 0.6, 1.2)),
    "desert": (
        Stand(_BOULDER, 0.08, 0.5, 1.6, SAND),
        Stand(cactus, 0.1, 1.8, 4.0, GREEN),
    ),
    "canyon": (Stand(_BOULDER, 0.2, 0.8, 3.0, RED), Stand(bush, 0.12, 0.4, 0.9, GREEN)),
    "mountains": (Stand(_BOULDER, 0.16, 0.8, 2.5, GREY), Stand(pine, 0.1, 4.0, 8.0, NEEDLES)),
    "village": (
        Stand(_HOUSE, 0.34, 4.4, 6.4, PLASTER),
        Stand(broadleaf, 0.12, 5.0, 8.0),
        Stand(_LAMP, 0.06, 3.2, 3.6, LAVA),
    ),
    "city": (Stand(broadleaf, 0.1, 4.4, 5.0), Stand(_LAMP, 0.1, 4.2, 4.8, LAVA)),
    "ruins": (
        Stand(_COLUMN, 0.3, 2.6, 5.5, OLD),
        Stand(_WALL, 0.12, 1.2, 2.6, OLD),
        Stand(_ARCH, 0.05, 3.8, 5.0, OLD),
    ),
    "swamp": (Stand(acacia, 0.26, 5.0, 9.0, DEAD),),
    "volcano": (Stand(_BOULDER, 0.22, 0.6, 2.2, LAVA),),
    "savanna": (Stand(acacia, 0.16, 4.5, 7.5, GREEN), Stand(bush, 0.12, 0.5, 1.1, GREEN)),
}
"""By place, as a model's setting names it. Under a roof nothing is scattered, nor by the sea, where
it might stand in the water."""


@lru_cache(maxsize=MOST_KEPT)
def scattered(setting: Setting, seed: int, column: int, row: int) -> Scattered | None:
    """What stands on a plot.

    Args:
        setting: the kind of place; of several the first by name that things stand about in.
        seed: of the world.
        column, row: of the plot, counted in `PLOT_M` along x and z from the world's origin.

    Returns:
        A thing that rests; None if there is nothing.
    """
    stands = next((STANDS[name] for name in sorted(setting.places) if name in STANDS), ())
    rng = np.random.default_rng([seed, column % 2**32, row % 2**32, 89])
    choice, aside = rng.random(), rng.uniform(MARGIN, 1.0 - MARGIN, 2)
    for stand in stands:
        if choice < stand.share:
            return _stood(stand, setting.season, rng, (aside + np.array((column, row))) * PLOT_M)
        choice -= stand.share
    return None


def is_furnished(setting: Setting) -> bool:
    """Whether things stand about in such a place."""
    return not setting.places.isdisjoint(STANDS)


def _stood(stand: Stand, season: str, rng: np.random.Generator, spot: np.ndarray) -> Scattered:
    colours = stand.colours or LEAVES[season]
    colour = mixed(colours[int(rng.integers(len(colours)))], BARK, float(rng.uniform(0.0, 0.15)))
    parts = build(stand.shape, colour, float(rng.uniform(stand.least_m, stand.most_m)))
    if season == "winter":
        parts = tuple(replace(one, colour=mixed(one.colour, SNOW, SNOWED_UNDER)) for one in parts)
    thing = Thing(
        number=0,
        noun="scenery",
        parts=parts,
        position=np.zeros(3),
        yaw_rad=float(rng.uniform(-math.pi, math.pi)),
    )
    stood = thing.at(np.array([spot[0], -thing.half_m[1], spot[1]]), np.zeros(3))
    return Scattered(stood, thing.reach_m)

"""Single parts of a shape, measured from the ground up.

Not here: what they are put together to (`catalogue`, `landmarks`).
"""

from __future__ import annotations

from worldgen.things.colours import Rgb
from worldgen.things.shapes import FRUSTUM, Part

DARK: Rgb = (45, 40, 40)
BARK: Rgb = (100, 70, 45)


def solid(
    kind: int,
    colour: Rgb,
    low_m: float,
    size_m: tuple[float, float, float],
    taper: float = 1.0,
    x_m: float = 0.0,
    z_m: float = 0.0,
) -> Part:
    """A part that is `size_m` wide, high and deep and begins `low_m` above the ground."""
    wide, high, deep = size_m
    centre = (x_m, -low_m - high / 2, z_m)
    half = (wide / 2, high / 2, deep / 2)
    return Part(kind=kind, centre_m=centre, half_m=half, colour=colour, taper=taper)


def rounded(
    colour: Rgb, low_m: float, wide_m: float, high_m: float, taper: float = 1.0,
    x_m: float = 0.0, z_m: float = 0.0,
) -> Part:  # fmt: skip
    """A standing round part."""
    size_m = (wide_m, high_m, wide_m)
    return solid(FRUSTUM, colour, low_m, size_m, taper, x_m, z_m)

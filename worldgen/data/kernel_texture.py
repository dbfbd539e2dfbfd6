"""From a surface to its looks: the one switch over all materials. Linear light.

Not here: the materials (`kernel_nature`, `kernel_built`), light (`kernel_light`) and
which material lies where (`bake`).
"""

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import kernel
from worldgen.data.kernel_built import books, facade, glazing, lining, masonry, smooth, wood
from worldgen.data.kernel_nature import bark, earth, lava, leaves, rock, sand, snow_shade, turf
from worldgen.data.kernel_pattern import Paint
from worldgen.data.kernel_surface import Surface


@kernel
def albedo(p: Surface, noise: np.ndarray, height: float) -> Paint:
    """Looks of a surface; `height` is the point's in the world, metres."""
    mat = p.mat
    if mat == L.BRICK or mat == L.COBBLE or mat == L.BLOCKS or mat == L.TILES:
        return masonry(p, noise)
    if mat == L.HOUSE or mat == L.FACADE:
        return facade(p, noise)
    if mat == L.PLANKS or mat == L.PARQUET:
        return wood(p, noise)
    if mat == L.BOOKS:
        return books(p, noise)
    if mat == L.GLASS or mat == L.STAINED:
        return glazing(p, noise)
    if mat == L.WALLPAPER or mat == L.CARPET or mat == L.PICTURE:
        return lining(p, noise)
    if mat == L.ASPHALT or mat == L.MARBLE or mat == L.BALL or mat == L.PLAIN:
        return smooth(p, noise)
    if mat == L.GRASS or mat == L.LEAFLITTER:
        return turf(p, noise)
    if mat == L.SAND:
        return sand(p, noise)
    if mat == L.ROCK or mat == L.CAVEROCK:
        return rock(p, noise, height)
    if mat == L.SNOW:
        k = snow_shade(noise, p.u, p.v, p.foot)
        return Paint(p.r * k, p.g * k, p.b * k, 0.18, 0.08, 0.0)
    if mat == L.BARK:
        return bark(p, noise)
    if mat == L.LEAVES or mat == L.NEEDLES:
        return leaves(p, noise, height)
    if mat == L.BASALT or mat == L.CRACKED:
        return lava(p, noise)
    return earth(p, noise)

"""What several outdoor biomes share: hills, footpaths, grass in season, a far skyline.

Not here: the biomes (`terrain`, `settlements`).
"""

import numpy as np

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder, Colour
from worldgen.data.noise import fbm, smoothstep

GREY: Colour = (0.27, 0.26, 0.25)


def grass_colour(b: Builder) -> tuple[float, float, float]:
    """Grass in the scene's season."""
    return {"spring": (0.17, 0.33, 0.06), "summer": (0.22, 0.31, 0.06),
            "autumn": (0.36, 0.28, 0.09), "winter": (0.24, 0.24, 0.12)}[b.spec.season]  # fmt: skip


def hills(b: Builder, tall: float, cells: int = 3) -> None:
    """Gentle ground, `tall` metres from mean to crest."""
    b.ground += tall * b.spec.roughness * fbm(b.rng, cells, 5, 0.42) * 0.8


def trail(b: Builder, wide: float) -> None:
    """A winding footpath along the zero line of a noise; `path` becomes 1 on it."""
    line = fbm(b.rng, 2, 2)
    slope = np.hypot(*np.gradient(line)) * L.PER_M + 1e-3
    b.path = np.maximum(b.path, 1 - smoothstep(wide * 0.6, wide * 1.4, np.abs(line) / slope))


def off_path(b: Builder, x: float, z: float) -> bool:
    """Whether a thing may stand here: no path and no water."""
    n = L.GRID - 1
    clear = b.path[round(z * L.PER_M) & n, round(x * L.PER_M) & n] < 0.2
    return bool(clear) and b.height(x, z) > b.s[L.S_WATER] + 0.25


def mountains_behind(
    b: Builder, tall: float, colour: tuple[float, float, float], snow: float
) -> None:
    """Silhouettes on the horizon."""
    b.s[L.S_MOUNT] = tall
    b.s[L.S_MOUNTR : L.S_MOUNTB + 1] = colour
    b.s[L.S_MSNOW] = snow

"""Patterns that materials are made of: grain, courses of bricks, grids of windows.

Each knows its own size in metres and dissolves into its mean before a pixel
(`foot` metres wide) grows wider than that, so distant walls do not sparkle.

Not here: the materials themselves (`kernel_nature`, `kernel_built`).
"""

import math
from typing import NamedTuple

import numpy as np

from worldgen.data.kernel_base import kernel, lattice


class Paint(NamedTuple):
    """A point's looks.

    Attributes:
        r, g, b: albedo, linear.
        bump: how much the normal is roughened.
        gloss: share of light mirrored.
        glow: share of the material's own light, [0, 1].
    """

    r: float
    g: float
    b: float
    bump: float
    gloss: float
    glow: float


@kernel
def paint(
    r: float, g: float, b: float, shade: float, bump: float, gloss: float, glow: float
) -> Paint:
    """A colour times a shade, which never falls to black."""
    k = max(shade, 0.12)
    return Paint(r * k, g * k, b * k, bump, gloss, glow)


@kernel
def fade(size: float, foot: float) -> float:
    """1 while a detail of `size` metres is wider than two pixels, 0 once it is under one."""
    return min(max(1.6 - 1.3 * foot / size, 0.0), 1.0)


@kernel
def grain(noise: np.ndarray, u: float, v: float, size: float, foot: float) -> float:
    """Three octaves of noise about 0 (within 0.5), coarsest bump `size` metres."""
    total = 0.0
    weight = 0.55
    for _ in range(3):
        w = fade(size, foot)
        if w <= 0.0:
            break
        total += weight * w * (lattice(noise, u / size, v / size) - 0.5)
        size *= 0.43
        weight *= 0.7
        u += 17.3
    return total


@kernel
def cell(x: float) -> float:
    """Fraction of x within its unit cell."""
    return x - math.floor(x)


@kernel
def inside(x: float, low: float, high: float, soft: float) -> float:
    """1 for x in [low, high], 0 outside, with edges `soft` wide."""
    s = 1.0 / max(soft, 1e-4)
    return min(max((x - low) * s + 0.5, 0.0), 1.0) * min(max((high - x) * s + 0.5, 0.0), 1.0)


@kernel
def courses(noise: np.ndarray, u: float, v: float, wide: float, tall: float, gap: float,
            foot: float, seed: float) -> tuple[float, float]:  # fmt: skip
    """Bricks in bond: (1 on a brick and 0 in the joint, a random shade per brick about 0)."""
    row = math.floor(v / tall)
    shift = 0.5 * (int(row) & 1)
    col = math.floor(u / wide + shift)
    x = cell(u / wide + shift) * wide
    y = cell(v / tall) * tall
    w = fade(tall * 0.6, foot)
    soft = max(foot, 0.01)
    on = inside(x, gap, wide - gap, soft) * inside(y, gap, tall - gap, soft)
    shade = lattice(noise, col * 7.0 + seed, row * 13.0) - 0.5
    return 1.0 + (on - 1.0) * w, shade * w


@kernel
def windows(noise: np.ndarray, u: float, v: float, wide: float, tall: float, pane_w: float,
            pane_h: float, sill: float, foot: float, seed: float,
            ) -> tuple[float, float, float]:  # fmt: skip
    """A facade's grid of windows: shares of pane and frame, and a random number a window."""
    col = math.floor(u / wide)
    row = math.floor(v / tall)
    x = cell(u / wide) * wide - wide * 0.5
    y = cell(v / tall) * tall - sill
    soft = max(foot, 0.015)
    pane = inside(x, -pane_w, pane_w, soft) * inside(y, 0.0, pane_h, soft)
    f = 0.09
    frame = inside(x, -pane_w - f, pane_w + f, soft) * inside(y, -f, pane_h + f, soft)
    bar = inside(abs(x), -1.0, 0.03, soft) + inside(abs(y - pane_h * 0.55), -1.0, 0.03, soft)
    pane *= 1.0 - min(bar, 1.0) * fade(0.12, foot)
    lit = lattice(noise, col * 5.0 + seed * 3.0, row * 9.0 + seed)
    return pane, max(frame - pane, 0.0), lit

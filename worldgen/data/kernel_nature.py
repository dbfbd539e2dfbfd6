"""What grows and lies about looks like: grass, sand, rock, snow, earth, bark, leaves, lava.

Not here: what people build (`kernel_built`).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import kernel, lattice
from worldgen.data.kernel_pattern import Paint, fade, grain, inside, paint
from worldgen.data.kernel_surface import Surface


@kernel
def turf(p: Surface, noise: np.ndarray) -> Paint:
    """Grass or fallen leaves, with flowers where they grow."""
    u, v, foot = p.u, p.v, p.foot
    big = lattice(noise, u * 0.13, v * 0.13) - 0.5
    k = 1.0 + 0.45 * big + 0.9 * grain(noise, u, v * 0.7, 0.55, foot)
    k += 0.7 * fade(0.035, foot) * (lattice(noise, u * 34.0, v * 11.0) - 0.5)
    r = p.r * (1.0 + 0.5 * (lattice(noise, u * 0.31 + 9.0, v * 0.31) - 0.5))
    g = p.g
    b = p.b
    if p.mat == L.LEAFLITTER:
        f = fade(0.16, foot)
        k += (lattice(noise, u * 6.1, v * 6.1) - 0.5) * f
        g *= 1.0 + 0.8 * f * (lattice(noise, u * 5.3 + 40.0, v * 5.3) - 0.6)
    if p.flowers > 0.0:
        patch = lattice(noise, u * 0.21 + 70.0, v * 0.21)
        n = lattice(noise, u * 3.7 + 31.0, v * 3.7)
        f = inside(n, 0.80 - 0.12 * patch, 2.0, 0.08) * fade(0.22, foot) * p.flowers
        if f > 0.0:
            hue = lattice(noise, u * 0.5 + 90.0, v * 0.5)
            r += (0.75 - r) * f
            g += ((0.62 if hue > 0.5 else 0.18) - g) * f
            b += ((0.08 if hue > 0.5 else 0.42) - b) * f
    return paint(r, g, b, k, 0.5, 0.0, 0.0)


@kernel
def sand(p: Surface, noise: np.ndarray) -> Paint:
    """Sand in wind ripples."""
    u, v, foot = p.u, p.v, p.foot
    k = 1.0 + 0.35 * grain(noise, u, v, 2.1, foot)
    ripple = fade(0.34, foot)
    if ripple > 0.0:
        warp = 2.2 * lattice(noise, u * 0.35, v * 0.35)
        k += 0.09 * math.sin((u * 0.9 + v * 0.35) * 9.0 + warp * 4.0) * ripple
    fine = fade(0.02, foot)
    if fine > 0.0:
        k += 0.16 * fine * (lattice(noise, u * 50.0, v * 50.0) - 0.5)
    return paint(p.r, p.g, p.b, k, 0.25, 0.0, 0.0)


@kernel
def rock(p: Surface, noise: np.ndarray, height: float) -> Paint:
    """Layered, cracked rock; `height` is the world's, metres, so that layers run on."""
    u, v, foot = p.u, p.v, p.foot
    h = height + 0.9 * lattice(noise, u * 0.23, v * 0.23)
    if p.mat == L.CAVEROCK:
        h = 0.3 * h
    band = lattice(noise, h * 1.3 + p.seed, 3.5) - 0.5
    fine = (lattice(noise, h * 5.1, 9.5) - 0.5) * fade(0.2, foot)
    k = 1.0 + 0.65 * band + 0.35 * fine + 1.1 * grain(noise, u, v, 1.3, foot)
    crack = abs(lattice(noise, u * 0.9 + 50.0, v * 0.9) - 0.5)
    k *= 1.0 - 0.45 * inside(crack, -1.0, 0.025, 0.04) * fade(0.25, foot)
    return paint(p.r, p.g * (1.0 - 0.12 * band), p.b * (1.0 - 0.3 * band), k, 0.8, 0.0, 0.0)


@kernel
def snow_shade(noise: np.ndarray, u: float, v: float, foot: float) -> float:
    """Drifts: a shade about 1."""
    return max(1.0 + 0.10 * grain(noise, u, v, 1.8, foot), 0.12)


@kernel
def earth(p: Surface, noise: np.ndarray) -> Paint:
    """Bare soil with pebbles, or mud that shines."""
    k = 1.0 + 1.0 * grain(noise, p.u, p.v, 0.9, p.foot)
    pebbles = fade(0.25, p.foot)
    if pebbles > 0.0:
        k += 0.6 * inside(lattice(noise, p.u * 4.1, p.v * 4.1), 0.78, 2.0, 0.1) * pebbles
    return paint(p.r, p.g, p.b, k, 0.45, 0.25 if p.mat == L.MUD else 0.0, 0.0)


@kernel
def bark(p: Surface, noise: np.ndarray) -> Paint:
    """Furrowed bark."""
    k = 1.0 + 0.5 * grain(noise, p.u, p.v, 0.4, p.foot)
    furrow = fade(0.1, p.foot)
    if furrow > 0.0:
        k += 1.2 * (lattice(noise, p.u * 9.0 + p.seed, p.v * 1.3) - 0.5) * furrow
    return paint(p.r, p.g, p.b, k, 0.6, 0.0, 0.0)


@kernel
def leaves(p: Surface, noise: np.ndarray, height: float) -> Paint:
    """Leaves or needles in clumps."""
    u, v = p.u, p.v
    k = 1.0 + 0.9 * (lattice(noise, u * 1.9 + p.seed, v * 1.9) - 0.5)
    k += 1.2 * grain(noise, u + height * 0.7, v + height, 0.34, p.foot)
    r = p.r * (1.0 + 0.4 * (lattice(noise, u * 1.1 + p.seed + 20.0, v * 1.1) - 0.5))
    return paint(r, p.g, p.b, k, 1.0, 0.0, 0.0)


@kernel
def lava(p: Surface, noise: np.ndarray) -> Paint:
    """Cracked basalt; the cracks glow where it is young."""
    u, v, foot = p.u, p.v, p.foot
    k = 1.0 + 1.4 * grain(noise, u, v, 1.4, foot)
    n = abs(lattice(noise, u * 0.42, v * 0.42) + 0.35 * lattice(noise, u * 1.3, v * 1.3) - 0.67)
    line = inside(n, -1.0, 0.03, 0.05 + 0.3 * foot)
    k *= 1.0 - 0.7 * line
    return paint(p.r, p.g, p.b, k, 0.8, 0.0, line if p.mat == L.BASALT else 0.0)

"""What surfaces look like: albedo and grain per material, faded with the pixel's footprint.

Each pattern knows its own size in metres and dissolves into its mean before a
pixel grows wider than that, so distant walls do not sparkle. Linear light.

Not here: light (`kernel_shade`) and which material lies where (`bake`).
"""

import math

from numba import njit

from worldgen.data.kernel_trace import FAST, lattice
from worldgen.data.layout import (
    ASPHALT, BALL, BARK, BASALT, BLOCKS, BOOKS, BRICK, CARPET, CAVEROCK, COBBLE, CRACKED, DIRT,
    FACADE, GRASS, HOUSE, LEAFLITTER, LEAVES, MARBLE, MUD, NEEDLES, PARQUET, PICTURE, PLAIN,
    PLANKS, ROCK, SAND, SNOW, TILES, WALLPAPER,
)  # fmt: skip


@njit(**FAST)
def fade(size, foot):
    """1 while a detail of `size` metres is wider than two pixels, 0 once it is under one."""
    return min(max(1.6 - 1.3 * foot / size, 0.0), 1.0)


@njit(**FAST)
def grain(table, u, v, size, foot):
    """Three octaves of noise about 0 (within 0.5), coarsest bump `size` metres."""
    total = 0.0
    weight = 0.55
    for _ in range(3):
        w = fade(size, foot)
        if w <= 0.0:
            break
        total += weight * w * (lattice(table, u / size, v / size) - 0.5)
        size *= 0.43
        weight *= 0.7
        u += 17.3
    return total


@njit(**FAST)
def cell(x):
    """Fraction of x within its unit cell."""
    return x - math.floor(x)


@njit(**FAST)
def inside(x, low, high, soft):
    """1 for x in [low, high], with edges `soft` wide."""
    s = 1.0 / max(soft, 1e-4)
    return min(max((x - low) * s + 0.5, 0.0), 1.0) * min(max((high - x) * s + 0.5, 0.0), 1.0)


@njit(**FAST)
def courses(table, u, v, wide, tall, gap, foot, seed):
    """Bricks in bond: (1 on a brick and 0 in the joint, a random shade per brick about 0)."""
    row = math.floor(v / tall)
    shift = 0.5 * (int(row) & 1)
    col = math.floor(u / wide + shift)
    x = cell(u / wide + shift) * wide
    y = cell(v / tall) * tall
    w = fade(tall * 0.6, foot)
    soft = max(foot, 0.01)
    on = inside(x, gap, wide - gap, soft) * inside(y, gap, tall - gap, soft)
    shade = lattice(table, col * 7.0 + seed, row * 13.0) - 0.5
    return 1.0 + (on - 1.0) * w, shade * w


@njit(**FAST)
def windows(table, u, v, wide, tall, pane_w, pane_h, sill, foot, seed):
    """A facade's grid of windows: (pane, frame, lit): shares in [0, 1] and a random number."""
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
    lit = lattice(table, col * 5.0 + seed * 3.0, row * 9.0 + seed)
    return pane, max(frame - pane, 0.0), lit


@njit(**FAST)
def albedo(mat, u, v, w, foot, r, g, b, seed, table, up, flowers):
    """Surface colour at surface coordinates (u, v) metres (v upwards on walls; w world height).

    Returns (r, g, b, bump, gloss, emission share): bump scales the normal's roughening.
    """
    bump = 0.25
    gloss = 0.0
    glow = 0.0
    k = 1.0
    if mat == GRASS or mat == LEAFLITTER:
        big = lattice(table, u * 0.13, v * 0.13) - 0.5
        k = 1.0 + 0.45 * big + 0.9 * grain(table, u, v * 0.7, 0.55, foot)
        k += 0.7 * fade(0.035, foot) * (lattice(table, u * 34.0, v * 11.0) - 0.5)
        r = r * (1.0 + 0.5 * (lattice(table, u * 0.31 + 9.0, v * 0.31) - 0.5))
        bump = 0.5
        if mat == LEAFLITTER:
            n = lattice(table, u * 6.1, v * 6.1)
            f = fade(0.16, foot)
            k += (n - 0.5) * f
            g *= 1.0 + 0.8 * f * (lattice(table, u * 5.3 + 40.0, v * 5.3) - 0.6)
        if flowers > 0.0:
            patch = lattice(table, u * 0.21 + 70.0, v * 0.21)
            n = lattice(table, u * 3.7 + 31.0, v * 3.7)
            f = inside(n, 0.80 - 0.12 * patch, 2.0, 0.08) * fade(0.22, foot) * flowers
            hue = lattice(table, u * 0.5 + 90.0, v * 0.5)
            r += (0.75 - r) * f
            g += ((0.62 if hue > 0.5 else 0.18) - g) * f
            b += ((0.08 if hue > 0.5 else 0.42) - b) * f
    elif mat == SAND:
        warp = 2.2 * lattice(table, u * 0.35, v * 0.35)
        wave = math.sin((u * 0.9 + v * 0.35) * 9.0 + warp * 4.0)
        k = 1.0 + 0.09 * wave * fade(0.34, foot) + 0.35 * grain(table, u, v, 2.1, foot)
        k += 0.16 * fade(0.02, foot) * (lattice(table, u * 50.0, v * 50.0) - 0.5)
    elif mat == ROCK or mat == CAVEROCK:
        h = w + 0.9 * lattice(table, u * 0.23, v * 0.23)
        if mat == CAVEROCK:
            h = 0.3 * h
        band = lattice(table, h * 1.3 + seed, 3.5) - 0.5
        fine = (lattice(table, h * 5.1, 9.5) - 0.5) * fade(0.2, foot)
        k = 1.0 + 0.65 * band + 0.35 * fine + 1.1 * grain(table, u, v, 1.3, foot)
        crack = abs(lattice(table, u * 0.9 + 50.0, v * 0.9) - 0.5)
        k *= 1.0 - 0.45 * inside(crack, -1.0, 0.025, 0.04) * fade(0.25, foot)
        g *= 1.0 - 0.12 * band
        b *= 1.0 - 0.3 * band
        bump = 0.8
    elif mat == SNOW:
        k = 1.0 + 0.10 * grain(table, u, v, 1.8, foot)
        gloss = 0.08
        bump = 0.18
    elif mat == DIRT or mat == MUD:
        k = 1.0 + 1.0 * grain(table, u, v, 0.9, foot)
        stone = lattice(table, u * 4.1, v * 4.1)
        k += 0.6 * inside(stone, 0.78, 2.0, 0.1) * fade(0.25, foot)
        bump = 0.45
        gloss = 0.25 if mat == MUD else 0.0
    elif mat == COBBLE:
        on, shade = courses(table, u, v, 0.34, 0.24, 0.022, foot, seed)
        k = (0.5 + 0.5 * on) * (1.0 + 0.45 * shade) + 0.4 * grain(table, u, v, 0.8, foot)
        gloss = 0.06
    elif mat == ASPHALT:
        k = 1.0 + 0.35 * grain(table, u, v, 1.7, foot)
        k += 0.3 * fade(0.03, foot) * (lattice(table, u * 30.0, v * 30.0) - 0.5)
        bump = 0.12
    elif mat == BRICK:
        on, shade = courses(table, u, v, 0.44, 0.15, 0.014, foot, seed)
        k = (1.0 + 0.5 * shade) * (0.4 + 0.6 * on) + 0.5 * grain(table, u, v, 1.3, foot)
        r, g, b = (
            r + (0.40 - r) * (1.0 - on),
            g + (0.37 - g) * (1.0 - on),
            b + (0.33 - b) * (1.0 - on),
        )
    elif mat == BLOCKS:
        on, shade = courses(table, u, v, 1.05, 0.52, 0.022, foot, seed)
        k = (1.0 + 0.35 * shade) * (0.45 + 0.55 * on) + 0.7 * grain(table, u, v, 0.9, foot)
        moss = inside(lattice(table, u * 0.4 + 5.0, v * 0.5), 0.62, 2.0, 0.25)
        r *= 1.0 - 0.35 * moss
        b *= 1.0 - 0.4 * moss
        bump = 0.5
    elif mat == HOUSE or mat == FACADE:
        k = 1.0 + 0.30 * grain(table, u, v, 1.9, foot) - 0.12 * inside(v, -9.0, 0.5, 0.1)
        if abs(up) < 0.5:
            if mat == HOUSE:
                pane, frame, lit = windows(table, u + 1.2, v, 2.4, 2.8, 0.5, 1.15, 0.95, foot, seed)
                door = inside(cell(u / 7.2 + 0.5) * 7.2 - 3.6, -0.52, 0.52, max(foot, 0.02))
                door *= inside(v, -1.0, 2.15, max(foot, 0.02))
                beam = inside(cell(v / 2.8) * 2.8, -1.0, 0.16, max(foot, 0.02)) * (cell(seed) > 0.5)
                k *= 1.0 - 0.6 * beam
                pane *= 1.0 - door
                frame *= 1.0 - door
                r, g, b = r + (0.16 - r) * door, g + (0.075 - g) * door, b + (0.035 - b) * door
            else:
                pane, frame, lit = windows(table, u, v, 2.0, 3.1, 0.62, 1.75, 0.8, foot, seed)
                shop = inside(v, 0.3, 2.7, 0.1)
                pane = max(pane * inside(v, 3.0, 999.0, 0.1), 0.85 * shop)
            q = 0.75 if mat == HOUSE else 0.15
            r, g, b = r + (q - r) * frame, g + (q - g) * frame, b + (q - b) * frame
            r, g, b = r + (0.03 - r) * pane, g + (0.045 - g) * pane, b + (0.06 - b) * pane
            k += (1.0 - k) * pane
            gloss = 0.7 * pane
            glow = pane * (1.0 if lit > 0.42 else 0.06)
        bump = 0.08
    elif mat == TILES:
        on, shade = courses(table, u, v, 0.30, 0.34, 0.02, foot, seed)
        lip = cell(v / 0.34)
        k = (0.6 + 0.4 * on) * (1.0 + 0.5 * shade) * (1.0 + 0.35 * (lip - 0.5) * fade(0.2, foot))
        k += 0.4 * grain(table, u, v, 1.2, foot)
    elif mat == BARK:
        k = 1.0 + 1.2 * (lattice(table, u * 9.0 + seed, v * 1.3) - 0.5) * fade(0.1, foot)
        k += 0.5 * grain(table, u, v, 0.4, foot)
        bump = 0.6
    elif mat == LEAVES or mat == NEEDLES:
        k = 1.0 + 0.9 * (lattice(table, u * 1.9 + seed, v * 1.9) - 0.5)
        k += 1.2 * grain(table, u + w * 0.7, v + w, 0.34, foot)
        r *= 1.0 + 0.4 * (lattice(table, u * 1.1 + seed + 20.0, v * 1.1) - 0.5)
        bump = 1.0
    elif mat == PLANKS or mat == PARQUET:
        on, shade = courses(table, u, v, 1.9, 0.19, 0.007, foot, seed)
        k = (0.55 + 0.45 * on) * (1.0 + 0.55 * shade)
        k += 0.4 * (lattice(table, u * 1.6, v * 21.0) - 0.5) * fade(0.05, foot)
        gloss = 0.3 if mat == PARQUET else 0.03
        bump = 0.06
    elif mat == BASALT or mat == CRACKED:
        k = 1.0 + 1.4 * grain(table, u, v, 1.4, foot)
        n = abs(lattice(table, u * 0.42, v * 0.42) + 0.35 * lattice(table, u * 1.3, v * 1.3) - 0.67)
        line = inside(n, -1.0, 0.03, 0.05 + 0.3 * foot)
        if mat == BASALT:
            glow = line
        k *= 1.0 - 0.7 * line
        bump = 0.8
    elif mat == MARBLE:
        check = (int(math.floor(u / 0.9)) + int(math.floor(v / 0.9))) & 1
        k = 1.0 - 0.55 * check * fade(0.9, foot) - 0.27 * (1.0 - fade(0.9, foot))
        k += 0.3 * grain(table, u, v, 0.7, foot)
        gloss = 0.5
        bump = 0.03
    elif mat == WALLPAPER:
        stripe = inside(cell(u / 0.5), 0.25, 0.75, 0.05 + foot * 2.0)
        k = 1.0 - 0.16 * stripe * fade(0.3, foot) + 0.1 * grain(table, u, v, 1.5, foot)
        wain = inside(v, -1.0, 0.9, max(foot, 0.02))
        rail = inside(v, 0.86, 0.94, max(foot, 0.02)) + inside(v, -1.0, 0.14, max(foot, 0.02))
        r, g, b = r + (0.33 - r) * wain, g + (0.19 - g) * wain, b + (0.10 - b) * wain
        k *= 1.0 - 0.4 * min(rail, 1.0)
        bump = 0.03
    elif mat == CARPET:
        d = max(abs(cell(u / 3.2) - 0.5), abs(cell(v / 2.4) - 0.5))
        ring = inside(cell(d * 7.0), 0.3, 0.6, 0.1 + foot * 3.0)
        k = 1.0 - 0.45 * ring * fade(0.4, foot) + 0.4 * grain(table, u, v, 0.1, foot)
    elif mat == PICTURE:
        n = lattice(table, u * 2.0 + seed * 7.0, v * 2.0 + seed)
        m = lattice(table, u * 5.0 + seed, v * 5.0 + 60.0)
        r, g, b = r * (0.5 + n), g * (0.4 + m), b * (1.5 - n)
    elif mat == BOOKS:
        shelf = inside(cell(v / 0.36), 0.1, 2.0, 0.02 + foot * 2.0)
        col = math.floor(u / 0.07)
        f = fade(0.06, foot)
        h = lattice(table, col * 3.0 + seed, math.floor(v / 0.36) * 7.0)
        m = lattice(table, col * 5.0 + 99.0, math.floor(v / 0.36) * 7.0)
        r = 0.14 + (0.45 * h - 0.1) * f
        g = 0.10 + (0.30 * m - 0.07) * f
        b = 0.08 + (0.30 * (1.0 - h) - 0.12) * f
        k = 0.3 + 0.7 * shelf
    elif mat == BALL:
        k = 0.55 + 0.9 * inside(cell(u * 2.0), 0.0, 0.5, 0.1 + foot * 2.0)
        gloss = 0.35
        bump = 0.0
    elif mat == PLAIN:
        k = 1.0 + 0.25 * grain(table, u, v, 0.8, foot)
        bump = 0.04
    k = max(k, 0.12)
    return r * k, g * k, b * k, bump, gloss, glow

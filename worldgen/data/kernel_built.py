"""What people build looks like: paving, walls, facades, roofs, floors, furniture.

Not here: what grows (`kernel_nature`).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import kernel, lattice
from worldgen.data.kernel_pattern import Paint, cell, courses, fade, grain, inside, paint, windows
from worldgen.data.kernel_surface import Surface


@kernel
def masonry(p: Surface, noise: np.ndarray) -> Paint:
    """Cobbles, bricks, mossy blocks or roof tiles: courses with joints."""
    u, v, foot = p.u, p.v, p.foot
    if p.mat == L.COBBLE:
        on, shade = courses(noise, u, v, 0.34, 0.24, 0.022, foot, p.seed)
        k = (0.5 + 0.5 * on) * (1.0 + 0.45 * shade) + 0.4 * grain(noise, u, v, 0.8, foot)
        return paint(p.r, p.g, p.b, k, 0.25, 0.06, 0.0)
    if p.mat == L.BRICK:
        on, shade = courses(noise, u, v, 0.44, 0.15, 0.014, foot, p.seed)
        k = (1.0 + 0.5 * shade) * (0.4 + 0.6 * on) + 0.5 * grain(noise, u, v, 1.3, foot)
        gap = 1.0 - on
        r = p.r + (0.40 - p.r) * gap
        return paint(r, p.g + (0.37 - p.g) * gap, p.b + (0.33 - p.b) * gap, k, 0.25, 0.0, 0.0)
    if p.mat == L.BLOCKS:
        on, shade = courses(noise, u, v, 1.05, 0.52, 0.022, foot, p.seed)
        k = (1.0 + 0.35 * shade) * (0.45 + 0.55 * on) + 0.7 * grain(noise, u, v, 0.9, foot)
        moss = inside(lattice(noise, u * 0.4 + 5.0, v * 0.5), 0.62, 2.0, 0.25)
        if p.seed < 0.0:  # well kept
            moss = 0.0
        return paint(p.r * (1.0 - 0.35 * moss), p.g, p.b * (1.0 - 0.4 * moss), k, 0.5, 0.0, 0.0)
    on, shade = courses(noise, u, v, 0.30, 0.34, 0.02, foot, p.seed)
    lip = 1.0 + 0.35 * (cell(v / 0.34) - 0.5) * fade(0.2, foot)
    k = (0.6 + 0.4 * on) * (1.0 + 0.5 * shade) * lip + 0.4 * grain(noise, u, v, 1.2, foot)
    return paint(p.r, p.g, p.b, k, 0.25, 0.0, 0.0)


@kernel
def facade(p: Surface, noise: np.ndarray) -> Paint:
    """A house's or a tower block's wall with its windows, doors, beams and shop fronts."""
    u, v, foot = p.u, p.v, p.foot
    k = 1.0 + 0.30 * grain(noise, u, v, 1.9, foot) - 0.12 * inside(v, -9.0, 0.5, 0.1)
    r, g, b = p.r, p.g, p.b
    if abs(p.ny) >= 0.5:
        return paint(r, g, b, k, 0.08, 0.0, 0.0)
    soft = max(foot, 0.02)
    bright = 1.0
    dark = 0.42  # share of windows without a light
    if p.mat == L.HOUSE:
        pane, frame, lit = windows(noise, u + 1.2, v, 2.4, 2.8, 0.5, 1.15, 0.95, foot, p.seed)
        door = inside(cell(u / 7.2 + 0.5) * 7.2 - 3.6, -0.52, 0.52, soft)
        door *= inside(v, -1.0, 2.15, soft)
        if cell(p.seed) > 0.5:
            k *= 1.0 - 0.6 * inside(cell(v / 2.8) * 2.8, -1.0, 0.16, soft)
        pane *= 1.0 - door
        frame *= 1.0 - door
        r, g, b = r + (0.16 - r) * door, g + (0.075 - g) * door, b + (0.035 - b) * door
        q = 0.75
    else:
        pane, frame, lit = windows(noise, u, v, 2.0, 3.1, 0.62, 1.75, 0.8, foot, p.seed)
        shop = inside(v, 0.3, 2.7, 0.1) * (1.0 - inside(cell(u / 2.0) * 2.0, -1.0, 0.14, soft))
        if v < 3.0:  # a shop's window shows what is inside
            bright = 0.35 + 0.4 * lattice(noise, u * 1.7 + p.seed, v * 1.9)
        pane = max(pane * inside(v, 3.0, 999.0, 0.1), 0.85 * shop)
        q = 0.15
        dark = 0.55
    r, g, b = r + (q - r) * frame, g + (q - g) * frame, b + (q - b) * frame
    r, g, b = r + (0.03 - r) * pane, g + (0.045 - g) * pane, b + (0.06 - b) * pane
    k += (1.0 - k) * pane
    bright *= 0.35 + 0.65 * cell(lit * 7.3) if lit > dark else 0.05
    return paint(r, g, b, k, 0.08, 0.7 * pane, pane * bright)


@kernel
def wood(p: Surface, noise: np.ndarray) -> Paint:
    """Planks, or parquet that shines."""
    on, shade = courses(noise, p.u, p.v, 1.9, 0.19, 0.007, p.foot, p.seed)
    k = (0.55 + 0.45 * on) * (1.0 + 0.55 * shade)
    k += 0.4 * (lattice(noise, p.u * 1.6, p.v * 21.0) - 0.5) * fade(0.05, p.foot)
    return paint(p.r, p.g, p.b, k, 0.06, 0.3 if p.mat == L.PARQUET else 0.03, 0.0)


@kernel
def books(p: Surface, noise: np.ndarray) -> Paint:
    """Shelves of books, each its own colour; from afar, each yard of them."""
    shelf = inside(cell(p.v / 0.36), 0.1, 2.0, 0.02 + p.foot * 2.0)
    row = math.floor(p.v / 0.36) * 7.0
    col = math.floor(p.u / 0.07)
    f = fade(0.06, p.foot)
    h = lattice(noise, col * 3.0 + p.seed, row)
    m = lattice(noise, col * 5.0 + 99.0, row)
    w = 0.8 * (1.0 - f)
    set_h = lattice(noise, math.floor(p.u / 0.42) * 3.0 + p.seed, row)
    r = 0.17 + (0.45 * h - 0.13) * f + 0.26 * (set_h - 0.4) * w
    g = 0.12 + (0.30 * m - 0.09) * f + 0.12 * (m - 0.5) * w
    b = 0.10 + (0.30 * (1.0 - h) - 0.14) * f + 0.12 * (0.6 - set_h) * w
    return paint(r, g, b, 0.3 + 0.7 * shelf, 0.25, 0.0, 0.0)


CLEAR = 0.25  # share of a lamp's light that comes back from clear glass


@kernel
def glazing(p: Surface, noise: np.ndarray) -> Paint:
    """Panes between white bars, or coloured ones in lead; the day behind them shines through."""
    u, v, foot = p.u, p.v, p.foot
    wide, tall, bar = 0.8, 1.3, 0.045
    if p.mat == L.STAINED:
        wide, tall, bar = 0.26, 0.30, 0.016
    soft = max(foot, 0.008)
    x = cell(u / wide) * wide
    y = cell(v / tall) * tall
    pane = inside(x, bar, wide - bar, soft) * inside(y, bar, tall - bar, soft)
    pane = 0.85 + (pane - 0.85) * fade(bar * 4.0, foot)
    if p.mat == L.GLASS:
        k = CLEAR * (0.9 + 0.3 * lattice(noise, u * 0.23, v * 0.19))
        r, g, b = 0.3 + (p.r * k - 0.3) * pane, 0.31 + (p.g * k - 0.31) * pane, p.b * k * pane
        return paint(r, g, b + 0.3 * (1.0 - pane), 1.0, 0.0, 0.2, pane)
    column = math.floor(abs(u) / wide)
    row = math.floor(v / tall)
    seed = math.floor(p.seed)
    hue = lattice(noise, column * 7.0 + seed, row * 5.0 + seed)
    k = 0.55 + 0.7 * lattice(noise, u * 6.0 + seed, v * 6.0)
    r, g, b = 0.80, 0.05, 0.05
    if hue > 0.78:
        r, g, b = 0.10, 0.55, 0.20
    elif hue > 0.62:
        r, g, b = 0.95, 0.62, 0.12
    elif hue > 0.30:
        r, g, b = 0.06, 0.16, 0.85
    return paint(0.04 + (r - 0.04) * pane, 0.04 + (g - 0.04) * pane, 0.04 + (b - 0.04) * pane, k,
                 0.0, 0.15, pane)  # fmt: skip


@kernel
def lining(p: Surface, noise: np.ndarray) -> Paint:
    """Wallpaper over wainscot, carpet or a framed picture."""
    u, v, foot = p.u, p.v, p.foot
    if p.mat == L.WALLPAPER:
        stripe = inside(cell(u / 0.5), 0.25, 0.75, 0.05 + foot * 2.0)
        k = 1.0 - 0.16 * stripe * fade(0.3, foot) + 0.1 * grain(noise, u, v, 1.5, foot)
        soft = max(foot, 0.02)
        wain = inside(v, -1.0, 0.9, soft)
        rail = inside(v, 0.86, 0.94, soft) + inside(v, -1.0, 0.14, soft)
        k *= 1.0 - 0.4 * min(rail, 1.0)
        r = p.r + (0.33 - p.r) * wain
        return paint(r, p.g + (0.19 - p.g) * wain, p.b + (0.10 - p.b) * wain, k, 0.03, 0.0, 0.0)
    if p.mat == L.CARPET:
        d = max(abs(cell(u / 3.2) - 0.5), abs(cell(v / 2.4) - 0.5))
        ring = inside(cell(d * 7.0), 0.3, 0.6, 0.1 + foot * 3.0)
        k = 1.0 - 0.45 * ring * fade(0.4, foot) + 0.4 * grain(noise, u, v, 0.1, foot)
        return paint(p.r, p.g, p.b, k, 0.25, 0.0, 0.0)
    n = lattice(noise, u * 2.0 + p.seed * 7.0, v * 2.0 + p.seed)
    m = lattice(noise, u * 5.0 + p.seed, v * 5.0 + 60.0)
    return paint(p.r * (0.5 + n), p.g * (0.4 + m), p.b * (1.5 - n), 1.0, 0.25, 0.0, 0.0)


@kernel
def smooth(p: Surface, noise: np.ndarray) -> Paint:
    """Asphalt, chequered marble, a striped ball or plain paint."""
    u, v, foot = p.u, p.v, p.foot
    if p.mat == L.ASPHALT:
        k = 1.0 + 0.35 * grain(noise, u, v, 1.7, foot)
        fine = fade(0.03, foot)
        if fine > 0.0:
            k += 0.3 * fine * (lattice(noise, u * 30.0, v * 30.0) - 0.5)
        return paint(p.r, p.g, p.b, k, 0.12, 0.0, 0.0)
    if p.mat == L.MARBLE:
        check = (int(math.floor(u / 0.9)) + int(math.floor(v / 0.9))) & 1
        seen = fade(0.9, foot)
        k = 1.0 - 0.55 * check * seen - 0.27 * (1.0 - seen) + 0.3 * grain(noise, u, v, 0.7, foot)
        return paint(p.r, p.g, p.b, k, 0.03, 0.5, 0.0)
    if p.mat == L.BALL:
        k = 0.55 + 0.9 * inside(cell(u * 2.0), 0.0, 0.5, 0.1 + foot * 2.0)
        return paint(p.r, p.g, p.b, k, 0.0, 0.35, 0.0)
    k = 1.0 + 0.25 * grain(noise, u, v, 0.8, foot)
    return paint(p.r, p.g, p.b, k, 0.04, 0.0, 0.0)

"""The sky in one direction: gradient, sun or moon, stars, drifting clouds, far mountains.

Every layer takes the colour behind it and returns it covered; `s` is a scene's `S_*`
parameters, directions are unit and height-up, light is linear.

Not here: what colours a given hour has (`light`).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import kernel, lattice

Colour = tuple[float, float, float]
TURN = 0.15915494  # turns in a radian
STAR_CELLS = 42.0
STAR_RAD = 0.006  # a star's radius


@kernel
def over(under: Colour, top: Colour, share: float) -> Colour:
    """`top` laid over `under`, covering a share of it."""
    r, g, b = under
    return r + (top[0] - r) * share, g + (top[1] - g) * share, b + (top[2] - b) * share


@kernel
def gradient(dy: float, toward: float, clear: float, s: np.ndarray) -> Colour:
    """Horizon to zenith, with the glow round the sun; `toward` is the cosine to it."""
    k = 1.0 - math.exp(-4.2 * max(dy, 0.0))
    glow = max(toward, 0.0)
    halo = (0.16 * glow**8 + 0.5 * glow**90) * clear * (0.35 if s[L.S_NIGHT] > 0.5 else 1.0) * 0.22
    return (
        s[L.S_HORR] + (s[L.S_ZENR] - s[L.S_HORR]) * k + s[L.S_SUNR] * halo,
        s[L.S_HORG] + (s[L.S_ZENG] - s[L.S_HORG]) * k + s[L.S_SUNG] * halo,
        s[L.S_HORB] + (s[L.S_ZENB] - s[L.S_HORB]) * k + s[L.S_SUNB] * halo,
    )


@kernel
def stars(under: Colour, dx: float, dy: float, dz: float, clear: float,
          noise: np.ndarray) -> Colour:  # fmt: skip
    """Points of light, one in every eighth cell of the sky, fading towards the horizon."""
    u = dx / (1.0 + dy) * STAR_CELLS  # stereographic: cells stay about square up to the zenith
    v = dz / (1.0 + dy) * STAR_CELLS
    i = math.floor(u)
    k = math.floor(v)
    column = int(i) & 255
    row = int(k) & 255
    rank = (noise[row, column] - 0.875) * 8.0
    if rank <= 0.0:
        return under
    x = u - i - 0.25 - 0.5 * noise[row, (column + 37) & 255]
    y = v - k - 0.25 - 0.5 * noise[(row + 61) & 255, column]
    near = 1.0 - math.sqrt(x * x + y * y) * (1.0 + dy) / (STAR_CELLS * STAR_RAD)
    star = min(max(near * 2.0, 0.0), 1.0) * (0.25 + 0.75 * rank) * clear * min(dy * 6.0, 1.0)
    r, g, b = under
    return r + 0.55 * star, g + 0.58 * star, b + 0.65 * star


@kernel
def disc(under: Colour, toward: float, clear: float, s: np.ndarray) -> Colour:
    """The sun's or the moon's disc."""
    edge = 0.9990 if s[L.S_NIGHT] > 0.5 else 0.9994
    share = min(max((toward - edge) / (1.0 - edge) * 3.0, 0.0), 1.0) * clear * clear
    if share <= 0.0:
        return under
    lum = 0.9 if s[L.S_MOON] > 0.5 else 5.0
    k = lum / max(max(s[L.S_SUNR], s[L.S_SUNG]), max(s[L.S_SUNB], 1e-3))
    return over(under, (k * s[L.S_SUNR] + 0.1, k * s[L.S_SUNG] + 0.1, k * s[L.S_SUNB] + 0.1), share)


@kernel
def clouds(under: Colour, dx: float, dy: float, dz: float, toward: float, clear: float,
           s: np.ndarray, noise: np.ndarray, time: float) -> Colour:  # fmt: skip
    """A drifting layer of cloud, lit on the sun's side."""
    if dy <= 0.015 or s[L.S_CLOUD] <= 0.01:
        return under
    q = 1.7 / (dy + 0.12)
    u = dx * q + time * 0.02 + s[L.S_CLOUDS_SEED]
    v = dz * q + time * 0.008
    n = 0.5 * lattice(noise, u, v) + 0.27 * lattice(noise, u * 2.1 + 7.0, v * 2.1)
    cut = 0.72 - 0.55 * s[L.S_CLOUD]
    if n + 0.23 <= cut:  # the finer octaves cannot lift it over the edge
        return under
    n += 0.15 * lattice(noise, u * 4.3, v * 4.3 + 11.0)
    n += 0.08 * lattice(noise, u * 8.7, v * 8.7)
    c = min(max((n - cut) / 0.22, 0.0), 1.0)
    c = c * c * (3.0 - 2.0 * c) * min(max((dy - 0.015) * 9.0, 0.0), 1.0)
    body = 1.12 - 0.75 * min(max((n - cut) * 1.6, 0.0), 0.6) + 0.35 * max(toward, 0.0) ** 6 * clear
    return over(under, (s[L.S_CLOUDR] * body, s[L.S_CLOUDG] * body, s[L.S_CLOUDB] * body), c)


@kernel
def haze(under: Colour, dy: float, s: np.ndarray) -> Colour:
    """Weather swallows the horizon first."""
    share = 1.0 - math.exp(-s[L.S_FOG] * 22.0 / (max(dy, 0.0) + 0.06))
    if dy < 0.0:
        share = max(share, min(-dy * 30.0, 1.0))
    return over(under, (s[L.S_FOGR], s[L.S_FOGG], s[L.S_FOGB]), share)


@kernel
def ridge(under: Colour, dy: float, turn: float, layer: int, s: np.ndarray,
          noise: np.ndarray) -> Colour:  # fmt: skip
    """One far chain of mountains, layer 0 behind layer 1; `turn` is the azimuth in [0, 1]."""
    most = s[L.S_MOUNT] * (0.42 - 0.17 * layer)
    if dy >= most * 1.01:
        return under
    x = turn * 16.0 + s[L.S_SEED] + layer * 40.0
    n = 0.6 * lattice(noise, x, 3.5 + layer)
    n += 0.25 * lattice(noise, x * 3.0, 7.5) + 0.11 * lattice(noise, x * 7.0, 9.5)
    n += 0.05 * lattice(noise, x * 17.0, 5.5)
    n *= min((0.5 - abs(0.5 - turn)) * 12.0, 1.0)  # the chain ends where the azimuth wraps
    top = most * n
    if dy >= top:
        return under
    tone = 0.55 + 0.9 * lattice(noise, x * 4.0 + dy * 60.0, dy * 70.0)
    rock = (s[L.S_MOUNTR] * tone, s[L.S_MOUNTG] * tone, s[L.S_MOUNTB] * tone)
    if s[L.S_MSNOW] > 0.0:
        line = 0.11 + 0.06 * (lattice(noise, x * 9.0, 2.5) - 0.5)
        white = min(max((dy - line * (1.2 - s[L.S_MSNOW])) * 40.0, 0.0), 1.0)
        lum = max(s[L.S_HORR], max(s[L.S_HORG], s[L.S_HORB])) * (0.7 + 0.6 * tone)
        rock = over(rock, (lum, lum, lum * 1.05), white)
    return far_off(under, rock, 0.62 - 0.25 * layer, (top - dy) * 260.0, s)


@kernel
def treeline(under: Colour, dy: float, turn: float, s: np.ndarray, noise: np.ndarray) -> Colour:
    """A far wood along the horizon."""
    if dy >= s[L.S_TREELINE] * 0.051:
        return under
    x = turn * 256.0
    n = 0.6 + 0.5 * lattice(noise, x * 0.25, 1.5) + 0.35 * lattice(noise, x, 2.5)
    top = s[L.S_TREELINE] * 0.035 * n
    if dy >= top:
        return under
    tone = 0.55 + 0.9 * lattice(noise, x * 4.0 + dy * 60.0, dy * 70.0)
    wood = (s[L.S_MOUNTR] * tone * 0.25, s[L.S_MOUNTG] * tone * 0.3, s[L.S_MOUNTB] * tone * 0.25)
    return far_off(under, wood, 0.35, (top - dy) * 260.0, s)


@kernel
def far_off(under: Colour, top: Colour, mist: float, cover: float, s: np.ndarray) -> Colour:
    """A silhouette behind `mist` (a share) and the weather's fog; `cover` softens its edge."""
    mist += (1.0 - mist) * min(s[L.S_FOG] * 60.0, 0.97)
    veiled = over(top, (s[L.S_FOGR], s[L.S_FOGG], s[L.S_FOGB]), mist)
    return over(under, veiled, min(cover, 1.0))


@kernel
def air(dx: float, dy: float, dz: float, s: np.ndarray, noise: np.ndarray, time: float) -> Colour:
    """The sky without disc, stars and mountains: what glossy things reflect."""
    toward = dx * s[L.S_SUNX] + dy * s[L.S_SUNY] + dz * s[L.S_SUNZ]
    clear = 1.0 - 0.85 * s[L.S_CLOUD]
    colour = gradient(dy, toward, clear, s)
    colour = clouds(colour, dx, dy, dz, toward, clear, s, noise, time)
    return haze(colour, dy, s)


@kernel
def sky(dx: float, dy: float, dz: float, s: np.ndarray, noise: np.ndarray, time: float) -> Colour:
    """Linear colour of the sky in a direction at a moment (seconds; clouds drift)."""
    toward = dx * s[L.S_SUNX] + dy * s[L.S_SUNY] + dz * s[L.S_SUNZ]
    clear = 1.0 - 0.85 * s[L.S_CLOUD]
    colour = gradient(dy, toward, clear, s)
    if s[L.S_NIGHT] > 0.5 and dy > 0.0:
        colour = stars(colour, dx, dy, dz, clear, noise)
    colour = disc(colour, toward, clear, s)
    colour = clouds(colour, dx, dy, dz, toward, clear, s, noise, time)
    if dy < 0.45 and (s[L.S_MOUNT] > 0.0 or s[L.S_TREELINE] > 0.0):
        turn = math.atan2(dx, dz) * TURN + 0.5
        if s[L.S_MOUNT] > 0.0:
            colour = ridge(colour, dy, turn, 0, s, noise)
            colour = ridge(colour, dy, turn, 1, s, noise)
        if s[L.S_TREELINE] > 0.0:
            colour = treeline(colour, dy, turn, s, noise)
    return haze(colour, dy, s)

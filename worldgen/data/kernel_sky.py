"""The sky in one direction: gradient, sun or moon, stars, drifting clouds, far mountains.

Not here: what colours a given hour has (`light`).
"""

import math

from numba import njit

from worldgen.data.kernel_trace import FAST, lattice
from worldgen.data.layout import (
    S_CLOUD, S_CLOUDB, S_CLOUDG, S_CLOUDR, S_CLOUDS_SEED, S_FOG, S_FOGB, S_FOGG, S_FOGR, S_HORB,
    S_HORG, S_HORR, S_MOON, S_MOUNT, S_MOUNTB, S_MOUNTG, S_MOUNTR, S_MSNOW, S_NIGHT, S_SEED,
    S_SUNB, S_SUNG, S_SUNR, S_SUNX, S_SUNY, S_SUNZ, S_TREELINE, S_ZENB, S_ZENG, S_ZENR,
)  # fmt: skip


@njit(**FAST)
def sky(dx, dy, dz, s, table, time, plain):
    """Linear colour of the sky along a unit ray; `plain` leaves out disc, stars and mountains."""
    up = max(dy, 0.0)
    k = 1.0 - math.exp(-4.2 * up)
    r = s[S_HORR] + (s[S_ZENR] - s[S_HORR]) * k
    g = s[S_HORG] + (s[S_ZENG] - s[S_HORG]) * k
    b = s[S_HORB] + (s[S_ZENB] - s[S_HORB]) * k
    toward = dx * s[S_SUNX] + dy * s[S_SUNY] + dz * s[S_SUNZ]
    clear = 1.0 - 0.85 * s[S_CLOUD]
    glow = max(toward, 0.0)
    halo = (0.16 * glow**8 + 0.5 * glow**90) * clear * (0.35 if s[S_NIGHT] > 0.5 else 1.0)
    r += s[S_SUNR] * 0.22 * halo
    g += s[S_SUNG] * 0.22 * halo
    b += s[S_SUNB] * 0.22 * halo
    if not plain:
        if s[S_NIGHT] > 0.5 and dy > 0.0:
            az = math.atan2(dx, dz) * 34.0
            n = lattice(table, az, math.asin(min(dy, 1.0)) * 34.0)
            star = min(max((n - 0.86) * 9.0, 0.0), 1.0) * clear * min(dy * 6.0, 1.0)
            r += 0.55 * star
            g += 0.58 * star
            b += 0.65 * star
        edge = 0.9990 if s[S_NIGHT] > 0.5 else 0.9994
        disc = min(max((toward - edge) / (1.0 - edge) * 3.0, 0.0), 1.0) * clear * clear
        if disc > 0.0:
            lum = 0.9 if s[S_MOON] > 0.5 else 5.0
            top = max(max(s[S_SUNR], s[S_SUNG]), max(s[S_SUNB], 1e-3))
            r += (lum * s[S_SUNR] / top + 0.1 - r) * disc
            g += (lum * s[S_SUNG] / top + 0.1 - g) * disc
            b += (lum * s[S_SUNB] / top + 0.1 - b) * disc
    if dy > 0.015 and s[S_CLOUD] > 0.01:
        q = 1.0 / (dy + 0.12)
        u = dx * q * 1.7 + time * 0.02 + s[S_CLOUDS_SEED]
        v = dz * q * 1.7 + time * 0.008
        n = 0.5 * lattice(table, u, v) + 0.27 * lattice(table, u * 2.1 + 7.0, v * 2.1)
        n += 0.15 * lattice(table, u * 4.3, v * 4.3 + 11.0) + 0.08 * lattice(
            table, u * 8.7, v * 8.7
        )
        cut = 0.72 - 0.55 * s[S_CLOUD]
        c = min(max((n - cut) / 0.22, 0.0), 1.0)
        c = c * c * (3.0 - 2.0 * c) * min(max((dy - 0.015) * 9.0, 0.0), 1.0)
        body = 1.12 - 0.75 * min(max((n - cut) * 1.6, 0.0), 0.6)
        body += 0.35 * glow**6 * clear
        r += (s[S_CLOUDR] * body - r) * c
        g += (s[S_CLOUDG] * body - g) * c
        b += (s[S_CLOUDB] * body - b) * c
    if not plain and dy < 0.45 and (s[S_MOUNT] > 0.0 or s[S_TREELINE] > 0.0):
        az = math.atan2(dx, dz) * 0.15915494
        for layer in range(3):
            if layer < 2:
                if s[S_MOUNT] <= 0.0:
                    continue
                f = 16.0 if layer == 0 else 16.0
                x = (az + 0.5) * f + s[S_SEED] + layer * 40.0
                ring = 0.5 - abs(0.5 - (az + 0.5))
                n = 0.6 * lattice(table, x, 3.5 + layer)
                n += 0.25 * lattice(table, x * 3.0, 7.5) + 0.11 * lattice(table, x * 7.0, 9.5)
                n += 0.05 * lattice(table, x * 17.0, 5.5)
                n *= min(ring * 12.0, 1.0)
                top = s[S_MOUNT] * (0.42 - 0.17 * layer) * n
                mist = 0.62 - 0.25 * layer
            else:
                if s[S_TREELINE] <= 0.0:
                    continue
                x = (az + 0.5) * 256.0
                n = 0.6 + 0.5 * lattice(table, x * 0.25, 1.5) + 0.35 * lattice(table, x, 2.5)
                top = s[S_TREELINE] * 0.035 * n
                mist = 0.35
            if dy < top:
                cover = min((top - dy) * 260.0, 1.0)
                tone = 0.55 + 0.9 * lattice(table, x * 4.0 + dy * 60.0, dy * 70.0)
                mr = s[S_MOUNTR] * tone
                mg = s[S_MOUNTG] * tone
                mb = s[S_MOUNTB] * tone
                if layer == 2:
                    mr = mr * 0.25
                    mg = mg * 0.3
                    mb = mb * 0.25
                elif s[S_MSNOW] > 0.0:
                    line = 0.11 + 0.06 * (lattice(table, x * 9.0, 2.5) - 0.5)
                    w = min(max((dy - line * (1.2 - s[S_MSNOW])) * 40.0, 0.0), 1.0)
                    lum = max(s[S_HORR], max(s[S_HORG], s[S_HORB])) * (0.7 + 0.6 * tone)
                    mr += (lum - mr) * w
                    mg += (lum - mg) * w
                    mb += (lum * 1.05 - mb) * w
                mist += (1.0 - mist) * min(s[S_FOG] * 60.0, 0.97)
                mr += (s[S_FOGR] - mr) * mist
                mg += (s[S_FOGG] - mg) * mist
                mb += (s[S_FOGB] - mb) * mist
                r += (mr - r) * cover
                g += (mg - g) * cover
                b += (mb - b) * cover
    # weather haze swallows the horizon first
    haze = 1.0 - math.exp(-s[S_FOG] * 22.0 / (max(dy, 0.0) + 0.06))
    if dy < 0.0:
        haze = max(haze, min(-dy * 30.0, 1.0))
    r += (s[S_FOGR] - r) * haze
    g += (s[S_FOGG] - g) * haze
    b += (s[S_FOGB] - b) * haze
    return r, g, b

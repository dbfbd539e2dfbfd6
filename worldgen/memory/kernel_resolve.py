"""The last pass of drawing memory: from a z-buffer to colours and confidences.

Colour is fetched bilinearly from the one source picture that won the pixel,
never across the edge of a surface; what is seen smaller than it was recorded
is averaged, so that it does not glitter. Sky has the colour of what stands before it
two pixels farther than that reaches, as a picture's edge is soft: where the thing has passed it is
half believed, lest its outline stay behind. Pinholes are closed, larger holes
stay holes.

Not here: who won each pixel (`kernel_draw`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.memory.kernel_draw import (
    COARSE,
    DISPARITY,
    NEAREST,
    OWN,
    SCORE,
    SOURCE_X,
    SOURCE_Y,
    ZBuffer,
)
from worldgen.memory.kernel_surfels import FAST

SAME_SURFACE = 0.1
"""Share by which two disparities may differ for their colours to be mixed."""

SEEPING, SEEPING_PER_M = 0.55, 0.01
"""Trust that is left in the colour of sky that was beside something and is no more; from which
disparity on that is something."""

MAX_TAPS = 4
"""Colour is averaged over at most this many samples each way."""


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _tap(
    rgb: NDArray[np.uint8], surfels: NDArray[np.float32], x: float, y: float, centre: float
) -> tuple[np.float32, np.float32, np.float32, np.float32]:
    """Summed colour and weight at (x, y), of the surface at disparity `centre` alone."""
    height, width = surfels.shape[1], surfels.shape[2]
    i, j = int(np.floor(x)), int(np.floor(y))
    fx, fy = np.float32(x - np.float32(i)), np.float32(y - np.float32(j))
    one, slack = np.float32(1.0), np.float32(SAME_SURFACE) * centre
    r, g, b, total = np.float32(0.0), np.float32(0.0), np.float32(0.0), np.float32(0.0)
    for down in range(2):
        q = j + down
        if q < 0 or q >= height:
            continue
        share_y = fy if down == 1 else one - fy
        for across in range(2):
            p = i + across
            share = (fx if across == 1 else one - fx) * share_y
            if p < 0 or p >= width or abs(surfels[0, q, p] - centre) > slack:
                continue
            r += share * np.float32(rgb[q, p, 0])
            g += share * np.float32(rgb[q, p, 1])
            b += share * np.float32(rgb[q, p, 2])
            total += share
    return r, g, b, total


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _near_a_thing(shows: NDArray[np.float32], row: int, column: int) -> bool:
    """Whether anything but sky is within two pixels; `shows` are a lift's largest of 3 × 3."""
    upper, lower = max(row - 1, 0), min(row + 1, shows.shape[0] - 1)
    left, right = max(column - 1, 0), min(column + 1, shows.shape[1] - 1)
    above = max(shows[upper, left], shows[upper, right])
    below = max(shows[lower, left], shows[lower, right])
    near: bool = max(above, below) > np.float32(SEEPING_PER_M)
    return near


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _beside_a_thing(front: NDArray[np.float32], q: int, p: int) -> bool:
    """Whether anything but sky was drawn within two pixels."""
    for j in range(max(q - 2, 0), min(q + 3, front.shape[0])):
        for i in range(max(p - 2, 0), min(p + 3, front.shape[1])):
            if front[j, i, NEAREST] > np.float32(SEEPING_PER_M):
                return True
    return False


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def resolve(
    buffer: ZBuffer,
    keyframe: int,
    source_rgb: NDArray[np.uint8],
    surfels: NDArray[np.float32],
    weight: float,
    fresh: bool,
    rgb: NDArray[np.uint8],
    depth_m: NDArray[np.float32],
    colour: NDArray[np.float32],
    depth: NDArray[np.float32],
    source: NDArray[np.int16],
    sharpness: NDArray[np.float32],
) -> None:
    """Fill in the pixels that one keyframe won.

    Args:
        buffer: from `draw`.
        keyframe: its number there.
        source_rgb: (H, W, 3) uint8. surfels: (5, H, W) float32 from `lift`.
        weight: what its scores were multiplied by.
        fresh: whether its colours still hold.
        rgb, depth_m, colour, depth, source, sharpness: the recall's planes, written.
    """
    rows, columns = depth_m.shape
    width = surfels.shape[2]
    front, found, winner = buffer.front, buffer.found, buffer.winner
    zero, half, one = np.float32(0.0), np.float32(0.5), np.float32(1.0)
    for q in range(rows):
        for p in range(columns):
            if winner[q, p] != keyframe or front[q, p, SCORE] <= zero:
                continue
            score = front[q, p, SCORE]
            w = found[q, p, DISPARITY]
            depth_m[q, p] = one / w if w > zero else np.float32(np.inf)
            score /= np.float32(weight)
            depth[q, p] = np.sqrt(score)
            source[q, p] = keyframe
            if not fresh:
                continue
            x, y, coarse = found[q, p, SOURCE_X], found[q, p, SOURCE_Y], found[q, p, COARSE]
            own = int(found[q, p, OWN])
            centre = surfels[0, own // width, own % width]
            r, g, b, total = zero, zero, zero, zero
            taps = 1
            if coarse < np.float32(0.6):
                taps = min(MAX_TAPS, int(np.ceil(one / np.sqrt(coarse))))
            step = one / (np.sqrt(coarse) * np.float32(taps))
            first = half * np.float32(1 - taps) * step
            for down in range(taps):
                ty = y + first + np.float32(down) * step
                for across in range(taps):
                    tx = x + first + np.float32(across) * step
                    part = _tap(source_rgb, surfels, tx, ty, centre)
                    r, g, b, total = r + part[0], g + part[1], b + part[2], total + part[3]
            if total > zero:
                share = one / total
                rgb[q, p, 0] = np.uint8(min(r * share + half, np.float32(255.0)))
                rgb[q, p, 1] = np.uint8(min(g * share + half, np.float32(255.0)))
                rgb[q, p, 2] = np.uint8(min(b * share + half, np.float32(255.0)))
                seeps = w == zero and _near_a_thing(surfels[4], own // width, own % width)
                seeps = seeps and not _beside_a_thing(front, q, p)
                colour[q, p] = score * np.float32(SEEPING) if seeps else score
                sharpness[q, p] = score / surfels[3, own // width, own % width]


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def close_pinholes(
    buffer: ZBuffer,
    rgb: NDArray[np.uint8],
    depth_m: NDArray[np.float32],
    colour: NDArray[np.float32],
    depth: NDArray[np.float32],
    sharpness: NDArray[np.float32],
) -> None:
    """Fill pixels that nothing reached though at least six neighbours are known, at half trust.

    At an edge the side that most of them show goes on: half-way between a trunk and the meadow
    behind it there is nothing, and what is put there once is remembered.

    Args:
        buffer: from `draw`.
        rgb, depth_m, colour, depth, sharpness: the planes from `resolve`, changed in place.
    """
    rows, columns = depth_m.shape
    front = buffer.front
    for q in range(1, rows - 1):
        for p in range(1, columns - 1):
            if front[q, p, SCORE] >= np.float32(0.0) or not _enclosed(front, q, p):
                continue
            least, most = _side(buffer, q, p)
            count, coloured = 0, 0
            trust, trust_colour, w = np.float32(0.0), np.float32(0.0), np.float32(0.0)
            r, g, b, sharp = np.float32(0.0), np.float32(0.0), np.float32(0.0), np.float32(0.0)
            for j in range(q - 1, q + 2):
                for i in range(p - 1, p + 2):
                    here = buffer.found[j, i, DISPARITY]
                    if front[j, i, SCORE] <= np.float32(0.0) or not least <= here <= most:
                        continue
                    count += 1
                    w += here
                    trust += depth[j, i]
                    if colour[j, i] > np.float32(0.0):
                        coloured += 1
                        trust_colour += colour[j, i]
                        sharp += sharpness[j, i]
                        r += rgb[j, i, 0]
                        g += rgb[j, i, 1]
                        b += rgb[j, i, 2]
            w /= count
            depth_m[q, p] = np.float32(1.0) / w if w > np.float32(1e-5) else np.float32(np.inf)
            depth[q, p] = np.float32(0.5) * trust / count
            if coloured == count:
                rgb[q, p, 0] = np.uint8(r / coloured + np.float32(0.5))
                rgb[q, p, 1] = np.uint8(g / coloured + np.float32(0.5))
                rgb[q, p, 2] = np.uint8(b / coloured + np.float32(0.5))
                colour[q, p] = np.float32(0.5) * trust_colour / coloured
                sharpness[q, p] = sharp / coloured


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _enclosed(front: NDArray[np.float32], q: int, p: int) -> bool:
    """Whether at least six neighbours of a pixel that nothing reached are known."""
    missing = 0
    for j in range(q - 1, q + 2):
        for i in range(p - 1, p + 2):
            missing += front[j, i, SCORE] <= np.float32(0.0)
            if missing > 3:  # the pixel itself is one
                return False
    return True


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def _side(buffer: ZBuffer, q: int, p: int) -> tuple[np.float32, np.float32]:
    """The disparities, from least to most, of the side that most known neighbours of a pixel show.

    The nearer one of two sides as large.
    """
    known, nearer = 0, 0
    least, most = np.float32(np.inf), np.float32(0.0)
    for j in range(q - 1, q + 2):
        for i in range(p - 1, p + 2):
            if buffer.front[j, i, SCORE] > np.float32(0.0):
                known += 1
                least = min(least, buffer.found[j, i, DISPARITY])
                most = max(most, buffer.found[j, i, DISPARITY])
    if most - least <= np.float32(SAME_SURFACE) * most:
        return least, most
    middle = np.float32(0.5) * (least + most)
    for j in range(q - 1, q + 2):
        for i in range(p - 1, p + 2):
            if buffer.front[j, i, SCORE] > np.float32(0.0):
                nearer += buffer.found[j, i, DISPARITY] > middle
    if 2 * nearer >= known:
        return middle, most
    return least, middle

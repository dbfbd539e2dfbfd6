"""Loops that make a picture small: depth as 16-bit codes, differences, half the size.

A code is a depth's exponent and the first eleven bits of what follows it, so that it
is as exact near as far: 0.025 %. Differences to what the neighbours foretell are small
numbers, which any squeezer packs well; adding them up again gives the very same codes.

Not here: the squeezing (`packing`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

UNKNOWN, SKY, FIRST = 0, 1, 2
"""Codes that are no depth, and the first that is one."""

DROPPED_BITS = 12
"""Of a float32, those that a code does without."""

LEAST_BITS = (127 - 10) << (23 - DROPPED_BITS)
"""What is left of 2^-10 m, the least depth; the greatest is 4,000 km."""

LAST = 65_535

SAME = 0.1
"""Share by which disparities may differ that are one surface."""


@njit(cache=True, nogil=True)
def encode(depth_m: NDArray[np.float32], codes: NDArray[np.uint16]) -> None:
    """Depths (H, W) in metres, +inf sky and not above 0 unknown, to codes, written."""
    bits = depth_m.view(np.uint32)
    half = 1 << (DROPPED_BITS - 1)
    for j in range(depth_m.shape[0]):
        for i in range(depth_m.shape[1]):
            if not depth_m[j, i] > 0.0:
                codes[j, i] = UNKNOWN
            elif depth_m[j, i] == np.inf:
                codes[j, i] = SKY
            else:
                code = ((int(bits[j, i]) + half) >> DROPPED_BITS) - LEAST_BITS + FIRST
                codes[j, i] = min(max(code, FIRST), LAST)


@njit(cache=True, nogil=True)
def decode(codes: NDArray[np.uint16], depth_m: NDArray[np.float32]) -> None:
    """Codes (H, W) to metres of the same shape, written: +inf sky, 0 unknown."""
    bits = depth_m.view(np.uint32)
    for j in range(codes.shape[0]):
        for i in range(codes.shape[1]):
            code = int(codes[j, i])
            if code == UNKNOWN:
                depth_m[j, i] = 0.0
            elif code == SKY:
                depth_m[j, i] = np.inf
            else:
                bits[j, i] = (code - FIRST + LEAST_BITS) << DROPPED_BITS


@njit(cache=True, nogil=True)
def difference(rgb: NDArray[np.uint8], codes: NDArray[np.uint16], rest: NDArray[np.uint8]) -> None:
    """What is left of a picture when its neighbours' foretelling is taken away.

    Args:
        rgb: (H, W, 3) uint8. codes: (H, W) uint16.
        rest: (5, H, W) uint8, written: green, red and blue less green, and the high and low
            bytes of the codes' difference across and down.
    """
    height, width = codes.shape
    for j in range(height):
        for i in range(width):
            green = int(rgb[j, i, 1])
            red, blue = int(rgb[j, i, 0]) - green, int(rgb[j, i, 2]) - green
            code = int(codes[j, i])
            if j > 0:
                code -= int(codes[j - 1, i])
            if i > 0:
                before = int(rgb[j, i - 1, 1])
                red -= int(rgb[j, i - 1, 0]) - before
                blue -= int(rgb[j, i - 1, 2]) - before
                green -= before
                code -= int(codes[j, i - 1])
            if i > 0 and j > 0:
                code += int(codes[j - 1, i - 1])
            code = ((code + 0x8000) & 0xFFFF) - 0x8000
            code = (code << 1) ^ (code >> 31)  # the sign goes last: small stays small
            rest[0, j, i] = green & 0xFF
            rest[1, j, i] = red & 0xFF
            rest[2, j, i] = blue & 0xFF
            rest[3, j, i] = (code >> 8) & 0xFF
            rest[4, j, i] = code & 0xFF


@njit(cache=True, nogil=True)
def restore(rest: NDArray[np.uint8], rgb: NDArray[np.uint8], codes: NDArray[np.uint16]) -> None:
    """The picture again, written to `rgb` and `codes`, from what `difference` left."""
    height, width = codes.shape
    for j in range(height):
        green, red, blue = 0, 0, 0
        for i in range(width):
            green = (green + int(rest[0, j, i])) & 0xFF
            red = (red + int(rest[1, j, i])) & 0xFF
            blue = (blue + int(rest[2, j, i])) & 0xFF
            rgb[j, i, 0] = (red + green) & 0xFF
            rgb[j, i, 1] = green
            rgb[j, i, 2] = (blue + green) & 0xFF
            code = int(rest[3, j, i]) << 8 | int(rest[4, j, i])
            code = (code >> 1) ^ -(code & 1)
            if j > 0:
                code += int(codes[j - 1, i])
            if i > 0:
                code += int(codes[j, i - 1])
            if i > 0 and j > 0:
                code -= int(codes[j - 1, i - 1])
            codes[j, i] = code & 0xFFFF


@njit(cache=True, nogil=True, error_model="numpy")
def halve(
    rgb: NDArray[np.uint8],
    depth_m: NDArray[np.float32],
    known: NDArray[np.bool_],
    small_rgb: NDArray[np.uint8],
    small_depth_m: NDArray[np.float32],
    small_known: NDArray[np.bool_],
) -> None:
    """Half the size: of each two by two pixels the nearest surface, and nothing mixed into it.

    Args:
        rgb: (2h, 2w, 3). depth_m: (2h, 2w), +inf sky, 0 unknown. known: (2h, 2w). One more row
            or column is left out.
        small_rgb, small_depth_m, small_known: (h, w, …), written; likewise.
    """
    for j in range(small_depth_m.shape[0]):
        for i in range(small_depth_m.shape[1]):
            nearest = -1.0
            for at in range(4):
                d = depth_m[2 * j + at // 2, 2 * i + at % 2]
                if d > 0.0:
                    nearest = max(nearest, 1.0 / d)
            red, green, blue, w, count, old = 0, 0, 0, 0.0, 0, 0
            for at in range(4):
                q, p = 2 * j + at // 2, 2 * i + at % 2
                d = depth_m[q, p]
                if not d > 0.0 or 1.0 / d < nearest * (1.0 - SAME):
                    continue
                red, green, blue = red + rgb[q, p, 0], green + rgb[q, p, 1], blue + rgb[q, p, 2]
                w, count, old = w + 1.0 / d, count + 1, old + known[q, p]
            small_depth_m[j, i] = count / w if count > 0 else 0.0  # sky has w = 0: infinite
            small_known[j, i] = 2 * old > count
            share = 1.0 / max(count, 1)
            small_rgb[j, i, 0] = int(red * share + 0.5)
            small_rgb[j, i, 1] = int(green * share + 0.5)
            small_rgb[j, i, 2] = int(blue * share + 0.5)

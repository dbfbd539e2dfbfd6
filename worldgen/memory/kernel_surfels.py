"""The inner loops of lifting pictures: links, surfels, what was looked through.

Every source pixel is a surfel: a small parallelogram spanned by the steps to
its linked neighbours as the new camera sees them. Surfels of one surface tile
without gaps however near the camera comes, and each carries its own source
coordinates through the z-buffer, so that colour is fetched at the end,
bilinearly, from exactly one picture. At its own pose a frame gives itself back.

Each loop runs in one thread, frees the GIL, and works in float32.

Not here: drawing them (`kernel_draw`), the call people make (`splat`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

FAST = {"nsz", "arcp", "contract", "afn"}
"""Fast mathematics that still honours infinities and NaN: depth has both."""

BLIND = 1e9
"""Disparity that nothing lies in front of: a pixel that cannot testify."""

STEEPER = 1.8
"""Two pixels lie on a slope that is at most so many times as steep between them as beside them."""

THROUGH, THROUGH_PER_M = 1.08, 0.001
"""A surface is seen through if its disparity is so many times, and so much, above what was seen."""


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def _linked(before: float, here: float, there: float, after: float) -> bool:
    """Whether disparities `here` and `there`, side by side, lie on one surface.

    Near one another is enough; so is carrying on the slope on either side, as
    ground near the horizon does, though it be rough. Sky (0) is linked to sky; unknown
    is negative.
    """
    if here < 0.0 or there < 0.0:
        return False
    if here == 0.0 or there == 0.0:
        return here == there
    rise = there - here
    high = max(here, there)
    if abs(rise) <= 0.05 * high:
        return True
    if abs(rise) > 0.6 * high:
        return False
    sign = 1.0 if rise > 0.0 else -1.0
    slope = sign * (here - before) if before > 0.0 else 0.0
    if after > 0.0:
        slope = max(slope, sign * (after - there))
    return abs(rise) <= STEEPER * slope


@njit(cache=True, nogil=True, error_model="numpy")
def lift(
    depth_m: NDArray[np.float32], hidden: NDArray[np.bool_], surfels: NDArray[np.float32]
) -> None:
    """Make a depth image's pixels into surfels.

    Args:
        depth_m: (H, W) float32, +inf sky; 0, negative or NaN unknown.
        hidden: (H, W) bool, pixels to leave out (what moves by itself).
        surfels: (5, H, W) float32, written: disparity (0 sky, -1 unknown), its rise
            per column and per row, trust in the surfel, 0 to 1 (less at an edge, least
            where no neighbour lies on the same surface), and the largest disparity of
            the pixel and those known around it (`BLIND` if nothing is known of the pixel itself:
            a drop of rain before a thin trunk has not looked past it).
    """
    height, width = depth_m.shape
    zero, half, one = np.float32(0.0), np.float32(0.5), np.float32(1.0)
    padded = np.empty((height + 4, width + 4), np.float32)
    for j in range(height + 4):
        for i in range(width + 4):
            padded[j, i] = np.float32(-1.0)
    for j in range(height):
        for i in range(width):
            d = depth_m[j, i]
            w = one / d if d > zero and not hidden[j, i] else np.float32(-1.0)
            surfels[0, j, i] = padded[j + 2, i + 2] = w
    above = np.empty(width, np.bool_)
    for i in range(width):
        above[i] = False
    for j in range(height):
        left = False
        for i in range(width):
            x, y = i + 2, j + 2
            w = padded[y, x]
            right = _linked(padded[y, x - 1], w, padded[y, x + 1], padded[y, x + 2])
            below = _linked(padded[y - 1, x], w, padded[y + 1, x], padded[y + 2, x])
            across, down = zero, zero
            if right:
                across = padded[y, x + 1] - w
            if left:
                across += w - padded[y, x - 1]
            if below:
                down = padded[y + 1, x] - w
            if above[i]:
                down += w - padded[y - 1, x]
            surfels[1, j, i] = across * half if left and right else across
            surfels[2, j, i] = down * half if below and above[i] else down
            wide, tall = left or right, below or above[i]
            surfels[3, j, i] = (0.7 + 0.15 * wide + 0.15 * tall) if w > zero else one
            left, above[i] = right, below
    blind = np.float32(BLIND)
    for j in range(height):
        for i in range(width):
            row = max(padded[j + 1, i + 1], padded[j + 1, i + 2], padded[j + 1, i + 3])
            own = max(padded[j + 2, i + 1], padded[j + 2, i + 2], padded[j + 2, i + 3])
            low = max(padded[j + 3, i + 1], padded[j + 3, i + 2], padded[j + 3, i + 3])
            unknown = padded[j + 2, i + 2] < zero
            surfels[4, j, i] = blind if unknown else max(row, own, low)


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def seen_through(
    witness: NDArray[np.float32],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    x: float,
    y: float,
    w: float,
    times: float,
    more: float,
) -> bool:
    """Whether another picture looked through the point at pixel (x, y) and disparity w.

    Args:
        witness: (5, H, W) float32 from `lift`.
        matrix, offset: (3, 3) and (3,) float32, from the new picture's pixels to the witness's.
        times, more: the point's disparity must be so many times, and so much, above what was seen.
    """
    here, seen = shown(witness, matrix, offset, x, y, w)
    through: bool = seen >= 0.0 and here > seen * np.float32(times) + np.float32(more)
    return through


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def shown(
    witness: NDArray[np.float32],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    x: float,
    y: float,
    w: float,
) -> tuple[np.float32, np.float32]:
    """A point's disparity for another picture, and the largest that this one shows about there.

    That is -1 outside of the picture and behind it; arguments as for `seen_through`.
    """
    nowhere, half = np.float32(-1.0), np.float32(0.5)
    z = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] + w * offset[2]
    if z <= np.float32(1e-4):
        return nowhere, nowhere
    inverse = np.float32(1.0) / z
    u = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] + w * offset[0]) * inverse + half
    v = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] + w * offset[1]) * inverse + half
    if not (u >= half and v >= half and u < witness.shape[2] and v < witness.shape[1]):
        return nowhere, nowhere
    return w * inverse, witness[4, int(v), int(u)]

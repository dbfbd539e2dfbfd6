"""The loop that turns a picture: what it shows, as seen from its own place another way.

A turn alone needs no depth to be exact. Colours are interpolated over four by four pixels
(Catmull and Rom 1974), so that little of their sharpness is lost; depths are the nearest pixel's.

Not here: which pictures are turned (`steady`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.memory.kernel_surfels import FAST


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _weights(t: float, into: NDArray[np.float32]) -> None:
    """Shares of four pixels in a row of what lies `t` behind the second, 0 to 1."""
    half, two = np.float32(0.5), np.float32(2.0)
    three, four, five = np.float32(3.0), np.float32(4.0), np.float32(5.0)
    into[0] = half * t * (t * (two - t) - np.float32(1.0))
    into[1] = half * (t * t * (three * t - five) + two)
    into[2] = half * t * (t * (four - three * t) + np.float32(1.0))
    into[3] = half * t * t * (t - np.float32(1.0))


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def turn(
    seen_rgb: NDArray[np.uint8],
    seen_m: NDArray[np.float32],
    usable: NDArray[np.bool_],
    matrix: NDArray[np.float32],
    rgb: NDArray[np.uint8],
    depth_m: NDArray[np.float32],
    told: NDArray[np.bool_],
) -> None:
    """Fill what a picture shows of another view from the same place.

    Args:
        seen_rgb, seen_m, usable: (H, W, 3) uint8, (H, W) float32 metres and (H, W) bool: the
            picture, its depth, and which of its pixels may be taken.
        matrix: (3, 3) float32, pixel index of the view to pixel index of the picture.
        rgb, depth_m, told: (h, w, 3) uint8, (h, w) float32 and (h, w) bool: the view, and which
            of it is known; where it is not known yet it is filled, if the picture shows it.
    """
    height, width = seen_m.shape
    across, down = np.empty(4, np.float32), np.empty(4, np.float32)
    half, zero, most = np.float32(0.5), np.float32(0.0), np.float32(255.0)
    for q in range(told.shape[0]):
        y = np.float32(q)
        for p in range(told.shape[1]):
            if told[q, p]:
                continue
            x = np.float32(p)
            z = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]
            if z <= zero:
                continue
            u = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]) / z
            v = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]) / z
            i, j = int(np.floor(u + half)), int(np.floor(v + half))
            if i < 0 or i >= width or j < 0 or j >= height or not usable[j, i]:
                continue
            left, top = int(np.floor(u)), int(np.floor(v))
            _weights(u - np.float32(left), across)
            _weights(v - np.float32(top), down)
            r, g, b = half, half, half
            for n in range(4):
                row = min(max(top + n - 1, 0), height - 1)
                for m in range(4):
                    column = min(max(left + m - 1, 0), width - 1)
                    share = across[m] * down[n]
                    r += share * np.float32(seen_rgb[row, column, 0])
                    g += share * np.float32(seen_rgb[row, column, 1])
                    b += share * np.float32(seen_rgb[row, column, 2])
            rgb[q, p, 0] = np.uint8(min(max(r, zero), most))
            rgb[q, p, 1] = np.uint8(min(max(g, zero), most))
            rgb[q, p, 2] = np.uint8(min(max(b, zero), most))
            depth_m[q, p] = seen_m[j, i] / z
            told[q, p] = True

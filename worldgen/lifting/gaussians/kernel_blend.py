"""The inner loops of drawing splats: blend nearest first, and its gradient, one splat at a time.

Splats come sorted by depth, so each can be laid over the picture whole: every
pixel keeps the light that is left, and one that has none left is done. Backwards
the same in reverse, taking each splat's share out again. No lists of pairs, no
tiles: at a walk's picture sizes the picture itself fits in the cache.

Single-threaded, frees the GIL. The plain twin is `rasterise.blend_plainly`.

Not here: where splats fall on the picture (`rasterise`).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

LEAST_ALPHA, MOST_ALPHA = 1 / 255, 0.999
MOST_POWER = 4.5
"""Three standard deviations; nothing is drawn further out."""

LEAST_LIGHT = 1e-3
"""A splat behind which less light than this passes to the eye is hidden."""


@njit(cache=True, nogil=True, error_model="numpy")
def blend(
    values: NDArray[np.float32],
    boxes: NDArray[np.int32],
    picture: NDArray[np.float32],
    light: NDArray[np.float32],
    last: NDArray[np.int32],
) -> None:
    """Lay splats over a picture.

    Args:
        values: (V, 9) float32: centre x y, inverse covariance xx xy yy, opacity, colour.
        boxes: (V, 4) int32: first column and row, one past the last column and row.
        picture: (H, W, 3) float32, zeros; written.
        light: (H, W) float32, ones; written: what is left after all splats.
        last: (H, W) int32, minus ones; written: the last splat that added to a pixel.
    """
    for i in range(values.shape[0]):
        cx, cy = values[i, 0], values[i, 1]
        xx, xy, yy, opacity = values[i, 2], values[i, 3], values[i, 4], values[i, 5]
        red, green, blue = values[i, 6], values[i, 7], values[i, 8]
        for row in range(boxes[i, 1], boxes[i, 3]):
            dy = np.float32(row) + np.float32(0.5) - cy
            for column in range(boxes[i, 0], boxes[i, 2]):
                left = light[row, column]
                if left <= LEAST_LIGHT:
                    continue
                dx = np.float32(column) + np.float32(0.5) - cx
                power = np.float32(0.5) * (xx * dx * dx + yy * dy * dy) + xy * dx * dy
                if power > MOST_POWER:
                    continue
                alpha = min(opacity * math.exp(-max(power, np.float32(0))), MOST_ALPHA)
                if alpha < LEAST_ALPHA:
                    continue
                share = np.float32(alpha * left)
                picture[row, column, 0] += share * red
                picture[row, column, 1] += share * green
                picture[row, column, 2] += share * blue
                light[row, column] = np.float32(left * (1 - alpha))
                last[row, column] = i


@njit(cache=True, nogil=True, error_model="numpy")
def blend_backwards(
    values: NDArray[np.float32],
    boxes: NDArray[np.int32],
    light: NDArray[np.float32],
    last: NDArray[np.int32],
    wanted: NDArray[np.float32],
    slopes: NDArray[np.float32],
) -> None:
    """The gradient of `blend`.

    Args:
        values, boxes: as they went in.
        light, last: as they came out; `light` is used up.
        wanted: (H, W, 3) float32, gradient of the picture.
        slopes: (V, 9) float32, zeros; written: gradient of `values`.
    """
    behind = np.zeros(light.shape, np.float32)
    for i in range(values.shape[0] - 1, -1, -1):
        cx, cy = values[i, 0], values[i, 1]
        xx, xy, yy, opacity = values[i, 2], values[i, 3], values[i, 4], values[i, 5]
        red, green, blue = values[i, 6], values[i, 7], values[i, 8]
        gx, gy, gxx, gxy, gyy, gopacity = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
        gred, ggreen, gblue = 0.0, 0.0, 0.0
        for row in range(boxes[i, 1], boxes[i, 3]):
            dy = np.float32(row) + np.float32(0.5) - cy
            for column in range(boxes[i, 0], boxes[i, 2]):
                if i > last[row, column]:
                    continue
                dx = np.float32(column) + np.float32(0.5) - cx
                power = np.float32(0.5) * (xx * dx * dx + yy * dy * dy) + xy * dx * dy
                if power > MOST_POWER:
                    continue
                fall = math.exp(-max(power, np.float32(0)))
                alpha = min(opacity * fall, MOST_ALPHA)
                if alpha < LEAST_ALPHA:
                    continue
                before = light[row, column] / (1 - alpha)
                light[row, column] = np.float32(before)
                r, g, b = wanted[row, column, 0], wanted[row, column, 1], wanted[row, column, 2]
                share, toward = alpha * before, red * r + green * g + blue * b
                gred += share * r
                ggreen += share * g
                gblue += share * b
                galpha = before * toward - behind[row, column] / (1 - alpha)
                behind[row, column] += np.float32(share * toward)
                if opacity * fall < MOST_ALPHA:
                    gopacity += galpha * fall
                    gpower = -galpha * alpha
                    gxx += gpower * 0.5 * dx * dx
                    gxy += gpower * dx * dy
                    gyy += gpower * 0.5 * dy * dy
                    gx -= gpower * (xx * dx + xy * dy)
                    gy -= gpower * (yy * dy + xy * dx)
        slopes[i, 0], slopes[i, 1], slopes[i, 2] = gx, gy, gxx
        slopes[i, 3], slopes[i, 4], slopes[i, 5] = gxy, gyy, gopacity
        slopes[i, 6], slopes[i, 7], slopes[i, 8] = gred, ggreen, gblue

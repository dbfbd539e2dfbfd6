"""The inner loops of drawing splats: blend nearest first, and its gradient, one splat at a time.

Splats come sorted by depth, so each can be laid over the picture whole: every
pixel keeps the light that is left, and one that has none left is done. Backwards
the same in reverse, taking each splat's share out again. No lists of pairs: at a
walk's picture sizes the picture itself fits in the cache.

Single-threaded, frees the GIL: rows can be shared out among threads, each with
its own `slopes`. The plain twin is `rasterise.blend_plainly`.

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

_HALF, _ONE, _NONE = np.float32(0.5), np.float32(1), np.float32(0)
_FAINTEST, _FULLEST = np.float32(LEAST_ALPHA), np.float32(MOST_ALPHA)
_FURTHEST, _DARK = np.float32(MOST_POWER), np.float32(LEAST_LIGHT)


@njit(cache=True, nogil=True, error_model="numpy")
def blend(
    values: NDArray[np.float32],
    boxes: NDArray[np.int32],
    rows: tuple[int, int],
    picture: NDArray[np.float32],
    light: NDArray[np.float32],
    last: NDArray[np.int32],
) -> None:
    """Lay splats over some rows of a picture.

    Args:
        values: (V, 9) float32: centre x y, inverse covariance xx xy yy, opacity, colour.
        boxes: (V, 4) int32: first column and row, one past the last column and row.
        rows: the first, and one past the last.
        picture: (H, W, 3) float32, zeros; written.
        light: (H, W) float32, ones; written: what is left after all splats.
        last: (H, W) int32, minus ones; written: the last splat that added to a pixel.
    """
    top, bottom = rows
    for i in range(values.shape[0]):
        first, end = boxes[i, 0], boxes[i, 2]
        above, below = max(boxes[i, 1], top), min(boxes[i, 3], bottom)
        if first >= end or above >= below:
            continue
        cx, cy = values[i, 0], values[i, 1]
        xx, xy, yy, opacity = values[i, 2], values[i, 3], values[i, 4], values[i, 5]
        red, green, blue = values[i, 6], values[i, 7], values[i, 8]
        for row in range(above, below):
            dy = np.float32(row) + _HALF - cy
            for column in range(first, end):
                left = light[row, column]
                if left <= _DARK:
                    continue
                dx = np.float32(column) + _HALF - cx
                power = _HALF * (xx * dx * dx + yy * dy * dy) + xy * dx * dy
                if power > _FURTHEST:
                    continue
                alpha = min(opacity * math.exp(-max(power, _NONE)), _FULLEST)
                if alpha < _FAINTEST:
                    continue
                share = alpha * left
                picture[row, column, 0] += share * red
                picture[row, column, 1] += share * green
                picture[row, column, 2] += share * blue
                left *= _ONE - alpha
                light[row, column] = left
                last[row, column] = i


@njit(cache=True, nogil=True, error_model="numpy")
def blend_backwards(
    values: NDArray[np.float32],
    boxes: NDArray[np.int32],
    rows: tuple[int, int],
    light: NDArray[np.float32],
    last: NDArray[np.int32],
    wanted: NDArray[np.float32],
    slopes: NDArray[np.float32],
) -> None:
    """The gradient of `blend`.

    Args:
        values, boxes, rows: as they went in.
        light, last: as they came out; `light` is used up.
        wanted: (H, W, 3) float32, gradient of the picture.
        slopes: (V, 9) float32, zeros; written: gradient of `values` from these rows.
    """
    top, bottom = rows
    behind = np.zeros((bottom - top, light.shape[1]), np.float32)
    for i in range(values.shape[0] - 1, -1, -1):
        first, end = boxes[i, 0], boxes[i, 2]
        above, below = max(boxes[i, 1], top), min(boxes[i, 3], bottom)
        if first >= end or above >= below:
            continue
        cx, cy = values[i, 0], values[i, 1]
        xx, xy, yy, opacity = values[i, 2], values[i, 3], values[i, 4], values[i, 5]
        red, green, blue = values[i, 6], values[i, 7], values[i, 8]
        gx, gy, gxx, gxy, gyy, gopacity = _NONE, _NONE, _NONE, _NONE, _NONE, _NONE
        gred, ggreen, gblue = _NONE, _NONE, _NONE
        for row in range(above, below):
            dy = np.float32(row) + _HALF - cy
            for column in range(first, end):
                if i > last[row, column]:
                    continue
                dx = np.float32(column) + _HALF - cx
                power = _HALF * (xx * dx * dx + yy * dy * dy) + xy * dx * dy
                if power > _FURTHEST:
                    continue
                fall = math.exp(-max(power, _NONE))
                alpha = min(opacity * fall, _FULLEST)
                if alpha < _FAINTEST:
                    continue
                before = light[row, column] / (_ONE - alpha)
                light[row, column] = before
                r, g, b = wanted[row, column, 0], wanted[row, column, 1], wanted[row, column, 2]
                share, toward = alpha * before, red * r + green * g + blue * b
                gred += share * r
                ggreen += share * g
                gblue += share * b
                galpha = before * toward - behind[row - top, column] / (_ONE - alpha)
                behind[row - top, column] += share * toward
                if opacity * fall < _FULLEST:
                    gopacity += galpha * fall
                    gpower = -galpha * alpha
                    gxx += gpower * _HALF * dx * dx
                    gxy += gpower * dx * dy
                    gyy += gpower * _HALF * dy * dy
                    gx -= gpower * (xx * dx + xy * dy)
                    gy -= gpower * (yy * dy + xy * dx)
        slopes[i, 0], slopes[i, 1], slopes[i, 2] = gx, gy, gxx
        slopes[i, 3], slopes[i, 4], slopes[i, 5] = gxy, gyy, gopacity
        slopes[i, 6], slopes[i, 7], slopes[i, 8] = gred, ggreen, gblue

"""Pictures compared and measured: PSNR, SSIM, sharpness, colour.

Pictures are (H, W, 3) uint8, masks (H, W) bool. Where a mask is empty the answer
is NaN. Luma is BT.601's, in [0, 255].

Not here: perceptual features (`features.py`), motion (`flow.py`).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]
Mask = NDArray[np.bool_]

SSIM_SIGMA_PX = 1.5
SSIM_RADIUS_PX = 5
IDENTICAL_DB = 100.0
"""What equal pictures get for a PSNR, so that averages stay finite."""


def psnr_db(a: Rgb, b: Rgb, mask: Mask | None = None) -> float:
    """Peak signal-to-noise ratio over the masked pixels, all three channels together, in dB."""
    error = np.square(a.astype(np.float64) - b.astype(np.float64))
    kept = error if mask is None else error[mask]
    if kept.size == 0:
        return math.nan
    mean = float(kept.mean())
    return IDENTICAL_DB if mean == 0 else min(IDENTICAL_DB, 10 * math.log10(255.0**2 / mean))


def ssim(a: Rgb, b: Rgb, mask: Mask | None = None) -> float:
    """Mean structural similarity of luma (Wang et al. 2004: Gaussian window of 11 px, sigma 1.5).

    The map is computed on the whole pictures and averaged over the masked pixels.
    """
    x, y = luma(a), luma(b)
    mean_x, mean_y = _blurred(x), _blurred(y)
    var_x = _blurred(x * x) - mean_x**2
    var_y = _blurred(y * y) - mean_y**2
    both = _blurred(x * y) - mean_x * mean_y
    low, high = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    top = (2 * mean_x * mean_y + low) * (2 * both + high)
    similar = top / ((mean_x**2 + mean_y**2 + low) * (var_x + var_y + high))
    kept = similar if mask is None else similar[mask]
    return float(kept.mean()) if kept.size else math.nan


def luma(rgb: Rgb) -> NDArray[np.float64]:
    """(H, W) float64 in [0, 255]."""
    weighted: NDArray[np.float64] = rgb.astype(np.float64) @ np.array([0.299, 0.587, 0.114])
    return weighted


def sharpness(rgb: Rgb) -> float:
    """Mean length of luma's gradient (forward differences), in grey levels a pixel."""
    grey = luma(rgb)
    across, down = np.diff(grey, axis=1)[:-1], np.diff(grey, axis=0)[:, :-1]
    return float(np.hypot(across, down).mean())


def colour(rgb: Rgb) -> NDArray[np.float64]:
    """(6,): mean and standard deviation of red, green and blue, in grey levels."""
    pixels = rgb.reshape(-1, 3).astype(np.float64)
    return np.concatenate([pixels.mean(0), pixels.std(0)])


def shrink(rgb: Rgb, times: int) -> Rgb:
    """The picture `times` smaller on each side, each pixel the mean of a square."""
    height, width = rgb.shape[0] // times, rgb.shape[1] // times
    squares = rgb[: height * times, : width * times].reshape(height, times, width, times, 3)
    mean: Rgb = np.round(squares.mean((1, 3), dtype=np.float32)).astype(np.uint8)
    return mean


def _blurred(plane: NDArray[np.float64]) -> NDArray[np.float64]:
    """A Gaussian blur; beyond the border the picture is mirrored."""
    offsets = np.arange(-SSIM_RADIUS_PX, SSIM_RADIUS_PX + 1)
    weights = np.exp(-0.5 * (offsets / SSIM_SIGMA_PX) ** 2)
    weights /= weights.sum()
    for axis in (0, 1):
        room = [(0, 0), (0, 0)]
        room[axis] = (SSIM_RADIUS_PX, SSIM_RADIUS_PX)
        wide = np.pad(plane, room, mode="symmetric")
        length = plane.shape[axis]
        shifts = (np.take(wide, range(k, k + length), axis) for k in range(len(weights)))
        plane = np.sum([weight * shift for weight, shift in zip(weights, shifts, strict=True)], 0)
    return plane

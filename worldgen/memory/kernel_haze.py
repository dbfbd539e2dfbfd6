"""The loop that puts another depth of air before what memory drew.

Not here: what air is (`haze`), where a colour came from (`kernel_resolve`).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.memory.kernel_surfels import FAST

MOST_CLEARED = 4.0
"""What is left of a colour behind the air is made at most so many times stronger: noise is, too."""


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def breathe(
    rgb: NDArray[np.uint8],
    depth_m: NDArray[np.float32],
    source: NDArray[np.int16],
    eyes: NDArray[np.float64],
    lens: NDArray[np.float64],
    per_m: float,
    air: NDArray[np.float32],
    linear: NDArray[np.float32],
    levels: NDArray[np.uint8],
    most: float,
) -> None:
    """Show what is known of a view through as much air as lies before it now.

    Args:
        rgb: (H, W, 3) uint8, read and written.
        depth_m: (H, W) float32, metres along the view's axis; +inf sky, which stays as it is.
        source: (H, W) int16, whose eye each pixel was seen by; -1 where nobody's.
        eyes: (K, 3) float64, metres, where each eye was, in the view's own axes.
        lens: (4,) float64: fx, fy, cx, cy, pixels.
        per_m: haze, 1/m.
        air: (3,) float32, its light, linear.
        linear: (256,) float32, linear light of each level.
        levels: (N,) uint8, the level of each light, evenly spaced by their roots from 0 to `most`.
        most: light from which all is white.
    """
    clears = math.log(MOST_CLEARED)
    white, per_root = np.float32(most), np.float32((len(levels) - 1) / math.sqrt(most))
    for row in range(depth_m.shape[0]):
        y = (row + 0.5 - lens[3]) / lens[1]
        for column in range(depth_m.shape[1]):
            eye, z = source[row, column], depth_m[row, column]
            if eye < 0 or not 0.0 < z < np.inf:
                continue
            x = (column + 0.5 - lens[2]) / lens[0]
            now_m = z * math.sqrt(x * x + y * y + 1.0)
            to_x, to_y, to_z = x * z - eyes[eye, 0], y * z - eyes[eye, 1], z - eyes[eye, 2]
            then_m = math.sqrt(to_x * to_x + to_y * to_y + to_z * to_z)
            share = np.float32(math.exp(min(max(per_m * (then_m - now_m), -clears), clears)))
            for band in range(3):
                mine = linear[rgb[row, column, band]]
                light = air[band] + (mine - air[band]) * share
                light = min(max(light, np.float32(0.0)), white)
                rgb[row, column, band] = levels[int(np.sqrt(light) * per_root + np.float32(0.5))]

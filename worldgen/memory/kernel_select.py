"""Loops that choose keyframes: what each could show of a view, and who else saw its samples.

Not here: what is done with the answers (`select`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

NEAR_M = 0.05

SAME_PLACE = 0.25
"""Share by which depths may differ that are one surface, as far as samples can tell."""


@njit(cache=True, nogil=True, error_model="numpy")
def _project(
    sample: NDArray[np.float32], world_to_pixel: NDArray[np.float64]
) -> tuple[float, float, float]:
    """Column, row and depth of a sample; depth 0 if it is not in front, +inf for sky."""
    at_infinity = sample[3] == 0.0
    share = 0.0 if at_infinity else 1.0
    x, y, z = float(sample[0]), float(sample[1]), float(sample[2])
    m = world_to_pixel
    depth = m[2, 0] * x + m[2, 1] * y + m[2, 2] * z + m[2, 3] * share
    if depth <= NEAR_M:
        return 0.0, 0.0, 0.0
    u = (m[0, 0] * x + m[0, 1] * y + m[0, 2] * z + m[0, 3] * share) / depth
    v = (m[1, 0] * x + m[1, 1] * y + m[1, 2] * z + m[1, 3] * share) / depth
    return u, v, (np.inf if at_infinity else depth)


@njit(cache=True, nogil=True, error_model="numpy")
def rate(
    samples: NDArray[np.float32],
    weights: NDArray[np.float64],
    coarse: NDArray[np.float64],
    world_to_pixel: NDArray[np.float64],
    size_px: tuple[int, int],
    focal_px: float,
    cells: tuple[int, int],
    patch_px: float,
    nearest: NDArray[np.float64],
    filled: NDArray[np.float64],
    good: NDArray[np.float64],
) -> None:
    """How well each keyframe could show each cell of a view.

    A sample stands for its patch: it fills as much of the cell as the patch grows
    on the screen, as sharply as it was seen. What lies far behind what another
    keyframe knows to be near is probably hidden, and counts less.

    Args:
        samples: (K, S, 5) float32, as in `Keyframe`.
        weights: (K,) what each keyframe's word is worth.
        coarse: (K,) how many times wider its pixels are than its samples say.
        world_to_pixel: (3, 4) world to the view's pixels times depth.
        size_px: (H, W) of the view. focal_px: its focal length.
        cells: (rows, columns) into which the view is cut.
        patch_px: pixels that a sample stands for.
        nearest: (rows * columns,) +inf, written: depth of the nearest surface in each cell.
        filled, good: (K, rows * columns) zeros, written: how much of each cell a keyframe fills
            (1 is all of it), and the same times its sharpness.
    """
    height, width = size_px
    rows, columns = cells
    share = patch_px / (height * width / (rows * columns))
    for second in range(2):
        for k in range(len(samples)):
            for s in range(samples.shape[1]):
                sample = samples[k, s]
                if sample[4] == 0.0:
                    continue
                u, v, depth = _project(sample, world_to_pixel)
                if depth == 0.0 or not (0.0 <= u < width and 0.0 <= v < height):
                    continue
                cell = int(v * rows / height) * columns + int(u * columns / width)
                if second == 0:
                    nearest[cell] = min(nearest[cell], depth)
                    continue
                stretch = 1.0 if depth == np.inf else sample[3] * focal_px / depth
                hidden = 1.0
                if depth > 2.0 * nearest[cell]:
                    hidden = 0.2 if depth == np.inf else 2.0 * nearest[cell] / depth
                area = min(stretch * stretch, 4.0) * share
                filled[k, cell] += area
                good[k, cell] += (
                    area * weights[k] * sample[4] * hidden / max(1.0, stretch * coarse[k])
                )


@njit(cache=True, nogil=True, error_model="numpy")
def needed(
    samples: NDArray[np.float32],
    world_to_pixel: NDArray[np.float64],
    size_px: tuple[int, int],
    focal_px: float,
    cells: NDArray[np.bool_],
    parts: NDArray[np.bool_],
) -> None:
    """Which parts of a keyframe fall into some cells of a view, or beside them.

    Args:
        samples: (S, 5) float32, as in `Keyframe`, one a part.
        world_to_pixel, size_px, focal_px: of the view, as in `rate`.
        cells: (rows, columns) bool.
        parts: (S,) bool, written.
    """
    height, width = size_px
    rows, columns = cells.shape
    for s in range(len(samples)):
        u, v, depth = _project(samples[s], world_to_pixel)
        parts[s] = False
        if depth == 0.0:
            continue
        stretch = 1.0 if depth == np.inf else samples[s, 3] * focal_px / depth
        reach = 0.5 + 0.5 * min(max(stretch, 1.0), 8.0)
        y, x = v * rows / height, u * columns / width
        for j in range(max(int(y - reach), 0), min(int(y + reach), rows - 1) + 1):
            for i in range(max(int(x - reach), 0), min(int(x + reach), columns - 1) + 1):
                parts[s] |= cells[j, i]


@njit(cache=True, nogil=True, error_model="numpy")
def count_seen(
    samples: NDArray[np.float32],
    depths_m: NDArray[np.float32],
    world_to_pixel: NDArray[np.float64],
    focal_px: float,
    counts: NDArray[np.int16],
) -> None:
    """Count the samples that one keyframe also saw, and not much coarser.

    Args:
        samples: (N, 5) float32, as in `Keyframe`.
        depths_m: (R, C) float32, what that keyframe saw at its own samples; +inf sky, 0 unknown.
        world_to_pixel: (3, 4) world to the places of its samples times depth.
        focal_px: its focal length at the picture's first size.
        counts: (N,) int16, one is added where it saw the sample.
    """
    height, width = depths_m.shape
    for s in range(len(samples)):
        sample = samples[s]
        if sample[4] == 0.0:
            continue
        u, v, depth = _project(sample, world_to_pixel)
        if depth == 0.0 or not (0.0 <= u < width and 0.0 <= v < height):
            continue
        seen = depths_m[int(v), int(u)]
        if depth == np.inf:
            counts[s] += seen == np.inf
        elif abs(seen / depth - 1.0) < SAME_PLACE and depth <= 1.5 * sample[3] * focal_px:
            counts[s] += 1

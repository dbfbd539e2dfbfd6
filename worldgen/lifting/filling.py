"""Maps with gaps, filled smoothly from what lies round them.

Coarse to fine (push and pull, Gortler et al. 1996), so there are no streaks. A map goes once
round: its left edge lies beside its right one.

Not here: what is on the maps (`gaussians.backdrop`, `meshes.sky`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def filled(total: Floats) -> Floats:
    """Means of what was summed; where nothing was, those of the coarser map.

    Args:
        total: (H, W, C + 1), sums of C values and, last, of how many; something was summed
            somewhere. H and W are powers of two, or nearly: halving stops at an odd one.

    Returns:
        (H, W, C).
    """
    height, width = total.shape[:2]
    known = np.minimum(total[..., -1:], 1.0)
    mean = total[..., :-1] / np.maximum(total[..., -1:], 1e-9)
    if height % 2 or width % 2:
        all_told: Floats = total.sum((0, 1))
        return np.asarray(known * mean + (1 - known) * all_told[:-1] / all_told[-1])
    belief = np.concatenate([mean * known, known], axis=2)
    parts = belief.reshape(height // 2, 2, width // 2, 2, total.shape[2])
    coarse = filled(parts.sum((1, 3)))
    return np.asarray(known * mean + (1 - known) * _doubled(coarse))


def _doubled(coarse: Floats) -> Floats:
    """Twice as high and wide, linearly between; round and round from left to right."""
    shifted = 0.25 * np.roll(coarse, 1, 1), 0.25 * np.roll(coarse, -1, 1)
    wide = np.stack([0.75 * coarse + side for side in shifted], 2)
    wide = wide.reshape(coarse.shape[0], -1, coarse.shape[2])
    above, below = np.roll(wide, 1, 0), np.roll(wide, -1, 0)
    above[0], below[-1] = wide[0], wide[-1]
    tall = np.stack([0.75 * wide + 0.25 * above, 0.75 * wide + 0.25 * below], 1)
    return tall.reshape(-1, *wide.shape[1:])

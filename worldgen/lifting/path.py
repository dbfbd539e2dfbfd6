"""A walk's camera path made smooth, as if it had been carried by a steadier hand.

    places      each the mean of those shortly before and after, near ones counting more
    directions  likewise: rotations are averaged and made rotations again

The first and the last place stay. Not here: what is drawn from it (`export`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def smooth_path(poses_c2w: Floats, over: float) -> Floats:
    """The same path without its jerks.

    Args:
        poses_c2w: (T, 4, 4) camera to world, at least one, in order of time.
        over: standard deviation of the bell that weighs neighbours, in frames; 0 changes nothing.

    Returns:
        (T, 4, 4), rigid; as many as came.
    """
    count = len(poses_c2w)
    if over <= 0 or count < 3:
        return poses_c2w.copy()
    reach = min(int(np.ceil(3 * over)), count - 1)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / over) ** 2)
    weights /= weights.sum()
    moved = poses_c2w.copy()
    moved[:, :3, 3] = _weighed(_through_ends(poses_c2w[:, :3, 3], reach), weights, count)
    turned = np.pad(poses_c2w[:, :3, :3], ((reach, reach), (0, 0), (0, 0)), mode="edge")
    moved[:, :3, :3] = _rotations(_weighed(turned, weights, count))
    return moved


def _through_ends(places: Floats, reach: int) -> Floats:
    """Places with as many again on either side, mirrored through the ends, which so stay."""
    before = 2 * places[0] - places[reach:0:-1]
    after = 2 * places[-1] - places[-2 : -reach - 2 : -1]
    return np.concatenate([before, places, after])


def _weighed(values: Floats, weights: Floats, count: int) -> Floats:
    total = sum(weight * values[at : at + count] for at, weight in enumerate(weights))
    return np.asarray(total)


def _rotations(means: Floats) -> Floats:
    """The rotation nearest to each of (T, 3, 3): Kabsch's, by singular values."""
    left, _, right = np.linalg.svd(means)
    left[:, :, -1] *= np.sign(np.linalg.det(left @ right))[:, None]
    return np.asarray(left @ right)

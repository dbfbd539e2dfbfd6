"""What lies around each pixel of a picture: the least value near it, masks made wider.

Not here: what such a neighbourhood means (`memory`, `world`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def grown(mask: NDArray[np.bool_], by_px: int) -> NDArray[np.bool_]:
    """A mask, (H, W) bool, and all that is within so many pixels of it along either axis."""
    return np.isfinite(least_around(np.where(mask, np.float32(0.0), np.float32(np.inf)), by_px))


def least_around(plane: NDArray[np.float32], by_px: int) -> NDArray[np.float32]:
    """(H, W) float32: the least value of a plane within so many pixels along either axis."""
    least = plane
    for axis in (0, 1):
        before, least = least, least.copy()
        for step in range(1, by_px + 1):
            ahead, behind = [slice(None)] * 2, [slice(None)] * 2
            ahead[axis], behind[axis] = slice(step, None), slice(None, -step)
            for to, of in ((tuple(ahead), tuple(behind)), (tuple(behind), tuple(ahead))):
                np.minimum(least[to], before[of], out=least[to])
    return least

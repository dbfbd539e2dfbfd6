"""Where a picture's depth steps from one thing to another.

Not here: what is made of it (`alignment`, `gaussians`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry.depth import is_known

RIM = 0.05
"""Steps in depth of this share are the rim of a thing."""


def rims(depth_m: NDArray[np.floating]) -> NDArray[np.bool_]:
    """(H, W) bool: pixels beside a step in depth, sky among them.

    A plane's disparity rises evenly over the picture: a rise that carries on on
    either side is ground seen at a flat angle, and no rim.
    """
    disparity = np.divide(1.0, depth_m, out=np.zeros(depth_m.shape), where=is_known(depth_m))
    return _steps_down(disparity) | _steps_down(disparity.T).T


def _steps_down(disparity: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(H, W) bool: pixels beside a step to the pixel above or below."""
    one, other = disparity[:-1], disparity[1:]
    rise = other - one
    step = np.abs(rise) > RIM * np.maximum(one, other)
    even = np.zeros(step.shape, bool)
    alike = np.abs(np.diff(rise, axis=0))
    even[1:] |= alike <= 0.3 * np.abs(rise[1:])
    even[:-1] |= alike <= 0.3 * np.abs(rise[:-1])
    step &= ~(even & (one > 0) & (other > 0))
    beside = np.zeros(disparity.shape, bool)
    beside[:-1] |= step
    beside[1:] |= step
    return beside

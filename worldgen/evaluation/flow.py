"""Optical flow: what moved between two pictures, and what the cameras say must have.

Flow is (H, W, 2) float, pixels to the right and down, from the first picture to
the second. Observed flow is OpenCV's DIS (Kroeger et al. 2016), on pictures
whose lightness has been levelled.

Not here: verdicts on it (`motion.py`, `following.py`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import MissingDependencyError
from worldgen.evaluation.overlap import reprojected
from worldgen.evaluation.pictures import Rgb, luma
from worldgen.geometry import Camera
from worldgen.types import Frame

TEXTURE_LEVELS = 6.0
"""Grey levels by which a spot must vary for its movement to be visible."""
SPOT_PX = 9


def opencv() -> Any:
    """The OpenCV module.

    Raises:
        MissingDependencyError: it is not installed.
    """
    try:
        import cv2
    except ImportError as error:
        raise MissingDependencyError("opencv-python-headless", "eval") from error
    return cv2


def observed(first: Rgb, second: Rgb) -> NDArray[np.float32]:
    """The flow that two pictures show."""
    search = opencv().DISOpticalFlow_create(2)
    grey = [luma(picture).round().astype(np.uint8) for picture in (first, second)]
    flow: NDArray[np.float32] = search.calc(grey[0], grey[1], None)
    return flow


def foretold(depth_m: NDArray[np.float32], first: Camera, second: Camera) -> NDArray[np.float64]:
    """The flow that depth and two poses imply; NaN where it leaves the picture or is unknown."""
    spots, _ = reprojected(depth_m, first, second)
    height, width = first.shape
    here = np.stack(np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5), axis=-1)
    inside = (spots >= 0).all(-1) & (spots[..., 0] < width) & (spots[..., 1] < height)
    flow: NDArray[np.float64] = np.where(inside[..., None], spots - here, np.nan)
    return flow


def turned(first: Camera, second: Camera) -> NDArray[np.float64]:
    """The flow that the turn alone implies: all things infinitely far away."""
    return foretold(np.full(first.shape, np.inf, np.float32), first, second)


def visible(frame: Frame) -> NDArray[np.bool_]:
    """(H, W): where there is grain enough to see movement, and nothing moves by itself."""
    spread = opencv().blur(luma(frame.rgb) ** 2, (SPOT_PX, SPOT_PX))
    spread -= opencv().blur(luma(frame.rgb), (SPOT_PX, SPOT_PX)) ** 2
    grainy: NDArray[np.bool_] = spread > TEXTURE_LEVELS**2
    return grainy if frame.moving is None else grainy & ~frame.moving

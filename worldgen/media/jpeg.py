"""Frames for the live stream: JPEG, in well under a millisecond.

`simplejpeg` does it in 0.4 ms at 640 × 360; where it cannot be loaded Pillow does
the same work ten times slower. Not here: anything that is kept (`png`).
"""

import io

import numpy as np
from PIL import Image

from worldgen.errors import ShapeError

try:
    import simplejpeg
except ImportError:  # no wheel for this platform
    simplejpeg = None


def encode_jpeg(rgb: np.ndarray, quality: int = 85) -> bytes:
    """(H, W, 3) uint8 to JPEG bytes, chroma halved.

    Args:
        rgb: the picture.
        quality: 1 to 100.
    """
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8:
        raise ShapeError(f"colour must be (H, W, 3) uint8, got {rgb.shape} {rgb.dtype}")
    if simplejpeg is None:
        return encode_jpeg_plain(rgb, quality)
    contiguous = np.ascontiguousarray(rgb)
    data: bytes = simplejpeg.encode_jpeg(contiguous, quality, "RGB", "420", fastdct=True)
    return data


def encode_jpeg_plain(rgb: np.ndarray, quality: int = 85) -> bytes:
    """The plain twin of `encode_jpeg`, by Pillow."""
    buffer = io.BytesIO()
    Image.fromarray(rgb).save(buffer, "JPEG", quality=quality, subsampling="4:2:0")
    return buffer.getvalue()

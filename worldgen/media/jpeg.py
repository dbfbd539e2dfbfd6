"""Frames for the live stream: JPEG, in well under a millisecond.

`simplejpeg` does it in 0.4 ms at 640 × 360; where it cannot be loaded Pillow does
the same work ten times slower. Textures of meshes are such files, too. Not here: frames that are
kept (`png`).
"""

import io

import numpy as np
from PIL import Image

from worldgen.errors import ShapeError

try:
    import simplejpeg
except ImportError:  # no wheel for this platform
    simplejpeg = None


def encode_jpeg(rgb: np.ndarray, quality: int = 85, *, halved: bool = True) -> bytes:
    """(H, W, 3) uint8 to JPEG bytes.

    Args:
        rgb: the picture.
        quality: 1 to 100.
        halved: hues are kept at half the width and height, as eyes allow in a photograph.
    """
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8:
        raise ShapeError(f"colour must be (H, W, 3) uint8, got {rgb.shape} {rgb.dtype}")
    if simplejpeg is None:
        return encode_jpeg_plain(rgb, quality, halved=halved)
    contiguous, hues = np.ascontiguousarray(rgb), "420" if halved else "444"
    data: bytes = simplejpeg.encode_jpeg(contiguous, quality, "RGB", hues, fastdct=True)
    return data


def encode_jpeg_plain(rgb: np.ndarray, quality: int = 85, *, halved: bool = True) -> bytes:
    """The plain twin of `encode_jpeg`, by Pillow."""
    buffer = io.BytesIO()
    hues = "4:2:0" if halved else "4:4:4"
    Image.fromarray(rgb).save(buffer, "JPEG", quality=quality, subsampling=hues)
    return buffer.getvalue()

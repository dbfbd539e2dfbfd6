"""Tables of bytes as pictures: lossless WebP with all four channels kept to the bit.

Not here: frames (`png`), pictures for eyes (`images`, `jpeg`), films (`video`).
"""

import io

import numpy as np
from PIL import Image

from worldgen.errors import ImageError, ShapeError

_EFFORT = {"quality": 80, "method": 4}


def encode_rgba_webp(rgba: np.ndarray) -> bytes:
    """(H, W, 4) uint8 to WebP bytes, exactly, colours under a transparent alpha too."""
    if rgba.ndim != 3 or rgba.shape[2] != 4 or rgba.dtype != np.uint8:
        raise ShapeError(f"a table must be (H, W, 4) uint8, got {rgba.shape} {rgba.dtype}")
    buffer = io.BytesIO()
    Image.fromarray(rgba).save(buffer, "WEBP", lossless=True, exact=True, **_EFFORT)
    return buffer.getvalue()


def decode_rgba_webp(data: bytes) -> np.ndarray:
    """WebP bytes to (H, W, 4) uint8.

    Raises:
        ImageError: damaged.
    """
    try:
        picture = Image.open(io.BytesIO(data), formats=("WEBP",))
        return np.asarray(picture.convert("RGBA"))
    except Exception as error:  # codecs raise anything when fed junk
        raise ImageError(f"the WebP picture is damaged: {error}") from error

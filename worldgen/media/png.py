"""Lossless frames: colour as 8-bit PNG, depth as 16-bit PNG.

Depth is stored as `value × scale_m` metres; 0 is unknown and 65535 is sky, so at
the usual 4 mm a surface may be up to 262 m away. What is farther is stored as
the farthest; what is nearer than half a step as one step, for 0 means unknown.

Not here: colours read back, which other programs may have written (`images`).
"""

import io

import numpy as np
from PIL import Image

from worldgen.errors import ImageError, ShapeError
from worldgen.media.images import kind_of

SKY = 65535
_LEVEL = 1
"""zlib level: on frames 1 costs a third of the default 6's time for a tenth more bytes."""


def encode_rgb_png(rgb: np.ndarray) -> bytes:
    """(H, W, 3) uint8 to PNG bytes, exactly."""
    if rgb.ndim != 3 or rgb.shape[2] != 3 or rgb.dtype != np.uint8:
        raise ShapeError(f"colour must be (H, W, 3) uint8, got {rgb.shape} {rgb.dtype}")
    return _encode(Image.fromarray(rgb))


def encode_depth_png(depth_m: np.ndarray, scale_m: float) -> bytes:
    """Depth to a 16-bit PNG, to within half of `scale_m`.

    Args:
        depth_m: (H, W) float metres; 0 unknown, +inf sky.
        scale_m: metres per unit.

    Raises:
        ShapeError: not two-dimensional, or NaN or negative somewhere.
    """
    if depth_m.ndim != 2 or not (depth_m >= 0).all():
        raise ShapeError(f"depth must be (H, W) metres ≥ 0, got {depth_m.shape}, or NaN in it")
    sky = np.isinf(depth_m)
    steps = np.rint(np.where(sky, 0.0, depth_m).astype(np.float64) / scale_m)
    values = np.where(depth_m > 0, steps.clip(1, SKY - 1), 0)
    values[sky] = SKY
    return _encode(Image.fromarray(values.astype(np.uint16)))


def decode_depth_png(data: bytes, scale_m: float) -> np.ndarray:
    """A 16-bit PNG to (H, W) float32 metres; 0 unknown, +inf sky.

    Raises:
        ImageError: damaged, or not 16-bit grey.
    """
    try:
        picture = Image.open(io.BytesIO(data), formats=("PNG",))
        picture.load()
    except Exception as error:  # codecs raise anything when fed junk
        raise ImageError(f"the picture is {kind_of(data)}; depth is a 16-bit grey PNG") from error
    if picture.mode not in ("I;16", "I"):
        raise ImageError(f"a depth frame must be 16-bit grey, got mode {picture.mode}")
    values = np.asarray(picture).astype(np.float64)
    depth_m: np.ndarray = np.where(values == SKY, np.inf, values * scale_m).astype(np.float32)
    return depth_m


def _encode(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=_LEVEL)
    return buffer.getvalue()

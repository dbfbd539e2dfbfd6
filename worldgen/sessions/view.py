"""One frame as the bytes that a browser draws.

Not here: the layout of those bytes (`protocol`), the codecs (`media`).
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass

import numpy as np

from worldgen.errors import ConfigError
from worldgen.media import encode_jpeg
from worldgen.sessions.keys import Taken
from worldgen.sessions.protocol import Codec, FrameMessage, Plane, PlaneName, Preview, encode_frame
from worldgen.types import Frame

DEPTH_SCALE_MM = 4
SKY = 65_535
PREVIEW_QUALITY = 80


@dataclass(frozen=True, kw_only=True)
class ViewConfig:
    """How much of a frame goes to the browser.

    Attributes:
        jpeg_quality: of the picture, 1 to 100.
        depth: send depth at half size, and the masks that the model gives.
    """

    jpeg_quality: int = 90
    depth: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.jpeg_quality <= 100:
            raise ConfigError(f"jpeg_quality must be from 1 to 100, got {self.jpeg_quality}")


def pack(frame: Frame, *, walk: int, taken: Taken, model_ms: float, config: ViewConfig) -> bytes:
    """The frame on the wire; `taken` is the control it answers."""
    height, width = frame.rgb.shape[:2]
    planes = [
        Plane(
            name=PlaneName.RGB,
            codec=Codec.JPEG,
            width_px=width,
            height_px=height,
            data=encode_jpeg(frame.rgb, config.jpeg_quality),
        )
    ]
    if config.depth:
        planes += _extra_planes(frame)
    return encode_frame(
        FrameMessage(
            walk=walk,
            index=frame.index,
            answers=taken.seq,
            echo_ms=taken.at_ms,
            model_ms=model_ms,
            time_s=frame.time_s,
            width_px=width,
            height_px=height,
            pose_c2w=tuple(float(value) for value in frame.camera.pose_c2w.ravel()),
            planes=tuple(planes),
        )
    )


def preview(rgb: np.ndarray, walk: int, index: int) -> Preview:
    """A recorded picture, (H, W, 3) uint8, on the wire."""
    data = base64.b64encode(encode_jpeg(rgb, PREVIEW_QUALITY))
    return Preview(walk=walk, index=index, jpeg=data.decode("ascii"))


def depth_values(depth_m: np.ndarray) -> np.ndarray:
    """(H, W) metres as (H, W) uint16 in steps of 4 mm: 0 unknown, 65535 sky."""
    finite = np.isfinite(depth_m)
    steps = np.where(finite, depth_m, 0) * (1000 / DEPTH_SCALE_MM)
    values = np.clip(np.rint(steps), 0, SKY - 1)
    return np.where(finite, values, SKY).astype("<u2")


def _extra_planes(frame: Frame) -> list[Plane]:
    planes = []
    if frame.depth_m is not None:
        values = depth_values(frame.depth_m[::2, ::2])
        planes.append(_zlib(PlaneName.DEPTH, Codec.ZLIB_UINT16, values, DEPTH_SCALE_MM))
    for name, mask in ((PlaneName.SKY, frame.sky), (PlaneName.MOVING, frame.moving)):
        if mask is not None:
            values = mask[::2, ::2].astype(np.uint8)
            planes.append(_zlib(name, Codec.ZLIB_UINT8, values, 0))
    return planes


def _zlib(name: PlaneName, codec: Codec, values: np.ndarray, scale_mm: int) -> Plane:
    height, width = values.shape
    return Plane(
        name=name,
        codec=codec,
        width_px=width,
        height_px=height,
        scale_mm=scale_mm,
        data=zlib.compress(values.tobytes(), level=1),
    )

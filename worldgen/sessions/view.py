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

NEAREST_M, FARTHEST_M = 0.25, 250.0
"""Depths that the browser can tell apart; what is nearer or farther is sent as these."""

UNKNOWN, NEAREST, FARTHEST, SKY = 0, 1, 254, 255
"""Values of the depth plane; from NEAREST to FARTHEST each step is 2.8 per cent."""

DEPTH_COLUMNS = 128
"""About so many go to the browser, for whom depth moves a picture by a few pixels."""

PREVIEW_QUALITY = 80


@dataclass(frozen=True, kw_only=True)
class ViewConfig:
    """How much of a frame goes to the browser.

    Attributes:
        jpeg_quality: of the picture, 1 to 100.
        depth: send depth, small and coarse, so that the page can turn and walk ahead of us.
        masks: send what is sky and what moves, at half size, where the model gives it.
    """

    jpeg_quality: int = 90
    depth: bool = True
    masks: bool = False

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
    if config.depth and frame.depth_m is not None:
        small_m = _nearest_m(frame.depth_m, max(round(width / DEPTH_COLUMNS), 1))
        planes.append(_zlib(PlaneName.DEPTH, depth_values(small_m)))
    if config.masks:
        planes += _masks(frame)
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
            focal_px=frame.camera.fx,
            waiting_yaw_rad=taken.waiting_yaw_rad,
            waiting_pitch_rad=taken.waiting_pitch_rad,
            rain=frame.weather.rain,
            snow=frame.weather.snow,
            pose_c2w=tuple(float(value) for value in frame.camera.pose_c2w.ravel()),
            planes=tuple(planes),
        )
    )


def preview(rgb: np.ndarray, walk: int, index: int) -> Preview:
    """A recorded picture, (H, W, 3) uint8, on the wire."""
    data = base64.b64encode(encode_jpeg(rgb, PREVIEW_QUALITY))
    return Preview(walk=walk, index=index, jpeg=data.decode("ascii"))


def depth_values(depth_m: np.ndarray) -> np.ndarray:
    """(H, W) metres as (H, W) uint8, each step the same ratio, because parallax goes by ratios."""
    known, finite = depth_m > 0, np.isfinite(depth_m)
    ratio = np.clip(np.where(known & finite, depth_m, NEAREST_M), NEAREST_M, FARTHEST_M) / NEAREST_M
    share = np.log(ratio) / np.log(FARTHEST_M / NEAREST_M)
    values = np.rint(NEAREST + share * (FARTHEST - NEAREST))
    return np.where(known, np.where(finite, values, SKY), UNKNOWN).astype(np.uint8)


def _nearest_m(depth_m: np.ndarray, step: int) -> np.ndarray:
    """The nearest depth of each `step` × `step` pixels; unknown where all are."""
    height, width = depth_m.shape
    padded = np.pad(depth_m, ((0, -height % step), (0, -width % step)), mode="edge")
    cells = np.where(padded > 0, padded, np.inf).reshape(
        padded.shape[0] // step, step, padded.shape[1] // step, step
    )
    known = (padded.reshape(cells.shape) > 0).any((1, 3))
    return np.where(known, cells.min((1, 3)), 0)


def _masks(frame: Frame) -> list[Plane]:
    given = ((PlaneName.SKY, frame.sky), (PlaneName.MOVING, frame.moving))
    return [
        _zlib(name, mask[::2, ::2].astype(np.uint8)) for name, mask in given if mask is not None
    ]


def _zlib(name: PlaneName, values: np.ndarray) -> Plane:
    height, width = values.shape
    return Plane(
        name=name,
        codec=Codec.ZLIB_UINT8,
        width_px=width,
        height_px=height,
        data=zlib.compress(values.tobytes(), level=1),
    )

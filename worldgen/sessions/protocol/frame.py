"""A frame's bytes, little-endian: the header, then every plane as its own head and its data.

Unknown planes can be skipped by length.

Not here: what a frame shows (`view`), when it is sent (`pacing`).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

from worldgen.errors import ProtocolError
from worldgen.sessions.protocol.version import PROTOCOL

HEADER = struct.Struct("<HBBIIIdffHHfffff16f")
"""protocol, kind, planes, walk, index, answers, echo_ms, model_ms, time_s, width, height,
focal length, waiting yaw and pitch, rain, snow, pose."""

PLANE_HEAD = struct.Struct("<BBHHI")
"""name, codec, width, height, bytes of data."""

FRAME_KIND = 1


class PlaneName(IntEnum):
    """What a plane shows."""

    RGB = 1
    DEPTH = 2
    SKY = 3
    MOVING = 4


class Codec(IntEnum):
    """How a plane's data is packed: a JPEG, or one byte a pixel through zlib."""

    JPEG = 1
    ZLIB_UINT8 = 2


@dataclass(frozen=True, kw_only=True)
class Plane:
    """One plane of a frame; what a depth's values mean: `view.depth_values`."""

    name: PlaneName
    codec: Codec
    width_px: int
    height_px: int
    data: bytes


@dataclass(frozen=True, kw_only=True)
class FrameMessage:
    """One frame on the wire.

    Attributes:
        walk, index: which frame of which of the session's walks.
        answers, echo_ms: the newest control it answers, and that control's `at_ms`.
        model_ms: how long the model took.
        time_s: world time.
        focal_px: of the camera; its pixels are square, its axis is in the middle.
        waiting_yaw_rad, waiting_pitch_rad: turn that came before this frame and is not in it yet.
        rain, snow: how densely it falls, 0 to 1; none of it is in the pictures.
        pose_c2w: 16 numbers, row by row, metres.
        planes: the pictures; RGB first.
    """

    walk: int
    index: int
    answers: int
    echo_ms: float
    model_ms: float
    time_s: float
    width_px: int
    height_px: int
    focal_px: float
    waiting_yaw_rad: float
    waiting_pitch_rad: float
    rain: float
    snow: float
    pose_c2w: tuple[float, ...]
    planes: tuple[Plane, ...]


def encode_frame(frame: FrameMessage) -> bytes:
    """A frame as bytes."""
    head = HEADER.pack(
        PROTOCOL, FRAME_KIND, len(frame.planes), frame.walk, frame.index, frame.answers,
        frame.echo_ms, frame.model_ms, frame.time_s, frame.width_px, frame.height_px,
        frame.focal_px, frame.waiting_yaw_rad, frame.waiting_pitch_rad, frame.rain,
        frame.snow, *frame.pose_c2w,
    )  # fmt: skip
    parts = [head]
    for plane in frame.planes:
        size = (plane.width_px, plane.height_px)
        parts.append(PLANE_HEAD.pack(plane.name, plane.codec, *size, len(plane.data)))
        parts.append(plane.data)
    return b"".join(parts)


def decode_frame(message: bytes) -> FrameMessage:
    """The frame that `encode_frame` packed.

    Raises:
        ProtocolError: cut short, or not a frame of this protocol.
    """
    try:
        protocol, kind, count, *rest = HEADER.unpack_from(message)
        if (protocol, kind) != (PROTOCOL, FRAME_KIND):
            raise ProtocolError(f"got protocol {protocol}, kind {kind}; wanted {PROTOCOL}, 1")
        offset, planes = HEADER.size, []
        for _ in range(count):
            name, codec, width, height, length = PLANE_HEAD.unpack_from(message, offset)
            offset += PLANE_HEAD.size
            data = message[offset : offset + length]
            if len(data) != length:
                raise ProtocolError(f"a plane of {length} bytes was cut after {len(data)}")
            offset += length
            planes.append(
                Plane(name=PlaneName(name), codec=Codec(codec), width_px=width,
                      height_px=height, data=data)
            )  # fmt: skip
    except (struct.error, ValueError) as error:
        raise ProtocolError(f"these {len(message)} bytes are no frame: {error}") from None
    walk, index, answers, echo_ms, model_ms, time_s, width, height, *rest = rest
    focal, yaw, pitch, rain, snow, *pose = rest
    return FrameMessage(
        walk=walk, index=index, answers=answers, echo_ms=echo_ms, model_ms=model_ms,
        time_s=time_s, width_px=width, height_px=height, focal_px=focal,
        waiting_yaw_rad=yaw, waiting_pitch_rad=pitch, rain=rain, snow=snow,
        pose_c2w=tuple(pose), planes=tuple(planes),
    )  # fmt: skip

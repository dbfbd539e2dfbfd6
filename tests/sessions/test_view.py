"""A frame's depth on the wire: one byte a pixel, and what it may lose by that."""

import zlib

import numpy as np
import pytest

from worldgen.geometry import Camera
from worldgen.sessions.keys import Taken
from worldgen.sessions.protocol import PlaneName, decode_frame
from worldgen.sessions.view import (
    DEPTH_COLUMNS,
    FARTHEST,
    FARTHEST_M,
    NEAREST,
    NEAREST_M,
    SKY,
    UNKNOWN,
    ViewConfig,
    depth_values,
    pack,
)
from worldgen.types import Action, Frame


@pytest.mark.parametrize("depth_m", [0.3, 1.0, 7.3, 120.0])
def test_depth_on_the_wire_is_within_two_per_cent(depth_m: float) -> None:
    """Coarser, and what is near would shake as the page walks ahead."""
    value = int(depth_values(np.full((1, 1), depth_m, np.float32))[0, 0])
    again_m = NEAREST_M * (FARTHEST_M / NEAREST_M) ** ((value - NEAREST) / (FARTHEST - NEAREST))
    assert again_m == pytest.approx(depth_m, rel=0.02)


def test_sky_and_the_unknown_have_values_of_their_own() -> None:
    """Both would else be somewhere."""
    values = depth_values(np.array([[np.inf, 0.0, 0.01, 9000.0]], np.float32))
    assert values.tolist() == [[SKY, UNKNOWN, NEAREST, FARTHEST]]


def test_of_a_cell_of_depth_the_nearest_is_sent() -> None:
    """What is near moves most as the page walks ahead; taken for what is behind, it would tear."""
    depth_m = np.full((4, 256), 9.0, np.float32)
    depth_m[0, 0], depth_m[3, 2:4], depth_m[2:, 4:6], depth_m[0, 6] = 1.0, 0.0, 0.0, np.inf
    frame = Frame(
        rgb=np.zeros((4, 256, 3), np.uint8),
        depth_m=depth_m,
        camera=Camera.from_fov(256, 4, 1.2),
        index=0,
        time_s=0.0,
    )
    taken = Taken(action=Action(), seq=1, at_ms=0.0)
    message = decode_frame(pack(frame, walk=1, taken=taken, model_ms=1.0, config=ViewConfig()))
    (plane,) = [plane for plane in message.planes if plane.name is PlaneName.DEPTH]
    assert (plane.width_px, plane.height_px) == (DEPTH_COLUMNS, 2)
    sent = np.frombuffer(zlib.decompress(plane.data), np.uint8).reshape(2, DEPTH_COLUMNS)
    near, far = depth_values(np.array([[1.0, 9.0]], np.float32))[0]
    assert sent[0, :4].tolist() == [near, far, far, far]
    assert sent[1, :4].tolist() == [far, far, UNKNOWN, far]

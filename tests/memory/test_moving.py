"""What moved a moment ago fills what nothing better is known of, and nothing else."""

import numpy as np

from worldgen.memory import Recall
from worldgen.memory.moving import MOVING_TRUST, with_moving


def known(shade: int, depth_m: float, colour: list[float], depth: list[float]) -> Recall:
    """Four pixels in a row."""
    return Recall(
        rgb=np.full((1, 4, 3), shade, np.uint8),
        depth_m=np.full((1, 4), depth_m, np.float32),
        colour=np.array([colour], np.float32),
        depth=np.array([depth], np.float32),
        source=np.zeros((1, 4), np.int16),
        sharpness=np.full((1, 4), 0.01 * shade, np.float32),
    )


def test_what_stands_still_is_not_painted_over_by_what_moved() -> None:
    """Known as it looks, known by its place alone, unknown, and unknown where nothing moved."""
    still = known(30, 4.0, [0.6, 0.0, 0.0, 0.0], [0.9, 0.9, 0.0, 0.0])
    newest = known(90, 2.0, [1.0, 1.0, 1.0, 0.0], [1.0, 1.0, 1.0, 0.0])
    both = with_moving(still, newest)
    assert both.rgb[0, :, 0].tolist() == [30, 30, 90, 30]
    assert both.depth_m[0].tolist() == [4, 4, 2, 4]
    assert np.allclose(both.colour[0], [0.6, 0, MOVING_TRUST, 0])
    assert np.allclose(both.depth[0], [0.9, 0.9, MOVING_TRUST, 0])
    assert np.allclose(both.sharpness[0], [0.3, 0.3, 0.9, 0.3])

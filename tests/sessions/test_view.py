"""A frame's depth on the wire: one byte a pixel, and what it may lose by that."""

import numpy as np
import pytest

from worldgen.sessions.view import (
    FARTHEST,
    FARTHEST_M,
    NEAREST,
    NEAREST_M,
    SKY,
    UNKNOWN,
    depth_values,
)


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

"""Who walks at a wall of a dreamt world stops where there is still something to see."""

import numpy as np
import pytest

from tests.world.test_outlook import begun
from worldgen.kinematics import BodyConfig
from worldgen.kinematics.care import ARM_M
from worldgen.types import Action


@pytest.mark.parametrize("yaw_rad", [0.0, 0.6, -1.2])
def test_what_one_walks_towards_stays_an_arms_length_off(yaw_rad: float) -> None:
    """Straight ahead nothing comes nearer than a body's width and an arm."""
    world, _, _ = begun(looks_aside=False)
    world.step(Action(yaw=yaw_rad))
    for _ in range(120):
        frame = world.step(Action(forward=1.0))
    assert frame.depth_m is not None
    height, width = frame.depth_m.shape
    ahead_m = frame.depth_m[height // 2, width // 2 - 4 : width // 2 + 4].min()
    assert np.isfinite(ahead_m)
    assert ahead_m > BodyConfig().radius_m + ARM_M - 0.2

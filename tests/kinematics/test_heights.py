"""What nobody climbs, and how fast one comes down."""

import math

import numpy as np
import pytest

from tests.kinematics.test_advance import CONFIG, DT_S, Terrain, go
from worldgen.kinematics import Body
from worldgen.types import Action


@pytest.mark.parametrize("along", [Action(strafe=1.0), Action(forward=1.0)])
@pytest.mark.parametrize("side", [-1, 1])
def test_a_rim_is_no_staircase_whichever_way_it_runs(along: Action, side: int) -> None:
    """It rises by a step at a time, and is narrower than a body: one side of it is in the air."""

    def height(x: float, z: float) -> float:
        far, beside = (x, z) if along.strafe else (z, x)
        return -0.4 * math.floor(2 * far) if -0.1 < side * beside < 0.3 else 0.0

    assert -go(Body(), [along] * 60, Terrain(ground=height)).feet[1] <= CONFIG.step_m
    wide = Terrain(ground=lambda x, z: height(x, 0.0) if along.strafe else height(0.0, z))
    assert -go(Body(), [along] * 60, wide).feet[1] > 10 * CONFIG.step_m


def test_a_long_fall_goes_on_growing_faster() -> None:
    """After three seconds it is 29 m/s; a speed that stopped at 20 would fall like a parachute."""
    abyss = Terrain(ground=lambda x, z: 500.0)
    heights = [0.0]
    body = Body(grounded=False)
    for _ in range(30):
        body = go(body, [Action()], abyss)
        heights.append(float(body.feet[1]))
    times_s = DT_S * np.arange(31)
    np.testing.assert_allclose(heights, 0.5 * CONFIG.gravity_m_s2 * times_s**2, rtol=0.01)

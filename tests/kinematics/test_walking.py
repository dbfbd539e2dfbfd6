"""Along walls, through doors, out of what holds, on top of blocks, up slopes and no farther."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kinematics.test_advance import Terrain, go
from worldgen.kinematics import Body, BodyConfig, advance
from worldgen.types import Action

CONFIG = BodyConfig()
AHEAD = Action(forward=1.0)
Box = tuple[float, float, float, float, float, float]


def wall(turn_rad: float, away_m: float = 2.0) -> Terrain:
    """Half of space, its face so far away, turned so far from right across +z."""
    normal = np.array([math.sin(turn_rad), 0.0, math.cos(turn_rad)])
    return Terrain(free=lambda position, radius_m: float(position @ normal) <= away_m - radius_m)


def boxes(*solid: Box, step_z: float = math.inf, high_m: float = 0.0) -> Terrain:
    """Solid boxes (x, x, y, y, z, z), on ground that is `high_m` higher from `step_z` on."""

    def free(position: np.ndarray, radius_m: float) -> bool:
        for box in solid:
            low, high = np.array(box[::2]), np.array(box[1::2])
            out = np.maximum(np.maximum(low - position, position - high), 0.0)
            if float(out @ out) < radius_m**2:
                return False
        return True

    return Terrain(ground=lambda x, z: 0.0 if z < step_z else -high_m, free=free)


@given(st.floats(0, 90), st.floats(20, 80), st.sampled_from([1.0, -1.0]), st.booleans())
def test_a_body_slides_along_a_wall_however_it_is_turned(
    wall_deg: float, heading_deg: float, side: float, run: bool
) -> None:
    """It stood still before any wall that was not parallel to an axis: it kept an eighth."""
    turn_rad, heading_rad = math.radians(wall_deg), math.radians(side * heading_deg)
    space, along = wall(turn_rad), np.array([math.cos(turn_rad), 0.0, -math.sin(turn_rad)])
    body = go(Body(yaw_rad=turn_rad + heading_rad), [Action(forward=1.0, run=run)] * 60, space)
    ideal_m = 60 * 0.15 * (CONFIG.run_factor if run else 1.0) * math.sin(heading_rad)
    assert float(body.feet @ along) / ideal_m > 0.9


@given(st.floats(0, 360))
def test_who_walks_straight_at_a_wall_comes_close_and_stands_still(wall_deg: float) -> None:
    """A whole move was all or nothing, and ten centimetres were left; now one is at the most."""
    turn_rad = math.radians(wall_deg)
    space, into = wall(turn_rad), np.array([math.sin(turn_rad), 0.0, math.cos(turn_rad)])
    body = go(Body(yaw_rad=turn_rad), [AHEAD] * 20, space)
    assert 1.74 <= float(body.feet @ into) <= 1.75 + 1e-9
    assert np.linalg.norm(body.feet - body.feet @ into * into) < 0.02
    np.testing.assert_array_equal(go(body, [AHEAD] * 5, space).feet, body.feet)


@pytest.mark.parametrize("aside_m", [-0.2, -0.1, 0.0, 0.1, 0.2])
@pytest.mark.parametrize("run", [False, True])
def test_a_door_that_is_met_off_its_middle_lets_one_through(aside_m: float, run: bool) -> None:
    """0.7 m for a body of 0.5 m."""
    door = boxes((-9, -0.35, -5, 0, 2, 2.3), (0.35, 9, -5, 0, 2, 2.3))
    start = Body(feet=np.array([aside_m, 0.0, 0.0]))
    assert go(start, [Action(forward=1.0, run=run)] * 60, door).feet[2] > 3.0


@pytest.mark.parametrize("deep_m", [1.0, 2.0])
@pytest.mark.parametrize("yaw_rad", [0.0, 1.0, 3.0])
def test_deep_water_does_not_hold_for_ever(deep_m: float, yaw_rad: float) -> None:
    """Whoever has come to stand in the middle of it may go where it is no deeper."""
    pond = Terrain(water=lambda x, z: deep_m if math.hypot(x, z) < 3 else 0.0)
    ashore = go(Body(yaw_rad=yaw_rad), [AHEAD] * 60, pond)
    assert math.hypot(ashore.feet[0], ashore.feet[2]) > 4.0


def test_nobody_in_deep_water_goes_deeper() -> None:
    """The bed falls away ahead; behind it rises."""
    lake = Terrain(water=lambda x, z: max(z, 0.0))
    swimmer = Body(feet=np.array([0.0, 0.0, 2.0]))
    assert go(swimmer, [AHEAD] * 10, lake).feet[2] == 2.0
    assert go(swimmer, [Action(forward=-1.0)] * 20, lake).feet[2] < 0.0


@given(st.floats(0.03, 0.24), st.floats(-1.4, 1.4), st.booleans())
def test_who_is_caught_in_a_sheet_does_not_get_through(
    room_m: float, yaw_rad: float, run: bool
) -> None:
    """Nor nearer to it, whichever way."""
    sheet = Terrain(free=lambda position, radius_m: abs(position[2] - 2.0) >= radius_m)
    body = Body(feet=np.array([0.0, 0.0, 2.0 - room_m]), yaw_rad=yaw_rad)
    for _ in range(20):
        body = advance(body, Action(forward=1.0, run=run), sheet, 0.1, CONFIG)
        assert body.feet[2] < 2.0 - room_m + 0.01


def block(high_m: float) -> Terrain:
    """A solid block from z = 2 m on, its top known."""
    return boxes((-9, 9, -high_m, 9, 2, 99), step_z=2.0, high_m=high_m)


@pytest.mark.parametrize("run", [False, True])
@pytest.mark.parametrize("high_m", [0.5, 0.55, 0.6])
def test_one_jumps_up_a_solid_block(high_m: float, run: bool) -> None:
    """Half a body before its edge the ground underfoot is low, so it was never jumped up."""
    for at in range(8, 25):
        jump = [Action(forward=1.0, run=run, jump=frame == at) for frame in range(60)]
        up = go(Body(), jump, block(high_m))
        assert up.feet[2] > 3.0 and up.feet[1] == pytest.approx(-high_m, abs=0.02), at


@pytest.mark.parametrize("run", [False, True])
@pytest.mark.parametrize("high_m", [0.7, 0.8, 0.9, 1.0, 3.0])
def test_nobody_gets_up_what_is_higher_than_a_jump(high_m: float, run: bool) -> None:
    """With jumping kept down, however long."""
    for late_m in np.arange(0.0, 0.3, 0.05):
        start = Body(feet=np.array([0.0, 0.0, late_m]))
        body = go(start, [Action(forward=1.0, run=run, jump=True)] * 80, block(high_m))
        assert body.feet[2] < 1.76


@pytest.mark.parametrize(("run", "dt_s"), [(False, 0.1), (True, 0.1), (False, 1 / 60)])
@pytest.mark.parametrize("deg", [56, 60, 65, 75])
def test_a_slope_can_be_too_steep(deg: float, run: bool, dt_s: float) -> None:
    """60° were walked up at full speed: 10 m in four seconds. A bank is scrambled up, no more."""
    rise = math.tan(math.radians(deg))
    slope = Terrain(ground=lambda x, z: -rise * max(z, 0.0))
    bank_m = (CONFIG.step_m + CONFIG.radius_m) * rise / (rise - CONFIG.steepest)
    body = Body()
    for _ in range(int(6 / dt_s)):
        body = advance(body, Action(forward=1.0, run=run), slope, dt_s, CONFIG)
    assert -body.feet[1] < bank_m + 0.05
    for _ in range(int(6 / dt_s)):
        body = advance(body, Action(forward=-1.0, run=run), slope, dt_s, CONFIG)
    assert abs(body.feet[1]) < 0.05 and body.feet[2] < -2.0


@pytest.mark.parametrize("rise_m", [0.2, 0.3, 0.4])
@pytest.mark.parametrize("run", [False, True])
def test_stairs_and_noise_are_no_slope(rise_m: float, run: bool) -> None:
    """Each step is a wall of its own; steps as long as they are high can be climbed for ever."""
    rng = np.random.default_rng(3)
    steps = Terrain(ground=lambda x, z: -rise_m * math.floor(max(z, 0.0) / rise_m)
                    + float(rng.uniform(-0.02, 0.02)))  # fmt: skip
    up = go(Body(), [Action(forward=1.0, run=run)] * 80, steps)
    assert up.feet[2] > 5.0 and up.strain_m <= CONFIG.step_m + CONFIG.radius_m

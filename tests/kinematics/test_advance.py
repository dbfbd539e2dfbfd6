"""Bodies walk, slide, climb, jump and fall as their docstrings say."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import ConfigError, ShapeError
from worldgen.geometry import pose, yaw_pitch_of
from worldgen.kinematics import Body, BodyConfig, OpenSpace, Space, advance, eye_pose
from worldgen.types import Action

DT_S = 0.1
CONFIG = BodyConfig()

shares = st.floats(-1, 1)
turns = st.floats(-0.4, 0.4)
steps = st.builds(
    Action, forward=shares, strafe=shares, up=shares, yaw=turns, pitch=turns,
    jump=st.booleans(), run=st.booleans(),
)  # fmt: skip
walks = st.lists(steps, max_size=40)


@dataclass
class Terrain:
    """A space made of two functions: the ground's height (up is −y), and what is free."""

    ground: Callable[[float, float], float | None] = lambda x, z: 0.0
    free: Callable[[np.ndarray, float], bool] = lambda position, radius_m: True
    water: Callable[[float, float], float] = lambda x, z: 0.0

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        return self.ground(x, z)

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        return self.free(position, radius_m)

    def water_m(self, x: float, z: float, from_y: float) -> float:
        return self.water(x, z)


def go(body: Body, actions: list[Action], space: Space, config: BodyConfig = CONFIG) -> Body:
    for action in actions:
        body = advance(body, action, space, DT_S, config)
    return body


def test_a_second_forward_is_walking_speed_ahead() -> None:
    """1.5 m/s along +z, twice that when running, no faster diagonally."""
    ahead = go(Body(), [Action(forward=1.0)] * 10, OpenSpace())
    np.testing.assert_allclose(ahead.feet, [0, 0, 1.5], atol=1e-12)
    run = go(Body(), [Action(forward=1.0, run=True)] * 10, OpenSpace())
    np.testing.assert_allclose(run.feet, [0, 0, 3.0], atol=1e-12)
    aslant = go(Body(), [Action(forward=1.0, strafe=1.0)] * 10, OpenSpace())
    assert np.linalg.norm(aslant.feet) == pytest.approx(1.5)
    assert aslant.feet[0] == pytest.approx(aslant.feet[2])


def test_the_eye_is_at_eye_height_and_looks_where_the_body_does() -> None:
    """The first camera stands at (0, −1.6, 0), looking along +z."""
    np.testing.assert_allclose(eye_pose(Body()), pose(np.array([0.0, -1.6, 0.0])), atol=1e-12)
    turned = go(Body(), [Action(yaw=0.3, pitch=0.2)], OpenSpace())
    assert yaw_pitch_of(eye_pose(turned)) == pytest.approx((0.3, 0.2))


@given(st.lists(turns, max_size=30))
def test_turns_add_up(yaws: list[float]) -> None:
    """Many small turns are one large one, wherever the body stands."""
    body = go(Body(), [Action(yaw=yaw) for yaw in yaws], OpenSpace())
    assert math.remainder(body.yaw_rad - sum(yaws), math.tau) == pytest.approx(0, abs=1e-9)
    np.testing.assert_array_equal(body.feet, np.zeros(3))


@given(walks)
def test_out_and_back_is_home(actions: list[Action]) -> None:
    """The same actions backwards, last first, end where they began, curves and all."""
    there = [replace(action, jump=False, pitch=0.0) for action in actions]
    back = [replace(a, forward=-a.forward, strafe=-a.strafe, yaw=-a.yaw) for a in reversed(there)]
    home = go(Body(), there + back, OpenSpace())
    np.testing.assert_allclose(home.feet, np.zeros(3), atol=1e-9)
    assert math.remainder(home.yaw_rad, math.tau) == pytest.approx(0, abs=1e-9)


@given(walks)
def test_the_same_actions_move_the_same_way(actions: list[Action]) -> None:
    """To the last bit: replays hang on it."""
    space = Terrain(ground=lambda x, z: 0.2 * math.sin(x) + 0.3 * math.cos(z))
    a, b = go(Body(), actions, space), go(Body(), actions, space)
    np.testing.assert_array_equal(eye_pose(a), eye_pose(b))


@given(walks, st.floats(0, math.tau), st.floats(0.3, 2.0))
def test_no_walk_enters_a_wall(actions: list[Action], towards: float, distance: float) -> None:
    """A wall is half of space, any way round; no ball of the body ever touches it."""
    normal = np.array([math.sin(towards), 0.0, math.cos(towards)])
    wall = Terrain(free=lambda position, radius_m: position @ normal + radius_m <= distance)
    body = Body()
    for action in actions:
        body = advance(body, action, wall, DT_S, CONFIG)
        assert body.feet @ normal + CONFIG.radius_m <= distance + 1e-9


@given(walks, st.floats(-3, -2))
def test_no_jump_goes_through_a_ceiling(actions: list[Action], ceiling_y: float) -> None:
    """Nor does flying."""
    low = Terrain(free=lambda position, radius_m: position[1] - radius_m >= ceiling_y)
    for config in (CONFIG, BodyConfig(fly=True)):
        body = Body()
        for action in actions:
            body = advance(body, action, low, DT_S, config)
            assert body.feet[1] - config.eye_m - config.radius_m >= ceiling_y - 1e-9


def test_a_body_slides_along_a_wall() -> None:
    """Walking aslant into a wall keeps the part of the move that runs along it."""
    wall = Terrain(free=lambda position, radius_m: position[2] + radius_m <= 1.0)
    slid = go(Body(yaw_rad=math.pi / 4), [Action(forward=1.0)] * 30, wall)
    assert slid.feet[0] == pytest.approx(30 * 0.15 * math.sqrt(0.5))
    assert 0.5 < slid.feet[2] <= 0.75


@pytest.mark.parametrize("walk_m_s", [1.5, 8.0])
@pytest.mark.parametrize("run", [False, True])
def test_a_thin_wall_holds_a_runner(walk_m_s: float, run: bool) -> None:
    """A sheet without thickness, as depth pictures see walls, is never jumped over."""
    sheet = Terrain(free=lambda position, radius_m: abs(position[2] - 2.0) >= radius_m)
    config = BodyConfig(walk_m_s=walk_m_s)
    for dt_s in (0.05, 0.1, 0.5, 3.0):
        body = Body()
        for _ in range(int(5 / dt_s)):
            body = advance(body, Action(forward=1.0, run=run), sheet, dt_s, config)
        assert body.feet[2] <= 1.75


@pytest.mark.parametrize("depth_m", [0.01, 0.1, 0.2])
def test_a_body_caught_in_a_sheet_gets_out_but_not_through(depth_m: float) -> None:
    """Memory may learn late of a wall that touches the body."""
    sheet = Terrain(free=lambda position, radius_m: abs(position[2] - 2.0) >= radius_m - 1e-9)
    caught = Body(feet=np.array([0.0, 0.0, 1.75 + depth_m]))
    assert go(caught, [Action(forward=1.0)] * 20, sheet).feet[2] < 2.0
    assert go(caught, [Action(forward=-1.0)] * 20, sheet).feet[2] < 0.0


def _stairs(rise_m: float) -> Terrain:
    """From z = 1 on, a step of `rise_m` every half metre; up is −y."""
    return Terrain(ground=lambda x, z: -rise_m * max(0.0, math.floor((z - 0.5) / 0.5)))


def test_stairs_are_climbed_smoothly() -> None:
    """Up and down again, never faster than the climbing rate, feet near the steps."""
    up = Body()
    heights = [0.0]
    for action in [Action(forward=1.0)] * 60:
        up = advance(up, action, _stairs(0.18), DT_S)
        heights.append(-float(up.feet[1]))
        assert up.grounded
    assert heights[-1] == pytest.approx(0.18 * math.floor((9.0 - 0.5) / 0.5), abs=0.1)
    assert max(np.diff(heights)) <= CONFIG.climb_m_s * DT_S + 1e-9
    down = go(up, [Action(forward=-1.0)] * 60, _stairs(0.18))
    assert down.feet[1] == pytest.approx(0.0, abs=0.02)


def test_a_step_too_high_is_a_wall() -> None:
    """0.5 m stops a body; 0.4 m does not."""
    assert go(Body(), [Action(forward=1.0)] * 20, _stairs(0.5)).feet[2] < 1.0
    assert go(Body(), [Action(forward=1.0)] * 20, _stairs(0.4)).feet[2] > 2.0


def test_a_steep_slope_can_be_run_up() -> None:
    """45°, running: the feet keep up with the ground."""
    slope = Terrain(ground=lambda x, z: -max(0.0, z))
    body = go(Body(), [Action(forward=1.0, run=True)] * 20, slope)
    assert body.feet[2] == pytest.approx(6.0)
    assert -body.feet[1] == pytest.approx(6.0, abs=0.2)


def test_noise_in_the_ground_does_not_shake_the_eye() -> None:
    """±2 cm of depth noise moves a walking eye by less than half as much."""
    rng = np.random.default_rng(1)
    noisy = Terrain(ground=lambda x, z: float(rng.uniform(-0.02, 0.02)))
    body, moves = Body(), []
    for _ in range(200):
        before = body.feet[1]
        body = advance(body, Action(forward=1.0), noisy, DT_S)
        moves.append(abs(body.feet[1] - before))
    assert max(moves) < 0.02
    assert np.mean(moves) < 0.006


def test_who_stops_on_a_step_is_soon_at_rest() -> None:
    """The feet crept on by a millimetre and less a frame, and no two pictures were the same."""
    step = Terrain(ground=lambda x, z: 0.0 if z < 1.0 else -0.3)
    body = go(Body(), [Action(forward=1.0)] * 9, step)
    heights = [float(body.feet[1])]
    for _ in range(14):
        body = advance(body, Action(), step, 0.1, CONFIG)
        heights.append(float(body.feet[1]))
    moves = np.abs(np.diff(heights))
    assert (moves[-6:] == 0.0).all() and moves[moves > 0].min() >= 0.002
    assert heights[-1] == pytest.approx(-0.3, abs=0.012)


def test_a_body_walks_off_a_ledge_and_falls_to_the_ground() -> None:
    """With gravity, not at once, and lands on its feet."""
    ledge = Terrain(ground=lambda x, z: 0.0 if z < 1.0 else 3.0)
    body = go(Body(), [Action(forward=1.0)] * 8, ledge)
    assert not body.grounded
    assert 0.0 < body.feet[1] < 1.0
    landed = go(body, [Action()] * 15, ledge)
    assert landed.grounded
    assert landed.feet[1] == pytest.approx(3.0)
    assert landed.fall_m_s == 0.0


def test_a_body_perches_on_what_stops_its_fall() -> None:
    """Something solid that nobody called ground: it is not entered, and one can jump off it."""
    rock = Terrain(
        ground=lambda x, z: 0.0 if z < 1.0 else 9.0,
        free=lambda position, radius_m: position[1] + radius_m <= 2.0,
    )
    body = go(Body(), [Action(forward=1.0)] * 8 + [Action()] * 20, rock)
    assert 1.5 < body.feet[1] <= 2.0 + CONFIG.step_m
    jumped = go(body, [Action(jump=True)] * 3, rock)
    assert jumped.feet[1] < body.feet[1] - 0.3


@pytest.mark.parametrize("space", [OpenSpace(), Terrain()], ids=["unknown", "flat"])
def test_a_jump_rises_and_returns_to_the_ground(space: Space) -> None:
    """On known ground and where nothing is known; half a metre high, under a second long."""
    body = advance(Body(), Action(jump=True), space, DT_S)
    heights = [-body.feet[1]]
    while not body.grounded:
        body = advance(body, Action(jump=True), space, DT_S)
        heights.append(-body.feet[1])
        assert len(heights) < 10
    assert 0.5 < max(heights) < 0.7
    assert body.feet[1] == 0.0


def test_a_jump_clears_what_a_step_does_not() -> None:
    """A block of 0.6 m is mounted by jumping only."""
    block = Terrain(ground=lambda x, z: -0.6 if z > 1.0 else 0.0)
    hop = [Action(forward=1.0, jump=True)] * 20
    assert go(Body(), [Action(forward=1.0)] * 20, block).feet[2] < 1.01
    up = go(Body(), hop, block)
    assert up.feet[2] > 2.0
    assert go(up, [Action()] * 10, block).feet[1] == pytest.approx(-0.6)


def test_a_wall_seen_in_part_is_not_jumped_over() -> None:
    """Only a band of it at knee height is known, and no top: there may be more of it above."""
    band = Terrain(
        free=lambda position, radius_m: (
            abs(position[2] - 1.5) > 0.1 + radius_m or not -1.0 < position[1] + radius_m < 0.2
        )
    )
    hop = [Action(forward=1.0, jump=True, run=True)] * 60
    assert go(Body(), hop, band).feet[2] < 1.5
    seen_whole = replace(band, ground=lambda x, z: -0.6 if abs(z - 1.5) < 0.5 else 0.0)
    assert go(Body(), hop, seen_whole).feet[2] > 2.0


def test_the_rim_of_a_wall_is_nothing_to_climb() -> None:
    """Along a rim narrower than a body one gets up a step and a jump, and no higher."""
    rim = Terrain(ground=lambda x, z: -0.4 * math.floor(4 * x) if 0.9 < z < 1.1 else 0.0)
    highest_m = CONFIG.step_m + CONFIG.jump_m_s**2 / (2 * CONFIG.gravity_m_s2)
    body = Body(feet=np.array([0.0, 0.0, 0.98]))
    for _ in range(60):
        body = go(body, [Action(strafe=1.0, jump=True)], rim)
        assert -body.feet[1] <= highest_m


def test_unknown_ground_keeps_the_height() -> None:
    """On a hill whose far side has not been seen."""
    hill = Terrain(ground=lambda x, z: -0.5 * z if z < 2.0 else None)
    top = go(Body(), [Action(forward=1.0)] * 14, hill)
    on = go(top, [Action(forward=1.0)] * 20, hill)
    assert on.feet[1] == top.feet[1]
    assert on.feet[2] > 4.0


def test_flying_has_no_gravity_and_stops_at_the_ground() -> None:
    """`up` moves; without it the height stays."""
    config = BodyConfig(fly=True)
    high = go(Body(), [Action(up=1.0)] * 10, Terrain(), config)
    np.testing.assert_allclose(high.feet, [0, -1.5, 0], atol=1e-9)
    assert go(high, [Action()] * 10, Terrain(), config).feet[1] == high.feet[1]
    assert go(high, [Action(up=-1.0)] * 40, Terrain(), config).feet[1] == 0.0


def test_flying_ahead_is_where_one_looks() -> None:
    """Looking up and pressing W climbs, at the same speed; SPACE rises."""
    config = BodyConfig(fly=True)
    climbed = go(Body(pitch_rad=0.5), [Action(forward=1.0)] * 10, OpenSpace(), config)
    want = 1.5 * np.array([0.0, -math.sin(0.5), math.cos(0.5)])
    np.testing.assert_allclose(climbed.feet, want, atol=1e-9)
    risen = go(Body(), [Action(jump=True)] * 10, OpenSpace(), config)
    np.testing.assert_allclose(risen.feet, [0, -1.5, 0], atol=1e-9)


def test_a_body_wades_but_does_not_go_into_deep_water() -> None:
    """It stops where the bed is 0.9 m under, slides along the shore, and can turn back."""
    lake = Terrain(ground=lambda x, z: 0.3 * max(z, 0.0), water=lambda x, z: 0.3 * max(z, 0.0))
    wet = go(Body(), [Action(forward=1.0, run=True)] * 60, lake)
    assert 2.0 < wet.feet[2] <= 3.0
    along = go(wet, [Action(forward=1.0, strafe=1.0)] * 20, lake)
    assert along.feet[0] > 1.0 and along.feet[2] <= 3.0
    assert go(along, [Action(forward=-1.0)] * 30, lake).feet[2] < 0.0
    bird = go(Body(feet=np.array([0, -2.0, 0])), [Action(forward=1.0)] * 40, lake,
              BodyConfig(fly=True))  # fmt: skip
    assert bird.feet[2] > 5.0


@pytest.mark.parametrize("to_the_shore", [1.0, -1.0])
def test_a_body_that_is_in_deep_water_gets_out(to_the_shore: float) -> None:
    """Whoever is put there, or learns of the water late, is let ashore."""
    pond = Terrain(water=lambda x, z: 2.0 if abs(z) < 0.2 else 0.0)
    out = go(Body(), [Action(forward=to_the_shore)] * 10, pond)
    assert out.feet[2] * to_the_shore > 0.2


@given(st.lists(turns, max_size=30))
def test_nobody_looks_behind_over_the_head(pitches: list[float]) -> None:
    """Pitch stops at the limit both ways."""
    body = go(Body(), [Action(pitch=pitch) for pitch in pitches], OpenSpace())
    assert abs(body.pitch_rad) <= CONFIG.max_pitch_rad


@given(walks, st.sampled_from([math.nan, math.inf, -math.inf, 1e300, -1e300, None]), st.data())
def test_no_answer_of_a_space_can_break_a_body(
    actions: list[Action], answer: float | None, data: st.DataObject
) -> None:
    """NaN, infinite or absurd ground at some places, walls that come and go: poses stay poses."""
    mad = Terrain(
        ground=lambda x, z: answer if data.draw(st.booleans()) else 0.0,
        free=lambda position, radius_m: data.draw(st.booleans()),
    )
    body = go(Body(), actions[:8], mad)
    assert np.isfinite(eye_pose(body)).all()


def test_a_nudge_too_small_to_measure_is_no_move() -> None:
    """A gamepad's stick at rest may send 1e-165; caught in a wall, its direction is no number."""
    caught = Terrain(ground=lambda x, z: 0.0, free=lambda position, radius_m: False)
    assert (go(Body(), [Action(strafe=1e-165)], caught).feet == Body().feet).all()


@pytest.mark.parametrize("dt_s", [0.0, -0.1, math.nan, math.inf, 1e9, "a", None])
def test_an_impossible_time_is_refused(dt_s: object) -> None:
    """Rather than stepped for ever."""
    with pytest.raises(ConfigError, match="last"):
        advance(Body(), Action(), OpenSpace(), dt_s)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong",
    [{"eye_m": -1.0}, {"walk_m_s": math.nan}, {"max_pitch_rad": 2.0}, {"step_m": 1.5},
     {"eye_m": "tall"}, {"radius_m": None}],
)  # fmt: skip
def test_an_impossible_body_is_refused(wrong: dict[str, object]) -> None:
    """With what would be possible."""
    with pytest.raises(ConfigError):
        BodyConfig(**wrong)  # type: ignore[arg-type]


def test_a_body_must_be_somewhere() -> None:
    """Finite, and in three dimensions."""
    with pytest.raises(ShapeError, match="finite"):
        Body(feet=np.array([0.0, math.nan, 0.0]))
    with pytest.raises(ShapeError, match="3 finite"):
        Body(feet=np.zeros(2))


@pytest.mark.parametrize(
    "wrong", [{"feet": "abc"}, {"feet": {}}, {"yaw_rad": "x"}, {"floor_y_m": "low"}]
)
def test_a_body_is_made_of_numbers(wrong: dict[str, object]) -> None:
    """Words got through to the array library, which said what nobody could act on."""
    with pytest.raises(ShapeError, match="3 metres"):
        Body(**wrong)  # type: ignore[arg-type]

"""Things fall, bounce, roll, rest, and never stand in one another."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.things.scenes import Flat, ball, box
from worldgen.errors import ConfigError
from worldgen.things import Thing, fall
from worldgen.things.kernel_solid import distance
from worldgen.things.physics import probes
from worldgen.things.shapes import rows

DT_S = 0.1
SLOP_M = 0.03


def later(things: tuple[Thing, ...], space: Flat, frames: int) -> list[tuple[Thing, ...]]:
    seen = [things]
    for _ in range(frames):
        seen.append(fall(seen[-1], space, DT_S))
    return seen


def test_a_fall_is_half_g_t_squared() -> None:
    """From 6 m the ball is where gravity says at every frame, until it lands."""
    walk = later((ball((0.0, -6.5, 9.0)),), Flat(), 10)
    for frame, (thing,) in enumerate(walk):
        fallen = 0.5 * 9.81 * (frame * DT_S) ** 2
        assert thing.position[1] == pytest.approx(-6.5 + fallen, abs=1e-6)


def test_a_ball_bounces_lower_each_time_and_comes_to_rest_on_the_ground() -> None:
    """A bounce keeps `bounce` of the speed, so its square of the height; in the end it lies."""
    walk = later((ball((0.0, -4.0, 0.0), 0.3, bounce=0.7),), Flat(), 120)
    heights = np.array([-thing.lowest_y_m for (thing,) in walk])
    tops = [h for a, h, b in zip(heights, heights[1:], heights[2:], strict=False) if a < h >= b]
    assert heights.min() > -1e-9
    assert tops[0] == pytest.approx(3.7 * 0.49, rel=0.06)
    assert all(later_top < top for top, later_top in pairwise(tops))
    (last,) = walk[-1]
    assert not last.moving and last.lowest_y_m == pytest.approx(0.0, abs=1e-6)
    assert not last.velocity.any()


def test_a_ball_rolls_where_a_crate_slides_to_a_stop() -> None:
    """The crate's friction is ten times the ball's."""
    speed = np.array([3.0, 0.0, 0.0])
    (rolled,) = later((ball((0.0, -0.5, 0.0), velocity=speed),), Flat(), 30)[-1]
    (slid,) = later((box((0.0, -0.5, 0.0), velocity=speed),), Flat(), 30)[-1]
    assert rolled.position[0] > 5.0 > 1.5 > slid.position[0] > 0.5
    assert not slid.moving


def test_a_ball_rolls_down_a_slope() -> None:
    """+y is down, so ground that rises with x drives it along +x."""
    (thing,) = later((ball((0.0, -0.5, 0.0)),), Flat(slope=0.4), 20)[-1]
    assert thing.position[0] > 1.0


@settings(max_examples=25)
@given(speed=st.floats(1.0, 20.0), across=st.floats(-1.0, 1.0), radius=st.floats(0.15, 0.6))
def test_no_ball_flies_through_a_wall(speed: float, across: float, radius: float) -> None:
    """At any speed and angle it stays on its side."""
    going = speed * np.array([math.sin(across), -0.2, math.cos(across)])
    for (thing,) in later((ball((0.0, -1.5, 0.0), radius, velocity=going),), Flat(wall_z=3.0), 25):
        assert thing.position[2] + radius <= 3.0 + 1e-9


@settings(max_examples=15)
@given(
    places=st.lists(
        st.tuples(st.floats(-1.2, 1.2), st.floats(-6.0, -1.0), st.floats(-1.2, 1.2)),
        min_size=2, max_size=4,
    ),
    round_ones=st.integers(0, 15),
)  # fmt: skip
def test_things_do_not_end_in_one_another(
    places: list[tuple[float, float, float]], round_ones: int
) -> None:
    """Balls and crates thrown on a heap part from one another, whatever way they overlap."""
    heap = tuple(
        (ball if round_ones >> at & 1 else box)((x, y - 1.2 * at, z), 0.4, number=at + 1)
        for at, (x, y, z) in enumerate(places)
    )
    end = later(heap, Flat(), 60)[-1]
    for one in end:
        assert one.lowest_y_m < SLOP_M
        for other in end:
            if other is not one:
                table = rows([other])
                gaps = [distance(table, x, y, z) - r for x, y, z, r in probes(one).tolist()]
                assert min(gaps) > -SLOP_M


def test_the_lighter_of_two_gives_way() -> None:
    """A ball that hits a tower flies back, and the tower hardly stirs."""
    thrown = ball((-1.6, -1.0, 0.0), 0.2, velocity=np.array([8.0, 0.0, 0.0]))
    now: tuple[Thing, ...] = (thrown, box((0.0, -1.0, 0.0), 1.0, number=2))
    while not now[1].velocity.any():
        now = fall(now, Flat(), 0.01)
        assert now[0].position[0] < 0.0, "it went by"
    back, shoved = abs(now[0].velocity[0] - 8.0), abs(now[1].velocity[0])
    assert back > 50 * shoved > 0


def test_a_crate_stays_on_a_crate() -> None:
    """What falls on something lies on it, not beside it."""
    base = box((0.0, -0.5, 0.0), number=1, moving=False)
    _, upper = later((base, box((0.1, -2.5, 0.0), 0.4, number=2)), Flat(), 40)[-1]
    assert not upper.moving
    assert upper.lowest_y_m == pytest.approx(-1.0, abs=SLOP_M)


def test_what_rests_is_not_moved() -> None:
    """Gravity and blows alike: it is part of the world."""
    base = box((0.0, -3.0, 0.0), moving=False)
    hit = later((base, ball((0.0, -8.0, 0.0), number=2)), Flat(), 30)[-1]
    assert np.array_equal(hit[0].position, base.position)


def test_where_no_ground_is_known_the_floor_it_came_with_holds() -> None:
    """A ball far off falls to where the ground was seen when it was put there."""

    class Unknown(Flat):
        def ground_y(self, x: float, z: float, from_y: float) -> float | None:
            return math.nan if x > 0 else None

    (thing,) = later((box((0.0, -3.0, 0.0), floor_y_m=1.0),), Unknown(), 40)[-1]
    assert thing.lowest_y_m == pytest.approx(1.0, abs=1e-6)


@given(places=st.lists(st.tuples(*[st.floats(-4, 0)] * 3), min_size=1, max_size=3))
@settings(max_examples=10)
def test_the_same_things_fall_the_same_way(places: list[tuple[float, float, float]]) -> None:
    """To the last bit: replays hang on it."""
    one, other = (
        later(tuple(ball(p, 0.3, number=i + 1) for i, p in enumerate(places)), Flat(), 12)[-1]
        for _ in range(2)
    )
    for a, b in zip(one, other, strict=True):
        assert np.array_equal(a.position, b.position) and np.array_equal(a.velocity, b.velocity)


@pytest.mark.parametrize("dt_s", [0.0, -1.0, math.inf, math.nan])
def test_time_goes_forward(dt_s: float) -> None:
    """Anything else is a caller's mistake."""
    with pytest.raises(ConfigError, match="above 0"):
        fall((ball((0.0, 0.0, 0.0)),), Flat(), dt_s)

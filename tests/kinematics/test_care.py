"""Space that nobody has seen is entered with care."""

import math

import numpy as np
import pytest

from worldgen.kinematics import (
    Body,
    BodyConfig,
    OpenSpace,
    Space,
    advance,
    at_arms_length,
    with_care,
)
from worldgen.kinematics.care import ARM_M
from worldgen.types import Action

CONFIG = BodyConfig()


class SeenTo(OpenSpace):
    """Flat ground, known as far as z = 3 m."""

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        return 0.0 if z < 3.0 else None


def went(action: Action, seconds: float) -> float:
    """How far a careful body gets, metres along z."""
    body = Body()
    for _ in range(int(10 * seconds)):
        taken = with_care(action, body, SeenTo(), CONFIG)
        body = advance(body, taken, SeenTo(), 0.1, CONFIG)
    return float(body.feet[2])


def test_known_ground_is_walked_at_full_speed_and_unknown_at_half() -> None:
    """Running blindly into the dark, one is through what comes next before it can be seen."""
    assert went(Action(forward=1.0), 1.5) == pytest.approx(2.25)
    first, second = went(Action(forward=1.0), 4.0), went(Action(forward=1.0), 6.0)
    assert second - first == pytest.approx(1.5, abs=0.01)
    assert went(Action(forward=1.0, run=True), 4.0) < 3.0 + 0.75 * 4.0


def test_going_back_to_what_is_known_is_not_slowed() -> None:
    """Care is for where one goes, not for where one is."""
    lost = Body(feet=np.array([0.0, 0.0, 3.3]))
    back = Action(forward=-1.0)
    assert with_care(back, lost, SeenTo(), CONFIG) is back


@pytest.mark.parametrize(
    ("fly", "grounded", "action"),
    [
        pytest.param(True, False, Action(forward=1.0), id="flies"),
        pytest.param(True, True, Action(forward=1.0), id="takes off"),
        pytest.param(False, False, Action(forward=1.0), id="falls"),
        pytest.param(False, True, Action(yaw=0.1), id="stands"),
    ],
)
def test_who_flies_or_falls_or_stands_is_let_be(fly: bool, grounded: bool, action: Action) -> None:
    """There is no ground up there, and turning round enters nothing."""
    body = Body(feet=np.array([0.0, 0.0, 9.0]), grounded=grounded)
    assert with_care(action, body, SeenTo(), BodyConfig(fly=fly)) is action


class Walled(OpenSpace):
    """Flat ground; a wall where z = 3 m, with a gap round x = 0 that is so wide."""

    def __init__(self, gap_m: float = 0.0) -> None:
        self._half_m = gap_m / 2

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        return 0.0

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        x, z = float(position[0]), float(position[2])
        beside = not 3.0 - radius_m < z < 3.3 + radius_m
        return beside or abs(x) + radius_m <= self._half_m


def came(space: Space, frames: int, yaw_rad: float = 0.0, ahead: float = 1.0) -> Body:
    """Where a careful body gets that goes straight on."""
    body, action = Body(yaw_rad=yaw_rad), Action(forward=ahead)
    for _ in range(frames):
        body = advance(body, action, at_arms_length(action, body, space, CONFIG), 0.1, CONFIG)
    return body


def test_nobody_stands_with_their_nose_at_a_wall() -> None:
    """An arm farther off than what stands beside, whether one goes forwards or backwards."""
    near = 3.0 - CONFIG.radius_m - ARM_M
    for yaw_rad, ahead in ((0.0, 1.0), (math.pi, -1.0)):
        assert float(came(Walled(), 60, yaw_rad, ahead).feet[2]) == pytest.approx(near, abs=0.02)


def test_a_door_is_as_wide_as_it_was() -> None:
    """What is open ahead is gone through: arms are not stretched out to the sides."""
    body = came(Walled(gap_m=2 * CONFIG.radius_m + 0.1), 60)
    assert float(body.feet[2]) == pytest.approx(9.0)


def test_along_a_wall_one_slides_at_an_arms_length() -> None:
    """Who walks at a wall aslant goes on along it."""
    body = came(Walled(), 80, math.radians(45))
    assert float(body.feet[0]) > 5.0
    assert 3.0 - CONFIG.radius_m - ARM_M - 0.02 < float(body.feet[2]) < 3.0 - CONFIG.radius_m - 0.3


def test_who_is_nearer_already_can_leave_and_go_along() -> None:
    """Somebody turned round with a wall at their back, or a thing came to stand there."""
    for yaw_rad in (math.pi, math.pi / 2, -math.pi / 2):
        body, action = Body(feet=np.array([0.0, 0.0, 2.7]), yaw_rad=yaw_rad), Action(forward=1.0)
        for _ in range(10):
            space = at_arms_length(action, body, Walled(), CONFIG)
            body = advance(body, action, space, 0.1, CONFIG)
        assert float(np.hypot(body.feet[0], body.feet[2] - 2.7)) == pytest.approx(1.5, abs=0.01)


def test_who_jumps_or_stands_has_arms_at_their_sides() -> None:
    """In the air nobody chooses, and turning touches nothing."""
    wall = Walled()
    assert at_arms_length(Action(forward=1.0), Body(grounded=False), wall, CONFIG) is wall
    assert at_arms_length(Action(yaw=0.3), Body(), wall, CONFIG) is wall

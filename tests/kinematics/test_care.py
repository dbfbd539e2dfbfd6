"""Space that nobody has seen is entered with care."""

import numpy as np
import pytest

from worldgen.kinematics import Body, BodyConfig, OpenSpace, advance, with_care
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

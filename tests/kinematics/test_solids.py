"""Whoever runs and jumps at something does not get into it."""

import numpy as np
import pytest

from tests.things.scenes import Flat, ball, box
from worldgen.kinematics import Body, BodyConfig, Space, advance
from worldgen.things import SolidSpace
from worldgen.types import Action

CONFIG = BodyConfig()
MIDDLE = np.array([0.0, 0.0, 3.0])


class Dome(Flat):
    """Half an ellipsoid on level ground, its top known as ground, as memory knows what it saw."""

    def __init__(self, wide_m: float, high_m: float) -> None:
        super().__init__()
        self.half_m = np.array([wide_m, high_m, wide_m])

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        out = np.hypot(x, z - MIDDLE[2]) / self.half_m[0]
        return -self.half_m[1] * float(np.sqrt(1 - out**2)) if out < 1 else 0.0

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        return bool(np.linalg.norm((position - MIDDLE) / (self.half_m + radius_m)) >= 1)


SPACES = {
    "dome": Dome(0.9, 1.4), "wide dome": Dome(1.4, 1.2), "low dome": Dome(0.8, 0.8),
    "ball": SolidSpace(Flat(), (ball((0.0, -0.4, 3.0), 0.9, moving=False),), CONFIG),
    "block": SolidSpace(Flat(), (box((0.0, -0.7, 3.0), 0.7, moving=False),), CONFIG),
}  # fmt: skip


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize("jump", [False, True])
def test_a_running_body_stays_out_of_what_is_solid(space: Space, jump: bool) -> None:
    """In the air, too: it was asked for room as high as it would stand, and sank in what held."""
    rng = np.random.default_rng(5)
    for _ in range(12):
        body = Body(feet=np.array([rng.normal(0, 0.4), 0.0, 0.0]))
        for _ in range(60):
            way = MIDDLE - body.feet
            turn = float(np.arctan2(way[0], way[2]) - body.yaw_rad + rng.normal(0, 0.2))
            action = Action(
                forward=1.0, strafe=float(rng.uniform(-1, 1)), run=True, jump=jump,
                yaw=float(np.clip((turn + np.pi) % (2 * np.pi) - np.pi, -0.4, 0.4)),
            )  # fmt: skip
            body = advance(body, action, space, 0.1, CONFIG)
            for high in (0.7, 1.1, 1.6):
                assert space.is_free(body.feet - (0.0, high, 0.0), 0.15), (body.feet, high)


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
def test_a_flying_body_stays_out_of_what_is_solid(space: Space) -> None:
    """Wherever it comes from, and however it goes down on it."""
    rng, flies = np.random.default_rng(6), BodyConfig(fly=True)
    for _ in range(12):
        feet = np.array([rng.normal(0, 0.4), -float(rng.uniform(0, 3)), 0.0])
        body = Body(feet=feet, pitch_rad=float(rng.uniform(-0.4, 0.8)))
        for _ in range(60):
            way = MIDDLE - body.feet
            turn = float(np.arctan2(way[0], way[2]) - body.yaw_rad + rng.normal(0, 0.2))
            action = Action(
                forward=1.0, up=float(rng.uniform(-1, 0.5)), pitch=float(rng.normal(0, 0.1)),
                yaw=float(np.clip((turn + np.pi) % (2 * np.pi) - np.pi, -0.4, 0.4)),
            )  # fmt: skip
            body = advance(body, action, space, 0.1, flies)
            for high in (0.7, 1.1, 1.6):
                assert space.is_free(body.feet - (0.0, high, 0.0), 0.15), (body.feet, high)


def test_a_wall_is_no_ladder() -> None:
    """What juts out of it below a body that has jumped catches it; from there nobody jumps on."""

    class Rungs(Flat):
        """A wall ahead, a little nearer below a height, as one learns who looks at it closely."""

        below_y = np.inf

        def is_free(self, position: np.ndarray, radius_m: float) -> bool:
            face_m = 1.8 if position[1] > self.below_y else 2.0
            return bool(position[2] + radius_m <= face_m)

    body, space, highest = Body(), Rungs(), 0.0
    for at in range(200):
        space.below_y = float(body.feet[1]) - 0.69 if body.feet[1] < -0.1 else np.inf
        body = advance(body, Action(forward=1.0, jump=at > 20), space, 0.1, CONFIG)
        highest = max(highest, -float(body.feet[1]))
    assert highest < CONFIG.jump_m_s**2 / (2 * CONFIG.gravity_m_s2) + 0.05

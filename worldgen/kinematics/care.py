"""Care that a body takes in a world that comes to be as it is seen.

Where nobody has seen what is there it goes slowly, so that there is time to see it. And it
comes no nearer to what was seen than an arm's length ahead: at the tip of a nose a wall is a few
pixels of the picture that it was seen in, and all else would have to be made up.

Not here: what is known (`memory`), how a body moves (`advance`).
"""

from dataclasses import replace

import numpy as np

from worldgen.kinematics.advance import wanted_velocity
from worldgen.kinematics.body import Body, BodyConfig
from worldgen.kinematics.space import Space
from worldgen.types import Action

CARE = 0.5
"""Share of its speed with which a body goes where it knows no ground."""

AHEAD_M = 0.6
"""How far before its feet it looks."""

ARM_M = 0.5
"""What stands ahead is kept this much farther away than what stands beside."""

_BALLS = 2
"""Of the body's width, so many before it: together they reach an arm's length."""


def with_care(action: Action, body: Body, space: Space, config: BodyConfig) -> Action:
    """The action as a careful body takes it: slower if no ground is known ahead, and never running.

    A body in the air, or one that flies, has no choice; turning costs nothing.

    Args:
        action: what is wanted.
        body: where it is.
        space: what is known of ground and walls.
        config: what the body can do.
    """
    way = wanted_velocity(action, body.yaw_rad + action.yaw / 2, body.pitch_rad, config)
    speed_m_s = float(np.linalg.norm(way))
    if config.fly or not body.grounded or speed_m_s == 0.0:
        return action
    there = body.feet + AHEAD_M * way / speed_m_s
    if space.ground_y(float(there[0]), float(there[2]), float(body.feet[1])) is not None:
        return action
    ahead, aside = CARE * action.forward, CARE * action.strafe
    return replace(action, forward=ahead, strafe=aside, run=False)


def at_arms_length(action: Action, body: Body, space: Space, config: BodyConfig) -> Space:
    """The space as a careful body takes it: what it walks towards ends an arm's length before it.

    Whatever is open that far is as wide as it was. A body in the air has no choice.

    Args:
        action, body, config: as in `with_care`.
        space: ground and walls as they were seen.
    """
    way = wanted_velocity(action, body.yaw_rad + action.yaw / 2, body.pitch_rad, config)
    way[1] = 0.0
    speed_m_s = float(np.linalg.norm(way))
    if speed_m_s == 0.0 or not (body.grounded or config.fly):
        return space
    return _Shortened(space, ARM_M * way / speed_m_s)


class _Shortened:
    """A space that ends before its walls, one way.

    Args:
        space: with walls.
        short_m: (3,) metres, the way and how far before.
    """

    def __init__(self, space: Space, short_m: np.ndarray) -> None:
        self._space = space
        self._ahead_m = [short_m * (ball / _BALLS) for ball in range(_BALLS + 1)]

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        """As it is."""
        return self._space.ground_y(x, z, from_y)

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        """Whether a ball, and others before it, touch nothing."""
        return all(self._space.is_free(position + ahead, radius_m) for ahead in self._ahead_m)

    def water_m(self, x: float, z: float, from_y: float) -> float:
        """As it is."""
        return self._space.water_m(x, z, from_y)

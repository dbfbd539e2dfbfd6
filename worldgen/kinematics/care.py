"""Space that nobody has seen is entered with care: slowly, so that there is time to see it.

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

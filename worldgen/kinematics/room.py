"""What a body asks of a space: whether it fits there, and what bears it.

Nothing the space answers can break a body: a ground that is NaN is unknown.

Not here: the question itself (`space`), what a body does then (`walking`, `advance`).
"""

import math

import numpy as np

from worldgen.kinematics.body import BodyConfig
from worldgen.kinematics.space import Space


def fits(feet: np.ndarray, space: Space, config: BodyConfig) -> bool:
    """Whether a body's balls, from above a step's height to the eye, touch nothing.

    Args:
        feet: (3,) metres, where it is.
        space: what is known of walls.
        config: what the body measures.
    """
    lowest_m = config.step_m + config.radius_m
    gaps = max(math.ceil((config.eye_m - lowest_m) / (2 * config.radius_m)), 1)
    rises_m = (lowest_m + (config.eye_m - lowest_m) * i / gaps for i in range(gaps + 1))
    return all(space.is_free(feet - (0.0, rise_m, 0.0), config.radius_m) for rise_m in rises_m)


def ground_under(
    feet: np.ndarray, floor_y_m: float, grounded: bool, space: Space, config: BodyConfig
) -> float | None:
    """The ground under the feet; None if unknown, if it is overhead, or if it bears nobody."""
    ground = ask_ground(feet, space)
    if ground is None or not bears(feet, ground, floor_y_m, grounded, space, config):
        return None
    return ground


def bears(
    feet: np.ndarray,
    ground: float,
    floor_y_m: float,
    grounded: bool,
    space: Space,
    config: BodyConfig,
) -> bool:
    """Whether a body whose feet are here gets onto the ground, world y, that was told of here.

    What is higher than the last ground must be as wide as the body, and below its feet if it is
    in the air: the rim of a wall that one leans on, or jumps against, is nothing to climb.
    """
    if feet[1] - ground > config.step_m:
        return False
    if floor_y_m - ground <= config.smooth_m:
        return True
    if not grounded and feet[1] - ground > config.smooth_m:
        return False
    for across, along in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        beside = feet + config.radius_m * np.array([across, 0.0, along])
        there = ask_ground(beside, space)
        if not grounded if there is None else abs(there - ground) > config.step_m:
            return False
    return True


def ask_ground(feet: np.ndarray, space: Space) -> float | None:
    """World y of the ground under a place, (3,) metres; None if it is unknown."""
    ground = space.ground_y(*_place(feet))
    return float(ground) if ground is not None and math.isfinite(ground) else None


def ask_water(feet: np.ndarray, space: Space) -> float:
    """How deep the water is at a place, (3,) metres."""
    return space.water_m(*_place(feet))


def _place(feet: np.ndarray) -> tuple[float, float, float]:
    """x, z, and the height from which is asked."""
    return float(feet[0]), float(feet[2]), float(feet[1])

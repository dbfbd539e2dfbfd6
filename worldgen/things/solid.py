"""A space with things in it: a body walks round them, and stands on them.

Not here: how bodies move (`kinematics`), how things do (`physics`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from worldgen.kinematics import BodyConfig, Space
from worldgen.things.kernel_solid import distance, top_y
from worldgen.things.shapes import Thing, rows


class SolidSpace:
    """A space, and things that stand in it (`kinematics.Space`)."""

    def __init__(self, space: Space, things: Sequence[Thing], body: BodyConfig) -> None:
        """Put `things`, any of which may move, into `space`; `body` is who asks."""
        self._space = space
        self._table = rows(things)
        self._step_m = body.step_m

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        """World y of the ground or of the top of a thing, whichever is higher."""
        ground = self._space.ground_y(x, z, from_y)
        top = top_y(self._table, x, z, from_y - self._step_m)
        if math.isnan(top):
            return ground
        return float(top) if ground is None else min(ground, float(top))

    def water_m(self, x: float, z: float, from_y: float) -> float:
        """How deep the water is, metres; things do not change it."""
        return self._space.water_m(x, z, from_y)

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        """Whether a ball at `position`, (3,) metres, touches no wall and no thing."""
        x, y, z = (float(value) for value in position)
        return bool(distance(self._table, x, y, z) >= radius_m) and self._space.is_free(
            position, radius_m
        )

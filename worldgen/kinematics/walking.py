"""A level move: where a body may come, and how it gets out of what it is caught in.

It never moves into what is not free, nor up more than a step, nor into deep water. Up a slope
steeper than it can walk it gets no farther than a bank's height (`strained`). It must fit as
high as it would stand, or as it is where nothing bears it.

A body that is caught in something, because space was learnt late, may leave it, but not through
it; one that stands in deep water may go where that is no deeper.

Not here: sliding (`sliding`), up and down (`advance`).
"""

from dataclasses import dataclass

import numpy as np

from worldgen.kinematics.body import BodyConfig
from worldgen.kinematics.room import ask_ground, ask_water, bears, fits
from worldgen.kinematics.sliding import slid
from worldgen.kinematics.space import Space

_NO_MOVE_M = 1e-9


@dataclass(frozen=True, eq=False)
class Walker:
    """A body about to move level.

    Attributes:
        feet: (3,) metres, where it is.
        move_m: (3,) metres, where it wants to; its y is 0.
        floor_y_m: the last ground it knew, from which it jumped if it is in the air.
        grounded: whether it stands; who flies does not.
        strain_m: as a `Body`'s.
        space: what is known of ground and walls.
        config: what the body can do.
    """

    feet: np.ndarray
    move_m: np.ndarray
    floor_y_m: float
    grounded: bool
    strain_m: float
    space: Space
    config: BodyConfig

    def walk(self) -> np.ndarray:
        """The feet after the move: all of it, or what of it is free or slides along a wall."""
        if float(np.abs(self.move_m).max()) < _NO_MOVE_M:
            return self.feet
        there = slid(self.feet, self.move_m, self._may_come)
        if there is self.feet and self._is_caught():
            return self._let_out()
        return there

    def _is_caught(self) -> bool:
        ground = ask_ground(self.feet, self.space)
        return not self._has_room(self.feet, ground)

    def _let_out(self) -> np.ndarray:
        """The feet after a move out of what they are caught in: where it ends half a body on."""
        far_m = float(np.linalg.norm(self.move_m))
        outside = self.feet + self.move_m * (self.config.radius_m / far_m)
        return self.feet + self.move_m if self._may_come(self.feet, outside) else self.feet

    def _may_come(self, here: np.ndarray, there: np.ndarray) -> bool:
        """Whether it may come here: no step too high, no deep water, and room for it."""
        ground = ask_ground(there, self.space)
        if not (self._wades(here, there) and self._climbs(there, ground)):
            return False
        if not self._has_room(there, ground):
            return False
        return self.grounded or self.config.fly or self._clears(here, there)

    def _wades(self, here: np.ndarray, there: np.ndarray) -> bool:
        if self.config.fly:
            return True
        depth_m = ask_water(there, self.space)
        return depth_m <= self.config.wade_m or depth_m <= ask_water(here, self.space)

    def _climbs(self, there: np.ndarray, ground: float | None) -> bool:
        """Whether the ground there is no step too high, nor the last of too steep a slope."""
        config = self.config
        if ground is None or ground >= there[1]:
            return True
        if there[1] - ground > config.step_m:
            return False
        most_m = config.step_m + config.radius_m  # ground is known to bear one a little late
        if config.fly or (not self.grounded and self.strain_m <= most_m):
            return True
        return self.strained(there, ground) <= max(self.strain_m, most_m)

    def strained(self, there: np.ndarray, floor_y_m: float) -> float:
        """The `strain_m` of a body that has come here, where the ground is as high as told.

        What counts is how far it got the way it wanted to: nobody who walks straight at a slope
        slides up it aslant.
        """
        far_m = float(np.linalg.norm(self.move_m))
        on_m = float((there - self.feet) @ self.move_m) / far_m if far_m > _NO_MOVE_M else 0.0
        rise_m = self.floor_y_m - floor_y_m
        return max(self.strain_m + rise_m - self.config.steepest * max(on_m, 0.0), 0.0)

    def _has_room(self, feet: np.ndarray, ground: float | None) -> bool:
        """Whether a body fits there, as high as it would then be; in the air either way."""
        space, config, grounded = self.space, self.config, self.grounded
        if ground is None or ground >= feet[1]:
            return fits(feet, space, config)
        if grounded and not bears(feet, ground, self.floor_y_m, grounded, space, config):
            return fits(feet, space, config)
        raised = np.array([feet[0], ground, feet[2]])
        if not fits(raised, space, config):
            return False
        return grounded or fits(feet, space, config)

    def _clears(self, here: np.ndarray, there: np.ndarray) -> bool:
        """Whether a body in the air may come here: over nothing, or over what shows its top.

        The feet must be as high as that. A wall of which only a part was seen has no top that
        is known; it is not jumped over.
        """
        config, from_y = self.config, self.floor_y_m
        highest_m = config.jump_m_s**2 / (2 * config.gravity_m_s2) + config.step_m
        if not 0.0 < from_y - float(there[1]) <= highest_m:
            return True
        if fits(np.array([there[0], from_y, there[2]]), self.space, config):
            return True
        top = self._top(here, there)
        if top is None or top < there[1]:
            return False
        return fits(np.array([there[0], top, there[2]]), self.space, config)

    def _top(self, here: np.ndarray, there: np.ndarray) -> float | None:
        """World y of what a body in the air would stand on: there, or half a body farther on.

        So far ahead it must go on for as much again; the rim of a wall is no top.
        """
        higher = self.floor_y_m - self.config.smooth_m
        under = ask_ground(there, self.space)
        if under is not None and under < higher:
            return under
        way_m = there - here
        ahead_m = way_m * (self.config.radius_m / float(np.linalg.norm(way_m)))
        near, far = (ask_ground(there + n * ahead_m, self.space) for n in (1, 2))
        if near is None or far is None or near >= higher:
            return None
        return near if abs(near - far) <= self.config.smooth_m else None

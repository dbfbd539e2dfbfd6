"""A body that walks: where it is, and what it can do.

Not here: how it moves (`advance`).
"""

import math
from dataclasses import dataclass, field

import numpy as np

from worldgen.errors import ConfigError, ShapeError


@dataclass(frozen=True, kw_only=True)
class BodyConfig:
    """What a body measures and can do.

    Attributes:
        eye_m: height of the eye above the feet.
        radius_m: half its width; walls are kept that far away.
        walk_m_s: walking speed.
        run_factor: how many times faster running is.
        step_m: the highest step it climbs; anything higher is a wall, a deeper drop is a fall.
        climb_m_s: the fastest the feet follow the ground up or down, so depth noise cannot jolt.
        smooth_m: height differences below this are followed slowly: noise, not ground.
        max_pitch_rad: how far it looks up or down.
        jump_m_s: speed at take-off; 3.5 m/s is a jump of 0.62 m.
        gravity_m_s2: fall acceleration.
        steepest: the steepest slope it walks up, metres a metre; 1.1 is 48°.
        wade_m: the deepest water it walks into.
        fly: no gravity; ahead is where it looks, `up` and jumping rise.
    """

    eye_m: float = 1.6
    radius_m: float = 0.25
    walk_m_s: float = 1.5
    run_factor: float = 2.0
    step_m: float = 0.45
    climb_m_s: float = 3.0
    smooth_m: float = 0.05
    max_pitch_rad: float = 1.2
    jump_m_s: float = 3.5
    gravity_m_s2: float = 9.81
    steepest: float = 1.1
    wade_m: float = 0.9
    fly: bool = False

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if name == "fly":
                continue
            if not (is_number(value) and math.isfinite(value) and value > 0):
                raise ConfigError(f"a body's {name} must be a positive number, got {value!r}")
        if self.max_pitch_rad > math.pi / 2:
            raise ConfigError(f"max_pitch_rad must be at most π/2, got {self.max_pitch_rad}")
        if self.step_m + 2 * self.radius_m > self.eye_m + self.radius_m:
            raise ConfigError(
                f"a body {self.eye_m} m high cannot step {self.step_m} m with a radius of "
                f"{self.radius_m} m; make step_m + radius_m at most eye_m"
            )


def is_number(value: object) -> bool:
    """Whether it can be measured with; words and nothing cannot."""
    return isinstance(value, int | float | np.integer | np.floating)


def _origin() -> np.ndarray:
    return np.zeros(3)


@dataclass(frozen=True, kw_only=True, eq=False)
class Body:
    """Where a body is. A value: `advance` gives a new one.

    Attributes:
        feet: (3,) float64 metres, world; read-only.
        yaw_rad: direction it faces, [−π, π], + is right.
        pitch_rad: + is up.
        fall_m_s: speed downwards; negative while a jump still rises.
        grounded: whether it stands.
        leapt: whether it has jumped since it last stood on ground; what merely stopped its fall
            is none.
        floor_y_m: the last ground it knew, where it lands if nothing is known below; None: the
            height of its feet.
        strain_m: how much higher it has climbed lately than the steepest slope that it walks up
            would have taken it.
    """

    feet: np.ndarray = field(default_factory=_origin)
    yaw_rad: float = 0.0
    pitch_rad: float = 0.0
    fall_m_s: float = 0.0
    grounded: bool = True
    leapt: bool = False
    floor_y_m: float | None = None
    strain_m: float = 0.0

    def __post_init__(self) -> None:
        told = (self.yaw_rad, self.pitch_rad, self.fall_m_s, self.floor_y_m or 0.0, self.strain_m)
        try:
            feet, scalars = np.array(self.feet, np.float64), np.array(told, np.float64)
        except (TypeError, ValueError) as error:
            raise ShapeError(f"a body needs 3 metres and angles, got {self!r}") from error
        if feet.shape != (3,) or not np.isfinite(feet).all() or not np.isfinite(scalars).all():
            raise ShapeError(f"a body needs 3 finite metres and finite angles, got {self!r}")
        feet.flags.writeable = False
        object.__setattr__(self, "feet", feet)
        if self.floor_y_m is None:
            object.__setattr__(self, "floor_y_m", float(feet[1]))

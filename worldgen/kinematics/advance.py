"""One action, one moment: turn, walk, slide, climb, jump, fall.

Order within a moment: turn; walk along the direction half-way through the turn
(so that the same actions backwards walk home); then up or down. Long or fast
moments are cut so that no part is longer than the body is wide.

A body that finds itself inside something does not sink in it. Who has jumped and perches
on what stopped the fall does not jump again from there: a wall is no ladder.

Flying, a body goes where it looks; walls and the ground hold it as they do others.

Not here: the level move (`walking`), what is asked of a space (`room`).
"""

import math
from dataclasses import replace

import numpy as np

from worldgen.errors import ConfigError
from worldgen.geometry import Camera, pose, wrap_angle, yaw_pitch_of
from worldgen.kinematics.body import Body, BodyConfig, is_number
from worldgen.kinematics.room import fits, ground_under
from worldgen.kinematics.space import Space
from worldgen.kinematics.walking import Walker
from worldgen.types import Action

_LONGEST_ACTION_S = 10.0
_LONGEST_PART_S = 0.1
_TERMINAL_M_S = 50.0
_AT_REST_M = 2e-3
"""Who wants to go nowhere does not follow the ground by less than this: a view at rest is at rest,
and who goes on comes near enough to the ground to climb the next step."""

_LEVEL = np.array([1.0, 0.0, 1.0])
_DEFAULT = BodyConfig()


def advance(
    body: Body, action: Action, space: Space, dt_s: float, config: BodyConfig = _DEFAULT
) -> Body:
    """Move a body by one action.

    Args:
        body: where it is.
        action: what it wants; `yaw` and `pitch` are per action, not per second.
        space: what is known of ground and walls.
        dt_s: how long the action lasts, seconds > 0.
        config: what the body can do.

    Returns:
        The body afterwards.

    Raises:
        ConfigError: `dt_s` is not a time from 0 to 10 s.
    """
    if not (is_number(dt_s) and 0 < dt_s <= _LONGEST_ACTION_S):
        raise ConfigError(f"an action must last from 0 to {_LONGEST_ACTION_S} s, got {dt_s!r}")
    middle_yaw = body.yaw_rad + action.yaw / 2
    velocity = wanted_velocity(action, middle_yaw, body.pitch_rad + action.pitch / 2, config)
    way_m = float(np.linalg.norm(velocity)) * dt_s
    parts = max(math.ceil(max(way_m / config.radius_m, dt_s / _LONGEST_PART_S) - 1e-9), 1)
    part_s = dt_s / parts

    feet, fall_m_s, grounded, leapt = body.feet, body.fall_m_s, body.grounded, body.leapt
    floor_y_m = float(feet[1]) if body.floor_y_m is None else body.floor_y_m
    strain_m = body.strain_m
    if action.jump and grounded and not leapt and not config.fly:
        fall_m_s, grounded, leapt = -config.jump_m_s, False, True
    for _ in range(parts):
        move_m, stands = part_s * velocity * _LEVEL, grounded and not config.fly
        walker = Walker(feet, move_m, floor_y_m, stands, strain_m, space, config)
        feet = walker.walk()
        ground = ground_under(feet, floor_y_m, grounded, space, config)
        floor_y_m = floor_y_m if ground is None else ground
        strain_m = 0.0 if config.fly else walker.strained(feet, floor_y_m)
        if config.fly:
            feet = _fly(feet, velocity[1] * part_s, ground, space, config)
            fall_m_s, grounded = 0.0, False
        elif grounded:
            feet, grounded = _stand(feet, ground, part_s, way_m == 0.0, space, config)
        else:
            feet, fall_m_s, grounded = _fall(feet, fall_m_s, floor_y_m, part_s, space, config)
        leapt = leapt and not (grounded and abs(floor_y_m - float(feet[1])) <= config.step_m)
    pitch_rad = body.pitch_rad + action.pitch
    return Body(
        feet=feet,
        yaw_rad=wrap_angle(body.yaw_rad + action.yaw),
        pitch_rad=min(max(pitch_rad, -config.max_pitch_rad), config.max_pitch_rad),
        fall_m_s=fall_m_s,
        grounded=grounded,
        leapt=leapt,
        floor_y_m=floor_y_m,
        strain_m=strain_m,
    )


def eye_pose(body: Body, config: BodyConfig = _DEFAULT) -> np.ndarray:
    """Camera-to-world pose of the body's eye, (4, 4) float64, metres."""
    eye = body.feet - (0.0, config.eye_m, 0.0)
    return pose(eye, body.yaw_rad, body.pitch_rad)


def body_at(camera: Camera, body: Body, config: BodyConfig = _DEFAULT) -> Body:
    """A body whose eye is a camera; how it stands or falls is another's."""
    yaw_rad, pitch_rad = yaw_pitch_of(camera.pose_c2w)
    feet = camera.position + np.array([0.0, config.eye_m, 0.0])
    return replace(body, feet=feet, yaw_rad=yaw_rad, pitch_rad=pitch_rad)


def wanted_velocity(
    action: Action, yaw_rad: float, pitch_rad: float, config: BodyConfig
) -> np.ndarray:
    """(3,) m/s, world; walking diagonally is no faster than straight on."""
    ahead, aside = action.forward, action.strafe
    speed_m_s = config.walk_m_s * (config.run_factor if action.run else 1.0)
    level = speed_m_s / max(math.hypot(ahead, aside), 1.0)
    up = 0.0
    if config.fly:
        up = level * ahead * math.sin(pitch_rad)
        up += speed_m_s * min(action.up + (1.0 if action.jump else 0.0), 1.0)
        ahead *= math.cos(pitch_rad)
    sin_yaw, cos_yaw = math.sin(yaw_rad), math.cos(yaw_rad)
    return np.array(
        [
            level * (ahead * sin_yaw + aside * cos_yaw),
            -up,
            level * (ahead * cos_yaw - aside * sin_yaw),
        ]
    )


def _fly(
    feet: np.ndarray, down_m: float, ground: float | None, space: Space, config: BodyConfig
) -> np.ndarray:
    y = float(feet[1]) + down_m
    if y > feet[1] and not fits(feet, space, config):
        return feet
    return _rise_or_sink(feet, y if ground is None else min(y, ground), space, config)


def _stand(
    feet: np.ndarray,
    ground: float | None,
    part_s: float,
    resting: bool,
    space: Space,
    config: BodyConfig,
) -> tuple[np.ndarray, bool]:
    """Follow the ground, or find that there is none underfoot: (feet, still grounded)."""
    if ground is None:
        return feet, True
    gap_m = ground - float(feet[1])
    if gap_m > config.step_m:
        return feet, False
    follow_m = gap_m * abs(gap_m) / (abs(gap_m) + config.smooth_m)
    if resting and abs(follow_m) < _AT_REST_M:
        return feet, True
    most_m = config.climb_m_s * part_s
    y = float(feet[1]) + min(max(follow_m, -most_m), most_m)
    return _rise_or_sink(feet, y, space, config), True


def _fall(
    feet: np.ndarray,
    fall_m_s: float,
    floor_y_m: float,
    part_s: float,
    space: Space,
    config: BodyConfig,
) -> tuple[np.ndarray, float, bool]:
    """Rise or fall freely: (feet, fall_m_s, grounded)."""
    faster_m_s = min(fall_m_s + config.gravity_m_s2 * part_s, _TERMINAL_M_S)
    y = float(feet[1]) + (fall_m_s + faster_m_s) / 2 * part_s
    lands = faster_m_s > 0 and y >= floor_y_m
    y = max(floor_y_m, float(feet[1])) if lands else y
    caught = y > feet[1] and not fits(feet, space, config)
    moved = feet if caught else _rise_or_sink(feet, y, space, config)
    if lands:
        return moved, 0.0, True
    if moved is feet:  # a ceiling overhead, or something in the way below: perch on it
        return feet, 0.0, faster_m_s > 0
    return moved, faster_m_s, False


def _rise_or_sink(feet: np.ndarray, y: float, space: Space, config: BodyConfig) -> np.ndarray:
    """The feet at height y if the body fits there (or fits nowhere anyhow); else as they were."""
    moved = np.array([feet[0], y, feet[2]])
    if fits(moved, space, config) or not fits(feet, space, config):
        return moved
    return feet

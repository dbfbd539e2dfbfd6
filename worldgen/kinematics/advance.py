"""One action, one moment: turn, walk, slide, climb, jump, fall.

Order within a moment: turn; walk along the direction half-way through the turn
(so that the same actions backwards walk home); then up or down. Long or fast
moments are cut so that no part is longer than the body is wide.

Walls: the whole move is tried, then each axis alone, so a body slides. It never
moves into what is not free, nor up more than a step, nor into deep water. A body
that finds itself inside something (space learnt late) may leave it, towards free
space only, and does not sink in it. In the air it must fit as high as it is, on the
ground as high as it would stand. Who has jumped and perches on what stopped the fall does
not jump again from there: a wall is no ladder.

Flying, a body goes where it looks; walls and the ground hold it as they do others.

Nothing the space answers can break a body: a ground that is NaN is unknown.
"""

import math
from dataclasses import replace

import numpy as np

from worldgen.errors import ConfigError
from worldgen.geometry import Camera, pose, wrap_angle, yaw_pitch_of
from worldgen.kinematics.body import Body, BodyConfig, is_number
from worldgen.kinematics.space import Space
from worldgen.types import Action

_LONGEST_ACTION_S = 10.0
_LONGEST_PART_S = 0.1
_TERMINAL_M_S = 50.0
_NO_MOVE_M = 1e-9
_AT_REST_M = 2e-3
"""Who wants to go nowhere does not follow the ground by less than this: a view at rest is at rest,
and who goes on comes near enough to the ground to climb the next step."""

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
    if action.jump and grounded and not leapt and not config.fly:
        fall_m_s, grounded, leapt = -config.jump_m_s, False, True
    for _ in range(parts):
        held = None if grounded or config.fly else floor_y_m
        feet = _walk(feet, velocity * part_s, held, space, config)
        ground = _ground(feet, floor_y_m, grounded, space, config)
        floor_y_m = floor_y_m if ground is None else ground
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


def _walk(
    feet: np.ndarray,
    move_m: np.ndarray,
    jumped_from_y: float | None,
    space: Space,
    config: BodyConfig,
) -> np.ndarray:
    """The feet after a level move: all of it, or what of it slides along a wall."""
    across, along = np.array([move_m[0], 0.0, 0.0]), np.array([0.0, 0.0, move_m[2]])
    if float(np.abs(across + along).max()) < _NO_MOVE_M:
        return feet
    for part_m in (across + along, across, along):
        there: np.ndarray = feet + part_m
        if not part_m.any() or not _may_stand(there, space, config):
            continue
        if (config.fly or jumped_from_y is not None) and not _fits(there, space, config):
            continue
        if jumped_from_y is None or _clears(there, jumped_from_y, space, config):
            return there
    if not _may_stand(feet, space, config):  # caught inside something: let it out, but not through
        whole_m = across + along
        outside = feet + whole_m * (config.radius_m / np.linalg.norm(whole_m))
        there = feet + whole_m
        if _may_stand(outside, space, config):
            return there
    return feet


def _clears(feet: np.ndarray, from_y: float, space: Space, config: BodyConfig) -> bool:
    """Whether a body in the air may come here: over nothing, or over what shows its top.

    A wall of which only a part was seen has no top that is known; it is not jumped over.
    """
    highest_m = config.jump_m_s**2 / (2 * config.gravity_m_s2) + config.step_m
    if not 0.0 < from_y - float(feet[1]) <= highest_m:
        return True
    if _fits(np.array([feet[0], from_y, feet[2]]), space, config):
        return True
    top = _ask_ground(feet, space)
    if top is None or from_y - top <= config.smooth_m:
        return False
    return _fits(np.array([feet[0], top, feet[2]]), space, config)


def _fly(
    feet: np.ndarray, down_m: float, ground: float | None, space: Space, config: BodyConfig
) -> np.ndarray:
    y = float(feet[1]) + down_m
    if y > feet[1] and not _fits(feet, space, config):
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
    caught = y > feet[1] and not _fits(feet, space, config)
    moved = feet if caught else _rise_or_sink(feet, y, space, config)
    if lands:
        return moved, 0.0, True
    if moved is feet:  # a ceiling overhead, or something in the way below: perch on it
        return feet, 0.0, faster_m_s > 0
    return moved, faster_m_s, False


def _rise_or_sink(feet: np.ndarray, y: float, space: Space, config: BodyConfig) -> np.ndarray:
    """The feet at height y if the body fits there (or fits nowhere anyhow); else as they were."""
    moved = np.array([feet[0], y, feet[2]])
    if _fits(moved, space, config) or not _fits(feet, space, config):
        return moved
    return feet


def _may_stand(feet: np.ndarray, space: Space, config: BodyConfig) -> bool:
    """Whether a body may come here: no step too high, no deep water, and room for it."""
    if not config.fly and space.water_m(*_place(feet)) > config.wade_m:
        return False
    ground = _ask_ground(feet, space)
    if ground is None or ground >= feet[1]:
        return _fits(feet, space, config)
    if feet[1] - ground > config.step_m:
        return False
    return _fits(np.array([feet[0], ground, feet[2]]), space, config)


def _fits(feet: np.ndarray, space: Space, config: BodyConfig) -> bool:
    """Whether a body's balls, from above a step's height to the eye, touch nothing."""
    lowest_m = config.step_m + config.radius_m
    gaps = max(math.ceil((config.eye_m - lowest_m) / (2 * config.radius_m)), 1)
    rises_m = (lowest_m + (config.eye_m - lowest_m) * i / gaps for i in range(gaps + 1))
    return all(space.is_free(feet - (0.0, rise_m, 0.0), config.radius_m) for rise_m in rises_m)


def _ground(
    feet: np.ndarray, floor_y_m: float, grounded: bool, space: Space, config: BodyConfig
) -> float | None:
    """The ground under the feet; None if unknown, if it is overhead, or if it bears nobody.

    What is higher than the last ground must be as wide as the body, and below its feet if it is
    in the air: the rim of a wall that one leans on, or jumps against, is nothing to climb.
    """
    ground = _ask_ground(feet, space)
    if ground is None or feet[1] - ground > config.step_m:
        return None
    if floor_y_m - ground <= config.smooth_m:
        return ground
    if not grounded and feet[1] - ground > config.smooth_m:
        return None
    for across, along in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        beside = feet + config.radius_m * np.array([across, 0.0, along])
        there = _ask_ground(beside, space)
        if not grounded if there is None else abs(there - ground) > config.step_m:
            return None
    return ground


def _ask_ground(feet: np.ndarray, space: Space) -> float | None:
    ground = space.ground_y(*_place(feet))
    return float(ground) if ground is not None and math.isfinite(ground) else None


def _place(feet: np.ndarray) -> tuple[float, float, float]:
    """x, z, and the height from which is asked."""
    return float(feet[0]), float(feet[2]), float(feet[1])

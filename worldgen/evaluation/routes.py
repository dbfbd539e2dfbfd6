"""Walks that come back: there and back again, round in a ring, and backwards home.

    there_and_back   out along a curious walk, about face, home, about face
    ring             a circle walked forwards, where the scene leaves room for one
    mirror_walk      out along a curious walk, then the same poses backwards

All begin where `curious_walk` of the same seed begins, so that one true first
picture serves them all; the first two end exactly there. Every place on them was
reached by a body in the true scene.

Not here: walks that do not return (`heldout.py`).
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from worldgen.data.walks import DT_S
from worldgen.errors import ConfigError
from worldgen.evaluation.heldout import HeldOutWalk, curious_walk
from worldgen.geometry import Camera, pose, yaw_pitch_of
from worldgen.kinematics import Body, advance, eye_pose
from worldgen.models.base import ModelSpec
from worldgen.types import Action

ABOUT_FACE = 36
"""Frames in which a body turns round, 5 degrees each."""
SNAP_M = 0.05
"""A ring that ends this near to its beginning ends there: ground is followed with some delay."""


def closed_walk(seed: int, frames: int, spec: ModelSpec) -> HeldOutWalk:
    """A walk whose last camera is its first: a ring for odd seeds if one fits, else the other.

    Args:
        seed: of the scene.
        frames: steps from the first frame to the last; at least 2 about-faces and 2 steps.
        spec: whose camera to see with.

    Raises:
        ConfigError: too few frames to turn round twice.
    """
    circle = ring(seed, frames, spec) if seed % 2 else None
    return circle or there_and_back(seed, frames, spec)


def there_and_back(seed: int, frames: int, spec: ModelSpec) -> HeldOutWalk:
    """Out, about face, home along the same places, about face. Arguments as `closed_walk`."""
    out = (frames - 2 * ABOUT_FACE) // 2
    if out < 1:
        raise ConfigError(
            f"a walk there and back takes {2 * ABOUT_FACE + 2} frames or more, got {frames}"
        )
    away = curious_walk(seed, out + 1, spec)
    cameras, actions = list(away.cameras), list(away.actions)
    turn = Action(yaw=math.pi / ABOUT_FACE)
    home = [_faced(camera, math.pi) for camera in reversed(away.cameras)]
    back = [replace(action, yaw=-action.yaw, pitch=-action.pitch) for action in away.actions[:0:-1]]
    for way, steps in ((home, back), ([], [])):
        last = cameras[-1]
        cameras += [_faced(last, turn.yaw * at) for at in range(1, ABOUT_FACE + 1)]
        actions += [turn] * ABOUT_FACE
        cameras += way[1:]
        actions += steps
    idle = frames + 1 - len(cameras)
    cameras, actions = cameras + [cameras[-1]] * idle, actions + [Action()] * idle
    cameras[-1] = away.cameras[0]
    return replace(away, cameras=cameras, actions=actions)


def ring(seed: int, frames: int, spec: ModelSpec) -> HeldOutWalk | None:
    """A circle to the right or to the left; None if something is in the way of both."""
    origin = curious_walk(seed, 1, spec)
    for side in (1.0, -1.0):
        action = Action(forward=1.0, yaw=side * math.tau / frames)
        first = origin.cameras[0]
        body = Body(
            feet=first.position + np.array([0.0, 1.6, 0.0]), yaw_rad=yaw_pitch_of(first.pose_c2w)[0]
        )
        cameras = [first]
        for _ in range(frames):
            body = advance(body, action, origin.scene, DT_S)
            cameras.append(first.at(eye_pose(body)))
        if np.linalg.norm(cameras[-1].position - first.position) <= SNAP_M:
            cameras[-1] = first
            return replace(origin, cameras=cameras, actions=[Action(), *[action] * frames])
    return None


def mirror_walk(seed: int, out: int, spec: ModelSpec) -> HeldOutWalk:
    """`out` steps there and `out` steps backwards home: camera t is camera 2 * out - t."""
    away = curious_walk(seed, out + 1, spec)
    back = [_undone(action) for action in away.actions[:0:-1]]
    return replace(
        away, cameras=[*away.cameras, *away.cameras[-2::-1]], actions=[*away.actions, *back]
    )


def _faced(camera: Camera, by_rad: float) -> Camera:
    """The same place, turned to the right."""
    yaw, pitch = yaw_pitch_of(camera.pose_c2w)
    return camera.at(pose(camera.position, yaw + by_rad, pitch))


def _undone(action: Action) -> Action:
    """What takes an action back."""
    return replace(
        action,
        forward=-action.forward,
        strafe=-action.strafe,
        yaw=-action.yaw,
        pitch=-action.pitch,
        jump=False,
    )

"""Poses: joining them, turning them round, and reading yaw and pitch from them.

Owns the one definition of yaw and pitch. Not here: checking a pose that came
from outside (`validity`), moving one by an action (`kinematics`).
"""

import math

import numpy as np


def compose(*poses: np.ndarray) -> np.ndarray:
    """Join poses left to right: `compose(world_from_a, a_from_b)` is world_from_b.

    Args:
        poses: (4, 4) each; none gives the identity.

    Returns:
        (4, 4) float64.
    """
    joined = np.eye(4)
    for pose_4x4 in poses:
        joined = joined @ pose_4x4
    return joined


def invert(pose_4x4: np.ndarray) -> np.ndarray:
    """Turn camera-to-world into world-to-camera and back; exact for rigid poses."""
    inverse = np.eye(4)
    rotation = pose_4x4[:3, :3]
    inverse[:3, :3] = rotation.T
    inverse[:3, 3] = -rotation.T @ pose_4x4[:3, 3]
    return inverse


def look(yaw_rad: float, pitch_rad: float) -> np.ndarray:
    """Rotation of a camera that has turned right by yaw, then tipped up by pitch.

    Returns:
        (3, 3) float64, camera to world; its columns are the camera's right, down, forward.
    """
    cos_yaw, sin_yaw = math.cos(yaw_rad), math.sin(yaw_rad)
    cos_pitch, sin_pitch = math.cos(pitch_rad), math.sin(pitch_rad)
    return np.array(
        [
            [cos_yaw, sin_yaw * sin_pitch, sin_yaw * cos_pitch],
            [0.0, cos_pitch, -sin_pitch],
            [-sin_yaw, cos_yaw * sin_pitch, cos_yaw * cos_pitch],
        ]
    )


def pose(position_m: np.ndarray, yaw_rad: float = 0.0, pitch_rad: float = 0.0) -> np.ndarray:
    """Camera-to-world pose at a position, (3,) metres, looking along yaw and pitch."""
    matrix = np.eye(4)
    matrix[:3, :3] = look(yaw_rad, pitch_rad)
    matrix[:3, 3] = position_m
    return matrix


def yaw_pitch_of(pose_4x4: np.ndarray) -> tuple[float, float]:
    """Yaw in (−π, π] and pitch in [−π/2, π/2] of a pose or rotation, roll ignored."""
    right, forward = pose_4x4[:3, 0], pose_4x4[:3, 2]
    level = math.hypot(forward[0], forward[2])
    pitch_rad = math.atan2(-forward[1], level)
    if level < 1e-9:  # straight up or down: only the right-hand side still tells the yaw
        return math.atan2(-right[2], right[0]), pitch_rad
    return math.atan2(forward[0], forward[2]), pitch_rad


def rotation_angle_rad(a: np.ndarray, b: np.ndarray) -> float:
    """The angle in [0, π] of the one turn that takes rotation (or pose) a to b."""
    turn = a[:3, :3].T @ b[:3, :3]
    axis = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]])
    return math.atan2(float(np.linalg.norm(axis)), float(np.trace(turn)) - 1.0)


def wrap_angle(angle_rad: float) -> float:
    """The same direction in [−π, π]."""
    return math.remainder(angle_rad, math.tau)

"""Shapes with exact depth: a ball before a wall, a floor, seen from known places."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

BALL_M = np.array([0.0, 0.0, 3.0])
RADIUS_M = 0.8
RED, GREEN = (200, 40, 30), (40, 160, 60)


def around_the_ball(count: int, size_px: int = 96) -> list[Frame]:
    """A red ball under the sky, from a ring of cameras around it."""
    return [ball_from(turn, size_px) for turn in np.arange(count) * 2 * np.pi / count]


def ball_from(turn_rad: float, size_px: int = 96) -> Frame:
    """The ball from three metres away, the camera having turned by so much about it."""
    yaw = pose(np.zeros(3), yaw_rad=turn_rad)
    eye = BALL_M - 3.0 * yaw[:3, 2]
    camera = Camera.from_fov(size_px, size_px, 1.0, pose(eye, yaw_rad=turn_rad))
    rays = _rays(camera)
    to = BALL_M - eye
    along = rays @ to
    squared = (rays**2).sum(axis=-1)
    inside = along**2 - squared * (to @ to - RADIUS_M**2)
    depth = np.where(inside > 0, (along - np.sqrt(np.maximum(inside, 0))) / squared, np.inf)
    return frame(camera, depth, RED)


def along_a_floor(count: int, size_px: int = 96) -> list[Frame]:
    """A green floor 1.6 m below eyes that walk forward and look down a little."""
    frames = []
    for at in range(count):
        eye = np.array([0.0, -1.6, 0.15 * at])
        camera = Camera.from_fov(size_px, size_px, 1.2, pose(eye, pitch_rad=-0.3))
        down = _rays(camera)[..., 1]
        depth = np.where(down > 0.05, 1.6 / np.maximum(down, 1e-9), np.inf)
        frames.append(frame(camera, depth, GREEN, at))
    return frames


def frame(
    camera: Camera, depth: NDArray[np.float64], colour: Sequence[int], index: int = 0
) -> Frame:
    """A picture of one colour with the given depth."""
    rgb = np.broadcast_to(np.array(colour, np.uint8), (*camera.shape, 3)).copy()
    return Frame(
        rgb=rgb, depth_m=depth.astype(np.float32), camera=camera, index=index, time_s=index / 10
    )


def _rays(camera: Camera) -> NDArray[np.float64]:
    """(H, W, 3) rays in world axes, as long as one metre of depth needs."""
    rays: NDArray[np.float64] = pixel_rays(camera) @ camera.rotation.T
    return rays

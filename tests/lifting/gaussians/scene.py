"""A place whose true pictures are three lines of geometry: ground, one wall, sky."""

import numpy as np

from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

EYE_M, WALL_M, WALL_TOP_M = 1.6, 6.0, 2.4
LENS = Camera.from_fov(48, 32, 1.2)


def seen(
    index: int, x_m: float = 0.0, z_m: float = 0.0, yaw_rad: float = 0.0, lens: Camera = LENS
) -> Frame:
    """The true picture at a place: patterned ground at y = 0, a wall at z = 6, sky."""
    camera = lens.at(pose(np.array([x_m, -EYE_M, z_m]), yaw_rad))
    rays = pixel_rays(camera) @ camera.rotation.T
    with np.errstate(divide="ignore", invalid="ignore"):
        ground = np.where(rays[..., 1] > 1e-3, EYE_M / rays[..., 1], np.inf)
        wall = np.where(rays[..., 2] > 1e-3, (WALL_M - z_m) / rays[..., 2], np.inf)
    wall = np.where(rays[..., 1] * wall < EYE_M - WALL_TOP_M, np.inf, wall)
    depth_m = np.minimum(ground, wall)  # along +z: the rays' z is 1
    depth_m = np.where(depth_m < 40, depth_m, np.inf)
    points = camera.position + rays * np.where(np.isfinite(depth_m), depth_m, 0)[..., None]
    pattern = 0.5 + 0.4 * np.sin(2.0 * points + [0.0, 1.0, 2.0])
    sky = np.isinf(depth_m)
    pattern[sky] = [0.45, 0.65, 0.95]
    return Frame(
        rgb=np.round(255 * pattern).astype(np.uint8),
        depth_m=depth_m.astype(np.float32),
        camera=camera,
        index=index,
        time_s=index / 10,
        sky=sky,
    )


def stroll(frames: int) -> list[Frame]:
    """A walk sideways along the wall, turning a little."""
    return [seen(at, x_m=0.06 * at, z_m=0.03 * at, yaw_rad=0.01 * at) for at in range(frames)]


def with_depth(frame: Frame, depth_m: np.ndarray | None) -> Frame:
    """The same picture, measured otherwise."""
    return Frame(
        rgb=frame.rgb,
        depth_m=None if depth_m is None else depth_m.astype(np.float32),
        camera=frame.camera,
        index=frame.index,
        time_s=frame.time_s,
    )

"""A courtyard whose every pixel can be computed: ground, walls, boxes and sky, true depth.

Colours change slowly, so that a picture of them does not glitter and two
pictures of one spot agree.
"""

import numpy as np

from worldgen.geometry import Camera, pose
from worldgen.types import Frame

WALL_M = 14.0
BOXES = (
    ((-3.0, -3.0, 6.0), (-1.5, 0.0, 8.0)),
    ((1.0, -2.0, 4.0), (2.0, 0.0, 5.0)),
    ((3.0, -5.0, 9.0), (5.0, 0.0, 11.0)),
    ((-0.15, -2.5, 5.5), (0.15, 0.0, 5.8)),
    ((-WALL_M - 1, -4.0, WALL_M), (WALL_M + 1, 0.0, WALL_M + 1)),
    ((-WALL_M - 1, -4.0, -WALL_M - 1), (WALL_M + 1, 0.0, -WALL_M)),
    ((WALL_M, -4.0, -WALL_M - 1), (WALL_M + 1, 0.0, WALL_M + 1)),
    ((-WALL_M - 1, -4.0, -WALL_M - 1), (-WALL_M, 0.0, WALL_M + 1)),
)
LENS = Camera.from_fov(128, 72, 1.2217)


def at(x: float, z: float, yaw: float = 0.0, pitch: float = 0.0) -> Camera:
    """A camera at eye height."""
    return LENS.at(pose(np.array([x, -1.6, z]), yaw, pitch))


def see(camera: Camera) -> tuple[np.ndarray, np.ndarray]:
    """True picture (H, W, 3) uint8 and depth (H, W) float32, +inf sky."""
    v, u = np.mgrid[: camera.height_px, : camera.width_px]
    rays = np.stack(
        [(u + 0.5 - camera.cx) / camera.fx, (v + 0.5 - camera.cy) / camera.fy, np.ones(u.shape)], -1
    )
    rays = rays @ camera.rotation.T
    origin = camera.position
    with np.errstate(divide="ignore", invalid="ignore"):
        ground = -origin[1] / rays[..., 1]
        depth = np.where(ground > 0, ground, np.inf)
        tint = np.zeros(u.shape)
        for number, (low, high) in enumerate(BOXES):
            one, other = (np.array(low) - origin) / rays, (np.array(high) - origin) / rays
            near = np.minimum(one, other).max(-1)
            far = np.maximum(one, other).min(-1)
            hit = (near < far) & (near > 0) & (near < depth)
            depth, tint = np.where(hit, near, depth), np.where(hit, number + 1.0, tint)
    sky = np.isinf(depth)
    points = origin + rays * np.where(sky, 0.0, depth)[..., None]
    rgb = _paint(points, tint)
    rgb[sky] = _paint(rays / np.linalg.norm(rays, axis=-1, keepdims=True), tint + 20.0)[sky]
    return rgb, depth.astype(np.float32)


def seen(
    camera: Camera, depth_m: np.ndarray, index: int = 0, moving: np.ndarray | None = None
) -> Frame:
    """A black frame of any depth."""
    return Frame(
        rgb=np.zeros((*camera.shape, 3), np.uint8),
        depth_m=depth_m.astype(np.float32),
        camera=camera,
        index=index,
        time_s=index / 10,
        moving=moving,
    )


def frame(camera: Camera, index: int = 0, moving: np.ndarray | None = None) -> Frame:
    """The true frame there."""
    rgb, depth_m = see(camera)
    return Frame(
        rgb=rgb, depth_m=depth_m, camera=camera, index=index, time_s=index / 10, moving=moving
    )


def psnr(a: np.ndarray, b: np.ndarray) -> float:
    """Peak signal to noise, dB; 99 for equal pictures."""
    error = float(((a.astype(float) - b.astype(float)) ** 2).mean())
    return 99.0 if error == 0 else float(10 * np.log10(255**2 / error))


def _paint(points: np.ndarray, tint: np.ndarray) -> np.ndarray:
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    red = 128 + 60 * np.sin(0.9 * x + 0.5 * z + tint)
    green = 128 + 60 * np.sin(0.7 * z - 0.8 * y + 2.0 * tint)
    blue = 128 + 60 * np.sin(0.6 * x - 0.9 * y + 3.0 * tint)
    return np.round(np.stack([red, green, blue], -1)).astype(np.uint8)

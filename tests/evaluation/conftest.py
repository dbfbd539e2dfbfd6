"""A painted room with exact geometry, so that every measure has an answer known beforehand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

View = Callable[..., Frame]

LENS = Camera.from_fov(256, 144, 1.2)
LOW, HIGH = np.array([-4.0, -3.0, -6.0]), np.array([4.0, 1.6, 9.0])


def _paint(points: np.ndarray) -> np.ndarray:
    """Smooth grain in space: (…, 3) metres to (…, 3) uint8."""
    rng = np.random.default_rng(3)
    shade = np.zeros(points.shape)
    for _ in range(24):
        wave = rng.normal(0, 1, 3)
        wave *= rng.uniform(3, 14) / np.linalg.norm(wave)
        shade += np.sin(points @ wave + rng.uniform(0, 7))[..., None] * rng.normal(0, 1, 3)
    return np.clip(128 + 22 * shade, 0, 255).astype(np.uint8)


@pytest.fixture(scope="session")
def view() -> View:
    """See the painted room: `view(x, y, z, yaw, pitch)` is a frame with its exact depth."""

    def look(
        x: float = 0, y: float = 0, z: float = 0, yaw: float = 0, pitch: float = 0, index: int = 0
    ) -> Frame:
        camera = LENS.at(pose(np.array([x, y, z], float), yaw, pitch))
        rays = pixel_rays(camera) @ camera.rotation.T
        with np.errstate(divide="ignore"):
            walls = np.where(rays > 0, HIGH - camera.position, LOW - camera.position) / rays
        depth_m = walls.min(-1)  # rays have z = 1 in camera axes, so their length is depth
        return Frame(
            rgb=_paint(camera.position + rays * depth_m[..., None]),
            depth_m=depth_m.astype(np.float32),
            camera=camera,
            index=index,
            time_s=index / 10,
            sky=np.zeros(camera.shape, bool),
            moving=np.zeros(camera.shape, bool),
        )

    return look

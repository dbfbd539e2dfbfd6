"""A painted room with exact geometry, so that every measure has an answer known beforehand;
and a model that draws a true scene, to which every judge must find nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest

from worldgen.data.bake import Scene
from worldgen.evaluation.heldout import FIRST_SEED, baked, true_frame
from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.models.base import ModelSpec, Move, Picture
from worldgen.models.echo import SPEC
from worldgen.types import Frame, Prompt

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


SMALL = replace(SPEC, name="truth", width_px=128, height_px=72)
SEED = FIRST_SEED + 3


@dataclass(frozen=True, kw_only=True)
class TrueModel:
    """A model that cannot be wrong: it draws the scene itself, as it is at that frame.

    Attributes:
        scene: what it draws.
        spec: at what size.
        spoil: what becomes of a true frame before it is shown; None leaves it as it is.
    """

    scene: Scene
    spec: ModelSpec = SMALL
    spoil: Callable[[Frame], Frame] | None = None

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[int, list[Picture]]:
        return 1, [self._see(opening.camera, 0)]

    def step(self, state: int, moves: Sequence[Move]) -> tuple[int, list[Picture]]:
        pictures = [self._see(move.camera, state + at) for at, move in enumerate(moves)]
        return state + len(moves), pictures

    def event(self, state: int, text: str) -> int:
        return state

    def fingerprint(self) -> str:
        return "truth"

    def _see(self, camera: Camera, index: int) -> Picture:
        seen = true_frame(self.scene, camera, index)
        seen = seen if self.spoil is None else self.spoil(seen)
        return Picture(rgb=seen.rgb, depth_m=seen.depth_m, sky=seen.sky, moving=seen.moving)


@pytest.fixture(scope="session")
def truth() -> Callable[..., TrueModel]:
    """A model that draws a held-out scene: `truth(scene, spoil=...)`, or that of `SEED`."""
    return lambda scene=None, **kept: TrueModel(scene=scene or baked(SEED), **kept)

"""What the tests of `data` share: baked scenes, poses worth rendering, pictures."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from worldgen.data.bake import Scene, bake
from worldgen.data.light import light
from worldgen.data.render import Intrinsics, Rendered, render
from worldgen.data.scene import sample_spec
from worldgen.data.walks import start
from worldgen.geometry import pose

SIZE_PX = (64, 36)
SceneMaker = Callable[..., Scene]
Painter = Callable[..., Rendered]


@cache
def _scene(biome: str, seed: int) -> Scene:
    return bake(sample_spec(seed, biome, "day", "clear"))


@cache
def _eye(biome: str, seed: int) -> np.ndarray:
    scene = _scene(biome, seed)
    x, feet_y, z, yaw_rad = start(scene, np.random.default_rng(seed))
    return pose(np.array([x, feet_y - 1.6, z]), yaw_rad, -0.1)


@pytest.fixture
def make_scene() -> SceneMaker:
    """A scene of a biome by day in clear weather; other hours and weathers only relight it."""

    def make(biome: str, hour: str = "day", weather: str = "clear", seed: int = 7) -> Scene:
        scene = _scene(biome, seed)
        if (hour, weather) == ("day", "clear"):
            return scene
        spec = replace(scene.spec, hour=hour, weather=weather)
        params = scene.tables.params.copy()
        light(spec, params)
        return replace(scene, spec=spec, tables=scene.tables._replace(params=params))

    return make


@pytest.fixture
def eye_in() -> Callable[[Scene], np.ndarray]:
    """A pose from which a scene of `make_scene` is worth seeing."""
    return lambda scene: _eye(scene.spec.biome, scene.spec.seed)


@pytest.fixture
def paint() -> Painter:
    """A small picture of a scene, one ray a pixel."""

    def paint(scene: Scene, pose_c2w: np.ndarray, time_s: float = 0.0, extra: int = 0) -> Rendered:
        lens = Intrinsics.for_size(*SIZE_PX)
        return render(scene, pose_c2w, lens, SIZE_PX, time_s, extra)

    return paint

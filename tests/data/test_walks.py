"""Walks keep out of walls, keep their feet on the ground, and get somewhere."""

from collections.abc import Callable

import numpy as np
import pytest

from worldgen.data.bake import Scene
from worldgen.data.walks import EYE_M, start, walk
from worldgen.kinematics import Body, advance, eye_pose
from worldgen.types import Action

SceneMaker = Callable[..., Scene]


@pytest.mark.parametrize(
    "biome",
    ["village", "room", "cave", "canyon", "forest", "swamp", "library", "church", "station"],
)
def test_a_walk_never_enters_a_wall_and_keeps_its_eye_above_the_ground(
    biome: str, make_scene: SceneMaker
) -> None:
    """The model learns what a body can do from these poses."""
    scene = make_scene(biome, seed=1)
    poses, actions = walk(scene, 80, np.random.default_rng(4))
    eyes = poses[:, :3, 3]
    assert min(scene.clearance_m(eye) for eye in eyes) > 0.2
    heights_m = np.array([(scene.ground_y(x, z, y + EYE_M) or 0.0) - y for x, y, z in eyes])
    assert np.abs(heights_m - EYE_M).max() < 0.5
    assert np.abs(heights_m - EYE_M).mean() < 0.12
    assert np.abs(actions[:, 3]).max() <= 0.1
    steps_m = np.linalg.norm(np.diff(eyes[:, [0, 2]], axis=0), axis=1)
    assert steps_m.max() < 0.31
    assert np.ptp(eyes[:, [0, 2]], axis=0).max() > 1.0


@pytest.mark.parametrize("biome", ["room", "village", "pine forest"])
def test_a_body_that_walks_straight_on_is_stopped_by_what_stands_there(
    biome: str, make_scene: SceneMaker
) -> None:
    """Walkers mind where they go; the scene as a `Space` must stop those who do not."""
    scene = make_scene(biome)
    x, feet_y, z, _ = start(scene, np.random.default_rng(2))
    for turn in range(6):
        body = Body(feet=np.array([x, feet_y, z]), yaw_rad=float(turn))
        for _ in range(90):
            body = advance(body, Action(forward=1.0, run=True), scene, 0.1)
            assert scene.clearance_m(eye_pose(body)[:3, 3]) > 0.2


def test_the_same_chance_gives_the_same_walk(make_scene: SceneMaker) -> None:
    """A clip is only repeatable if its walk is."""
    scene = make_scene("village")
    one, two = (walk(scene, 20, np.random.default_rng(11))[0] for _ in range(2))
    assert np.array_equal(one, two)

"""Landmarks stand where one begins to walk, and in sight."""

from dataclasses import replace

import numpy as np
import pytest

from worldgen.data.bake import bake
from worldgen.data.render import Intrinsics, render
from worldgen.data.scene import LANDMARKS, sample_spec
from worldgen.data.walks import EYE_M, pose_of, start

SIZE_PX = (64, 36)


@pytest.mark.parametrize("name", LANDMARKS)
def test_who_begins_to_walk_sees_the_landmark(name: str) -> None:
    """A caption that names what is out of sight teaches the word to mean nothing."""
    biome = "beach" if name == "lighthouse" else "meadow"
    plain = replace(sample_spec(12, biome, "day", "clear"), landmark=None, trees="broadleaf")
    bare, built = bake(plain), bake(replace(plain, landmark=name))
    lens, shares = Intrinsics.for_size(*SIZE_PX), []
    for seed in range(4):
        x, feet_y, z, yaw = start(built, np.random.default_rng(seed))
        eye = pose_of(x, feet_y - EYE_M, z, yaw, 0.0)
        seen, without = (render(scene, eye, lens, SIZE_PX, 0.0, 0) for scene in (built, bare))
        apart = np.abs(np.minimum(seen.depth_m, 90) - np.minimum(without.depth_m, 90)) > 0.5
        shares.append(apart[:, 12:52].mean())
    assert np.median(shares) > 0.02


def test_nobody_begins_on_the_floor_of_the_sea() -> None:
    """The beach's middle is deep water; its landmark stands on land, and so does who looks."""
    spec = replace(sample_spec(21, "beach", "day", "clear"), landmark="campfire")
    scene = bake(spec)
    for seed in range(4):
        x, feet_y, z, _ = start(scene, np.random.default_rng(seed))
        assert scene.water_m(x, z, feet_y) == 0

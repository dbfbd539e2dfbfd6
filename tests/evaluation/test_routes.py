"""Walks that come back."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from tests.evaluation.conftest import SEED, SMALL
from worldgen.errors import ConfigError
from worldgen.evaluation.heldout import FIRST_SEED, curious_walk
from worldgen.evaluation.routes import closed_walk, mirror_walk, ring, there_and_back
from worldgen.geometry import Camera, rotation_angle_rad

ROUTES = {
    "there and back": lambda: there_and_back(SEED, 120, SMALL),
    "closed": lambda: closed_walk(FIRST_SEED + 1, 100, SMALL),
    "mirror": lambda: mirror_walk(SEED, 30, SMALL),
}


@pytest.mark.parametrize("name", ROUTES)
def test_a_walk_comes_back_and_never_jumps(name: str) -> None:
    """The last camera is the first, and no step is longer than a body makes in a frame."""
    cameras = ROUTES[name]().cameras
    np.testing.assert_array_equal(cameras[0].pose_c2w, cameras[-1].pose_c2w)
    assert max(_shift_m(a, b) for a, b in pairwise(cameras)) < 0.45
    turns = [rotation_angle_rad(a.pose_c2w, b.pose_c2w) for a, b in pairwise(cameras)]
    assert max(turns) < 0.12
    assert max(_shift_m(cameras[0], camera) for camera in cameras) > 0.5


@pytest.mark.parametrize("frames", [74, 101, 160])
def test_a_walk_is_as_long_as_asked(frames: int) -> None:
    """One action for each camera, whether the number is odd or even."""
    walk = there_and_back(SEED, frames, SMALL)
    assert len(walk.cameras) == len(walk.actions) == frames + 1


def test_the_way_home_goes_by_the_same_places() -> None:
    """A body was there on the way out, so it can be there on the way home."""
    walk = there_and_back(SEED, 160, SMALL)
    out = np.array([camera.position for camera in walk.cameras[:45]])
    home = np.array([camera.position for camera in walk.cameras[81:125]])
    gaps = np.linalg.norm(home[:, None] - out[None], axis=-1).min(1)
    assert gaps.max() < 1e-9


def test_all_walks_of_a_scene_begin_at_one_first_picture() -> None:
    """It is drawn once for all of them."""
    first = curious_walk(SEED, 1, SMALL).cameras[0].pose_c2w
    circles = [walk for seed in (SEED,) if (walk := ring(seed, 100, SMALL))]
    for walk in (there_and_back(SEED, 100, SMALL), mirror_walk(SEED, 9, SMALL), *circles):
        np.testing.assert_array_equal(walk.cameras[0].pose_c2w, first)


def test_a_mirror_walk_is_its_own_mirror() -> None:
    """Camera t is camera 2 n - t, and the way home takes back the way out."""
    walk = mirror_walk(SEED, 20, SMALL)
    for at in range(21):
        assert walk.cameras[at] is walk.cameras[40 - at]
    total = np.sum([action.as_array()[[0, 1, 3, 4]] for action in walk.actions], axis=0)
    np.testing.assert_allclose(total, 0, atol=1e-5)


def test_too_short_a_walk_is_refused() -> None:
    """The message says how long it must be."""
    with pytest.raises(ConfigError, match="74 frames or more, got 50"):
        there_and_back(SEED, 50, SMALL)


def _shift_m(a: Camera, b: Camera) -> float:
    return float(np.linalg.norm(a.position - b.position))

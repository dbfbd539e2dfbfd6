"""It remembers: a place looked away from, a moment gone back to, a picture that was given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image

from worldgen import Action, Prompt, World
from worldgen.evaluation.heldout import FIRST_SEED, camera_of, curious_walk
from worldgen.evaluation.inside import copied
from worldgen.evaluation.pictures import psnr_db
from worldgen.models.base import Hint, Move, WorldModel

pytestmark = pytest.mark.weights

TRUE_SEEDS = (FIRST_SEED + 2, FIRST_SEED + 3, FIRST_SEED + 5, FIRST_SEED + 8)
AWAY = 14
"""Frames of 0.05 rad each: 40°, so that most of the view is out of sight."""


def there_and_back_db(world: World, words: str) -> float:
    """How like the first view is after looking away and back."""
    first = world.start(Prompt(text=words), seed=1)
    for yaw in [0.05] * AWAY + [-0.05] * AWAY:
        last = world.step(Action(yaw=yaw))
    assert np.allclose(last.camera.pose_c2w, first.camera.pose_c2w, atol=1e-6)
    return float(psnr_db(last.rgb, first.rgb))


def test_a_place_looked_away_from_is_still_there(model: WorldModel) -> None:
    """The memory at work: the same walk without one comes back to another place."""
    scenes = ("a meadow by day in clear weather", "a desert at sunset")
    kept = np.mean([there_and_back_db(World(model), words) for words in scenes])
    assert kept > 22


def test_a_moment_gone_back_to_goes_on_the_same_way(model: WorldModel) -> None:
    """A snapshot is the whole of it: the same action again gives the same picture."""
    world = World(model)
    world.start(Prompt(text="a red canyon at noon"), seed=2)
    token = world.snapshot()
    once = [world.step(Action(forward=1.0)).rgb for _ in range(3)]
    world.restore(token)
    again = [world.step(Action(forward=1.0)).rgb for _ in range(3)]
    assert all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))


def test_a_start_from_words_is_told_nothing_else(model: WorldModel) -> None:
    """No picture is smuggled in as the hint of frame 0."""
    told: list[Hint | None] = []

    class Spy:
        spec, fingerprint = model.spec, staticmethod(model.fingerprint)

        def start(self, prompt: Prompt, seed: int, opening: Move) -> Any:
            told.append(opening.hint)
            return model.start(prompt, seed, opening)

    World(Spy()).start(Prompt(text="a beach"), seed=1)  # type: ignore[arg-type]  # -- it only starts
    (hint,) = told
    assert hint is None or not (hint.colour.any() or hint.depth.any())


def test_night_falls(model: WorldModel) -> None:
    """What is said in mid-walk shows: the sky goes dark."""
    world = World(model)
    world.start(Prompt(text="a meadow by day in clear weather"), seed=1)
    day = world.step(Action()).rgb
    world.event("night falls")
    night = [world.step(Action()) for _ in range(4)][-1].rgb
    assert night[:40].mean() < 0.8 * day[:40].mean()


def test_a_picture_is_kept_and_given_depth(model: WorldModel, pipe: Any) -> None:
    """Frame 0 is the picture, nearly as well as the autoencoder can; its depth is in order."""
    lost_db, order = [], []
    for seed in TRUE_SEEDS:
        truth = curious_walk(seed, 1, model.spec).truth(0)
        world = World(model)
        first = world.start(Prompt(image=Image.fromarray(truth.rgb)), seed=1)
        ceiling = psnr_db(copied(pipe, truth).rgb, truth.rgb)
        lost_db.append(ceiling - psnr_db(first.rgb, truth.rgb))
        assert truth.depth_m is not None and first.depth_m is not None
        solid = np.isfinite(truth.depth_m) & np.isfinite(first.depth_m)
        ranks = [depth[solid].argsort().argsort() for depth in (truth.depth_m, first.depth_m)]
        order.append(np.corrcoef(*ranks)[0, 1])
    assert np.mean(lost_db) < 6
    assert np.mean(order) > 0.7


def test_a_picture_s_world_moves_when_walked(model: WorldModel) -> None:
    """What is near moves more than what is far, and the picture's colours stay."""
    truth = curious_walk(TRUE_SEEDS[0], 1, model.spec).truth(0)
    world = World(model)
    first = world.start(Prompt(image=Image.fromarray(truth.rgb)), seed=1)
    frames = [world.step(Action(forward=1.0)) for _ in range(10)]
    assert frames[-1].camera != camera_of(model.spec, first.camera.pose_c2w)
    assert np.abs(frames[-1].rgb.astype(int) - first.rgb).mean() > 2
    assert np.abs(frames[-1].rgb.mean((0, 1)) - truth.rgb.mean((0, 1))).max() < 25

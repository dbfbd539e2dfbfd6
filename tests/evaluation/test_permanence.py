"""Things keep existing when nobody looks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.evaluation.conftest import SMALL
from worldgen.evaluation.heldout import FIRST_SEED, true_frame
from worldgen.evaluation.permanence import Fate, fate, fates, measure, round_walk
from worldgen.evaluation.props import Ball, placed, seen_with, shown_of, with_balls
from worldgen.evaluation.rollout import Rollout

WALK = round_walk(FIRST_SEED, SMALL, frames=6)


@pytest.fixture(scope="module")
def balls() -> list[Ball]:
    return placed(WALK.scene, WALK.cameras[0])


def _fates(truth: Any, balls: list[Ball], later: list[Ball]) -> list[Fate]:
    """What is said of a model that draws the scene with `later` balls in it."""
    first = seen_with(WALK.scene, balls, WALK.cameras[0], 0)
    rollout = Rollout.begin(truth(with_balls(WALK.scene, later)), first, "a place")
    return fates(rollout, first, WALK, balls)


def test_balls_are_set_wholly_into_the_view(balls: list[Ball]) -> None:
    """Apart from each other, clear of the border, of a size that can be looked for again."""
    assert len(balls) >= 2
    camera = WALK.cameras[0]
    bare = true_frame(WALK.scene, camera, 0)
    shown = [shown_of(bare, seen_with(WALK.scene, [ball], camera, 0)) for ball in balls]
    assert np.sum(shown, axis=0).max() == 1
    assert not np.any(shown, axis=0)[0].any()
    assert min(mask.mean() for mask in shown) > 0.004


def test_balls_that_stay_violate_nothing(truth: Any, balls: list[Ball]) -> None:
    """On the truth itself there must be no false alarm."""
    found = _fates(truth, balls, balls)
    assert not any(one.violates for one in found)
    assert max(one.shift_m for one in found) < 0.05


def test_balls_that_are_gone_are_missed(truth: Any, balls: list[Ball]) -> None:
    """Every one of them."""
    found = _fates(truth, balls, [])
    assert all(one.missing for one in found)
    assert measure(found).value("balls missing") == 1


def test_a_ball_that_moved_is_displaced(balls: list[Ball]) -> None:
    """By as much as it moved, here to the side."""
    camera = WALK.cameras[0]
    bare = true_frame(WALK.scene, camera, 0)
    moved = [replace(ball, centre=ball.centre + 0.4 * camera.rotation[:, 0]) for ball in balls]
    now = seen_with(WALK.scene, moved, camera, 0)
    found = [fate(now, bare, seen_with(WALK.scene, [ball], camera, 0), ball) for ball in balls]
    assert all(one.violates for one in found)
    assert max(one.shift_m for one in found) == pytest.approx(0.4, abs=0.08)


def test_a_ball_that_a_model_lets_wander_violates(truth: Any, balls: list[Ball]) -> None:
    """Though memory takes back what of it covers the ground that was seen there before."""
    right = WALK.cameras[0].rotation[:, 0]
    moved = [replace(ball, centre=ball.centre + 0.4 * right) for ball in balls]
    assert all(one.violates for one in _fates(truth, balls, moved))

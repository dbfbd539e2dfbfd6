"""It really responds: to keys, to words, and the same way every time."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from worldgen import Action, Prompt, World
from worldgen.evaluation.classifier import Classifier
from worldgen.evaluation.motion import expanding_share, stillness_db, turn_share
from worldgen.evaluation.obedience import measure
from worldgen.models.base import WorldModel

pytestmark = [pytest.mark.weights, pytest.mark.timeout(1200)]

OBEDIENCE = 0.6
"""Of the classifier's own accuracy: as long as the weights come from CPU training alone."""
SCENES = ("a village street by day in clear weather", "a forest by day", "a pillared hall")
YAW_RAD = 0.05


@pytest.mark.parametrize(
    ("text", "place", "season"),
    [
        ("a snowy village at dusk", "village", "winter"),
        ("an autumn park", "meadow", "autumn"),
        ("a lava field with glowing cracks", "volcano", "summer"),
    ],
)
def test_the_model_knows_what_kind_of_place_it_draws(
    model: WorldModel, text: str, place: str, season: str
) -> None:
    """What scaffolds stand about follows from that, after an event, too."""
    world = World(model)
    world.start(Prompt(text=text), seed=1)
    setting = world.snapshot().setting
    assert place in setting.places and setting.season == season
    assert world.event("it is a desert now")
    assert world.snapshot().setting.places == {"desert"}


def test_with_w_held_the_picture_expands_from_the_centre(walk: Any) -> None:
    """Walking forward, things move outward; all scenes together, three quarters of the pixels."""
    shares = [expanding_share(walk(scene, Action(forward=1.0), 8)) for scene in SCENES]
    known = [share for share in shares if not math.isnan(share)]
    assert known, "nowhere was there enough to see"
    assert float(np.mean(known)) > 0.75


@pytest.mark.parametrize("side", [1, -1])
def test_turning_flows_by_what_the_yaw_says(walk: Any, side: int) -> None:
    """RIGHT flows left by as much as a turn of 0.05 rad must, within 15 %; LEFT the other way."""
    turned = [turn_share(walk(scene, Action(yaw=side * YAW_RAD), 6)) for scene in SCENES]
    known = [share for share in turned if not math.isnan(share)]
    assert known, "nowhere was there enough to see"
    assert float(np.median(known)) == pytest.approx(1, abs=0.15)


def test_idle_is_still(walk: Any) -> None:
    """With no key held the view stays what it was, moving things apart."""
    for scene in SCENES:
        assert stillness_db(walk(scene, Action(), 8)) > 24


def test_the_same_seed_gives_the_same_frames(model: WorldModel) -> None:
    """Bit for bit, start and steps; another seed is another world."""
    first, again, other = (_three_frames(model, seed) for seed in (3, 3, 4))
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert not np.array_equal(first[0], other[0])


def test_twenty_prompts_show_what_they_say(starts: list[Any], specs: list[Any]) -> None:
    """Place, hour and weather are named as often as on true renders, or nearly."""
    section = measure(starts, specs, Classifier.load())
    shares = {
        name: section.value(f"{name} against true renders") for name in ("biome", "hour", "weather")
    }
    assert min(shares.values()) >= OBEDIENCE, shares


def _three_frames(model: WorldModel, seed: int) -> list[Any]:
    world = World(model)
    frames = [world.start(Prompt(text="a beach at sunset"), seed=seed)]
    frames += [world.step(Action(forward=1.0, yaw=YAW_RAD)) for _ in range(2)]
    return [frame.rgb for frame in frames]

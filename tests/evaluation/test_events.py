"""Events are judged by what they say, and by what they had no business to move."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from worldgen.data.scene import HOURS, WEATHERS
from worldgen.evaluation.classifier import Classifier
from worldgen.evaluation.events import SAYINGS, changes, lived, measure, stays
from worldgen.models.echo import EchoModel
from worldgen.types import Frame


def test_every_hour_and_weather_is_said_and_none_twice_over() -> None:
    """A model that always draws rain must not pass."""
    asked = changes(80)
    assert {change.wanted for change in asked} == {*HOURS, *WEATHERS} == set(SAYINGS)
    assert all(change.event == SAYINGS[change.wanted] for change in asked)
    share = max(sum(c.wanted == wanted for c in asked) for wanted in SAYINGS) / len(asked)
    assert share < 0.25
    assert len({change.biome for change in asked}) > 10


def test_nobody_is_told_what_is_so_already() -> None:
    """It would be named without anything having changed."""
    names = {
        "clear": "clear|fine",
        "rain": "rain",
        "snow": "snowfall|snows|falling snow",
        "fog": "fog|mist",
    }
    for change in changes(60):
        words = names.get(change.wanted, "").split("|")
        if change.asked == "weather" and words[0]:
            assert not any(word in change.prompt for word in words), change


def test_what_moves_counts_by_its_share() -> None:
    """Half of the picture a tenth nearer, the sky aside."""
    before, _ = lived(EchoModel(), changes(1)[0])
    depth_m = np.full(before.camera.shape, 10.0, np.float32)
    depth_m[:12] = np.inf
    after_m = depth_m.copy()
    after_m[:, ::2] *= 0.9
    one, other = (replace(before, depth_m=depth) for depth in (depth_m, after_m))
    assert stays(one, one) == 1
    assert stays(one, other) == pytest.approx(0.5)
    blind: Frame = replace(before, depth_m=None)
    assert np.isnan(stays(before, blind))


def test_an_echo_hears_nothing() -> None:
    """It takes on another shade, which is no hour; its wall stays."""
    section = measure(EchoModel(), Classifier.load(), 8)
    named = section.value("what was said is named")
    assert named is not None
    assert named < 0.6
    assert section.value("solid pixels that stand where they stood") == 1

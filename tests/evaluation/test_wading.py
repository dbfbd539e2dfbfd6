"""Bodies that walk into deep water."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from worldgen.data.scene import sample_spec
from worldgen.evaluation.heldout import FIRST_SEED, baked
from worldgen.evaluation.wading import (
    Wade,
    deep_at,
    deep_seeds,
    depths,
    falling_seeds,
    measure,
    shore,
    true_walk,
)
from worldgen.memory.voxels import SeenSpace
from worldgen.models.echo import SPEC

SMALL = replace(SPEC, width_px=128, height_px=72)
POND = FIRST_SEED + 82


def test_a_line_is_too_deep_where_the_truth_is() -> None:
    """The first place deeper than a body wades, if water begins within reach before it."""
    line = np.concatenate([np.zeros(30), np.linspace(0.01, 2.0, 110)])
    far_m = deep_at(line)
    assert far_m is not None and line[round(10 * far_m)] > 0.9 >= line[round(10 * far_m) - 1]
    assert deep_at(np.zeros(140)) is None and deep_at(line[25:]) is None


def test_a_body_that_knows_no_water_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """By true frames it stops; without what memory knows of water it walks out, and is told of."""
    scene = baked(POND)
    body = shore(scene, np.random.default_rng([POND, 83]))
    assert body is not None and depths(scene, body.feet, body.yaw_rad).max() > 0.9
    stopped = true_walk(scene, body, 65, SMALL)
    assert -2.0 < stopped.past_m < 0.5 and stopped.deepest_m > 0.2
    monkeypatch.setattr(SeenSpace, "_bed", lambda *_: None)
    assert true_walk(scene, body, 65, SMALL).past_m > stopped.past_m + 1.0


def test_seeds_are_of_water_and_of_weather() -> None:
    """Fair weather for the one, rain and snow for the other."""
    assert all(
        sample_spec(seed).weather in ("clear", "cloudy")
        for seed, _ in zip(deep_seeds(FIRST_SEED), range(5), strict=False)
    )
    assert all(
        sample_spec(seed).weather in ("rain", "snow")
        for seed, _ in zip(falling_seeds(FIRST_SEED), range(5), strict=False)
    )


def test_the_worst_walk_decides() -> None:
    """One body on the lake is not made good by one that stopped short."""
    rows = [Wade(past_m=-2.0, deepest_m=0.3), Wade(past_m=4.0, deepest_m=2.0)]
    section = measure(rows, [], [(0, 1000)])
    assert section.figures[0].met is False
    assert section.value("stopped short of that, true, mean") == 1.0

"""A short walk that was written down: the same weights must go on drawing the same world."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from worldgen import Action, Prompt, World
from worldgen.models.base import WorldModel

pytestmark = pytest.mark.weights

FROZEN = Path(__file__).with_name("frozen.json")
WALK = (*[Action(forward=1.0)] * 4, *[Action(yaw=0.08)] * 4, Action())
LEVELS = 6.0
"""Machines round otherwise, and a start's 48 steps make more of it; another world is 30 apart."""


def rolled_out(model: WorldModel) -> list[list[list[float]]]:
    """Mean levels of 4 × 6 parts of every third frame, red, green and blue."""
    world = World(model)
    frames = [world.start(Prompt(text="a meadow with a stone tower by day"), seed=11)]
    frames += [world.step(action) for action in WALK]
    return [
        frame.rgb.reshape(4, 36, 4, 64, 3).mean((1, 3)).round(1).reshape(-1, 3).tolist()
        for frame in frames[::3]
    ]


def test_a_small_rollout_is_what_it_was(model: WorldModel) -> None:
    """Whoever changes sampler, memory or weights on purpose writes it down anew.

    python -c "import json; from tests.shipped.test_frozen import *; from worldgen.models.registry
    import load_model; FROZEN.write_text(json.dumps(rolled_out(load_model())))"
    """
    wanted, found = np.array(json.loads(FROZEN.read_text())), np.array(rolled_out(model))
    apart = np.abs(wanted - found).mean((1, 2))
    assert (apart < LEVELS).all(), apart

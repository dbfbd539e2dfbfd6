"""It is truly the model that draws: not the training worlds, not a warp, not the decoder alone."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from worldgen.evaluation import invention, photographs, reference
from worldgen.evaluation.heldout import FIRST_SEED
from worldgen.evaluation.inside import without_denoiser
from worldgen.evaluation.obedience import draw_starts
from worldgen.models.base import WorldModel
from worldgen.models.wander.backend import WanderState
from worldgen.types import Prompt
from worldgen.world import World

pytestmark = [pytest.mark.weights, pytest.mark.timeout(1200)]

SCENES = 4

AT_PLAY = """
import sys
from worldgen import Action, Prompt, World
world = World.load()
world.start(Prompt(text="a meadow by day"), seed=1)
world.step(Action(forward=1.0))
world.event("it starts to rain")
world.step(Action(yaw=0.05))
print(sorted(name for name in sys.modules if name.startswith("worldgen.data")))
"""


def test_no_synthetic_world_is_loaded_at_play() -> None:
    """If the renderer were in the process, nobody could be sure who drew the picture."""
    done = subprocess.run(
        [sys.executable, "-c", AT_PLAY], check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_starts_are_three_times_worse_without_the_denoiser(
    pipe: Any, specs: list[Any], starts: list[Any]
) -> None:
    """A start has nothing to go by but words: if zeros did nearly as well, nobody would draw."""
    control = draw_starts(without_denoiser(pipe), specs)
    section = invention.starts(
        [frame.rgb for frame in starts], reference.load(), [frame.rgb for frame in control]
    )
    assert section.value("control in times of drawn") >= invention.CONTROL_TIMES


def test_never_seen_pixels_are_three_times_worse_without_the_denoiser(
    model: WorldModel, pipe: Any
) -> None:
    """Turning right in held-out scenes: what comes into view is the denoiser's own work."""
    seeds = range(FIRST_SEED, FIRST_SEED + SCENES)
    walks = [invention.turning_walk(seed, model.spec) for seed in seeds]
    section = invention.measure(model, walks, without_denoiser(pipe), None)
    assert section.value("control in times of drawn") >= invention.CONTROL_TIMES


def test_a_photograph_without_words_is_told_its_kind_of_place(model: WorldModel) -> None:
    """Told nothing, what lies beside it was ruins of nothing in particular; words go first."""
    world = World(model)
    picture = photographs.photograph("coffee")
    told = []
    for text in (None, "a beach at noon"):
        world.start(Prompt(image=picture, text=text), 0)
        state = world.snapshot().state
        assert isinstance(state, WanderState)
        told.append(state.text)
    assert told == ["a furnished room", "a beach at noon"]

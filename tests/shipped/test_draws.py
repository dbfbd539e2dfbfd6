"""It is truly the model that draws: not the training worlds, not a warp, not the decoder alone."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from worldgen.evaluation import invention, reference
from worldgen.evaluation.features import cells, fit, frechet
from worldgen.evaluation.heldout import FIRST_SEED
from worldgen.evaluation.inside import copied, without_denoiser
from worldgen.evaluation.obedience import draw_starts
from worldgen.models.base import WorldModel

pytestmark = pytest.mark.weights

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
    """Turning right in two held-out scenes: what comes into view is the denoiser's own work."""
    walks = [invention.turning_walk(FIRST_SEED + index, model.spec) for index in (0, 1)]
    section = invention.measure(model, walks, without_denoiser(pipe), None)
    assert section.value("control in times of drawn") >= invention.CONTROL_TIMES


def test_a_start_is_not_what_the_decoder_says_of_nothing(pipe: Any, starts: list[Any]) -> None:
    """Starts differ from each other far more than the decoder's own blur would allow."""
    copies = [copied(pipe, frame).rgb for frame in starts[:4]]
    redrawn = frechet(fit(np.concatenate([cells(rgb) for rgb in copies])), _cells_of(starts[:4]))
    apart = frechet(_cells_of(starts[:4]), _cells_of(starts[4:8]))
    assert redrawn < apart


def _cells_of(frames: list[Any]) -> Any:
    return fit(np.concatenate([cells(frame.rgb) for frame in frames]))

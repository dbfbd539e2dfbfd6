"""What a world runs is compiled before anybody walks in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from worldgen.models.registry import list_models

ROOT = Path(__file__).parents[2]

ASK = """
import sys
import numpy as np
from numba.core.dispatcher import Dispatcher
from worldgen import Action, Prompt, World
from worldgen.models.registry import list_models
from worldgen.world import warm_up

def compiled():
    return {
        (name, loop, str(kinds))
        for name, module in list(sys.modules.items()) if name.startswith("worldgen.")
        for loop, held in vars(module).items() if isinstance(held, Dispatcher)
        for kinds in held.signatures
    }

warm_up(list_models()[0].spec)
before = compiled()
world = World.load()
world.start(Prompt(text="a snowy village at dusk"), seed=7)
for turn in (0.05, 0.3, -0.3):
    world.step(Action(forward=1.0, yaw=turn))
world.event("a red tower ahead, drop a ball")
world.step(Action(forward=-1.0))
world.event("it starts to rain")
world.step(Action(jump=True))
part = np.zeros((144, 256), bool)
part[60:100, 100:150] = True
world.edit(part, "a pond")
world.step(Action(fly=True, forward=1.0))
print(len(before) > 40, sorted(compiled() - before))
"""


@pytest.mark.weights
def test_a_walk_compiles_nothing_that_was_not_compiled_before_it() -> None:
    """The first step of a fresh install took 25 s more, while the page said "Walking"."""
    if reason := list_models()[0].missing:
        pytest.skip(f"the weights are not here: {reason}")
    said = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "True []"

"""The shipped weights, loaded once; without them there is nothing to test, and it says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from worldgen import Action, Prompt, World
from worldgen.evaluation.inside import load_pipeline
from worldgen.evaluation.obedience import draw_starts, prompt_specs
from worldgen.models.base import WorldModel
from worldgen.models.wander.backend import WanderModel
from worldgen.models.wander.spec import missing_files
from worldgen.types import Frame

Walker = Callable[..., list[Frame]]

PROMPTS = 20


@pytest.fixture(scope="session", autouse=True)
def _weights() -> None:
    missing = missing_files()
    if missing:
        pytest.skip(f"no shipped weights yet: {missing}")


@pytest.fixture(scope="session")
def model() -> WorldModel:
    """The built-in model as it ships."""
    return WanderModel.load()


@pytest.fixture(scope="session")
def pipe() -> Any:
    """Its networks, to be taken apart."""
    return load_pipeline()


@pytest.fixture(scope="session")
def specs() -> list[Any]:
    """What twenty prompts ask for."""
    return prompt_specs(PROMPTS)


@pytest.fixture(scope="session")
def starts(model: WorldModel, specs: list[Any]) -> list[Frame]:
    """The first pictures of twenty prompts, all with one seed."""
    return draw_starts(model, specs)


@pytest.fixture(scope="session")
def walk(model: WorldModel) -> Walker:
    """Walk in a world out of words: `walk(words, action, frames)`; each world begins only once."""
    worlds: dict[str, tuple[World, Any, Frame]] = {}

    def go(words: str, action: Action, frames: int) -> list[Frame]:
        if words not in worlds:
            world = World(model)
            first = world.start(Prompt(text=words), seed=1)
            worlds[words] = (world, world.snapshot(), first)
        world, token, first = worlds[words]
        world.restore(token)
        return [first, *(world.step(action) for _ in range(frames))]

    return go

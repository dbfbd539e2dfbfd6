"""What a picture shows, told from a few figures of it; what nobody could tell is something."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from worldgen.models.wander.planes import closeness
from worldgen.models.wander.scenery import scenery
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.vocabulary import Vocabulary

ROWS, COLUMNS = 36, 64
TOLD = {
    "a furnished room", "a forest", "a meadow", "a city street", "a snowfield in the mountains",
    "a savanna", "a desert", "a beach",
}  # fmt: skip

Colour = tuple[int, int, int]
SKY_BLUE, GRASS, LEAVES, SAND = (120, 170, 230), (90, 150, 60), (60, 95, 50), (200, 165, 120)
SNOW, SEA, ASPHALT, BRICK = (235, 236, 238), (60, 90, 125), (110, 110, 112), (150, 110, 90)


def view(
    top: Colour, top_m: float, low: Colour, share: float = 0.4, grain: int = 12
) -> torch.Tensor:
    """Planes of a picture whose upper `share` has one colour and distance, ground below it."""
    dice = np.random.default_rng(7)
    rows = np.arange(ROWS)[:, None, None] < share * ROWS
    rgb = np.where(rows, top, low) + dice.integers(-grain, grain + 1, (ROWS, COLUMNS, 1))
    depth_m = np.where(rows[..., 0], top_m, 8.0) * np.ones((ROWS, COLUMNS))
    close = closeness(torch.from_numpy(depth_m).float()) * 2 - 1
    planes = torch.ones(1, 7, ROWS, COLUMNS)
    planes[0, :3] = torch.from_numpy(rgb).movedim(-1, 0).float().clamp(0, 255) / 127.5 - 1
    planes[0, 3] = close
    return planes


@pytest.mark.parametrize(
    ("planes", "told"),
    [
        (view(SKY_BLUE, np.inf, GRASS), "a meadow"),
        (view(LEAVES, 18.0, GRASS, 0.7), "a forest"),
        (view(SKY_BLUE, np.inf, SAND), "a desert"),
        (view(SKY_BLUE, np.inf, SNOW), "a snowfield in the mountains"),
        (view(SKY_BLUE, np.inf, SEA, grain=1), "a beach"),
        (view(BRICK, 40.0, ASPHALT, 0.6), "a city street"),
        (view(BRICK, 4.0, SAND), "a furnished room"),
        (view((22, 26, 40), np.inf, (14, 20, 12)), "by night"),
    ],
)
def test_what_is_plain_to_see_is_told(planes: torch.Tensor, told: str) -> None:
    """Grass under a sky, leaves overhead, walls and a ceiling."""
    assert told in scenery(planes)


@given(arrays(np.float32, (7, 8, 16), elements=st.floats(-1, 1, width=32)))
def test_whatever_a_picture_is_it_is_told_in_words_that_were_taught(planes: np.ndarray) -> None:
    """All sky, all near, all one colour: something is said, and the model knows what it means."""
    told = scenery(torch.from_numpy(planes)[None])
    assert told.removesuffix(" by night") in TOLD


def test_its_words_are_the_models_own() -> None:
    """Nothing has to be translated."""
    words = Vocabulary.read(WEIGHTS_DIR / "text")
    assert all(words.told(text) == text for text in TOLD)

"""Words fit the scene: they name the place, and do not call the night sunny."""

import re

import numpy as np
import pytest

from worldgen.data.captions import PLACES, caption
from worldgen.data.scene import BIOMES, sample_spec

COUNT = 60


def words_of(biome: str) -> list[str]:
    """Captions of many scenes of one biome."""
    return [
        caption(sample_spec(seed, biome), np.random.default_rng([seed, 1])) for seed in range(COUNT)
    ]


@pytest.mark.parametrize("biome", BIOMES)
def test_captions_name_the_biome_and_are_sentences(biome: str) -> None:
    """A caption that does not say where we are cannot teach the model to go there."""
    captions = words_of(biome)
    named = [any(place in text.lower() for place in PLACES[biome]) for text in captions]
    assert np.mean(named) > 0.9
    for text in captions:
        assert text == text.strip() and "  " not in text
        assert 1 <= len(text.split()) <= 28
    assert len(set(captions)) > COUNT // 4


def test_only_daylight_is_called_sunny_or_bright() -> None:
    """Words that contradict the hour would teach the model not to listen to either."""
    for seed in range(600):
        spec = sample_spec(seed)
        text = caption(spec, np.random.default_rng(seed)).lower()
        if spec.hour != "day":
            assert not re.search(r"sunny|bright|\bday\b|daylight|noon", text), (spec.hour, text)
        if spec.hour != "night":
            assert not re.search(r"moon|starry|night", text), (spec.hour, text)


def test_the_hour_and_the_weather_are_mostly_said() -> None:
    """Play asks for them by name."""
    said = 0
    for seed in range(300):
        spec = sample_spec(seed, "meadow", "night", "rain")
        said += bool(re.search("night|dark|moon", caption(spec, np.random.default_rng(seed))))
    assert said > 220

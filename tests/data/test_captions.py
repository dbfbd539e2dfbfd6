"""Words fit the scene: they name the place, and do not call the night sunny."""

import re
from dataclasses import replace

import numpy as np
import pytest

from worldgen.data.captions import CLEAR_AT, PLACES, SEASONAL, SKIES, TIMES, WORDS, caption
from worldgen.data.scene import BIOMES, LANDMARKS, sample_spec

COUNT = 60
WEATHERED = "|".join(
    w.replace(" day", "") for said in (*SKIES.values(), *WORDS.values()) for w in said
)
TIMED = "|".join(w for said in (*TIMES.values(), *CLEAR_AT.values()) for w in said)
YEARLY = "|".join(w for said in SEASONAL.values() for w in said) + "|snow|wintry"
OTHERWISE = ("pond", "arch")  # a lake, a gate


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


def test_what_is_left_unsaid_is_fair_weather_by_day_in_the_warm_half_of_the_year() -> None:
    """A prompt that does not mention rain must not be answered by rain."""
    silent: dict[str, list[bool]] = {"weather": [], "hour": [], "season": []}
    for seed in range(3000):
        spec = sample_spec(seed)
        text = caption(spec, np.random.default_rng(seed)).lower()
        if spec.indoors:
            continue
        if not re.search(WEATHERED, text):
            silent["weather"].append(spec.weather in ("clear", "cloudy"))
        if not re.search(TIMED, text):
            silent["hour"].append(spec.hour == "day")
        if spec.biome in ("meadow", "forest", "village", "city") and not re.search(YEARLY, text):
            silent["season"].append(spec.season in ("spring", "summer"))
    assert min(len(found) for found in silent.values()) > 100
    assert np.mean(silent["weather"]) > 0.9
    assert np.mean(silent["hour"]) > 0.8
    assert np.mean(silent["season"]) > 0.8


@pytest.mark.parametrize("mark", LANDMARKS)
def test_a_landmark_is_named(mark: str) -> None:
    """Towers that nobody mentions would stand in everybody's meadow."""
    spec = replace(sample_spec(4, "meadow"), landmark=mark)
    words = [caption(spec, np.random.default_rng(seed)) for seed in range(COUNT)]
    assert np.mean([mark.split()[-1].lower() in text or mark in OTHERWISE for text in words]) > 0.8


def test_the_hour_and_the_weather_are_mostly_said() -> None:
    """Play asks for them by name."""
    said = 0
    for seed in range(300):
        spec = sample_spec(seed, "meadow", "night", "rain")
        said += bool(re.search("night|dark|moon", caption(spec, np.random.default_rng(seed))))
    assert said > 220

"""Prompts name what is asked, and scores count what was named."""

from __future__ import annotations

import pytest

from worldgen.data.captions import PLACES, SKIES, TIMES, TIMES_IN
from worldgen.data.scene import BIOMES, allowed
from worldgen.evaluation.classifier import reading_of
from worldgen.evaluation.heldout import FIRST_SEED, is_outdoors, plain_prompt
from worldgen.evaluation.obedience import draw_starts, prompt_specs, score
from worldgen.models.echo import EchoModel


def test_classes_take_turns() -> None:
    """Every biome is asked for as often as any other, in weathers that it has."""
    specs = prompt_specs(3 * len(BIOMES))
    assert sorted(spec.biome for spec in specs) == sorted(3 * BIOMES)
    assert all(spec.weather in allowed(spec.biome)[0] for spec in specs)
    assert all(spec.seed >= FIRST_SEED for spec in specs)
    assert len({spec.hour for spec in specs}) == 4


def test_a_prompt_names_all_that_is_asked() -> None:
    """A model cannot obey what it was not told."""
    for spec in prompt_specs(60):
        prompt = plain_prompt(spec)
        assert any(place in prompt for place in PLACES[spec.biome])
        assert any(time in prompt for time in (TIMES_IN if spec.indoors else TIMES)[spec.hour])
        skies = [sky.replace(" day", " night") for sky in SKIES[spec.weather]]
        if is_outdoors(spec):
            assert any(sky in prompt for sky in (*SKIES[spec.weather], *skies))


def test_scores_count_what_was_named_and_weather_only_outdoors() -> None:
    """Right places and wrong weathers are 1 and 0; an indoor weather is not asked."""
    specs = prompt_specs(40)
    right = [reading_of(spec) for spec in specs]
    assert score(right, specs) == {"biome": 1, "hour": 1, "weather": 1}
    wrong = [
        reading._replace(weather="none", hour="day") if is_outdoors(spec) else reading
        for reading, spec in zip(right, specs, strict=True)
    ]
    found = score(wrong, specs)
    assert found["biome"] == 1
    assert found["weather"] == 0
    assert found["hour"] == pytest.approx(
        sum(not is_outdoors(spec) or spec.hour == "day" for spec in specs) / len(specs)
    )


def test_every_prompt_has_its_start() -> None:
    """One frame a prompt, at the model's size, progress told to the end."""
    told: list[float] = []
    frames = draw_starts(EchoModel(), prompt_specs(4), progress=told.append)
    assert [frame.rgb.shape for frame in frames] == [(36, 64, 3)] * 4
    assert told[-1] == 1

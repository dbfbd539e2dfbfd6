"""Prompts that no caption could be: their words are strange, their places are ours."""

from __future__ import annotations

from worldgen.data.scene import BIOMES
from worldgen.evaluation.classifier import Classifier
from worldgen.evaluation.strange_words import ACCEPTED, measure
from worldgen.models.echo import EchoModel
from worldgen.training.vocabulary import taught


def test_the_words_are_strange_and_the_places_ours() -> None:
    """What counts as right is a biome; no name is a word of a caption."""
    known = taught()
    for name, places in ACCEPTED.items():
        assert set(places) <= set(BIOMES)
        assert name not in known.phrases
        assert not set(name.split()) <= set(known.taught)


def test_who_draws_poses_names_no_places() -> None:
    """A picture of nothing is read as one biome or another, which few names accept."""
    section = measure(EchoModel(), Classifier.load(), 12)
    assert "12 categories" in section.about
    share = section.figures[0].value
    assert share is not None
    assert share < 0.5

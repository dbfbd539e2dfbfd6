"""The vocabulary: synonyms speak in taught words, and an encoder adds what is near to them."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from worldgen.data.synonyms import SYNONYMS
from worldgen.training.vocabulary import taught, widened


def test_synonyms_are_in_order() -> None:
    """Every meaning is made of taught words, and no word has two."""
    words = taught().taught
    for means in SYNONYMS:
        assert all(word in words for word in means.replace("-", " ").split()), means
    others = [other for row in SYNONYMS.values() for other in row]
    assert len(others) == len(set(others))
    assert all(other == other.lower() for other in others)


def test_places_know_their_words_and_others_do_not() -> None:
    """A palm is of the beach or the greenhouse; an hour is of no place."""
    words = taught().taught
    assert words["palms"] == {"beach", "greenhouse"}
    assert words["dusk"] == words["rainy"] == words["tower"] == frozenset()


def test_what_is_near_is_known_and_what_is_far_is_not() -> None:
    """By the nearest taught word, or by the name of a place if that is nearer."""
    axes = {"villages": 0, "village": 0, "a villages": 1, "a metro station": 2, "a tube": 2}
    axes |= {"tube": 3, "banana": 4, "a banana": 5, "with": 6, "sans": 6, "a sans": 7}

    def embed(texts: Sequence[str]) -> torch.Tensor:
        rows = torch.zeros(len(texts), 9)
        for row, text in zip(rows, texts, strict=True):
            row[axes.get(text, 8)] = 1.0 if text in axes else 0.0
        return rows

    known = taught()
    made = widened(known, ["villages", "tube", "banana", "sans", "village", "kitchen"], embed)
    fresh = {word: means for word, means in made.meant.items() if word not in known.meant}
    assert fresh == {"villages": "village", "tube": "metro station"}
    assert made.meant["kitchen"] == known.meant["kitchen"]

"""The vocabulary: synonyms speak in taught words, and an encoder adds what is near to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import torch

from worldgen.data.synonyms import SYNONYMS
from worldgen.models.wander.vocabulary import Vocabulary
from worldgen.training.vocabulary import NEAR, NEAR_PLACE, Embed, places_of, taught, widened


def test_synonyms_are_in_order() -> None:
    """Every meaning is made of taught words, and no word has two."""
    words = taught().taught
    for means in SYNONYMS:
        assert all(word in words for word in means.replace("-", " ").split()), means
    others = [other for row in SYNONYMS.values() for other in row]
    assert len(others) == len(set(others))
    assert all(re.fullmatch(r"[a-zé]+( [a-zé]+)*", other) for other in others), "none else is found"


def test_places_know_their_words_and_others_do_not() -> None:
    """A palm is of the beach or the greenhouse; an hour is of no place."""
    words = taught().taught
    assert words["palms"] == {"beach", "greenhouse"}
    assert words["dusk"] == words["tower"] == words["green"] == words["and"] == frozenset()


def test_what_is_near_is_known_and_what_is_far_is_not() -> None:
    """By the nearest taught word, or by the name of a place if that is nearer."""
    known = taught()
    words = ["villages", "tube", "banana", "sans", "village", "kitchen"]
    near = {"villages": "village", "a tube": "a metro station", "sans": "with"}
    made = widened(known, words, (), encoder(near, 1.0))
    assert fresh(made, known) == {"villages": "village", "tube": "metro station"}
    assert made.meant["kitchen"] == known.meant["kitchen"]


def test_what_things_are_made_of_means_nothing() -> None:
    """Whatever is near to wood is of wood, and no wood."""
    known = taught()
    made = widened(known, ["plywood"], (), encoder({"plywood": "wood"}, 1.0))
    assert fresh(made, known) == {}


def test_a_place_need_not_be_as_near() -> None:
    """A yurt must be somewhere; a feeling need not."""
    known, between = taught(), (NEAR + NEAR_PLACE) / 2
    near = {"a yurt": "snowy mountains", "a sorrow": "a swamp"}
    made = widened(known, ["yurt", "sorrow"], {"yurt"}, encoder(near, between))
    assert fresh(made, known) == {"yurt": "snowy mountains"}


def test_places_are_read_from_wordnet(tmp_path: Path) -> None:
    """By their first sense; licence, other kinds and long names are passed over."""
    (tmp_path / "data.noun").write_text(
        "  1 licence\n00000001 06 n 01 inn 0 000 | a house\n00000002 12 n 01 joy 0 000 | felt\n"
    )
    rows = ("inn n 2 0 2 1 00000001 00000002  ", "joy n 2 0 2 1 00000002 00000001  ")
    more = ("dark_inn n 1 0 1 0 00000001  ", "st._inn_of_it n 1 0 1 0 00000001  ")
    (tmp_path / "index.noun").write_text("\n".join(["  1 licence", *rows, *more]) + "\n")
    assert places_of(tmp_path) == {"inn", "dark inn"}


def encoder(near: dict[str, str], cosine: float) -> Embed:
    """An encoder to which some texts are as near to others as `cosine` says, and no more are."""

    def embed(texts: Sequence[str]) -> torch.Tensor:
        rows = torch.zeros(len(texts), 2 * len(near))
        for row, text in zip(rows, texts, strict=True):
            for axis, (one, other) in enumerate(near.items()):
                if text == one:
                    row[2 * axis : 2 * axis + 2] = torch.tensor([cosine, (1 - cosine**2) ** 0.5])
                if text == other:
                    row[2 * axis] = 1.0
        return rows

    return embed


def fresh(made: Vocabulary, known: Vocabulary) -> dict[str, str]:
    return {word: means for word, means in made.meant.items() if word not in known.meant}

"""A letter may slip; a word that is one stays."""

from __future__ import annotations

import pytest

from worldgen.models.wander.painter import Painter
from worldgen.models.wander.spec import WEIGHTS_DIR, missing_files
from worldgen.models.wander.spelling import Speller

pytestmark = pytest.mark.skipif(missing_files() is not None, reason="no shipped words to read")


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter.from_pretrained(WEIGHTS_DIR)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("a foret in wintr", "a forest in winter"), ("nihgt falls", "night falls"),
        ("a red towr ahead", "a red tower ahead"), ("it start to rian", "it start to rain"),
        ("a moutain lake", "a mountain lake"), ("a libary", "a library"),
        ("a snwoman", "a snowman"), ("two lighthuoses", "two lighthouses"),
    ],
)  # fmt: skip
def test_a_letter_may_slip(painter: Painter, said: str, meant: str) -> None:
    """One, and not the first; it drew grey fog."""
    assert painter.spelt(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "a horse", "a dessert", "bread on a bench", "a beech", "a bell and a lamb", "horses",
        "xyzzy", "ein verschneites Dorf", "il pleut", "a stoat and a heron",
    ],
)  # fmt: skip
def test_a_word_stays(painter: Painter, said: str) -> None:
    """A horse is no house, whoever has no horses."""
    assert painter.spelt(said) == said


def test_of_two_the_ordinary_word_is_meant_or_none() -> None:
    """What is taught is looked at first."""
    speller = Speller({"winter", "wintry"}, {"wander", "ponder"}, {"winter"})
    assert speller.mended("wintr") == "winter"
    assert speller.mended("wnder") == "wander"
    assert Speller({"winter", "wintry"}, (), ()).mended("wintr") == "wintr"


def test_events_are_mended_as_prompts_are(painter: Painter) -> None:
    """And the page shows what was understood."""
    assert painter.told("a foret in wintr") == "a forest in winter"
    assert painter.changed("a village", "nihgt falls") == "night falls, a village"

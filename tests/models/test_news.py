"""What an event tells the model, and what does not repaint the world."""

import pytest

from worldgen.data.captions import PLACES
from worldgen.models.wander.news import is_time, news
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.spec import WEIGHTS_DIR, missing_files
from worldgen.models.wander.vocabulary import PLACE_NAMES, Vocabulary

pytestmark = pytest.mark.skipif(missing_files() is not None, reason="no shipped words to read")


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter.from_pretrained(WEIGHTS_DIR)


@pytest.mark.parametrize(
    "event",
    [
        "a big red dragon ahead", "a spaceship lands", "a person walks towards me",
        "everything is on fire", "make the grass yellow", "a mountain rises", "a lake appears",
        "the houses burn", "the sky turns red", "don't add a tower", "it gets warmer", "a chair",
        "what is that?", "is it snowing?", "go to the snowy tower", "a row of elephants", "un-snow",
    ],
)  # fmt: skip
def test_what_is_half_understood_changes_nothing(painter: Painter, event: str) -> None:
    """The whole world was painted anew, and nothing of it was what had been asked."""
    assert painter.changed("a village on a sunny day", event) == "a village on a sunny day"


@pytest.mark.parametrize(
    ("event", "story"),
    [
        ("go back to morning", "morning, a village"),
        ("move on to winter", "winter, a village on a sunny day"),
        ("take me to sunset", "sunset, a village"),
        ("can you make it night?", "it night, a village"),
        ("a dragon flies at night over the red mountain", "at night, a village"),
        ("we come to a desert", "a desert, on a sunny day"),
        ("the world turns into a jungle", "a jungle, on a sunny day"),
        ("turn the village into a desert", "a desert, on a sunny day"),
        ("change to a city at night", "a city at night"),
        ("the sea", "the sea, on a sunny day"),
        ("a tower ahead and night falls", "night falls, a village"),
        ("a tower in the fog ahead", "in the fog, a village"),
    ],
)
def test_hours_weathers_and_places_are_told(painter: Painter, event: str, story: str) -> None:
    """Of another place the hour and the weather stay; the place before goes."""
    assert painter.changed("a village on a sunny day", event) == story


def test_of_two_that_fall_only_what_is_named_ends(painter: Painter) -> None:
    """Who has the rain removed keeps the snow."""
    assert painter.changed("a village, it snows", "remove the rain") == "a village, it snows"
    assert painter.weather(painter.changed("a village, it snows", "no snow")).snow == 0


def test_a_part_may_be_told_more(painter: Painter) -> None:
    """What is to be in a part of the view is no news of the world."""
    assert painter.changed("a meadow", "a lake") == "a meadow"
    assert painter.with_part("a meadow", "a lake") == "a lake, a meadow"


def test_every_place_has_a_name() -> None:
    """Each that captions speak of is called by one of the names."""
    for phrase in (phrase for phrases in PLACES.values() for phrase in phrases):
        assert not PLACE_NAMES.isdisjoint(phrase.split()), phrase


def test_news_is_of_here_or_of_elsewhere(painter: Painter) -> None:
    """And a time is one that says nothing beside."""
    words = painter.vocabulary
    assert isinstance(words, Vocabulary)
    assert news("night falls", words) == ("night falls", False)
    assert news("we enter a cave", words) == ("a cave", True)
    assert is_time("the sun sets", words) and not is_time("a snowy tower", words)

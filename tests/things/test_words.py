"""Sentences become wishes, or are left to the model."""

import pytest

from worldgen.things import ADD, DROP, REMOVE, THROW, Wish, read
from worldgen.things.catalogue import KINDS
from worldgen.things.words import AHEAD, BEHIND, LEFT, MOST_AT_ONCE, RIGHT


def only(text: str) -> Wish:
    wishes, besides = read(text)
    assert len(wishes) == 1 and not besides, text
    return wishes[0]


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("a red tower ahead", ADD, "tower"),
        ("Build a castle!", ADD, "tower"),
        ("there is a small hut on the left", ADD, "house"),
        ("a lamp appears", ADD, "lamp"),
        ("remove the tower", REMOVE, "tower"),
        ("the tower disappears", REMOVE, "tower"),
        ("take away the ball", REMOVE, "ball"),
        ("drop a ball", DROP, "ball"),
        ("a red ball falls from high above ahead", DROP, "ball"),
        ("throw a ball", THROW, "ball"),
        ("a stone falls from the sky", DROP, "boulder"),
    ],
)
def test_a_thing_is_asked_for_in_many_ways(text: str, verb: str, noun: str) -> None:
    """And nothing else is heard in it, or the whole world would change its looks."""
    wish = only(text)
    assert (wish.verb, wish.kind.noun) == (verb, noun)


@pytest.mark.parametrize(
    "text",
    [
        "night falls", "it starts to snow", "snow falls", "autumn comes", "the sun rises",
        "there is a fog over the tower", "the house is on fire", "the lights go out",
        "trees lose their leaves", "the walls are painted blue", "a dragon appears", "…",
    ],
)  # fmt: skip
def test_what_is_not_about_things_is_left_to_the_model(text: str) -> None:
    """Hour, weather and season are changes of looks; so is what nobody has a shape for."""
    assert read(text) == ((), True)


def test_one_sentence_may_ask_for_a_thing_and_for_an_hour() -> None:
    """Both are done."""
    wishes, besides = read("night falls and a red tower appears")
    assert [wish.kind.noun for wish in wishes] == ["tower"] and besides


@pytest.mark.parametrize(
    ("text", "turn"),
    [
        ("a tower ahead", AHEAD), ("a tower in front of me", AHEAD), ("a tower on the left", LEFT),
        ("put a tower to the right", RIGHT), ("a tower behind me", BEHIND),
    ],
)  # fmt: skip
def test_places_are_understood(text: str, turn: str) -> None:
    """Ahead is where nothing is said."""
    assert only(text).turn == turn


def test_colour_size_and_distance_are_understood() -> None:
    """Each by its own word, in any order that people use."""
    wish = only("build a 10 m tall dark blue tower far ahead")
    assert (wish.colour, wish.shade, wish.height_m, wish.distance) == ("blue", "dark", 10.0, 2.0)
    assert only("a huge tree").size > only("a tree").size > only("a tiny tree").size
    assert only("a crate nearby").distance < 1.0
    assert only("a ball falls from the sky").high and not only("drop a ball").high
    assert only("a stone tower").kind.noun == "tower"


@pytest.mark.parametrize(
    ("text", "verb", "count"),
    [
        ("drop three balls", DROP, 3), ("3 red balls fall from the sky", DROP, 3),
        ("two towers ahead", ADD, 2), ("a few crates appear", ADD, 3), ("a ball", ADD, 1),
        ("put several small trees on the left", ADD, 4), ("throw 5 balls", THROW, 5),
        ("remove both towers", REMOVE, 2), ("build a 10 m tall tower", ADD, 1),
        ("drop 1000 balls", DROP, MOST_AT_ONCE), ("a dozen balls fall", DROP, 12),
        ("a pair of trees", ADD, 2), ("half a dozen crates", ADD, 6),
    ],
)  # fmt: skip
def test_how_many_is_understood(text: str, verb: str, count: int) -> None:
    """In words and figures; metres are no number of things, and a thousand fill no world."""
    wish = only(text)
    assert (wish.verb, wish.count) == (verb, count)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("remove the tower and the house", (REMOVE, REMOVE)),
        ("drop a ball, a crate and two barrels", (DROP, DROP, DROP)),
        ("the tower and the house disappear", (REMOVE, REMOVE)),
        ("remove the tower. A red house ahead", (REMOVE, ADD)),
        ("remove the tower, then a house on the left", (REMOVE, ADD)),
        ("a ball falls, a red tower ahead", (DROP, ADD)),
        ("a tower and a tree", (ADD, ADD)),
    ],
)
def test_one_verb_may_hold_for_several(text: str, verbs: tuple[str, ...]) -> None:
    """Who has two things removed does not get one of them a second time."""
    wishes, besides = read(text)
    assert tuple(wish.verb for wish in wishes) == verbs and not besides


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("remove the towers", True), ("remove all towers", True), ("remove two towers", False),
        ("remove the tower", False), ("the balls vanish", True), ("three towers", False),
    ],
)  # fmt: skip
def test_in_the_plural_all_of_them_go(text: str, every: bool) -> None:
    """Unless a number is said."""
    assert only(text).every == every


@pytest.mark.parametrize(
    "text", ["please drop a ball", "Can you drop a ball?", "I want you to drop a ball"]
)
def test_one_may_be_polite(text: str) -> None:
    """It is a wish all the same."""
    assert only(text).verb == DROP


@pytest.mark.parametrize("noun", [word for kind in KINDS for word in (kind.noun, *kind.also)])
def test_every_noun_can_be_put_and_taken(noun: str) -> None:
    """One that a verb or a place swallows could never be asked for."""
    assert only(f"add a {noun}").kind == only(f"remove the {noun}").kind

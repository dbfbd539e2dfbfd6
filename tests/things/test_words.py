"""Sentences become wishes, or are left to the model."""

import pytest

from worldgen.things import ADD, CHANGE, DROP, REMOVE, THROW, Wish, read
from worldgen.things.catalogue import KINDS
from worldgen.things.lexicon import AHEAD, BEHIND, LEFT, MOST_AT_ONCE, RIGHT
from worldgen.things.relations import BEFORE, BEYOND, LEFT_OF, NEXT_TO, ON


def only(text: str) -> Wish:
    wishes, besides = read(text)
    assert len(wishes) == 1 and not besides, text
    return wishes[0]


def noun_of(wish: Wish) -> str | None:
    return wish.kind.noun if wish.kind else None


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
        ("a big red balloon ahead", ADD, "balloon"),
        ("a wooden bridge ahead", ADD, "bridge"),
        ("a windmill ahead", ADD, "windmill"),
        ("a campfire ahead", ADD, "campfire"),
        ("a hot-air balloon appears", ADD, "balloon"),
        ("a car ahead", ADD, "car"),
    ],
)
def test_a_thing_is_asked_for_in_many_ways(text: str, verb: str, noun: str) -> None:
    """And nothing else is heard in it, or the whole world would change its looks."""
    wish = only(text)
    assert (wish.verb, noun_of(wish)) == (verb, noun)


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
    assert read(text) == ((), text)


def test_one_sentence_may_ask_for_a_thing_and_for_an_hour() -> None:
    """Both are done."""
    wishes, besides = read("night falls and a red tower appears")
    assert [noun_of(wish) for wish in wishes] == ["tower"] and besides


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
    assert noun_of(only("a stone tower")) == "tower"


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
        ("a tower, drop a ball", (ADD, DROP)),
        ("a red tower and remove the house", (ADD, REMOVE)),
        ("towers on both sides", (ADD, ADD)),
        ("make the house blue and the ball green", (CHANGE, CHANGE)),
        ("replace the tower with a tree", (REMOVE, ADD)),
        ("turn the ball into a crate", (REMOVE, ADD)),
        ("the tower collapses", (REMOVE,)),
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


@pytest.mark.parametrize(
    ("text", "relation", "noun"),
    [
        ("a ball on top of the tower", ON, "tower"), ("put a crate on the red tower", ON, "tower"),
        ("a house next to the tower", NEXT_TO, "tower"), ("a tree behind a house", BEYOND, "house"),
        ("build a well in front of the house", BEFORE, "house"),
        ("a lamp to the left of the tree", LEFT_OF, "tree"), ("a ball on it", ON, None),
        ("drop a ball on the tower", ON, "tower"),
    ],
)  # fmt: skip
def test_a_place_may_be_told_from_another_thing(text: str, relation: str, noun: str | None) -> None:
    """And then it is none of the speaker's own sides."""
    wish = only(text)
    assert wish.beside is not None and wish.beside.relation == relation
    assert (wish.beside.kind.noun if wish.beside.kind else None) == noun
    assert wish.turn == AHEAD


@pytest.mark.parametrize("text", ["a tower behind me", "a ball on the ground", "a tree near me"])
def test_one_s_own_sides_are_no_other_thing(text: str) -> None:
    """Nothing else stands there to be told from."""
    assert only(text).beside is None


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("remove everything", True), ("delete all of them", True), ("clear all things", True),
        ("remove it", False), ("take that away", False), ("delete the last one", False),
    ],
)  # fmt: skip
def test_things_may_be_removed_without_their_names(text: str, every: bool) -> None:
    """All of them, or the last that came."""
    wish = only(text)
    assert (wish.verb, wish.kind, wish.every) == (REMOVE, None, every)


@pytest.mark.parametrize(
    ("text", "becomes", "size"),
    [
        ("make the tower blue", "blue", 1.0), ("paint the red tower blue", "blue", 1.0),
        ("make it bigger", None, 1.5), ("make the tower huge and green", "green", 2.2),
        ("turn the house white", "white", 1.0), ("make all trees smaller", None, 0.6),
        ("the tower turns green", "green", 1.0), ("the tower grows", None, 1.5),
        ("change the colour of the tower to yellow", "yellow", 1.0),
    ],
)  # fmt: skip
def test_how_a_thing_looks_may_be_changed(text: str, becomes: str | None, size: float) -> None:
    """No second one comes."""
    wish = only(text)
    assert (wish.verb, wish.becomes, wish.size) == (CHANGE, becomes, size)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("make the tower disappear", REMOVE), ("there is no tower", REMOVE),
        ("there are no trees", REMOVE), ("no more trees", REMOVE), ("let the ball fall", DROP),
        ("on the left a tree", ADD), ("behind me a tower", ADD), ("a big stone nearby", ADD),
        ("can you build a church?", ADD),
    ],
)  # fmt: skip
def test_the_verb_is_what_was_meant(text: str, verb: str) -> None:
    """Who has no tower gets none."""
    assert only(text).verb == verb


def test_what_is_made_blue_comes_blue() -> None:
    """A new thing's looks may stand behind it; a stone tower came."""
    wish, tall = only("make a tower blue"), only("build a tower dark red on the left")
    assert (wish.verb, wish.colour, wish.becomes) == (ADD, "blue", None)
    assert (tall.colour, tall.shade, tall.turn) == ("red", "dark", LEFT)


@pytest.mark.parametrize("text", ["0 towers", "make it night", "make it dark", "a blue", "hello"])
def test_what_asks_for_nothing_is_nothing(text: str) -> None:
    """Not one tower, and the newest thing is not painted."""
    assert read(text)[0] == ()


def test_metres_are_a_height_or_a_distance() -> None:
    """By what follows them."""
    far, tall = only("a tower 50 m ahead"), only("a ten metre tall tower")
    assert (far.height_m, far.away_m, tall.height_m, tall.away_m) == (None, 50.0, 10.0, None)
    assert only("put a ball 3 metres away").away_m == 3.0


@pytest.mark.parametrize(
    ("text", "height_m", "away_m"),
    [
        ("a tower 20 m high ahead", 20.0, None), ("a crate 0.5 m high 3 m ahead", 0.5, 3.0),
        ("a statue two metres tall 8 m ahead", 2.0, 8.0), ("a 2 m tall crate 5 m ahead", 2.0, 5.0),
        ("a red tower 10 m tall, 20 m ahead", 10.0, 20.0),
    ],
)  # fmt: skip
def test_what_is_high_does_not_fall(text: str, height_m: float, away_m: float | None) -> None:
    """A tower of 20 m fell from the sky, and of two measures one was read."""
    wish = only(text)
    assert (wish.verb, wish.high, wish.height_m, wish.away_m) == (ADD, False, height_m, away_m)


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("a tower ahead and night falls", "night falls"),
        ("build a snowman and let it snow", "let it snow"),
        ("a tower ahead and it starts to rain", "it starts to rain"),
        ("a tower and no rain", "no rain"), ("a tower in the fog ahead", "in the fog"),
        ("a red tower under the moon ahead", "under the moon"),
        ("a house in the snow on the left", "in the snow"),
    ],
)  # fmt: skip
def test_a_thing_and_its_weather_are_told_apart(text: str, looks: str) -> None:
    """The thing is put there, and the rest is for the model."""
    (wish,), besides = read(text)
    assert (wish.verb, besides) == (ADD, looks)


@pytest.mark.parametrize(
    ("text", "turn", "distance", "count"),
    [
        ("a house between the trees", AHEAD, 1.0, 1),
        ("a lighthouse on the horizon", AHEAD, 2.0, 1),
        ("a castle on the hill", AHEAD, 2.0, 1), ("a lamp post to my right", RIGHT, 1.0, 1),
        ("to my right, a big stone", RIGHT, 1.0, 1),
        ("a red and white lighthouse", AHEAD, 1.0, 1),
        ("a small hut with a red roof on the left", LEFT, 1.0, 1),
        ("trees everywhere", AHEAD, 1.0, 3),
        ("three trees in a row on the right", RIGHT, 1.0, 3), ("a row of trees", AHEAD, 1.0, 5),
        ("a circle of stones around me", AHEAD, 1.0, 8), ("a tower beside me", AHEAD, 0.0, 1),
        ("put a tower exactly here", AHEAD, 0.0, 1), ("a ball falls on me", AHEAD, 0.0, 1),
    ],
)  # fmt: skip
def test_of_a_place_what_is_understood_holds(
    text: str, turn: str, distance: float, count: int
) -> None:
    """The rest of it is passed over, and repaints nothing."""
    wish = only(text)
    assert (wish.turn, wish.distance, wish.count) == (turn, distance, count)


@pytest.mark.parametrize(
    "text",
    ["don't add a tower", "the house burns", "move the ball to the left"],
)
def test_what_would_be_wrong_is_not_done(text: str) -> None:
    """Better nothing than a tower that nobody wanted."""
    assert read(text)[0] == ()


def test_a_plural_alone_is_a_few() -> None:
    """Nobody plants "trees" to have one."""
    assert only("plant trees").count == 3 and only("lots of trees").count == 8
    assert only("a tree").count == 1

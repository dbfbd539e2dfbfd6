"""What the words of a sentence about things mean: verbs, sizes, numbers, places.

Tables, and what one word says by them. What stands in none of them is no word of ours.

Not here: nouns (`catalogue`), colours (`colours`), what a sentence makes of them (`words`).
"""

from __future__ import annotations

from collections.abc import Collection

from worldgen.things.colours import COLOURS, SHADES

ADD, REMOVE, DROP, THROW, CHANGE = "add", "remove", "drop", "throw", "change"
AHEAD, LEFT, RIGHT, BEHIND = "ahead", "left", "right", "behind"

BEFORE = {
    ADD: ("add", "put", "place", "build", "make", "create", "spawn", "erect", "raise", "plant",
          "set", "there is", "there are", "there's", "there stands", "here is", "i see", "show",
          "give me"),
    REMOVE: ("remove", "delete", "take away", "take", "destroy", "erase", "clear away", "clear",
             "get rid of", "tear down", "no more", "no", "there is no", "there are no",
             "there's no", "there is no more", "there are no more"),
    DROP: ("drop", "let fall"),
    THROW: ("throw", "toss", "hurl", "kick", "shoot", "roll"),
}  # fmt: skip
"""What a clause begins with that asks for something."""

AFTER = {
    ADD: ("appears", "appear", "stands", "stand", "rises", "rise", "grows", "emerges",
          "materialises", "materializes", "shows up"),
    REMOVE: ("disappears", "disappear", "vanishes", "vanish", "collapses", "collapse", "is gone",
             "are gone", "goes away", "go away", "crumbles", "is removed"),
    DROP: ("falls", "fall", "drops", "is dropped", "tumbles", "comes down", "plummets"),
    THROW: ("flies", "is thrown", "rolls", "shoots"),
}  # fmt: skip
"""What stands after a thing and says what becomes of it."""

MAKES = frozenset({"make", "let", "have"})
"""Before a thing and what becomes of it: "make the tower disappear"."""

ALTERS = frozenset({"make", "paint", "turn", "colour", "color", "dye"})
"""Before a thing and how it shall look."""

ARTICLES = frozenset({
    "a", "an", "one", "the", "this", "that", "another", "some", "my", "your", "its", "any",
    "every", "all",
})  # fmt: skip
SIZES = {
    "tiny": 0.35, "little": 0.6, "small": 0.6, "short": 0.6, "low": 0.6, "big": 1.5, "large": 1.5,
    "tall": 1.5, "high": 1.5, "great": 1.7, "huge": 2.2, "giant": 2.2, "enormous": 2.5,
    "gigantic": 2.5, "massive": 2.2,
}  # fmt: skip
"""Times its usual size."""

COMPARED = {
    "smaller": 0.6, "shorter": 0.6, "lower": 0.6, "bigger": 1.5, "larger": 1.5, "taller": 1.5,
    "higher": 1.5, "greater": 1.5,
}  # fmt: skip
"""Times the size that it has."""

NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50,
}  # fmt: skip
COUNTS = {**NUMBERS, "both": 2, "few": 3, "several": 4, "many": 8}
NONE = frozenset({"0", "zero"})
PLURAL = 3
"""So many are meant by a plural alone."""

MOST_AT_ONCE = 12
"""So many things come or go with one clause."""

TURNS = {
    LEFT: ("left",), RIGHT: ("right",), BEHIND: ("behind", "back"),
    AHEAD: ("ahead", "front", "before", "forward", "here"),
}  # fmt: skip
FILLERS = frozenset({
    "in", "on", "of", "to", "at", "from", "me", "us", "the", "my", "a", "an", "straight",
    "directly", "up", "side", "by", "away", "there", "now", "suddenly", "slowly", "then", "down",
    "onto", "out", "into", "again", "very", "please", "ground", "and",
    "everywhere", "exactly", "row",
})  # fmt: skip
HIGH = ("sky", "above", "heaven", "air", "clouds", "overhead")
NEAR, FAR = ("near", "nearby", "close", "beside"), (
    "far", "distant", "distance", "away", "horizon", "hill", "hilltop", "mountain",
)  # fmt: skip
HERE, OVER_ME = frozenset({"here", "beside"}), frozenset({"on", "above", "over", "onto"})
"""So near as a thing can come; the latter before "me"."""

NEWEST = frozenset({"it", "that", "this"})
"""What stands for the thing that came last."""

EVERYTHING = frozenset({"everything", "all", "them", "things", "objects", "both", "those", "these"})
NAMELESS = NEWEST | EVERYTHING | {"thing", "object", "one", "ones", "of", "the", "last", "newest"}
"""Words that may stand for things that were named before."""

STOPS = frozenset({
    "over", "under", "with", "by", "near", "behind", "of", "like", "in", "on", "at", "from", "to",
    "is", "are", "as", "for", "and", "while", "where",
})  # fmt: skip
"""A thing's own words end before one of these."""

STARTS_A_PLACE = frozenset({
    "between", "among", "on", "in", "at", "near", "with", "by", "along", "around", "across",
    "beyond", "inside", "under", "over", "towards",
})  # fmt: skip
"""What stands after a thing before where it shall be, or how it is."""

PLACES = frozenset({*HIGH, *NEAR, *FAR, *(name for names in TURNS.values() for name in names)})


def describes(word: str) -> bool:
    """Whether a word may stand between a verb and a noun."""
    return word in COLOURS or word in SHADES or word in SIZES or word in ARTICLES


def is_known(word: str) -> bool:
    """Whether a word is one of a sentence about things."""
    return describes(word) or word in FILLERS or word in PLACES or count_of(word) > 0


def count_of(word: str) -> int:
    """How many a word says; 0 if it says nothing of the kind."""
    return min(int(word) if word.isdigit() else COUNTS.get(word, 0), MOST_AT_ONCE)


def turn_of(words: Collection[str]) -> str:
    """The direction that some words name, AHEAD where they name none."""
    found = (turn for turn, names in TURNS.items() if any(name in words for name in names))
    return next(found, AHEAD)


def distance_of(words: Collection[str]) -> float:
    """1, below it for near and 0 for as near as can be, above it for far."""
    if HERE.intersection(words) or ("me" in words and OVER_ME.intersection(words)):
        return 0.0
    if any(word in words for word in FAR):
        return 2.0
    return 0.55 if any(word in words for word in NEAR) else 1.0

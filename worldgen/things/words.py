"""Sentences that add, remove, drop or throw things; everything else is not ours.

    "a red tower ahead"     ──▶ Wish(ADD, tower, red, AHEAD)
    "drop three balls"      ──▶ Wish(DROP, ball, count=3)
    "remove the tower"      ──▶ Wish(REMOVE, tower)
    "night falls"           ──▶ nothing: an event for the model alone

A clause is understood if it has a verb that we know and a thing beside it, or is
nothing but a thing and its place. No learning, no grammar: a table of words.

Not here: what a noun looks like (`catalogue`), where things go (`placing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from worldgen.things.catalogue import Kind, is_plural, kind_of
from worldgen.things.colours import COLOURS, SHADES

ADD, REMOVE, DROP, THROW = "add", "remove", "drop", "throw"
AHEAD, LEFT, RIGHT, BEHIND = "ahead", "left", "right", "behind"

_BEFORE = {
    ADD: ("add", "put", "place", "build", "make", "create", "spawn", "erect", "raise", "plant",
          "set", "there is", "there are", "there's", "there stands", "here is", "i see", "show",
          "give me"),
    REMOVE: ("remove", "delete", "take away", "take", "destroy", "erase", "clear away",
             "get rid of", "tear down", "no more"),
    DROP: ("drop", "let fall"),
    THROW: ("throw", "toss", "hurl", "kick", "shoot", "roll"),
}  # fmt: skip
_AFTER = {
    ADD: ("appears", "appear", "stands", "stand", "rises", "rise", "grows", "emerges",
          "materialises", "materializes", "shows up"),
    REMOVE: ("disappears", "disappear", "vanishes", "vanish", "is gone", "goes away",
             "crumbles", "is removed"),
    DROP: ("falls", "fall", "drops", "is dropped", "tumbles", "comes down", "plummets"),
    THROW: ("flies", "is thrown", "rolls", "shoots"),
}  # fmt: skip
_ARTICLES = frozenset({
    "a", "an", "one", "the", "this", "that", "another", "some", "my", "your", "its", "any",
    "every", "all",
})  # fmt: skip
_SIZES = {
    "tiny": 0.35, "little": 0.6, "small": 0.6, "short": 0.6, "low": 0.6, "big": 1.5, "large": 1.5,
    "tall": 1.5, "high": 1.5, "great": 1.7, "huge": 2.2, "giant": 2.2, "enormous": 2.5,
    "gigantic": 2.5, "massive": 2.2,
}  # fmt: skip
_COUNTS = {
    "two": 2, "both": 2, "three": 3, "few": 3, "four": 4, "several": 4, "five": 5, "six": 6,
    "seven": 7, "many": 8, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_TURNS = {
    LEFT: ("left",), RIGHT: ("right",), BEHIND: ("behind", "back"),
    AHEAD: ("ahead", "front", "before", "forward", "here"),
}  # fmt: skip
_FILLERS = frozenset({
    "in", "on", "of", "to", "at", "from", "me", "us", "the", "my", "a", "an", "straight",
    "directly", "up", "side", "by", "away", "there", "now", "suddenly", "slowly", "then", "down",
    "onto", "out", "into", "again", "very", "please", "ground", "and",
})  # fmt: skip
_HIGH = ("sky", "above", "heaven", "air", "clouds", "overhead")
_NEAR, _FAR = ("near", "nearby", "close", "beside"), ("far", "distant", "distance", "away")
_STOPS = frozenset({
    "over", "under", "with", "by", "near", "behind", "of", "like", "in", "on", "at", "from", "to",
    "is", "are", "as", "for", "and", "while", "where",
})  # fmt: skip
MOST_AT_ONCE = 12
"""So many things come or go with one clause."""

MOST_ADJECTIVES = 4
"""So many words may stand before a noun."""

_POLITE = re.compile(
    r"^(?:(?:please|now|can you|could you|would you|i want you to|i want|i would like|i'd like|"
    r"let's|let us) )+"
)
_OTHERWISE = (
    (re.compile(r"\b(?:a )?(?:pair|couple) of\b"), "two"),
    (re.compile(r"\bhalf a dozen(?: of)?\b"), "six"),
    (re.compile(r"\b(?:a )?dozen(?: of)?\b"), "twelve"),
)
"""Numbers of several words, and one that says them."""

_METRES = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s*-?\s*(?:m|metre|meter|metres|meters)\b")
_GOES_ON = ("a", "an", "the", "some", "add", "put", "drop", "remove", r"\d+", *_COUNTS)
_CLAUSES = re.compile(
    r"([,;!?]+|\.(?!\d)|\band then\b|\bthen\b"
    rf"|\band(?=\s+(?:{'|'.join(_GOES_ON)})\b))"
)
_JOINS = (",", "and")
"""What lets one verb hold for two clauses."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a clause asks of the things.

    Attributes:
        verb: ADD, REMOVE, DROP or THROW.
        kind: of thing.
        colour: its colour's word, or None.
        shade: "dark" or its like, or None.
        size: times its usual size, 0.35 to 2.5.
        height_m: metres that were said, or None.
        turn: AHEAD, LEFT, RIGHT or BEHIND.
        distance: 1; below it is near, above it far.
        high: from the sky, or high above.
        every: all of them, not one.
        count: how many, 1 to `MOST_AT_ONCE`.
    """

    verb: str
    kind: Kind
    colour: str | None = None
    shade: str | None = None
    size: float = 1.0
    height_m: float | None = None
    turn: str = AHEAD
    distance: float = 1.0
    high: bool = False
    every: bool = False
    count: int = 1


def read(text: str) -> tuple[tuple[Wish, ...], bool]:
    """What a sentence asks of the things.

    Args:
        text: one line of words.

    Returns:
        Its wishes in order, and whether it says anything else besides.
    """
    said, joined = list[_Said](), True
    for at, part in enumerate(_CLAUSES.split(text.lower())):
        if at % 2 == 1:
            joined = joined and part in _JOINS
        elif part.strip():
            said.append(_said(_plainly(part), joined))
            joined = True
    wishes = [_wish(one, _borrowed(said, at)) for at, one in enumerate(said)]
    found = tuple(wish for wish in wishes if wish is not None)
    return found, len(found) < len(wishes)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """A clause, taken apart.

    Attributes:
        words: without its verb; from where that stood, if it came last, "in" and what is after it.
        verb: of the clause itself, or None.
        first: the verb came first.
        metres: that were said.
        joined: what stands between it and the one before lets a verb hold for both.
    """

    words: list[str]
    verb: str | None
    first: bool
    metres: float | None
    joined: bool


def _plainly(clause: str) -> str:
    """A clause without what is said to be polite, its numbers in one word each."""
    clause = _POLITE.sub("", clause.strip())
    for said, plain in _OTHERWISE:
        clause = said.sub(plain, clause)
    return clause


def _said(text: str, joined: bool) -> _Said:
    """A clause taken apart; `joined` as in `_Said`."""
    metres = _METRES.search(text)
    words = re.findall(r"[a-z][a-z'-]*|(?<![\w.])\d+(?![\w.])", _METRES.sub(" ", text))
    left, verb, first = _without_verb(words)
    height_m = float(metres[1]) if metres else None
    return _Said(words=left, verb=verb, first=first, metres=height_m, joined=joined)


def _without_verb(words: list[str]) -> tuple[list[str], str | None, bool]:
    """The words but for their verb; the verb, or None; whether it came first."""
    for verb, phrase in _phrases(_BEFORE):
        if words[: len(phrase)] == phrase:
            return words[len(phrase) :], verb, True
    for verb, phrase in _phrases(_AFTER):
        at = _find(words, phrase)
        if at > 0:
            return [*words[:at], "in", *words[at + len(phrase) :]], verb, False
    return words, None, False


def _borrowed(said: Sequence[_Said], at: int) -> str:
    """The verb of a clause that has none: that of one before it which began with it, or of one
    after it which ends with it, if they are joined; else it adds."""
    for before in range(at, 0, -1):
        one = said[before - 1]
        if not said[before].joined or (one.verb and not one.first):
            break
        if one.verb:
            return one.verb
    for one in said[at + 1 :]:
        if not one.joined or (one.verb and one.first):
            break
        if one.verb:
            return one.verb
    return ADD


def _phrases(table: dict[str, tuple[str, ...]]) -> list[tuple[str, list[str]]]:
    """Every verb's phrases as lists of words, the longest first."""
    pairs = [(verb, phrase.split()) for verb, phrases in table.items() for phrase in phrases]
    return sorted(pairs, key=lambda pair: -len(pair[1]))


def _find(words: list[str], phrase: list[str]) -> int:
    size = len(phrase)
    return next((i for i in range(len(words)) if words[i : i + size] == phrase), -1)


def _wish(said: _Said, borrowed: str) -> Wish | None:
    """The wish of a clause; None if no thing stands where one must."""
    words, all_known = said.words, said.verb is None
    while said.first and words and words[0] in ("me", "down", "up", "away"):
        words = words[1:]
    at = _noun_at(words)
    if at is None:
        return None
    kind, before, after = kind_of(words[at]), words[:at], words[at + 1 :]
    assert kind is not None, "that is where a noun was found"
    if all_known and not (before or after):
        return None
    if all_known and not all(_is_known(word) for word in (*before, *after)):
        return None
    verb, count = said.verb or borrowed, next(filter(None, map(_count, before)), 0)
    all_of_them = bool({"all", "every"} & set(before)) or (
        verb == REMOVE and count == 0 and is_plural(words[at])
    )
    return Wish(
        verb=verb,
        kind=kind,
        colour=next((word for word in before if word in COLOURS), None),
        shade=next((word for word in before if word in SHADES), None),
        size=next((_SIZES[word] for word in before if word in _SIZES), 1.0),
        height_m=None if said.metres is None else min(max(said.metres, 0.1), 30.0),
        turn=_turn(after),
        distance=_distance((*before, *after)),
        high=any(word in _HIGH or word == "high" for word in after),
        every=all_of_them,
        count=max(count, 1),
    )


def _noun_at(words: list[str]) -> int | None:
    """Where the thing is: the last noun of the first phrase; None if that is no thing of ours."""
    found = None
    for at, word in enumerate(words):
        if word in _STOPS:
            break
        ends = at + 1 == len(words) or words[at + 1] in _STOPS
        if kind_of(word) is not None and (ends or word not in COLOURS):
            found = at
        elif found is not None or at > MOST_ADJECTIVES:
            break
    return found


def _is_known(word: str) -> bool:
    places = {name for names in _TURNS.values() for name in names}
    return (
        word in COLOURS
        or word in SHADES
        or word in _SIZES
        or _count(word) > 0
        or word in _ARTICLES
        or word in _FILLERS
        or word in places
        or word in (*_HIGH, *_NEAR, *_FAR)
    )


def _count(word: str) -> int:
    """How many a word says; 0 if it says nothing of the kind."""
    return min(int(word), MOST_AT_ONCE) if word.isdigit() else _COUNTS.get(word, 0)


def _turn(words: list[str]) -> str:
    for turn, names in _TURNS.items():
        if any(name in words for name in names):
            return turn
    return AHEAD


def _distance(words: tuple[str, ...]) -> float:
    if any(word in words for word in _FAR):
        return 2.0
    return 0.55 if any(word in words for word in _NEAR) else 1.0

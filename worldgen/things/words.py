"""Sentences that add, remove, drop, throw or change things; everything else is not ours.

    "a red tower ahead"     ──▶ Wish(ADD, tower, red, AHEAD)
    "drop three balls"      ──▶ Wish(DROP, ball, count=3)
    "a crate on the tower"  ──▶ Wish(ADD, crate, beside=Beside(ON, tower))
    "remove everything"     ──▶ Wish(REMOVE, any, every)
    "paint the tower blue"  ──▶ Wish(CHANGE, tower, becomes=blue)
    "night falls"           ──▶ nothing: an event for the model alone

A clause is understood if it has a verb that we know and a thing beside it, or is
nothing but a thing and its place. No learning, no grammar: tables of words (`lexicon`).

Not here: taking a sentence apart (`clauses`), what a noun looks like (`catalogue`), a place beside
another thing (`relations`), where things go (`placing`).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from itertools import takewhile

from worldgen.things.catalogue import Kind, is_plural, kind_of
from worldgen.things.clauses import Clause, altered_of, clauses_of, verb_of
from worldgen.things.colours import COLOURS, SHADES
from worldgen.things.lexicon import (
    ADD,
    AHEAD,
    ALTERS,
    CHANGE,
    COMPARED,
    EVERYTHING,
    FILLERS,
    HIGH,
    NAMELESS,
    NEWEST,
    NONE,
    PLACES,
    PLURAL,
    REMOVE,
    SIZES,
    STARTS_A_PLACE,
    STOPS,
    count_of,
    describes,
    distance_of,
    is_known,
    turn_of,
)
from worldgen.things.relations import Beside, told_apart

MOST_ADJECTIVES = 4
"""So many words may stand before a noun."""

LEAST_M, TALLEST_M, FARTHEST_M = 0.1, 30.0, 60.0


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a clause asks of the things.

    Attributes:
        verb: ADD, REMOVE, DROP, THROW or CHANGE.
        kind: of thing; None is of any: all of them, or the one that came last.
        colour: its colour's word, or None.
        shade: "dark" or its like, or None.
        becomes: the word of the colour that it shall have, or None.
        size: times its usual size, 0.35 to 2.5; of CHANGE, times the size that it has.
        height_m: metres that were said, or None.
        away_m: how far off it shall be, metres, or None.
        turn: AHEAD, LEFT, RIGHT or BEHIND.
        distance: 1; below it is near, 0 as near as can be, above it far.
        high: from the sky, or high above.
        every: all of them, not one.
        count: how many, 1 to `MOST_AT_ONCE`.
        beside: another thing that says where; None is where `turn` says.
    """

    verb: str
    kind: Kind | None
    colour: str | None = None
    shade: str | None = None
    becomes: str | None = None
    size: float = 1.0
    height_m: float | None = None
    away_m: float | None = None
    turn: str = AHEAD
    distance: float = 1.0
    high: bool = False
    every: bool = False
    count: int = 1
    beside: Beside | None = None


def read(text: str) -> tuple[tuple[Wish, ...], str]:
    """What a sentence asks of the things.

    Args:
        text: one line of words.

    Returns:
        Its wishes in order, and what it says besides, in lower case; empty if nothing.
    """
    clauses = clauses_of(text)
    wishes = [
        _changed(altered_of(clauses, at)) or _wish(one, verb_of(clauses, at))
        for at, one in enumerate(clauses)
    ]
    besides = [
        one.text if wish is None else one.looks if wish.verb == ADD else ""
        for one, wish in zip(clauses, wishes, strict=True)
    ]
    return tuple(filter(None, wishes)), ", ".join(filter(None, besides))


def _wish(said: Clause, verb: str) -> Wish | None:
    """The wish of a clause; None if no thing stands where one must."""
    words, all_known = said.words, said.verb is None
    while said.first and words and words[0] in ("me", "down", "up", "away"):
        words = words[1:]
    at = _noun_at(words)
    if at is None:
        return _nameless(said) if said.verb == REMOVE else None
    kind, before = kind_of(words[at]), words[:at]
    after, beside = told_apart(words[at + 1 :], describes)
    if NONE.intersection(before) or (all_known and not (before or after or beside)):
        return None
    if all_known and not (all(map(is_known, before)) and _is_place(after)):
        return None
    plural, count = is_plural(words[at]), next(filter(None, map(count_of, before)), 0)
    looks = [*before, *takewhile(describes, after)]
    every = bool({"all", "every"} & set(before)) or (verb == REMOVE and count == 0 and plural)
    return Wish(
        verb=verb,
        kind=kind,
        colour=_in(COLOURS, looks),
        shade=_in(SHADES, looks),
        size=next((SIZES[word] for word in looks if word in SIZES), 1.0),
        height_m=_within(said.tall_m, TALLEST_M),
        away_m=_within(said.away_m, FARTHEST_M),
        turn=turn_of(after),
        distance=distance_of((*before, *after)),
        high=any(word in HIGH or word == "high" for word in after),
        every=every,
        count=count or (PLURAL if plural and not every else 1),
        beside=beside,
    )


def _is_place(after: list[str]) -> bool:
    """Whether what stands after a thing says where: all of it is known, or known up to a word that
    begins a place of which we know no more."""
    strange = next((at for at, word in enumerate(after) if not is_known(word)), len(after))
    return strange == len(after) or bool(STARTS_A_PLACE.intersection(after[: strange + 1]))


def _nameless(said: Clause) -> Wish | None:
    """To remove all things, or the last one, if nothing else is spoken of."""
    words = [word for word in said.words if word not in ("away", "in")]
    if not NAMELESS.issuperset(words) or not (NEWEST | EVERYTHING | {"last"}).intersection(words):
        return None
    return Wish(verb=REMOVE, kind=None, every=bool(EVERYTHING.intersection(words)))


def _changed(words: list[str]) -> Wish | None:
    """To change how a thing looks, if a clause says a thing and after it nothing but looks."""
    if not words or words[0] not in ALTERS:
        return None
    words = words[1:]
    at = 0 if words and words[0] in NEWEST else _noun_at(words)
    if at is None or words[0] in ("a", "an"):
        return None
    before, after = words[:at], [word for word in words[at + 1 :] if word not in FILLERS]
    sizes, becomes = {**SIZES, **COMPARED}, _in(COLOURS, after)
    size = next((sizes[word] for word in after if word in sizes), 1.0)
    if not all(word in COLOURS or word in SHADES or word in sizes for word in after):
        return None
    if becomes is None and size == 1.0:
        return None
    plural = is_plural(words[at])
    return Wish(
        verb=CHANGE,
        kind=kind_of(words[at]),
        colour=_in(COLOURS, before),
        shade=_in(SHADES, after),
        becomes=becomes,
        size=size,
        every=plural or bool({"all", "every"} & set(before)),
    )


def _noun_at(words: list[str]) -> int | None:
    """Where the thing is: the last noun of the first phrase; None if that is no thing of ours."""
    found = None
    for at, word in enumerate(words):
        if word in STOPS:
            break
        ends = at + 1 == len(words) or words[at + 1] in STOPS | PLACES
        if kind_of(word) is not None and (ends or word not in COLOURS):
            found = at
        elif found is not None or at > MOST_ADJECTIVES:
            break
    return found


def _in(table: Container[str], words: list[str]) -> str | None:
    return next((word for word in words if word in table), None)


def _within(said_m: float | None, most_m: float) -> float | None:
    return None if said_m is None else min(max(said_m, LEAST_M), most_m)

"""A sentence taken apart into clauses, and each into a verb and the rest.

    "drop a ball, then a tower 20 m ahead"  ──▶  DROP a ball | a tower ahead, 20 m off

A verb may hold for several: "remove the tower and the house", "a ball and a crate fall".

Not here: what a clause asks for (`words`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from worldgen.things.catalogue import kind_of
from worldgen.things.lexicon import ADD, AFTER, ALTERS, BEFORE, COUNTS, MAKES, NUMBERS, REMOVE
from worldgen.things.phrasing import METRES, clause, sentence

_PLACE_FIRST = re.compile(
    r"^((?:on|to|at) (?:the|my) (?:left|right)(?: side)?|(?:behind|in front of|before) (?:me|us)|"
    r"straight ahead|ahead(?: of me)?|in the distance|far away|nearby) (.+)$"
)
_METRES = re.compile(rf"{METRES}(?:\s*(high|tall)\b)?")
_OFF = re.compile(
    r"^\s*(?:ahead|away|off|in front|before|behind|from|to the (?:left|right)|further|farther)\b"
)
"""After metres: they are a distance."""

_LOOKS = re.compile(
    r"\b(?:in (?:the )?(?:(?:thick|heavy|falling) )?(?:fog|mist|rain|snow|moonlight|dark|evening|"
    r"morning|winter|spring|summer|autumn)|under the (?:moon|stars)|by (?:day|night)|"
    r"at (?:dawn|sunrise|noon|dusk|sunset|twilight|night|midnight)|while it (?:rains|snows))\b"
)
"""Beside a thing: of the world round it."""

_GOES_ON = (
    "a", "an", "the", "some", "no", "add", "put", "drop", "remove", "throw", "build", "make", "let",
    "paint", "turn", "there", "it", "starts?", "begins?", "stops?", "night", "day", "morning",
    "noon", "evening", "dawn", "dusk", "spring", "summer", "autumn", "winter", "rain", "snow",
    "fog", r"\d+", *COUNTS,
)  # fmt: skip
"""After "and": what begins a clause."""

_CLAUSES = re.compile(
    r"([,;!?]+|\.(?!\d)|\band then\b|\bthen\b"
    rf"|\band(?=\s+(?:{'|'.join(_GOES_ON)})\b))"
)
_JOINS = (",", "and")
"""What lets one verb hold for two clauses."""


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A clause, taken apart.

    Attributes:
        text: as it was said, in lower case.
        words: without its verb; from where that stood, if it came last, "in" and what is after it.
        verb: of the clause itself, or None.
        first: the verb came first.
        tall_m, away_m: metres that were said of a height and of a distance, or None.
        looks: what was said of weather and hour beside that, in their usual words.
        joined: what stands between it and the one before lets a verb hold for both.
    """

    text: str
    words: list[str]
    verb: str | None
    first: bool
    tall_m: float | None
    away_m: float | None
    looks: str
    joined: bool


def clauses_of(text: str) -> list[Clause]:
    """A sentence's clauses, in order."""
    found, joined = list[Clause](), True
    for at, part in enumerate(_CLAUSES.split(sentence(text.lower()))):
        if at % 2 == 1:
            joined = joined and part in _JOINS
        elif part.strip():
            found.append(_apart(part.strip(), joined))
            joined = True
    return found


def verb_of(clauses: Sequence[Clause], at: int) -> str:
    """The verb of a clause, its own or borrowed: of one before it which began with it, or of one
    after it which ends with it, if they are joined; else it adds."""
    if own := clauses[at].verb:
        return own
    for before in range(at, 0, -1):
        one = clauses[before - 1]
        if not clauses[before].joined or (one.verb and not one.first):
            break
        if one.verb:
            return one.verb
    for one in clauses[at + 1 :]:
        if not one.joined or (one.verb and one.first) or not any(map(kind_of, one.words)):
            break
        if one.verb:
            return one.verb
    return ADD


def altered_of(clauses: Sequence[Clause], at: int) -> list[str]:
    """A clause's words with the verb that alters a thing, its own or that of the one before."""
    words = clause(clauses[at].text).split()
    before = clause(clauses[at - 1].text).split() if at and clauses[at].joined else []
    borrows = bool(before) and before[0] in ALTERS and words[:1] == ["the"]
    return [before[0], *words] if borrows else words


def _apart(text: str, joined: bool) -> Clause:
    plain = _PLACE_FIRST.sub(r"\2 \1", clause(text))
    looks = " ".join(_LOOKS.findall(plain))
    plain = _LOOKS.sub(" ", plain)
    tall_m, away_m = None, None
    for metres in _METRES.finditer(plain):
        said_m = float(NUMBERS.get(metres[1]) or metres[1])
        if metres[2] is None and _OFF.match(plain[metres.end() :]):
            away_m = said_m
        else:
            tall_m = said_m
    words = re.findall(r"[a-z][a-z'-]*|(?<![\w.])\d+(?![\w.])", _METRES.sub(" ", plain))
    left, verb, first = _without_verb(words)
    return Clause(
        text=text,
        words=left,
        verb=verb,
        first=first,
        tall_m=tall_m,
        away_m=away_m,
        looks=looks,
        joined=joined,
    )


def _without_verb(words: list[str]) -> tuple[list[str], str | None, bool]:
    """The words but for their verb; the verb, or None; whether it came first."""
    gone = [phrase for verb, phrase in _phrases(AFTER) if verb == REMOVE]
    if words[:1] and words[0] in MAKES and any(_find(words, phrase) > 0 for phrase in gone):
        words = words[1:]
    for verb, phrase in _phrases(BEFORE):
        if words[: len(phrase)] == phrase:
            return words[len(phrase) :], verb, True
    for verb, phrase in _phrases(AFTER):
        at = _find(words, phrase)
        if at > 0:
            return [*words[:at], "in", *words[at + len(phrase) :]], verb, False
    return words, None, False


def _phrases(table: dict[str, tuple[str, ...]]) -> list[tuple[str, list[str]]]:
    """Every verb's phrases as lists of words, the longest first."""
    pairs = [(verb, phrase.split()) for verb, phrases in table.items() for phrase in phrases]
    return sorted(pairs, key=lambda pair: -len(pair[1]))


def _find(words: list[str], phrase: list[str]) -> int:
    size = len(phrase)
    return next((i for i in range(len(words)) if words[i : i + size] == phrase), -1)

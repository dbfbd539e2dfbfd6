"""A sentence taken apart into clauses, and each into a verb and the rest.

    "drop a ball, then a tower 20 m ahead"  ──▶  DROP a ball | a tower ahead, 20 m off

A verb may hold for several: "remove the tower and the house", "a ball and a crate fall".

Not here: what a clause asks for (`words`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from worldgen.things.lexicon import ADD, AFTER, BEFORE, COUNTS, MAKES, NUMBERS, REMOVE

_POLITE = re.compile(
    r"^(?:(?:please|now|can you|could you|would you|i want you to|i want|i would like|i'd like|"
    r"let's|let us) )+"
)
_OTHERWISE = (
    (re.compile(r"\b(?:a )?(?:pair|couple) of\b"), "two"),
    (re.compile(r"\bhalf a dozen(?: of)?\b"), "six"),
    (re.compile(r"\b(?:a )?dozen(?: of)?\b"), "twelve"),
    (re.compile(r"\b(?:(?:a )?lots? of|plenty of|a bunch of)\b"), "many"),
)
"""Numbers of several words, and one that says them."""

_PLACE_FIRST = re.compile(
    r"^((?:on|to|at) (?:the|my) (?:left|right)(?: side)?|(?:behind|in front of|before) (?:me|us)|"
    r"straight ahead|ahead(?: of me)?|in the distance|far away|nearby) (.+)$"
)
_METRES = re.compile(
    rf"(?<![\w.])(\d+(?:\.\d+)?|{'|'.join(NUMBERS)})\s*-?\s*(?:m|metres?|meters?)\b"
)
_OFF = re.compile(
    r"^\s*(?:ahead|away|off|in front|before|behind|from|to the (?:left|right)|further|farther)\b"
)
"""After metres: they are a distance."""

_GOES_ON = ("a", "an", "the", "some", "add", "put", "drop", "remove", r"\d+", *COUNTS)
_CLAUSES = re.compile(
    r"([,;!?]+|\.(?!\d)|\band then\b|\bthen\b"
    rf"|\band(?=\s+(?:{'|'.join(_GOES_ON)}|it\s+(?:snows?|rains?|gets|becomes|turns))\b))"
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
        joined: what stands between it and the one before lets a verb hold for both.
    """

    text: str
    words: list[str]
    verb: str | None
    first: bool
    tall_m: float | None
    away_m: float | None
    joined: bool


def clauses_of(text: str) -> list[Clause]:
    """A sentence's clauses, in order."""
    found, joined = list[Clause](), True
    for at, part in enumerate(_CLAUSES.split(text.lower())):
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
        if not one.joined or (one.verb and one.first):
            break
        if one.verb:
            return one.verb
    return ADD


def _apart(text: str, joined: bool) -> Clause:
    plain = _PLACE_FIRST.sub(r"\2 \1", _plainly(text))
    tall_m, away_m = None, None
    if metres := _METRES.search(plain):
        said_m = float(NUMBERS.get(metres[1]) or metres[1])
        far = _OFF.match(plain[metres.end() :]) is not None
        tall_m, away_m = (None, said_m) if far else (said_m, None)
    words = re.findall(r"[a-z][a-z'-]*|(?<![\w.])\d+(?![\w.])", _METRES.sub(" ", plain))
    left, verb, first = _without_verb(words)
    return Clause(
        text=text, words=left, verb=verb, first=first, tall_m=tall_m, away_m=away_m, joined=joined
    )


def _plainly(clause: str) -> str:
    """A clause without what is said to be polite, its numbers in one word each."""
    clause = _POLITE.sub("", clause)
    for said, plain in _OTHERWISE:
        clause = said.sub(plain, clause)
    return clause


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

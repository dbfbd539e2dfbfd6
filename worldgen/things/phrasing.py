"""Sentences about things as people say them, said as they are read here.

    "replace the tower with a tree"               ──▶ "remove the tower, add a tree"
    "change the colour of the tower to yellow"    ──▶ "make the tower yellow"
    "a row of street lamps, 20 m ahead"           ──▶ "five lamps 20 m ahead"

Not here: what each word means (`lexicon`), clauses (`clauses`).
"""

from __future__ import annotations

import re

from worldgen.things.catalogue import kind_of
from worldgen.things.colours import COLOURS
from worldgen.things.lexicon import COMPARED, NUMBERS, SIZES

METRES = rf"(?<![\w.])(\d+(?:\.\d+)?|{'|'.join(NUMBERS)})\s*-?\s*(?:m|metres?|meters?)\b"

_COLOUR = rf"(?:{'|'.join(COLOURS)})"
_LOOKS = (
    r"(?:(?:very|much|light|pale|dark|deep|bright) )*"
    rf"(?:{'|'.join((*SIZES, *COMPARED))}|{_COLOUR})"
)
_SIDE = r"(?:on|to|at) (?:the|my) (?:left|right)(?: side)?|(?:behind|in front of|before) (?:me|us)"
_POLITE = re.compile(
    r"^(?:(?:please|now|can you|could you|would you|i want you to|i want|i would like|i'd like|"
    r"let's|let us) )+"
)
_OTHERWISE = (
    (re.compile(r"\b(?:a )?(?:pair|couple) of\b"), "two"),
    (re.compile(r"\bhalf a dozen(?: of)?\b"), "six"),
    (re.compile(r"\b(?:a )?dozen(?: of)?\b"), "twelve"),
    (re.compile(r"\b(?:(?:a )?lots? of|plenty of|a bunch of)\b"), "many"),
    (re.compile(r"\b(?:a |the )?(?:long )?(?:row|line) of\b"), "five"),
    (re.compile(r"\b(?:a )?(?:circle|ring) of\b"), "eight"),
    (re.compile(r"\b(?:a )?(?:group|cluster) of\b"), "four"),
    (re.compile(r"\b(?:lamp ?post|street ?(?:lamp|light))"), "lamp"),
    (re.compile(r"\b(?:fir|pine|spruce|christmas)[ -]tree"), "fir"),
    (re.compile(r"\bhot[ -]air balloon"), "balloon"),
    (re.compile(r"\b(oak|birch|maple|apple)[ -]tree"), "tree"),
    (re.compile(rf"\b({_COLOUR}) and {_COLOUR}\b(?! *$)"), r"\1"),
)
"""What takes several words, and one that says it."""

_COMMAS = (
    (re.compile(rf", *(?={METRES} (?:ahead|away|off|in front|before|behind|from|to the)\b)"), " "),
    (re.compile(rf"^((?:{_SIDE}|straight ahead|ahead|in the distance|far away|nearby)), "), r"\1 "),
)
"""A comma that parts no clauses."""

_BOTH_SIDES = re.compile(
    r"\b([^,]+?) (?:on|to) (?:both sides|either side|the left and (?:the )?right)\b"
)
_REPLACED = re.compile(r"\b(?:replace ([^,]+?) (?:with|by)|turn ([^,]+?) into) ([^,]+)")
_RECOLOURED = re.compile(r"\bchange the colou?r of ([^,]+?) (?:in)?to\b")
_TURNS = re.compile(rf"^(the [a-z ]+?) (?:turns|turn|becomes|become|gets|get|goes) (?={_LOOKS}\b)")
_GROWS = re.compile(r"^(the [a-z ]+?) (grows?|shrinks?)(?= (?:taller|bigger|larger|smaller)|$)")


def sentence(text: str) -> str:
    """A whole sentence, in lower case, whose clauses can be told apart."""
    for comma, plain in _COMMAS:
        text = comma.sub(plain, text)
    text = _BOTH_SIDES.sub(r"\1 on the left, \1 on the right", text)
    return _REPLACED.sub(_replaced, _RECOLOURED.sub(r"make \1", text))


def clause(text: str) -> str:
    """A clause without what is said to be polite, its numbers and names in one word each."""
    text = _POLITE.sub("", text)
    for said, plain in _OTHERWISE:
        text = said.sub(plain, text)
    return _GROWS.sub(_grown, _TURNS.sub(r"make \1 ", text))


def _replaced(found: re.Match[str]) -> str:
    gone, comes = found[1] or found[2], found[3]
    if any(kind_of(words.split()[-1]) is None for words in (gone, comes)):
        return found[0]
    return f"remove {gone}, add {comes}"


def _grown(found: re.Match[str]) -> str:
    """To change a thing's size; a thing of another sort grows as plants do."""
    if kind_of(found[1].split()[-1]) is None:
        return found[0]
    return f"make {found[1]} {'bigger' if found[2].startswith('grow') else 'smaller'}"

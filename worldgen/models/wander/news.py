"""What an event has to tell the model: an hour, a weather, a season, another place; else nothing.

    "a thunderstorm rolls in"     ──▶ the same
    "we come to a desert"         ──▶ "a desert", elsewhere
    "a spaceship lands at night"  ──▶ "at night"
    "everything is on fire"       ──▶ nothing

Whoever tells the model has the whole world drawn anew. A word that is understood is no reason
for that: of "a big red dragon ahead" the vocabulary knows "a great red".

Not here: things that can be put there (`things`), what becomes of the story (`revised`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from worldgen.models.wander.revised import revised, times
from worldgen.models.wander.spoken import plainly
from worldgen.models.wander.vocabulary import Vocabulary

_COMES_TO = re.compile(
    r"^(?:now )?(?:(?:we|i|you) (?:come|get|go|walk|arrive|move|are|enter|reach|find ourselves) ?"
    r"(?:now |out )?(?:in|into|to|at|on)?"
    r"|(?:it|this|the world|everything|all(?: of (?:it|this))?|the [a-z]+) "
    r"(?:turns?|changes?|becomes?|transforms?|is)(?: now)?(?: (?:in)?to)?"
    r"|(?:turn|change|transform|make|switch)(?: (?:it|this|the world|everything|the [a-z]+))?"
    r"(?: (?:in)?to)?) (?=(?:an?|the|snowy|ancient)\b|[a-z]+$)",
    re.IGNORECASE,
)
"""What stands before a place where one comes to be, or that the world becomes."""


_MANNERS = frozenset({"heavy", "light", "thick", "falling", "early", "warm", "dark", "sky"})
"""Taught words that only say how an hour or a weather is."""


class News(NamedTuple):
    """What the model is to be told, and whether that is of another place."""

    said: str
    elsewhere: bool


def news(event: str, words: Vocabulary) -> News:
    """What an event tells.

    Args:
        event: what was said, without what is wished of things; its clauses parted by commas.
        words: that were taught.
    """
    found = [_of(clause.strip(), words) for clause in event.split(",")]
    said = ", ".join(part.said for part in found if part.said)
    return News(said, any(part.elsewhere for part in found))


def is_time(event: str, words: Vocabulary) -> bool:
    """Whether a sentence says an hour, a weather or a season, and nothing beside."""
    told = words.told(plainly(event))
    left = revised(told, told).lower().split()
    return bool(times(told)) and not words.says(" ".join(w for w in left if w not in _MANNERS))


def _of(clause: str, words: Vocabulary) -> News:
    if not words.knows(clause):
        return News("", elsewhere=False)
    where = _COMES_TO.sub("", clause)
    if words.names_place(where) and (where != clause or words.is_name(where)):
        return News(where, elsewhere=True)
    said = clause if is_time(clause, words) else times(words.told(clause))
    return News(said, elsewhere=False)

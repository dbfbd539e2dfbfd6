"""Where one thing is said to be from another: on top of the tower, next to the red house.

    "on top of the tower"  ──▶ Beside(ON, tower)
    "in front of it"       ──▶ Beside(BEFORE, whatever came last)

Only what is said of another thing; "in front of me" and "on the left" are not.

Not here: the rest of a sentence (`words`), where that is in the world (`placing`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from worldgen.things.catalogue import Kind, kind_of
from worldgen.things.colours import COLOURS
from worldgen.things.lexicon import NEWEST

ON, NEXT_TO, LEFT_OF, RIGHT_OF, BEFORE, BEYOND = (
    "on", "next to", "left of", "right of", "before", "beyond",
)  # fmt: skip

_SAID = {
    ON: ("on top of", "on the top of", "atop", "on", "onto", "upon"),
    NEXT_TO: ("next to", "beside", "besides", "near", "near to", "close to", "by", "alongside",
              "at the foot of", "under", "below", "at", "against"),
    LEFT_OF: ("to the left of", "on the left of", "left of", "on the left side of"),
    RIGHT_OF: ("to the right of", "on the right of", "right of", "on the right side of"),
    BEFORE: ("in front of", "before"),
    BEYOND: ("behind", "in back of", "beyond"),
}  # fmt: skip
_PHRASES = sorted(
    ((relation, phrase.split()) for relation, phrases in _SAID.items() for phrase in phrases),
    key=lambda pair: -len(pair[1]),
)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A place, told from another thing.

    Attributes:
        relation: ON, NEXT_TO, LEFT_OF, RIGHT_OF, BEFORE or BEYOND it, as one sees it.
        kind: of that thing; None is the one that came last.
        colour: its colour's word, or None.
    """

    relation: str
    kind: Kind | None = None
    colour: str | None = None


def told_apart(
    words: list[str], describes: Callable[[str], bool]
) -> tuple[list[str], Beside | None]:
    """What some words say of a place beside another thing, and the words without it.

    Args:
        words: those after a thing's own noun.
        describes: whether a word may stand between "on top of" and a noun.
    """
    for at in range(len(words)):
        for relation, phrase in _PHRASES:
            rest = words[at + len(phrase) :]
            if words[at : at + len(phrase)] != phrase:
                continue
            found = _noun(rest, describes)
            if found is not None:
                count, kind = found
                colour = next((word for word in rest[:count] if word in COLOURS), None)
                left = [*words[:at], *rest[count:]]
                return left, Beside(relation=relation, kind=kind, colour=colour)
            break
    return words, None


def _noun(words: list[str], describes: Callable[[str], bool]) -> tuple[int, Kind | None] | None:
    """How many words name another thing, and its kind; None if they do not begin with one."""
    if words and words[0] in NEWEST and kind_of("".join(words[1:2])) is None:
        return 1, None
    for at, word in enumerate(words):
        if (kind := kind_of(word)) is not None:
            return at + 1, kind
        if not describes(word):
            return None
    return None

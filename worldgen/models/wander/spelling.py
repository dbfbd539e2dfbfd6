"""Slips of the pen: a word that nobody knows becomes the known one that is a letter away.

    "a foret in wintr"   ──▶ "a forest in winter"
    "nihgt falls"        ──▶ "night falls"
    "a horse", "a bread" ──▶ the same: these are words

A letter too many, one too few, another one, or two in the wrong order; never the first. What
English has of words is told by the word table's own pieces (`vocab.txt`). Where two known words
are as near, the one that is an ordinary one is meant, or none. Four letters are too few to tell
any word by that was never taught.

Not here: what words mean (`vocabulary`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from worldgen.models.wander.vocabulary import Vocabulary

ORDINARY = "vocab.txt"
LEAST_LETTERS = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(rf"[a-z]{{{LEAST_LETTERS},}}", re.IGNORECASE)
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er", "y")


class Speller:
    """Mends sentences.

    Args:
        first: words to look among first.
        others: words to look among where that finds none.
        ordinary: words that are none misspelt.
    """

    def __init__(
        self, first: Iterable[str], others: Iterable[str], ordinary: Iterable[str]
    ) -> None:
        self._first, self._others = frozenset(first), frozenset(others)
        self._ordinary = frozenset(ordinary)
        self._right = self._first | self._others | self._ordinary

    @classmethod
    def read(cls, folder: Path, words: Vocabulary, things: Iterable[str]) -> Self:
        """One that knows a vocabulary, the names of things, and the pieces of a word table."""
        lines = (folder / ORDINARY).read_text(encoding="utf-8").splitlines()
        return cls({*words.taught, *things}, words.meant, lines)

    def mended(self, text: str) -> str:
        """A sentence without slips of the pen; itself where there is none."""
        return _WORD.sub(lambda found: self._meant(found[0]), text)

    def _meant(self, said: str) -> str:
        word = said.lower()
        if self._is_word(word):
            return said
        near = _near(word)
        others = self._others if len(word) > LEAST_LETTERS else frozenset[str]()
        found = near & self._first or near & others
        found = found if len(found) == 1 else found & self._ordinary
        return next(iter(found)) if len(found) == 1 else said

    def _is_word(self, word: str) -> bool:
        stems = (word[: -len(end)] for end in _ENDINGS if word.endswith(end))
        return word in self._right or any(stem in self._right for stem in stems)


def _near(word: str) -> frozenset[str]:
    """All that is a letter away from a word and begins as it does (Damerau and Levenshtein)."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    fewer = {head + tail[1:] for head, tail in cuts if tail}
    other = {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    more = {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    return frozenset(fewer | other | more | swapped)

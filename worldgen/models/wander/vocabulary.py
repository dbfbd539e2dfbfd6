"""Words that were never taught, said in words that were.

    "a cosy kitchen at midnight" ──▶ "a warm room inside a house at night"

The denoiser has read captions of a few hundred words. What it makes of another is anybody's
guess: a kitchen was a snowfield. So such a word is told as what was taught and means nearly that,
or not at all. Words that were taught stay where they stand, and so does a sentence of which
nothing would be left.

A place is named once: where the taught words speak of a room, a word that would bring a library
into it is left out.

Not here: making the vocabulary (`training/vocabulary.py`), words to vectors (`text.py`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from worldgen.models.wander.grammar import ADVERBIAL, LINKS, tidy
from worldgen.models.wander.weather import INDOORS

FILE = "vocabulary.json"

LANDMARKS = frozenset({
    "tower", "windmill", "lighthouse", "obelisk", "arch", "bridge", "statue", "well", "campfire",
    "pond", "lake",
})  # fmt: skip
"""Taught words for one thing that stands in a place."""

PLACE_NAMES = frozenset({
    "meadow", "field", "pasture", "hills", "forest", "wood", "woodland", "desert", "dunes",
    "canyon", "slope", "snowfield", "mountains", "beach", "coast", "village", "street", "city",
    "ruins", "temple", "swamp", "marsh", "bog", "plain", "volcano", "volcanic", "savanna",
    "grassland", "cave", "cavern", "corridor", "hallway", "passage", "room", "hall", "library",
    "church", "cathedral", "greenhouse", "glasshouse", "garden", "conservatory", "station",
    "platform", "lava",
})  # fmt: skip
"""Taught words by which places are called; others only belong to one, as books to a library."""

_CLAUSE = re.compile(r"[^,.;!?]+")
_MOST = 6
"""Words that may belong together."""

_SEA, _WATER = frozenset({"beach"}), "lake"
"""What lies by the sea is no beach: a village there has water before it."""

_WORD = re.compile(r"[^\W\d_]+(?:['’]s\b)?")
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """What was taught, and what other words mean in it.

    Attributes:
        taught: each word of a caption, in lower case, and the places that it speaks of; none where
            it speaks of no place, or of any.
        phrases: what captions say in several words, which is never taken apart.
        meant: other words, one or several, as taught ones.
    """

    taught: dict[str, frozenset[str]]
    phrases: frozenset[str]
    meant: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> Vocabulary:
        """Read `vocabulary.json`.

        Raises:
            OSError, ValueError, KeyError: it is missing or damaged.
        """
        known = json.loads((folder / FILE).read_text(encoding="utf-8"))
        taught, phrases, meant = known["taught"], known["phrases"], known["meant"]
        if not (isinstance(taught, dict) and isinstance(phrases, list) and isinstance(meant, dict)):
            raise ValueError(f"{FILE} holds no tables of words")
        return cls(
            taught={word: frozenset(map(str, places)) for word, places in taught.items()},
            phrases=frozenset(map(str, phrases)),
            meant={word: str(means) for word, means in meant.items()},
        )

    def write(self, folder: Path) -> None:
        """Write `vocabulary.json`, in order, so that the same vocabulary is the same file."""
        taught = {word: sorted(self.taught[word]) for word in sorted(self.taught)}
        meant = {word: self.meant[word] for word in sorted(self.meant)}
        known = {"taught": taught, "phrases": sorted(self.phrases), "meant": meant}
        text = json.dumps(known, ensure_ascii=False, indent=0)
        (folder / FILE).write_text(text + "\n", encoding="utf-8")

    def told(self, text: str) -> str:
        """A sentence in taught words; as it came where nothing of it would be left."""
        parts = list(self._parts(text))
        place = self._place(said for _, said, new in parts if not new)
        kept: list[tuple[str, str, bool]] = []
        for before, meant, new in parts:
            said = self._at_the_sea(meant, place, kept) if new else meant
            there = self._place([said]) if new else frozenset()
            fits = (not there or not place or bool(there & place)) and not (
                new and any(said == one for _, one, _ in kept)
            )
            place = place & there or place or there
            kept.append((before, said if fits else "", new))
        told = tidy(_behind(kept)) if any(new for _, _, new in parts) else text
        return told if self.says(told) else text

    def says(self, told: str) -> bool:
        """Whether a sentence has a taught word that means something by itself."""
        return any(word in self.taught and word not in LINKS for word in _words(told))

    def knows(self, text: str) -> bool:
        """Whether any of a sentence's own words, or several together, mean something."""
        return any(self.says(said) for _, said, _ in self._parts(text))

    def spelt_out(self, told: str) -> str:
        """A sentence in taught words with "a" before a place or landmark that has no article.

        Captions that are a bare word are few, and what is drawn of "village" is a ghost of what
        is drawn of "a village".
        """
        return _CLAUSE.sub(lambda clause: self._with_article(clause[0]), told)

    def places(self, told: str) -> frozenset[str]:
        """The places that a sentence in taught words speaks of; none if of no place, or of any."""
        return self._place([told])

    def names_place(self, text: str) -> bool:
        """Whether a sentence, told in taught words, calls a place by its name."""
        return not PLACE_NAMES.isdisjoint(_words(self.told(text)))

    def is_name(self, text: str) -> bool:
        """Whether a sentence is the name of a place and no more: no word that follows is strange.

        "A dusty desert" is, and "a spaceship lands" and "make the desert red" are none.
        """
        said = [(words, new) for _, words, new in self._parts(text)][:-1]
        named = [not PLACE_NAMES.isdisjoint(_words(words)) for words, _ in said]
        strange = [new and not words for words, new in said]
        return any(named) and not strange[0] and not any(strange[named.index(True) :])

    def _at_the_sea(
        self, said: str, place: frozenset[str], before: list[tuple[str, str, bool]]
    ) -> str:
        """What is told of the sea where another place is named: of a village by it, a lake."""
        joined = bool(before) and before[-1][1].lower() in LINKS
        elsewhere = bool(place) and not place & _SEA and not place <= INDOORS
        return _WATER if joined and elsewhere and self._place([said]) == _SEA else said

    def _parts(self, text: str) -> Iterator[tuple[str, str, bool]]:
        """What stands before a word or several, what they are told as, and whether that is new."""
        found = [match.span() for match in _WORD.finditer(text)]
        end, index = 0, 0
        while index < len(found):
            count, told = self._longest(text, found[index:])
            first, last = found[index][0], found[index + count - 1][1]
            yield text[end:first], text[first:last] if told is None else told, told is not None
            end, index = last, index + count
        yield text[end:], "", False

    def _longest(self, text: str, spans: list[tuple[int, int]]) -> tuple[int, str | None]:
        """How many words from here on belong together, and what they mean; None as they stand.

        What hyphens join is never parted, unless each of its parts was taught.
        """
        joined = next((n for n in range(1, len(spans)) if not _hyphen(text, spans, n)), len(spans))
        for count in range(min(len(spans), max(_MOST, joined)), joined - 1, -1):
            if count < len(spans) and _hyphen(text, spans, count):
                continue
            words = " ".join(text[first:last] for first, last in spans[:count]).lower()
            words = _POSSESSIVE.sub("", words)
            if words in self.phrases:
                return count, None
            if words in self.meant:
                return count, self.meant[words]
        solid = words.replace(" ", "")
        if joined > 1 and solid in self.meant:
            return joined, self.meant[solid]
        return joined, None if all(word in self.taught for word in words.split()) else ""

    def _with_article(self, clause: str) -> str:
        """A clause as it is, or with an article if it begins with a place or landmark."""
        words = _words(clause)
        end = next((at for at, word in enumerate(words) if word in LINKS), len(words))
        named = words[:end]
        nouns = LANDMARKS.union(word for word in named if self.taught.get(word))
        if not nouns.intersection(named) or named[-1].endswith("s"):
            return clause
        begins = len(clause) - len(clause.lstrip())
        article = "an " if named[0][0] in "aeiou" else "a "
        return clause[:begins] + article + clause[begins:]

    def _place(self, said: Iterator[str] | list[str]) -> frozenset[str]:
        """The places that all of these words may speak of; a word that fits no more is passed."""
        place: frozenset[str] = frozenset()
        for word in (word for words in said for word in _words(words)):
            there = self.taught.get(word, frozenset())
            place = place & there or place or there
        return place


def _hyphen(text: str, spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a hyphen joins the word there to the one before."""
    return text[spans[at - 1][1] : spans[at][0]] == "-"


def _behind(parts: list[tuple[str, str, bool]]) -> str:
    """A sentence of its parts; an adverbial that was put for an adjective goes behind its noun.

    "A [in heavy rain] sandy beach" is "a sandy beach in heavy rain".
    """
    told, held = "", ""
    for at, (before, said, new) in enumerate(parts):
        joins = said.lower().partition(" ")[0] in LINKS
        if held and (before.strip() or joins or at == len(parts) - 1):
            told, held = f"{told} {held}", ""
        follows = _following(parts[at + 1 :])
        qualifies = new and not held and " " in said and ADVERBIAL.match(said)
        if qualifies and follows and follows not in LINKS and not ADVERBIAL.match(follows):
            told, held = told + before, said
        else:
            told += before + said
    return told


def _following(parts: list[tuple[str, str, bool]]) -> str:
    """The next word or several in the same phrase, in lower case; empty if it ends."""
    for before, said, _ in parts:
        if said or before.strip():
            return "" if before.strip() else said.lower()
    return ""


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]

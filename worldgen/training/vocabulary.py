"""The vocabulary: what captions say, and what thousands of other words mean in it.

What captions are made of is taken from them; their synonyms are written by hand
(`data/synonyms.py`). Of every other word of a list, a sentence encoder says which taught word,
or which name of a place, is nearest; what is near to none has no meaning here. Of a noun that
stands for a place, a building or a piece of land, less nearness will do: somewhere it must be.

    python -m worldgen.training.vocabulary TEACHER_DIR WORDS_FILE WORDNET_DIR OUT_DIR

TEACHER_DIR holds all-MiniLM-L6-v2 (Apache-2.0) as `transformers` saves it, WORDS_FILE one word a
line (Debian's wamerican, public domain, was used), WORDNET_DIR WordNet 3.0's `index.noun` and
`data.noun` (Debian's wordnet-base; its licence allows it). It takes some minutes on a CPU and is
done once.

Not here: reading sentences with it (`models/wander/vocabulary.py`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import torch
from torch import Tensor

from worldgen.data import captions
from worldgen.data.captions import article
from worldgen.data.synonyms import SYNONYMS
from worldgen.models.wander.grammar import LINKS
from worldgen.models.wander.vocabulary import Vocabulary
from worldgen.training.loop import tell

NEAR, NEAR_PLACE = 0.62, 0.5
"""Cosine from which a word means about what a taught one does, and a place about what ours is."""
BATCH = 512

_NAME = re.compile(r"[a-z]{3,}(?: [a-z]{2,})?")
_SOMEWHERE = ("06", "15", "17")
"""WordNet's files of artefacts, locations and natural objects."""

Embed = Callable[[Sequence[str]], Tensor]
"""Texts to (N, D) unit vectors."""

_BESIDE = (
    captions.TIMES, captions.TIMES_IN, captions.SKIES, captions.WORDS, captions.CLEAR_AT,
    captions.SEASONAL, captions.MARKS, captions.GROWTH,
)  # fmt: skip
_NOT_MEANT = frozenset({
    "fall", "falling", "small", "great", "covered", "living", "few", "dry", "first", "person",
    "picture", "view", "reading", "standing", "walk", "walking",
})  # fmt: skip
"""Taught words of two minds, or that say too little: no other word is told as these."""
_MISHEARD = frozenset({
    # what means the opposite
    "chilled", "chilly", "cold", "colder", "coldest", "shivering", "black", "late", "later",
    "soonest", "short", "shorter", "thin", "thinly", "thinned", "thinner", "thinners", "thinness",
    "thinnest", "thins", "lighter", "lightweight", "lightweights", "weightless", "young",
    "younger", "newer",
    "drying", "dryness", "drys", "dried", "drought", "droughts", "alive", "treeless", "leafless",
    "skinny", "slim", "cloudburst", "cloudbursts", "cloudier", "cloudiest", "cirrus cloud",
    "colorless", "unclothed", "overlong", "fat", "brightness",
    # what only sounds alike, or is about something else
    "before", "beforehand", "immediately", "wind", "good", "well point", "lavatories", "poppies",
    "fists", "forearms", "gloves", "hands", "nearby", "music", "computer", "desktop", "vista",
    "training", "train", "trained", "led", "thatched roof", "beside", "alongside", "underneath",
    "breakfast", "hour", "today", "racial", "blacks", "apartheid", "climbed", "camping", "boards",
    "temp", "temps", "database", "radio", "navels", "belly", "verse", "verses", "killed", "die",
    "dies", "season", "seasons", "landed", "lander", "landing", "lands", "divine", "twitch",
    # what a thing is made of: a table of wood is no wood, and a floor of marble no hall
    "wooden", "woodenly", "log", "logs", "timber", "timbers", "timbered", "marble", "brick",
    "bricks", "iron", "steel", "metal", "bronze", "copper", "gold", "silver", "plank", "planks",
    "concrete", "granite", "limestone", "clay", "brick wall", "stone wall", "floor", "floors",
    "flooring", "floorboard", "floorboards", "log cabins",
})  # fmt: skip
"""Words that an encoder holds for near to a taught one, and that mean something else."""

_STUFF = frozenset({"wood", "stone", "glass", "sandstone"})
"""Taught words of what things are made of: what is near to them is, and makes no place."""

_OF_ANY_PLACE = frozenset({
    "ancient", "coloured", "dead", "dry", "few", "glass", "glowing", "grassy", "great", "green",
    "land", "leafy", "long", "murky", "overgrown", "path", "plain", "red", "rock", "rocky",
    "ruined", "sandy", "sea", "tables", "wood",
})  # fmt: skip
"""Taught words that captions have of one place alone, and people of any."""


def taught() -> Vocabulary:
    """What captions say and what synonyms mean; no encoder is asked."""
    beside = [phrase for group in _BESIDE for phrases in group.values() for phrase in phrases]
    anywhere = {word for phrase in (*beside, *captions.OPENINGS) for word in _words(phrase)}
    words: dict[str, set[str]] = {word: set() for word in (*anywhere, "a", "an")}
    for place, phrases in captions.PLACES.items():
        for word in {word for phrase in phrases for word in _words(phrase)} - anywhere:
            there = words.setdefault(word, set())
            if word not in LINKS | _OF_ANY_PLACE:
                there.add(place)
    said = [*beside, *(phrase for phrases in captions.PLACES.values() for phrase in phrases)]
    return Vocabulary(
        taught={word: frozenset(places) for word, places in words.items()},
        phrases=frozenset(" ".join(_words(p)) for p in said if len(_words(p)) > 1),
        meant={word: means for means, others in SYNONYMS.items() for word in others},
    )


def widened(
    known: Vocabulary, words: Sequence[str], somewhere: Collection[str], embed: Embed
) -> Vocabulary:
    """A vocabulary that also knows what those of `words` mean that are near to a taught one.

    Args:
        known: what is known already.
        words: others, one or several words each.
        somewhere: those of them that stand for places and for what is built.
        embed: the encoder.
    """
    told = known.taught.keys() | known.meant.keys() | _MISHEARD
    strange = [word for word in words if word not in told]
    telling = [w for w in known.taught if w not in LINKS | _NOT_MEANT and w not in known.meant]
    places = [phrase for phrases in captions.PLACES.values() for phrase in phrases]
    by_word, word = _nearest(embed(strange), embed(telling))
    by_place, place = _nearest(
        embed([article(w) for w in strange]), embed([article(p) for p in places])
    )
    meant = dict(known.meant)
    for index, name in enumerate(strange):
        if by_place[index] >= (NEAR_PLACE if name in somewhere else max(NEAR, by_word[index])):
            meant[name] = places[place[index]]
        elif by_word[index] >= NEAR and telling[word[index]] not in _STUFF:
            meant[name] = telling[word[index]]
    return Vocabulary(taught=known.taught, phrases=known.phrases, meant=meant)


def _nearest(vectors: Tensor, to: Tensor) -> tuple[list[float], list[int]]:
    """Of each row the largest cosine, and with which."""
    best = (vectors @ to.T).max(dim=1)
    return best.values.tolist(), best.indices.tolist()


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def teacher(folder: Path) -> Embed:
    """The encoder in `folder`."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder).eval()

    @torch.inference_mode()
    def embed(texts: Sequence[str]) -> Tensor:
        rows = []
        for at in range(0, len(texts), BATCH):
            batch = tokenizer(list(texts[at : at + BATCH]), padding=True, return_tensors="pt")
            mask = batch["attention_mask"][..., None]
            pooled = (model(**batch).last_hidden_state * mask).sum(1) / mask.sum(1)
            rows.append(pooled / pooled.norm(dim=1, keepdim=True))
        return torch.cat(rows)

    return embed


def places_of(wordnet: Path) -> set[str]:
    """Nouns of one or two words whose first sense is an artefact, a location or a natural object.

    Args:
        wordnet: folder of WordNet's files, in the format of its wndb(5WN).
    """
    kinds = {line[:8]: line[9:11] for line in _entries(wordnet / "data.noun")}
    found = set()
    for line in _entries(wordnet / "index.noun"):
        noun, _, senses, *rest = line.split()
        name = noun.replace("_", " ")
        if kinds[rest[-int(senses)]] in _SOMEWHERE and _NAME.fullmatch(name):
            found.add(name)
    return found


def _entries(path: Path) -> list[str]:
    """Lines of a file of WordNet's, without its licence at the top."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("  ")]


def main(teacher_dir: Path, words_file: Path, wordnet: Path, out_dir: Path) -> None:
    """Write `vocabulary.json` into `out_dir`."""
    somewhere = places_of(wordnet)
    lines = words_file.read_text(encoding="utf-8").splitlines()
    words = sorted(somewhere | {line for line in lines if _NAME.fullmatch(line)})
    made = widened(taught(), words, somewhere, teacher(teacher_dir))
    made.write(out_dir)
    tell(f"{len(made.taught)} taught, {len(made.meant)} of {len(words)} others -> {out_dir}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))

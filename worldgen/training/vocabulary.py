"""The vocabulary: what captions say, and what thousands of other words mean in it.

What captions are made of is taken from them; their synonyms are written by hand
(`data/synonyms.py`). For every other word of a list, a sentence encoder says which taught word,
or which name of a place, is nearest; what is near to none has no meaning here.

    python -m worldgen.training.vocabulary TEACHER_DIR WORDS_FILE OUT_DIR

TEACHER_DIR holds all-MiniLM-L6-v2 (Apache-2.0) as `transformers` saves it, WORDS_FILE one word a
line (Debian's wamerican, public domain, was used). It takes some minutes on a CPU and is done once.

Not here: reading sentences with it (`models/wander/vocabulary.py`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from worldgen.data import captions
from worldgen.data.captions import article
from worldgen.data.synonyms import SYNONYMS
from worldgen.models.wander.vocabulary import LINKS, Vocabulary
from worldgen.training.loop import tell

NEAR = 0.62
"""Cosine from which a word means about what a taught one does."""
BATCH = 512
SHORTEST = 3

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


def taught() -> Vocabulary:
    """What captions say and what synonyms mean; no encoder is asked."""
    beside = [phrase for group in _BESIDE for phrases in group.values() for phrase in phrases]
    anywhere = {word for phrase in (*beside, *captions.OPENINGS) for word in _words(phrase)}
    words: dict[str, set[str]] = {word: set() for word in (*anywhere, "a", "an")}
    for place, phrases in captions.PLACES.items():
        for word in {word for phrase in phrases for word in _words(phrase)} - anywhere:
            words.setdefault(word, set()).add(place)
    said = [*beside, *(phrase for phrases in captions.PLACES.values() for phrase in phrases)]
    return Vocabulary(
        taught={word: frozenset(places) for word, places in words.items()},
        phrases=frozenset(" ".join(_words(p)) for p in said if len(_words(p)) > 1),
        meant={word: means for means, others in SYNONYMS.items() for word in others},
    )


def widened(known: Vocabulary, words: Sequence[str], embed: Embed) -> Vocabulary:
    """A vocabulary that also knows what those of `words` mean that are near to a taught one."""
    strange = [word for word in words if word not in known.taught and word not in known.meant]
    telling = [w for w in known.taught if w not in LINKS | _NOT_MEANT and w not in known.meant]
    places = [phrase for phrases in captions.PLACES.values() for phrase in phrases]
    by_word, word = _nearest(embed(strange), embed(telling))
    by_place, place = _nearest(
        embed([article(w) for w in strange]), embed([article(p) for p in places])
    )
    meant = dict(known.meant)
    for index, name in enumerate(strange):
        if max(by_word[index], by_place[index]) >= NEAR:
            closer = by_place[index] >= by_word[index]
            meant[name] = places[place[index]] if closer else telling[word[index]]
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


def main(teacher_dir: Path, words_file: Path, out_dir: Path) -> None:
    """Write `vocabulary.json` into `out_dir`."""
    lines = words_file.read_text(encoding="utf-8").splitlines()
    plain = [line for line in lines if re.fullmatch(rf"[a-z]{{{SHORTEST},}}", line)]
    made = widened(taught(), plain, teacher(teacher_dir))
    made.write(out_dir)
    tell(f"{len(made.taught)} taught, {len(made.meant)} of {len(plain)} others -> {out_dir}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))

"""Words to vectors: a table of word pieces, distilled from all-MiniLM-L6-v2.

    "a snowy village at dusk" ──▶ (24, 128) vectors and a mask

The table knows that "hamlet" is near "village"; what a sentence makes of its
words is for the denoiser's own text block to say. Case and accents do not
matter. What is beyond the 24th piece is not read.

Not here: making the table (`training/text_table.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import BertWordPieceTokenizer
from torch import Tensor

MAX_PIECES = 24


class TextTable:
    """The vocabulary and its vectors, read-only.

    Args:
        folder: holds `table.safetensors` (int8 rows and float scales) and `vocab.txt`.
    """

    def __init__(self, folder: Path) -> None:
        tensors = load_file(folder / "table.safetensors")
        self._table, self._scale = tensors["table"], tensors["scale"]
        self._tokenizer = BertWordPieceTokenizer(str(folder / "vocab.txt"), lowercase=True)
        self._tokenizer.enable_truncation(MAX_PIECES + 2)

    @property
    def width(self) -> int:
        """Length of one vector."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        """Vectors (B, 24, width) float32 and mask (B, 24) bool, True where there is a word piece.

        An empty text has one zero vector: it is what the model was taught "no words" looks like.
        """
        vectors = torch.zeros(len(texts), MAX_PIECES, self.width)
        mask = torch.zeros(len(texts), MAX_PIECES, dtype=torch.bool)
        mask[:, 0] = True
        for row, text in enumerate(texts):
            pieces = self._tokenizer.encode(text, add_special_tokens=False).ids[:MAX_PIECES]
            if pieces:
                ids = torch.tensor(pieces)
                vectors[row, : len(ids)] = self._table[ids].float() * self._scale[ids, None]
                mask[row, : len(ids)] = True
        return vectors, mask

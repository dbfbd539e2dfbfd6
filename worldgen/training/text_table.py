"""Distil a sentence encoder into a table: one short vector for each word piece.

Every piece of the vocabulary is put through the teacher by itself, the answers
are reduced to their first principal components and stored as int8. This is the
method of Model2Vec (Minish Lab, 2024) without its reweighting: the built-in
model learns its own. It takes some minutes on a CPU and is done once.

    python -m worldgen.training.text_table TEACHER_DIR OUT_DIR

TEACHER_DIR holds all-MiniLM-L6-v2 (Apache-2.0) as `transformers` saves it.

Not here: reading the table (`models/wander/text.py`).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file

from worldgen.training.loop import tell

DIM = 128
BATCH = 512


@torch.inference_mode()
def embed_vocabulary(teacher_dir: Path) -> torch.Tensor:
    """(V, 384) float32: the teacher's mean-pooled answer to every word piece alone."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(teacher_dir)
    teacher = AutoModel.from_pretrained(teacher_dir).eval()
    pieces = torch.arange(tokenizer.vocab_size)
    rows = []
    for chunk in pieces.split(BATCH):
        ends = torch.ones_like(chunk)
        ids = torch.stack([ends * tokenizer.cls_token_id, chunk, ends * tokenizer.sep_token_id], 1)
        rows.append(teacher(input_ids=ids).last_hidden_state.mean(1))
    return torch.cat(rows)


def reduce(vectors: torch.Tensor, dim: int = DIM) -> tuple[torch.Tensor, torch.Tensor]:
    """Principal components, equal in scale by the root of their share, as int8 with row scales.

    Args:
        vectors: (V, D) float32.
        dim: components to keep.

    Returns:
        (V, dim) int8 and (V,) float32 scales: a vector is row times scale, of length about 1.
    """
    centred = vectors - vectors.mean(0)
    _, spread, axes = torch.linalg.svd(centred, full_matrices=False)
    short = centred @ axes[:dim].T / spread[:dim].sqrt()
    short = short / short.norm(dim=1, keepdim=True).clamp_min(1e-6)
    scale = short.abs().amax(1).clamp_min(1e-6) / 127
    return (short / scale[:, None]).round().to(torch.int8), scale


def main(teacher_dir: Path, out_dir: Path) -> None:
    """Write `table.safetensors` and `vocab.txt` into `out_dir`."""
    table, scale = reduce(embed_vocabulary(teacher_dir))
    out_dir.mkdir(parents=True, exist_ok=True)
    save_file({"table": table, "scale": scale}, out_dir / "table.safetensors")
    shutil.copy(teacher_dir / "vocab.txt", out_dir / "vocab.txt")
    tell(f"{len(table)} pieces x {table.shape[1]} -> {out_dir}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

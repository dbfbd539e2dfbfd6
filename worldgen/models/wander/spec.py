"""What the built-in model draws, and where its weights lie. Cheap to import.

Not here: reading the weights (`painter.py`), whether they are whole (`sums.py`).
"""

from __future__ import annotations

import math
from pathlib import Path

from worldgen.models.base import ModelSpec

SPEC = ModelSpec(
    name="wander",
    title="Built-in RGB-D world model for a bare CPU",
    width_px=256,
    height_px=144,
    hfov_rad=math.radians(70.0),
    dt_s=0.1,
    keys=("W", "A", "S", "D", "LEFT", "RIGHT", "UP", "DOWN", "SPACE", "SHIFT"),
    licence="Apache-2.0",
    looks_aside=True,
)

WEIGHTS_DIR = Path(__file__).parents[3] / "assets" / "models" / "wander"

WEIGHTS = "diffusion_pytorch_model.safetensors"
"""What diffusers calls a network's weights."""

FILES = (
    "model_index.json",
    "autoencoder/config.json",
    f"autoencoder/{WEIGHTS}",
    "denoiser/config.json",
    f"denoiser/{WEIGHTS}",
    "compositor/config.json",
    f"compositor/{WEIGHTS}",
    "monodepth/config.json",
    f"monodepth/{WEIGHTS}",
    "text/table.safetensors",
    "text/vocab.txt",
    "text/vocabulary.json",
)


def missing_files(folder: Path = WEIGHTS_DIR) -> str | None:
    """Which of the files in `folder` are not there, in words; None when all are."""
    absent = [name for name in FILES if not (folder / name).is_file()]
    return f"weights not found in {folder.name}: {', '.join(absent)}" if absent else None

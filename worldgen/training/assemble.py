"""The stages' averages as the pipeline that ships: bf16 on disk, shards under 16 MiB.

Not here: whether it is better than what shipped before (`evaluation`).
"""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import torch

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.monodepth import MonocularDepth
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.text import TextTable

SHARD_BYTES = 16 << 20


def pipeline(
    autoencoder: RGBDAutoencoder,
    denoiser: HintedDenoiser,
    compositor: Compositor,
    table: TextTable,
    device: str = "cpu",
) -> WanderPipeline:
    """The networks that walk, as at play: together, in bf16, with their words, on a device."""
    networks = (autoencoder, denoiser, compositor)
    pipe = WanderPipeline(
        *(deepcopy(network).to(device, torch.bfloat16).eval() for network in networks)
    )
    pipe.table = table
    return pipe


def assemble(
    autoencoder: RGBDAutoencoder,
    denoiser: HintedDenoiser,
    compositor: Compositor,
    monodepth: MonocularDepth,
    folder: Path,
) -> None:
    """Write the networks into `folder` as a diffusers pipeline; `text/` beside them stays."""
    networks = (autoencoder, denoiser, compositor, monodepth)
    pipe = WanderPipeline(*(network.to(torch.bfloat16) for network in networks))
    pipe.save_pretrained(folder, safe_serialization=True, max_shard_size=SHARD_BYTES)
    for config in folder.glob("*/config.json"):
        known = json.loads(config.read_text(encoding="utf-8"))
        known.pop("_name_or_path", None)  # where it was read from is nobody's business
        config.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")

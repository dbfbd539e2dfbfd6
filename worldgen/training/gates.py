"""Whether what a stage made may take the place of what it began from.

    walks that nobody learns from ──▶ error of the new network, and of the old one ──▶ the better

A stage that goes on from shipped weights can make them worse: too few walks, too high a rate, a
damaged shard. Both networks are asked the same questions with the same dice, and the old
one goes on if it is the better. What was measured is kept in RUN/gates.json.

    denoiser  squared error of latents, as in its own training (`denoiser.errors`)
    decoder   distance of looks between what is decoded of drawn latents and what is true there

Not here: figures that people read (`evaluation`), the stages themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.recording.storage import replace_with
from worldgen.training import denoiser, polish
from worldgen.training.dice import Dice
from worldgen.training.finish import Drawn
from worldgen.training.loop import tell

GATES = "gates.json"
BATCHES = 8
SEED = 90
CROP_PX = (96, 160)
CROPS = 4

Network = TypeVar("Network")


class Gates:
    """The verdicts of a run.

    Args:
        folder: of the run; `gates.json` in it names what was measured.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / GATES
        self.verdicts: dict[str, dict[str, float | str]] = {}

    def better(
        self, stage: str, new: Network, old: Network, error: Callable[[Network], float]
    ) -> Network:
        """The one with the smaller error; the old one if they are equal, or the new one has none.

        Args:
            stage: its name.
            new, old: what the stage made, and what it began from.
            error: of a network on what nobody learns from.
        """
        errors = {"new": error(new), "old": error(old)}
        kept = "new" if errors["new"] < errors["old"] else "old"
        self.verdicts[stage] = {**errors, "kept": kept}
        replace_with(self._path, json.dumps(self.verdicts, indent=2).encode())
        told = ", ".join(f"{name} {value:.5f}" for name, value in errors.items())
        tell(f"{stage}: held-out error, {told}; {kept} kept")
        return new if kept == "new" else old


@torch.inference_mode()
def denoiser_error(
    network: HintedDenoiser, samples: denoiser.Samples, config: denoiser.DenoiserConfig
) -> float:
    """Mean error of latents on held-out samples, as training weighs it; always the same dice."""
    network = deepcopy(network).to(config.device, torch.bfloat16).eval()
    total = 0.0
    for batch in range(BATCHES):
        dice = Dice(SEED, batch, config.device)
        clean, known = samples.draw(config, dice)
        loss, _ = denoiser.errors(network, clean, known, 0.0, dice)
        total += float(loss)
    return total / BATCHES


@torch.inference_mode()
def decoder_error(network: RGBDAutoencoder, drawn: Drawn, looks: polish.Looks) -> float:
    """Mean distance of looks between decoded and true crops, place by place."""
    network = deepcopy(network).to(torch.bfloat16).eval()
    total = 0.0
    for batch in range(BATCHES):
        latent, true = drawn.crops(CROP_PX, CROPS, np.random.default_rng([SEED, batch]))
        seen = network.decode(latent.to(network.device, torch.bfloat16)).float()[:, :3]
        told = looks(seen.clamp(-1, 1)), looks(true.to(seen.device))
        total += float(polish.apart(*told))
    return total / BATCHES

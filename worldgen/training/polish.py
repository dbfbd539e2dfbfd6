"""After stage one, the decoder alone, until what it draws is sharp and reads back as it was.

The encoder stays as it is, so every latent keeps its meaning: the hints that were
made and the denoiser that learnt from them stay good. Three pulls:

    truth   the planes of stage one
    looks   what the truth looks like to a network that knows photographs, handed in
    cycle   the latent that was drawn, once the encoder reads the drawing again

The last keeps a place from fading: at play the memory holds what was decoded,
and every hint is that, encoded once more.

Letters: B batch, C planes, H rows, W columns.

Not here: the encoder's training (`autoencoder.py`), the network that looks (`evaluation`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import torch
import torch.nn.functional as nnf
from torch import Tensor

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.training import checkpoint
from worldgen.training.autoencoder import AutoencoderConfig, batches, reconstruction
from worldgen.training.dice import Dice
from worldgen.training.loop import Budget, Progress, pace
from worldgen.training.optimiser import MasterWeights, OptimiserConfig

Looks = Callable[[Tensor], list[Tensor]]
"""(B, 3, H, W) colours in [-1, 1] to activations at some depths, (B, C, h, w) each."""


@dataclass(frozen=True, kw_only=True)
class PolishConfig:
    """The decoder's polish.

    Attributes:
        crops: how stage one's crops are drawn; their budget and optimiser are not used.
        looks, cycle: what these two count for beside the truth.
        noise: largest deviation of the noise that latents get, as the denoiser is never exact.
    """

    budget: Budget
    crops: AutoencoderConfig = field(
        default_factory=lambda: AutoencoderConfig(budget=Budget(steps=1), crop=(96, 160), batch=8)
    )
    looks: float = 0.04
    cycle: float = 0.2
    noise: float = 0.25
    optimiser: OptimiserConfig = field(default_factory=lambda: OptimiserConfig(lr=1e-3))


def train(
    corpus: Path, run: Path, network: RGBDAutoencoder, config: PolishConfig, looks: Looks
) -> RGBDAutoencoder:
    """Train a finished autoencoder's decoder, or go on doing so, in the folder `run`."""
    torch.manual_seed(config.crops.seed)
    network = network.to(config.crops.device, memory_format=torch.channels_last)
    network = network.to(torch.bfloat16).requires_grad_(False)
    network.decoder.requires_grad_(True)
    weights = MasterWeights(network.decoder, config.optimiser)
    progress = Progress("decoder")
    path = run / "decoder.safetensors"
    if path.exists():
        notes = checkpoint.load(path, weights)
        progress.steps, progress.seconds = notes["steps"], notes["seconds"]
    for whole, _, truth in batches(corpus, config.crops, progress.steps):
        share = config.budget.share(progress.seconds, progress.steps)
        if share >= 1:
            break
        dice = Dice(config.crops.seed, progress.steps, config.crops.device)
        figures = learn(network, whole, truth, config, looks, dice)
        figures["norm"] = weights.step(pace(share))
        if progress.tick(config.budget, config.crops.batch, figures):
            checkpoint.save(path, weights, {"seconds": progress.seconds})
    finished = network.float()
    finished.decoder.load_state_dict(weights.average_state())
    return finished.eval()


def learn(
    network: RGBDAutoencoder,
    whole: Tensor,
    truth: Tensor,
    config: PolishConfig,
    looks: Looks,
    dice: Dice,
) -> dict[str, float]:
    """One forward and backward pass; the figures worth watching."""
    with torch.no_grad():
        latent = network.encode_raw(whole.bfloat16())
    spread = dice.uniform(len(latent), 1, 1, 1) * config.noise
    told = latent + (dice.normal(*latent.shape) * spread).to(latent.dtype)
    drawn = network.decode_raw(told).float()
    near, _ = reconstruction(drawn, truth, torch.ones_like(truth[:, :2]))
    alike = apart(looks(drawn[:, :3]), looks(truth[:, :3]))
    again = network.encode_raw(_as_seen(drawn).bfloat16())
    cycle = (again - told).float().square().mean()
    total = near + config.looks * alike + config.cycle * cycle
    total.backward()
    colour = float((drawn[:, :3] - truth[:, :3]).detach().square().mean().log10())
    return {
        "psnr_db": -10 * (colour - 0.60206),
        "near": float(near.detach()),
        "looks": float(alike.detach()),
        "cycle": float(cycle.detach()),
    }


def apart(drawn: list[Tensor], truth: list[Tensor]) -> Tensor:
    """Mean over depths of the squared difference of unit vectors, place by place."""
    depths = [
        (nnf.normalize(x, dim=1) - nnf.normalize(y.detach(), dim=1)).square().sum(1).mean()
        for x, y in zip(drawn, truth, strict=True)
    ]
    return torch.stack(depths).mean()


def _as_seen(drawn: Tensor) -> Tensor:
    """Drawn planes as the memory would hand them back: all known, sky at no closeness."""
    close = torch.where(drawn[:, 4:5] > 0, -torch.ones_like(drawn[:, 3:4]), drawn[:, 3:4])
    known = torch.ones_like(drawn[:, :2])
    return torch.cat([drawn[:, :3].clamp(-1, 1), close.clamp(-1, 1), known], dim=1)

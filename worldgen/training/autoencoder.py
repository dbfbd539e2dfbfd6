"""Stage one: RGB-D to latents and back, from crops, with much of them hidden.

Every crop goes in twice: whole, and as a hint would show it (no depth, no
colour, holes). What the hint knows must come back, and its latents must agree
with the whole crop's where a cell is all known: then a place seen before is,
to the denoiser, already drawn.

Letters: B batch, C planes, H rows, W columns.

Not here: the network (`models/wander/autoencoder.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as nnf
from torch import Tensor

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.planes import seen_planes
from worldgen.training import checkpoint
from worldgen.training.corpus import Walk, read_walk, walk_files
from worldgen.training.dice import Dice
from worldgen.training.loop import Budget, Progress, pace
from worldgen.training.optimiser import MasterWeights, OptimiserConfig


@dataclass(frozen=True, kw_only=True)
class AutoencoderConfig:
    """Stage one.

    Attributes:
        crop: rows and columns of a crop; 8 divides both.
        batch: crops a step; each goes in whole and hidden.
        reload_steps: steps between reading further walks.
        walks_held: walks in memory at a time.
        device: where it learns, as torch names it.
        seed: of crops, masks and noise.
    """

    budget: Budget
    crop: tuple[int, int] = (72, 128)
    batch: int = 16
    reload_steps: int = 10
    walks_held: int = 48
    device: str = "cpu"
    seed: int = 0
    optimiser: OptimiserConfig = field(default_factory=OptimiserConfig)


def train(corpus: Path, run: Path, config: AutoencoderConfig) -> RGBDAutoencoder:
    """Train, or go on training, in the folder `run`; returns the averaged network."""
    torch.manual_seed(config.seed)
    network = RGBDAutoencoder().to(config.device, memory_format=torch.channels_last)
    weights = MasterWeights(network, config.optimiser)
    progress = Progress("autoencoder")
    path = run / "autoencoder.safetensors"
    checkpoint.resume(path, weights, progress)
    for whole, hidden, truth in batches(corpus, config, progress.steps):
        share = config.budget.share(progress.seconds, progress.steps)
        if share >= 1:
            break
        figures = _step(
            network, whole, hidden, truth, Dice(config.seed, progress.steps, config.device)
        )
        figures["norm"] = weights.step(pace(share))
        if progress.tick(config.budget, config.batch, figures):
            checkpoint.save(path, weights, {"seconds": progress.seconds})
    return finish(weights, corpus)


def _step(
    network: RGBDAutoencoder, whole: Tensor, hidden: Tensor, truth: Tensor, dice: Dice
) -> dict[str, float]:
    """One forward and backward pass; the figures worth watching."""
    latent = network.encode_raw(torch.cat([whole, hidden]).bfloat16())
    of_whole, of_hidden = latent.float().chunk(2)
    known = (nnf.avg_pool2d((hidden[:, 4:6] > 0).float(), 8) == 1).all(1, keepdim=True).float()
    agree = ((of_hidden - of_whole.detach()).square() * known).mean()
    spread = dice.uniform(len(latent), 1, 1, 1) * 0.2
    noisy = latent + (dice.normal(*latent.shape) * spread).to(latent.dtype)
    drawn = network.decode_raw(noisy).float()
    seen = torch.cat([torch.ones_like(whole[:, 4:6]), hidden[:, 4:6]])
    loss, colour = reconstruction(drawn, truth.repeat(2, 1, 1, 1), (seen > 0).float())
    total = loss + 0.05 * agree + 1e-4 * latent.float().square().mean()
    total.backward()
    psnr = -10 * float(torch.log10(colour / 4))
    return {"loss": float(total.detach()), "psnr_db": psnr, "agree": float(agree.detach())}


def reconstruction(drawn: Tensor, truth: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
    """How far drawn planes are from the truth where it was seen.

    Args:
        drawn: (B, 6, H, W) from the decoder.
        truth: (B, 6, H, W): colours and closeness in [-1, 1], sky and moving in {0, 1}.
        seen: (B, 2, H, W) 0 or 1, of colour and of depth.

    Returns:
        The loss, and the mean squared error of colours of the whole crops' half.
    """
    by_plane = torch.cat([seen[:, :1].expand(-1, 3, -1, -1), seen[:, 1:]], dim=1)
    error = (drawn[:, :4] - truth[:, :4]) * by_plane
    near = nnf.smooth_l1_loss(error, torch.zeros_like(error), beta=0.05)
    edges = sum(
        (error.diff(dim=dim) * by_plane.narrow(dim, 1, by_plane.shape[dim] - 1)).abs().mean()
        for dim in (2, 3)
    )
    masks = nnf.binary_cross_entropy_with_logits(drawn[:, 4:], truth[:, 4:], reduction="none")
    both = seen.prod(1, keepdim=True)
    loss = near + 0.3 * edges + 0.03 * (masks * both).mean()
    half = len(drawn) // 2
    return loss, error[:half, :3].detach().square().mean()


def batches(
    corpus: Path, config: AutoencoderConfig, first_step: int
) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Endless (whole, hidden, truth) crops, each (B, 6, H, W), repeatable from any step on."""
    held: list[Walk] = []
    step = first_step
    while True:
        dice = np.random.default_rng([config.seed, step])
        if not held or step % config.reload_steps == 0:
            held = _further_walks(corpus, held, config.walks_held, dice)
        crops = [
            _crop(held[int(dice.integers(len(held)))], config.crop, dice)
            for _ in range(config.batch)
        ]
        whole, hidden, truth = _planes(crops, dice)
        yield whole.to(config.device), hidden.to(config.device), truth.to(config.device)
        step += 1


def _further_walks(
    corpus: Path, held: list[Walk], limit: int, dice: np.random.Generator
) -> list[Walk]:
    """Read a few more walks (all of them at first) and let the oldest go."""
    files = walk_files(corpus)
    count = min(limit, len(files)) if not held else max(1, limit // 12)
    picked = dice.choice(len(files), size=count, replace=count > len(files))
    return (held + [read_walk(files[int(index)]) for index in picked])[-limit:]


def _crop(walk: Walk, size: tuple[int, int], dice: np.random.Generator) -> dict[str, np.ndarray]:
    frame = int(dice.integers(len(walk.rgb)))
    rows, columns = size
    top = int(dice.integers(walk.rgb.shape[1] - rows + 1))
    left = int(dice.integers(walk.rgb.shape[2] - columns + 1))
    window = (frame, slice(top, top + rows), slice(left, left + columns))
    parts = {name: getattr(walk, name)[window] for name in ("rgb", "depth_m", "sky", "moving")}
    if dice.random() < 0.5:
        parts = {name: part[:, ::-1] for name, part in parts.items()}
    return parts


def _planes(
    crops: list[dict[str, np.ndarray]], dice: np.random.Generator
) -> tuple[Tensor, Tensor, Tensor]:
    stack = {name: torch.from_numpy(np.stack([crop[name] for crop in crops])) for name in crops[0]}
    ones = torch.ones(stack["depth_m"].shape)
    whole = seen_planes(stack["rgb"], stack["depth_m"], ones, ones)
    truth = torch.cat([whole[:, :4], stack["sky"][:, None], stack["moving"][:, None]], dim=1)
    confidence = torch.from_numpy(np.stack([hide(ones.shape[1:], dice) for _ in crops]))
    hidden = seen_planes(stack["rgb"], stack["depth_m"], confidence[:, 0], confidence[:, 1])
    return whole, hidden, truth


def hide(size: tuple[int, ...], dice: np.random.Generator) -> np.ndarray:
    """Confidences (2, H, W) float32 of colour and depth, as a hint might have them."""
    known = np.ones((2, *size), np.float32)
    kind = dice.random()
    if kind < 0.25:
        known[1] = 0
    elif kind < 0.35:
        known[0] = 0
    if kind > 0.2:
        known *= 0.3 + 0.7 * dice.random()
        known *= _holes(size, dice)
    return known


def _holes(size: tuple[int, ...], dice: np.random.Generator) -> np.ndarray:
    """(H, W) of 0 and 1: a hidden side, some boxes, and speckle along torn edges."""
    keep = np.ones(size, np.float32)
    rows, columns = size
    if dice.random() < 0.5:
        side = int(dice.integers(columns))
        keep[:, side:] = 0 if dice.random() < 0.5 else keep[:, side:]
    for _ in range(int(dice.integers(5))):
        top, left = int(dice.integers(rows)), int(dice.integers(columns))
        high, wide = dice.integers(2, rows // 2), dice.integers(2, columns // 3)
        keep[top : top + high, left : left + wide] = 0
    if dice.random() < 0.4:
        keep *= dice.random(size) > 0.3 * dice.random()
    return keep


@torch.no_grad()
def finish(weights: MasterWeights, corpus: Path) -> RGBDAutoencoder:
    """The averaged network in float32, its latents standardised on whole frames."""
    network = RGBDAutoencoder().to(memory_format=torch.channels_last)
    network.load_state_dict(weights.average_state())
    latents = []
    files = walk_files(corpus)
    for path in files[:: max(1, len(files) // 48)]:
        walk = read_walk(path)
        rgb = torch.from_numpy(walk.rgb[::4])
        depth_m = torch.from_numpy(walk.depth_m[::4])
        ones = torch.ones(depth_m.shape)
        latents.append(network.encode_raw(seen_planes(rgb, depth_m, ones, ones)))
    every = torch.cat(latents).transpose(0, 1).flatten(1)
    network.latent_mean.copy_(every.mean(1))
    network.latent_std.copy_(every.std(1))
    return network.eval()

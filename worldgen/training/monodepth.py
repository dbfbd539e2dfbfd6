"""Depth of a photograph, learnt from drawn worlds by a network that has seen photographs.

Every frame of the corpus is a sample: its colours, turned, cut and recoloured at
random, so that neither our palette nor a level camera is leant on, and its exact
closeness. What was learnt on photographs stays as it came: edges and grain look
alike in both, and a network that may forget photographs does. A cut picture is
seen through the same lens again, so what is shown larger is nearer. The loss is
the error of closeness, and that of its gradient at four scales, which keeps edges
(Ranftl et al. 2022).

Letters: B batch, C channels, H rows, W columns.

Not here: the network (`models/wander/monodepth.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

from worldgen.models.wander.monodepth import InvertedResidual, MonocularDepth
from worldgen.models.wander.planes import closeness, metres
from worldgen.training import checkpoint
from worldgen.training.corpus import read_walk
from worldgen.training.dice import Dice
from worldgen.training.loop import Budget, Progress, pace
from worldgen.training.optimiser import MasterWeights, OptimiserConfig

EDGES = 0.5
"""What an error of gradients counts for beside one of closeness."""

Sight = Any
"""An EfficientNet-Lite0 as `efficientnet_lite_pytorch` makes it; its package has no types."""

TURNED_RAD, LARGEST = math.radians(8), 1.7
"""Most that a picture is turned by, and most times that it is shown larger."""


@dataclass(frozen=True, kw_only=True)
class MonodepthConfig:
    """This stage.

    Attributes:
        batch: pictures a step.
        device: where it learns, as torch names it; the frames live there too.
        seed: of every draw.
    """

    budget: Budget
    batch: int = 16
    device: str = "cpu"
    seed: int = 0
    optimiser: OptimiserConfig = field(
        default_factory=lambda: OptimiserConfig(lr=1e-3, lr_other=1e-3, average=0.998)
    )


class Frames:
    """The frames of some walks, in a device's memory.

    Attributes:
        rgb: (N, H, W, 3) uint8.
        close: (N, H, W) float16 closeness in [0, 1]; 0 is sky.
    """

    def __init__(self, files: Sequence[Path], device: str = "cpu") -> None:
        walks = [read_walk(path) for path in files]
        self.rgb = torch.from_numpy(np.concatenate([walk.rgb for walk in walks])).to(device)
        depths = (torch.from_numpy(walk.depth_m.astype(np.float32)) for walk in walks)
        self.close = torch.cat([closeness(depth_m).half() for depth_m in depths]).to(device)

    def draw(self, config: MonodepthConfig, dice: Dice) -> tuple[Tensor, Tensor]:
        """Colours (B, 3, H, W) in [-1, 1] as a photographer might have had them, and closeness."""
        pick = dice.below(len(self.rgb), config.batch)
        shades = self.rgb[pick].movedim(-1, 1).float() / 255
        shades, close = reframed(shades, self.close[pick].float()[:, None], dice)
        return recoloured(shades, dice) * 2 - 1, close


def train(frames: Frames, run: Path, config: MonodepthConfig, sight: Sight) -> MonocularDepth:
    """Train, or go on training, in the folder `run`; returns the averaged network.

    Args:
        frames: to learn from.
        run: where the checkpoint lies.
        config: how.
        sight: the EfficientNet-Lite0 to begin with.
    """
    torch.manual_seed(config.seed)
    network = MonocularDepth()
    borrow(network, sight)
    network.stem.requires_grad_(False)
    network.blocks.requires_grad_(False)
    network = network.to(config.device, memory_format=torch.channels_last)
    weights = MasterWeights(network, config.optimiser)
    progress = Progress("monodepth")
    path = run / "monodepth.safetensors"
    checkpoint.resume(path, weights, progress)
    while (share := config.budget.share(progress.seconds, progress.steps)) < 1:
        dice = Dice(config.seed, progress.steps, config.device)
        figures = learn(network, *frames.draw(config, dice))
        figures["norm"] = weights.step(pace(share))
        if progress.tick(config.budget, config.batch, figures):
            checkpoint.save(path, weights, {"seconds": progress.seconds})
    finished = MonocularDepth().to(memory_format=torch.channels_last)
    finished.load_state_dict(weights.average_state())
    return finished.eval()


def learn(network: MonocularDepth, photo: Tensor, close: Tensor) -> dict[str, float]:
    """One forward and backward pass; the figures worth watching."""
    told = network(photo.contiguous(memory_format=torch.channels_last))
    sky = (close <= 0).float()
    solid = 1 - sky
    error = (told[:, :1] / 2 + 0.5 - close) * solid
    near = error.abs().mean()
    edges = _slopes(error, solid)
    seen = nnf.binary_cross_entropy_with_logits(told[:, 1:], sky)
    (near + EDGES * edges + 0.1 * seen).backward()
    drawn_m = metres((told[:, :1] / 2 + 0.5).detach())
    ratio = (drawn_m / metres(close)).log().abs()
    return {
        "near": float(near.detach()),
        "edges": float(edges.detach()),
        "sky": float(seen.detach()),
        "log": float((ratio * solid).sum() / solid.sum().clamp_min(1)),
    }


def borrow(network: MonocularDepth, sight: Sight) -> None:
    """Take an EfficientNet-Lite0's convolutions over, each with its normalisation folded in."""
    _fold(network.stem, sight._conv_stem, sight._bn0)
    with torch.no_grad():  # it was fed (x * 127.5 + 0.5) / 128
        weight, bias = network.stem.weight, network.stem.bias
        assert bias is not None
        bias += weight.sum((1, 2, 3)) * 0.5 / 128
        weight *= 127.5 / 128
    for block, theirs in zip(network.blocks, sight._blocks, strict=False):
        ours = cast(InvertedResidual, block)
        if ours.enter is not None:
            _fold(ours.enter, theirs._expand_conv, theirs._bn0)
        _fold(ours.look, theirs._depthwise_conv, theirs._bn1)
        _fold(ours.leave, theirs._project_conv, theirs._bn2)


@torch.no_grad()
def _fold(into: nn.Conv2d, conv: nn.Conv2d, norm: nn.BatchNorm2d) -> None:
    assert norm.running_var is not None and norm.running_mean is not None and into.bias is not None
    gain = norm.weight * (norm.running_var + norm.eps).rsqrt()
    into.weight.copy_(conv.weight * gain[:, None, None, None])
    into.bias.copy_(norm.bias - norm.running_mean * gain)


def reframed(shades: Tensor, close: Tensor, dice: Dice) -> tuple[Tensor, Tensor]:
    """Mirrored, turned, cut: what is shown larger stands nearer, seen through the same lens."""
    size, (height, width) = len(shades), shades.shape[2:]
    turn = (dice.uniform(size) * 2 - 1) * TURNED_RAD
    larger = LARGEST ** dice.uniform(size)
    mirror = torch.where(dice.uniform(size) < 0.5, -1.0, 1.0)
    room = 1 - 1 / larger
    away = [(dice.uniform(size) * 2 - 1) * room for _ in range(2)]
    tall = height / width
    rows = [
        torch.stack([mirror * turn.cos() / larger, -turn.sin() * tall / larger, away[0]], 1),
        torch.stack([mirror * turn.sin() / tall / larger, turn.cos() / larger, away[1]], 1),
    ]
    grid = nnf.affine_grid(torch.stack(rows, 1), list(shades.shape), align_corners=False)
    shown = nnf.grid_sample(shades, grid, padding_mode="reflection", align_corners=False)
    cut = nnf.grid_sample(close, grid, "nearest", "reflection", align_corners=False)
    scale = larger[:, None, None, None]
    return shown, torch.where(cut > 0, closeness(metres(cut) / scale), cut)


def recoloured(shades: Tensor, dice: Dice) -> Tensor:
    """Other light, other film, another lens: colours in [0, 1] that are no longer ours."""
    size = len(shades)

    def some(low: float, high: float, channels: int = 1) -> Tensor:
        return low + (high - low) * dice.uniform(size, channels, 1, 1)

    mixed = torch.eye(3, device=shades.device) + 0.25 * dice.normal(size, 3, 3)
    mixed = mixed / mixed.sum(2, keepdim=True).clamp_min(0.3)
    often = dice.uniform(size, 1, 1, 1)
    other = torch.einsum("bij,bjhw->bihw", mixed, shades)
    grey = shades.mean(1, keepdim=True)
    shades = torch.where(often < 0.5, other, shades)
    shades = grey + (shades - grey) * torch.where(often > 0.9, 0.0, some(0.4, 1.4))
    shades = shades.clamp(1e-3, 1) ** (2 ** some(-1, 1) * 2 ** some(-0.3, 0.3, 3))
    shades = (shades - 0.5) * some(0.6, 1.4) + 0.5 + some(-0.15, 0.15)
    soft = nnf.avg_pool2d(shades, 3, stride=1, padding=1, count_include_pad=False)
    shades = shades + some(-1, 0.8) * (shades - soft)
    return (shades + some(0, 0.05) * dice.normal(*shades.shape)).clamp(0, 1)


def _slopes(error: Tensor, solid: Tensor) -> Tensor:
    """Mean change of the error from cell to cell at four scales, where both cells are solid."""
    total = error.new_zeros(())
    for _ in range(4):
        for dim in (2, 3):
            both = solid.narrow(dim, 1, solid.shape[dim] - 1) * solid.narrow(
                dim, 0, solid.shape[dim] - 1
            )
            total = total + (error.diff(dim=dim).abs() * both).mean()
        error, solid = error[:, :, ::2, ::2], solid[:, :, ::2, ::2]
    return total / 4

"""The last stage: when to believe memory, learnt from hint, drawing and truth side by side.

The loss is how far the composed colours and their edges are from the truth, and
the composed depth, where nothing moves by itself. Depth is mixed while learning,
so that its gate has a gradient, and chosen at play.

Letters: B batch, C planes, H rows, W columns.

Not here: the network (`models/wander/compositor.py`), the views (`composites.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import torch
import torch.nn.functional as nnf
from safetensors import safe_open
from torch import Tensor

from worldgen.models.wander.compositor import Compositor
from worldgen.training import checkpoint
from worldgen.training.dice import Dice
from worldgen.training.loop import Budget, Progress, pace
from worldgen.training.optimiser import MasterWeights, OptimiserConfig

Crops = dict[str, Tensor]

EDGES = 0.25
"""What an error of edges counts for beside one of colours."""


@dataclass(frozen=True, kw_only=True)
class CompositorConfig:
    """The compositor's learning.

    Attributes:
        walks: how many lend their views, spread over the corpus.
        crop: rows and columns of a crop, both even.
        batch: crops a step.
        seed: of every draw.
    """

    budget: Budget
    walks: int = 600
    crop: tuple[int, int] = (96, 160)
    batch: int = 8
    seed: int = 0
    optimiser: OptimiserConfig = field(
        default_factory=lambda: OptimiserConfig(lr=1e-3, lr_other=5e-4, average=0.995)
    )


def train(views: Path, run: Path, config: CompositorConfig) -> Compositor:
    """Train, or go on training, in the folder `run`; returns the averaged network.

    Args:
        views: folder of `composites.make_composites`.
        run: where the checkpoint lies.
        config: how.
    """
    torch.manual_seed(config.seed)
    network = Compositor().to(memory_format=torch.channels_last)
    weights = MasterWeights(network, config.optimiser)
    progress = Progress("compositor")
    path = run / "compositor.safetensors"
    checkpoint.resume(path, weights, progress)
    files = sorted(views.glob("[0-9]*.safetensors"))
    while (share := config.budget.share(progress.seconds, progress.steps)) < 1:
        dice = Dice(config.seed, progress.steps)
        figures = learn(network, draw_crops(files, config, dice))
        figures["norm"] = weights.step(pace(share))
        if progress.tick(config.budget, config.batch, figures):
            checkpoint.save(path, weights, {"seconds": progress.seconds})
    finished = Compositor().to(memory_format=torch.channels_last)
    finished.load_state_dict(weights.average_state())
    return finished.eval()


def draw_crops(files: list[Path], config: CompositorConfig, dice: Dice) -> Crops:
    """`config.batch` crops of as many views, each (B, C, H, W) under its name."""
    rows: list[Crops] = []
    for at in dice.below(len(files), config.batch).tolist():
        with safe_open(files[at], "pt") as file:
            count, _, height, width = file.get_slice("hint").get_shape()
            row = int(dice.below(count, 1))
            top = int(dice.below(height - config.crop[0] + 1, 1))
            left = int(dice.below(width - config.crop[1] + 1, 1))
            box = (slice(top, top + config.crop[0]), slice(left, left + config.crop[1]))
            window = (slice(row, row + 1), slice(None), *box)
            rows.append({name: file.get_slice(name)[window].float() for name in file.keys()})  # noqa: SIM118 -- not a dict
    return {name: torch.cat([row[name] for row in rows]) for name in rows[0]}


def learn(network: Compositor, crops: Crops) -> dict[str, float]:
    """One forward and backward pass; the figures worth watching."""
    hint, drawn, truth, still = (crops[name] for name in ("hint", "drawn", "truth", "still"))
    colours, gates = network.weigh(drawn, hint)
    error = (colours - truth[:, :3]) * still
    near = nnf.smooth_l1_loss(error, torch.zeros_like(error), beta=0.05)
    edges = sum(error.diff(dim=dim).abs().mean() for dim in (2, 3))
    close = drawn[:, 3:4] + gates[:, 1:] * (hint[:, 3:4] - drawn[:, 3:4])
    depth = ((close - truth[:, 3:4]) * still).abs().mean()
    (near + EDGES * edges + depth).backward()
    known = still * (hint[:, 4:5] > 0)
    return {
        "drawn_db": _psnr_db(drawn[:, :3] - truth[:, :3], known),
        "hint_db": _psnr_db(hint[:, :3] - truth[:, :3], known),
        "composed_db": _psnr_db((colours - truth[:, :3]).detach(), known),
        "depth": float(depth.detach()),
    }


def _psnr_db(error: Tensor, mask: Tensor) -> float:
    """PSNR of errors on a scale of 2, where the mask (B, 1, H, W) is 1."""
    mean = (error.square().mean(1, keepdim=True) * mask).sum() / mask.sum().clamp_min(1)
    return float(-10 * torch.log10(mean / 4 + 1e-9))

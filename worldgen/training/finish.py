"""The last stage of all: the decoder once more, on latents as they are drawn at play.

What two steps of the denoiser make is softer than what the encoder makes of the truth, and a
decoder that has only seen the latter draws it softer than that. No truth can be held against an
invention, so it has two pulls of its own here beside those of the polish:

    keep    colours as coarse as four pixels, depth, sky and what moves, as they were drawn before
    critic  the polish's own, which is shown these pictures, too, and true ones of the same views

Letters: B batch, C planes, H rows, W columns; h and w those of a latent, an eighth.

Not here: who draws (`drift.py`), the other pulls (`polish.py`).
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as nnf
from safetensors.torch import load_file, save_file
from torch import Tensor

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.training import polish
from worldgen.training.autoencoder import AutoencoderConfig, batches
from worldgen.training.corpus import read_walk
from worldgen.training.critic import Critic, disbelief, mistakes, shown
from worldgen.training.dice import Dice
from worldgen.training.drift import Drifter
from worldgen.training.hints import plan
from worldgen.training.loop import Budget, Progress, tell
from worldgen.training.optimiser import MasterWeights, OptimiserConfig
from worldgen.training.polish import Looks, PolishConfig

CELL_PX = 8
COARSE_PX = 4


@dataclass(frozen=True, kw_only=True)
class FinishConfig:
    """The last stage.

    Attributes:
        polish: its settings on the truth; crops are cut alike from what was drawn.
        walks: how many are drawn along, spread over the corpus.
        keep: what the picture as it was before counts for.
    """

    polish: PolishConfig
    walks: int = 400
    keep: float = 1.0


def gently(budget: Budget, batch: int = 4) -> PolishConfig:
    """The polish's settings for a decoder that is nearly good: small steps, little noise."""
    return PolishConfig(
        budget=budget,
        crops=AutoencoderConfig(budget=Budget(steps=1), crop=(96, 160), batch=batch),
        noise=0.15,
        critic=0.5,
        critic_steps=150,
        optimiser=OptimiserConfig(lr=5e-4, lr_other=2e-4),
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """What was drawn along some walks, and what is true there.

    Attributes:
        latent: (N, C, h, w) float16.
        rgb: (N, H, W, 3) uint8.
    """

    latent: Tensor
    rgb: Tensor

    def crops(
        self, size: tuple[int, int], count: int, dice: np.random.Generator
    ) -> tuple[Tensor, Tensor]:
        """Some crops of `size` pixels: latents (B, C, h, w), true colours (B, 3, H, W)."""
        rows, columns = size[0] // CELL_PX, size[1] // CELL_PX
        latents, colours = [], []
        for index in dice.integers(len(self.latent), size=count):
            top = int(dice.integers(self.latent.shape[2] - rows + 1))
            left = int(dice.integers(self.latent.shape[3] - columns + 1))
            latents.append(self.latent[int(index), :, top : top + rows, left : left + columns])
            top, left = top * CELL_PX, left * CELL_PX
            colours.append(self.rgb[int(index), top : top + size[0], left : left + size[1]])
        true = torch.stack(colours).movedim(-1, 1).float() / 127.5 - 1.0
        return torch.stack(latents), true


def make_drawn(files: list[Path], drifter: Drifter, folder: Path) -> Drawn:
    """Draw along some walks, a shard for every 25, what is missing only; all that was drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    shards = plan(files, folder)
    for path, part in shards:
        if not path.exists():
            save_file(_along(part, drifter), path)
            tell(f"drawn {path.stem} of {len(files)} walks")
    rows = [load_file(path) for path, _ in shards]
    return Drawn(
        latent=torch.cat([row["latent"] for row in rows]),
        rgb=torch.cat([row["rgb"] for row in rows]),
    )


def _along(files: list[Path], drifter: Drifter) -> dict[str, Tensor]:
    """Every later frame of some walks as it is drawn, and a start out of each one's words."""
    latents, colours = [], []
    for file in files:
        walk, dice = read_walk(file), np.random.default_rng([int(file.stem), 1])
        blank = torch.zeros(len(walk.rgb))  # a drifter makes its own latents
        latents += [drifter(walk, blank, dice).latents, drifter.begun(walk, dice)]
        colours += [torch.from_numpy(walk.rgb[1:]), torch.from_numpy(walk.rgb[:1])]
    return {"latent": torch.cat(latents).half(), "rgb": torch.cat(colours)}


def train(
    corpus: Path,
    drawn: Drawn,
    run: Path,
    network: RGBDAutoencoder,
    config: FinishConfig,
    looks: Looks,
) -> RGBDAutoencoder:
    """Train a decoder on what was drawn and on the truth, or go on doing so, in the folder `run`.

    Args:
        corpus: walks for the polish's part.
        drawn: what the networks drew at play.
        run: where it stands is kept here.
        network: the autoencoder as it drew that.
        config: of the stage.
        looks: as in `polish`.

    Returns:
        The network in float32, with the decoder's running average.
    """
    settings = config.polish
    device = settings.crops.device
    run.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.crops.seed)
    network = network.to(device, memory_format=torch.channels_last)
    network = network.to(torch.bfloat16).requires_grad_(False)
    former = deepcopy(network)
    network.decoder.requires_grad_(True)
    judge = Critic(polish.channels(looks, settings)).to(device)
    learners = {
        "decoder": MasterWeights(network.decoder, settings.optimiser),
        "critic": MasterWeights(judge, settings.critic_optimiser),
    }
    progress = Progress("finish")
    polish.resume(run, learners, progress)
    for whole, _, truth in batches(corpus, settings.crops, progress.steps):
        share = settings.budget.share(progress.seconds, progress.steps)
        if share >= 1:
            break
        dice = Dice(settings.crops.seed, progress.steps, device)
        pull = settings.critic * min(1.0, progress.steps / settings.critic_steps)
        figures = polish.learn(network, judge, whole, truth, settings, looks, dice, pull)
        pull *= figures.pop("strength")
        some = np.random.default_rng([settings.crops.seed, progress.steps, 7])
        crops = drawn.crops(settings.crops.crop, settings.crops.batch, some)
        told = crops[0].to(device), crops[1].to(device)
        figures |= learn(network, former, judge, told, config.keep, looks, pull)
        figures |= polish.moved(learners, share)
        if progress.tick(settings.budget, 2 * settings.crops.batch, figures):
            polish.keep(run, learners, progress)
    return polish.averaged(network, learners)


def learn(
    network: RGBDAutoencoder,
    former: RGBDAutoencoder,
    judge: Critic,
    crops: tuple[Tensor, Tensor],
    keep: float,
    looks: Looks,
    pull: float,
) -> dict[str, float]:
    """A forward and backward pass on what was drawn; the figures worth watching.

    Args:
        network: whose decoder learns.
        former: the same as it was.
        judge: the critic, which learns, too.
        crops: latents and the true colours of their views.
        keep: what the picture as it was counts for.
        looks: as in `polish`.
        pull: the norm of the critic's pull at the pictures.
    """
    latent, true = crops[0].to(torch.bfloat16), crops[1]
    with torch.no_grad():
        before = former.decode(latent).float()
        true_looks = looks(true)
    after = network.decode(latent).float()
    after_looks = looks(after[:, :3])
    judge.requires_grad_(False)
    seen = shown(after[:, :3], after_looks)
    untrue = disbelief(judge(seen))
    judge.requires_grad_(True)
    away = strayed(after, before)
    (to_former,) = torch.autograd.grad(keep * away, after, retain_graph=True)
    (to_belief,) = torch.autograd.grad(untrue, after, retain_graph=True)
    after.backward(to_former + to_belief * (pull / to_belief.norm().clamp_min(1e-12)))
    wrong = mistakes(judge([part.detach() for part in seen]), judge(shown(true, true_looks)))
    wrong.backward()
    return {
        "away": float(away.detach()),
        "untrue_drawn": float(untrue.detach()),
        "critic_drawn": float(wrong.detach()),
        "sharp_drawn": polish.grain_share(after.detach(), true),
    }


def strayed(after: Tensor, before: Tensor) -> Tensor:
    """How far drawn planes are from what they were in all that ought to stay: all but grain."""
    coarse = nnf.avg_pool2d(after[:, :3] - before[:, :3], COARSE_PX).abs().mean()
    close = (after[:, 3:4] - before[:, 3:4]).abs().mean()
    masks = (after[:, 4:] - before[:, 4:]).clamp(-3, 3).abs().mean()
    return 3 * coarse + 2 * close + 0.1 * masks

"""Stage two: latents out of noise, told what is known; and the same in few steps.

Most of a batch learns the flow: any share of noise, an infinitesimal step. The
rest learns shortcuts (Frans et al. 2024): one step of size d must
land where two of d/2 land. So one network both teaches and learns, and the
weights that ship can go on learning.

Letters: B batch, C channels, H rows, W columns.

Not here: the network (`models/wander/denoiser.py`), the hints (`hints.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import torch
from torch import Tensor

from worldgen.models.wander.denoiser import Condition, HintedDenoiser
from worldgen.models.wander.text import TextTable
from worldgen.training import checkpoint
from worldgen.training.corpus import CAPTIONS, read_walk, walk_file
from worldgen.training.dice import Dice
from worldgen.training.hints import HINTS, read_shards
from worldgen.training.loop import Budget, Progress, pace
from worldgen.training.optimiser import MasterWeights, OptimiserConfig

SHORTCUTS = (1.0, 0.5, 0.25, 0.125)

KNOWN_WEIGHT = 5.0
"""What an error counts for where all is known; 1 where nothing is.

What is invented is off by ten times as much as what is remembered, so that with equal weights
what is remembered is learnt last, and a place fades each time it is seen again.
"""


@dataclass(frozen=True, kw_only=True)
class DenoiserConfig:
    """Stage two.

    Attributes:
        batch: samples a step.
        no_hint, no_words: shares of the batch that are told nothing of the kind.
        first_views: share of those told no hint that are their walk's first view: it shows what
            the words say, a later one may have turned its back on it.
        shortcut: share of the batch that learns large steps.
        start_from: a pipeline's folder whose denoiser goes on learning; None begins anew.
        device: where it learns, as torch names it; latents and hints live there too.
        seed: of every draw.
    """

    budget: Budget
    batch: int = 64
    no_hint: float = 0.35
    no_words: float = 0.1
    first_views: float = 0.5
    shortcut: float = 0.16
    start_from: Path | None = None
    device: str = "cpu"
    seed: int = 0
    optimiser: OptimiserConfig = field(default_factory=OptimiserConfig)


class Samples:
    """Latents, hints and words of a corpus, drawn from by step number alone.

    A walk without words (`hints.Recolouring`) is never drawn from nothing: nobody could ask for it.

    Args:
        shards: folders of `hints.make_shards`.
        corpus: folder of the walks behind them.
        table: turns captions to vectors.
        device: where all of it is kept.
    """

    def __init__(
        self, shards: Sequence[Path], corpus: Path, table: TextTable, device: str = "cpu"
    ) -> None:
        self.rows = {name: row.to(device) for name, row in read_shards(*shards).items()}
        seeds, self.walk = self.rows["seed"].unique(return_inverse=True)
        captions = [_captions(corpus, int(seed)) for seed in seeds]
        begins = self.walk.diff(prepend=self.walk[:1] - 1) != 0
        self.first = begins.nonzero()[:, 0]
        self.captions = len(captions[0])
        self.silent = seeds < 0
        words, mask = table.encode([text for row in captions for text in row])
        self.words, self.word_mask = words.bfloat16().to(device), mask.to(device)

    def draw(self, config: DenoiserConfig, dice: Dice) -> tuple[Tensor, Condition]:
        """A batch of clean latents (B, C, H, W) and what the denoiser is told of each."""
        size, rows = config.batch, self.rows
        told = dice.uniform(size) >= config.no_hint
        pick = dice.below(len(rows["latent"]), size)
        first = ~told & (dice.uniform(size) < config.first_views)
        pick = torch.where(first, self.first[dice.below(len(self.first), size)], pick)
        told = (told | self.silent[self.walk[pick]])[:, None, None, None]
        variant = dice.below(HINTS, size)
        caption = self.walk[pick] * self.captions
        caption = caption + dice.below(self.captions, size)
        words, mask = self.words[caption], self.word_mask[caption]
        silent = dice.uniform(size) < config.no_words
        words = words.masked_fill(silent[:, None, None], 0)
        mask = mask & ~silent[:, None]
        mask[:, 0] = True
        known = Condition(
            hint=rows["hint"][pick, variant] * told,
            coverage=rows["coverage"][pick, variant] * told,
            view=rows["view"][pick],
            words=words,
            word_mask=mask,
        )
        return rows["latent"][pick], known


def _captions(corpus: Path, seed: int) -> list[str]:
    return read_walk(walk_file(corpus, seed)).captions if seed >= 0 else [""] * CAPTIONS


def train(
    samples: Samples, run: Path, config: DenoiserConfig, until: float = 1.0
) -> HintedDenoiser:
    """Train, or go on training, in the folder `run`, until that share of the budget is used.

    Returns:
        The averaged network.
    """
    torch.manual_seed(config.seed)
    network = _fresh(config).to(config.device, memory_format=torch.channels_last)
    weights = MasterWeights(network, config.optimiser)
    progress = Progress("denoiser")
    path = run / "denoiser.safetensors"
    checkpoint.resume(path, weights, progress)
    while (share := config.budget.share(progress.seconds, progress.steps)) < until:
        dice = Dice(config.seed, progress.steps, config.device)
        figures = learn(network, *samples.draw(config, dice), config.shortcut, dice)
        figures["norm"] = weights.step(pace(share))
        if progress.tick(config.budget, config.batch, figures):
            checkpoint.save(path, weights, {"seconds": progress.seconds})
    checkpoint.save(path, weights, {"seconds": progress.seconds})
    finished = HintedDenoiser().to(memory_format=torch.channels_last)
    finished.load_state_dict(weights.average_state())
    return finished.eval()


def shipped(folder: Path) -> HintedDenoiser:
    """The denoiser of a pipeline's folder."""
    network = HintedDenoiser.from_pretrained(folder / "denoiser", low_cpu_mem_usage=False)
    return cast(HintedDenoiser, network)


def _fresh(config: DenoiserConfig) -> HintedDenoiser:
    return HintedDenoiser() if config.start_from is None else shipped(config.start_from)


def learn(
    network: HintedDenoiser, clean: Tensor, known: Condition, shortcut: float, dice: Dice
) -> dict[str, float]:
    """One forward and backward pass; the errors of the flow and of the shortcuts."""
    loss, parts = errors(network, clean, known, shortcut, dice)
    loss.backward()
    return parts


def errors(
    network: HintedDenoiser, clean: Tensor, known: Condition, shortcut: float, dice: Dice
) -> tuple[Tensor, dict[str, float]]:
    """What is to be made small, and the errors it is made of, of latents (B, C, H, W)."""
    size = len(clean)
    few = int(size * shortcut)
    noise = dice.normal(*clean.shape)
    share = torch.sigmoid(0.4 + 1.2 * dice.normal(size))
    step = torch.zeros(size, device=clean.device)
    step[:few], share[:few] = _shortcut_draw(few, dice)
    noisy = _mix(clean.float(), noise, share)
    target = clean.float()
    if few:
        target = target.clone()
        target[:few] = _two_halves(
            network, noisy[:few], share[:few], step[:few], _first(known, few)
        )
    drawn = network(noisy.to(clean.dtype), share, step, known).float()
    off = (drawn - target).square()
    known_share = known.coverage.float().mean(1, keepdim=True)
    weighed = (off * (1 + (KNOWN_WEIGHT - 1) * known_share)).mean((1, 2, 3))
    loss = (weighed / (share.square() + 0.1)).mean()
    error, told = off.detach().mean((1, 2, 3)), known_share.mean((1, 2, 3))
    parts = {
        "flow": error[few:],
        "short": error[:few],
        "blank": error[told < 0.01],
        "known": error[told > 0.95],
    }
    return loss, {name: float(part.mean()) for name, part in parts.items() if len(part)}


def _mix(clean: Tensor, noise: Tensor, share: Tensor) -> Tensor:
    part = share[:, None, None, None]
    return (1 - part) * clean + part * noise


def _shortcut_draw(size: int, dice: Dice) -> tuple[Tensor, Tensor]:
    """Step sizes, and shares of noise on their grids."""
    place = dice.uniform(size)
    step = torch.tensor(SHORTCUTS, device=place.device)[dice.below(len(SHORTCUTS), size)]
    return step, ((place / step).floor() + 1) * step


@torch.no_grad()
def _two_halves(
    network: HintedDenoiser, noisy: Tensor, share: Tensor, step: Tensor, known: Condition
) -> Tensor:
    """The clean latent that one step must name to land where two half steps do."""
    half = torch.where(step > min(SHORTCUTS), step / 2, torch.zeros_like(step))
    first = network(noisy.to(known.hint.dtype), share, half, known).float()
    slope_first = (noisy - first) / share[:, None, None, None]
    between = noisy - slope_first * (step / 2)[:, None, None, None]
    later = share - step / 2
    second = network(between.to(known.hint.dtype), later, half, known).float()
    slope_second = (between - second) / later[:, None, None, None]
    slope = (slope_first + slope_second) / 2
    return noisy - slope * share[:, None, None, None]


def _first(known: Condition, count: int) -> Condition:
    return Condition(
        hint=known.hint[:count],
        coverage=known.coverage[:count],
        view=known.view[:count],
        words=known.words[:count],
        word_mask=known.word_mask[:count],
    )

"""Trains the classifier on true renders, and writes down what it reaches on held-out ones.

    python -m worldgen.evaluation.teach --pictures runs/classifier.npz --steps 2400
    python -m worldgen.evaluation.teach --pictures runs/classifier.npz --steps 400 --further

The second goes on from the one that ships, where their words agree: enough for a few new places.

Pictures are rendered once (scenes from seeds 0 on to learn from, from
`FIRST_SEED` on to be judged by) and kept in one file. They are flipped,
shifted, blurred and made noisy while it learns, so that it reads a soft
drawing as well as a crisp one.

Not here: the network (`classifier.py`).
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as nnf
from numpy.typing import NDArray
from torch import Tensor

from worldgen.data.clips import make_clip
from worldgen.data.scene import BIOMES, HOURS, INDOORS, WEATHERS
from worldgen.evaluation.classifier import (
    HEIGHT_PX,
    WEIGHTS,
    WIDTH_PX,
    Classifier,
    Heads,
    Network,
    planes,
    reading_of,
    small,
)
from worldgen.evaluation.heldout import FIRST_SEED

HEADS: Heads = {"biome": BIOMES, "hour": HOURS, "weather": WEATHERS}
INDOOR_BIOMES = torch.tensor([HEADS["biome"].index(name) for name in INDOORS])
IGNORED = -100


@dataclass(frozen=True, kw_only=True)
class TeachConfig:
    """One training run.

    Attributes:
        steps: how many; 64 pictures take about 0.25 CPU seconds.
        batch: pictures a step.
        rate: highest learning rate.
        seed: of every draw.
    """

    steps: int = 2400
    batch: int = 64
    rate: float = 3e-3
    seed: int = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Pictures:
    """Small true renders and what they show.

    Attributes:
        rgb: (N, 72, 128, 3) uint8.
        labels: (N, 3) int64, places in `HEADS`: biome, hour, weather.
        seeds: (N,) int64, the scene each is of.
    """

    rgb: NDArray[np.uint8]
    labels: NDArray[np.int64]
    seeds: NDArray[np.int64]

    def where(self, chosen: NDArray[np.bool_]) -> Pictures:
        """Some of them."""
        return Pictures(rgb=self.rgb[chosen], labels=self.labels[chosen], seeds=self.seeds[chosen])


def render_pictures(seeds: list[int], frames: int) -> Pictures:
    """`frames` pictures, 0.8 s apart on a walk, of each scene."""
    rgb, labels = [], []
    for seed in seeds:
        clip = make_clip(seed, frames, stride=8)
        answer = reading_of(clip.spec)
        row = [choices.index(said) for choices, said in zip(HEADS.values(), answer, strict=True)]
        rgb += [small(picture) for picture in clip.rgb]
        labels += [row] * frames
    return Pictures(
        rgb=np.stack(rgb), labels=np.array(labels), seeds=np.repeat(np.array(seeds), frames)
    )


def teach(pictures: Pictures, config: TeachConfig, known: Classifier | None = None) -> Network:
    """Train a network on true renders; the same pictures, settings and steps give the same one.

    Args:
        pictures: what it learns from.
        config: of the run.
        known: a classifier to go on from; its words may be fewer.
    """
    torch.manual_seed(config.seed)
    dice = torch.Generator().manual_seed(config.seed)
    network = Network(HEADS).train()
    if known is not None:
        network.load_state_dict(grown(known, network))
    optimiser = torch.optim.AdamW(network.parameters(), lr=config.rate, weight_decay=0.02)
    rgb, labels = torch.from_numpy(pictures.rgb), _outdoor_weather(pictures.labels)
    rise, said = min(100, max(1, config.steps // 8)), time.monotonic()
    for step in range(config.steps):
        pace = min(1.0, (step + 1) / rise) * (1 - step / config.steps)
        for group in optimiser.param_groups:
            group["lr"] = config.rate * pace
        pick = torch.randint(len(rgb), (config.batch,), generator=dice)
        loss, right = _learn(network, _varied(rgb[pick], dice), labels[pick])
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if time.monotonic() - said > 15:
            said = time.monotonic()
            sys.stderr.write(f"teach {step}/{config.steps} loss {loss:.3f} {right}\n")
    network.eval()
    return network


def grown(known: Classifier, fresh: Network) -> dict[str, Tensor]:
    """The weights of `fresh`, with all that `known` has learnt of the words that they share."""
    state, learnt = dict(fresh.state_dict()), known.state()
    for name, tensor in learnt.items():
        head = name.split(".")[1] if name.startswith("heads.") else ""
        if not head:
            state[name] = tensor
            continue
        rows = [HEADS[head].index(word) for word in known.heads[head]]
        state[name] = state[name].clone()
        state[name][rows] = tensor.to(state[name].dtype)
    return state


def accuracy(network: Network, pictures: Pictures) -> dict[str, float]:
    """Share of pictures read rightly, by question, every answer weighing alike.

    The mean over a question's answers of the share of its pictures that were read so;
    weather is asked outdoors only.
    """
    judged = _outdoor_weather(pictures.labels)
    rows = Classifier(network, HEADS, {}).logits(pictures.rgb)
    scores = {}
    for index, name in enumerate(HEADS):
        right = (rows[name].argmax(1) == judged[:, index]).float()
        answers = sorted(set(judged[:, index].tolist()) - {IGNORED})
        shares = [right[judged[:, index] == answer].mean() for answer in answers]
        scores[name] = float(torch.stack(shares).mean())
    return scores


def _learn(network: Network, varied: Tensor, labels: Tensor) -> tuple[float, str]:
    """One forward and backward pass: the loss, and how many were right, in words."""
    with torch.autocast("cpu", torch.bfloat16):
        rows = network(varied.contiguous(memory_format=torch.channels_last))
    rows = {name: row.float() for name, row in rows.items()}
    losses = [
        nnf.cross_entropy(rows[name], labels[:, index], label_smoothing=0.05, ignore_index=IGNORED)
        for index, name in enumerate(HEADS)
    ]
    torch.autograd.backward(torch.stack(losses).sum())
    right = [
        f"{name} {float((rows[name].argmax(1) == labels[:, index]).float().mean()):.2f}"
        for index, name in enumerate(HEADS)
    ]
    return sum(float(loss.detach()) for loss in losses), " ".join(right)


def _varied(rgb_BHWC: Tensor, dice: torch.Generator) -> Tensor:
    """A batch as planes, each picture flipped, shifted, blurred, lit and made noisy by chance."""
    x = planes(rgb_BHWC)
    size = len(x)
    flip = torch.rand(size, generator=dice) < 0.5
    x = torch.where(flip[:, None, None, None], x.flip(3), x)
    shift = torch.rand(size, 2, generator=dice) * 0.12 - 0.06
    zoom = 1 - torch.rand(size, generator=dice) * 0.15
    turn = torch.zeros(size, 2, 3)
    turn[:, 0, 0] = turn[:, 1, 1] = zoom
    turn[:, :, 2] = shift
    grid = nnf.affine_grid(turn, [size, 3, HEIGHT_PX, WIDTH_PX], align_corners=False)
    x = nnf.grid_sample(x, grid, padding_mode="reflection", align_corners=False)
    softness = torch.rand(size, generator=dice)[:, None, None, None]
    soft = nnf.avg_pool2d(nnf.pad(x, (2, 2, 2, 2), mode="replicate"), 5, stride=1)
    x = x + (soft - x) * (softness * 1.4 - 0.4).clamp_min(0)
    light = 1 + 0.1 * torch.randn(size, 3, 1, 1, generator=dice)
    noise = 0.06 * torch.rand(size, 1, 1, 1, generator=dice)
    return (x + 1) * light - 1 + noise * torch.randn(x.shape, generator=dice)


def _outdoor_weather(labels: NDArray[np.int64]) -> Tensor:
    """(N, 3): the labels, weather indoors replaced by `IGNORED`."""
    asked = torch.from_numpy(labels).clone()
    indoors = torch.isin(asked[:, 0], INDOOR_BIOMES)
    asked[indoors, 2] = IGNORED
    return asked


def _pictures(path: Path, scenes: int, judges: int) -> Pictures:
    """Read them from `path`, or render and keep them there."""
    if not path.exists():
        learn = render_pictures(list(range(scenes)), 4)
        judge = render_pictures(list(range(FIRST_SEED, FIRST_SEED + judges)), 1)
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(
            path,
            rgb=np.concatenate([learn.rgb, judge.rgb]),
            labels=np.concatenate([learn.labels, judge.labels]),
            seeds=np.concatenate([learn.seeds, judge.seeds]),
        )
    with np.load(path, allow_pickle=False) as file:
        return Pictures(rgb=file["rgb"], labels=file["labels"], seeds=file["seeds"])


def main(arguments: list[str]) -> None:
    """Render what is missing, train, judge, write."""
    parser = argparse.ArgumentParser(
        prog="python -m worldgen.evaluation.teach", description=__doc__
    )
    parser.add_argument("--pictures", type=Path, default=Path("runs/classifier.npz"))
    parser.add_argument("--scenes", type=int, default=3000, help="scenes to learn from")
    parser.add_argument("--judges", type=int, default=512, help="held-out scenes to be judged by")
    parser.add_argument("--steps", type=int, default=TeachConfig.steps)
    parser.add_argument("--further", action="store_true", help="on from the one that ships")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    chosen = parser.parse_args(arguments)
    pictures = _pictures(chosen.pictures, chosen.scenes, chosen.judges)
    held = pictures.seeds >= FIRST_SEED
    known = Classifier.load() if chosen.further else None
    network = teach(pictures.where(~held), TeachConfig(steps=chosen.steps), known)
    scores = accuracy(network, pictures.where(held))
    Classifier(network, HEADS, scores).save(chosen.out)
    said = "  ".join(f"{name} {score:.3f}" for name, score in scores.items())
    sys.stderr.write(f"held-out accuracy on {int(held.sum())} pictures: {said}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""What the compositor learns from: hint, drawing and truth of one view, side by side.

    walk ──▶ a memory of it ──▶ hints ──▶ the denoiser's drawings

A memory holds the truth, as at play it holds what was shown first; or the
autoencoder's copies; or what the networks drew themselves from frame to frame, so
that colours fetched from elsewhere time and again are met with too.

Not here: how hints are spoilt (`hints.py`), the learning (`compositor.py`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor

from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.planes import hint_planes, seen_planes, to_picture
from worldgen.models.wander.sampler import WALK, Noise
from worldgen.training.corpus import Walk, read_walk
from worldgen.training.drift import Drifter
from worldgen.training.hints import Remembered, Remembers, camera_of, mirrored
from worldgen.training.loop import tell

VIEWS = 6
"""Views of each walk."""

OF_TRUTH, OF_COPIES = 0.4, 0.2
"""Shares of walks whose memory holds the truth, and the autoencoder's copies; the rest drifted."""


def make_composites(files: list[Path], pipe: WanderPipeline, folder: Path) -> None:
    """One file of views for each walk into `folder`, what is missing only.

    Args:
        files: the walks.
        pipe: the networks, the compositor fresh or not, and the word table.
        folder: made if need be.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for index, file in enumerate(files):
        path = folder / f"{file.stem}.safetensors"
        if path.exists():
            continue
        partial = path.with_suffix(".partial")
        save_file(_views(int(file.stem), read_walk(file), pipe), partial)
        partial.replace(path)
        if index % 50 == 0:
            tell(f"composites {index + 1}/{len(files)}")


@torch.inference_mode()
def _views(seed: int, walk: Walk, pipe: WanderPipeline) -> dict[str, Tensor]:
    """hint (N, 7, H, W), drawn (N, 6, H, W) float16; truth (N, 4, H, W) float16, colours and
    closeness in [-1, 1]; still (N, 1, H, W) bool, what does not move by itself."""
    dice = np.random.default_rng([11, seed])
    walk = mirrored(walk) if seed % 2 else walk
    truth = _truth(walk)
    memory = _memory(walk, truth, pipe, dice)
    frames = dice.choice(len(truth), min(VIEWS, len(truth)), replace=False)
    words = pipe.words(walk.captions[int(dice.integers(len(walk.captions)))])
    hints, drawn = [], []
    for frame in frames:
        hints.append(hint_planes(memory.hint(int(frame), dice)))
        known = pipe.condition(words, camera_of(walk, int(frame)), hints[-1])
        noise = Noise(seed=seed, index=int(frame))
        drawn.append(pipe.decoded(known, noise, WALK))
    return {
        "hint": torch.cat(hints).half().contiguous(),
        "drawn": torch.cat(drawn).half().contiguous(),
        "truth": truth[frames].half().contiguous(),
        "still": ~torch.from_numpy(walk.moving[frames])[:, None],
    }


def _memory(
    walk: Walk, truth: Tensor, pipe: WanderPipeline, dice: np.random.Generator
) -> Remembers:
    """A memory of the walk, of a kind drawn by `dice`."""
    kind = dice.random()
    if kind < OF_TRUTH:
        planes = torch.cat([truth, _masks(walk)], dim=1)
        return Remembered(walk, [to_picture(one) for one in planes])
    ones = torch.ones_like(truth[:, :2])
    latent = pipe.networks.encode(torch.cat([truth, ones], dim=1))
    if kind < OF_TRUTH + OF_COPIES:
        return Remembered(walk, [to_picture(one) for one in pipe.networks.decode(latent)])
    return Drifter(pipe)(walk, latent, dice)


def _truth(walk: Walk) -> Tensor:
    """(T, 4, H, W) float32: colours and closeness in [-1, 1]."""
    rgb = torch.from_numpy(walk.rgb)
    depth_m = torch.from_numpy(walk.depth_m.astype(np.float32))
    ones = torch.ones(depth_m.shape)
    return seen_planes(rgb, depth_m, ones, ones)[:, :4]


def _masks(walk: Walk) -> Tensor:
    """(T, 2, H, W) float32: logits of sky and of movement."""
    return torch.from_numpy(np.stack([walk.sky, walk.moving], axis=1)).float() * 2 - 1

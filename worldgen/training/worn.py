"""Memories of worn pictures: what was seen, lost in noise part of the way and drawn again.

On a long walk every picture goes on from one that went on from another, and what was
vague in the first is streaks in the tenth. No true copy shows such streaks, so a
model that has met true copies only takes them for the world and goes on with them.
Here a walk's own pictures are drawn again out of their noised latents (SDEdit,
Meng et al. 2022), in two steps as at play: soft and streaky like what a long walk
leaves, some more and some less, and still the same things at the same places.
From hints made of them the denoiser learns the way back to the world.

Not here: what a memory gives of its pictures (`hints.py`), memories that were drawn frame
from frame (`drift.py`), which hold what was invented too.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from worldgen.models.wander.denoiser import Condition, view_planes
from worldgen.models.wander.networks import Networks
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.planes import to_picture
from worldgen.training.corpus import Walk
from worldgen.training.hints import Remembered, camera_of

LEAST_LOST, MOST_LOST = 0.4, 0.85
"""Share of noise in which a walk's worst picture is lost; below, nothing wears, above, all goes."""

FRESHEST = 0.5
"""A walk's other pictures are lost in this share of that or more."""

STEPS = 2


class Wearer:
    """Remembers a walk by worn copies of its pictures (`hints.Remembering`).

    Args:
        pipe: the networks as they are at play, with their word table.
    """

    def __init__(self, pipe: WanderPipeline) -> None:
        self._pipe = pipe

    @torch.inference_mode()
    def __call__(self, walk: Walk, latent: Tensor, dice: np.random.Generator) -> Remembered:
        """What a memory of T worn pictures knows; `latent` (T, C, H/8, W/8) is of the true ones."""
        networks = self._pipe.networks
        known = self.told(walk, walk.captions[int(dice.integers(len(walk.captions)))])
        worst = dice.uniform(LEAST_LOST, MOST_LOST)
        lost = torch.from_numpy(worst * dice.uniform(FRESHEST, 1.0, len(latent))).float()
        noise = torch.from_numpy(dice.standard_normal(latent.shape)).float()
        drawn = worn(networks, latent.float(), noise, lost, known)
        copies = networks.decode(drawn.to(networks.dtype))
        return Remembered(walk, [to_picture(copy) for copy in copies])

    def told(self, walk: Walk, caption: str) -> Condition:
        """A walk's words and cameras, a row for each of its T frames, and no hint of any."""
        cameras = [camera_of(walk, frame) for frame in range(len(walk.rgb))]
        blank = self._pipe.condition(self._pipe.words(caption), cameras[0], None)
        many = {
            name: getattr(blank, name).expand(len(cameras), *getattr(blank, name).shape[1:])
            for name in ("hint", "coverage", "words", "word_mask")
        }
        views = torch.cat([view_planes(camera) for camera in cameras])
        return replace(blank, view=views.to(blank.view.dtype), **many)


def worn(
    networks: Networks, latent: Tensor, noise: Tensor, lost_B: Tensor, known: Condition
) -> Tensor:
    """Latents (B, C, H, W) mixed with noise, and drawn from there.

    Args:
        networks: whose denoiser draws.
        latent, noise: (B, C, H, W) float32.
        lost_B: (B,) share of noise to begin from, in (0, 1).
        known: what the denoiser is told, B rows of it.
    """
    size_B = lost_B / STEPS
    known = networks.read(known)
    clean = latent
    for left in range(STEPS, 0, -1):
        share_B = left * size_B
        part = share_B[:, None, None, None]
        noisy = (1 - part) * clean + part * noise
        clean = networks.denoise(noisy.to(networks.dtype), share_B, size_B, known).float()
        noise = (noisy - (1 - part) * clean) / part
    return clean

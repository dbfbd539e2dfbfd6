"""The flow's steps: from noise to a clean latent, few or many, with guidance or none.

Rectified flow (Liu et al. 2022): noisy = (1 - s) clean + s noise, s from 1 to
0. Guidance is classifier-free (Ho & Salimans 2022): away from what the model
would draw without the words. It is left out where it does harm (Kynkäänniemi et al. 2024):
in pure noise it makes all pictures alike, and at the end there is nothing left to say.

A first picture takes many steps, and part of its noise is drawn anew at each
(as in DDIM with eta above 0, Song et al. 2021): what an early step got wrong, a
later one can take back. Noise is drawn from (seed, frame index, turn) alone.

Not here: the network (`denoiser.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import torch
from torch import Tensor

from worldgen.models.wander.denoiser import Condition
from worldgen.models.wander.networks import Networks
from worldgen.progress import Progress


@dataclass(frozen=True, kw_only=True)
class Steps:
    """How one picture is drawn out of noise.

    Attributes:
        count: denoiser passes.
        guidance: 1 follows the model alone; above 1 the words count for more.
        guided: shares of noise between which they do.
        shortcut: tell the model the true step size; else 0, an infinitesimal flow's.
        renewal: share of the noise's deviation that is drawn anew at each step, 0 to 1; 0 follows
            the flow.
    """

    count: int
    guidance: float = 1.0
    shortcut: bool = True
    renewal: float = 0.0
    guided: tuple[float, float] = (0.0, 1.0)


START = Steps(count=48, guidance=2.5, shortcut=False, renewal=0.4, guided=(0.15, 0.95))
PHOTO = Steps(count=8, guidance=1.7, shortcut=False)
EVENT = Steps(count=8, guidance=2.0, shortcut=False)
WALK = Steps(count=2)
MUCH_NEW = Steps(count=8, guidance=1.7, shortcut=False, renewal=0.4)


@dataclass(frozen=True, kw_only=True)
class Noise:
    """The noise of one picture of one walk; its seed and index decide all of it."""

    seed: int
    index: int

    def drawn(self, shape: tuple[int, ...], turn: int = 0) -> Tensor:
        """Gaussian noise of `shape`, float32, on the CPU; another at each turn."""
        generator = torch.Generator().manual_seed(
            (self.seed * 1_000_003 + self.index + turn * 998_244_353) % 2**63
        )
        return torch.randn(shape, generator=generator)


def without_words(known: Condition) -> Condition:
    """The same view and hint, but no words."""
    mask = torch.zeros_like(known.word_mask)
    mask[:, 0] = True
    return replace(known, words=torch.zeros_like(known.words), word_mask=mask, read=None)


@torch.inference_mode()
def sample(
    networks: Networks,
    noise: Noise,
    known: Condition,
    steps: Steps,
    progress: Progress | None = None,
) -> Tensor:
    """Draw clean latents.

    Args:
        networks: whose denoiser it is; of the precision of `known`.
        noise: where it begins, and what is renewed.
        known: what it is told.
        steps: how many, how guided.
        progress: told the share done, 0 to 1, after every step.

    Returns:
        (B, C, H, W) latents in float32.
    """
    passes = _passes(networks, noise, known, steps)
    clean = next(passes)
    for index in range(1, steps.count):
        if progress is not None:
            progress(index / steps.count)
        clean = next(passes)
    if progress is not None:
        progress(1.0)
    return clean


@torch.inference_mode()
def sketch(networks: Networks, noise: Noise, known: Condition, steps: Steps, passes: int) -> Tensor:
    """What `sample` takes for clean after its first `passes` of `steps.count`; arguments as there.

    What is where in the picture is settled early.
    """
    return next(islice(_passes(networks, noise, known, steps), passes - 1, None))


def _passes(networks: Networks, noise: Noise, known: Condition, steps: Steps) -> Iterator[Tensor]:
    """What the denoiser takes for clean, pass by pass; the last is what is drawn."""
    dtype, shape = known.hint.dtype, tuple(known.hint.shape)
    size = 1.0 / steps.count
    told = torch.full(shape[:1], size if steps.shortcut else 0.0)
    bare = networks.read(without_words(known)) if steps.guidance != 1.0 else None
    known = networks.read(known)
    current = noise.drawn(shape)
    for index in range(steps.count):
        share = 1.0 - index * size
        shares = torch.full(shape[:1], share)
        clean = networks.denoise(current.to(dtype), shares, told, known).float()
        if bare is not None and steps.guided[0] <= share <= steps.guided[1]:
            unworded = networks.denoise(current.to(dtype), shares, told, bare).float()
            clean = unworded + steps.guidance * (clean - unworded)
        yield clean
        left = share - size
        within = (current - (1.0 - share) * clean) / share
        if steps.renewal:
            fresh = noise.drawn(shape, index + 1)
            within = math.sqrt(1.0 - steps.renewal**2) * within + steps.renewal * fresh
        current = (1.0 - left) * clean + left * within

"""The flow's steps: from noise to a clean latent, few or many, with guidance or none.

Rectified flow (Liu et al. 2022): noisy = (1 - s) clean + s noise, s from 1 to
0. Guidance is classifier-free (Ho & Salimans 2022): away from what the model
would draw without the words. Noise is drawn from (seed, frame index) alone.

Not here: the network (`denoiser.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from worldgen.models.wander.denoiser import Condition
from worldgen.models.wander.networks import Networks

Progress = Callable[[float], None]


@dataclass(frozen=True, kw_only=True)
class Steps:
    """How one picture is drawn out of noise.

    Attributes:
        count: denoiser passes.
        guidance: 1 follows the model alone; above 1 the words count for more.
        shortcut: tell the model the true step size; else 0, an infinitesimal flow's.
    """

    count: int
    guidance: float = 1.0
    shortcut: bool = True


START = Steps(count=32, guidance=2.5, shortcut=False)
EVENT = Steps(count=8, guidance=2.0, shortcut=False)
WALK = Steps(count=2)


def noise_for(seed: int, index: int, shape: tuple[int, ...]) -> Tensor:
    """Gaussian noise that only (seed, index) decides: float32, on the CPU, of `shape`."""
    generator = torch.Generator().manual_seed((seed * 1_000_003 + index) % 2**63)
    return torch.randn(shape, generator=generator)


def without_words(known: Condition) -> Condition:
    """The same view and hint, but no words."""
    mask = torch.zeros_like(known.word_mask)
    mask[:, 0] = True
    return replace(known, words=torch.zeros_like(known.words), word_mask=mask, read=None)


@torch.inference_mode()
def sample(
    networks: Networks,
    noise: Tensor,
    known: Condition,
    steps: Steps,
    progress: Progress | None = None,
) -> Tensor:
    """Draw clean latents.

    Args:
        networks: whose denoiser it is; of the precision of `known`.
        noise: (B, C, H, W) gaussian.
        known: what it is told.
        steps: how many, how guided.
        progress: told the share done, 0 to 1, after every step.

    Returns:
        (B, C, H, W) latents in float32.
    """
    dtype, batch = known.hint.dtype, len(noise)
    size = 1.0 / steps.count
    told = torch.full((batch,), size if steps.shortcut else 0.0)
    bare = networks.read(without_words(known)) if steps.guidance != 1.0 else None
    known = networks.read(known)
    current = noise.float()
    for index in range(steps.count):
        share = 1.0 - index * size
        shares = torch.full((batch,), share)
        clean = networks.denoise(current.to(dtype), shares, told, known).float()
        if bare is not None:
            unworded = networks.denoise(current.to(dtype), shares, told, bare).float()
            clean = unworded + steps.guidance * (clean - unworded)
        current = current + (clean - current) * (size / share)
        if progress is not None:
            progress((index + 1) / steps.count)
    return current

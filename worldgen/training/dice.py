"""Random numbers on any device, decided by a seed and a step alone.

Not here: the noise at play (`models/wander/sampler.py`).
"""

from __future__ import annotations

import torch
from torch import Tensor


class Dice:
    """A generator for one training step.

    Args:
        seed, step: decide every number drawn.
        device: where they are drawn; another device draws other numbers.
    """

    def __init__(self, seed: int, step: int, device: str = "cpu") -> None:
        self._generator = torch.Generator(device).manual_seed(seed * 1_000_003 + step)

    def normal(self, *shape: int) -> Tensor:
        """Gaussian float32 of `shape`."""
        return torch.randn(shape, generator=self._generator, device=self._generator.device)

    def uniform(self, *shape: int) -> Tensor:
        """Float32 in [0, 1) of `shape`."""
        return torch.rand(shape, generator=self._generator, device=self._generator.device)

    def below(self, limit: int, size: int) -> Tensor:
        """(size,) int64 in [0, limit)."""
        return torch.randint(
            limit, (size,), generator=self._generator, device=self._generator.device
        )

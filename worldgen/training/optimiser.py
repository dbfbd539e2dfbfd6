"""bf16 weights to compute with, float32 masters to learn in, and a running average to ship.

Matrices and convolutions learn by Muon (Jordan et al. 2024), the rest by
AdamW; both from `torch.optim`. On two cores with AMX the pure bf16 passes are
twice as fast as autocast, which casts every weight and norm over and over.

Not here: schedules (`loop.py`), saving (`checkpoint.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from worldgen.errors import ConfigError


@dataclass(frozen=True, kw_only=True)
class OptimiserConfig:
    """How weights move.

    Attributes:
        lr: peak step for Muon, matched to AdamW's root mean square.
        lr_other: peak step for norms, biases, embeddings.
        weight_decay: pull to zero on matrices.
        clip: largest norm of all gradients together.
        average: decay of the running average, per step.
    """

    lr: float = 2e-3
    lr_other: float = 1e-3
    weight_decay: float = 0.01
    clip: float = 1.0
    average: float = 0.998

    def __post_init__(self) -> None:
        if min(self.lr, self.lr_other, self.clip) <= 0 or not 0 <= self.average < 1:
            raise ConfigError(f"steps and clip must be above 0, average in [0, 1); got {self}")


class MasterWeights:
    """Owns a module's learning: masters, optimisers and average.

    Args:
        module: cast to bf16 in place; compute with it as usual. What requires no gradient stays.
        config: how weights move.
    """

    def __init__(self, module: nn.Module, config: OptimiserConfig) -> None:
        self.module = module.to(torch.bfloat16)
        self.config = config
        self.steps = 0
        learnt = [(name, w) for name, w in module.named_parameters() if w.requires_grad]
        self._names = [name for name, _ in learnt]
        self._weights = [weight for _, weight in learnt]
        self.masters = [_as_matrix(weight).float().clone() for weight in self._weights]
        self.averages = [master.clone() for master in self.masters]
        shapes = zip(self.masters, self._weights, strict=True)
        matrix = [is_matrix(master, weight) for master, weight in shapes]
        hidden = [m for m, wide in zip(self.masters, matrix, strict=True) if wide]
        other = [m for m, wide in zip(self.masters, matrix, strict=True) if not wide]
        self.muon = torch.optim.Muon(
            hidden,
            lr=config.lr,
            weight_decay=config.weight_decay,
            adjust_lr_fn="match_rms_adamw",
        )
        self.adam = torch.optim.AdamW(other, lr=config.lr_other, betas=(0.9, 0.98), weight_decay=0)

    def step(self, pace: float) -> float:
        """Move by the gradients in the module at `pace` (0 to 1) of the peak steps.

        Returns:
            The norm of all gradients before clipping.
        """
        for master, weight in zip(self.masters, self._weights, strict=True):
            gradient = torch.zeros_like(weight) if weight.grad is None else weight.grad
            master.grad = _as_matrix(gradient).float()
            weight.grad = None
        norm = float(nn.utils.clip_grad_norm_(self.masters, self.config.clip))
        if norm == norm:  # a batch that gave NaN teaches nothing
            self._move(pace)
        return norm

    def _move(self, pace: float) -> None:
        for optimiser, peak in ((self.muon, self.config.lr), (self.adam, self.config.lr_other)):
            for group in optimiser.param_groups:
                group["lr"] = peak * pace
            optimiser.step()  # type: ignore[no-untyped-call]  # -- Muon's step is untyped
        self.steps += 1
        decay = min(self.config.average, (1 + self.steps) / (10 + self.steps))
        torch._foreach_lerp_(self.averages, self.masters, 1 - decay)
        self.publish()

    @torch.no_grad()
    def publish(self) -> None:
        """Copy the masters into the module."""
        for weight, master in zip(self._weights, self.masters, strict=True):
            weight.copy_(master.view_as(weight))

    def average_state(self) -> dict[str, Tensor]:
        """All of the module's state by name, float32: averaged what learns, the rest as it is."""
        rows = zip(self._names, self.averages, self._weights, strict=True)
        state = {name: average.view_as(weight).clone() for name, average, weight in rows}
        rest = {name: kept.float().clone() for name, kept in self.module.state_dict().items()}
        return {**rest, **state}


def is_matrix(master: Tensor, weight: Tensor) -> bool:
    """Whether a weight is a map between hidden features, which is what Muon is for."""
    return master.ndim == 2 and min(master.shape) >= 24 and weight.shape[0] > 1


def _as_matrix(weight: Tensor) -> Tensor:
    """Convolutions as (out, in * area); everything else as it is."""
    return weight.detach().flatten(1) if weight.ndim == 4 else weight.detach()

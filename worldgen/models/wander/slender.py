"""Slender things face whoever looks at them: a trunk is no deeper than it is wide.

A network that draws the depth of a trunk slants it, by a metre across half a metre. From where it
was drawn nobody sees that; two steps on, the trunk is a plank that turns its broad side, and its
foot a skirt. What stands before something farther on both sides of a row of pixels, and is not
wide, keeps no more depth than a round thing has.

Letters: B batch, H rows, W columns.

Not here: where its edges are (`edges.py`).
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from worldgen.models.wander.edges import STEP
from worldgen.models.wander.planes import SKY_CLOSENESS, metres
from worldgen.models.wander.spec import SPEC

WIDEST_M = 1.5
"""What is wider may be a wall that is seen along its side."""

DEEPEST = 0.5
"""Depth that a round thing shows, in times of its width."""

PICTURE = 2.0 * math.tan(SPEC.hfov_rad / 2.0)
"""Width of the whole picture at one metre, in metres."""


def faced(close_B1HW: Tensor) -> Tensor:
    """Closeness (B, 1, H, W), with hard edges, in which slender things are no deeper than wide.

    Done twice it is as done once.
    """
    rows = close_B1HW.reshape(-1, close_B1HW.shape[3])
    run, between = _runs(rows)

    def of_run(what: Tensor, how: str, start: float) -> Tensor:
        empty = torch.full((rows.numel(),), start, device=rows.device)
        return empty.scatter_reduce(0, run, what.reshape(-1), how)

    count = of_run(torch.ones_like(rows), "sum", 0.0)
    mean = of_run(rows, "sum", 0.0) / count.clamp_min(1.0)
    near_m = metres((of_run(rows, "amax", -1.0) + 1.0) / 2.0)
    far_m = metres((of_run(rows, "amin", 1.0) + 1.0) / 2.0)
    wide_m = count * (PICTURE / rows.shape[1]) * near_m
    keeps = (DEEPEST * wide_m / (far_m - near_m).clamp_min(1e-6)).clamp(max=1.0)
    slender = (of_run(between, "sum", 0.0) == 2.0) & (wide_m < WIDEST_M) & (mean > SKY_CLOSENESS)
    keeps, mean = torch.where(slender, keeps, 1.0)[run], mean[run]
    turned = mean + (rows.reshape(-1) - mean) * keeps
    return torch.where(keeps < 1.0, turned, rows.reshape(-1)).reshape(close_B1HW.shape)


def _runs(rows: Tensor) -> tuple[Tensor, Tensor]:
    """Which run of pixels without an edge each belongs to, (N * W,), numbered through rows (N, W);
    and of how many of its ends something farther is the neighbour, (N, W), one a pixel there."""
    rise = rows.diff(dim=1)
    run = torch.zeros(rows.shape, dtype=torch.long, device=rows.device)
    run[:, 1:] = (rise.abs() > STEP).cumsum(dim=1)
    first = rows.shape[1] * torch.arange(len(rows), device=rows.device)[:, None]
    stands = torch.zeros_like(rows)
    stands[:, 1:] += rise > STEP
    stands[:, :-1] += rise < -STEP
    return (run + first).reshape(-1), stands

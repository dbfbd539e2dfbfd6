"""A critic that tells drawn pictures from true ones, so that what is drawn gets its grain back.

What is nearest to the truth on average is soft: where the exact grain cannot be
known, a smooth surface errs least. A critic has no such average. It judges the
activations of a network that knows photographs, place by place (projected GANs,
Sauer et al. 2021), with the hinge loss (Lim & Ye 2017), and the pixels
themselves, four to a cell, for what that network does not look at.

Letters: B batch, C channels, h and w rows and columns at some depth.

Not here: what learns from it (`polish.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

FIRST_DEPTHS = 4
"""How many depths are judged; the deeper ones see things, not grain."""

_WIDTH = 48


class Critic(nn.Module):
    """A head of two convolutions a depth, and one for the pixels.

    Args:
        channels: of the activations that it judges, depth by depth.
    """

    def __init__(self, channels: Sequence[int]) -> None:
        super().__init__()
        self.heads = nn.ModuleList(
            nn.Sequential(
                nn.Conv2d(count, _WIDTH, 3, padding=1),
                nn.LeakyReLU(0.2),
                nn.Conv2d(_WIDTH, _WIDTH, 3, padding=1),
                nn.LeakyReLU(0.2),
                nn.Conv2d(_WIDTH, 1, 1),
            )
            for count in channels
        )

    def forward(self, shown: Sequence[Tensor]) -> list[Tensor]:
        """How true each place looks, (B, 1, h, w) a depth; above 0 is true."""
        dtype = cast(nn.Conv2d, cast(nn.Sequential, self.heads[0])[0]).weight.dtype
        return [head(part.to(dtype)).float() for head, part in zip(self.heads, shown, strict=True)]


def shown(colours: Tensor, looks: Sequence[Tensor]) -> list[Tensor]:
    """What the critic sees of pictures.

    Args:
        colours: (B, 3, H, W) in [-1, 1], H and W even.
        looks: their activations, (B, C, h, w) each, the finest first.
    """
    pixels = nnf.pixel_unshuffle(colours, 2)
    depths = [nnf.normalize(part, dim=1) * part.shape[1] ** 0.5 for part in looks[:FIRST_DEPTHS]]
    return [pixels, *depths]


def mistakes(drawn: Sequence[Tensor], true: Sequence[Tensor]) -> Tensor:
    """The critic's own loss: both sides kept apart by two."""
    rows = zip(drawn, true, strict=True)
    return torch.stack([(1 + d).relu().mean() + (1 - t).relu().mean() for d, t in rows]).mean()


def disbelief(drawn: Sequence[Tensor]) -> Tensor:
    """The loss of whoever drew: how untrue it looks."""
    return -torch.stack([logits.mean() for logits in drawn]).mean()

"""No seams: what is drawn new goes on where what is remembered ends, in depth and in tone.

    drawn closeness + remembered closeness ──▶ aligned ──▶ the drawing's, stretched to fit
    drawn colours   + remembered colours   ──▶ toned   ──▶ the drawing's, as light as memory's

A drawing has a scale of its own, some per cent beside memory's, and where one ends and
the other begins a floor would have a step, which memory keeps for ever. Where both show
one surface they tell by how much; beside it, the drawing's own depth is stretched along
its rays by as much, cell by cell and smoothly, the mean of what is nearest by. Where
memory knows nothing of a picture, the drawing stays as it is. Its tone is a little off
as well, and a sky would have an edge: the difference is spread in the same way.

Letters: B batch, C channels, H rows, W columns.

Not here: which of the two is shown (`compositor.py`).
"""

from __future__ import annotations

import torch
import torch.nn.functional as nnf
from torch import Tensor

from worldgen.models.wander.planes import SKY_CLOSENESS, nearness

CELL, EVERY = 16, 4
"""Pixels a side over which one stretch is measured, and every which of them tells."""

REACHES, FARTHER = 3, 0.05
"""How often the cells around are asked, each time farther off and in the end all of them, and what
they count for against those before."""

SAME = 0.3
"""Difference of the logarithms of two depths up to which they are of one surface."""

SAME_TONE = 0.2
"""Difference of two colours in [-1, 1] up to which one is taken for the other in another light."""

LEAST = 1e-9
"""Weight that says nothing, beside that of a cell all of whose pixels tell: 1."""


def aligned(own_B1HW: Tensor, told_B1HW: Tensor, believed_B1HW: Tensor) -> Tensor:
    """A drawing's closeness (B, 1, H, W), stretched along its rays to meet what is remembered.

    Args:
        own_B1HW: (B, 1, H, W) closeness in [-1, 1] as it was drawn, -1 in the sky.
        told_B1HW: the same as it is remembered.
        believed_B1HW: (B, 1, H, W) bool, where memory is believed.
    """
    own, told, believed = (x[..., ::EVERY, ::EVERY] for x in (own_B1HW, told_B1HW, believed_B1HW))
    apart = torch.log(nearness(told)) - torch.log(nearness(own))
    solid = (own > SKY_CLOSENESS) & (told > SKY_CLOSENESS)
    tells = (solid & believed & (apart.abs() < SAME)).float()
    nearer = torch.exp(_spread(apart, tells)) - 1.0
    nearer = nnf.interpolate(nearer, size=own_B1HW.shape[2:], mode="bilinear")
    q = (own_B1HW + 1.0) / 2.0
    moved = 2.0 * q * (1.0 - q) * nearer / (1.0 + q * nearer)  # of a nearness (1 + nearer) as large
    return torch.where(own_B1HW > SKY_CLOSENESS, own_B1HW + moved, own_B1HW)


def toned(own_B3HW: Tensor, told_B3HW: Tensor, believed_B1HW: Tensor) -> Tensor:
    """A drawing's colours (B, 3, H, W) in [-1, 1], as light and as warm as what is remembered.

    Args:
        own_B3HW: (B, 3, H, W) colours as they were drawn.
        told_B3HW: the same as they are remembered.
        believed_B1HW: (B, 1, H, W), how far memory is believed, 0 to 1.
    """
    own, told, believed = (x[..., ::EVERY, ::EVERY] for x in (own_B3HW, told_B3HW, believed_B1HW))
    apart = told - own
    tells = believed * (apart.abs().amax(dim=1, keepdim=True) < SAME_TONE).float()
    lighter = nnf.interpolate(_spread(apart, tells), size=own_B3HW.shape[2:], mode="bilinear")
    return (own_B3HW + lighter).clamp(-1.0, 1.0)


def _spread(apart_BCHW: Tensor, tells_B1HW: Tensor) -> Tensor:
    """Differences as cells (B, C, H/4, W/4), each the mean of what tells in it or nearest by."""
    cells = nnf.avg_pool2d(torch.cat([tells_B1HW * apart_BCHW, tells_B1HW], 1), CELL // EVERY)
    total = cells
    for reach in range(1, REACHES + 1):
        cells = _wider(cells)
        total = total + FARTHER**reach * cells
    total = total + FARTHER ** (REACHES + 1) * cells.mean(dim=(2, 3), keepdim=True)
    return total[:, :-1] / (total[:, -1:] + LEAST)


def _wider(cells_BCHW: Tensor) -> Tensor:
    """The mean of the cells around each."""
    for _ in range(2):
        cells_BCHW = nnf.avg_pool2d(cells_BCHW, 3, stride=1, padding=1)
    return cells_BCHW

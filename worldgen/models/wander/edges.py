"""Depth that steps from one thing to the next, where a network slopes.

A picture's edge is a pixel wide; a network's is some. Half-way between a trunk and the
meadow behind it there is nothing, and what hung there once would be seen from all sides.
Ground that is seen from low over it is as steep, but goes on being so: it stays
where it is, and the network's unevenness is taken from it, lest it come apart into steps. And a
pixel of a tree's rim that is neither at the tree nor in the sky is sky: else it hangs in the air
when the tree has passed. What has no edge anywhere near is flat, as ground and walls are.

Letters: B batch, H rows, W columns.

Not here: what the planes mean (`planes.py`).
"""

from __future__ import annotations

import torch
import torch.nn.functional as nnf
from torch import Tensor

from worldgen.models.wander.planes import nearness

EDGE_PX, STEP = 5, 0.12
"""How wide an edge comes out, and from which difference of closeness (in [-1, 1]) on it is one."""

ABOUT_PX, SHARE = 9, 0.7
"""An edge is so large a share of all differences so many pixels about; of an even slope, a half."""

MOST_SIDES = 5
"""Of the eight pixels around one."""

OUTSIDE = 9.0
"""Closeness beyond the picture's rim, unlike any in it."""

FLAT_PX, BENT = 2, 0.1
"""How far to either side one looks to tell whether a surface is flat, and by how large a share of
its nearness the sum of both may miss twice its own."""

_BESIDE = [(row, column) for row in range(3) for column in range(3) if (row, column) != (1, 1)]


def hardened(close_B1HW: Tensor) -> Tensor:
    """Closeness (B, 1, H, W) with steps for edges.

    Every pixel of an edge goes to the nearer one of its neighbourhood's ends.
    """
    near, far = _ends(close_B1HW, EDGE_PX)
    end = torch.where(near - close_B1HW < close_B1HW - far, near, far)
    is_edge = (near - far > STEP) & ~_goes_on(close_B1HW, near - far)
    return torch.where(is_edge, end, close_B1HW)


def evened(close_B1HW: Tensor) -> Tensor:
    """Closeness (B, 1, H, W) with even slopes, each pixel of one the mean of those around it.

    At the picture's rim, where a mean of one side would bend a slope, all stays as it is.
    """
    half = EDGE_PX // 2
    mean = close_B1HW.clone()
    mean[..., half:-half, half:-half] = nnf.avg_pool2d(close_B1HW, EDGE_PX, stride=1)
    near, far = _ends(close_B1HW, EDGE_PX)
    return torch.where(_goes_on(close_B1HW, near - far), mean, close_B1HW)


def moored(close_B1HW: Tensor, sky: float) -> Tensor:
    """Closeness (B, 1, H, W) with nothing in the sky that hangs on to nothing.

    A pixel with sky on most sides becomes sky unless two of its neighbours are as far off as it is.

    Args:
        close_B1HW: up to `sky` it is sky.
        sky: closeness, and what such pixels get.
    """
    around = nnf.pad(close_B1HW, (1, 1, 1, 1), value=OUTSIDE)
    height, width = close_B1HW.shape[2:]
    in_sky, alike = torch.zeros_like(close_B1HW), torch.zeros_like(close_B1HW)
    for row, column in _BESIDE:
        beside = around[..., row : row + height, column : column + width]
        in_sky = in_sky + (beside <= sky).float()
        alike = alike + ((beside - close_B1HW).abs() < STEP / 2).float()
    adrift = (in_sky >= MOST_SIDES) & (alike < 2)
    return torch.where(adrift, torch.full_like(close_B1HW, sky), close_B1HW)


def is_flat(close_B1HW: Tensor, known_B1HW: Tensor) -> Tensor:
    """(B, 1, H, W) bool: which pixels lie on one flat surface with all that are next to them.

    One over the depth of a plane is linear across a picture, from wherever one looks at it.

    Args:
        close_B1HW: closeness in [-1, 1].
        known_B1HW: bool, where there is a surface; next to where there is none nothing is flat.
    """
    near = nearness(close_B1HW)
    rough = (_bend(near) > BENT * near) | ~known_B1HW
    return _most_around(rough.float(), 3) == 0


def _bend(x: Tensor) -> Tensor:
    """By how much the two `FLAT_PX` to either side miss twice their middle, along either axis."""
    height, width = x.shape[2:]
    around = nnf.pad(x, (FLAT_PX,) * 4, mode="replicate")
    inner = slice(FLAT_PX, -FLAT_PX)
    down = around[..., :height, inner] + around[..., 2 * FLAT_PX :, inner]
    across = around[..., inner, :width] + around[..., inner, 2 * FLAT_PX :]
    return torch.maximum((down - 2.0 * x).abs(), (across - 2.0 * x).abs())


def _goes_on(close_B1HW: Tensor, rise_B1HW: Tensor) -> Tensor:
    """(B, 1, H, W) bool: where closeness rises beyond an edge's width, too, as a slope does."""
    nearest, farthest = _ends(close_B1HW, ABOUT_PX)
    return rise_B1HW <= SHARE * (nearest - farthest)


def _ends(x: Tensor, wide_px: int) -> tuple[Tensor, Tensor]:
    """The largest and the least within a square of so many pixels around each."""
    return _most_around(x, wide_px), -_most_around(-x, wide_px)


def _most_around(x: Tensor, wide_px: int) -> Tensor:
    """The largest within a square of so many pixels, an odd number, around each."""
    half = wide_px // 2
    rows = nnf.max_pool2d(x, (wide_px, 1), stride=1, padding=(half, 0))
    return nnf.max_pool2d(rows, (1, wide_px), stride=1, padding=(0, half))

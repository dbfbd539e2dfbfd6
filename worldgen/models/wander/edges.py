"""Depth that steps from one thing to the next, where a network slopes.

A picture's edge is a pixel wide; a network's is some. Half-way between a trunk and the
meadow behind it there is nothing, and what hung there once would be seen from all sides.

Letters: B batch, H rows, W columns.

Not here: what the planes mean (`planes.py`).
"""

from __future__ import annotations

import torch
import torch.nn.functional as nnf
from torch import Tensor

EDGE_PX, STEP = 5, 0.12
"""How wide an edge comes out, and from which difference of closeness (in [-1, 1]) on it is one."""


def hardened(close_B1HW: Tensor) -> Tensor:
    """Closeness (B, 1, H, W) with steps for edges.

    Every pixel of a slope goes to the nearer one of its neighbourhood's ends.
    """
    near, far = _most_around(close_B1HW), -_most_around(-close_B1HW)
    end = torch.where(near - close_B1HW < close_B1HW - far, near, far)
    return torch.where(near - far > STEP, end, close_B1HW)


def _most_around(x: Tensor) -> Tensor:
    """The largest within an edge's width of each pixel."""
    half = EDGE_PX // 2
    rows = nnf.max_pool2d(x, (EDGE_PX, 1), stride=1, padding=(half, 0))
    return nnf.max_pool2d(rows, (1, EDGE_PX), stride=1, padding=(0, half))

"""Slender things face whoever looks at them; what is wide, or goes on at a side, stays as it is."""

import math
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
import torch
from torch import Tensor

from worldgen.models.wander.networks import Networks
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.planes import closeness, metres
from worldgen.models.wander.slender import DEEPEST, PICTURE, WIDEST_M, faced

WIDE_PX = 256


def place(first: int, near_m: float, far_m: float, wide_px: int, behind_m: float) -> Tensor:
    """Something that goes from near to far across so many pixels, before what lies behind."""
    depth_m = torch.full((1, 1, 6, WIDE_PX), behind_m)
    depth_m[..., first : first + wide_px] = torch.linspace(near_m, far_m, wide_px)
    return 2 * closeness(depth_m) - 1


def depths_m(close: Tensor) -> Tensor:
    return metres((close + 1) / 2)[0, 0, 3]


@pytest.mark.parametrize("behind_m", [20.0, math.inf])
@pytest.mark.parametrize(("near_m", "far_m"), [(7.0, 8.1), (8.1, 7.0), (3.0, 3.8)])
def test_a_trunk_that_slants_is_turned_to_the_eye(
    near_m: float, far_m: float, behind_m: float
) -> None:
    """Two steps on it was a plank that turned its broad side: a foot with a skirt."""
    before = place(60, near_m, far_m, 13, behind_m)
    after = faced(before)
    trunk = depths_m(after)[60:73]
    wide_m = 13 * PICTURE / WIDE_PX * min(near_m, far_m)
    assert float(trunk.max() - trunk.min()) == pytest.approx(DEEPEST * wide_m, rel=0.15)
    assert abs(float(trunk.mean()) - (near_m + far_m) / 2) < 0.05
    assert torch.equal(after[..., :60], before[..., :60])
    assert torch.equal(after[..., 73:], before[..., 73:])
    assert torch.allclose(faced(after), after, atol=1e-5)


@pytest.mark.parametrize(
    "close",
    [
        place(60, 8.0, 8.2, 13, 20.0),
        place(60, 8.0, 16.0, 60, 60.0),
        place(0, 7.0, 8.1, 13, 20.0),
        place(243, 7.0, 8.1, 13, 20.0),
        place(60, 20.0, 30.0, 13, 5.0),
    ],
    ids=["round", "a wall along its side", "cut off left", "cut off right", "a gap"],
)
def test_all_else_stays_as_it_is(close: Tensor) -> None:
    """To the bit: what is no deeper than round, or wide, or not all seen, or lies behind."""
    assert WIDEST_M < 60 * PICTURE / WIDE_PX * 8.0
    assert torch.equal(faced(close), close)


def test_what_is_shown_is_turned() -> None:
    """Whoever draws, and whatever is remembered."""
    drawn = torch.zeros(1, 6, 6, WIDE_PX)
    drawn[:, 3:4], drawn[:, 4] = place(60, 7.0, 8.1, 13, 20.0), -6.0
    painter = Painter.__new__(Painter)
    painter.networks = cast(
        Networks, SimpleNamespace(decode=lambda latent: drawn, compose=lambda drawn, planes: drawn)
    )
    seen = painter.shown(torch.zeros(1), None).depth_m
    assert seen is not None and np.ptp(seen[3, 60:73]) < 0.6


def test_ground_and_sky_stay_as_they_are() -> None:
    """Nothing of them is slender."""
    rows = torch.linspace(-1.0, 0.4, 40)[:, None].expand(1, 1, 40, WIDE_PX).contiguous()
    assert torch.equal(faced(rows), rows)

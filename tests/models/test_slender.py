"""Slender things face whoever looks at them; what is wide, or goes on at a side, stays as it is."""

import math
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
import torch
from torch import Tensor

from worldgen.models.wander.monodepth import MonocularDepth
from worldgen.models.wander.networks import Networks
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.planes import HINT_PLANES, closeness, metres
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


def test_what_is_seen_for_the_first_time_is_turned_and_what_is_remembered_is_not() -> None:
    """Turned to the eye at every step, a trunk is never where it was: matter comes and goes."""
    drawn = torch.zeros(1, 6, 6, WIDE_PX)
    drawn[:, 3:4], drawn[:, 4] = place(60, 7.0, 8.1, 13, 20.0), -6.0
    painter = Painter.__new__(Painter)
    painter.networks = cast(
        Networks,
        SimpleNamespace(decode=lambda latent: drawn.clone(), compose=lambda drawn, planes: drawn),
    )
    for planes, deep_m in ((None, 0.25), (torch.zeros(1, HINT_PLANES, 6, WIDE_PX), 1.1)):
        seen = painter.shown(torch.zeros(1), planes).depth_m
        assert seen is not None and np.ptp(seen[3, 60:73]) == pytest.approx(deep_m, abs=0.1)


def test_what_is_guessed_of_a_photograph_is_turned() -> None:
    """A statue that somebody photographed slants no less."""
    close = place(60, 7.0, 8.1, 13, 20.0)
    painter = Painter.__new__(Painter)
    guess = torch.cat([close, torch.full_like(close, -6.0)], dim=1)
    painter.monodepth = cast(MonocularDepth, SimpleNamespace(guess=lambda colours: guess))
    planes = painter.guessed(torch.zeros(1, HINT_PLANES, 6, WIDE_PX))
    assert torch.equal(planes[:, 3:4], faced(close))


def test_ground_and_sky_stay_as_they_are() -> None:
    """Nothing of them is slender."""
    rows = torch.linspace(-1.0, 0.4, 40)[:, None].expand(1, 1, 40, WIDE_PX).contiguous()
    assert torch.equal(faced(rows), rows)

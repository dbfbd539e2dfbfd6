"""Hard edges: nothing hangs between two things, and what slopes gently stays a slope."""

import torch
import torch.nn.functional as nnf

from worldgen.models.wander.edges import EDGE_PX, STEP, hardened


def test_a_slope_between_two_things_becomes_a_step() -> None:
    """Half-way between a cup and the wall there is nothing to walk through."""
    close = torch.full((1, 1, 8, 24), -0.8)
    close[..., 12:] = 0.4
    soft = nnf.avg_pool2d(close, (1, 3), stride=1, padding=(0, 1))
    soft[..., :1], soft[..., -1:] = -0.8, 0.4
    assert ((soft > -0.75) & (soft < 0.35)).any()
    hard = hardened(soft)
    assert not ((hard > -0.75) & (hard < 0.35)).any()


def test_a_floor_stays_a_floor() -> None:
    """What slopes gently is no edge."""
    slope = torch.linspace(-0.5, 0.5, 256).expand(1, 1, 144, 256)
    assert float(slope.diff(dim=3).max()) * EDGE_PX < STEP
    assert torch.equal(hardened(slope), slope)


def test_a_pole_of_one_pixel_stays() -> None:
    """The thinnest thing is the nearest of its neighbourhood, and no slope."""
    close = torch.full((1, 1, 8, 24), -1.0)
    close[..., 12] = 0.1
    assert torch.equal(hardened(close)[..., 12], close[..., 12])

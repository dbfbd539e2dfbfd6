"""Hard edges: nothing hangs between two things, and what slopes gently stays a slope."""

import numpy as np
import pytest
import torch
import torch.nn.functional as nnf

from worldgen.geometry import Camera
from worldgen.geometry.depth import pixel_rays
from worldgen.models.wander.edges import EDGE_PX, STEP, evened, hardened, is_flat, moored
from worldgen.models.wander.planes import SKY_CLOSENESS, closeness
from worldgen.models.wander.spec import SPEC


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


@pytest.mark.parametrize("eye_m", [0.3, 0.6, 1.0, 1.6, 3.0])
@pytest.mark.parametrize("noise", [0.0, 0.02])
def test_ground_stays_where_it_is_however_low_one_looks_over_it(eye_m: float, noise: float) -> None:
    """Taken for an edge it comes two rows nearer, a slope ahead rises, and rises again."""
    lens = Camera.from_fov(SPEC.width_px, SPEC.height_px, SPEC.hfov_rad)
    down = torch.from_numpy(pixel_rays(lens)[..., 1]).float()
    close = 2 * closeness(eye_m / down.clamp(min=1e-6))[None, None] - 1
    rough = close * (1 + noise * torch.randn(close.shape, generator=torch.manual_seed(1)))
    apart = (hardened(rough) - close)[:, :, down[:, 0] > 0.02]
    assert float(apart.abs().max()) < 0.01 + 5 * noise
    assert abs(float(apart.mean())) < 0.005


@pytest.mark.parametrize("normal", [(0, 1, 0), (0, 1, 0.3), (1, 0, 0), (-0.3, 0, 1)])
@pytest.mark.parametrize("away_m", [0.4, 1.6, 12.0])
def test_planes_are_flat_from_wherever_one_looks(
    normal: tuple[float, float, float], away_m: float
) -> None:
    """Ground seen from low over it, walls seen along them: steep in a picture, and flat all the
    same."""
    lens = Camera.from_fov(SPEC.width_px, SPEC.height_px, SPEC.hfov_rad)
    facing = torch.from_numpy(pixel_rays(lens) @ np.array(normal)).float()[None, None]
    depth_m = away_m / facing.clamp(min=1e-6)
    shown = (facing > 0) & (depth_m < 100.0)
    inner = nnf.max_pool2d((~shown).float(), 7, stride=1, padding=3) == 0
    flat = is_flat(2 * closeness(depth_m) - 1, shown)
    assert inner.float().mean() > 0.2
    assert bool(flat[inner].all()) and not bool((flat & ~shown).any())


def test_nothing_is_flat_at_an_edge_nor_beside_a_hole() -> None:
    """What was guessed there may be taken back."""
    close, known = torch.full((1, 1, 24, 32), 0.4), torch.ones(1, 1, 24, 32, dtype=torch.bool)
    close[..., 16:] = 0.1
    known[..., 4, 4] = False
    flat = is_flat(close, known)
    assert not flat[..., 14:18].any() and not flat[..., 3:6, 3:6].any()
    assert bool(flat[..., 8:, :12].all()) and bool(flat[..., 21:].all())


def test_an_uneven_slope_is_evened_and_edges_stay() -> None:
    """Rough ground comes apart into steps when one walks towards it."""
    slope = torch.linspace(-0.9, 0.3, 144)[:, None].expand(1, 1, 144, 256)
    rough = slope + 0.004 * torch.randn(slope.shape, generator=torch.manual_seed(2))
    inner = (..., slice(4, -4), slice(4, -4))
    assert (evened(rough) - slope)[inner].std() < 0.3 * (rough - slope)[inner].std()
    wall = torch.full((1, 1, 144, 256), 0.6)
    wall[..., 100:] = -0.8
    assert torch.allclose(evened(wall), wall, atol=1e-6)
    pole = slope.clone()
    pole[..., 50] = 0.9
    assert torch.allclose(evened(pole)[inner], pole[inner], atol=1e-4)


def test_a_ridge_of_such_ground_is_an_edge() -> None:
    """Behind its top there is sky, and nothing between the two."""
    rows = torch.arange(40.0)
    ground = (-0.6 + 0.03 * (rows - 20)).clamp(min=-0.6)
    close = torch.where(rows < 20, -1.0, ground).expand(1, 1, 24, 40).mT.contiguous()
    soft = nnf.avg_pool2d(close, (3, 1), stride=1, padding=(1, 0), count_include_pad=False)
    assert ((soft > -0.99) & (soft < -0.61)).any()
    hard = hardened(soft)
    assert not ((hard > -0.99) & (hard < -0.61)).any()


def test_a_pole_of_one_pixel_stays() -> None:
    """The thinnest thing is the nearest of its neighbourhood, and no slope."""
    close = torch.full((1, 1, 8, 24), -1.0)
    close[..., 12] = 0.1
    assert torch.equal(hardened(close)[..., 12], close[..., 12])


def test_a_rim_that_hangs_on_to_nothing_is_sky() -> None:
    """What a network slopes beside a trunk stays in the air when one has passed."""
    close = torch.full((1, 1, 24, 32), -1.0)
    close[..., 20:] = -0.7  # ground, below
    close = close.transpose(2, 3).contiguous()
    close[..., 14:18] = 0.5  # a trunk
    rim = close.clone()
    rim[0, 0, [3, 7, 12], [13, 18, 13]] = torch.tensor([-0.2, 0.1, -0.5])
    assert torch.equal(moored(rim, SKY_CLOSENESS) > SKY_CLOSENESS, close > SKY_CLOSENESS)


def test_what_is_thin_and_what_stands_at_the_sides_stays() -> None:
    """A wire, a twig, a far mast up to its tip but one, a corner of the picture, rough ground."""
    close = torch.full((1, 1, 40, 40), -1.0)
    close[0, 0, 5, :] = -0.3
    steps = torch.arange(10, 25)
    close[0, 0, steps, steps] = -0.1
    close[0, 0, 20:, 34] = -0.6
    close[0, 0, 30:] = torch.linspace(-0.8, 0.6, 10)[:, None] + 0.05 * torch.randn(
        10, 40, generator=torch.manual_seed(3)
    )
    kept = moored(close, SKY_CLOSENESS)
    gone = (kept != close).nonzero()[:, 2:].tolist()
    assert gone == [[10, 10], [20, 34], [24, 24]]

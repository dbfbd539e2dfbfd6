"""What training says a memory would know: never more than it could."""

import numpy as np
import pytest
import torch

from tests.training.wall import FRAMES, untaught, wall
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.training.corpus import Walk
from worldgen.training.hints import HINTS, encode_walk, mirrored


@pytest.fixture(scope="module")
def walk() -> Walk:
    """A wall 5 m ahead with a gradient on it, seen while stepping to the right."""
    ramp = np.linspace(0, 255, 256).astype(np.uint8)
    return wall(np.tile(ramp, (FRAMES, 1)))


@pytest.fixture(scope="module")
def coder() -> RGBDAutoencoder:
    return untaught()


def test_a_mirrored_walk_goes_the_other_way(walk: Walk) -> None:
    """Pictures and poses must turn together, or left would be taught as right."""
    other = mirrored(walk)
    assert np.array_equal(other.rgb[:, :, ::-1], walk.rgb)
    assert other.poses_c2w[-1, 0, 3] == -walk.poses_c2w[-1, 0, 3]
    assert np.array_equal(mirrored(other).poses_c2w, walk.poses_c2w)


def test_rows_have_the_shapes_that_the_denoiser_reads(walk: Walk, coder: RGBDAutoencoder) -> None:
    """Every frame has all its hints, none of them sure of more than everything."""
    rows = encode_walk(walk, coder, np.random.default_rng(0))
    assert rows["latent"].shape == (FRAMES, 12, 18, 32)
    assert rows["hint"].shape == (FRAMES, HINTS, 12, 18, 32)
    covered = rows["coverage"].float()
    assert covered.shape == (FRAMES, HINTS, 2, 18, 32)
    assert 0 <= float(covered.min()) <= float(covered.max()) <= 1


def test_the_same_dice_give_the_same_rows(walk: Walk, coder: RGBDAutoencoder) -> None:
    """A resumed corpus must not differ from one made at once."""
    first, second = (encode_walk(walk, coder, np.random.default_rng(4)) for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)

"""What training says a memory would know: never more than it could."""

import numpy as np
import pytest
import torch

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.training.corpus import Walk
from worldgen.training.hints import HINTS, encode_walk, mirrored

FRAMES = 3


@pytest.fixture(scope="module")
def walk() -> Walk:
    """A wall 5 m ahead with a gradient on it, seen while stepping to the right."""
    ramp = np.linspace(0, 255, 256).astype(np.uint8)
    rgb = np.broadcast_to(ramp[None, None, :, None], (FRAMES, 144, 256, 3)).copy()
    poses = np.tile(np.eye(4), (FRAMES, 1, 1))
    poses[:, 0, 3] = np.arange(FRAMES) * 0.3
    return Walk(
        rgb=rgb,
        depth_m=np.full((FRAMES, 144, 256), 5, np.float16),
        sky=np.zeros((FRAMES, 144, 256), bool),
        moving=np.zeros((FRAMES, 144, 256), bool),
        poses_c2w=poses,
        captions=["a wall"],
        labels={"biome": "", "hour": "", "weather": ""},
    )


@pytest.fixture(scope="module")
def coder() -> RGBDAutoencoder:
    torch.manual_seed(0)
    network: RGBDAutoencoder = RGBDAutoencoder(widths=(8, 16, 16), blocks=(1, 1, 1))
    network.to(torch.bfloat16)
    return network


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

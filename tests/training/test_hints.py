"""What training says a memory would know: never more than it could."""

import numpy as np
import pytest
import torch

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.text import TextTable
from worldgen.training.assemble import pipeline
from worldgen.training.corpus import Walk
from worldgen.training.drift import Drifter
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


def test_a_drifted_memory_begins_with_the_truth_and_then_leaves_it(
    walk: Walk, coder: RGBDAutoencoder
) -> None:
    """Without drift, training would teach nothing about the model's own errors."""
    torch.manual_seed(1)
    denoiser = HintedDenoiser(fine=32, coarse=64, coarse_blocks=1)
    torch.nn.init.normal_(denoiser.leave.weight, std=0.1)
    table = TextTable(WEIGHTS_DIR / "text")
    drifter = Drifter(pipeline(coder, denoiser, Compositor(), table))
    latent = torch.randn(FRAMES, 12, 18, 32).bfloat16()
    copies = drifter(walk, latent, np.random.default_rng(0))
    truth = coder.decode(latent)
    assert len(copies) == len(truth) == FRAMES
    again = drifter(walk, latent, np.random.default_rng(0))
    assert np.array_equal(copies[0].rgb, again[0].rgb)
    assert np.array_equal(copies[-1].rgb, again[-1].rgb)
    assert not np.array_equal(copies[-1].rgb, copies[0].rgb)

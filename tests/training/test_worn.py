"""Worn pictures: farther from the truth the more is lost, and still of the same place."""

import numpy as np
import pytest
import torch

from tests.training.wall import FRAMES, wall
from worldgen.evaluation.pictures import psnr_db
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.planes import seen_planes, to_picture
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.training.corpus import Walk
from worldgen.training.hints import Remembered, encode_walk
from worldgen.training.worn import Wearer, worn


@pytest.fixture(scope="module")
def pipe() -> WanderPipeline:
    return WanderPipeline.from_pretrained(WEIGHTS_DIR)


@pytest.fixture(scope="module")
def walk() -> Walk:
    """A wall with broad stripes, stepping to the right."""
    columns = np.arange(256) + 20 * np.arange(FRAMES)[:, None]
    return wall((127 + 80 * np.sign(np.sin(columns / 20))).astype(np.uint8))


@pytest.fixture(scope="module")
def latent(pipe: WanderPipeline, walk: Walk) -> torch.Tensor:
    rgb, depth_m = torch.from_numpy(walk.rgb), torch.from_numpy(walk.depth_m.astype(np.float32))
    ones = torch.ones(depth_m.shape)
    with torch.inference_mode():
        return pipe.networks.encode(seen_planes(rgb, depth_m, ones, ones)).float()


@torch.inference_mode()
def pictures(pipe: WanderPipeline, latent: torch.Tensor) -> np.ndarray:
    """What latents look like, (T, H, W, 3) uint8."""
    drawn = pipe.networks.decode(latent.to(pipe.networks.dtype))
    return np.stack([to_picture(planes).rgb for planes in drawn])


def test_the_more_is_lost_the_farther_it_goes(
    pipe: WanderPipeline, walk: Walk, latent: torch.Tensor
) -> None:
    """From nearly the copy itself to what only shares its layout."""
    known, noise = Wearer(pipe).told(walk, "a wall"), torch.randn(latent.shape)
    copy, off_db = pictures(pipe, latent), []
    for lost in (0.05, 0.3, 0.6, 0.9):
        drawn = worn(pipe.networks, latent, noise, torch.full((FRAMES,), lost), known)
        off_db.append(psnr_db(pictures(pipe, drawn), copy))
    assert off_db == sorted(off_db, reverse=True)
    assert off_db[0] > 30 > 24 > off_db[-1]


def test_every_picture_is_lost_in_its_own_share(
    pipe: WanderPipeline, walk: Walk, latent: torch.Tensor
) -> None:
    """A memory holds fresh pictures and worn ones beside each other."""
    known, noise = Wearer(pipe).told(walk, "a wall"), torch.randn(latent.shape)
    lost = torch.tensor([0.05, *[0.9] * (FRAMES - 1)])
    drawn = pictures(pipe, worn(pipe.networks, latent, noise, lost, known))
    copy = pictures(pipe, latent)
    assert psnr_db(drawn[0], copy[0]) > psnr_db(drawn[1], copy[1]) + 6


def test_rows_have_worn_hints_and_true_targets(
    pipe: WanderPipeline, walk: Walk, latent: torch.Tensor
) -> None:
    """What is learnt is the way back: a worn hint beside the truth."""
    wearer = Wearer(pipe)
    rows, again = (
        encode_walk(walk, pipe.autoencoder, np.random.default_rng(4), wearer) for _ in range(2)
    )
    assert torch.equal(rows["hint"], again["hint"])
    assert torch.allclose(rows["latent"].float(), latent, atol=0.05)
    assert rows["hint"].shape == (FRAMES, 2, *latent.shape[1:])
    remembered = wearer(walk, latent, np.random.default_rng(4))
    assert isinstance(remembered, Remembered)
    seen = remembered.seen(1, [1], np.random.default_rng(0))
    assert 12 < psnr_db(seen.rgb, walk.rgb[1]) < 34

"""What training says a memory would know: never more than it could."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.wall import FRAMES, untaught, wall
from worldgen.models.base import Picture
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.weather import HAZE_PER_M
from worldgen.training.corpus import CorpusConfig, Walk, make_corpus, walk_files
from worldgen.training.hints import (
    HINTS,
    Remembered,
    encode_walk,
    make_shards,
    mirrored,
    read_shards,
    weather_in,
)
from worldgen.types import CLEAR


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


def test_what_was_seen_through_fog_is_told_clearer_from_near(walk: Walk) -> None:
    """As play's memory tells it; else the model would learn that fog stays on what one nears."""
    size, far_m, near_m = walk.depth_m.shape[1:], 20.0, 8.0
    depth_m = np.full((2, *size), far_m, np.float16)
    depth_m[1], depth_m[:, : size[0] // 2 + 4] = near_m, np.inf
    rgb = np.full((2, *size, 3), 200, np.uint8)
    rgb[:, size[0] // 2 + 4 :] = 160
    poses = np.tile(np.eye(4), (2, 1, 1))
    poses[1, 2, 3] = far_m - near_m
    copies = [Picture(rgb=rgb[i], depth_m=depth_m[i].astype(np.float32)) for i in range(2)]
    told = {}
    for weather in ("clear", "fog"):
        labels = {"biome": "meadow", "hour": "day", "weather": weather}
        mine = replace(walk, poses_c2w=poses, labels=labels, moving=np.zeros((2, *size), bool))
        hint = Remembered(mine, copies).seen(1, [0], np.random.default_rng(0))
        told[weather] = hint.rgb[(hint.colour > 0) & np.isfinite(hint.depth_m)]
    assert np.abs(told["clear"].astype(int) - 160).max() <= 4
    assert told["fog"].mean() < 145


def test_the_haze_of_a_walk_is_that_of_its_weather(walk: Walk) -> None:
    """And none under a roof, whatever the weather is outside."""
    foggy = {"biome": "meadow", "hour": "day", "weather": "fog"}
    assert weather_in(replace(walk, labels=foggy)).haze_per_m == HAZE_PER_M["fog"]
    assert weather_in(replace(walk, labels={**foggy, "biome": "library"})) == CLEAR


def test_processes_make_the_same_shards(tmp_path: Path, coder: RGBDAutoencoder) -> None:
    """On a machine with many cores the corpus is ready sooner, and is no other one."""
    make_corpus(tmp_path / "corpus", CorpusConfig(walks=2, frames=2))
    files = walk_files(tmp_path / "corpus")
    for name, workers in (("alone", 1), ("crew", 2)):
        make_shards(files, coder, tmp_path / name, workers=workers)
    alone, together = (read_shards(tmp_path / name) for name in ("alone", "crew"))
    assert alone["seed"].tolist() == [0, 0, 1, 1]
    for name, row in alone.items():
        assert torch.allclose(row.float(), together[name].float(), atol=0.05), name

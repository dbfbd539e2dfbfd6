"""Painted walks: one colour for every point of the world, no words, no colours alone."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from tests.training.wall import FRAMES, untaught, wall
from worldgen.errors import ConfigError
from worldgen.memory.splat import splat
from worldgen.training.corpus import Walk, walk_file
from worldgen.training.hints import camera_of, make_shards, read_shards
from worldgen.training.painted import Recolourer, painted, read_pictures


def picture(seed: int = 0) -> Image.Image:
    """Soft blots of every colour."""
    coarse = np.random.default_rng(seed).integers(0, 256, (9, 12, 3), dtype=np.uint8)
    return Image.fromarray(coarse).resize((480, 360), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def walk() -> Walk:
    """Along a wall of two greys, its halves as different as can be."""
    edge = 128 - 40 * np.arange(FRAMES)[:, None]
    return wall(np.where(np.arange(256) < edge, 60, 180).astype(np.uint8))


@pytest.mark.parametrize("seed", range(6))
def test_a_point_of_the_world_has_one_colour_in_every_frame(walk: Walk, seed: int) -> None:
    """Else a memory of what was seen would be no help with what is seen next."""
    seen = painted(walk, [picture(), picture(1)], np.random.default_rng(seed))
    depth_m = seen.depth_m.astype(np.float32)
    back = splat(seen.rgb[2:], depth_m[2:], seen.poses_c2w[2:], camera_of(seen, 0))
    known = back.colour > 0.5
    off = np.abs(back.rgb[known].astype(int) - seen.rgb[0][known])
    assert known.mean() > 0.3 and np.median(off) <= 3


def test_a_walk_keeps_its_shapes_and_loses_its_words(walk: Walk) -> None:
    """Under a clear sky, for nothing in the air is in such colours."""
    seen = painted(walk, [picture()], np.random.default_rng(3))
    assert np.array_equal(seen.depth_m, walk.depth_m) and seen.poses_c2w is walk.poses_c2w
    assert seen.captions == [""] and seen.labels["weather"] == "clear"
    assert np.abs(seen.rgb.astype(int) - walk.rgb).mean() > 10
    assert seen.rgb.astype(int).std(axis=-1).max() > 20


def test_what_memory_tells_of_a_painted_walk_is_never_colours_alone(walk: Walk) -> None:
    """How far off such a picture's things are cannot be guessed from it."""
    recolourer, dice = Recolourer([picture()], untaught()), np.random.default_rng(0)
    memory = recolourer(walk, torch.zeros(FRAMES, 12, 18, 32, dtype=torch.bfloat16), dice)
    told = [memory.hint(1, dice) for _ in range(60)]
    assert all(hint.depth.any() for hint in told)


def test_rows_of_painted_walks_are_told_from_others_by_their_numbers(
    walk: Walk, tmp_path: Path
) -> None:
    """Below nought, and each walk's own."""
    files = [walk_file(tmp_path, seed) for seed in (4, 7)]
    for file in files:
        _write(file, walk)
    network = untaught()
    recolourer = Recolourer([picture()], network)
    make_shards(files, network, tmp_path / "rows", recolourer, recolouring=recolourer.recoloured)
    assert read_shards(tmp_path / "rows")["seed"].tolist() == [-5] * FRAMES + [-8] * FRAMES


def test_a_folder_without_pictures_is_told(tmp_path: Path) -> None:
    """Before an hour of rendering."""
    (tmp_path / "notes.txt").write_text("none here")
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(ConfigError, match="none in"):
            read_pictures(folder)
    picture().save(tmp_path / "b.png")
    assert len(read_pictures(tmp_path)) == 1


def _write(file: Path, walk: Walk) -> None:
    words = json.dumps([walk.captions, walk.labels]).encode()
    np.savez(
        file,
        rgb=walk.rgb,
        depth_m=walk.depth_m,
        masks=np.packbits(np.stack([walk.sky, walk.moving])),
        poses_c2w=walk.poses_c2w,
        words=np.frombuffer(words, np.uint8),
    )

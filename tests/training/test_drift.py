"""Walks that the networks drew from their own memory: true at first, then theirs, and put right."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from tests.training.wall import FRAMES, SIZE, STEP_M, untaught, wall
from worldgen.memory import Recall
from worldgen.models.base import Picture
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.text import TextTable
from worldgen.training.assemble import pipeline
from worldgen.training.corpus import Walk
from worldgen.training.drift import Drifted, Drifter, frame_of, where_sure
from worldgen.training.hints import CUT_SHARE, encode_walk

STRIP = (slice(None), slice(-20, -12))
"""What comes into view with the second frame, as the third one sees it."""


@pytest.fixture(scope="module")
def walk() -> Walk:
    """A wall 5 m ahead with stripes on it, seen while stepping to the right."""
    x = 5 * (np.arange(256) - 127.5) / 182.8 + STEP_M * np.arange(FRAMES)[:, None]
    return wall((127 + 100 * np.sin(2 * x)).astype(np.uint8))


@pytest.fixture(scope="module")
def coder() -> RGBDAutoencoder:
    return untaught()


@pytest.fixture(scope="module")
def drifter(coder: RGBDAutoencoder) -> Drifter:
    torch.manual_seed(1)
    denoiser = HintedDenoiser(fine=32, coarse=64, coarse_blocks=1)
    torch.nn.init.normal_(denoiser.leave.weight, std=0.1)
    table = TextTable(WEIGHTS_DIR / "text")
    return Drifter(pipeline(coder, denoiser, Compositor(), table))


def drifted(drifter: Drifter, walk: Walk) -> Drifted:
    return drifter(walk, torch.zeros(FRAMES, 12, 18, 32), np.random.default_rng(0))


def test_a_walk_begins_with_the_truth_and_then_leaves_it(walk: Walk, drifter: Drifter) -> None:
    """Without drift, training would teach nothing about the model's own errors."""
    hints = drifted(drifter, walk).hints
    assert len(hints) == FRAMES
    assert np.abs(hints[0].rgb.astype(int) - walk.rgb[0]).max() <= 1
    off = np.abs(hints[2].rgb.astype(int) - walk.rgb[2])
    assert off[STRIP].mean() > 20, "nobody knew that strip: it is invented"
    assert off[:, :200].mean() < 5, "what was seen first is kept"


def test_the_same_dice_lead_the_same_walk(walk: Walk, drifter: Drifter) -> None:
    """A resumed corpus must not differ from one made at once."""
    first, second = (drifted(drifter, walk).hints for _ in range(2))
    assert all(np.array_equal(a.rgb, b.rgb) for a, b in zip(first, second, strict=True))


def test_rows_are_made_of_what_the_memory_knew(
    walk: Walk, coder: RGBDAutoencoder, drifter: Drifter
) -> None:
    """The denoiser must learn from the very hints that play gives, cut off now and then."""
    led = drifted(drifter, walk)
    rows = encode_walk(walk, coder, np.random.default_rng(0), lambda *_: led)
    assert rows["hint"].shape == (FRAMES, 2, 12, 18, 32)
    whole = led.hints[2].colour.mean()
    dice = np.random.default_rng(5)
    cut = [led.hint(2, dice).colour.mean() < whole for _ in range(200)]
    assert abs(np.mean(cut) - CUT_SHARE) < 0.1


@pytest.mark.parametrize(
    ("colour", "sharpness", "mine"),
    [
        pytest.param(0.0, 0.0, True, id="nothing was known: an invention is remembered once"),
        pytest.param(0.35, 1.0, False, id="it was invented a moment ago: the truth comes in"),
        pytest.param(0.3, 0.4, True, id="it was seen from afar: sure of it, and soft"),
        pytest.param(1.0, 1.0, True, id="it is known: what is made of it goes on"),
    ],
)
def test_an_invention_is_replaced_by_the_truth_before_it_is_held_to(
    walk: Walk, colour: float, sharpness: float, mine: bool
) -> None:
    """Another tree than ours is no error; but what was known must drift as it does at play."""
    truth = frame_of(walk, 1)
    plane = np.full(SIZE, 1, np.float32)
    known = replace(
        Recall.empty(*SIZE),
        colour=plane * colour,
        depth=plane * colour,
        sharpness=plane * sharpness,
    )
    drawn = Picture(
        rgb=np.full((*SIZE, 3), 7, np.uint8), depth_m=plane, sky=truth.sky, moving=truth.moving
    )
    frame = where_sure(known, drawn, truth)
    assert np.array_equal(frame.rgb, drawn.rgb if mine else truth.rgb)
    assert frame.depth_m is not None and truth.depth_m is not None
    assert np.array_equal(frame.depth_m, plane if mine else truth.depth_m)

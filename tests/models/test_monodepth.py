"""A photograph's depth: borrowed sight, hard edges, and a guess that is worth having."""

from __future__ import annotations

import math
from typing import cast

import numpy as np
import pytest
import torch

from worldgen.evaluation.heldout import FIRST_SEED, steered_walk
from worldgen.models.wander.monodepth import MonocularDepth
from worldgen.models.wander.painter import GUESS_TRUST, Painter
from worldgen.models.wander.planes import SKY_CLOSENESS, metres
from worldgen.models.wander.spec import SPEC, WEIGHTS_DIR, missing_files
from worldgen.types import Action

SHIPPED = pytest.mark.skipif(missing_files() is not None, reason="no shipped weights to read")


def test_every_pixel_is_told_and_every_weight_learns() -> None:
    """A branch that nothing flows through would ship at random."""
    network = MonocularDepth()
    told = network(torch.rand(2, 3, 144, 256) * 2 - 1)
    assert told.shape == (2, 2, 144, 256)
    assert told[:, 0].abs().max() <= 1
    told.square().sum().backward()
    # what begins at zero (attention's last map) hides what stands before it, at first
    still = [name for name, weight in network.named_parameters() if weight.grad is None]
    assert still == []


@SHIPPED
def test_a_photo_s_planes_keep_their_colours_and_get_a_depth() -> None:
    """What is guessed is told as a guess, and the sky is a sky."""
    painter = Painter.from_pretrained(WEIGHTS_DIR)
    planes = torch.zeros(1, 7, 144, 256)
    planes[:, :3] = torch.rand(1, 3, 144, 256) * 2 - 1
    planes[:, 4], planes[:, 6] = 1.0, 1.0
    guessed = painter.guessed(planes)
    for kept in (0, 1, 2, 4, 6):
        assert torch.equal(guessed[:, kept], planes[:, kept])
    assert bool((guessed[:, 5] == GUESS_TRUST).all())
    assert float(guessed[:, 3].abs().max()) <= 1
    assert painter.monodepth is not None
    sky = painter.monodepth.guess(planes[:, :3])[:, 1] > 0
    assert sky.any() and bool((guessed[:, 3][sky] <= SKY_CLOSENESS).all())


@SHIPPED
def test_the_shipped_guess_is_right_about_places_it_never_saw() -> None:
    """Six held-out places from their colours alone; a constant guess is off by 0.8 and more."""
    painter = Painter.from_pretrained(WEIGHTS_DIR, torch.float32)
    network = cast(MonocularDepth, painter.monodepth)
    errors, skies = [], []
    for seed in range(FIRST_SEED, FIRST_SEED + 6):
        true = steered_walk(seed, [Action()], SPEC).truth(0)
        assert true.depth_m is not None
        shades = torch.from_numpy(true.rgb.copy()).movedim(-1, 0)[None].float() / 127.5 - 1
        with torch.inference_mode():
            close, sky = network.guess(shades)[0].numpy()
        depth_m = metres(torch.from_numpy((close + 1) / 2)).numpy()
        solid = np.isfinite(true.depth_m) & (sky <= 0) & (true.depth_m < 60)
        errors.append(np.abs(np.log(depth_m[solid] / true.depth_m[solid])).mean())
        skies.append(float(((sky > 0) == np.isinf(true.depth_m)).mean()))
    assert np.mean(errors) < math.log(1.25)
    assert np.mean(skies) > 0.95

"""Feature distances: nought for equals, known for Gaussians, and deaf outside a region."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from worldgen.evaluation import features
from worldgen.evaluation.features import (
    Gaussian,
    activations,
    cells,
    distance,
    frechet,
    look,
    looks,
    perceptual,
)


def test_frechet_of_equals_is_nought() -> None:
    """The same set twice is no distance."""
    rows = np.random.default_rng(0).normal(size=(400, 6))
    found = Gaussian(rows.mean(0), np.cov(rows, rowvar=False), 400)
    assert frechet(found, found) == pytest.approx(0, abs=1e-9)


def test_frechet_of_known_gaussians() -> None:
    """Means 3 and 4 apart, deviations 1 and 2 in two dimensions: 25 + 2 (2 - 1)^2."""
    a = Gaussian(np.zeros(2), np.eye(2), 10)
    b = Gaussian(np.array([3.0, 4.0]), 4 * np.eye(2), 10)
    assert frechet(a, b) == pytest.approx(27)
    assert frechet(b, a) == pytest.approx(27)


def test_a_blurred_picture_looks_different_and_the_same_one_does_not(view: Any) -> None:
    """Features must see lost grain: it is what a weak model loses first."""
    picture = view().rgb
    soft = sum(
        np.roll(picture.astype(float), (dy, dx), (0, 1))
        for dy in range(-2, 3)
        for dx in range(-2, 3)
    )
    blurred = (soft / 25).astype(np.uint8)
    assert perceptual(picture, picture) == pytest.approx(0, abs=1e-6)
    assert perceptual(picture, blurred) > 10 * perceptual(picture, np.clip(picture, 1, 254))


def test_cells_are_those_of_the_region(view: Any) -> None:
    """Of 256 x 144 the left half has half of the cells, and the empty mask none."""
    picture, left = view().rgb, np.zeros((144, 256), bool)
    left[:, :128] = True
    whole = [(64 * 36, 24), (32 * 18, 40), (16 * 9, 112)]
    assert [rows.shape for rows in cells(picture)] == whole
    assert [rows.shape for rows in cells(picture, left)] == [(n // 2, d) for n, d in whole]
    assert not any(len(rows) for rows in cells(picture, np.zeros((144, 256), bool)))


def test_running_sums_are_the_mean_and_the_covariance(view: Any) -> None:
    """Gathering picture by picture must not differ from looking at all of them at once."""
    pictures = [view().rgb, view(yaw=1.0).rgb]
    found = look(pictures)
    for depth, gaussian in enumerate(found):
        rows = np.concatenate([cells(picture)[depth] for picture in pictures]).astype(np.float64)
        assert gaussian.cells == len(rows)
        assert gaussian.mean == pytest.approx(rows.mean(0), abs=1e-4)
        assert gaussian.covariance == pytest.approx(np.cov(rows, rowvar=False), abs=1e-3)


def test_the_scale_can_be_read(view: Any) -> None:
    """The truth is 0, another part of the same room is near it, an even grey is about 1."""
    truth = look([view(yaw=yaw).rgb for yaw in (0.0, 1.0)])
    other = look([view(yaw=yaw).rgb for yaw in (2.0, 3.0)])
    grey = look([np.full((144, 256, 3), 128, np.uint8)] * 2)
    assert distance(truth, truth) == pytest.approx(0, abs=1e-6)
    assert distance(other, truth) < 0.3
    assert distance(grey, truth) > 0.5
    assert distance(grey, truth) > 3 * distance(other, truth)


def test_a_change_far_outside_the_region_counts_little(view: Any) -> None:
    """Spoiling the right edge must not be held against the left one."""
    picture, left = view().rgb, np.zeros((144, 256), bool)
    left[:, :64] = True
    spoilt = picture.copy()
    spoilt[:, 192:] = 0
    assert perceptual(picture, spoilt, left) < 0.15 * perceptual(picture, spoilt, ~left)


def test_one_can_learn_through_the_looks_after_measuring() -> None:
    """The network is loaded once, and measuring may have been first to ask for it."""
    features.sight.cache_clear()
    activations(np.zeros((64, 64, 3), np.uint8))
    picture = torch.zeros(1, 3, 64, 64, requires_grad=True)
    torch.stack([plane.sum() for plane in looks(picture)]).sum().backward()
    assert picture.grad is not None and bool(picture.grad.any())

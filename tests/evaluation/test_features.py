"""Feature distances: nought for equals, known for Gaussians, and deaf outside a region."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.features import Gaussian, cells, fit, frechet, perceptual


def test_frechet_of_equals_is_nought() -> None:
    """The same set twice is no distance."""
    found = fit(np.random.default_rng(0).normal(size=(400, 6)))
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
    """256 x 144 has 16 x 9 cells of 16 px; the left half has half of them, the empty mask none."""
    picture, left = view().rgb, np.zeros((144, 256), bool)
    left[:, :128] = True
    assert cells(picture).shape == (144, 112)
    assert cells(picture, left).shape == (72, 112)
    assert len(cells(picture, np.zeros((144, 256), bool))) == 0


def test_a_change_far_outside_the_region_counts_little(view: Any) -> None:
    """Spoiling the right edge must not be held against the left one."""
    picture, left = view().rgb, np.zeros((144, 256), bool)
    left[:, :64] = True
    spoilt = picture.copy()
    spoilt[:, 192:] = 0
    assert perceptual(picture, spoilt, left) < 0.15 * perceptual(picture, spoilt, ~left)

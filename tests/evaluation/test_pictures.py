"""Pictures measured against answers worked out by hand."""

import math

import numpy as np
import pytest

from worldgen.evaluation.pictures import colour, luma, psnr_db, sharpness, shrink, ssim

GREY = np.full((32, 48, 3), 100, np.uint8)


def test_psnr_of_an_even_error_is_its_formula() -> None:
    """An error of 5 levels everywhere is 20 log10(255 / 5): anything else misjudges every model."""
    assert psnr_db(GREY, GREY + 5) == pytest.approx(20 * math.log10(255 / 5))
    assert psnr_db(GREY, GREY) == 100.0


def test_only_masked_pixels_count() -> None:
    """An error outside the mask must not be seen, and an empty mask has no answer."""
    spoilt, mask = GREY.copy(), np.zeros((32, 48), bool)
    mask[:, :24] = True
    spoilt[:, 24:] = 0
    assert psnr_db(GREY, spoilt, mask) == 100.0
    assert psnr_db(GREY, spoilt, ~mask) < 20
    assert math.isnan(psnr_db(GREY, spoilt, np.zeros((32, 48), bool)))


def test_ssim_is_one_for_equals_and_falls_with_noise() -> None:
    """Equal pictures are alike; more noise is less alike."""
    rng = np.random.default_rng(0)
    picture = rng.integers(60, 200, (32, 48, 3), dtype=np.uint8)
    noisy = [
        np.clip(picture + rng.normal(0, sigma, picture.shape), 0, 255).astype(np.uint8)
        for sigma in (5, 20)
    ]
    assert ssim(picture, picture) == pytest.approx(1)
    assert 1 > ssim(picture, noisy[0]) > ssim(picture, noisy[1]) > 0


def test_ssim_is_what_scikit_image_says_it_is() -> None:
    """Of a dark picture and a darker one, where the two constants count most."""
    metrics = pytest.importorskip("skimage.metrics")
    rng = np.random.default_rng(2)
    picture = rng.integers(0, 12, (48, 64, 3), dtype=np.uint8)
    darker = (picture // 2 + rng.integers(0, 3, picture.shape)).astype(np.uint8)
    _, similar = metrics.structural_similarity(
        luma(picture), luma(darker), data_range=255, full=True,
        gaussian_weights=True, sigma=1.5, use_sample_covariance=False,
    )  # fmt: skip
    inner = np.zeros((48, 64), bool)
    inner[5:-5, 5:-5] = True
    assert ssim(picture, darker, inner) == pytest.approx(similar[inner].mean(), abs=1e-9)


def test_ssim_sees_structure_where_psnr_does_not() -> None:
    """A shift of brightness and a lost texture of equal error: only one of them looks alike."""
    rng = np.random.default_rng(1)
    picture = (128 + 10 * rng.choice([-1, 1], (48, 48, 1)).repeat(3, 2)).astype(np.uint8)
    brighter, flat = picture + 10, np.full_like(picture, 128)
    assert psnr_db(picture, brighter) == pytest.approx(psnr_db(picture, flat))
    assert ssim(picture, brighter) > ssim(picture, flat) + 0.5


def test_sharpness_of_a_ramp_is_its_slope() -> None:
    """Two levels a pixel across and none down is a gradient of 2."""
    ramp = np.repeat(np.arange(48, dtype=np.uint8)[None, :, None] * 2, 32, 0).repeat(3, 2)
    assert sharpness(ramp) == pytest.approx(2.0)
    assert sharpness(GREY) == 0


def test_colour_says_means_then_spreads() -> None:
    """Half black, half red 200: mean 100, deviation 100, and nothing of green."""
    picture = np.zeros((4, 4, 3), np.uint8)
    picture[:2, :, 0] = 200
    assert colour(picture) == pytest.approx([100, 0, 0, 100, 0, 0])


def test_shrinking_averages_squares() -> None:
    """A checkerboard of 0 and 200 becomes 100: a dropped pixel would show as 0 or 200."""
    board = (np.indices((8, 12)).sum(0) % 2 * 200).astype(np.uint8)[..., None].repeat(3, 2)
    assert (shrink(board, 2) == 100).all()
    assert shrink(board, 2).shape == (4, 6, 3)

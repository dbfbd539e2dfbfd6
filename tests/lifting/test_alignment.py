"""Depths that disagree are made to agree; depths that agree are left alone."""

from dataclasses import replace

import numpy as np
import pytest

from tests.lifting.gaussians.scene import LENS, seen, stroll, with_depth
from worldgen.lifting.alignment import EXACT, align
from worldgen.types import Frame


def bent(frame: Frame, rng: np.random.Generator) -> Frame:
    """Depth off by a factor of its own, and by another that drifts over the picture."""
    assert frame.depth_m is not None
    slope = np.linspace(-0.05, 0.05, frame.camera.width_px) * rng.choice([-1, 1])
    return with_depth(frame, frame.depth_m * np.exp(rng.normal(0, 0.08) + slope))


def error_of(frames: list[Frame], truth: list[Frame]) -> float:
    """How far depths are from the truth beyond one factor for the whole walk, in ln depth."""
    apart = []
    for frame, true in zip(frames, truth, strict=True):
        assert frame.depth_m is not None and true.depth_m is not None
        known = (frame.depth_m > 0) & np.isfinite(true.depth_m)
        apart.append(np.log(frame.depth_m[known] / true.depth_m[known]))
    logs = np.concatenate(apart)
    return float(np.std(logs - np.median(logs)))


def test_bent_depths_come_nearer_to_the_truth() -> None:
    """A wrong sign or frame of reference would make it worse."""
    truth, rng = stroll(12), np.random.default_rng(4)
    wrong = [bent(frame, rng) for frame in truth]
    made = align(wrong)
    assert made.after < 0.25 * made.before
    assert error_of(made.frames, truth) < 0.5 * error_of(wrong, truth)


def test_exact_depth_is_left_alone_to_the_bit() -> None:
    """Also when it was stored in steps of 4 mm; rims stay where they are exact."""
    truth = stroll(8)
    stepped = [
        with_depth(frame, np.round(np.asarray(frame.depth_m, np.float64) / 0.004) * 0.004)
        for frame in truth
    ]
    for frames in (truth, stepped):
        made = align(frames)
        assert made.before < EXACT
        assert all(one is other for one, other in zip(made.frames, frames, strict=True))


def test_depth_that_was_measured_with_some_noise_is_left_alone() -> None:
    """It could be made to agree better still, and would be bent by that."""
    rng, frames = np.random.default_rng(2), []
    for frame in stroll(8):
        assert frame.depth_m is not None
        frames.append(with_depth(frame, frame.depth_m * np.exp(rng.normal(0, 0.003))))
    made = align(frames)
    assert 0.001 < made.before == made.after < EXACT
    assert all(one is other for one, other in zip(made.frames, frames, strict=True))


def test_looks_that_no_field_can_make_agree_change_nothing() -> None:
    """A third is 5 % off, the rest so far that it counts only once a fit to the third moved it."""
    off = np.exp(np.where(np.arange(48) < 16, 0.05, 0.405))
    depths = np.full(48, 4.0), 4.0 * off
    frames = [
        with_depth(seen(at), np.broadcast_to(depth_m, LENS.shape))
        for at, depth_m in enumerate(depths)
    ]
    made = align(frames)
    assert made.before == made.after == pytest.approx(0.05, abs=1e-3)
    assert all(one is other for one, other in zip(made.frames, frames, strict=True))


def test_rims_of_predicted_depth_can_be_made_unknown_and_sky_stays() -> None:
    """Predicted depth slides from near to far at a rim, through places where nothing is."""
    rng = np.random.default_rng(1)
    wrong = [bent(frame, rng) for frame in stroll(6)]
    for before, after in zip(wrong, align(wrong, drop_rims=True).frames, strict=True):
        assert before.depth_m is not None and after.depth_m is not None
        assert np.array_equal(np.isinf(before.depth_m), np.isinf(after.depth_m))
        beside_sky = np.isinf(before.depth_m[:-1]) & np.isfinite(before.depth_m[1:])
        assert (after.depth_m[1:][beside_sky] == 0).all()
    for before, after in zip(wrong, align(wrong).frames, strict=True):
        assert np.array_equal(before.depth_m == 0, after.depth_m == 0), "unless they are to stay"


@pytest.mark.parametrize("depth_m", [0.0, np.inf])
def test_nothing_to_compare_changes_nothing(depth_m: float) -> None:
    """One frame, all sky, all unknown."""
    frames = [replace(frame, sky=None) for frame in stroll(3)]
    blind = [with_depth(frame, np.full(frame.camera.shape, depth_m)) for frame in frames]
    for walk in (blind, frames[:1]):
        made = align(walk)
        assert made.before == made.after
        assert all(one is other for one, other in zip(made.frames, walk, strict=True))

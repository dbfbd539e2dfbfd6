"""What the thresholds for mass mean."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.evaluation.conftest import SMALL
from worldgen.evaluation.calibration import Curve, as_drawn, calibrate, measure
from worldgen.evaluation.conservation import THETA
from worldgen.models.base import Picture
from worldgen.types import Frame


def _quiet(_: str) -> None:
    pass


@pytest.fixture(scope="module")
def curve() -> Curve:
    return calibrate(SMALL, None, 1, 12, _quiet)


def test_the_truth_is_hardly_ever_flagged_and_injuries_are_found(curve: Curve) -> None:
    """With exact depth: no false positive on this walk, and every large injury is seen."""
    assert len(curve.null) >= 4
    assert curve.fpr(THETA) == 0
    assert curve.tpr(THETA, least=0.08) == 1
    assert curve.tpr(THETA, least=0.03) > curve.tpr(THETA, least=0.01) - 1e-9
    section = measure(curve)
    assert section.value(f"frame FPR at theta {THETA}, in use") == 0


def test_a_threshold_that_flags_nothing_has_no_power(curve: Curve) -> None:
    """And one that flags everything no innocence: the curve falls from one to the other."""
    assert curve.tpr(1.1) == 0
    assert curve.fpr(-1) == 1
    kinds = {kind for kind, _ in curve.power}
    assert kinds == {"deleted", "spawned", "shrunk"}


def test_the_copy_is_what_is_judged() -> None:
    """A decoder that is off would else be blamed on the model."""
    from worldgen.evaluation.heldout import FIRST_SEED, curious_walk

    true = curious_walk(FIRST_SEED, 1, SMALL).truth(0)

    def copy(frame: Frame) -> Picture:
        assert frame.depth_m is not None
        return Picture(rgb=255 - frame.rgb, depth_m=2 * frame.depth_m)

    seen = as_drawn(true, copy)
    assert true.depth_m is not None
    assert seen.depth_m is not None
    np.testing.assert_array_equal(seen.rgb, 255 - true.rgb)
    np.testing.assert_array_equal(seen.depth_m, 2 * true.depth_m)
    assert as_drawn(replace(true), None).sky is true.sky

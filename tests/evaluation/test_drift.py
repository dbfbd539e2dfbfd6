"""Drift of courses that were made to drift by a known amount."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from worldgen.evaluation.drift import Course, drifted, measure, sharp_share


def _course(fade: float, tint: float = 0.0) -> Course:
    """Half as sharp as truth at first, `fade` of that at the end; brighter by `tint` at the end."""
    count = 31
    progress = np.linspace(0, 1, count)
    true = 8 + 2 * np.sin(7 * progress)  # what a walk shows changes by itself
    drawn = 0.5 * true * (1 + (fade - 1) * (progress > 0.3))
    colours = np.full((count, 2, 6), 100.0)
    colours[progress > 0.3, 0] += tint
    return Course(
        at=np.arange(count) * 10,
        sharp=np.stack([drawn, true], axis=1),
        colours=colours,
        seconds=0.05,
        sampled=[],
    )


def test_a_steady_model_does_not_drift_though_the_view_changes() -> None:
    """Truth's own ups and downs are no drift, and being soft from the start is none either."""
    sharp, shades = drifted([_course(1.0)])
    assert sharp == pytest.approx(0, abs=1e-9)
    assert shades == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("fade", [0.6, 0.9, 1.3])
def test_fading_and_sharpening_are_drift(fade: float) -> None:
    """What is lost, or made up, counts by its share."""
    assert drifted([_course(fade)])[0] == pytest.approx(abs(fade - 1), abs=1e-6)


def test_one_strange_frame_at_the_end_is_no_drift() -> None:
    """The last third is what counts: a walk may end with its nose at a wall."""
    steady = _course(1.0)
    sharp, colours = steady.sharp.copy(), steady.colours.copy()
    sharp[-1, 0] *= 3
    colours[-1, 0] += 50
    odd = replace(steady, sharp=sharp, colours=colours)
    assert drifted([odd])[0] == pytest.approx(0, abs=1e-9)
    assert drifted([odd])[1] == pytest.approx(0.5 / 10)


def test_one_walk_does_not_make_up_for_another() -> None:
    """Half as sharp and half as sharp again were no drift at all, together."""
    assert drifted([_course(0.5), _course(1.5)])[0] == pytest.approx(0.5, abs=1e-6)


def test_a_tint_is_drift_of_colour() -> None:
    """Twenty levels on a hundred is a fifth."""
    assert drifted([_course(1.0, tint=20)])[1] == pytest.approx(0.2)


def test_sharpness_is_a_share_of_truth() -> None:
    """Half as sharp is a half, at whatever frame is asked for."""
    assert sharp_share([_course(1.0)], frame=100) == pytest.approx(0.5)
    section = measure([_course(1.0)])
    assert section.value("frames a second") == pytest.approx(20)
    assert all(figure.met is not False for figure in section.figures)

"""The commanded pose, put right by what two pictures show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.refined import refine
from worldgen.geometry import compose, pose, project, unproject


@pytest.mark.parametrize("ahead_m", [0.0, 0.9])
def test_a_camera_that_is_not_where_it_says_is_found(view: Any, ahead_m: float) -> None:
    """Off by 1 degree and 3 cm, near by or 6 steps on: most of the error goes.

    Turn and shift can stand in for each other, so what counts is where points are seen, in pixels.
    """
    first, true = view(), view(z=ahead_m, yaw=0.03)
    error = pose(np.array([0.03, 0.0, 0.0]), np.deg2rad(1.0))
    told = replace(true, camera=true.camera.at(compose(true.camera.pose_c2w, error)))
    found = refine(first, told)
    assert found is not None
    assert found.believed
    assert found.turn_deg == pytest.approx(1.0, abs=0.4)
    points = unproject(first.depth_m, first.camera)
    right = project(points, true.camera)[0]
    off = [
        np.median(np.linalg.norm(project(points, camera)[0] - right, axis=1))
        for camera in (told.camera, told.camera.at(found.pose_c2w))
    ]
    assert off[0] > 3
    assert off[1] < 0.6


def test_a_camera_that_is_where_it_says_is_left_there(view: Any) -> None:
    """What is put right without cause would excuse true violations."""
    found = refine(view(), view(z=0.3, x=0.2, yaw=-0.05))
    assert found is not None
    assert found.turn_deg < 0.1
    assert found.shift_m < 0.01


def test_an_error_that_is_too_large_is_not_believed(view: Any) -> None:
    """The tracker was misled, or something else is wrong."""
    true = view(z=0.3)
    told = replace(true, camera=view(z=0.3, x=0.25).camera)
    found = refine(view(), told)
    assert found is None or not found.believed


def test_flat_pictures_tell_nothing(view: Any) -> None:
    """There is nothing to track."""
    first = view()
    flat = replace(first, rgb=np.full_like(first.rgb, 90))
    assert refine(flat, flat) is None

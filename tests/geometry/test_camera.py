"""A camera checks itself, and its lens survives moving and resizing."""

import math

import numpy as np
import pytest

from worldgen.errors import ShapeError
from worldgen.geometry import Camera, pose, project


def test_the_field_of_view_reaches_from_edge_to_edge() -> None:
    """A point at half the angle off the axis lands on the picture's right edge."""
    camera = Camera.from_fov(256, 144, math.radians(70))
    edge = np.array([[math.tan(math.radians(35)), 0.0, 1.0]])
    uv, z = project(edge, camera)
    np.testing.assert_allclose(uv, [[256.0, 72.0]])
    assert z == pytest.approx([1.0])


def test_resizing_keeps_the_view() -> None:
    """What is seen a quarter across stays a quarter across."""
    camera = Camera.from_fov(256, 144, 1.2, pose(np.array([1.0, 2.0, 3.0]), 0.3, 0.1))
    points = np.array([[0.5, 1.5, 9.0], [2.0, 2.0, 8.0]])
    before, _ = project(points, camera)
    after, _ = project(points, camera.resized(64, 72))
    np.testing.assert_allclose(after, before * [64 / 256, 72 / 144])


def test_moving_keeps_the_lens() -> None:
    """`at` changes the pose and nothing else."""
    camera = Camera(width_px=20, height_px=10, fx=9.0, fy=8.0, cx=7.0, cy=6.0)
    moved = camera.at(pose(np.array([1.0, 2.0, 3.0]), math.pi / 2))
    assert (moved.fx, moved.fy, moved.cx, moved.cy) == (9.0, 8.0, 7.0, 6.0)
    assert moved.shape == (10, 20)
    np.testing.assert_allclose(moved.position, [1, 2, 3])
    np.testing.assert_allclose(moved.forward, [1, 0, 0], atol=1e-12)


@pytest.mark.parametrize(
    "wrong",
    [
        {"width_px": 0},
        {"height_px": 1.5},
        {"fx": 0.0},
        {"fy": -1.0},
        {"cx": math.nan},
        {"cy": "middle"},
        {"pose_c2w": np.zeros((4, 4))},
    ],
)
def test_what_is_no_camera_is_refused(wrong: dict[str, object]) -> None:
    """With the field's name, so that a file's author can find it."""
    good: dict[str, object] = {
        "width_px": 8, "height_px": 4, "fx": 5.0, "fy": 5.0, "cx": 4.0, "cy": 2.0,
    }  # fmt: skip
    with pytest.raises(ShapeError, match=r"camera's|rigid"):
        Camera(**{**good, **wrong})  # type: ignore[arg-type]


@pytest.mark.parametrize("hfov_rad", [0.0, math.pi, -1.0, math.nan])
def test_an_impossible_field_of_view_is_refused(hfov_rad: float) -> None:
    """A pinhole sees less than half the sphere."""
    with pytest.raises(ShapeError, match="field of view"):
        Camera.from_fov(8, 4, hfov_rad)

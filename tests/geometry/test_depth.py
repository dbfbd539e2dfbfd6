"""Depth to points and back."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import ShapeError
from worldgen.geometry import (
    Camera,
    compose,
    invert,
    normals,
    plucker_rays,
    pose,
    project,
    unproject,
    unproject_image,
)

cameras = st.builds(
    lambda width, height, hfov, x, y, z, yaw, pitch: Camera.from_fov(
        width, height, hfov, pose(np.array([x, y, z]), yaw, pitch)
    ),
    st.integers(1, 24), st.integers(1, 24), st.floats(0.3, 2.5),
    *[st.floats(-50, 50)] * 3, st.floats(-3, 3), st.floats(-1.5, 1.5),
)  # fmt: skip


@given(cameras, st.integers(0, 2**32 - 1))
def test_projecting_what_was_unprojected_gives_the_pixels_back(camera: Camera, seed: int) -> None:
    """Every known pixel comes back to its own centre at its own depth, whatever the camera."""
    rng = np.random.default_rng(seed)
    depth_m = rng.uniform(0.1, 90.0, camera.shape)
    depth_m[rng.random(camera.shape) < 0.2] = 0.0
    depth_m[rng.random(camera.shape) < 0.2] = np.inf

    uv, z = project(unproject(depth_m, camera), camera)

    rows, columns = np.nonzero(np.isfinite(depth_m) & (depth_m > 0))
    np.testing.assert_allclose(uv, np.stack([columns, rows], -1) + 0.5, atol=1e-6)
    np.testing.assert_allclose(z, depth_m[rows, columns], rtol=1e-9)


def test_the_middle_of_the_picture_looks_straight_ahead() -> None:
    """With an even width no pixel is in the middle: four share the axis."""
    camera = Camera.from_fov(2, 2, math.pi / 2)
    points = unproject(np.full((2, 2), 3.0), camera)
    np.testing.assert_allclose(
        points, [[-1.5, -1.5, 3], [1.5, -1.5, 3], [-1.5, 1.5, 3], [1.5, 1.5, 3]]
    )


def test_unknown_and_sky_are_no_points() -> None:
    """They are left out of the list, and NaN in the image."""
    depth_m = np.array([[0.0, np.inf, 2.0]], dtype=np.float32)
    camera = Camera.from_fov(3, 1, 1.0)
    assert unproject(depth_m, camera).shape == (1, 3)
    np.testing.assert_array_equal(
        np.isnan(unproject_image(depth_m, camera)).all(axis=-1), [[True, True, False]]
    )


def test_points_behind_the_camera_have_no_pixel() -> None:
    """A point behind would otherwise appear mirrored in front."""
    uv, z = project(np.array([[0.0, 0.0, -1.0], [0.0, 0.0, 0.0]]), Camera.from_fov(4, 4, 1.0))
    assert np.isnan(uv).all()
    np.testing.assert_array_equal(z, [-1.0, 0.0])


@given(cameras, st.floats(0.1, 50))
def test_pluecker_rays_are_lines_through_the_points_they_see(camera: Camera, reach: float) -> None:
    """Unit directions, and a moment that is the same for every point of the ray."""
    rays = plucker_rays(camera).astype(np.float64)
    direction, moment = rays[..., :3], rays[..., 3:]
    np.testing.assert_allclose(np.linalg.norm(direction, axis=-1), 1, atol=1e-6)
    seen = unproject_image(np.full(camera.shape, reach), camera)
    np.testing.assert_allclose(np.cross(seen, direction), moment, atol=1e-3)


@given(cameras, cameras)
def test_pluecker_rays_depend_only_on_where_the_camera_is_to_the_reference(
    camera: Camera, other: Camera
) -> None:
    """So a model that sees them cannot tell one end of the world from the other."""
    relative = compose(invert(other.pose_c2w), camera.pose_c2w)
    np.testing.assert_array_equal(
        plucker_rays(camera, other.pose_c2w), plucker_rays(camera.at(relative))
    )


@given(st.floats(-2, 2), st.floats(-0.9, 0.9))
def test_the_normals_of_a_plane_are_the_planes(yaw: float, pitch: float) -> None:
    """Ground 1.6 m below an eye that looks down at it: every normal points up."""
    camera = Camera.from_fov(24, 16, 1.0, pose(np.array([3.0, -1.6, 2.0]), yaw, -0.9))
    rays = unproject_image(np.ones(camera.shape), camera) - camera.position
    depth_m = 1.6 / rays[..., 1]
    np.testing.assert_allclose(
        normals(depth_m, camera), np.broadcast_to([0, -1, 0], (16, 24, 3)), atol=1e-4
    )


def test_an_edge_does_not_smear_into_a_slope() -> None:
    """A near wall beside a far wall: both face the camera right up to the edge."""
    depth_m = np.full((6, 8), 2.0)
    depth_m[:, 4:] = 9.0
    facing = normals(depth_m, Camera.from_fov(8, 6, 1.0))
    np.testing.assert_allclose(facing, np.broadcast_to([0, 0, -1], (6, 8, 3)), atol=1e-6)


def test_there_is_no_normal_where_nothing_is_known() -> None:
    """Sky, unknown, and a lone pixel give zeros, without a warning."""
    depth_m = np.zeros((5, 5))
    depth_m[0], depth_m[2, 2] = np.inf, 3.0
    assert not normals(depth_m, Camera.from_fov(5, 5, 1.0)).any()


def test_a_depth_image_of_another_size_is_refused() -> None:
    """Rather than lifted with the wrong rays."""
    with pytest.raises(ShapeError, match="resize"):
        unproject(np.ones((3, 4)), Camera.from_fov(3, 4, 1.0))
    with pytest.raises(ShapeError, match=r"\(N, 3\)"):
        project(np.ones((3, 2)), Camera.from_fov(3, 4, 1.0))

"""The sky as a dome: what was seen is where it was seen, and the rest is smooth."""

from dataclasses import replace

import numpy as np
import pytest

from tests.lifting.gaussians.scene import LENS, stroll, with_depth
from worldgen.errors import ExportError
from worldgen.geometry import pose
from worldgen.geometry.depth import pixel_rays
from worldgen.lifting.meshes.sky import PICTURE_PX, sky_dome
from worldgen.types import Frame

RED, BLUE = np.array([220, 30, 20], np.uint8), np.array([20, 60, 230], np.uint8)


def open_sky(yaw_rad: float, pitch_rad: float = 0.3) -> Frame:
    """Nothing but sky: red to the east (+x), blue elsewhere."""
    camera = LENS.at(pose(np.array([3.0, -1.6, 2.0]), yaw_rad, pitch_rad))
    rays = pixel_rays(camera) @ camera.rotation.T
    east = rays[..., 0] > np.abs(rays[..., 2])
    return Frame(
        rgb=np.where(east[..., None], RED, BLUE),
        depth_m=np.full(camera.shape, np.inf, np.float32),
        camera=camera,
        index=0,
        time_s=0.0,
    )


def test_the_sky_is_where_it_was_seen() -> None:
    """A ray from the middle meets the dome where the picture has that direction's colour."""
    dome = sky_dome([open_sky(turn) for turn in np.arange(0, 2 * np.pi, 0.4)])
    places, uv = dome.mesh.vertices_m, dome.uv
    away = places - np.array([3.0, -1.6, 2.0])
    height = np.arctan2(-away[:, 1], np.hypot(away[:, 0], away[:, 2]))
    middle = (height > 0.1) & (height < 0.5) & (uv[:, 0] < 1)
    for at in np.flatnonzero(middle):
        row, column = (uv[at, ::-1] * PICTURE_PX).astype(int)
        x, z = away[at, 0], away[at, 2]
        if abs(x - abs(z)) > 0.2 * np.hypot(x, z):
            wanted = RED if x > abs(z) else BLUE
            assert np.abs(dome.picture[row, column].astype(int) - wanted).max() < 40


def test_it_is_seen_from_inside_and_lies_beyond_all_else() -> None:
    """Faces look at the one who stands in it; it begins below the horizon."""
    frames = stroll(4)
    dome = sky_dome(frames)
    mesh = dome.mesh
    eye = frames[0].camera.position
    inward = eye - mesh.vertices_m[mesh.faces].mean(1)
    assert (np.einsum("ni,ni->n", mesh.face_normals(), inward) > 0).all()
    assert (np.einsum("ni,ni->n", dome.normals, eye - mesh.vertices_m) > 0).all()
    assert np.linalg.norm(mesh.vertices_m - eye, axis=1).min() > 150
    assert mesh.vertices_m[:, 1].max() > eye[1] + 10, "y is down: below the horizon"


def test_what_nobody_saw_is_smooth() -> None:
    """One narrow look: no streaks, no black, the colours that were seen and none beside."""
    picture = sky_dome(stroll(1)).picture.astype(int)
    assert np.abs(np.diff(picture, axis=0)).max() < 8
    assert np.abs(np.diff(np.concatenate([picture, picture[:, :1]], 1), axis=1)).max() < 8
    assert np.abs(picture - np.array([115, 166, 242])).max() < 3


def test_a_walk_without_sky_has_no_dome() -> None:
    """A room; the message says why."""
    room = [with_depth(replace(at, sky=None), np.full(LENS.shape, 2.0)) for at in stroll(2)]
    with pytest.raises(ExportError, match="no frame of the walk shows sky"):
        sky_dome(room)

"""Where nobody looked, sky and ground go on; where somebody did, nothing is added."""

import numpy as np

from tests.lifting.gaussians.scene import EYE_M, LENS, seen, stroll, with_depth
from worldgen.geometry import pose, project
from worldgen.lifting.gaussians.backdrop import FAR_M, backdrop
from worldgen.lifting.gaussians.lift import raw_splats, whole_splats
from worldgen.lifting.gaussians.rasterise import picture
from worldgen.lifting.gaussians.surfels import shell_round
from worldgen.types import Frame


def outside() -> list[Frame]:
    """A stroll along a wall under the sky, two ways apart, of which nothing lies behind."""
    return [*stroll(4), seen(9, yaw_rad=0.9)]


def test_behind_one_s_back_there_is_sky_above_and_ground_below() -> None:
    """A black hole is what a visitor of the file would see first."""
    camera = LENS.at(pose(np.array([0.0, -EYE_M, 0.0]), np.pi))
    frames = outside()
    black = picture(raw_splats(frames, 20_000), camera, antialiased=False)
    shown = picture(whole_splats(frames, 60_000), camera, antialiased=False)
    assert black.mean() < 5
    assert np.abs(shown[:10].mean((0, 1)) - 255 * np.array([0.45, 0.65, 0.95])).max() < 12
    assert abs(shown[-6:, :, 1].mean() - 213) < 10  # the pattern's green, wherever y is 0


def test_ground_goes_on_at_its_height() -> None:
    """Under the eye and behind it, as far down as where it was seen."""
    sky, ground = backdrop(outside(), shell_round(outside()))
    assert np.abs(ground.means[:, 1]).max() < 0.05
    assert np.allclose(ground.normals, [0, -1, 0])
    assert ground.means[:, 2].min() < -FAR_M
    assert sky.sky.all() and not ground.sky.any()


def test_what_somebody_saw_or_looked_past_is_left_alone() -> None:
    """Else made up discs would hang before true ones."""
    frames = outside()
    for part in backdrop(frames, shell_round(frames)):
        for frame in frames:
            assert frame.depth_m is not None
            uv, z = project(part.means, frame.camera)
            at = np.flatnonzero((z > 0) & (uv >= 0).all(1) & (uv < [48, 32]).all(1))
            depth_m = frame.depth_m[uv[at, 1].astype(int), uv[at, 0].astype(int)]
            assert (z[at] > depth_m).all()


def test_a_room_gets_none() -> None:
    """There is no sky to carry on, and a room ends at its walls."""
    walls = [with_depth(frame, np.full(LENS.shape, 3.0)) for frame in outside()]
    assert backdrop(walls, shell_round(walls)) == []


def test_few_splats_are_kept_for_what_was_seen() -> None:
    """Who asks for little gets no backdrop instead of no place."""
    frames = outside()
    assert len(whole_splats(frames, 2_000)) <= 2_000
    assert shell_round(frames).holds(whole_splats(frames, 2_000).means).any()

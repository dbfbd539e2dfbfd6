"""Pictures to discs, discs to fewer discs, and what was never there."""

import numpy as np
import pytest

from tests.lifting.gaussians.scene import LENS, WALL_M, seen, stroll, with_depth
from worldgen.geometry import project
from worldgen.lifting.gaussians.carve import standing
from worldgen.lifting.gaussians.merge import Merger
from worldgen.lifting.gaussians.surfels import Surfels, shell_round, splats_of, surfels_of
from worldgen.types import Frame


def discs(*frames: Frame, most: int = 100_000) -> Surfels:
    """What a merger makes of frames."""
    shell = shell_round(frames)
    merger = Merger(most, shell.centre)
    for frame in frames:
        merger.add(surfels_of(frame, shell))
    return merger.result()[0]


def test_every_pixel_is_a_disc_that_the_camera_sees_there() -> None:
    """Solid or sky, a disc projects into its own pixel: the shell bends no direction."""
    frame = seen(0, x_m=1.0, yaw_rad=0.3)
    surfels = surfels_of(frame, shell_round([frame, seen(1)]))
    uv, _ = project(surfels.means, frame.camera)
    column, row = np.meshgrid(np.arange(48) + 0.5, np.arange(32) + 0.5)
    assert len(surfels) == 48 * 32
    assert np.allclose(uv, np.stack([column, row], -1).reshape(-1, 2), atol=0.01)


def test_discs_lie_in_the_surface() -> None:
    """Ground faces up, the wall faces the camera; a wrong cross product shows here."""
    frame = seen(0)
    surfels = surfels_of(frame, shell_round([frame]))
    inner = (surfels.weight > np.median(surfels.weight)) & ~surfels.sky
    ground = inner & (np.abs(surfels.means[:, 1]) < 1e-3)
    wall = inner & (np.abs(surfels.means[:, 2] - WALL_M) < 1e-3)
    assert np.allclose(np.median(surfels.normals[ground], 0), [0, -1, 0], atol=0.05)
    assert np.allclose(np.median(surfels.normals[wall], 0), [0, 0, -1], atol=0.05)
    assert np.allclose(np.sum(surfels.slopes * surfels.normals, 1), 0, atol=1e-4)
    thin = splats_of(surfels, np.ones(len(surfels), np.float32)).scales
    assert (thin[:, 2] < thin[:, :2].min(1)).all()


@pytest.mark.parametrize("depth", [0.0, np.nan])
def test_unknown_depth_gives_nothing(depth: float) -> None:
    """Zero and NaN are no surface; `Frame` refuses NaN, so it is put in behind its back."""
    frame = seen(0)
    blank = np.full(LENS.shape, depth, np.float32)
    object.__setattr__(frame, "depth_m", blank)
    assert len(surfels_of(frame, shell_round([frame]))) == 0
    assert standing(np.array([[0.0, 0.0, 3.0]]), [frame]).all()


def test_a_second_look_adds_nothing() -> None:
    """The same picture twice makes as many discs; from a step aside, hardly more."""
    once, twice = discs(seen(0)), discs(seen(0), seen(1))
    assert len(once) == len(twice)
    aside = discs(seen(0), seen(1, x_m=0.1))
    assert len(aside) < 1.25 * len(once)


def test_a_nearer_look_is_sharper() -> None:
    """Where a camera came close, the discs are as fine as what it saw."""
    far, near = seen(0), seen(1, z_m=3.0)
    before, after = discs(far), discs(far, near)

    def width(surfels: Surfels) -> float:
        at = (np.abs(surfels.means[:, 2] - WALL_M) < 0.05) & (np.abs(surfels.means[:, 0]) < 1)
        return float(np.median(surfels.footprint[at]))

    assert width(after) < 0.7 * width(before)


def test_the_two_sides_of_a_thin_wall_stay_two() -> None:
    """Else the room's wallpaper would shine through to the street."""
    ahead, across = np.array([0, 0, 1], np.float32), np.array([1, 0, 0], np.float32)
    faces = Surfels(
        means=np.array([[0.1, -1.5, 2.1], [0.1, -1.5, 2.101]], np.float32),
        normals=np.stack([-ahead, ahead]),
        slopes=np.stack([across, across]),
        stretch=np.ones(2, np.float32),
        footprint=np.full(2, 0.05, np.float32),
        colours=np.array([[1, 0, 0], [0, 0, 1]], np.float32),
        weight=np.ones(2, np.float32),
        sky=np.zeros(2, bool),
    )
    merger = Merger(100, np.zeros(3))
    merger.add(faces)
    merger.add(faces)
    kept, _ = merger.result()
    assert len(kept) == 2
    assert sorted(kept.colours.tolist()) == [[0, 0, 1], [1, 0, 0]]


@pytest.mark.parametrize("most", [50, 300])
def test_there_are_never_more_than_allowed(most: int) -> None:
    """However long the walk is: cells grow until all fit."""
    assert 0 < len(discs(*stroll(6), most=most)) <= most


def test_what_frames_look_through_is_not_there() -> None:
    """A floater between cameras and wall goes; the wall and what is hidden behind it stay."""
    frames = stroll(4)
    points = np.array([[0.1, -1.6, 3.0], [0.1, -1.6, WALL_M], [0.1, -1.6, WALL_M + 2]])
    assert standing(points, frames).tolist() == [False, True, True]
    assert standing(points, [with_depth(frames[0], None)]).all()


def test_most_looks_decide_whether_something_is_there() -> None:
    """Two look through where one saw something: it is gone. One against one is not enough."""
    point, clear = np.array([[0.0, -1.6, 4.0]]), [seen(1), seen(2)]
    trunk = with_depth(seen(0), np.full(LENS.shape, 4.0))
    assert standing(point, [trunk, clear[0]]).all()
    assert not standing(point, [trunk, *clear]).any()


def test_who_walks_through_a_place_knows_better_than_who_saw_it_from_afar() -> None:
    """A trunk that five frames saw, and one then looked through from close by, is not there."""
    frames = [seen(at) for at in range(5)]
    trunk = [with_depth(frame, np.full(LENS.shape, 4.0)) for frame in frames]
    point = np.array([[0.0, -1.6, 4.0]])
    assert standing(point, trunk).all()
    assert standing(point, [*trunk, seen(5)]).all()
    assert not standing(point, [*trunk, seen(5, z_m=3.2)]).any()

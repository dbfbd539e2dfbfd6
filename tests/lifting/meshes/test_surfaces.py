"""Surfaces out of posed depth: where they are, which way they face, what colour they have."""

from dataclasses import replace

import numpy as np
import pytest

from tests.lifting.meshes.scenes import BALL_M, GREEN, RADIUS_M, RED, along_a_floor, around_the_ball
from worldgen.errors import ConfigError, ExportError, ShapeError
from worldgen.lifting.meshes import Mesh, SurfaceConfig, lift_collider, lift_surface
from worldgen.lifting.meshes.cleaning import simplified, with_holes_closed, without_small_pieces
from worldgen.lifting.meshes.extent import extent_of
from worldgen.lifting.meshes.fusion import fuse
from worldgen.lifting.meshes.mesh import joined
from worldgen.lifting.meshes.surfaces import COLLIDER, WIDEST_HOLE_M
from worldgen.types import Frame

FINE = SurfaceConfig(voxel_m=0.1)


def changed(frame: Frame, depth_m: float) -> Frame:
    """The same frame with one depth everywhere."""
    assert frame.depth_m is not None
    return replace(frame, depth_m=np.full_like(frame.depth_m, depth_m))


@pytest.mark.parametrize("voxel_m", [0.05, 0.1])
def test_a_ball_is_where_it_is(voxel_m: float) -> None:
    """To a tenth of a voxel on average: a wrong half pixel or axis is a whole voxel."""
    mesh = lift_surface(around_the_ball(12), SurfaceConfig(voxel_m=voxel_m))
    error = np.abs(np.linalg.norm(mesh.vertices_m - BALL_M, axis=1) - RADIUS_M)
    assert error.mean() < voxel_m / 10
    assert error.max() < voxel_m


def test_a_floor_seen_at_a_flat_angle_is_flat() -> None:
    """Most of a walk's picture is ground seen aslant; distance along the ray would make steps."""
    mesh = lift_surface(along_a_floor(8), FINE)
    near = mesh.vertices_m[:, 2] < 8.0
    assert near.sum() > 500
    assert np.abs(mesh.vertices_m[near, 1]).mean() < 0.01


def test_levels_leave_no_gap() -> None:
    """Far ground has wider voxels; straight ahead the floor goes on without a slit."""
    mesh = lift_surface(along_a_floor(8), replace(FINE, most_faces=10**6))
    flat = mesh.vertices_m[:, [0, 2]][mesh.faces]
    a, b, c = (flat[:, k] for k in range(3))
    for z in np.arange(3.03, 20.0, 0.0917):
        place = np.array([0.0137, z])
        turns = [_turn(p - place, q - place) for p, q in ((a, b), (b, c), (c, a))]
        covers = np.all(np.array(turns) >= 0, axis=0) | np.all(np.array(turns) <= 0, axis=0)
        assert covers.any(), f"a gap at {z:.2f} m"


def _turn(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    turned: np.ndarray = p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]
    return turned


def test_faces_look_outward() -> None:
    """Inside out, an engine culls the world away."""
    mesh = lift_surface(around_the_ball(12), FINE)
    middles = mesh.vertices_m[mesh.faces].mean(axis=1)
    outward = ((middles - BALL_M) * mesh.face_normals()).sum(axis=1)
    assert (outward > 0).mean() > 0.999
    floor = lift_surface(along_a_floor(4), FINE)
    assert (floor.face_normals()[:, 1] < 0).mean() > 0.999, "up is −y"


@pytest.mark.parametrize(
    ("frames", "colour"), [(around_the_ball(8), RED), (along_a_floor(6), GREEN)]
)
def test_colours_are_the_pictures(frames: list[Frame], colour: tuple[int, ...]) -> None:
    """Of one colour throughout, also where no picture looked straight at it."""
    mesh = lift_surface(frames, FINE)
    assert mesh.colours is not None
    assert np.abs(mesh.colours.astype(int) - colour).max() <= 1


def test_one_frame_is_enough() -> None:
    """A first picture alone has a surface."""
    assert len(lift_surface(along_a_floor(1), FINE).faces) > 200


def test_frames_may_differ_in_size() -> None:
    """Every frame brings its own camera."""
    mesh = lift_surface(around_the_ball(6, 96) + around_the_ball(6, 64), FINE)
    error = np.abs(np.linalg.norm(mesh.vertices_m - BALL_M, axis=1) - RADIUS_M)
    assert error.mean() < 0.02


@pytest.mark.parametrize("depth_m", [np.inf, 0.0])
def test_nothing_to_see_is_said(depth_m: float) -> None:
    """All sky, all unknown: an error, not an empty file."""
    frames = [changed(frame, depth_m) for frame in along_a_floor(2)]
    for lift in (lift_surface, lift_collider):
        with pytest.raises(ExportError, match="no surface was seen: the depth is all sky"):
            lift(frames)


def test_how_far_the_nearest_surface_is_is_said_where_there_is_one() -> None:
    """It was said to be sky, 60 m above a town."""
    frames = [changed(frame, 400.0) for frame in along_a_floor(2)]
    with pytest.raises(ExportError, match="within 150 m: the nearest is 400 m away"):
        lift_surface(frames, SurfaceConfig(least_seen=0.0))
    depth_m = np.full((96, 96), np.inf, np.float32)
    depth_m[40, 40] = 3.0
    with pytest.raises(ExportError, match="specks, although the nearest is 3 m away"):
        lift_surface([replace(along_a_floor(1)[0], depth_m=depth_m)])


@pytest.mark.parametrize("size", [0.1, 1.0, 20.0, 4000.0])
def test_a_scene_of_any_size_is_as_true(size: float) -> None:
    """A ball like an apple, a man, a house: the first was a crumb, the last not there."""
    frames = [scaled(frame, size) for frame in around_the_ball(12)]
    for lift, within_m in ((lift_surface, 0.01), (lift_collider, 0.05)):
        mesh = lift(frames)
        error = np.linalg.norm(mesh.vertices_m - size * BALL_M, axis=1) - size * RADIUS_M
        ball = np.abs(error) < 0.5 * size  # apart from the plates under the cameras
        assert np.abs(error[ball]).mean() < within_m * size and ball.sum() > 150


def scaled(frame: Frame, size: float) -> Frame:
    """The same picture of a world so many times as large."""
    assert frame.depth_m is not None
    there = frame.camera.pose_c2w.copy()
    there[:3, 3] *= size
    depth_m = frame.depth_m * np.float32(size)
    return replace(frame, depth_m=depth_m, camera=frame.camera.at(there))


@pytest.mark.parametrize("size", [0.1, 40.0])
def test_ground_under_a_toys_and_a_drones_feet_lies_where_it_is(size: float) -> None:
    """Plates were laid 1.6 m below any eye: far below a toy's floor, in the air below a drone."""
    frames = [scaled(frame, size) for frame in along_a_floor(4)]
    collider = lift_collider(frames)
    assert np.abs(collider.vertices_m[:, 1]).max() < 0.05 * size
    assert np.hypot(*collider.vertices_m[:, [0, 2]].T).min() < 0.5 * size


def test_what_is_seen_from_afar_is_not_cut_off() -> None:
    """Nearly all of it: at most a twentieth lies beyond the reach."""
    mesh = lift_surface([scaled(frame, 40.0) for frame in along_a_floor(4)])
    assert mesh.vertices_m[:, 2].max() > 600


def test_extents_say_what_lies_beyond() -> None:
    """A wall at 400 m behind two of four pictures of a floor."""
    floor, wall = along_a_floor(2), [changed(frame, 400.0) for frame in along_a_floor(2)]
    extent = extent_of([*floor, *wall])
    assert 0.5 < extent.beyond(150.0) < 0.7 and extent.beyond(400.0) == 0.0
    assert extent.within(1.0) == 400.0 and extent.scale == 1.0
    assert extent_of([changed(frame, 0.4) for frame in floor]).scale < 0.5


def test_a_frame_without_depth_is_named() -> None:
    """And told what is missing."""
    frames = along_a_floor(2)
    with pytest.raises(ExportError, match="frame 1 has no depth"):
        lift_surface([frames[0], replace(frames[1], depth_m=None)])
    with pytest.raises(ExportError, match="no frame"):
        lift_surface([])


def test_bad_depth_stops_at_the_frame() -> None:
    """NaN never reaches fusion."""
    with pytest.raises(ShapeError, match="NaN"):
        changed(along_a_floor(1)[0], np.nan)


def test_what_moves_is_left_out() -> None:
    """A ball that rolls through leaves no ghost."""
    frames = [
        replace(frame, moving=np.isfinite(frame.depth_m))  # type: ignore[arg-type]
        for frame in around_the_ball(6)
    ]
    with pytest.raises(ExportError, match="no surface"):
        lift_surface(frames, FINE)


def test_what_is_seen_through_goes() -> None:
    """One wrong depth image is overruled by those that look through it."""
    frames = along_a_floor(12)
    ghost = changed(frames[6], 2.0)
    mesh = lift_surface([*frames, ghost], FINE)
    floating = (mesh.vertices_m[:, 1] < -0.3) & (mesh.vertices_m[:, 1] > -1.3)
    assert floating.mean() < 0.02


def test_memory_is_bounded() -> None:
    """Too many blocks and voxels grow, rather than the process."""
    told: list[float] = []
    levels = fuse(
        along_a_floor(4),
        voxel_m=0.05,
        levels=3,
        reach_m=50.0,
        most_blocks=400,
        progress=told.append,
    )
    assert sum(len(level.coords) for level in levels) <= 400
    assert levels[0].voxel_m > 0.05
    assert told == sorted(told), "looking again does not go back"


def test_a_budget_of_faces_is_kept() -> None:
    """And the ball is still a ball."""
    mesh = lift_surface(around_the_ball(12), replace(FINE, most_faces=600))
    assert 300 < len(mesh.faces) <= 600
    error = np.abs(np.linalg.norm(mesh.vertices_m - BALL_M, axis=1) - RADIUS_M)
    assert error.mean() < 0.02


def test_the_same_frames_give_the_same_mesh() -> None:
    """Bit for bit."""
    one, other = (lift_surface(around_the_ball(4), FINE) for _ in range(2))
    assert np.array_equal(one.vertices_m, other.vertices_m)
    assert np.array_equal(one.faces, other.faces)
    assert np.array_equal(one.colours, other.colours)  # type: ignore[arg-type]


def test_progress_rises_to_one() -> None:
    """A person sees how far it is."""
    told: list[float] = []
    lift_surface(around_the_ball(3), FINE, told.append)
    assert told == sorted(told) and told[-1] == pytest.approx(1.0)


def test_a_collider_carries_its_walker() -> None:
    """Under every camera there is ground, also at the start, where nobody looked down."""
    frames = along_a_floor(10)
    collider = lift_collider(frames)
    assert len(collider.faces) <= 20_000 and collider.colours is None
    for frame in frames:
        away = collider.vertices_m - frame.camera.position
        faces = away[collider.faces]
        a, b, c = (faces[:, k][:, [0, 2]] + 1e-4 for k in range(3))
        turns = np.array([_turn(a, b), _turn(b, c), _turn(c, a)])
        over = (turns >= 0).all(axis=0) | (turns <= 0).all(axis=0)
        assert over.any()
        assert np.abs(faces[over][:, :, 1].mean() - 1.6) < 0.1


@pytest.mark.parametrize("most", [600, 2000])
def test_a_collider_is_no_larger_than_said(most: int) -> None:
    """Closed holes and plates count: there were 20,057 triangles where 20,000 were promised."""
    frames = [*along_a_floor(10), *around_the_ball(6)]
    assert 50 < len(lift_collider(frames, replace(COLLIDER, most_faces=most)).faces) <= most


def test_who_gives_up_halfway_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a ragged mesh of 228,000 faces 22,142 were left, where 20,000 were asked for."""

    def halfway(
        vertices: np.ndarray, faces: np.ndarray, target_count: int
    ) -> tuple[np.ndarray, np.ndarray]:
        return vertices, faces[: max(target_count, len(faces) // 2)]

    monkeypatch.setattr("fast_simplification.simplify", halfway)
    assert len(simplified(lift_surface(along_a_floor(2), FINE), 50).faces) == 50


def test_small_pieces_go_and_large_ones_stay() -> None:
    """Floaters are small; the world is one piece, or a few."""
    small, large = square(0.1), square(2.0, at=5.0)
    left = without_small_pieces(joined([small, large]), 1.0)
    assert len(left.faces) == 2
    assert left.areas_m2().sum() == pytest.approx(4.0)


def test_a_small_hole_is_closed_and_a_wide_one_stays() -> None:
    """With a face that looks the way its neighbours do."""
    ring = Mesh(
        vertices_m=np.array(
            [[x * s, 0.0, z * s] for s in (1, 3) for x, z in ((1, 1), (-1, 1), (-1, -1), (1, -1))],
            np.float32,
        ),
        faces=np.array(
            [
                f
                for k in range(4)
                for f in ((k, 4 + k, 4 + (k + 1) % 4), (k, 4 + (k + 1) % 4, (k + 1) % 4))
            ],
            np.int32,
        ),
    )
    closed = with_holes_closed(ring, widest_m=4.0)
    assert closed.areas_m2().sum() == pytest.approx(36.0)
    assert len(np.unique(np.sign(closed.face_normals()[:, 1]))) == 1
    assert with_holes_closed(ring, widest_m=1.0) is ring


def test_holes_that_touch_are_closed_both() -> None:
    """A board of squares without two that meet in one corner."""
    places = [(i, k) for i in range(5) for k in range(5) if (i, k) not in ((2, 2), (3, 3))]
    corner = {(i, k): 6 * i + k for i in range(6) for k in range(6)}
    faces = [
        face
        for i, k in places
        for a, b, c, d in [[corner[i + p, k + q] for p, q in ((0, 0), (0, 1), (1, 1), (1, 0))]]
        for face in ((a, b, c), (a, c, d))
    ]
    vertices = np.array([(i, 0.0, k) for i, k in corner], np.float32)
    board = Mesh(vertices_m=vertices, faces=np.array(faces, np.int32))
    closed = with_holes_closed(board, widest_m=2.0)
    assert closed.areas_m2().sum() == pytest.approx(25.0)


def test_a_finished_collider_has_no_hole_to_fall_through() -> None:
    """Made simpler it had some again."""
    collider = lift_collider(around_the_ball(12))
    assert with_holes_closed(collider, WIDEST_HOLE_M) is collider


def square(side_m: float, at: float = 0.0) -> Mesh:
    """A level square."""
    corners = side_m * np.array([[0, 0, 0], [0, 0, 1], [1, 0, 1], [1, 0, 0]]) + [at, 0, 0]
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    return Mesh(vertices_m=corners.astype(np.float32), faces=faces)


def test_a_mesh_checks_itself() -> None:
    """A wrong index would crash a viewer, NaN would blank it."""
    good = square(1.0)
    with pytest.raises(ShapeError, match="vertices that are not"):
        replace(good, faces=good.faces + 2)
    with pytest.raises(ShapeError, match="finite"):
        replace(good, vertices_m=good.vertices_m * np.float32(np.nan))
    with pytest.raises(ShapeError, match="colours"):
        good.coloured(np.zeros((3, 3), np.uint8))
    with pytest.raises(ShapeError, match="float32"):
        replace(good, vertices_m=good.vertices_m.astype(float))
    with pytest.raises(ShapeError, match="int32"):
        replace(good, faces=good.faces.astype(np.int64))
    assert simplified(good, 10) is good


@pytest.mark.parametrize(
    "wrong", [{"voxel_m": 0.0}, {"levels": 0}, {"most_faces": -1}, {"least_seen": 1.5}]
)
def test_settings_that_cannot_work_are_refused(wrong: dict[str, float]) -> None:
    """Before any frame is read."""
    with pytest.raises(ConfigError, match=next(iter(wrong))):
        SurfaceConfig(**wrong)  # type: ignore[arg-type]

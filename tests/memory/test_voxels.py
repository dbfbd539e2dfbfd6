"""Ground and walls from what was seen: they carry, they stop, and noise does neither."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from tests.memory.scene import LENS, frame, seen
from worldgen.errors import ShapeError
from worldgen.geometry import Camera, unproject_image
from worldgen.geometry.depth import pixel_rays
from worldgen.kinematics import Body, BodyConfig, advance, eye_pose
from worldgen.memory import SpatialMemory
from worldgen.types import Action, Frame

AHEAD = Action(forward=1.0)
BACK = Action(forward=-1.0)
Depth = Callable[[Camera], np.ndarray]


def slope(rise: float) -> Depth:
    """Ground that rises by `rise` metres a metre of +z."""

    def depth(camera: Camera) -> np.ndarray:
        rays = pixel_rays(camera) @ camera.rotation.T
        below = -(camera.position[1] + rise * camera.position[2])
        down = rays[..., 1] + rise * rays[..., 2]
        with np.errstate(divide="ignore"):
            return np.where(down > 1e-6, below / down, np.inf)

    return depth


def walk(
    actions: list[Action], look: Callable[[Camera, int], Frame], body: Body | None = None
) -> tuple[list[Body], SpatialMemory]:
    """Bodies after each action, in a world of which only `look` is seen."""
    memory, now = SpatialMemory(), body or Body()
    memory = memory.add(look(LENS.at(eye_pose(now)), 0))
    bodies = []
    for index, action in enumerate(actions, 1):
        floor = np.array([now.feet[0], now.floor_y_m, now.feet[2]])
        now = advance(now, action, memory.space(floor), 0.1)
        memory = memory.add(look(LENS.at(eye_pose(now)), index))
        bodies.append(now)
    return bodies, memory


def test_nothing_is_known_before_anything_is_seen() -> None:
    """Unknown ground is None, so that a body keeps its height; unknown space is free."""
    space = SpatialMemory().space()
    assert space.ground_y(0.0, 0.0, 0.0) is None
    assert space.is_free(np.array([0.0, -1.0, 0.0]), 0.25)
    assert space.ground_y(1e7, -1e7, 1e5) is None


def test_seen_ground_lies_where_it_was_seen() -> None:
    """Flat ground at 0 is at 0, wherever it was looked at."""
    _, memory = walk([AHEAD] * 5, frame)
    for z in np.linspace(4.5, 6.5, 9):
        assert memory.space().ground_y(-0.6, float(z), 0.0) == pytest.approx(0.0, abs=0.02)


@pytest.mark.parametrize("rise", [-0.15, 0.1, 0.25])
def test_a_slope_is_walked_up_and_down(rise: float) -> None:
    """The feet follow seen ground within some centimetres, where there was any to see."""
    depth = slope(rise)
    bodies, _ = walk([AHEAD] * 80, lambda camera, index: seen(camera, depth(camera), index))
    last = bodies[-1].feet
    assert last[2] == pytest.approx(12.0, abs=0.01)
    assert last[1] == pytest.approx(-rise * last[2], abs=0.12)


def test_a_wall_stops_and_lets_go() -> None:
    """Walking into a box ends at its side; walking back is free."""
    pole = [AHEAD] * 60
    bodies, _ = walk([*pole, *[BACK] * 10], frame)
    assert 4.7 < bodies[59].feet[2] < 5.4  # the pole's side is at 5.5
    assert bodies[-1].feet[2] < bodies[59].feet[2] - 1.4


def test_a_wall_cannot_be_run_through() -> None:
    """Running steps are wider than a body; the wall at 14 m still holds."""
    bodies, _ = walk([Action(forward=1.0, run=True)] * 80, frame, Body(feet=np.array([-5.0, 0, 0])))
    assert 13.0 < bodies[-1].feet[2] < 13.95


@pytest.mark.parametrize("noise", [0.01, 0.03])
def test_noise_walls_nobody_in(noise: float) -> None:
    """Depth that shakes by some per cent must not stop a body on open ground."""
    dice = np.random.default_rng(3)
    depth = slope(0.0)

    def look(camera: Camera, index: int) -> Frame:
        true = depth(camera)
        return seen(camera, true * (1 + noise * dice.standard_normal(true.shape)), index)

    bodies, _ = walk([AHEAD] * 60, look)
    assert bodies[-1].feet[2] > 8.5
    assert abs(bodies[-1].feet[1]) < 0.15


def test_a_crumb_in_one_picture_is_no_wall() -> None:
    """One wrong frame is seen through by the next ones."""

    def look(camera: Camera, index: int) -> Frame:
        depth_m = slope(0.0)(camera)
        if index == 3:
            depth_m[20:50, 50:80] = 1.5
        return seen(camera, depth_m, index)

    bodies, _ = walk([AHEAD] * 30, look)
    assert bodies[-1].feet[2] == pytest.approx(4.5, abs=0.01)


def test_a_speck_that_floats_before_the_ground_is_no_end_of_a_ramp() -> None:
    """Of a post ahead a piece was seen too near: who walks to it must not rise on the way."""

    def look(camera: Camera, index: int) -> Frame:
        depth_m = slope(0.0)(camera)
        x, down = pixel_rays(camera)[..., 0], pixel_rays(camera)[..., 1]
        with np.errstate(divide="ignore"):
            speck_m = np.where(down > 1e-6, (-0.5 - camera.position[1]) / down, np.inf)
        ahead = camera.position[2] + speck_m
        floats = (np.abs(x * speck_m) < 0.2) & (ahead > 3.8) & (ahead < 4.2)
        return seen(camera, np.where(floats, speck_m, depth_m), index)

    bodies, _ = walk([AHEAD] * 12, look)
    assert bodies[-1].feet[2] > 1.7
    assert max(abs(body.feet[1]) for body in bodies) < 0.03


def test_where_somebody_stood_is_free_for_ever() -> None:
    """A body that is suddenly inside something can always walk back the way it came."""

    def look(camera: Camera, index: int) -> Frame:
        if index < 20:
            return seen(camera, slope(0.0)(camera), index)
        return seen(camera, np.full(camera.shape, 0.15), index)

    bodies, memory = walk([*[AHEAD] * 20, *[Action()] * 10, *[BACK] * 20], look)
    assert bodies[-1].feet[2] == pytest.approx(0.0, abs=0.01)
    assert memory.space().is_free(np.array([0.0, -1.0, 1.5]), BodyConfig().radius_m)


def test_nothing_is_drawn_where_somebody_walked() -> None:
    """Who looks back sees the way that was come; what is drawn in it would be walked through."""
    bodies, memory = walk([AHEAD] * 30, frame)
    turned = LENS.at(eye_pose(replace(bodies[-1], yaw_rad=np.pi)))
    wall = np.full(turned.shape, 2.5, np.float32)
    back = memory.voxels.off_the_way(wall, turned)
    moved = back != wall
    points, beside = unproject_image(back, turned), unproject_image(wall, turned)[..., 0]
    way = (np.abs(points[..., 0]) < 0.15) & (points[..., 1] > -1.6) & (points[..., 1] < -0.7)
    way &= (points[..., 2] > 0.0) & (points[..., 2] < bodies[-1].feet[2])
    assert moved.any() and not way.any()
    assert not moved[np.abs(beside) > 0.4].any() and (back[moved] > 2.5).all()
    assert memory.voxels.off_the_way(back, turned) is back, "what is out of the way stays"
    unknown = np.zeros_like(wall)
    assert memory.voxels.off_the_way(unknown, turned) is unknown
    settled_m = memory.settled(seen(turned, wall, 31)).depth_m
    assert settled_m is not None and (settled_m >= back - 0.06).all()


def test_what_moves_is_no_wall() -> None:
    """A passing animal leaves nothing to bump into."""
    moving = np.zeros(LENS.shape, bool)
    moving[10:70, 30:100] = True

    def look(camera: Camera, index: int) -> Frame:
        depth_m = np.where(moving, 1.0, slope(0.0)(camera)).astype(np.float32)
        plain = seen(camera, depth_m, index)
        return Frame(
            rgb=plain.rgb,
            depth_m=plain.depth_m,
            camera=camera,
            index=index,
            time_s=plain.time_s,
            moving=moving,
        )

    bodies, _ = walk([AHEAD] * 20, look)
    assert bodies[-1].feet[2] == pytest.approx(3.0, abs=0.01)


def test_maps_share_what_did_not_change() -> None:
    """A snapshot costs only the chunks around the camera: the rest is the same memory."""
    _, memory = walk([AHEAD] * 30, lambda camera, index: seen(camera, slope(0.0)(camera), index))
    after = memory.add(
        seen(LENS.at(eye_pose(Body(feet=np.array([0, 0, 40.0])))), np.full(LENS.shape, 3.0), 99)
    )
    before, now = memory.voxels.regions, after.voxels.regions
    assert before and all(now[key] is region for key, region in before.items())


@pytest.mark.parametrize("z", [3.9, 3.95, 4.0, 4.05, 4.1, 4.15])
def test_a_wall_is_not_worn_away_by_a_body_that_leans_on_it(z: float) -> None:
    """Where a body stands is free for ever, but for walls; these once gave way, layer by layer."""
    body, memory = Body(), SpatialMemory()
    for index in range(60):
        camera = LENS.at(eye_pose(body))
        away_m = z - float(camera.position[2])
        depth_m = np.full(LENS.shape, away_m if away_m > 0.05 else 60.0)
        memory = memory.add(seen(camera, depth_m, index))
        body = advance(body, Action(forward=1.0, run=True), memory.space(), 0.1)
    assert float(body.feet[2]) < z


def before_ground(away_m: float, top_m: float, camera: Camera) -> np.ndarray:
    """Flat ground, and a block across the whole way that begins at z = `away_m`."""
    rays = pixel_rays(camera) @ camera.rotation.T
    eye = camera.position
    with np.errstate(divide="ignore"):
        ground, face = -eye[1] / rays[..., 1], (away_m - eye[2]) / rays[..., 2]
        top = (-top_m - eye[1]) / rays[..., 1]
    ground = np.where(ground > 0, ground, np.inf)
    hit_y, hit_z = eye[1] + face * rays[..., 1], eye[2] + top * rays[..., 2]
    depth = np.where((face > 0) & (hit_y > -top_m) & (hit_y < 0), np.minimum(face, ground), ground)
    return np.where((top > 0) & (hit_z > away_m), np.minimum(top, depth), depth)


@pytest.mark.parametrize("top_m", [0.8, 1.2, 3.0])
@pytest.mark.parametrize("away_m", [1.5, 2.5, 3.5])
def test_a_block_whose_foot_is_out_of_view_is_no_ramp(away_m: float, top_m: float) -> None:
    """The ground at one's feet is never seen; what is seen of a wall must not lift a body."""

    def look(camera: Camera, index: int) -> Frame:
        return seen(camera, before_ground(away_m, top_m, camera), index)

    bodies, _ = walk([AHEAD] * 40, look)
    heights = [float(-body.feet[1]) for body in bodies]
    assert max(map(abs, heights)) < 0.2
    assert float(bodies[-1].feet[2]) < away_m + 0.6  # no farther than to what it can see of it


@pytest.mark.parametrize("nowhere", [np.nan, np.inf, -np.inf])
def test_no_place_is_asked_for_that_is_no_number(nowhere: float) -> None:
    """The loops took it for an index, and the process was gone without a word."""
    space = SpatialMemory().add(frame(LENS, 0)).space(np.zeros(3))
    for ask in (space.ground_y, space.water_m):
        for place in ((nowhere, 0.0, 0.0), (0.0, nowhere, 0.0), (0.0, 0.0, nowhere)):
            with pytest.raises(ShapeError, match="finite"):
                ask(*place)
    with pytest.raises(ShapeError, match="finite"):
        space.is_free(np.array([0.0, nowhere, 0.0]), 0.25)
    for far in (1e19, -1e19, 1e300):
        assert space.ground_y(far, 0.0, 0.0) is None and space.ground_y(0.0, 0.0, far) is None

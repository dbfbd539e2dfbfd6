"""Depth is exact, masks mean what they say, and nothing depends on chance."""

from collections.abc import Callable

import numpy as np
import pytest

from worldgen.data.bake import Scene
from worldgen.data.layout import S_WATER
from worldgen.data.render import Intrinsics, Rendered
from worldgen.data.scene import BIOMES, HOURS, INDOORS, allowed
from worldgen.geometry import Camera, compose, pose, project, unproject_image

SceneMaker = Callable[..., Scene]
Painter = Callable[..., Rendered]
EyeIn = Callable[[Scene], np.ndarray]


def camera_of(picture: Rendered, pose_c2w: np.ndarray) -> Camera:
    """The camera that `Intrinsics.for_size` stands for."""
    height, width = picture.depth_m.shape
    lens = Intrinsics.for_size(width, height)
    return Camera(
        width_px=width,
        height_px=height,
        fx=lens.fx,
        fy=lens.fy,
        cx=lens.cx,
        cy=lens.cy,
        pose_c2w=pose_c2w,
    )


@pytest.mark.parametrize("biome", BIOMES)
def test_a_pixel_lifted_by_its_depth_lies_on_a_surface(
    biome: str, make_scene: SceneMaker, eye_in: EyeIn, paint: Painter
) -> None:
    """The collision query knows the surfaces by distance, the renderer by rays: both must agree."""
    scene = make_scene(biome)
    eye = eye_in(scene)
    picture = paint(scene, eye)
    points = unproject_image(picture.depth_m, camera_of(picture, eye))
    solid = ~picture.sky & ~picture.moving & (picture.depth_m < 60)
    assert solid.any()
    gaps_m = np.array([scene.clearance_m(point) for point in points[solid][::3]])
    allowed_m = 0.01 + 0.002 * picture.depth_m[solid][::3]
    assert (gaps_m < allowed_m).mean() > 0.995  # none floats before a surface
    assert (np.abs(gaps_m) < allowed_m).mean() > 0.9  # crowns are seen into, through their gaps


def test_the_floor_of_a_hall_is_where_geometry_says(make_scene: SceneMaker, paint: Painter) -> None:
    """A flat floor 1.6 m below the eye has depth 1.6 / slope of the ray; nothing lies behind it."""
    eye = pose(np.array([30.0, -1.6, 34.0]), yaw_rad=0.7, pitch_rad=-0.5)
    picture = paint(make_scene("hall"), eye)
    height, width = picture.depth_m.shape
    lens = Intrinsics.for_size(width, height)
    v, u = np.mgrid[:height, :width] + 0.5
    rays = np.stack([(u - lens.cx) / lens.fx, (v - lens.cy) / lens.fy, np.ones_like(u)], -1)
    down = rays @ eye[1, :3]
    floor_m = np.where(down > 0.02, 1.6 / np.maximum(down, 0.02), np.inf)
    assert (picture.depth_m < floor_m + 0.002).all()
    on_floor = np.abs(picture.depth_m - floor_m) < 0.002
    assert on_floor.mean() > 0.3


@pytest.mark.parametrize("biome", ["village", "cave", "mountains"])
def test_what_one_pose_sees_another_sees_at_the_same_place(
    biome: str, make_scene: SceneMaker, eye_in: EyeIn, paint: Painter
) -> None:
    """Two poses half a step apart: reprojected depths agree but where one view hides the other."""
    scene = make_scene(biome)
    first = eye_in(scene)
    second = compose(first, pose(np.array([0.12, 0.0, 0.1]), yaw_rad=0.03))
    one, two = paint(scene, first), paint(scene, second)
    known = ~one.sky & ~one.moving & (one.depth_m < 40)
    points = unproject_image(one.depth_m, camera_of(one, first))[known]
    uv, z_m = project(points, camera_of(two, second))
    col, row = np.floor(uv).astype(int).T
    seen = (z_m > 0.1) & (col >= 0) & (col < 64) & (row >= 0) & (row < 36)
    there_m = two.depth_m[row[seen], col[seen]]
    near = np.abs(there_m - z_m[seen]) < 0.05 + 0.1 * z_m[seen]
    assert seen.mean() > 0.8
    assert near.mean() > 0.85


def test_the_same_seed_gives_the_same_frame_and_another_another(
    make_scene: SceneMaker, eye_in: EyeIn, paint: Painter
) -> None:
    """Chance or a race between threads anywhere would show here."""
    scene = make_scene("village")
    eye = eye_in(scene)
    once, again = paint(scene, eye, 3.0, 2), paint(scene, eye, 3.0, 2)
    assert np.array_equal(once.rgb, again.rgb)
    assert np.array_equal(once.depth_m, again.depth_m)
    other = paint(make_scene("village", seed=8), eye, 3.0, 2)
    assert (np.abs(once.rgb.astype(int) - other.rgb) > 8).mean() > 0.1


@pytest.mark.parametrize("biome", BIOMES)
def test_every_hour_and_weather_that_a_biome_may_have_shows_something(
    biome: str, make_scene: SceneMaker, eye_in: EyeIn, paint: Painter
) -> None:
    """A black, white or flat picture teaches nothing; sky is where depth is infinite, exactly."""
    eye = eye_in(make_scene(biome))
    for hour in HOURS:
        for weather in sorted(set(allowed(biome)[0])):
            picture = paint(make_scene(biome, hour, weather), eye, 1.0)
            assert 2 < picture.rgb.mean() < 250, (hour, weather)
            assert picture.rgb.std() > 2.0, (hour, weather)
            assert np.array_equal(picture.sky, np.isposinf(picture.depth_m))
            assert (picture.depth_m > 0).all()
            if biome in INDOORS:  # only what is too far to see
                assert picture.sky.mean() < 0.02


@pytest.mark.parametrize("biome", ["beach", "swamp"])
def test_what_changes_by_itself_is_marked_as_moving(
    biome: str, make_scene: SceneMaker, paint: Painter, eye_in: EyeIn
) -> None:
    """Unmarked motion would be learnt as ghosts: between two moments only the marked may change."""
    scene = make_scene(biome, weather="clear")
    eye = eye_in(scene)
    if scene.tables.params[S_WATER] > -90:  # look down on the water from above it
        eye = pose(np.array([64.0, -6.0 - scene.tables.params[S_WATER], eye[2, 3]]), 0.3, -0.5)
    one, two = paint(scene, eye, 10.0), paint(scene, eye, 11.3)
    changed = np.abs(one.rgb.astype(int) - two.rgb).max(-1) > 40
    marked = one.moving | two.moving
    assert marked.mean() > 0.01
    assert not (changed & ~marked & ~one.sky & ~two.sky).any()


@pytest.mark.parametrize(("biome", "weather"), [("village", "rain"), ("pine forest", "snow")])
def test_no_drop_and_no_flake_is_part_of_the_world(
    biome: str, weather: str, make_scene: SceneMaker, paint: Painter, eye_in: EyeIn
) -> None:
    """What falls before the eye would be learnt, and remembered, as paint on what is behind it."""
    scene = make_scene(biome, weather=weather)
    eye = eye_in(scene)
    one, two = paint(scene, eye, 10.0), paint(scene, eye, 11.3)
    still = ~(one.moving | two.moving | one.sky | two.sky)
    assert still.mean() > 0.2
    assert np.array_equal(one.rgb[still], two.rgb[still])


def test_a_still_scene_has_nothing_that_moves(make_scene: SceneMaker, paint: Painter) -> None:
    """A mask that is on everywhere would mark nothing."""
    scene = make_scene("desert")
    picture = paint(scene, pose(np.array([20.0, -9.0, 20.0]), 0.4, -0.3))
    if not len(scene.bodies):
        assert not picture.moving.any()
    one, two = (paint(make_scene("corridor"), np.eye(4) - 0.0, t).rgb for t in (0.0, 5.0))
    assert np.abs(one.astype(int) - two).max() <= 40


def test_glass_shows_the_hour(make_scene: SceneMaker, paint: Painter) -> None:
    """Panes overhead are bright by day and dark at night; a lamp's warm glow is not the day's."""
    up = pose(np.array([8.0, -1.6, 6.0]), yaw_rad=0.3, pitch_rad=1.2)
    day, dusk, night = (
        paint(make_scene("greenhouse", hour), up).rgb.mean((0, 1))
        for hour in ("day", "dusk", "night")
    )
    assert day.mean() > 180 > 140 > night.mean()
    assert dusk[0] - dusk[2] > 20 + day[0] - day[2]


def test_church_windows_are_coloured(make_scene: SceneMaker, paint: Painter) -> None:
    """Red, blue and gold panes side by side, as no wall has them."""
    aside = pose(np.array([20.0, -3.0, 18.4]), yaw_rad=np.pi / 2)
    rgb = paint(make_scene("church"), aside).rgb.astype(int)
    red = (rgb[..., 0] - rgb[..., 2] > 60).mean()
    blue = (rgb[..., 2] - rgb[..., 0] > 60).mean()
    assert min(red, blue) > 0.02

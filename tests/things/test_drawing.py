"""What is drawn of a thing is where it is: depth, silhouette, and the solid that one bumps into."""

import numpy as np
import pytest

from tests.things.scenes import Flat, ball, level_camera
from worldgen.geometry import pose, project, unproject_image
from worldgen.kinematics import Body, BodyConfig, advance
from worldgen.things import SolidSpace, Thing, View, draw, place, read
from worldgen.things.catalogue import KINDS, Kind
from worldgen.things.kernel_solid import distance, top_y
from worldgen.things.shapes import rows
from worldgen.types import Action

CAMERA = level_camera()
VIEW = View(camera=CAMERA, depth_m=None, floor_y_m=0.0, index=0)
kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.noun)


def put(text: str) -> Thing:
    wishes, _ = read(text)
    return place(wishes[0], VIEW, 1)


def test_a_ball_is_a_disc_of_its_size_at_its_place() -> None:
    """The nearest point is a radius before its middle."""
    drawing = draw([ball((1.0, -1.6, 9.0))], CAMERA)
    v, u = np.nonzero(drawing.owner == 0)
    (middle,), _ = project(np.array([[1.0, -1.6, 9.0]]), CAMERA)
    assert np.hypot(u.mean() + 0.5 - middle[0], v.mean() + 0.5 - middle[1]) < 0.6
    assert float(drawing.depth_m.min()) == pytest.approx(8.5, abs=0.02)
    assert len(u) == pytest.approx(np.pi * (CAMERA.fx * 0.5 / 9.0) ** 2, rel=0.06)


@kinds
def test_every_pixel_of_a_thing_lies_on_its_surface(kind: Kind) -> None:
    """Rays and distances are two descriptions of one solid: each drawn point is at distance 0."""
    camera = CAMERA.at(pose(np.array([1.5, -2.6, -1.0]), yaw_rad=-0.1, pitch_rad=-0.05))
    thing = put(f"add a {kind.noun}")
    drawing, table = draw([thing], camera), rows([thing])
    points = unproject_image(drawing.depth_m, camera)[drawing.owner == 0][::7]
    assert len(points) > 5
    off = [abs(distance(table, *point)) for point in points.tolist()]
    assert max(off) < 0.01


@kinds
def test_a_thing_that_is_put_ahead_can_be_seen_whole(kind: Kind) -> None:
    """Its top and its foot alike, upright on the ground."""
    thing = put(f"add a {kind.noun}")
    drawing = draw([thing], CAMERA)
    rows_px, columns_px = np.nonzero(drawing.owner == 0)
    assert thing.lowest_y_m == pytest.approx(0.0, abs=1e-6)
    assert rows_px.min() > 0 and rows_px.max() < 143 and rows_px.max() > 72
    assert columns_px.min() > 0 and columns_px.max() < 255
    assert len(rows_px) > 150


def test_nearer_things_hide_farther_ones() -> None:
    """Whatever their order in the list."""
    near, far = ball((0.0, -1.6, 5.0)), ball((0.0, -1.6, 9.0), 1.5)
    for things, first in (((near, far), 0), ((far, near), 1)):
        assert draw(things, CAMERA).owner[72, 128] == first


def test_what_is_behind_or_around_the_eye_is_not_drawn() -> None:
    """And breaks nothing."""
    assert (draw([ball((0.0, -1.6, -5.0))], CAMERA).owner == -1).all()
    draw([ball((0.0, -1.6, 0.0), 2.0)], CAMERA)


@kinds
def test_nobody_walks_through_a_thing(kind: Kind) -> None:
    """From any side, the body's balls stay out of it."""
    thing = put(f"add a {kind.noun}")
    space, table = SolidSpace(Flat(), [thing], BodyConfig()), rows([thing])
    for turn in np.linspace(0.0, 2 * np.pi, 5):
        away = (thing.reach_m + 1.0) * np.array([np.sin(turn), 0.0, np.cos(turn)])
        feet = thing.position * (1, 0, 1) - away
        body = Body(feet=feet, yaw_rad=float(np.arctan2(away[0], away[2])))
        for _ in range(30):
            body = advance(body, Action(forward=1.0, run=True), space, 0.1)
            x, y, z = body.feet - (0.0, 1.0, 0.0)
            assert distance(table, x, y, z) > 0.2


def test_one_stands_on_what_is_no_higher_than_a_step() -> None:
    """A low crate is climbed; a high one is a wall."""
    for size, climbed in (("0.4 m", True), ("1 m", False)):
        crate = put(f"add a {size} crate")
        space, body = SolidSpace(Flat(), [crate], BodyConfig()), Body()
        highest = 0.0
        for _ in range(60):
            body = advance(body, Action(forward=1.0), space, 0.1)
            highest = min(highest, float(body.feet[1]))
        assert (highest < -0.3) == climbed
        x, _, z = crate.position
        assert top_y(rows([crate]), float(x), float(z), -9.0) == pytest.approx(
            -float(size[:-2]), abs=1e-6
        )


def test_a_ball_from_high_above_is_seen_falling_five_metres() -> None:
    """It begins nearly eight metres up, and is wholly in view for more than six of them."""
    thing = put("a red ball falls from high above ahead")
    assert thing.moving and thing.lowest_y_m <= -7.5
    assert 15.0 <= thing.position[2] <= 18.0 and 0.9 <= 2 * thing.half_m[1] <= 1.1
    heights = np.arange(thing.position[1], -0.5, 0.05)
    seen = [
        y for y in heights
        if (draw([thing.at(np.array([0.0, y, thing.position[2]]), thing.velocity)], CAMERA).owner
            >= 0).sum() > 80
    ]  # fmt: skip
    assert max(seen) - min(seen) >= 6.0


def test_a_thing_is_put_before_what_stands_there() -> None:
    """In a room with a wall 4 m ahead nothing is put behind the wall."""
    view = View(camera=CAMERA, depth_m=np.full((144, 256), 4.0, np.float32), floor_y_m=0.0, index=0)
    wishes, _ = read("a red tower ahead")
    thing = place(wishes[0], view, 1)
    assert float(draw([thing], CAMERA).depth_m.min()) < 4.0
    assert thing.position[2] + thing.half_m[2] < 4.2


def test_a_thing_stands_on_the_ground_that_is_seen_there() -> None:
    """Ground that lies a metre lower ahead carries it."""
    v = (np.arange(144) + 0.5 - CAMERA.cy)[:, None] / CAMERA.fy
    with np.errstate(divide="ignore"):
        depth_m = np.broadcast_to(np.where(v > 0, 2.6 / v, np.inf), (144, 256))
    view = View(camera=CAMERA, depth_m=depth_m.astype(np.float32), floor_y_m=0.0, index=0)
    wishes, _ = read("a tower ahead")
    assert place(wishes[0], view, 1).lowest_y_m == pytest.approx(1.0, abs=0.02)

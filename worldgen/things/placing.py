"""Where a thing comes to be: from a wish and what is seen to a place in the world.

A thing is put where it can be seen: so far off that it fits the picture, before
whatever already stands in that direction, on the ground that is seen there, and never
where somebody stands. Where a part of the view was pointed out it stands there, as large
as that part. Where its place was told from another thing it stands on that one, or close
to it.

Not here: reading the wish (`words`), the shape (`catalogue`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError
from worldgen.geometry import Camera, unproject_image, yaw_pitch_of
from worldgen.things.catalogue import build, kind_of
from worldgen.things.colours import colour_of
from worldgen.things.lexicon import AHEAD, BEHIND, DROP, LEFT, RIGHT, THROW
from worldgen.things.pointing import LARGEST, SMALLEST, Pointed
from worldgen.things.relations import BEFORE, BEYOND, LEFT_OF, NEXT_TO, ON, RIGHT_OF
from worldgen.things.shapes import Thing
from worldgen.things.words import Wish

_TURN_RAD = {AHEAD: 0.0, LEFT: -0.4, RIGHT: 0.4, BEHIND: math.pi}
_ASIDE_RAD = (0.0, 0.07, -0.07, 0.14, -0.14, 0.21, -0.21, 0.28, -0.28, 0.35, -0.35)
"""A little to one side is tried when something stands in the way."""

FALL_M, HIGH_FALL_M = 2.6, 7.8
"""Height of the lowest point of a thing that is dropped, and of one that falls from high above."""

HIGH_FALL_AWAY_M = 17.0
"""How far off a thing falls from high above: with a view of 43° all but its first metre is seen."""

THROW_M_S, THROW_UP_M_S, THROW_FROM_M = 8.0, 2.5, 1.2
"""Speed ahead and upwards of what is thrown, and how far before the eye it begins."""

_SIDES = {
    ON: (0.0, 0.0), NEXT_TO: (1.0, 0.0), RIGHT_OF: (1.0, 0.0), LEFT_OF: (-1.0, 0.0),
    BEFORE: (0.0, -1.0), BEYOND: (0.0, 1.0),
}  # fmt: skip
"""To the right of another thing and away from the eye, in the sum of their half widths."""

GAP_M = 0.4
"""Between two things of which one stands beside the other."""

ROOM_BETWEEN = 1.5
"""So many widths apart are the middles of things that come together."""

LEAST_AWAY_M, MOST_AWAY_M = 2.0, 26.0
LEAST_SCALE = 0.25
"""A thing is made smaller where there is no room for it, at most to this share."""

CLEAR_M = 0.55
"""Before whoever walks here so much stays free of what comes: half a body, and a little more."""

SIZES_TRIED, GROUNDS_ASKED = 10, 3
"""Halvings until a size fills a part that was pointed out, and until the ground there is found."""

GROUND_AROUND_M, LEAST_GROUND_PX = 1.5, 12
"""Ground seen this near a place says how high the ground is there, if it is seen enough."""

STEEPEST_GROUND, LOW_GROUND = 0.25, 0.8
"""Ground rises at most so much a metre on the way there; of what is seen, the lower part is it."""

SEEN_FROM_AFAR_M = 1.0
"""What falls from high above is at least so large, unless its size was said."""

HINDRANCE = 0.1
"""So large a share of what is seen there may stand in the way."""

FILLED = 0.9
"""Share of the view, from its middle to its rim, that a thing may fill."""


@dataclass(frozen=True, kw_only=True, eq=False)
class View:
    """What a placing knows.

    Attributes:
        camera: the newest frame's.
        depth_m: (H, W) float32, its depth, +inf sky, 0 unknown; None if there is none.
        floor_y_m: world y of the ground under the body.
        index: the newest frame's.
        pointed: the part that was pointed out; None is where the words say.
        beside: the thing from which a wish tells its place; None if there is none such.
    """

    camera: Camera
    depth_m: NDArray[np.float32] | None
    floor_y_m: float
    index: int
    pointed: Pointed | None = None
    beside: Thing | None = None


def place(wish: Wish, view: View, number: int, nth: int = 0) -> Thing:
    """Make a thing that is wished for.

    Args:
        wish: to add, drop or throw, of a kind.
        view: from where, and what is seen.
        number: the new thing's own.
        nth: which of those that one wish asks for, from 0: they come side by side, in a ring
            round the eye and in wider ones.

    Returns:
        It, in its place; moving if it is dropped or thrown.

    Raises:
        ShapeError: a part was pointed out where it cannot stand.
    """
    thing = _made(wish, view, number)
    eye = view.camera.position
    turn_rad = _TURN_RAD[wish.turn]
    if view.pointed:
        turn_rad = view.pointed.yaw_rad(view.camera) - _yaw_of(view)
    if wish.verb == THROW:
        yaw_rad = _yaw_of(view) + turn_rad
        ahead = np.array([math.sin(yaw_rad), 0.0, math.cos(yaw_rad)])
        right = np.array([ahead[2], 0.0, -ahead[0]])
        return replace(
            thing,
            position=eye + THROW_FROM_M * ahead + _side(nth) * _apart_m(thing) * right,
            velocity=THROW_M_S * ahead - (0.0, THROW_UP_M_S, 0.0),
            floor_y_m=view.floor_y_m,
        )
    high = thing.moving and (wish.high or wish.distance > 1.0)
    if wish.beside and view.beside:
        return _set_beside(thing, view.beside, wish.beside.relation, view, nth)
    if view.pointed and not thing.moving:
        return _filling(wish, view, view.pointed, number, nth)
    wanted_m = HIGH_FALL_AWAY_M if high else _fitting_m(thing, view) * wish.distance
    least_m = LEAST_AWAY_M + _wide_m(thing)
    wanted_m = min(max(wanted_m, LEAST_AWAY_M), MOST_AWAY_M) if wish.distance else least_m
    wanted_m = wish.away_m or wanted_m
    step_rad = math.atan2(_apart_m(thing), wanted_m)
    ring, nth = divmod(nth, max(int(math.tau / step_rad), 1))
    turn_rad, wanted_m = turn_rad + _side(nth) * step_rad, wanted_m + ring * _apart_m(thing)
    asides_rad = _ASIDE_RAD if wish.count == 1 else (0.0,)
    yaw_rad, away_m = _direction(thing, view, turn_rad, wanted_m, asides_rad)
    if away_m < 0.6 * wanted_m:
        thing = _made(wish, view, number, max(away_m / (0.6 * wanted_m), LEAST_SCALE))
    away_m = max(away_m, float(thing.half_m[2]) + CLEAR_M)
    floor_y_m = ground_at(view, *_spot(view, yaw_rad, away_m))
    lift_m = (HIGH_FALL_M if high else FALL_M) if thing.moving else 0.0
    return _stood(thing, view, yaw_rad, away_m, floor_y_m, lift_m)


def altered(thing: Thing, wish: Wish, index: int) -> Thing:
    """A thing with another colour or size, on the same spot.

    Args:
        thing: as it is.
        wish: to change it.
        index: of the newest frame.
    """
    kind, word = kind_of(thing.noun), wish.becomes or thing.colour
    assert kind is not None, "what stands here is of a kind"
    colour = colour_of(word or kind.colour, wish.shade)
    assert colour is not None, "words and kinds name colours of the table"
    parts = build(kind.shape, colour, 2.0 * float(thing.half_m[1]) * wish.size)
    other = replace(thing, parts=parts, colour=word, since=index + 1)
    x, _, z = thing.position
    return replace(other, position=np.array([x, thing.lowest_y_m - other.half_m[1], z]))


def _filling(wish: Wish, view: View, pointed: Pointed, number: int, nth: int) -> Thing:
    """A thing that fills a part of the view, its front on the ground under that part."""
    yaw_rad, floor_y_m = pointed.yaw_rad(view.camera), view.floor_y_m
    front_m = pointed.away_m(view.camera, floor_y_m)
    for _ in range(GROUNDS_ASKED):
        if front_m is None:
            raise ShapeError(
                "nothing can stand in the part that was marked, for it lies above the horizon; "
                "mark one that reaches down to the ground"
            )
        floor_y_m = ground_at(view, *_spot(view, yaw_rad, front_m))
        front_m = pointed.away_m(view.camera, floor_y_m)
    assert front_m is not None, "whether a part lies above the horizon hangs on no ground"

    def sized(scale: float) -> Thing:
        thing = _made(wish, view, number, scale)
        away_m = front_m + float(thing.half_m[2])
        aside_rad = _side(nth) * math.atan2(_apart_m(thing), away_m)
        return _stood(thing, view, yaw_rad + aside_rad, away_m, floor_y_m)

    least, most = SMALLEST, LARGEST
    for _ in range(SIZES_TRIED):
        middle = math.sqrt(least * most)
        fits = pointed.holds(sized(middle), view.camera)
        least, most = (middle, most) if fits else (least, middle)
    return sized(least)


def _stood(
    thing: Thing, view: View, yaw_rad: float, away_m: float, floor_y_m: float, lift_m: float = 0.0
) -> Thing:
    """A thing, its face to the eye, so far off on the ground or `lift_m` above it."""
    x, z = _spot(view, yaw_rad, away_m)
    return replace(
        thing,
        position=np.array([x, floor_y_m - lift_m - thing.half_m[1], z]),
        yaw_rad=math.remainder(yaw_rad, math.tau),
        floor_y_m=floor_y_m,
    )


def _spot(view: View, yaw_rad: float, away_m: float) -> tuple[float, float]:
    """World x and z of what lies so far off that way."""
    x, _, z = view.camera.position
    return float(x + away_m * math.sin(yaw_rad)), float(z + away_m * math.cos(yaw_rad))


def _set_beside(thing: Thing, other: Thing, relation: str, view: View, nth: int) -> Thing:
    """A thing on another one, or close to it as one sees it; high above if it moves."""
    away = (other.position - view.camera.position)[[0, 2]]
    away = away / max(float(np.linalg.norm(away)), 1e-6)
    right, wide_m = np.array([away[1], -away[0]]), _wide_m(thing) + _wide_m(other) + GAP_M
    rightwards, onwards = _SIDES[relation]
    x, z = other.position[[0, 2]] + wide_m * (rightwards * right + onwards * away)
    x, z = (x, z) + _side(nth) * _apart_m(thing) * (away if rightwards else right)
    on = relation == ON
    x, z = (x, z) if on else _kept_off(x, z, thing, view)
    floor_y_m = float(other.position[1] - other.half_m[1]) if on else ground_at(view, x, z)
    lift_m = FALL_M if thing.moving else 0.0
    return replace(
        thing,
        position=np.array([x, floor_y_m - lift_m - thing.half_m[1], z]),
        yaw_rad=other.yaw_rad,
        floor_y_m=other.floor_y_m if on and thing.moving else floor_y_m,
    )


def _kept_off(x: float, z: float, thing: Thing, view: View) -> tuple[float, float]:
    """A place for a thing, farther from the eye if it would stand where that is."""
    eye = view.camera.position
    least_m = math.hypot(thing.half_m[0], thing.half_m[2]) + CLEAR_M
    away_m = math.hypot(x - eye[0], z - eye[2])
    if away_m >= least_m:
        return x, z
    way_rad = math.atan2(x - eye[0], z - eye[2])
    return eye[0] + least_m * math.sin(way_rad), eye[2] + least_m * math.cos(way_rad)


def _side(nth: int) -> int:
    """Whose place a thing has in a row that grows to both sides: 0, 1, -1, 2, -2 and on."""
    return (nth + 1) // 2 * (1 if nth % 2 else -1)


def _apart_m(thing: Thing) -> float:
    """How far from its middle that of another like it is, with room between them."""
    return ROOM_BETWEEN * 2.0 * _wide_m(thing)


def _wide_m(thing: Thing) -> float:
    """Half of its width, however it is turned."""
    return float(max(thing.half_m[0], thing.half_m[2]))


def ground_at(view: View, x: float, z: float) -> float:
    """World y of the ground at (x, z) as far as it is seen, else of the ground under the body.

    What is seen steeply above the body's ground, walls and trees, is not taken for ground.
    """
    if view.depth_m is None:
        return view.floor_y_m
    points = unproject_image(view.depth_m, view.camera)
    away_m = np.hypot(points[..., 0] - x, points[..., 2] - z)
    eye = view.camera.position
    reach_m = math.hypot(x - eye[0], z - eye[2])
    near = (away_m < GROUND_AROUND_M) & np.isfinite(view.depth_m) & (view.depth_m > 0)
    near &= np.abs(points[..., 1] - view.floor_y_m) < STEEPEST_GROUND * reach_m
    if int(near.sum()) < LEAST_GROUND_PX:
        return view.floor_y_m
    return float(np.quantile(points[..., 1][near], LOW_GROUND))


def _made(wish: Wish, view: View, number: int, scale: float = 1.0) -> Thing:
    """The thing without a place."""
    assert wish.kind is not None, "what comes is of a kind"
    falls = wish.verb in (DROP, THROW)
    height_m = wish.height_m or wish.kind.height_m * wish.size
    if wish.height_m is None and wish.high and falls:
        height_m = max(height_m, SEEN_FROM_AFAR_M)
    colour = colour_of(wish.colour or wish.kind.colour, wish.shade)
    assert colour is not None, "words and kinds name colours of the table"
    return Thing(
        number=number,
        noun=wish.kind.noun,
        colour=wish.colour,
        parts=build(wish.kind.shape, colour, height_m * scale),
        position=np.zeros(3),
        bounce=wish.kind.bounce,
        since=view.index + 1,
        moving=falls or wish.high,
    )


def _yaw_of(view: View) -> float:
    return yaw_pitch_of(view.camera.pose_c2w)[0]


def _fitting_m(thing: Thing, view: View) -> float:
    """How far off a thing must stand to be in a level view, from its top to its foot."""
    eye_m = view.floor_y_m - float(view.camera.position[1])
    high_m = 2.0 * float(thing.half_m[1]) + (FALL_M if thing.moving else 0.0)
    slope = FILLED * 0.5 * view.camera.height_px / view.camera.fy
    aside = 0.6 * FILLED * 0.5 * view.camera.width_px / view.camera.fx
    seen_m = max(high_m - eye_m, eye_m) / slope
    return max(seen_m, float(thing.half_m[0]) / aside) + float(thing.half_m[2])


def _direction(
    thing: Thing, view: View, turn_rad: float, wanted_m: float, asides_rad: Sequence[float]
) -> tuple[float, float]:
    """The yaw at which there is room for a thing, and how far off it may stand: (rad, m)."""
    width_m = _wide_m(thing)
    best = (_yaw_of(view) + turn_rad, 0.0)
    for aside_rad in asides_rad:
        yaw_rad = _yaw_of(view) + turn_rad + aside_rad
        seen_m = _room_m(thing, view, turn_rad + aside_rad, wanted_m)
        room_m = seen_m - width_m - 0.2
        if room_m >= wanted_m:
            return yaw_rad, wanted_m
        if room_m > best[1] + 0.5:
            best = (yaw_rad, room_m)
    return best[0], max(best[1], LEAST_AWAY_M)


def _room_m(thing: Thing, view: View, turn_rad: float, away_m: float) -> float:
    """How far one sees where a thing would be, or fall, so far off; +inf out of view."""
    camera = view.camera
    if view.depth_m is None or abs(turn_rad) > math.pi / 2 - 0.2:
        return math.inf
    middle = camera.cx + camera.fx * math.tan(turn_rad)
    half_px = max(camera.fx * float(thing.half_m[0]) / away_m, 2.0)
    first, last = int(middle - half_px), int(middle + half_px) + 1
    if first < 0 or last > camera.width_px:
        return math.inf
    horizon = camera.cy + camera.fy * math.tan(yaw_pitch_of(camera.pose_c2w)[1])
    eye_m = view.floor_y_m - float(camera.position[1])
    high_m = 2.0 * float(thing.half_m[1]) + (HIGH_FALL_M if thing.moving else 0.0)
    above_px = max(camera.fy * (high_m - eye_m) / away_m, 0.08 * camera.height_px)
    top, low = int(horizon - above_px), int(horizon - 0.02 * camera.height_px)
    seen = view.depth_m[max(top, 0) : max(low, 0), first:last]
    known = seen[seen > 0]
    return float(np.quantile(known, HINDRANCE, method="lower")) if known.size else math.inf

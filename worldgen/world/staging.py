"""Things on the stage: what an event does to them, and how they come into hints and memory.

    words  ──▶ obey ──▶ things, and what was taken away
    recall ──▶ staged ──▶ hint with the things in it, and where something moves

A thing is a hint as all else: drawn plainly where it stands before what is known,
and left to the model. What it drew of a resting thing is remembered, and is the
better hint from then on; what moves is never remembered.

Not here: things themselves (`things`), pictures (`memory`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.geometry.around import grown, least_around
from worldgen.kinematics import Body, BodyConfig, Space
from worldgen.memory import Box, Recall, SpatialMemory, let_go, without
from worldgen.models.base import Hint
from worldgen.things import (
    CHANGE,
    REMOVE,
    Beside,
    Part,
    Thing,
    View,
    Wish,
    altered,
    draw,
    fall,
    place,
)
from worldgen.things.lexicon import AHEAD, BEHIND, LEFT, RIGHT
from worldgen.things.shapes import FRUSTUM
from worldgen.types import Frame
from worldgen.world.told import as_hint

TRUST = 0.85
"""Confidence in what a thing looks like and where it is."""

SAME_DEPTH = 0.08
"""Share of the depth within which memory shows the thing itself."""

DRAWN_WITHIN = 0.4
"""Within this share of a thing's depth, what the model drew there is taken for the thing."""

REMEMBERED = 0.85
"""Confidence from which memory's look of a thing is better than its plain one."""

RIM_PX = 3
"""Around what moves, so many pixels are not remembered: a drawn rim is soft."""

SPILL_PX, SPILL_WITHIN = 6, 0.2
"""So far beside a thing, and within this share of its depth, a picture shows its spilt paint."""

GONE_RIM_PX = 5
"""Around what was taken away, so many pixels are forgotten."""

DAYLIGHT = 110.0
"""Mean level of a picture by day, 0 to 255; things in a darker picture are drawn darker."""

DARKEST, BRIGHTEST = 0.25, 1.1

HOURS = {
    "midnight": 0.25, "night": 0.3, "moonlight": 0.3, "moon": 0.3, "dark": 0.35, "darkness": 0.3,
    "twilight": 0.5, "dusk": 0.6, "evening": 0.65, "sunset": 0.75, "dawn": 0.75, "sunrise": 0.8,
    "storm": 0.7, "thunderstorm": 0.6, "morning": 1.0, "day": 1.0, "daylight": 1.0, "noon": 1.05,
    "midday": 1.05, "sun": 1.0,
}  # fmt: skip
"""How bright it is at an hour that is named; the picture that shows it is still to be drawn."""

TURN_RAD = {AHEAD: 0.0, LEFT: -0.7, RIGHT: 0.7, BEHIND: math.pi}
"""Where one looks for a thing that is said to be there."""

MOST_TRIED = 24
"""Places in a row that are tried for a new thing."""

TOUCH_M, STANDS_M = 0.02, 0.1
"""Boxes that meet by less only touch; a thing this near above another stands on it."""

MOST_THINGS = 32
"""Beyond this the oldest thing goes when another comes."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Silhouette:
    """What some things hide of any view, with a rim (`memory.Region`)."""

    things: tuple[Thing, ...]

    def holds(self, points_m: NDArray[np.float64], camera: Camera) -> NDArray[np.bool_]:
        """Pixels of a picture that show a thing or its soft rim, unless something stands before."""
        drawing = draw(self.things, camera)
        depth_m = (points_m - camera.position) @ camera.forward
        nearest_m = np.min(drawing.depth_m, initial=np.inf)
        before = depth_m < min(nearest_m * (1.0 - 3 * SAME_DEPTH), nearest_m - 1.0)
        return np.asarray(grown(drawing.owner >= 0, GONE_RIM_PX) & ~before)


def obey(
    wishes: Sequence[Wish], things: tuple[Thing, ...], view: View, number: int
) -> tuple[tuple[Thing, ...], tuple[Thing, ...], int]:
    """What things there are after an event.

    Args:
        wishes: what it asks.
        things: those that there are.
        view: from where it was said.
        number: how many things there have been.

    Returns:
        The things now, those that were taken away, and how many there have been.
    """
    now, gone = list(things), list[Thing]()
    for wish in wishes:
        if wish.verb == REMOVE:
            meant = _meant(wish, now, view)
            gone += meant
            now = _set_down([thing for thing in now if thing not in meant], meant)
        elif wish.verb == CHANGE:
            meant = _meant(wish, now, view)
            gone += meant
            now = [altered(one, wish, view.index) if one in meant else one for one in now]
        else:
            there = replace(view, beside=_beside(wish, now, view))
            for _ in range(wish.count):
                number += 1
                now.append(_apart(wish, there, number, now))
    gone += now[:-MOST_THINGS]
    return tuple(now[-MOST_THINGS:]), tuple(gone), number


def forgotten(
    memory: SpatialMemory, gone: Sequence[Thing], come: Sequence[Thing] = ()
) -> SpatialMemory:
    """The memory without things that were taken away, and without their soft rims.

    Args:
        memory: what was seen so far.
        gone: what was taken away.
        come: what stands there now: a view that is held on to does not show it.
    """
    for thing in gone:
        low, high = thing.box(margin_m=0.3)
        region = Silhouette(things=(thing,))
        memory = without(memory, region, Box(low=low, high=high), thing.since)
    standing = tuple(thing for thing in come if not thing.moving)
    return let_go(memory, Silhouette(things=standing)) if standing else memory


@dataclass(frozen=True, kw_only=True, eq=False)
class Staged:
    """What is known of a view with things in it.

    Attributes:
        hint: for the model.
        front_m: (H, W) float32, depth of the thing that each pixel shows, metres along +z; +inf
            where none does.
        stirs: (H, W) bool, where something moves, its rim included; None if nothing does.
    """

    hint: Hint
    front_m: NDArray[np.float32] | None = None
    stirs: NDArray[np.bool_] | None = None

    def settled(self, depth_m: NDArray[np.float32]) -> NDArray[np.float32]:
        """A drawn picture's depth, (H, W) metres, with things where they truly are.

        Where the picture shows something else than the thing, its own depth stays.
        """
        if self.front_m is None:
            return depth_m
        least_m, most_m = ((1.0 + side) * self.front_m for side in (-DRAWN_WITHIN, DRAWN_WITHIN))
        there = np.isfinite(self.front_m) & (depth_m > least_m) & (depth_m < most_m)
        return np.where(there, self.front_m, depth_m)

    def placed(self, frame: Frame, memory: SpatialMemory, epoch: int) -> Frame:
        """A frame with nothing in space that is known to be empty, but for the things."""
        placed = memory.settled(frame, epoch)
        if self.front_m is None or frame.depth_m is None or placed.depth_m is None:
            return placed
        shown = np.isfinite(self.front_m)
        return replace(placed, depth_m=np.where(shown, frame.depth_m, placed.depth_m))

    def remembered(self, frame: Frame) -> Frame:
        """A frame as memory gets it: nothing is known where things move.

        Nor where a thing's drawing runs over its outline, or it would grow from view to view.
        """
        if self.front_m is None or frame.depth_m is None:
            return frame
        nearest_m = least_around(self.front_m, SPILL_PX)
        least_m, most_m = ((1.0 + side) * nearest_m for side in (-SPILL_WITHIN, SPILL_WITHIN))
        spilt = np.isinf(self.front_m) & np.isfinite(nearest_m)
        spilt &= (frame.depth_m > least_m) & (frame.depth_m < most_m)
        unknown = spilt if self.stirs is None else spilt | self.stirs
        return replace(frame, depth_m=np.where(unknown, np.float32(0.0), frame.depth_m))


def staged(recall: Recall, things: Sequence[Thing], camera: Camera, light: float) -> Staged:
    """Put things into what is remembered.

    Args:
        recall: of a view.
        things: that there are.
        camera: the view.
        light: how bright things are, 1 by day.
    """
    hint = as_hint(recall)
    if not things:
        return Staged(hint=hint)
    drawing = draw(things, camera)
    moves = np.array([thing.moving for thing in things])[drawing.owner] & (drawing.owner >= 0)
    known = recall.depth > 0
    least_m, most_m = ((1.0 + side) * drawing.depth_m for side in (-SAME_DEPTH, SAME_DEPTH))
    front = (drawing.owner >= 0) & ~(known & (recall.depth_m < least_m))
    remembered = known & ~moves & (recall.depth_m <= most_m) & (recall.colour >= REMEMBERED)
    told, trust = front & ~remembered, np.float32(TRUST)
    colours = np.clip(drawing.rgb * light, 0.0, 255.0).astype(np.uint8)
    hint = Hint(
        rgb=np.where(told[..., None], colours, hint.rgb),
        depth_m=np.where(told, drawing.depth_m, hint.depth_m),
        colour=np.where(told, trust, hint.colour),
        depth=np.where(told, trust, hint.depth),
        sharpness=np.where(told, np.float32(1.0), recall.sharpness),
    )
    stirs = grown(moves & front, RIM_PX) if (moves & front).any() else None
    front_m = np.where(front, drawing.depth_m, np.float32(np.inf))
    return Staged(hint=hint, front_m=front_m, stirs=stirs)


def light_of(frame: Frame) -> float:
    """How bright things are to be in a picture: 1 by day, less by night."""
    return min(max(float(frame.rgb.mean()) / DAYLIGHT, DARKEST), BRIGHTEST)


def told_light(text: str, light: float) -> float:
    """How bright it is once these words hold: as the hour they name, or as it was."""
    words = re.findall(r"[a-z]+", text.lower())
    return next((HOURS[word] for word in words if word in HOURS), light)


def moved(
    things: tuple[Thing, ...], body: Thing, space: Space, dt_s: float, index: int
) -> tuple[Thing, ...]:
    """Things a frame later; what comes to rest is part of the world from frame `index` on.

    Args:
        things: that there are.
        body: who walks among them, from `as_thing`.
        space: ground and walls.
        dt_s: how long a frame lasts, seconds.
        index: of the frame.
    """
    after = fall((*things, body), space, dt_s)[:-1]
    return tuple(
        replace(new, since=index) if old.moving and not new.moving else new
        for old, new in zip(things, after, strict=True)
    )


def as_thing(body: Body, config: BodyConfig) -> Thing:
    """A body as things see it: a post that they bounce off."""
    wide_m, half_m = config.radius_m, 0.5 * config.eye_m
    post = Part(
        kind=FRUSTUM, centre_m=(0.0, 0.0, 0.0), half_m=(wide_m, half_m, wide_m), colour=(0, 0, 0)
    )
    return Thing(number=0, noun="body", parts=(post,), position=body.feet - (0.0, half_m, 0.0))


def _meant(wish: Wish, things: Sequence[Thing], view: View) -> list[Thing]:
    """The things that a wish speaks of: of that kind and colour; of several, what is seen best."""
    fits = _called(wish, things, view)
    return fits if wish.every else fits[-wish.count :]


def _beside(wish: Wish, things: Sequence[Thing], view: View) -> Thing | None:
    """The thing from which a wish tells its place; None if it does not, or there is none such."""
    fits = _called(wish.beside, things, view) if wish.beside else []
    return fits[-1] if fits else None


def _called(named: Wish | Beside, things: Sequence[Thing], view: View) -> list[Thing]:
    """Things of a kind and colour, what is seen best last; of no kind all, in order."""
    if named.kind is None:
        return sorted(things, key=lambda thing: thing.number)
    noun, colour = named.kind.noun, named.colour
    fits = [one for one in things if one.noun == noun and colour in (None, one.colour)]
    turn_rad = TURN_RAD[named.turn] if isinstance(named, Wish) else 0.0
    return sorted(fits, key=lambda thing: (_facing(thing, view.camera, turn_rad), thing.number))


def _apart(wish: Wish, view: View, number: int, others: Sequence[Thing]) -> Thing:
    """A new thing where no other one stands, as far as there is such a place in its row."""
    row = (place(wish, view, number, nth) for nth in range(MOST_TRIED))
    free = (thing for thing in row if not any(_meet(thing, other) for other in others))
    return next(free, None) or place(wish, view, number)


def _meet(one: Thing, other: Thing) -> bool:
    """Whether the boxes round two things meet."""
    (low, high), (lowest, highest) = one.box(-TOUCH_M), other.box(-TOUCH_M)
    return bool((low < highest).all() and (lowest < high).all())


def _set_down(things: Sequence[Thing], gone: Sequence[Thing]) -> list[Thing]:
    """The same things; what stood on one that is gone falls."""
    return [_dropped(thing, gone) for thing in things]


def _dropped(thing: Thing, gone: Sequence[Thing]) -> Thing:
    for support in gone:
        top_m = float(support.position[1] - support.half_m[1])
        aside_m = np.abs(thing.position - support.position)[[0, 2]].max()
        if abs(thing.lowest_y_m - top_m) < STANDS_M and aside_m < support.half_m[[0, 2]].max():
            return replace(thing, moving=True, floor_y_m=support.floor_y_m)
    return thing


def _facing(thing: Thing, camera: Camera, turn_rad: float) -> float:
    """How much a thing is in the middle of a view, turned so far, and how near: more is larger."""
    way = thing.position - camera.position
    away_m = max(float(np.linalg.norm(way)), 0.1)
    right = camera.rotation[:, 0]
    towards = math.cos(turn_rad) * camera.forward + math.sin(turn_rad) * right
    return float(way @ towards) / away_m - 0.01 * away_m

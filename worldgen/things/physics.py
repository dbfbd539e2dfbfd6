"""Things that fall, fly, bounce, roll and come to rest.

    things + Space + dt_s ──▶ fall ──▶ things

Small fixed sub-steps, no chance and no clock. A thing touches with its probes:
balls at the corners of its parts, or one ball for a round part. Each contact
pushes it out of what it touches, and turns the speed towards that into a bounce;
friction slows what slides, less what rolls. Things stay upright: they do not tip.

Two things touch where a probe of one is inside the other; what rests is as heavy as
the ground, and is woken only by what it is told to be hit by hard.

Not here: distances (`kernel_solid`), who says what ground there is (`kinematics.Space`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ConfigError
from worldgen.kinematics import Space
from worldgen.things.kernel_solid import away_from, distance
from worldgen.things.shapes import BOX, ELLIPSOID, FRUSTUM, Part, Thing, rows

GRAVITY_M_S2 = 9.81
SUBSTEP_S = 0.01
TERMINAL_M_S = 50.0
QUIET_M_S = 0.35
"""Slower than this a thing does not bounce, and counts as calm when it touches something."""
CALM_S = 0.3
"""So long calm, and a thing rests."""
SLIDE, ROLL = 0.6, 0.06
"""Friction of what slides and of what rolls, as a share of its weight."""
STEP_M = 0.45
"""What rises less than this above the ground is the ground's own unevenness, no wall."""
WIDEST_M = 1.0
"""Walls are felt with balls of at most this radius."""
FLATTEST, STEEPEST = 0.12, 1.0
"""A slope that rises by less than this a metre is taken for level, one by more for noise."""
FOOT_M = 0.6
"""Over this far the ground's slope is measured, each way."""

Vector = NDArray[np.float64]


def fall(things: Sequence[Thing], space: Space, dt_s: float) -> tuple[Thing, ...]:
    """Let things move for a while.

    Args:
        things: in any order; those that rest stay as they are.
        space: ground and walls; where it knows no ground, the thing's own `floor_y_m` holds.
        dt_s: for how long, seconds, above 0.

    Returns:
        The things, in the same order.

    Raises:
        ConfigError: `dt_s` is not above 0.
    """
    if not 0 < dt_s < math.inf:
        raise ConfigError(f"things move for a time above 0 s, got {dt_s}")
    now = list(things)
    if not any(thing.moving for thing in now):
        return tuple(now)
    parts = max(math.ceil(dt_s / SUBSTEP_S - 1e-9), 1)
    for _ in range(parts):
        for at, thing in enumerate(now):
            if thing.moving:
                now[at] = _moment(thing, space, dt_s / parts)
        _collide(now)
    return tuple(now)


def probes(thing: Thing) -> NDArray[np.float64]:
    """Where a thing can touch: (N, 4) world place and radius of small balls on its outline."""
    local = np.array([probe for part in thing.parts for probe in _probes(part)])
    cos, sin = math.cos(thing.yaw_rad), math.sin(thing.yaw_rad)
    x, z = local[:, 0].copy(), local[:, 2].copy()
    local[:, 0], local[:, 2] = x * cos + z * sin, z * cos - x * sin
    local[:, :3] += thing.position
    return local


def is_round(thing: Thing) -> bool:
    """Whether it rolls: one ellipsoid alone."""
    return len(thing.parts) == 1 and thing.parts[0].kind == ELLIPSOID


def _probes(part: Part) -> list[tuple[float, float, float, float]]:
    (x, y, z), (a, b, c) = part.centre_m, part.half_m
    if part.kind == ELLIPSOID:
        radius = min(part.half_m)
        ends = [(x + s * (a - radius), y, z, radius) for s in (-1, 1)]
        return [*ends, *((x, y, z + s * (c - radius), radius) for s in (-1, 1))]
    if part.kind == FRUSTUM:
        turns = [k * math.tau / 8 for k in range(8)]
        rings = ((b, a), (-b, a * part.taper))
        return [
            (x + r * math.cos(turn), y + high, z + r * math.sin(turn), 0.0)
            for high, r in rings
            for turn in turns
        ]
    wide = (-a, a) if part.kind == BOX else (0.0,)
    low = [(x + s * a, y + b, z + t * c, 0.0) for s in (-1, 1) for t in (-1, 1)]
    return [*low, *((x + u, y - b, z + t * c, 0.0) for u in wide for t in (-1, 1))]


def _moment(thing: Thing, space: Space, part_s: float) -> Thing:
    """One sub-step of a moving thing in the space alone."""
    before = thing.velocity
    faster = before + np.array([0.0, GRAVITY_M_S2 * part_s, 0.0])
    faster = faster * min(1.0, TERMINAL_M_S / max(float(np.linalg.norm(faster)), 1e-9))
    place = thing.position + (before + faster) / 2 * part_s
    place, velocity = _off_walls(thing, place, faster, space)
    below = place[1] + thing.half_m[1]
    ground = _ground(space, place[0], place[2], below, thing.floor_y_m)
    if below < ground - 1e-3:
        calm_s = thing.calm_s if np.linalg.norm(velocity) < QUIET_M_S else 0.0
        return replace(thing, position=place, velocity=velocity, calm_s=calm_s)
    up = _upright(space, place, below, thing.floor_y_m)
    place = np.array([place[0], min(place[1], ground - thing.half_m[1]), place[2]])
    touched = _touch(thing.at(place, velocity), up, part_s)
    return _rested(touched, part_s)


def _touch(thing: Thing, up: Vector, part_s: float) -> Thing:
    """Bounce off a surface that faces `up`, and be slowed along it."""
    towards = float(thing.velocity @ up)
    level = thing.velocity - towards * up
    bounce = thing.bounce if -towards > QUIET_M_S else 0.0
    speed = float(np.linalg.norm(level))
    grip = (ROLL if is_round(thing) else SLIDE) * GRAVITY_M_S2 * part_s
    if bounce and not is_round(thing):
        grip += SLIDE * -towards
    level = level * max(1.0 - grip / max(speed, 1e-9), 0.0)
    return thing.at(thing.position, level + max(-towards * bounce, towards, 0.0) * up)


def _rested(thing: Thing, part_s: float) -> Thing:
    """A touching thing that has been calm for long enough rests."""
    calm_s = thing.calm_s + part_s if np.linalg.norm(thing.velocity) < QUIET_M_S else 0.0
    if calm_s < CALM_S:
        return replace(thing, calm_s=calm_s)
    return replace(thing, velocity=np.zeros(3), moving=False, calm_s=0.0)


def _off_walls(
    thing: Thing, place: Vector, velocity: Vector, space: Space
) -> tuple[Vector, Vector]:
    """A move that would enter a wall is thrown back along the axes that lead into it."""
    if _clear(thing, place, space):
        return place, velocity
    if not _clear(thing, thing.position, space):  # caught: what holds it was learnt too late
        return place, velocity
    moved, turned = thing.position.copy(), velocity.copy()
    for axis in (0, 2, 1):
        tried = moved.copy()
        tried[axis] = place[axis]
        if _clear(thing, tried, space):
            moved = tried
        else:
            turned[axis] *= -thing.bounce
    return moved, turned


def _clear(thing: Thing, place: Vector, space: Space) -> bool:
    """Whether what of a thing is above a step's height touches no wall at `place`."""
    half = thing.half_m
    low, high = place[1] + half[1], place[1] - half[1]
    low = min(low, _ground(space, place[0], place[2], low, thing.floor_y_m) - STEP_M)
    radius = min(*half.tolist(), WIDEST_M)
    balls = max(math.ceil((low - high) / (2 * radius)), 1)
    gap = max(low - high - 2 * radius, 0.0) / max(balls - 1, 1)
    middles = (low - radius - gap * k for k in range(balls))
    return all(space.is_free(np.array([place[0], y, place[2]]), radius) for y in middles)


def _ground(space: Space, x: float, z: float, from_y: float, floor_y_m: float) -> float:
    found = space.ground_y(float(x), float(z), float(from_y))
    return floor_y_m if found is None or not math.isfinite(found) else float(found)


def _upright(space: Space, place: Vector, from_y: float, floor_y_m: float) -> Vector:
    """(3,) unit normal of the ground at a place."""
    slopes = []
    for dx, dz in ((FOOT_M, 0.0), (0.0, FOOT_M)):
        after = _ground(space, place[0] + dx, place[2] + dz, from_y, floor_y_m)
        before = _ground(space, place[0] - dx, place[2] - dz, from_y, floor_y_m)
        slope = (after - before) / (2 * FOOT_M)
        slopes.append(slope if FLATTEST < abs(slope) < STEEPEST else 0.0)
    normal = np.array([slopes[0], -1.0, slopes[1]])
    return np.asarray(normal / np.linalg.norm(normal))


def _collide(things: list[Thing]) -> None:
    """Part every two things that touch, at least one of which moves; in place."""
    for at, to in combinations(range(len(things)), 2):
        one, other = things[at], things[to]
        if not (one.moving or other.moving):
            continue
        apart_m = float(np.linalg.norm(one.position - other.position))
        if apart_m <= one.reach_m + other.reach_m:
            things[at], things[to] = _part_two(one, other)


def _part_two(one: Thing, other: Thing) -> tuple[Thing, Thing]:
    """Two things after they touched; unchanged if they do not."""
    deep, away = _deepest(one, other)
    deep_back, back = _deepest(other, one)
    if deep_back > deep:
        deep, away = deep_back, -back
    if deep <= 0.0:
        return one, other
    share = _share(one, other)
    approach = float((one.velocity - other.velocity) @ away)
    bounce = max(one.bounce, other.bounce) if -approach > QUIET_M_S else 0.0
    push = max(-approach * (1.0 + bounce), 0.0)
    return (
        _pushed(one, away, deep * share, push * share),
        _pushed(other, -away, deep * (1.0 - share), push * (1.0 - share)),
    )


def _pushed(thing: Thing, away: Vector, by_m: float, by_m_s: float) -> Thing:
    if not thing.moving:
        return thing
    pushed = thing.at(thing.position + away * by_m, thing.velocity + away * by_m_s)
    return _rested(pushed, SUBSTEP_S) if away[1] < -0.7 else pushed


def _share(one: Thing, other: Thing) -> float:
    """The part of a push that the first of two things takes: lighter ones take more."""
    if not (one.moving and other.moving):
        return 1.0 if one.moving else 0.0
    weights = [float(np.prod(thing.half_m)) for thing in (one, other)]
    return weights[1] / (weights[0] + weights[1])


def _deepest(one: Thing, other: Thing) -> tuple[float, Vector]:
    """How deep the deepest probe of one is in the other, metres, and the way out, (3,)."""
    table = rows([other])
    deepest, way = 0.0, np.array([0.0, -1.0, 0.0])
    for x, y, z, radius in probes(one).tolist():
        inside = radius - distance(table, x, y, z)
        if inside > deepest:
            deepest, way = inside, np.array(away_from(table, x, y, z))
    return deepest, way

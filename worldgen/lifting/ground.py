"""Where the ground is: how far below the first eye, so that every file can be stood on it.

    surfaces that face up, below the eye ──▶ one height: much seen, near, like a body's
                                         ──▶ a plane through the nearest there, under the eye

A camera seldom sees what lies straight below it. What is seen nearest to that place, from
there or later, is carried on: level if it is rough, at its own slope if it is smooth.

Not here: ground for bodies to stand on (`meshes.footing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, normals, unproject_image
from worldgen.types import Frame

Floats = NDArray[np.float64]

EYE_M = 1.6
"""How high a camera is held, where no ground is seen."""

FACING_UP = 0.8
"""Least cosine between a ground's normal and up."""

SHALLOWEST = 0.1
"""What lies less than so far below the eye for each metre away says nothing of the ground there."""

COLUMN = 0.25
"""Radius of what counts as straight below the eye, as a share of the height."""

LEAST_POINTS = 20
"""So many are needed to say anything."""

ALIKE, STEP = 0.4, 0.05
"""Heights that may be one ground's, in ln metres; how finely they are told apart."""

NEAREST, BEYOND = 50, 1.5
"""The plane goes through points up to so many times farther away than the so-manieth nearest."""

ROUGH = 15.0
"""Slopes are believed that, over the width of what was seen, rise above so much roughness."""

_SAMPLES, _ROUNDS = 10_000, 12


def ground_below_m(frames: Iterable[Frame], eye: Floats) -> float | None:
    """How far below an eye the ground under it is, in metres.

    Args:
        frames: with depth, at least one; all that was seen, from there and from elsewhere.
        eye: (3,) metres, world.

    Returns:
        None where no ground was seen near enough to tell.
    """
    points = np.concatenate([_floors(frame) - eye for frame in frames])
    away = np.hypot(points[:, 0], points[:, 2])
    below = (points[:, 1] > 0) & (points[:, 1] > SHALLOWEST * away)
    points, away = points[below], away[below]
    if len(points) < LEAST_POINTS:
        return None
    same = _one_height(points[:, 1], np.maximum(away, COLUMN * points[:, 1]))
    points, away = points[same], away[same]
    nearest_m = np.sort(away)[min(NEAREST, len(away) - 1)]
    near = away <= max(BEYOND * nearest_m, COLUMN * float(np.median(points[:, 1])))
    return _under(points[near])


def _floors(frame: Frame) -> Floats:
    """(N, 3) metres, world: some of the surfaces of a frame that face up and stand still."""
    assert frame.depth_m is not None, "frames without depth are left out before"
    step = max(1, round((frame.depth_m.size / _SAMPLES) ** 0.5))
    depth_m, camera = frame.depth_m[::step, ::step], _every(frame.camera, step)
    up = normals(depth_m, camera)[..., 1] < -FACING_UP
    if frame.moving is not None:
        up &= ~frame.moving[::step, ::step]
    points: Floats = unproject_image(depth_m, camera)[up]
    return points


def _every(camera: Camera, step: int) -> Camera:
    """The camera of every so-manieth pixel."""
    height, width = camera.shape
    return replace(
        camera,
        width_px=-(-width // step),
        height_px=-(-height // step),
        fx=camera.fx / step,
        fy=camera.fy / step,
        cx=(camera.cx - 0.5) / step + 0.5,
        cy=(camera.cy - 0.5) / step + 0.5,
    )


def _one_height(down_m: Floats, away_m: Floats) -> NDArray[np.bool_]:
    """Which of (N,) points are of the likeliest height: near ones count more, and usual heights."""
    octaves = np.log2(down_m / EYE_M)
    weight = 1 / (away_m * (1 + octaves**2))
    steps = np.floor(np.log(down_m) / STEP).astype(np.intp)
    steps -= steps.min()
    width = round(ALIKE / STEP)
    last = int(np.argmax(np.convolve(np.bincount(steps, weight), np.ones(width))))
    same: NDArray[np.bool_] = (steps <= last) & (steps > last - width)
    return same


def _under(points: Floats) -> float:
    """The height at (0, 0) of a plane through (N, 3) points, metres below the eye."""
    down, across = points[:, 1], points * [1, 0, 1] + [0, 1, 0]
    plane = np.array([0.0, np.median(down), 0.0])
    for _ in range(_ROUNDS):
        plane = _fitted(across, down, plane, hold=0.0)
    plane = _fitted(across, down, plane, hold=ROUGH)
    return float(np.clip(plane[1], 0.5 * down.min(), 2 * down.max()))


def _fitted(across: Floats, down: Floats, plane: Floats, hold: float) -> Floats:
    """A round of least squares: what stands out from the plane so far counts little (Cauchy).

    Args:
        across: (N, 3), x, 1 and z of the points. down: (N,) their heights.
        plane: (3,), which `across` is multiplied with.
        hold: slopes are held at 0 as strongly as by so many times the roughness, squared.
    """
    off = down - across @ plane
    rough = max(1.4826 * float(np.median(np.abs(off))), 1e-9)
    weight = 1 / (1 + (off / (2 * rough)) ** 2)
    weighed = across * (weight / weight.sum())[:, None]
    wide = float(np.mean(across[:, [0, 2]] ** 2))
    held = ((hold * rough) ** 2 + 1e-6 * wide) * np.diag([1.0, 0.0, 1.0])
    fitted: Floats = np.linalg.solve(weighed.T @ across + held, weighed.T @ down)
    return fitted

"""Where nobody looked, the sky and the ground go on: an open world ends in no black hole.

    sky and what is far, by direction ──▶ gaps filled ──▶ discs on the shell, all round
    ground, by bearing and distance   ──▶ gaps filled ──▶ discs that lie, out to where it ends

Colours and heights are those of what was seen nearby, smoothly carried on (`filling`): there is
nothing on them, and whoever stays near the walk sees little of them. A disc that any picture
would show, or looks past, is left out; so what was seen is as it was. A walk that saw no sky was
in a closed room, and gets none.

Not here: what was seen (`surfels`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import normals, project, unproject_image
from worldgen.geometry.depth import is_known, pixel_rays
from worldgen.lifting.filling import filled
from worldgen.lifting.gaussians.surfels import Shell, Surfels
from worldgen.types import Frame

Floats = NDArray[np.float64]

BEARINGS, HEIGHTS, RINGS = 128, 64, 64
"""Cells all round, from the zenith to the nadir, and outwards."""

NEAREST_M, FARTHEST_M = 0.8, 100.0
"""Ground is carried on between these distances from the walk's middle."""

FAR_M = 30.0
"""What is so far off is part of the backdrop that the sky is, whatever it is."""

LOWEST_RAD = -0.05
"""So little below the horizon the shell is filled; lower there is ground, or nothing."""

LEVEL = 0.8
"""Least cosine between ground's normal and up."""

SEEN = 1.1
"""A disc is hidden if it lies so many times as far as what a picture shows there."""

OUTSIDE = 1.05
"""The filled sky lies so much farther off than the one that was seen, and behind it."""

_SAMPLES = 20_000


def backdrop(frames: Sequence[Frame], shell: Shell) -> list[Surfels]:
    """Discs for what of the sky and the ground nobody saw.

    Args:
        frames: with depth, at least one.
        shell: of their walk.

    Returns:
        Those of the sky, and those of the ground if any was seen; none where no sky was.
    """
    sky, ground = np.zeros((HEIGHTS, BEARINGS, 4)), np.zeros((RINGS, BEARINGS, 5))
    outdoors = False
    for frame in frames:
        samples = _sampled(frame, shell.centre)
        _add(samples, sky, ground)
        outdoors |= bool(np.isinf(samples.away_m).any())
    if not outdoors:
        return []
    parts = [_on_shell(filled(sky), shell)]
    if ground[..., -1].any():
        parts.append(_on_ground(filled(ground), shell))
    return [part.pick(_unseen(part, frames)) for part in parts]


class _Samples(NamedTuple):
    """Some pixels of a frame, N of them.

    Attributes:
        rgb: (N, 3) in [0, 1].
        ways: (N, 3) metres from the walk's middle to what they show; a direction for sky.
        away_m: (N,) how far that is; +inf for sky.
        level: (N,) bool, whether it lies.
    """

    rgb: Floats
    ways: Floats
    away_m: Floats
    level: NDArray[np.bool_]


def _sampled(frame: Frame, middle: Floats) -> _Samples:
    depth_m, camera = _depth_of(frame), frame.camera
    step = max(1, round((depth_m.size / _SAMPLES) ** 0.5))
    some = np.zeros(depth_m.shape, np.bool_)
    some[::step, ::step] = True
    is_sky = np.isposinf(depth_m)
    some &= is_known(depth_m) | is_sky
    ways = np.nan_to_num(unproject_image(depth_m, camera)) - middle
    ways[is_sky] = (pixel_rays(camera) @ camera.rotation.T)[is_sky]
    away_m = np.where(is_sky, np.inf, np.linalg.norm(ways, axis=-1))
    level = normals(depth_m, camera)[..., 1] < -LEVEL
    return _Samples(frame.rgb[some] / 255.0, ways[some], away_m[some], level[some])


def _add(seen: _Samples, sky: Floats, ground: Floats) -> None:
    """Sum samples into both maps: colours, of the ground heights as well, and how many."""
    x, y, z = seen.ways.T
    along = np.hypot(x, z)
    bearing = np.arctan2(x, z) / (2 * np.pi) % 1.0 * BEARINGS
    column = np.minimum(bearing.astype(np.intp), BEARINGS - 1)
    down = np.arctan2(along, -y) / np.pi * HEIGHTS
    row = np.minimum(down.astype(np.intp), HEIGHTS - 1)
    _sum(sky, seen.away_m > FAR_M, row, column, seen.rgb)
    share = np.log(np.maximum(along, 1e-6) / NEAREST_M) / np.log(FARTHEST_M / NEAREST_M)
    ring = np.floor(share * RINGS).astype(np.intp)
    lies = seen.level & np.isfinite(seen.away_m) & (y > 0) & (ring >= 0) & (ring < RINGS)
    _sum(ground, lies, ring, column, np.column_stack([seen.rgb, y]))


def _sum(
    total: Floats,
    which: NDArray[np.bool_],
    row: NDArray[np.intp],
    column: NDArray[np.intp],
    values: Floats,
) -> None:
    """Add those of N samples that a mask names to their cells of a map (R, B, C + 1)."""
    cell, size = (row * BEARINGS + column)[which], total.shape[0] * BEARINGS
    for at, weights in enumerate([*values[which].T, None]):
        total[..., at] += np.bincount(cell, weights, size).reshape(total.shape[:2])


def _on_shell(colours: Floats, shell: Shell) -> Surfels:
    """Discs on the shell, one a cell (R, B), down to a little below the horizon."""
    down = (np.arange(HEIGHTS) + 0.5) / HEIGHTS * np.pi
    rows = np.pi / 2 - down > LOWEST_RAD
    tilt, turn = np.meshgrid(down[rows], _turns(), indexing="ij")
    ways = np.stack([np.sin(tilt) * np.sin(turn), -np.cos(tilt), np.sin(tilt) * np.cos(turn)], -1)
    level = np.stack([np.cos(turn), np.zeros_like(turn), -np.sin(turn)], -1)
    radius_m = OUTSIDE * shell.radius_m
    wide = radius_m * 2 * np.pi / BEARINGS * np.maximum(np.sin(tilt), 0.05)
    tall = radius_m * np.pi / HEIGHTS
    up = np.cross(ways, level)
    return _discs(shell.centre + radius_m * ways, -ways, up, wide, tall, colours[rows], sky=True)


def _on_ground(values: Floats, shell: Shell) -> Surfels:
    """Discs that lie, one a cell (R, B): red, green, blue, metres below the walk's middle."""
    ratio = (FARTHEST_M / NEAREST_M) ** (1 / RINGS)
    along, turn = np.meshgrid(
        NEAREST_M * ratio ** (np.arange(RINGS) + 0.5), _turns(), indexing="ij"
    )
    out = np.stack([np.sin(turn), np.zeros_like(turn), np.cos(turn)], -1)
    places = shell.centre + out * along[..., None]
    places[..., 1] += values[..., 3]
    up = np.broadcast_to(np.array([0.0, -1.0, 0.0]), out.shape)
    wide = along * 2 * np.pi / BEARINGS
    return _discs(places, up, out, wide, along * (ratio - 1), values[..., :3], sky=False)


def _turns() -> Floats:
    """(B,) radians, the bearings' middles."""
    turns: Floats = (np.arange(BEARINGS) + 0.5) / BEARINGS * 2 * np.pi
    return turns


def _discs(
    places: Floats,
    facing: Floats,
    slopes: Floats,
    wide: Floats,
    tall: Floats | float,
    colours: Floats,
    *,
    sky: bool,
) -> Surfels:
    """Cells (R, B), so wide across and so tall along their slopes, as discs."""
    count = wide.size
    stretch = np.broadcast_to(tall / wide, wide.shape)
    return Surfels(
        means=places.reshape(count, 3).astype(np.float32),
        normals=facing.reshape(count, 3).astype(np.float32),
        slopes=slopes.reshape(count, 3).astype(np.float32),
        stretch=stretch.reshape(count).astype(np.float32),
        footprint=wide.reshape(count).astype(np.float32),
        colours=colours.reshape(count, 3).astype(np.float32),
        weight=np.ones(count, np.float32),
        sky=np.full(count, sky),
    )


def _unseen(discs: Surfels, frames: Sequence[Frame]) -> NDArray[np.bool_]:
    """(N,) bool: which discs no frame shows, nor looks past."""
    unseen = np.ones(len(discs), np.bool_)
    for frame in frames:
        depth_m = _depth_of(frame)
        uv, z = project(discs.means, frame.camera)
        height, width = depth_m.shape
        with np.errstate(invalid="ignore"):
            inside = (z > 0) & (uv >= 0).all(1) & (uv[:, 0] < width) & (uv[:, 1] < height)
        at = np.flatnonzero(inside)
        shown = depth_m[uv[at, 1].astype(np.intp), uv[at, 0].astype(np.intp)]
        unseen[at[~((shown > 0) & (z[at] > SEEN * shown))]] = False
    return unseen


def _depth_of(frame: Frame) -> NDArray[np.floating]:
    assert frame.depth_m is not None, "frames without depth are left out before"
    return frame.depth_m

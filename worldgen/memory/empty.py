"""Space that was looked through stays empty, whatever a later picture puts there.

    new picture ──some of its points──▶ the first keyframes that know of each
                ◀──what stands where these looked through, moved back along its rays──

A model that has only a part of a view in its memory guesses how far off the rest
is. What it guesses too near would stand, for ever, before what was seen first; and
what is guessed a little nearer with every frame would creep up. That goes for what was
remembered, too: it is seen from elsewhere now, and stretched.

Who is to be asked is found in their reliefs. Whoever looked through is believed, the first and
the nearest of them, also before whoever saw a surface there, unless from much farther: what was
guessed from one side is known from the other.

Not here: drawing (`splat`), the loops (`kernel_empty`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.geometry.around import grown
from worldgen.memory.beside import beside
from worldgen.memory.kernel_empty import NOBODY, first_through, push
from worldgen.memory.keyframe import Keyframe
from worldgen.memory.ready import Ready
from worldgen.memory.splat import transfer

WITNESSES = 24
"""Keyframes that are asked about one picture at most. In fog, where nobody drew a distance well,
twenty may each doubt another part of it."""

DOUBTERS = 2
"""Keyframes that a part of a picture wants asked: who looked through first, who from nearest."""

PARTS = (18, 32)
"""Rows and columns of the even parts of a picture that are asked about, each by its middle."""

LEAST_PARTS = 3
"""So many of them must be doubted by a keyframe for it to be asked."""


def behind(
    depth_m: NDArray[np.float32],
    camera: Camera,
    keyframes: Sequence[Keyframe],
    ready: Ready,
) -> NDArray[np.float32]:
    """A picture's depth with nothing in space that earlier ones looked through.

    Args:
        depth_m: (H, W) float32, metres along +z, +inf sky, 0 unknown.
        camera: what saw it.
        keyframes: who may have looked through, the first to be believed first.
        ready: where they are made ready.

    Returns:
        (H, W) float32, the same array if nothing was to be moved.
    """
    who = doubts(depth_m, camera, keyframes)
    names, counts = np.unique(who[who != NOBODY], return_counts=True)
    told = names[counts >= LEAST_PARTS][np.argsort(-counts[counts >= LEAST_PARTS], kind="stable")]
    if len(told) == 0:
        return depth_m
    moved = depth_m.copy()
    asked = [
        _Asked(
            grown((who == at).any(axis=-1), 1),
            ready.look(keyframes[at]).surfels,
            *transfer(camera, keyframes[at].camera),
        )
        for at in sorted(told[:WITNESSES].tolist())
    ]
    middle = _middle(asked)
    upper = beside(_push_all, moved, asked, (0, middle))
    _push_all(moved, asked, (middle, PARTS[0]))
    upper.result()
    return moved


class _Asked(NamedTuple):
    """A keyframe that is asked: about which parts, what it saw, and the way to it."""

    parts: NDArray[np.bool_]
    surfels: NDArray[np.float32]
    matrix: NDArray[np.float32]
    offset: NDArray[np.float32]


def _middle(asked: Sequence[_Asked]) -> int:
    """The row of parts before which there is about half of all that is to be asked."""
    before = np.cumsum([one.parts.sum(axis=1) for one in asked], axis=1).sum(axis=0)
    return int(np.searchsorted(before, before[-1] / 2)) + 1


def _push_all(depth_m: NDArray[np.float32], asked: Sequence[_Asked], band: tuple[int, int]) -> None:
    """Move the pixels of some rows of parts; others are left alone and not read."""
    for parts, *told in asked:
        push(depth_m, parts, *told, band)


def doubts(
    depth_m: NDArray[np.float32], camera: Camera, keyframes: Sequence[Keyframe]
) -> NDArray[np.int32]:
    """Which keyframes, by their place in the list, doubt each part of a picture.

    Arguments as for `behind`.

    Returns:
        (*PARTS, DOUBTERS) int32, `NOBODY` where there is none.
    """
    who = np.full((*PARTS, DOUBTERS), NOBODY, np.int32)
    if keyframes:
        to_relief = np.stack([k.to_relief for k in keyframes])
        relief = np.stack([k.relief for k in keyframes])
        flat = who.reshape(-1, DOUBTERS)
        first_through(_middles(depth_m, camera), to_relief, relief, flat)
    return who


def _middles(depth_m: NDArray[np.float32], camera: Camera) -> NDArray[np.float32]:
    """(N, 3) float32, metres, world: the middle point of each part; NaN without a surface."""
    rows, columns = (
        ((np.arange(parts) + 0.5) * size / parts).astype(int)
        for parts, size in zip(PARTS, depth_m.shape, strict=True)
    )
    v, u = (grid.ravel() for grid in np.meshgrid(rows, columns, indexing="ij"))
    x, y = (u + 0.5 - camera.cx) / camera.fx, (v + 0.5 - camera.cy) / camera.fy
    z = depth_m[v, u].astype(np.float64)
    z[~(np.isfinite(z) & (z > 0))] = np.nan
    rays = np.stack([x, y, np.ones_like(x)], axis=-1)
    points: NDArray[np.float64] = rays * z[:, None] @ camera.rotation.T + camera.position
    return points.astype(np.float32)

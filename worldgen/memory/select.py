"""Which keyframes to draw for a view, and which one to forget.

Both work on samples, some hundred points a keyframe, so their cost does not
hang on the pictures' size.

Not here: drawing (`splat`), keeping (`spatial`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.memory.kernel_select import count_seen, needed, rate
from worldgen.memory.keyframe import SAMPLE_COLUMNS, SAMPLE_ROWS, Keyframe, world_to_pixel

CELLS = (9, 16)
"""Rows and columns into which a view is cut to see who covers what."""

LEAST_GAIN = 1.0
"""Cells' worth that a keyframe must add to be drawn at all."""

MORE = 0.05
"""How much better than others it must show a part to be drawn there, 0 to 1."""

STALE_WORTH = 0.3
"""What a keyframe is worth whose colours no longer hold."""

LOOKED_AT = 48
"""Keyframes at most that are looked at closely for one view."""


class Choice(NamedTuple):
    """A keyframe to be drawn.

    Attributes:
        keyframe: which.
        parts: (R, C) bool, those of its picture, one a sample, that show some of the view better
            than the keyframes before it.
    """

    keyframe: Keyframe
    parts: NDArray[np.bool_]


def choose(keyframes: Sequence[Keyframe], camera: Camera, epoch: int, count: int) -> list[Choice]:
    """The keyframes that together show most of a view, the most telling first.

    Args:
        keyframes: to choose from.
        camera: the view.
        epoch: the style the world is in.
        count: how many at most.
    """
    matrix = world_to_pixel(camera)
    looked_at = _promising(keyframes, camera, matrix)
    if not looked_at:
        return []
    samples = np.stack([k.samples for k in looked_at])
    worth = np.array([1.0 if k.epoch == epoch else STALE_WORTH for k in looked_at])
    coarse = np.array([2.0**k.halvings for k in looked_at])
    first = looked_at[0].camera
    patch_px = first.width_px * first.height_px * coarse[0] ** 2 / samples.shape[1]
    view = (camera.shape, camera.fx, CELLS, patch_px)
    cells = CELLS[0] * CELLS[1]
    nearest = np.full(cells, np.inf)
    filled, good = np.zeros((len(looked_at), cells)), np.zeros((len(looked_at), cells))
    rate(samples, worth, coarse, matrix, *view, nearest, filled, good)
    ratings = good / np.maximum(filled, 1.0)
    best = np.zeros(cells)
    chosen: list[Choice] = []
    while len(chosen) < count:
        gains = np.maximum(ratings - best, 0.0).sum(axis=1)
        winner = int(gains.argmax())
        if gains[winner] < LEAST_GAIN:
            break
        parts = np.empty((SAMPLE_ROWS, SAMPLE_COLUMNS), np.bool_)
        more = (ratings[winner] > best + MORE).reshape(CELLS)
        needed(samples[winner], matrix, camera.shape, camera.fx, more, parts.reshape(-1))
        chosen.append(Choice(looked_at[winner], parts))
        best = np.maximum(best, ratings[winner])
    return chosen


def most_redundant(keyframes: Sequence[Keyframe], newest: Keyframe) -> int:
    """The keyframe, as a position among them, whose loss would be felt least; not the newest.

    A sample that n of them saw is worth 1/n to each.
    """
    samples = np.stack([k.samples for k in keyframes])
    counts = np.zeros(samples.shape[:2], np.int16)
    for keyframe in keyframes:
        counts += seen_by(samples, keyframe)
    worth = (samples[..., 4] / np.maximum(counts, 1)).mean(axis=1)
    worth *= [
        (1.0 if k.epoch == newest.epoch else STALE_WORTH) * 0.5**k.halvings for k in keyframes
    ]
    worth[[k is newest for k in keyframes]] = np.inf
    return int(worth.argmin())


def seen_by(samples: NDArray[np.float32], keyframe: Keyframe) -> NDArray[np.int16]:
    """Which samples a keyframe saw too: (…,) int16 of 0 and 1 for samples (…, 5)."""
    counts = np.zeros(samples.shape[:-1], np.int16)
    sharpness_px = keyframe.camera.fx * 2.0**keyframe.halvings
    flat = samples.reshape(-1, samples.shape[-1])
    to_grid = keyframe.to_grid.astype(np.float64)
    count_seen(flat, keyframe.depths_m, to_grid, sharpness_px, counts.reshape(-1))
    return counts


def _promising(
    keyframes: Sequence[Keyframe], camera: Camera, matrix: NDArray[np.float64]
) -> list[Keyframe]:
    """Those that fill most of the view by a few of their samples, at most `LOOKED_AT`."""
    if not keyframes:
        return []
    few = np.stack([k.few for k in keyframes]).astype(np.float64)
    solid = (few[..., 3] > 0.0).astype(np.float64)
    seen = few[..., :3] @ matrix[:, :3].T + solid[..., None] * matrix[:, 3]
    depth = np.maximum(seen[..., 2], 1e-6)
    u, v = seen[..., 0] / depth / camera.width_px, seen[..., 1] / depth / camera.height_px
    inside = (seen[..., 2] > 1e-3) & (np.abs(u - 0.5) < 0.6) & (np.abs(v - 0.5) < 0.6)
    stretch = np.where(solid > 0.0, few[..., 3] * camera.fx / depth, 1.0)
    fills = np.minimum(stretch**2, 4.0) / np.maximum(stretch, 1.0)
    score = (inside * fills * few[..., 4]).sum(axis=1)
    best = np.argsort(-score, kind="stable")[:LOOKED_AT]
    return [keyframes[at] for at in sorted(best) if score[at] > 0.0]

"""Which keyframes to draw for a view, and which one to forget.

Both work on samples, some hundred points a keyframe, so their cost does not
hang on the pictures' size.

Not here: drawing (`splat`), keeping (`spatial`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, invert
from worldgen.memory.kernel_select import count_seen, rate
from worldgen.memory.keyframe import SAMPLE_COLUMNS, SAMPLE_ROWS, Keyframe

CELLS = (9, 16)
"""Rows and columns into which a view is cut to see who covers what."""

LEAST_GAIN = 1.0
"""Cells' worth that a keyframe must add to be drawn at all."""

STALE_WORTH = 0.3
"""What a keyframe is worth whose colours no longer hold."""


def choose(
    keyframes: Sequence[Keyframe],
    samples: NDArray[np.float32],
    camera: Camera,
    epoch: int,
    count: int,
) -> list[int]:
    """The keyframes that together show most of a view, the most telling first.

    Args:
        keyframes: to choose from.
        samples: (K, S, 5) float32, theirs stacked.
        camera: the view.
        epoch: the style the world is in.
        count: how many at most.

    Returns:
        Positions in `keyframes`.
    """
    if not keyframes:
        return []
    worth = np.array([1.0 if k.epoch == epoch else STALE_WORTH for k in keyframes])
    shape = keyframes[0].camera.shape
    patch_px = shape[0] * shape[1] / (SAMPLE_ROWS * SAMPLE_COLUMNS)
    size_px, matrix = camera.shape, _world_to_pixel(camera)
    cells = CELLS[0] * CELLS[1]
    nearest = np.full(cells, np.inf)
    filled, good = np.zeros((len(keyframes), cells)), np.zeros((len(keyframes), cells))
    rate(samples, worth, matrix, size_px, camera.fx, CELLS, patch_px, nearest, filled, good)
    ratings = good / np.maximum(filled, 1.0)
    best = np.zeros(cells)
    chosen: list[int] = []
    while len(chosen) < count:
        gains = np.maximum(ratings - best, 0.0).sum(axis=1)
        winner = int(gains.argmax())
        if gains[winner] < LEAST_GAIN:
            break
        chosen.append(winner)
        best = np.maximum(best, ratings[winner])
    return chosen


def seen_by(samples: NDArray[np.float32], keyframe: Keyframe) -> NDArray[np.int16]:
    """Which samples a keyframe saw too: (…,) int16 of 0 and 1 for samples (…, 5)."""
    counts = np.zeros(samples.shape[:-1], np.int16)
    matrix = _world_to_pixel(keyframe.camera)
    flat = samples.reshape(-1, samples.shape[-1])
    count_seen(flat, keyframe.surfels, matrix, keyframe.camera.fx, counts.reshape(-1))
    return counts


def worth_alone(
    keyframes: Sequence[Keyframe],
    samples: NDArray[np.float32],
    counts: NDArray[np.int16],
    epoch: int,
) -> NDArray[np.float64]:
    """How much would be lost with each keyframe: a sample that n saw is worth 1/n to each.

    Args:
        keyframes: all that are kept.
        samples: (K, S, 5) float32, theirs stacked. counts: (K, S), how many saw each.
        epoch: the style the world is in.

    Returns:
        (K,) from 0 to 1.
    """
    shares: NDArray[np.float64] = (samples[..., 4] / np.maximum(counts, 1)).mean(axis=1)
    return shares * [1.0 if k.epoch == epoch else STALE_WORTH for k in keyframes]


def _world_to_pixel(camera: Camera) -> NDArray[np.float64]:
    """(3, 4): world to continuous pixel coordinates times depth."""
    lens = np.array([[camera.fx, 0.0, camera.cx], [0.0, camera.fy, camera.cy], [0.0, 0.0, 1.0]])
    matrix: NDArray[np.float64] = lens @ invert(camera.pose_c2w)[:3]
    return matrix

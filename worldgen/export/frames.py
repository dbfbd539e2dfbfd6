"""Which frames of a walk an export reads: a long walk is sampled evenly, so that memory is bounded.

    lifting   at most 160 frames, and no more than 55 million pixels in all
    loops     at most 300 frames
    films, archives, data sets    every frame, one in memory at a time

Not here: what is made of them (`scene`, `film`, `dataset`).
"""

from __future__ import annotations

import numpy as np

MOST_LIFTED, MOST_LIFTED_PX = 160, 55_000_000
MOST_LOOPED = 300


def chosen(frames: int, most: int) -> list[int]:
    """At most so many of 0 … frames − 1, evenly, the first and the last among them."""
    at = np.unique(np.linspace(0, frames - 1, min(most, frames)).round())
    return [int(index) for index in at]


def most_lifted(shape: tuple[int, int]) -> int:
    """How many frames of (height, width) pixels are lifted at most."""
    return max(2, min(MOST_LIFTED, MOST_LIFTED_PX // (shape[0] * shape[1])))

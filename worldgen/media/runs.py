"""A mask as run lengths, row by row: so many pixels that are not marked, so many that are, ….

    · · # #
    # · · ·   ──▶  [2, 3, 3]     all together are the picture; only the first may be 0

A part that was painted over is a few hundred numbers so, and every mask has one form.

Not here: files that hold one (`recording`), messages that bring one (`sessions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError

MAX_SIDE_PX = 4096
"""A wider or higher mask is refused before it is made."""


def encode_runs(mask: NDArray[np.bool_]) -> list[int]:
    """The runs of a mask, (H, W) bool."""
    flat = mask.ravel()
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    ends = [0, *([0] if flat[0] else []), *changes.tolist(), flat.size]
    return [end - begin for begin, end in pairwise(ends)]


def decode_runs(runs: Sequence[int], width_px: int, height_px: int) -> NDArray[np.bool_]:
    """The mask, (height_px, width_px) bool, that has these runs.

    Raises:
        ShapeError: they are not whole numbers that make up such a mask, or it is too large.
    """
    if not (0 < width_px <= MAX_SIDE_PX and 0 < height_px <= MAX_SIDE_PX):
        raise ShapeError(
            f"a mask must have 1 to {MAX_SIDE_PX:,} pixels a side, got {width_px} × {height_px}"
        )
    if any(type(run) is not int or run < (at > 0) for at, run in enumerate(runs)):
        raise ShapeError("a mask's runs must be whole numbers above 0; the first may be 0")
    if sum(runs) != width_px * height_px:
        raise ShapeError(
            f"a mask's runs must add up to its {width_px} × {height_px} pixels, got {sum(runs):,}"
        )
    marked = np.arange(len(runs)) % 2 == 1
    return np.repeat(marked, runs).reshape(height_px, width_px)

"""Many looks at one place become one disc: what is new or sharper is added, nothing else.

    cells as large as a pixel's footprint there, rounded to a power of two;
    one disc a cell and direction; a cell that finer ones cover is dropped

So a walk that comes back adds nothing, one that comes nearer refines, and how
many discs there are depends on the place, not on how long it was looked at.

Not here: what was never there (`carve`).
"""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.gaussians.surfels import Surfels

CELL = 1.5
"""Side of a cell in footprints, before rounding."""

GROWTH = 1.1
"""By so much cells grow at a time while there are too many discs."""

WAITING = 100_000
"""Discs that wait to be merged, at least: sorting what is there for every frame would be dear."""

_BITS = 18
_LEVELS = 64


class Merger:
    """What has been seen so far; frames are added one by one.

    Args:
        most: as many discs as there may be; beyond, cells grow.
        centre: (3,) metres, near the walk, so that cells are counted from there.
    """

    def __init__(self, most: int, centre: NDArray[np.float64]) -> None:
        self._most = most
        self._centre = centre.astype(np.float32)
        self._cell = CELL
        self._surfels: Surfels | None = None
        self._waiting: list[Surfels] = []

    def add(self, surfels: Surfels) -> None:
        """Take in one frame's discs; they are merged once as many wait as there are."""
        self._waiting.append(surfels)
        there = 0 if self._surfels is None else len(self._surfels)
        if sum(map(len, self._waiting)) > min(max(there, WAITING), self._most):
            self._settle()

    def result(self) -> tuple[Surfels, NDArray[np.float32]]:
        """The discs, and how much wider each must be to reach the neighbouring cells' discs."""
        self._settle()
        assert self._surfels is not None, "nothing was added"
        kept = self._surfels.pick(_uncovered(self._surfels, self._levels(self._surfels)))
        side = np.exp2(self._levels(kept).astype(np.float32))
        return kept, np.maximum(side / (CELL * kept.footprint), np.float32(1))

    def _settle(self) -> None:
        """Merge what waits with what is there."""
        if not self._waiting:
            return
        there = [] if self._surfels is None else [self._surfels]
        merged = self._merge(_joined([*there, *self._waiting]))
        if len(merged) > self._most:
            merged = merged.pick(_uncovered(merged, self._levels(merged)))
        while len(merged) > self._most:
            self._cell *= GROWTH
            merged = self._merge(merged)
        self._surfels, self._waiting = merged, []

    def _levels(self, surfels: Surfels) -> NDArray[np.int64]:
        sides = np.log2(np.maximum(surfels.footprint * self._cell, 1e-6))
        levels: NDArray[np.int64] = np.round(sides).astype(np.int64)
        return levels

    def _merge(self, surfels: Surfels) -> Surfels:
        """One disc a key: the best one's shape at the weighted mean of places and colours."""
        if not len(surfels):
            return surfels
        keys = self._keys(surfels)
        order = np.lexsort((surfels.weight, keys))
        starts = np.flatnonzero(np.diff(keys[order], prepend=keys[order[0]] - 1))
        ends = np.append(starts[1:], len(order)) - 1
        weight = surfels.weight[order].astype(np.float64)
        total = np.add.reduceat(weight, starts)

        def mean(values: NDArray[np.float32]) -> NDArray[np.float32]:
            summed = np.add.reduceat(values[order] * weight[:, None], starts, axis=0)
            averaged: NDArray[np.float32] = (summed / total[:, None]).astype(np.float32)
            return averaged

        return replace(
            surfels.pick(order[ends]),
            means=mean(surfels.means),
            colours=mean(surfels.colours),
            weight=total.astype(np.float32),
        )

    def _keys(self, surfels: Surfels) -> NDArray[np.int64]:
        """(N,) cell, its size, and which way the disc faces, in one number."""
        levels = self._levels(surfels)
        cells = _packed(_cells(surfels.means - self._centre, levels))
        keys: NDArray[np.int64] = (
            (cells << 9) | ((levels % _LEVELS) << 3) | _directions(surfels.normals)
        )
        return keys


def _joined(parts: list[Surfels]) -> Surfels:
    return Surfels(
        **{
            at.name: np.concatenate([getattr(part, at.name) for part in parts])
            for at in fields(Surfels)
        }
    )


def _cells(points: NDArray[np.float32], levels: NDArray[np.int64]) -> NDArray[np.int64]:
    """(N, 3) which cell of its own level each point lies in."""
    cells: NDArray[np.int64] = np.floor(np.ldexp(points, -levels[:, None].astype(np.int32))).astype(
        np.int64
    )
    return cells


def _packed(cells: NDArray[np.int64]) -> NDArray[np.int64]:
    """(N,) one number a cell, 54 bits."""
    x, y, z = (cells & ((1 << _BITS) - 1)).T
    packed: NDArray[np.int64] = (x << (2 * _BITS)) | (y << _BITS) | z
    return packed


def _directions(facing: NDArray[np.float32]) -> NDArray[np.int64]:
    """(N,) 0 to 5: the axis a normal is nearest to; keeps both sides of a thin wall."""
    axis = np.argmax(np.abs(facing), axis=1)
    positive = np.take_along_axis(facing, axis[:, None], 1)[:, 0] > 0
    directions: NDArray[np.int64] = 2 * axis.astype(np.int64) + positive
    return directions


def _uncovered(surfels: Surfels, levels: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(N,) bool: not in a cell in which something sharper was seen."""
    keep = np.ones(len(surfels), bool)
    for level in np.unique(levels)[1:]:
        at, finer = levels == level, levels < level
        every = np.full(len(surfels), level)
        packed = _packed(_cells(surfels.means, every))
        keep[at] = ~np.isin(packed[at], np.unique(packed[finer]))
    return keep

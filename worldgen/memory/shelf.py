"""The keyframes that are kept, by place, within a budget.

    add ──▶ the cell its camera stood in ──▶ over the budget? the farthest gets smaller

The ground is cut into cells; a view asks the cells around it, nearest first, so that what
it costs does not hang on how many keyframes there are. When the bytes run out,
what lies far away is summarised at half its size, then a quarter, before anything
is forgotten. When a cell is crowded, the keyframe goes whose content others there
saw too. Neither ever strikes the newest.

Not here: which frames come here at all (`spatial`), which are drawn (`select`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from worldgen.memory.keyframe import Keyframe
from worldgen.memory.select import most_redundant

CELL_M = 12.0
"""Edge of a cell; it reaches from the deepest cave to the sky."""

CROWDED = 96
"""Keyframes in one cell at most."""

RINGS = 8
"""Cells on each side of a view's own whose keyframes may be drawn."""

FINER = 8.0
"""A picture of twice the size is halved when it is this many times nearer than another."""

MOST_HALVINGS = 2

Cell = tuple[int, int]


@dataclass(frozen=True, kw_only=True, eq=False)
class Shelf:
    """Keyframes by cell, oldest first in each. A value: `with_one` gives a new one.

    Attributes:
        cells: all that are kept.
        count: how many there are.
        nbytes: what they cost.
    """

    cells: Mapping[Cell, tuple[Keyframe, ...]] = field(default_factory=dict)
    count: int = 0
    nbytes: int = 0

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Keyframe]:
        for keyframes in self.cells.values():
            yield from keyframes

    def around(self, place_m: NDArray[np.float64], count: int) -> list[Keyframe]:
        """About `count` keyframes whose cameras stood nearest to a place, (3,) metres."""
        x, z = cell_of(place_m)
        found: list[Keyframe] = []
        for ring in range(RINGS + 1):
            for cell in _ring(x, z, ring):
                found.extend(self.cells.get(cell, ()))
            if len(found) >= count:
                break
        return found

    def with_one(self, keyframe: Keyframe, most: int, most_bytes: int) -> Shelf:
        """One keyframe more; never more than `most`, nor than `most_bytes` if that can be.

        Args:
            keyframe: the new one; it stays.
            most: keyframes at most.
            most_bytes: and what they may cost.
        """
        here = cell_of(keyframe.camera.position)
        cells = dict(self.cells)
        cells[here] = (*cells.get(here, ()), keyframe)
        shelf = Shelf(cells=cells, count=self.count + 1, nbytes=self.nbytes + keyframe.nbytes)
        if len(cells[here]) > CROWDED:
            shelf = shelf._less(here, keyframe)
        if len(shelf) > most:
            fullest = max(shelf.cells, key=lambda cell: len(shelf.cells[cell]))
            shelf = shelf._less(fullest, keyframe)
        while shelf.nbytes > most_bytes and len(shelf) > 1:
            shelf = shelf._smaller(keyframe)
        return shelf

    def changed(self, change: Callable[[Keyframe], Keyframe]) -> Shelf:
        """With each keyframe as `change` makes it; one that is given back as it was stays."""
        shelf = self
        for cell, keyframes in self.cells.items():
            for old in keyframes:
                new = change(old)
                shelf = shelf if new is old else shelf._put(cell, old, new)
        return shelf

    def _less(self, cell: Cell, newest: Keyframe) -> Shelf:
        """Without the most redundant keyframe of a cell."""
        keyframes = self.cells[cell]
        return self._put(cell, keyframes[most_redundant(keyframes, newest)], None)

    def _smaller(self, newest: Keyframe) -> Shelf:
        """With the keyframe summarised, or forgotten, that is farthest for its size."""
        place = newest.camera.position / CELL_M
        worst, cell, least = -1.0, next(iter(self.cells)), 0
        for key, keyframes in self.cells.items():
            older = keyframes[:-1] if keyframes[-1] is newest else keyframes
            if not older:
                continue
            halvings = older[-1].halvings  # the oldest go first, so the last has the fewest
            away = 1.0 + abs(key[0] + 0.5 - place[0]) + abs(key[1] + 0.5 - place[2])
            if away * FINER**-halvings > worst:
                worst, cell, least = away * FINER**-halvings, key, halvings
        going = next(k for k in self.cells[cell] if k.halvings == least and k is not newest)
        return self._put(cell, going, going.halved() if least < MOST_HALVINGS else None)

    def _put(self, cell: Cell, old: Keyframe, new: Keyframe | None) -> Shelf:
        """With `new`, or nothing, in the place of `old`."""
        cells = dict(self.cells)
        now = ((k if k is not old else new) for k in cells[cell])
        cells[cell] = tuple(k for k in now if k is not None)
        if not cells[cell]:
            del cells[cell]
        return Shelf(
            cells=cells,
            count=self.count - (new is None),
            nbytes=self.nbytes - old.nbytes + (0 if new is None else new.nbytes),
        )


def cell_of(place_m: NDArray[np.float64]) -> Cell:
    """The cell of a place, (3,) metres."""
    x, _, z = np.floor(np.clip(place_m, -1e9, 1e9) / CELL_M).astype(int).tolist()
    return x, z


def _ring(x: int, z: int, ring: int) -> Iterator[Cell]:
    """The cells `ring` steps from one: the edge of a square."""
    for a in range(x - ring, x + ring + 1):
        if abs(a - x) == ring:
            yield from ((a, c) for c in range(z - ring, z + ring + 1))
        else:
            yield a, z - ring
            yield a, z + ring

"""Does the eye go through things? Pass-through from frame to frame, and clearance.

    pass-through   the new eye lies behind a surface that the frame before saw there
    clearance      something seen in three frames or more lies within 0.15 m of the eye
                   (the body's radius, 0.20 m here, less 0.05 m of slack)

For clearance the frames' own points are gathered in cells of 5 cm, each counted
once a frame: nothing of the memory's voxels, by which the body is stopped, is
used. A frame's own points count only for the frames after it.

Not here: walls pushed against (`walls.py`), matter (`conservation.py`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import project, unproject
from worldgen.types import Frame

SLACK_M, SLACK_SHARE = 0.05, 0.03
CLEAR_M = 0.15
CELL_M = 0.05
SEEN_IN = 3
NEAR_M, STRIDE = 4.0, 3


@dataclass(frozen=True, kw_only=True)
class Passage:
    """What the eye did in one frame.

    Attributes:
        index: its number.
        through: it passed a surface just seen.
        close: it is nearer than it may to something seen before.
    """

    index: int
    through: bool
    close: bool

    @property
    def violates(self) -> bool:
        """One or the other."""
        return self.through or self.close


class Passages:
    """Judges a walk as it comes."""

    def __init__(self) -> None:
        self._cells: Counter[tuple[int, int, int]] = Counter()
        self._last: Frame | None = None
        self.found: list[Passage] = []

    def see(self, frame: Frame) -> None:
        """One more frame, in order."""
        if self._last is not None:
            eye = frame.camera.position
            self.found.append(
                Passage(
                    index=frame.index,
                    through=passes_through(self._last, eye),
                    close=self._is_close(eye),
                )
            )
        self._cells.update(_cells(frame))
        self._last = frame

    def _is_close(self, eye: NDArray[np.float64]) -> bool:
        around = np.floor(eye / CELL_M).astype(int) + _BALL
        return any(self._cells[tuple(cell)] >= SEEN_IN for cell in around.tolist())


def passes_through(before: Frame, eye: NDArray[np.float64]) -> bool:
    """Whether an eye, (3,) metres, lies behind a surface that the frame before it shows."""
    assert before.depth_m is not None, "surfaces are judged by depth"
    spots, ahead = project(eye[None], before.camera)
    z, column, row = float(ahead[0]), float(spots[0, 0]), float(spots[0, 1])
    height, width = before.camera.shape
    if not (z > 0 and 0 <= column < width and 0 <= row < height):
        return False
    depth_m = float(before.depth_m[int(row), int(column)])
    return 0 < depth_m < z * (1 - SLACK_SHARE) - SLACK_M


def _ball() -> NDArray[np.int64]:
    """(N, 3) cells whose middles lie within `CLEAR_M` of a cell's own."""
    reach = int(np.ceil(CLEAR_M / CELL_M))
    grid = np.mgrid[-reach : reach + 1, -reach : reach + 1, -reach : reach + 1]
    cells = grid.reshape(3, -1).T
    near: NDArray[np.int64] = cells[np.linalg.norm(cells * CELL_M, axis=1) <= CLEAR_M]
    return near


_BALL = _ball()


def _cells(frame: Frame) -> list[tuple[int, int, int]]:
    """The cells in which a frame shows something near that does not move, each once."""
    assert frame.depth_m is not None, "surfaces are judged by depth"
    kept = np.zeros(frame.camera.shape, bool)
    kept[::STRIDE, ::STRIDE] = True
    kept &= (frame.depth_m > 0) & (frame.depth_m < NEAR_M)
    if frame.moving is not None:
        kept &= ~frame.moving
    points = unproject(np.where(kept, frame.depth_m, 0).astype(np.float32), frame.camera)
    cells = np.unique(np.floor(points / CELL_M).astype(int), axis=0)
    return [(x, y, z) for x, y, z in cells.tolist()]

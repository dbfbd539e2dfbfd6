"""Many frames, one in memory at a time; what is asked of them, and which are read.

Not here: what is made of them (`fusion`, `painting`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.lifting.meshes.kernel_fusion import planes
from worldgen.progress import Progress
from worldgen.types import Frame


class Frames(Protocol):
    """A list of frames will do; so will a walk that reads each one when it is asked for."""

    def __len__(self) -> int: ...

    def __getitem__(self, at: int, /) -> Frame: ...


def spread(frames: Frames, most: int) -> Frames:
    """At most `most` of some frames, evenly spread, the first and the last among them."""
    count = len(frames)
    if not count:
        raise ExportError("there is no frame, so there is no surface either")
    return _Chosen(frames, np.unique(np.linspace(0, count - 1, min(most, count)).round()))


def each(frames: Frames, progress: Progress) -> Iterator[Frame]:
    """All of them in order, telling after each one what share is done."""
    for at in range(len(frames)):
        yield frames[at]
        progress((at + 1) / len(frames))


def planes_of(frame: Frame) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """A frame's pixels as planes, (H, W, 5), and its lens (4,); see `kernel_fusion.planes`.

    Raises:
        ExportError: the frame has no depth.
    """
    if frame.depth_m is None:
        raise ExportError(
            f"frame {frame.index} has no depth, and without depth there is no shape; "
            "make the walk with a model that gives depth"
        )
    hidden = np.zeros(frame.depth_m.shape, np.bool_) if frame.moving is None else frame.moving
    plane = np.empty((*frame.depth_m.shape, 5), np.float32)
    planes(frame.depth_m, hidden, frame.camera.lens, plane)
    return plane, frame.camera.lens


class _Chosen:
    """Some of the frames."""

    def __init__(self, frames: Frames, at: NDArray[np.float64]) -> None:
        self._frames = frames
        self._at = [int(index) for index in at]

    def __len__(self) -> int:
        return len(self._at)

    def __getitem__(self, at: int, /) -> Frame:
        return self._frames[self._at[at]]

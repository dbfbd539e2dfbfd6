"""Predicted depths of one walk made to agree: a scale and a coarse field a frame, all at once.

    frames ──▶ where one's surfaces fall in another's picture ──▶ by how much they disagree
           ──▶ least squares over all frames' fields, doubtful looks counting little ──▶ frames

A model that predicts depth frame by frame is off by a factor that drifts over the
picture and from frame to frame. Poses are known and stay. Each frame gets a grid of
factors on its depth; all grids are solved for together, so that no frame is the
reference and a bad first one spoils nothing, and weakly held at 1, so that what
nobody contradicts stays. Depth that agrees already, such as a renderer's, is left
alone to the bit; so is everything if agreement does not improve.

At the rim of a thing predicted depth slides from near to far, through places where
nothing is. For surfaces, which nothing mends later, such pixels can be made unknown.

The method, less the warp, is the first stage of non-rigid frame-to-model alignment
(Höllein and Nießner, arXiv 2603.16736); robust weights are Tukey's.
Not here: pairs and least squares (`looks`), shapes (`gaussians`, `meshes`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry.depth import is_known
from worldgen.lifting.looks import GRID, at_corners, looks_of, solved
from worldgen.lifting.rims import rims
from worldgen.progress import Progress
from worldgen.types import Frame

EXACT = 0.006
"""Depths whose middle disagreement is below this share are measured, not predicted."""

ROUNDS = (0.4, 0.2, 0.12)
"""Looks that disagree by more than this, in ln depth, see different things; round by round."""

LEAST_LOOKS = 200
"""So many are needed to say anything."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Alignment:
    """Frames that agree, and how well.

    Attributes:
        frames: as many as came; depths changed, or the very same frames.
        before, after: middle disagreement in ln depth; equal if nothing was changed.
    """

    frames: list[Frame]
    before: float
    after: float


def align(
    frames: Sequence[Frame], progress: Progress = lambda _: None, *, drop_rims: bool = False
) -> Alignment:
    """Make the depths of posed frames agree.

    Args:
        frames: all with depth, in order of time.
        progress: told the share that is done; may raise, to cancel.
        drop_rims: whether depth that is changed becomes unknown (0) at the rims of things.
    """
    fields = np.zeros((len(frames), *GRID))
    usable = [is_known(_depth(frame)) & ~rims(_depth(frame)) for frame in frames]
    looks = looks_of(frames, usable, fields, ROUNDS[0])
    before = looks.disagreement()
    if len(looks) < LEAST_LOOKS or before < EXACT:
        progress(1.0)
        return Alignment(frames=list(frames), before=before, after=before)
    for at, widest in enumerate(ROUNDS):
        fields = fields + solved(looks.within(widest), fields)
        looks = looks_of(frames, usable, fields, ROUNDS[0])
        progress((at + 1) / len(ROUNDS))
    after = looks.disagreement()
    if after >= before:
        return Alignment(frames=list(frames), before=before, after=before)
    changed = [
        _changed(frame, field, kept if drop_rims else is_known(_depth(frame)))
        for frame, field, kept in zip(frames, fields, usable, strict=True)
    ]
    return Alignment(frames=changed, before=before, after=after)


def _changed(frame: Frame, field: NDArray[np.float64], kept: NDArray[np.bool_]) -> Frame:
    depth_m = _depth(frame)
    rows, columns = np.indices(depth_m.shape)
    uv = np.stack([columns + 0.5, rows + 0.5], -1).reshape(-1, 2)
    index, share = at_corners(uv, depth_m.shape)
    factor = np.exp((field.ravel()[index] * share).sum(1)).reshape(depth_m.shape)
    moved = np.where(np.isposinf(depth_m), depth_m, np.where(kept, depth_m * factor, 0))
    return replace(frame, depth_m=moved.astype(np.float32))


def _depth(frame: Frame) -> NDArray[np.float32]:
    assert frame.depth_m is not None, "frames without depth are left out before"
    return frame.depth_m

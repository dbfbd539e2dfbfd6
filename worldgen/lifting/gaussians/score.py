"""How true splats are: pictures kept out of the lifting, and drawn again from the splats.

    frames 0 1 2 … [16 … 23] … 39 | … : the middle eight of every forty are kept out

Eight in a row, because a single frame between two that were used is no test. Eight
of the walk's own: of a long walk, of which every fourth frame is read, two in a row
are kept out, so that what is left out is as much of the way however long it is.

Not here: the drawing (`rasterise`), a model's own marks (`evaluation`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from worldgen.lifting.gaussians.rasterise import picture
from worldgen.lifting.gaussians.splats import Splats
from worldgen.types import Frame

BLOCK, EVERY = 8, 40


@dataclass(frozen=True, kw_only=True)
class Score:
    """PSNR in dB at pictures that the splats were not made from; the mean over frames.

    Attributes:
        classic: for viewers that leave opacity alone when they blur.
        antialiased: for those that make up for the blur.
        frames: how many pictures.
    """

    classic: float
    antialiased: float
    frames: int


def kept_out(frames: int, apart: float = 1.0) -> list[int]:
    """Which frames to keep out: blocks of eight, none where a walk is too short to spare them.

    Args:
        frames: how many were read.
        apart: how many frames of the walk lie from one that was read to the next, about.
    """
    block = max(1, round(BLOCK / apart))
    blocks = round(frames * BLOCK / (EVERY * block)) if frames >= 3 * BLOCK else 0
    starts = [int((at + 0.5) * frames / blocks) - block // 2 for at in range(blocks)]
    return [start + step for start in starts for step in range(block)]


def score(splats: Splats, frames: Iterable[Frame]) -> Score:
    """Draw each frame again, both ways, and compare; where depth is unknown does not count."""
    marks = [
        [psnr_db(picture(splats, frame.camera, antialiased=way), frame) for way in (False, True)]
        for frame in frames
    ]
    if not marks:
        return Score(classic=math.nan, antialiased=math.nan, frames=0)
    classic, antialiased = np.mean(marks, axis=0)
    return Score(classic=float(classic), antialiased=float(antialiased), frames=len(marks))


def psnr_db(drawn: np.ndarray, frame: Frame) -> float:
    """Peak signal to noise of (H, W, 3) uint8 against a frame; at most 99 dB."""
    known = np.ones(frame.camera.shape, bool) if frame.depth_m is None else frame.depth_m > 0
    if not known.any():
        return math.nan
    error = (drawn[known].astype(np.float64) - frame.rgb[known]) / 255
    return min(-10 * math.log10(float(np.mean(error**2)) + 1e-12), 99.0)

"""How true splats are: pictures kept out of the lifting, and drawn again from the splats.

    frames 0 1 2 … [16 … 23] … 39 | … : the middle eight of every forty are kept out

Eight in a row, because a single frame between two that were used is no test. Eight
of the walk's own: of a long walk, of which every fourth frame is read, two in a row
are kept out, so that what is left out is as much of the way however long it is.

Off the path nobody knows the truth, but of what a kept-out frame saw: it is seen from
`ASIDE_M` beside it, and compared where the frame's own surfaces come to lie there.

Not here: the drawing (`rasterise`), a model's own marks (`evaluation`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, project, unproject
from worldgen.geometry.depth import unproject_image
from worldgen.lifting.gaussians.rasterise import picture
from worldgen.lifting.gaussians.splats import Splats
from worldgen.types import Frame

BLOCK, EVERY = 8, 40

ASIDE_M = 0.3
"""How far beside the path it is looked from, metres."""

SAME_DEPTH = 0.03
"""Share of the depth within which a pixel seen from aside is the frame's own surface."""

LEAST_SEEN = 0.1
"""Share of a view from aside of which it must be known what is seen."""


@dataclass(frozen=True, kw_only=True)
class Score:
    """PSNR in dB at pictures that the splats were not made from; the mean over frames.

    Attributes:
        classic: for viewers that leave opacity alone when they blur.
        antialiased: for those that make up for the blur.
        frames: how many pictures.
        aside: the worse of both, of views `ASIDE_M` beside them; NaN where none can be had.
    """

    classic: float
    antialiased: float
    frames: int
    aside: float = math.nan


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


def score(splats: Splats, frames: Sequence[Frame]) -> Score:
    """Draw each frame again, both ways, and compare; where depth is unknown does not count."""
    marks = [
        [psnr_db(picture(splats, frame.camera, antialiased=way), frame) for way in (False, True)]
        for frame in frames
    ]
    if not marks:
        return Score(classic=math.nan, antialiased=math.nan, frames=0)
    classic, antialiased = np.mean(marks, axis=0)
    return Score(
        classic=float(classic),
        antialiased=float(antialiased),
        frames=len(marks),
        aside=_aside(splats, frames),
    )


def _aside(splats: Splats, frames: Sequence[Frame]) -> float:
    """PSNR in dB beside the path, now on the left and now on the right; the worse way to draw."""
    rows = []
    for at, frame in enumerate(frames):
        seen = seen_from_aside(frame, ASIDE_M if at % 2 else -ASIDE_M)
        if seen is not None:
            camera = seen.camera
            ways = [picture(splats, camera, antialiased=way) for way in (False, True)]
            rows.append([psnr_db(drawn, seen) for drawn in ways])
    return float(np.mean(rows, axis=0).min()) if rows else math.nan


def seen_from_aside(frame: Frame, right_m: float) -> Frame | None:
    """What a frame shows, as seen from beside it; None if less than `LEAST_SEEN` of the view.

    Args:
        frame: with depth.
        right_m: how far to its right, metres.

    Returns:
        A frame whose depth is 0 where it is not known what would be seen.
    """
    if frame.depth_m is None:
        return None
    pose = frame.camera.pose_c2w.copy()
    pose[:3, 3] += right_m * pose[:3, 0]
    camera = frame.camera.at(pose)
    depth_m = _moved(frame.depth_m, frame.camera, camera)
    back = unproject_image(depth_m, camera)
    uv, z = project(np.nan_to_num(back).reshape(-1, 3), frame.camera)
    height, width = frame.camera.shape
    u, v = (uv.reshape(height, width, 2) - 0.5).transpose(2, 0, 1)
    known = (depth_m > 0) & (u >= 0) & (v >= 0) & (u <= width - 1) & (v <= height - 1)
    column, row = (np.where(known, at, 0.0) for at in (u, v))
    there_m = frame.depth_m[np.rint(row).astype(int), np.rint(column).astype(int)]
    known &= np.abs(z.reshape(height, width) - there_m) < SAME_DEPTH * there_m
    if known.mean() < LEAST_SEEN:
        return None
    rgb = np.rint(_between(frame.rgb.astype(np.float64), row, column)).astype(np.uint8)
    return replace(frame, rgb=rgb, depth_m=np.where(known, depth_m, np.float32(0)), camera=camera)


def _moved(depth_m: NDArray[np.float32], source: Camera, target: Camera) -> NDArray[np.float32]:
    """(H, W) metres: known depth as another camera sees it, the nearest in each pixel; else 0."""
    nearest = np.full(target.shape, np.inf, np.float32)
    points = unproject(np.where(np.isfinite(depth_m), depth_m, 0.0), source)
    uv, z = project(points, target)
    height, width = target.shape
    ahead = z > 0
    column, row = np.floor(uv[ahead]).astype(int).T
    inside = (column >= 0) & (row >= 0) & (column < width) & (row < height)
    spots = (row[inside], column[inside])
    np.minimum.at(nearest, spots, z[ahead][inside].astype(np.float32))
    return np.where(np.isfinite(nearest), nearest, np.float32(0))


def _between(
    rgb: NDArray[np.float64], row: NDArray[np.float64], column: NDArray[np.float64]
) -> NDArray[np.float64]:
    """(H, W, 3): a picture at places between its pixels, bilinear."""
    top, left = np.floor(row).astype(int), np.floor(column).astype(int)
    low, right = np.minimum(top + 1, rgb.shape[0] - 1), np.minimum(left + 1, rgb.shape[1] - 1)
    down, along = (row - top)[..., None], (column - left)[..., None]
    upper = rgb[top, left] * (1 - along) + rgb[top, right] * along
    lower = rgb[low, left] * (1 - along) + rgb[low, right] * along
    mixed: NDArray[np.float64] = upper * (1 - down) + lower * down
    return mixed


def psnr_db(drawn: np.ndarray, frame: Frame) -> float:
    """Peak signal to noise of (H, W, 3) uint8 against a frame; at most 99 dB."""
    known = np.ones(frame.camera.shape, bool) if frame.depth_m is None else frame.depth_m > 0
    if not known.any():
        return math.nan
    error = (drawn[known].astype(np.float64) - frame.rgb[known]) / 255
    return min(-10 * math.log10(float(np.mean(error**2)) + 1e-12), 99.0)

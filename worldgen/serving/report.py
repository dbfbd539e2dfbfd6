"""What a person should know of an export before downloading it, and where to stand in it.

Not here: making the files (`save`), the score itself (`lifting.gaussians.score`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from worldgen.export.cameras import file_pose, gl_pose
from worldgen.export.effort import is_splats
from worldgen.export.scene import lifted, origin_of
from worldgen.geometry import Camera
from worldgen.recording import read_walk
from worldgen.sessions.protocol import Report
from worldgen.types import Frame

DIRECTIONS, STEEPEST_RAD = 2000, math.radians(35)
"""Where one looks for what was seen: all round, and so far up and down."""


def report_on(walk: Path, names: Sequence[str]) -> Report:
    """What is known of the shapes that were made of a walk.

    Args:
        walk: its folder, or that folder zipped.
        names: of the files; with splats among them there is a score.

    Raises:
        ExportError: the walk has no depth.
        DamagedWalkError: it cannot be read.
    """
    score = lifted(walk, _quietly).score if any(map(is_splats, names)) else None
    origin = origin_of(walk, _quietly)
    with read_walk(walk) as opened:
        first, count = opened.frame(0), len(opened)
        lens = opened.header.lens()
        poses = [line.pose_c2w for line in opened.lines]
    return Report(
        frames=count,
        kept_out=score.frames if score else 0,
        score_db=_rounded(min(score.classic, score.antialiased)) if score else None,
        aside_db=_rounded(score.aside) if score else None,
        seen=round(seen_share(lens, poses), 3),
        pose=tuple(gl_pose(file_pose(first.camera.pose_c2w, origin)).ravel().tolist()),
        colours=colours_of(first),
    )


def seen_share(lens: Camera, poses_c2w: Sequence[NDArray[np.float64]]) -> float:
    """Share of the directions round about, 35° up and down, that some camera looked in."""
    golden = math.pi * (3 - math.sqrt(5))
    at = np.arange(DIRECTIONS)
    up = math.sin(STEEPEST_RAD) * (2 * (at + 0.5) / DIRECTIONS - 1)
    level = np.sqrt(1 - up**2)
    rays = np.stack([level * np.cos(golden * at), -up, level * np.sin(golden * at)], axis=-1)
    seen = np.zeros(DIRECTIONS, bool)
    for pose in poses_c2w:
        x, y, z = (rays @ pose[:3, :3]).T  # the rotation's transpose brings the world to the camera
        ahead = z > 1e-6
        depth = np.where(ahead, z, 1.0)
        u, v = lens.fx * x / depth + lens.cx, lens.fy * y / depth + lens.cy
        seen |= ahead & (u >= 0) & (u <= lens.width_px) & (v >= 0) & (v <= lens.height_px)
    return float(seen.mean())


def colours_of(frame: Frame) -> tuple[str, str, str]:
    """The sky's colour above and below, and the ground's, of a view, for what no camera saw."""
    rows, tenth = frame.rgb, max(frame.rgb.shape[0] // 10, 1)
    sky = np.zeros(rows.shape[:2], bool) if frame.depth_m is None else np.isinf(frame.depth_m)
    high = rows[:tenth][sky[:tenth]] if sky[:tenth].any() else rows[:tenth].reshape(-1, 3)
    low = rows[2 * tenth :][sky[2 * tenth :]] if sky[2 * tenth :].any() else high
    parts = (high, low, rows[-tenth:].reshape(-1, 3))
    above, below, ground = (_css(np.median(part, axis=0)) for part in parts)
    return above, below, ground


def _rounded(score_db: float) -> float | None:
    return None if math.isnan(score_db) else round(score_db, 1)


def _css(rgb: NDArray[np.float64]) -> str:
    red, green, blue = (round(float(value)) for value in rgb)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _quietly(_: float) -> None:
    pass

"""Where a picture was really taken from: the commanded pose, put right by what both show.

    corners of s ──▶ lifted by its depth ──▶ foretold in t by the commanded pose
                 ──▶ tracked from there (LK, there and back) ──▶ PnP with RANSAC

Because the search starts where the corners should be, frames 32 apart can be
joined as well as neighbours. A correction of more than 3 degrees or 10 cm is not
believed: a model's repainting has then misled the tracker, or there is another
fault than pose, which other figures show.

Not here: the pose found without a command (`following.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.evaluation.flow import opencv, visible
from worldgen.evaluation.following import (
    FARTHEST_M,
    LEAST_POINTS,
    ROUND_TRIP_PX,
    solve_pose,
)
from worldgen.evaluation.pictures import luma
from worldgen.geometry import compose, invert, project, rotation_angle_rad
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

MOST_DEG, MOST_M = 3.0, 0.10
WINDOW_PX = (15, 15)


@dataclass(frozen=True, kw_only=True, eq=False)
class Refined:
    """A pose put right.

    Attributes:
        pose_c2w: (4, 4) of the later camera, world axes.
        turn_deg, shift_m: how far it is from the commanded one.
    """

    pose_c2w: NDArray[np.float64]
    turn_deg: float
    shift_m: float

    @property
    def believed(self) -> bool:
        """Small enough to be an error of pose."""
        return self.turn_deg <= MOST_DEG and self.shift_m <= MOST_M


def refine(s: Frame, t: Frame) -> Refined | None:
    """Put `t`'s pose right relative to `s`, an earlier frame; None if too little can be tracked."""
    assert s.depth_m is not None, "a pose is found by depth"
    kept = visible(s) & (s.depth_m > 0) & (s.depth_m < FARTHEST_M)
    grey = [luma(frame.rgb).round().astype(np.uint8) for frame in (s, t)]
    corners = opencv().goodFeaturesToTrack(grey[0], 300, 0.005, 4, mask=kept.astype(np.uint8))
    if corners is None:
        return None
    column, row = np.round(corners[:, 0]).astype(int).T
    points = (pixel_rays(s.camera)[row, column] * s.depth_m[row, column, None]).astype(np.float64)
    foretold, ahead = project(points @ s.camera.rotation.T + s.camera.position, t.camera)
    inside = (ahead > 0) & (foretold > 0).all(-1) & (foretold < s.camera.shape[::-1]).all(-1)
    if inside.sum() < LEAST_POINTS:
        return None
    corners, points = corners[inside], points[inside]
    there, sure = _tracked(grey, corners, (foretold[inside] - 0.5).astype(np.float32)[:, None])
    if sure.sum() < LEAST_POINTS:
        return None
    step = solve_pose(points[sure], there[sure, 0].astype(np.float64), s)
    if step is None:
        return None
    found = compose(s.camera.pose_c2w, step)
    error = compose(invert(t.camera.pose_c2w), found)
    return Refined(
        pose_c2w=found,
        turn_deg=float(np.rad2deg(rotation_angle_rad(np.eye(4), error))),
        shift_m=float(np.linalg.norm(error[:3, 3])),
    )


def _tracked(
    grey: list[NDArray[np.uint8]], corners: NDArray[np.float32], guess: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Where corners (N, 1, 2) lie in the second picture, and which of them find home again."""
    cv2 = opencv()
    search = {"winSize": WINDOW_PX, "maxLevel": 2, "flags": cv2.OPTFLOW_USE_INITIAL_FLOW}
    there, found, _ = cv2.calcOpticalFlowPyrLK(*grey, corners, guess.copy(), **search)
    back, again, _ = cv2.calcOpticalFlowPyrLK(*grey[::-1], there, corners.copy(), **search)
    off = np.linalg.norm(back - corners, axis=-1).ravel()
    return there, (found.ravel() == 1) & (again.ravel() == 1) & (off < ROUND_TRIP_PX)

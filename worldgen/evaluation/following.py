"""The camera found again from the pictures, for each key: did it go where it was sent?

    features of a frame (Shi-Tomasi) ──▶ tracked from frame to frame (LK, there and back)
    lifted by the first frame's own depth ──▶ PnP with RANSAC ──▶ the last camera

The pose found is relative to the first frame, and is compared with the
commanded one: the error of rotation in degrees and of translation in metres, and
what was found as a share of what was sent, along the sent direction.

Not here: flow alone (`motion.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.flow import opencv, visible
from worldgen.evaluation.pictures import luma
from worldgen.geometry import compose, invert, rotation_angle_rad
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Action, Frame

KEYS: dict[str, Action] = {
    "W": Action(forward=1.0),
    "S": Action(forward=-1.0),
    "A": Action(strafe=-1.0),
    "D": Action(strafe=1.0),
    "LEFT": Action(yaw=-0.05),
    "RIGHT": Action(yaw=0.05),
    "UP": Action(pitch=0.05),
    "DOWN": Action(pitch=-0.05),
}
GAP = 4
"""Steps from the first frame to the last, so that there is something to measure."""
LEAST_POINTS = 16
FARTHEST_M = 60.0
ROUND_TRIP_PX = 0.7


@dataclass(frozen=True, kw_only=True)
class Found:
    """How a pose that was found compares with the one that was sent.

    Attributes:
        turn_deg, shift_m: length of the error.
        turn_share, shift_share: found along sent, as a share of sent; NaN if nothing was sent.
    """

    turn_deg: float
    shift_m: float
    turn_share: float
    shift_share: float


def compare(frames: Sequence[Frame]) -> Found | None:
    """Find the last camera again and compare; None if there is too little to go by."""
    step = estimate(frames)
    if step is None:
        return None
    sent = compose(invert(frames[0].camera.pose_c2w), frames[-1].camera.pose_c2w)
    turn_found, turn_sent = _turn(step), _turn(sent)
    return Found(
        turn_deg=float(np.rad2deg(rotation_angle_rad(step, sent))),
        shift_m=float(np.linalg.norm(step[:3, 3] - sent[:3, 3])),
        turn_share=_share(turn_found, turn_sent, least=0.01),
        shift_share=_share(step[:3, 3], sent[:3, 3], least=0.05),
    )


def estimate(frames: Sequence[Frame]) -> NDArray[np.float64] | None:
    """The last camera's pose in the first one's axes, (4, 4), from pictures and the first depth."""
    first = frames[0]
    assert first.depth_m is not None, "a pose is found by depth"
    kept = visible(first) & (first.depth_m > 0) & (first.depth_m < FARTHEST_M)
    grey = [luma(frame.rgb).round().astype(np.uint8) for frame in frames]
    corners = opencv().goodFeaturesToTrack(grey[0], 400, 0.005, 4, mask=kept.astype(np.uint8))
    if corners is None:
        return None
    there = _tracked(grey, corners)
    back = _tracked(grey[::-1], there)
    sure = np.linalg.norm(back - corners, axis=-1).ravel() < ROUND_TRIP_PX
    if sure.sum() < LEAST_POINTS:
        return None
    spots, later = corners[sure, 0], there[sure, 0]
    column, row = np.round(spots).astype(int).T
    points = pixel_rays(first.camera)[row, column] * first.depth_m[row, column, None]
    return solve_pose(points.astype(np.float64), later.astype(np.float64), first)


def solve_pose(
    points: NDArray[np.float64], spots: NDArray[np.float64], first: Frame
) -> NDArray[np.float64] | None:
    """The pose, (4, 4), that sees points at spots; None if too few of them agree (RANSAC, EPnP).

    Args:
        points: (N, 3) metres, the first camera's axes.
        spots: (N, 2) pixel indices, column and row.
        first: whose lens saw them.
    """
    cv2, camera = opencv(), first.camera
    lens = np.array([[camera.fx, 0, camera.cx - 0.5], [0, camera.fy, camera.cy - 0.5], [0, 0, 1.0]])
    cv2.setRNGSeed(0)
    settings = {"iterationsCount": 300, "reprojectionError": 1.0, "flags": cv2.SOLVEPNP_EPNP}
    good, turn, shift, used = cv2.solvePnPRansac(points, spots, lens, None, **settings)
    if not good or used is None or len(used) < LEAST_POINTS:
        return None
    used = used.ravel()
    turn, shift = cv2.solvePnPRefineLM(points[used], spots[used], lens, None, turn, shift)
    world_to_camera = np.eye(4)
    world_to_camera[:3, :3] = cv2.Rodrigues(turn)[0]
    world_to_camera[:3, 3] = shift.ravel()
    return invert(world_to_camera)


def measure(walks: Mapping[str, Sequence[Sequence[Frame]]]) -> Section:
    """Judge walks that each held one key.

    Args:
        walks: for each key of `KEYS`, walks of `GAP` + 1 frames or more.
    """
    figures = []
    for key, frames in walks.items():
        found = [
            pair
            for walk in frames
            for start in range(len(walk) - GAP)
            if (pair := compare(walk[start : start + GAP + 1])) is not None
        ]
        figures += _figures(key, found)
    return Section(
        title="Action following",
        about=f"The camera found again from drawn frames {GAP} apart, one key held.",
        figures=figures,
    )


def _figures(key: str, found: list[Found]) -> list[Figure]:
    if not found:
        return [Figure(name=f"{key} pose", value=None, note="nothing to track")]
    turning = KEYS[key].yaw != 0 or KEYS[key].pitch != 0
    shares = [pair.turn_share if turning else pair.shift_share for pair in found]
    known = [share for share in shares if np.isfinite(share)]
    return [
        Figure(
            name=f"{key} {'turned' if turning else 'went'}, share of what was sent",
            value=float(np.median(known)) if known else None,
            note=f"{len(known)} pairs",
        ),
        Figure(
            name=f"{key} off the commanded share",
            value=abs(float(np.median(known)) - 1) if known else None,
            target=0.03 if turning else 0.10,
            at_most=True,
        ),
        Figure(
            name=f"{key} rotation error",
            value=float(np.median([pair.turn_deg for pair in found])),
            unit="deg",
        ),
        Figure(
            name=f"{key} translation error",
            value=float(np.median([pair.shift_m for pair in found])),
            unit="m",
        ),
    ]


def _tracked(grey: Sequence[NDArray[np.uint8]], spots: NDArray[np.float32]) -> NDArray[np.float32]:
    """Where spots (N, 1, 2) of the first grey picture lie in the last; lost ones are NaN."""
    lost = np.zeros(len(spots), bool)
    for first, second in pairwise(grey):
        spots, status, _ = opencv().calcOpticalFlowPyrLK(
            first, second, spots, None, winSize=(15, 15), maxLevel=3
        )
        lost |= status.ravel() == 0
    moved: NDArray[np.float32] = np.where(lost[:, None, None], np.float32(np.nan), spots)
    return moved


def _turn(pose: NDArray[np.float64]) -> NDArray[np.float64]:
    """A rotation as its axis times its angle, radians."""
    vector: NDArray[np.float64] = opencv().Rodrigues(pose[:3, :3].copy())[0].ravel()
    return vector


def _share(found: NDArray[np.float64], sent: NDArray[np.float64], least: float) -> float:
    length = float(np.linalg.norm(sent))
    return float(found @ sent) / length**2 if length > least else float("nan")

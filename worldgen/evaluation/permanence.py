"""Things keep existing when nobody looks: balls seen once, out of view, and there again?

    first    a true first picture with up to three balls in it (`props.py`)
    away     once round on the spot, so that each ball is unseen for 15 frames or more
    back     at the same pose, each ball is looked for in a window about its place

A pixel of the window is the ball's if its colour is nearer to the ball's than to
what lies behind it, and its depth too (both known from true pictures with and
without the ball). A violation is a ball of which less than `LEAST_LEFT` of its
area is found (or more than `MOST_LEFT`: then the ground looks like it), or whose
centroid, lifted at the median of its depth, lies farther from where it was than
max(0.15 m, 0.3 radii).

Not here: matter of no name (`conservation.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk, curious_walk, true_frame
from worldgen.evaluation.props import Ball, seen_with, shown_of
from worldgen.evaluation.rates import wilson_upper
from worldgen.evaluation.rollout import Rollout
from worldgen.geometry import pose, unproject_image, yaw_pitch_of
from worldgen.models.base import ModelSpec
from worldgen.types import Action, Frame

TURN = 72
LEAST_LEFT, MOST_LEFT = 0.3, 2.0
SHIFT_M, SHIFT_RADII = 0.15, 0.3


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What became of a ball.

    Attributes:
        left: area found, as a share of what there was.
        shift_m: how far its centroid went; NaN if it is missing.
        allowed_m: how far it might.
    """

    left: float
    shift_m: float
    allowed_m: float

    @property
    def missing(self) -> bool:
        """Too little of it is left, or so much is like it that it cannot be told apart."""
        return not LEAST_LEFT <= self.left <= MOST_LEFT

    @property
    def violates(self) -> bool:
        """Missing, or not where it was."""
        return self.missing or self.shift_m > self.allowed_m


def round_walk(seed: int, spec: ModelSpec, frames: int = TURN) -> HeldOutWalk:
    """Once round on the spot from where `curious_walk` begins."""
    walk = curious_walk(seed, 1, spec)
    first = walk.cameras[0]
    yaw, pitch = yaw_pitch_of(first.pose_c2w)
    turns = [yaw + math.tau * at / frames for at in range(1, frames)]
    cameras = [first, *[first.at(pose(first.position, turn, pitch)) for turn in turns], first]
    actions = [Action(), *[Action(yaw=math.tau / frames)] * frames]
    return replace(walk, cameras=cameras, actions=actions)


def fates(rollout: Rollout, first: Frame, walk: HeldOutWalk, balls: Sequence[Ball]) -> list[Fate]:
    """Lead a model round and look for the balls.

    Args:
        rollout: started on `first`.
        first: the true first picture with the balls.
        walk: its last camera is its first.
        balls: that are in it.
    """
    for action, camera in zip(walk.actions[1:], walk.cameras[1:], strict=True):
        rollout = rollout.step(action, camera)
    bare = true_frame(walk.scene, first.camera, 0)
    return [fate(rollout.frame, bare, seen_with(walk.scene, [ball], first.camera, 0), ball)
            for ball in balls]  # fmt: skip


def fate(now: Frame, bare: Frame, full: Frame, ball: Ball) -> Fate:
    """Look for one ball in a drawn frame, given the truth without it and with it alone."""
    allowed_m = max(SHIFT_M, SHIFT_RADII * ball.radius_m)
    was = shown_of(bare, full)
    found = _found(now, bare, full, was)
    left = float(found.sum() / max(was.sum(), 1))
    if not found.any():
        return Fate(left=left, shift_m=math.nan, allowed_m=allowed_m)
    moved = _centroid(now, found) - _centroid(full, was)
    return Fate(left=left, shift_m=float(np.linalg.norm(moved)), allowed_m=allowed_m)


def measure(all_fates: Sequence[Fate]) -> Section:
    """Fates as figures; the rate of violations with its 95 % upper bound (Wilson)."""
    bad, count = sum(one.violates for one in all_fates), len(all_fates)
    shifts = [one.shift_m for one in all_fates if not one.missing]
    return Section(
        title="Permanence",
        about="Balls in the true first picture, out of view for most of a turn, looked for again.",
        figures=[
            Figure(
                name="balls missing or displaced",
                value=bad / count if count else None,
                note=f"{bad} of {count}, at most {wilson_upper(bad, count):.0%} (95 %)",
            ),
            Figure(
                name="balls missing",
                value=sum(one.missing for one in all_fates) / count if count else None,
            ),
            Figure(
                name="how far those that are left went",
                value=float(np.median(shifts)) if shifts else None,
                unit="m",
            ),
            Figure(
                name="area left, share",
                value=float(np.median([one.left for one in all_fates])) if count else None,
            ),
        ],
    )


def _found(now: Frame, bare: Frame, full: Frame, was: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(H, W): pixels about the ball's place that look like it and lie as near as it."""
    assert bare.depth_m is not None and full.depth_m is not None, "true frames have depth"
    rows, columns = np.nonzero(was)
    grow = max(np.ptp(rows), np.ptp(columns)) // 2 + 2
    window = np.zeros_like(was)
    window[max(rows.min() - grow, 0) : rows.max() + grow + 1,
           max(columns.min() - grow, 0) : columns.max() + grow + 1] = True  # fmt: skip
    look = np.median(full.rgb[was], axis=0)
    like = np.linalg.norm(now.rgb - look, axis=-1)
    unlike = np.linalg.norm(now.rgb - bare.rgb.astype(float), axis=-1)
    found: NDArray[np.bool_] = window & (like < unlike)
    if now.depth_m is not None:
        z = float(np.median(full.depth_m[was]))
        drawn, behind = (np.log(np.clip(d, 0.1, 60.0)) for d in (now.depth_m, bare.depth_m))
        found &= np.abs(drawn - np.log(z)) <= np.maximum(np.abs(drawn - behind), 0.05)
    return found


def _centroid(frame: Frame, mask: NDArray[np.bool_]) -> NDArray[np.float64]:
    """(3,) metres, world: the middle of some pixels, lifted at the median of their depth."""
    assert frame.depth_m is not None, "a place is found by depth"
    flat = np.full(frame.camera.shape, np.median(frame.depth_m[mask]), np.float32)
    points = unproject_image(flat, frame.camera)[mask]
    middle: NDArray[np.float64] = points.mean(0)
    return middle

"""Does matter stay? Surfaces that appear where an earlier frame saw through, or that vanish.

    created    a surface of t stands where s, earlier, saw farther through empty space
    vanished   a surface of s would hang in space that t sees through
    no evidence: hidden behind something, out of view, sky, beyond 60 m, moving by itself

Frames t are held against R(t): those 2, 8 and 32 before, and the older frame that
shows most of the same view, if that is more than 40 %. Depths z and D count as
one surface if |z - D| <= tau, where

    tau = max(0.06 m, 3 % of the larger) + range of D over 3 x 3 pixels,

so that edges are forgiven; single pixels are opened away (3 x 3). The share of a
direction is its violating pixels over those and the consistent ones (at least
50); the score of t is the largest over R(t) and both directions, judged where a
fifth of the picture or more is in both views. Poses are put right first
(`refined.py`). Cells are every other pixel of the picture.

Thresholds are frozen; `calibration.py` says how they were found and measures
again what they mean. The definition is after the notes in docs/evaluation.md.

Not here: things with names (`permanence.py`), the camera itself (`penetration.py`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.evaluation.flow import opencv
from worldgen.evaluation.refined import Refined, refine
from worldgen.geometry import Camera, project
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

TAU_M, TAU_SHARE = 0.06, 0.03
FARTHEST_M = 60.0
CELL = 2
LEAST_CELLS = 50
COVISIBLE = 0.2
THETA = 0.03
"""A frame is flagged above this score: frame FPR <= 1 % on true renders through the copy."""
AGES = (2, 8, 32)
EVERY = 2
"""Every second frame is judged."""
KEPT_EVERY, MOST_KEPT, REVISIT_AGE, REVISIT_OVERLAP = 16, 96, 64, 0.4


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was found of one frame.

    Attributes:
        index: its number.
        score: largest share of violations, NaN if nothing could be judged.
        turn_deg, shift_m: how far its pose was put right against the frame 8 before, a frame
            between them; NaN if it could not be found.
    """

    index: int
    score: float
    turn_deg: float = float("nan")
    shift_m: float = float("nan")

    def flagged(self, theta: float = THETA) -> bool | None:
        """Whether matter was violated; None if the frame was not judged."""
        return None if np.isnan(self.score) else self.score > theta


def judge(t: Frame, others: Sequence[Frame]) -> Verdict:
    """Hold a frame against earlier ones, the worst counts."""
    scores, turn_deg, shift_m = [], float("nan"), float("nan")
    for s in others:
        found = refine(s, t)
        camera = _put_right(t.camera, found)
        both = [_share(t, camera, s, s.camera), _share(s, s.camera, t, camera)]
        scores += [score for score, covisible in both if covisible >= COVISIBLE]
        apart = t.index - s.index
        if found is not None and apart == AGES[1]:
            turn_deg, shift_m = found.turn_deg / apart, found.shift_m / apart
    score = max(scores, default=float("nan"))
    return Verdict(index=t.index, score=score, turn_deg=turn_deg, shift_m=shift_m)


class Watch:
    """Judges a walk as it comes; keeps the frames it must, never all."""

    def __init__(self) -> None:
        self._recent: deque[Frame] = deque(maxlen=AGES[-1] + 1)
        self._old: list[Frame] = []
        self._since = 0
        self.verdicts: list[Verdict] = []

    def see(self, frame: Frame) -> None:
        """One more frame, in order."""
        past = {other.index: other for other in self._recent}
        if self._since % EVERY == 0 and past:
            others = [past[frame.index - age] for age in AGES if frame.index - age in past]
            self.verdicts.append(judge(frame, [*others, *self._revisited(frame)]))
        if self._since % KEPT_EVERY == 0:
            self._old.append(frame)
            if len(self._old) > MOST_KEPT:
                del self._old[1::2]
        self._recent.append(frame)
        self._since += 1

    def _revisited(self, frame: Frame) -> list[Frame]:
        """The old frame that shows most of the same view, if one shows enough."""
        old = [other for other in self._old if frame.index - other.index >= REVISIT_AGE]
        shares = [overlap_share(frame, other.camera) for other in old]
        if not shares or max(shares) < REVISIT_OVERLAP:
            return []
        return [old[int(np.argmax(shares))]]


def overlap_share(frame: Frame, other: Camera, step: int = 16) -> float:
    """Share of a frame's pixels, every `step`-th, that lie in another camera's picture."""
    spots, ahead = project(_points(frame, frame.camera, step)[0].reshape(-1, 3), other)
    inside = (ahead > 0) & (spots > 0).all(-1) & (spots < other.shape[::-1]).all(-1)
    return float(inside.mean())


def violations(
    t: Frame, at: Camera, s: Frame, seen_from: Camera
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Cells of `t` that stand where `s` saw through, and those that both agree on.

    Args:
        t, s: two frames with depth. at, seen_from: where they were taken.

    Returns:
        Two masks, (H / 2, W / 2) bool.
    """
    assert s.depth_m is not None, "matter is judged by depth"
    points, known = _points(t, at, CELL)
    spots, z = project(points.reshape(-1, 3), seen_from)
    spots, z = spots.reshape(*known.shape, 2), z.reshape(known.shape)
    height, width = s.camera.shape
    inside = known & (z > 0) & (spots >= 0).all(-1) & (spots < (width, height)).all(-1)
    column = np.where(inside, spots[..., 0], 0).astype(int)
    row = np.where(inside, spots[..., 1], 0).astype(int)
    there = np.clip(s.depth_m, 0.0, 2 * FARTHEST_M)
    cv2, square = opencv(), np.ones((3, 3), np.uint8)
    spread = (cv2.dilate(there, square) - cv2.erode(there, square))[row, column]
    depth = there[row, column]
    inside &= _judgeable(s)[row, column]
    tau = np.maximum(TAU_M, TAU_SHARE * np.maximum(z, depth)) + spread
    consistent = inside & (np.abs(z - depth) <= tau)
    through = (inside & (z < depth - tau)).astype(np.uint8)
    opened: NDArray[np.bool_] = cv2.morphologyEx(through, cv2.MORPH_OPEN, square) > 0
    return opened, consistent


def _share(t: Frame, at: Camera, s: Frame, seen_from: Camera) -> tuple[float, float]:
    """One direction's share of violations, and what share of the picture is in both views."""
    bad, good = violations(t, at, s, seen_from)
    seen = int(bad.sum() + good.sum())
    return float(bad.sum() / max(seen, LEAST_CELLS)), seen / bad.size


def _points(frame: Frame, at: Camera, step: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Every `step`-th pixel lifted, (h, w, 3) metres, world; and which of them can be judged."""
    assert frame.depth_m is not None, "matter is judged by depth"
    depth = np.clip(frame.depth_m[::step, ::step], 0.0, FARTHEST_M)[..., None]
    rays = pixel_rays(frame.camera)[::step, ::step]
    points: NDArray[np.float64] = (rays * depth) @ at.rotation.T + at.position
    return points, _judgeable(frame)[::step, ::step]


def _judgeable(frame: Frame) -> NDArray[np.bool_]:
    assert frame.depth_m is not None, "matter is judged by depth"
    kept: NDArray[np.bool_] = (frame.depth_m > 0) & (frame.depth_m < FARTHEST_M)
    for hidden in (frame.moving, frame.sky):
        if hidden is not None:
            kept = kept & ~hidden
    return kept


def _put_right(camera: Camera, found: Refined | None) -> Camera:
    return camera.at(found.pose_c2w) if found is not None and found.believed else camera

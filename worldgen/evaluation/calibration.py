"""What the thresholds of `conservation.py` mean: how often the truth is flagged, what is missed.

    null    true renders of curious walks, through the autoencoder's copy where the model
            has one: every flag is false. The share of judged frames above theta is the
            false-positive rate (FPR)
    power   a true ball (`props.py`) is deleted, spawned or shrunk between two frames of
            such a walk, both through the copy: a flag is right (TPR), by the share of
            the picture that came or went

Held-out seeds from `CALIBRATION_SEED` on, which no suite measures a model on.

Not here: the model's own walks (`physics.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from worldgen.evaluation.bench import Say
from worldgen.evaluation.conservation import THETA, Watch, judge
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk, curious_walk, true_frame
from worldgen.evaluation.props import Ball, placed, seen_with, shown_of
from worldgen.models.base import ModelSpec, Picture
from worldgen.types import Frame

CALIBRATION_SEED = 1_050_000
THETAS = (0.02, 0.03, 0.05, 0.08, 0.12)
MOST_FPR, LEAST_TPR = 0.01, 0.9
SHRUNK = 0.7
BINS = ((0.01, 0.03), (0.03, 0.08), (0.08, 1.0))
POWER_GAP = 2
RADII_M = (0.45, 0.7, 1.1)

Copy = Callable[[Frame], Picture]


@dataclass(kw_only=True)
class Curve:
    """What was found on the truth.

    Attributes:
        null: scores of frames in which nothing happened.
        power: by kind of injury and share of the picture, scores of frames in which it did.
    """

    null: list[float] = field(default_factory=list)
    power: dict[tuple[str, tuple[float, float]], list[float]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def fpr(self, theta: float) -> float:
        """Share of undisturbed frames that are flagged; NaN if there are none."""
        return float(np.mean(np.array(self.null) > theta)) if self.null else float("nan")

    def tpr(self, theta: float, least: float = 0.03) -> float:
        """Share of injuries to at least that share of the picture that are flagged."""
        rows = [score for (_, size), scores in self.power.items() if size[0] >= least
                for score in scores]  # fmt: skip
        return float(np.mean(np.array(rows) > theta)) if rows else float("nan")


def as_drawn(frame: Frame, copy: Copy | None) -> Frame:
    """A true frame as the model's decoder would show it; as it is, without one."""
    if copy is None:
        return frame
    seen = copy(frame)
    return replace(frame, rgb=seen.rgb, depth_m=seen.depth_m, sky=seen.sky, moving=seen.moving)


def calibrate(spec: ModelSpec, copy: Copy | None, scenes: int, frames: int, say: Say) -> Curve:
    """Measure the null and the power.

    Args:
        spec: whose camera to see with.
        copy: a frame through the model's autoencoder; None if it has none.
        scenes: walks for each.
        frames: of a walk for the null.
        say: told what is being done.
    """
    curve = Curve()
    for seed in range(CALIBRATION_SEED, CALIBRATION_SEED + scenes):
        say(f"calibrating on scene {seed}")
        walk = curious_walk(seed, frames, spec)
        watch = Watch()
        for index in range(frames):
            watch.see(as_drawn(walk.truth(index), copy))
        curve.null += [row.score for row in watch.verdicts if row.score == row.score]
        for kind, share, score in _injuries(walk, copy):
            for size in BINS:
                if size[0] <= share < size[1]:
                    curve.power[kind, size].append(score)
    return curve


def measure(curve: Curve) -> Section:
    """The curve as figures."""
    figures = [
        Figure(
            name=f"frame FPR at theta {theta}{', in use' if theta == THETA else ''}",
            value=curve.fpr(theta),
            target=MOST_FPR if theta == THETA else None,
            at_most=True,
            note=f"{len(curve.null)} frames",
        )
        for theta in sorted({*THETAS, THETA})
    ]
    figures.append(
        Figure(
            name="TPR of injuries to 3 % of the picture or more",
            value=curve.tpr(THETA),
            target=LEAST_TPR,
        )
    )
    for (kind, (low, high)), scores in sorted(curve.power.items()):
        name = f"TPR, {kind}, {low:.0%} to {high:.0%} of the picture"
        share = float(np.mean(np.array(scores) > THETA))
        figures.append(Figure(name=name, value=share, note=f"{len(scores)} injuries"))
    return Section(
        title="Calibration of mass",
        about="True renders, through the autoencoder's copy if there is one: what is flagged "
        "though nothing happened, and what is flagged when something did.",
        figures=figures,
    )


def _injuries(walk: HeldOutWalk, copy: Copy | None) -> Iterator[tuple[str, float, float]]:
    """(kind, share of the picture that came or went, score) of injuries to a walk's beginning."""
    then, now = walk.cameras[0], walk.cameras[POWER_GAP]
    for ball in _balls(walk):
        bare = [true_frame(walk.scene, then, 0), true_frame(walk.scene, now, POWER_GAP)]
        full = [seen_with(walk.scene, [ball], camera, POWER_GAP * at)
                for at, camera in enumerate((then, now))]  # fmt: skip
        small = _shrunk(ball)
        kinds = {
            "deleted": (full[0], bare[1]),
            "spawned": (bare[0], full[1]),
            "shrunk": (full[0], seen_with(walk.scene, [small], now, POWER_GAP)),
        }
        whole = float(shown_of(bare[0], full[0]).mean())
        for kind, pair in kinds.items():
            first, second = (as_drawn(frame, copy) for frame in pair)
            share = whole * (1 - SHRUNK**2) if kind == "shrunk" else whole
            yield kind, share, judge(second, [first]).score


def _balls(walk: HeldOutWalk) -> list[Ball]:
    return [
        ball for radius_m in RADII_M
        for ball in placed(walk.scene, walk.cameras[0], count=2, radius_m=radius_m)
    ]  # fmt: skip


def _shrunk(ball: Ball) -> Ball:
    """Smaller by `SHRUNK` on each side, and still on the ground."""
    sunk = ball.radius_m * (1 - SHRUNK)
    return Ball(
        centre=ball.centre + np.array([0.0, sunk, 0.0]),
        radius_m=ball.radius_m * SHRUNK,
        colour=ball.colour,
    )

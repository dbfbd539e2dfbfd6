"""Standing still for a minute: what is static stays, what moves keeps moving.

    static   PSNR of later frames to the first drawn one, where neither the truth nor the
             model says that something moves by itself; what share that is stands beside it
    moving   mean change of luma over `GAP` frames where the truth moves in both, as a share
             of how much the true pictures change there: 0 is frozen, 1 as lively as true

Movement is looked at over the last frames, in scenes with water in view and
in fair weather (`wet_seeds`).

Not here: a few idle steps (`motion.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from worldgen.data.scene import sample_spec
from worldgen.evaluation.bench import Say
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk, curious_walk
from worldgen.evaluation.pictures import luma, psnr_db
from worldgen.evaluation.revisit import SAY_EVERY, still
from worldgen.evaluation.rollout import Rollout
from worldgen.models.base import ModelSpec
from worldgen.types import Action, Frame

CHECKS, GAP, LIVELY = 6, 5, 10
STILL_DB, LIVELY_SHARE = 32.0, 0.2
WET_SHARE = 0.05


@dataclass(frozen=True, kw_only=True)
class Stand:
    """One minute in one place.

    Attributes:
        last_db, worst_db: PSNR of what is static to the first frame, at the end and at worst.
        judged: share of pixels that counted as static at the end.
        lively: change where the truth moves, as a share of the truth's; NaN if nothing moves.
    """

    last_db: float
    worst_db: float
    judged: float
    lively: float


def standing_walk(seed: int, frames: int, spec: ModelSpec) -> HeldOutWalk:
    """Where `curious_walk` begins, for `frames` idle steps."""
    walk = curious_walk(seed, 1, spec)
    return HeldOutWalk(
        scene=walk.scene,
        caption=walk.caption,
        cameras=walk.cameras * (frames + 1),
        actions=[Action()] * (frames + 1),
    )


def wet_seeds(first_seed: int, count: int, spec: ModelSpec, tries: int = 400) -> list[int]:
    """Seeds from `first_seed` on whose first view shows water, under a clear or cloudy sky."""
    found: list[int] = []
    for seed in range(first_seed, first_seed + tries):
        scene = sample_spec(seed)
        wet = scene.biome in ("beach", "swamp") or scene.landmark == "pond"
        if len(found) < count and wet and scene.weather in ("clear", "cloudy"):
            shown = curious_walk(seed, 1, spec).truth(0)
            if (~still(shown)).mean() >= WET_SHARE:
                found.append(seed)
    return found


def stand(rollout: Rollout, walk: HeldOutWalk, say: Say) -> Stand:
    """Idle through a walk of one pose; a few frames are kept, never all."""
    steps = len(walk.cameras) - 1
    first, every = rollout.frame, max(1, steps // CHECKS)
    checked: list[tuple[float, float]] = []
    recent: list[Frame] = []
    for at in range(1, steps + 1):
        rollout = rollout.step(walk.actions[at], walk.cameras[at])
        if at > steps - LIVELY - GAP:
            recent.append(rollout.frame)
        if at % every == 0 or at == steps:
            kept = still(walk.truth(0)) & still(walk.truth(at)) & still(first)
            kept &= still(rollout.frame)
            checked.append((psnr_db(first.rgb, rollout.frame.rgb, kept), float(kept.mean())))
        if at % SAY_EVERY == 0:
            say(f"standing in scene {walk.scene.spec.seed}: {at}/{steps} frames")
    return Stand(
        last_db=checked[-1][0],
        worst_db=min(db for db, _ in checked),
        judged=checked[-1][1],
        lively=liveliness(recent, [walk.truth(frame.index) for frame in recent]),
    )


def liveliness(drawn: Sequence[Frame], true: Sequence[Frame]) -> float:
    """Change over `GAP` frames where the truth moves, as a share of the truth's change."""
    changes = []
    for at in range(len(true) - GAP):
        moves = ~still(true[at]) & ~still(true[at + GAP])
        if moves.mean() >= WET_SHARE:
            changes.append(
                [
                    np.abs(luma(row[at + GAP].rgb) - luma(row[at].rgb))[moves].mean()
                    for row in (drawn, true)
                ]
            )
    if not changes:
        return float("nan")
    own, truth = np.mean(changes, axis=0)
    return float(own / max(truth, 1e-6))


def measure(stands: Sequence[Stand], wet: Sequence[Stand], frames: int) -> Section:
    """Some minutes as figures; `wet` are those with water in view."""
    both = [*stands, *wet]
    lively = [row.lively for row in wet if np.isfinite(row.lively)]
    share = float(np.mean([row.judged for row in both]))
    return Section(
        title="Standing still",
        about=f"{len(both)} scenes from a true first picture, {frames} idle frames.",
        figures=[
            Figure(
                name="PSNR of what is static to the first frame",
                value=float(np.mean([row.last_db for row in both])),
                unit="dB",
                target=STILL_DB,
                note=f"{share:.0%} of pixels; worst scene {min(r.last_db for r in both):.1f}",
            ),
            Figure(
                name="worst PSNR on the way",
                value=float(np.mean([row.worst_db for row in both])),
                unit="dB",
            ),
            Figure(
                name="water's movement, share of true",
                value=float(np.mean(lively)) if lively else None,
                target=LIVELY_SHARE,
                note=f"{len(lively)} scenes with water" if lively else "no water was in view",
            ),
        ],
    )

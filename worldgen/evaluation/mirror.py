"""There and backwards home: does a view look the same from the same place a second time?

    walks    `mirror_walk`s: camera t is camera 2 * out - t
    judged   every `EVERY`-th frame of the way out against its mirror on the way home,
             where neither truth nor model says that something moves by itself

Here most of what is compared was invented by the model, not shown to it: nothing
is held against the truth. A frame near the turn is compared with one a moment
later, the first one with one that is twice the way later; the figures are means
over both, and over the first quarter of the way apart (the oldest views).

Not here: revisits of what was truly shown (`revisit.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk
from worldgen.evaluation.pictures import psnr_db, ssim
from worldgen.evaluation.revisit import still
from worldgen.evaluation.rollout import Rollout
from worldgen.types import Frame

EVERY = 4


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two looks from one pose.

    Attributes:
        apart: frames between them.
        share: `apart` as a share of the most there can be.
        db, similar: PSNR and SSIM of one to the other.
        depth_off: median of |ln(depth now / depth then)|; NaN without depth.
    """

    apart: int
    share: float
    db: float
    similar: float
    depth_off: float


def mirrored(rollout: Rollout, walk: HeldOutWalk) -> list[Pair]:
    """Lead a model there and backwards home, and compare; only judged frames are kept."""
    steps = len(walk.cameras) - 1
    seen, pairs = {0: rollout.frame}, []
    for at in range(1, steps + 1):
        rollout = rollout.step(walk.actions[at], walk.cameras[at])
        mirror = steps - at
        if mirror > at and at % EVERY == 0:
            seen[at] = rollout.frame
        elif mirror < at and mirror in seen:
            moving = ~still(walk.truth(mirror)) | ~still(walk.truth(at))
            pairs.append(_pair(seen.pop(mirror), rollout.frame, moving, steps))
    return pairs


def measure(pairs: dict[str, Sequence[Pair]]) -> Section:
    """Pairs of all walks by the memory's condition, as figures."""
    figures = []
    for condition, found in pairs.items():
        oldest = [pair for pair in found if pair.share >= 0.75]
        for who, chosen in (("", found), (", oldest views", oldest)):
            figures += [
                _mean(f"PSNR to the mirrored frame{who}, memory {condition}", chosen, "db", "dB"),
                _mean(f"SSIM to the mirrored frame{who}, memory {condition}", chosen, "similar"),
            ]
        figures.append(_mean(f"depth off its mirror, memory {condition}", found, "depth_off"))
    return Section(
        title="Mirror walks",
        about="Out along a curious walk and backwards home: each frame against the one drawn "
        "from the same pose before. Not against the truth.",
        figures=figures,
    )


def _pair(then: Frame, now: Frame, moving: np.ndarray, steps: int) -> Pair:
    kept = still(then) & still(now) & ~moving
    apart = now.index - then.index
    return Pair(
        apart=apart,
        share=apart / steps,
        db=psnr_db(now.rgb, then.rgb, kept),
        similar=ssim(now.rgb, then.rgb, kept),
        depth_off=_depth_off(then, now, kept),
    )


def _depth_off(then: Frame, now: Frame, kept: np.ndarray) -> float:
    if then.depth_m is None or now.depth_m is None:
        return float("nan")
    known = kept & np.isfinite(then.depth_m) & np.isfinite(now.depth_m)
    known &= (then.depth_m > 0) & (now.depth_m > 0)
    if not known.any():
        return float("nan")
    return float(np.median(np.abs(np.log(now.depth_m[known] / then.depth_m[known]))))


def _mean(name: str, pairs: Sequence[Pair], what: str, unit: str = "") -> Figure:
    values = [value for pair in pairs if np.isfinite(value := getattr(pair, what))]
    mean = float(np.mean(values)) if values else None
    return Figure(name=name, value=mean, unit=unit, note=f"{len(values)} pairs")

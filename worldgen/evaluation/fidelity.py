"""Pixels already seen, against true renders: is the place still as it was shown?

    walks     `curious_walk`s of held-out seeds
    start     the true first picture with depth in the memory (`rollout.py` says it exactly)
    judged    steps 1, 8 and 32, on the pixels that the first picture had shown (`overlap.py`)

PSNR and SSIM are means over walks of each walk's own value; a walk of which less
than `LEAST_SHARE` is still in view at a step is left out of that step. *Repeat*
shows the first picture for ever, *warp* draws it from the new camera. Depth is
judged on the same pixels at every judged step, where the truth is nearer than
60 m (drawn depth, sky too, is cut off there): AbsRel is the mean of
|drawn - true| / true, delta the share within a factor of 1.25.

Not here: what was never seen (`invention.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk
from worldgen.evaluation.overlap import overlap
from worldgen.evaluation.pictures import Mask, Rgb, psnr_db, ssim
from worldgen.evaluation.rollout import follow, warp
from worldgen.geometry import compose, invert
from worldgen.models.base import Picture, WorldModel
from worldgen.types import Frame

STEPS = (1, 8, 32)
LEAST_SHARE = 0.1
FARTHEST_M = 60.0
TARGETS_DB = {1: 23.0, 8: None, 32: 20.0}
CEILING_TARGET_DB = 25.0

Copy = Callable[[Frame], Picture]


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Values gathered under names, to be averaged."""

    values: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, value: float) -> None:
        """One more value; NaN says that there was nothing to judge, and is not kept."""
        if np.isfinite(value):
            self.values[name].append(value)

    def mean(self, name: str) -> float | None:
        """The mean of what was gathered; None if nothing was."""
        return float(np.mean(self.values[name])) if self.values[name] else None


def measure(model: WorldModel, walks: Sequence[HeldOutWalk], copy: Copy | None) -> Section:
    """Lead the model along the walks and judge it.

    Args:
        model: to be judged.
        walks: of 33 frames or more.
        copy: a frame through the model's autoencoder; None if it has none to speak of.
    """
    tally = Tally()
    for walk in walks:
        judge(model, walk, tally, copy)
    return Section(
        title="Seen pixels",
        about=f"{len(walks)} held-out walks from a true first picture; "
        "only pixels that the first picture had shown.",
        figures=_figures(tally),
    )


def judge(model: WorldModel, walk: HeldOutWalk, tally: Tally, copy: Copy | None = None) -> None:
    """Add one walk to the tally."""
    truths = {index: walk.truth(index) for index in (0, *STEPS) if index < len(walk.cameras)}
    if copy is not None:
        for truth in truths.values():
            tally.add("autoencoder ceiling", psnr_db(copy(truth).rgb, truth.rgb))
    drawn = follow(model, walk, truths[0])
    for step in STEPS:
        if step not in truths:
            continue
        truth, seen = truths[step], overlap(truths[0], truths[step]).seen
        if seen.mean() < LEAST_SHARE:
            continue
        shown = {
            "drawn": drawn[step].rgb,
            "repeat": truths[0].rgb,
            "warp": warp(truths[0], truth.camera),
        }
        for name, rgb in shown.items():
            _compare(tally, f"{name}, step {step}", rgb, truth.rgb, seen)
        _judge_depth(tally, drawn[step], truth, seen)


def shuffle_gap_db(model: WorldModel, walks: Sequence[HeldOutWalk], steps: int = 8) -> Figure:
    """How much worse a model told to do something else comes out.

    Each walk is led twice from its own first picture: along its own cameras, and along
    the next walk's, moved to the same start. Both are held against the true picture that
    its own lead to. A model that does not listen loses nothing: 0 dB.
    """
    gaps = []
    for index, walk in enumerate(walks):
        first, truth = walk.truth(0), walk.truth(steps)
        other = walks[(index + 1) % len(walks)]
        right = follow(model, _shortened(walk, steps), first)[-1]
        wrong = follow(model, _swapped(walk, other, steps), first)[-1]
        gaps.append(psnr_db(right.rgb, truth.rgb) - psnr_db(wrong.rgb, truth.rgb))
    return Figure(
        name="action-shuffle gap",
        value=float(np.mean(gaps)),
        unit="dB",
        target=1.0,
        note=f"step {steps}, own against another walk's actions",
    )


def _compare(tally: Tally, name: str, rgb: Rgb, truth: Rgb, seen: Mask) -> None:
    tally.add(f"PSNR {name}", psnr_db(rgb, truth, seen))
    tally.add(f"SSIM {name}", ssim(rgb, truth, seen))


def _judge_depth(tally: Tally, drawn: Frame, truth: Frame, seen: Mask) -> None:
    if drawn.depth_m is None or truth.depth_m is None:
        return
    kept = seen & (truth.depth_m < FARTHEST_M) & (drawn.depth_m > 0)
    if kept.any():
        share = np.minimum(drawn.depth_m[kept], FARTHEST_M) / truth.depth_m[kept]
        tally.add("depth AbsRel", float(np.abs(share - 1).mean()))
        tally.add("depth delta < 1.25", float((np.maximum(share, 1 / share) < 1.25).mean()))


def _figures(tally: Tally) -> list[Figure]:
    ceiling = Figure(
        name="autoencoder ceiling",
        value=tally.mean("autoencoder ceiling"),
        unit="dB",
        target=CEILING_TARGET_DB,
        note="whole pictures",
    )
    figures = [ceiling]
    for kind, unit in (("PSNR", "dB"), ("SSIM", "")):
        for step in STEPS:
            for who in ("drawn", "warp", "repeat"):
                name = f"{kind} {who}, step {step}"
                target = TARGETS_DB[step] if (kind, who) == ("PSNR", "drawn") else None
                figures.append(Figure(name=name, value=tally.mean(name), unit=unit, target=target))
    return [
        *figures,
        Figure(name="depth AbsRel", value=tally.mean("depth AbsRel")),
        Figure(name="depth delta < 1.25", value=tally.mean("depth delta < 1.25")),
    ]


def _shortened(walk: HeldOutWalk, steps: int) -> HeldOutWalk:
    return _swapped(walk, walk, steps)


def _swapped(walk: HeldOutWalk, other: HeldOutWalk, steps: int) -> HeldOutWalk:
    """The first `steps` steps of `other`, from where `walk` begins."""
    camera = walk.cameras[0]
    moved = compose(camera.pose_c2w, invert(other.cameras[0].pose_c2w))
    return HeldOutWalk(
        scene=walk.scene,
        caption=walk.caption,
        cameras=[camera.at(compose(moved, there.pose_c2w)) for there in other.cameras[: steps + 1]],
        actions=other.actions[: steps + 1],
    )

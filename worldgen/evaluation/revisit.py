"""Back where it began after 10, 60 and 300 s: is it still the same place?

    walks     `closed_walk`s of held-out seeds; the last camera is the first
    start     the true first picture with depth in the memory (`rollout.py` says it exactly)
    judged    the last frame, where nothing moves by itself in the true first picture

The headline is the PSNR of the last frame to the *true* first picture, all of
which the memory was shown at the start. Light and hour do not change in a scene,
so the truth as of frame 0 is the truth; clouds that drift on count as they were.
Beside it stand the PSNR to the frame that the model itself drew there first, the
autoencoder's copy of the truth (no model draws better), and the same walk with
the memory switched off and spoilt (`memories.py`). Means over scenes.

Not here: what was invented on the way (`mirror.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from worldgen.evaluation.bench import Say
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk
from worldgen.evaluation.memories import CONDITIONS
from worldgen.evaluation.pictures import Mask, psnr_db, ssim
from worldgen.evaluation.rollout import Rollout
from worldgen.types import Frame

DT_S = 0.1
MINUTE = 600
REVISIT_DB, GAIN_DB, LOST_DB = 22.0, 6.0, 1.0
SAY_EVERY = 50


@dataclass(frozen=True, kw_only=True, eq=False)
class Revisit:
    """One walk's end.

    Attributes:
        scene: which, a number.
        frames: how many steps it was away.
        condition: of the memory, a name in `CONDITIONS`.
        last: the frame drawn at the end.
        truth_db, own_db: its PSNR to the true first picture and to the one drawn first.
        truth_ssim, own_ssim: the same as SSIM.
    """

    scene: int
    frames: int
    condition: str
    last: Frame
    truth_db: float
    own_db: float
    truth_ssim: float
    own_ssim: float


def still(frame: Frame) -> Mask:
    """(H, W): where nothing moves by itself."""
    return np.ones(frame.camera.shape, bool) if frame.moving is None else ~frame.moving


def lead(rollout: Rollout, walk: HeldOutWalk, say: Say, what: str = "") -> Frame:
    """The last frame of a walk; none of those before is kept."""
    total = len(walk.cameras) - 1
    for at in range(1, total + 1):
        rollout = rollout.step(walk.actions[at], walk.cameras[at])
        if at % SAY_EVERY == 0:
            say(f"{what}: {at}/{total} frames")
    return rollout.frame


def revisit(opening: Rollout, first: Frame, walk: HeldOutWalk, condition: str, say: Say) -> Revisit:
    """Lead the model round once.

    Args:
        opening: the model at the beginning of the walk, from the true first picture.
        first: that picture.
        walk: its last camera is its first.
        condition: of the memory.
        say: told how far it is.
    """
    frames, scene = len(walk.cameras) - 1, walk.scene.spec.seed
    rollout = opening.remembering(CONDITIONS[condition](), first)
    last = lead(rollout, walk, say, f"scene {scene}, {frames} frames, memory {condition}")
    own, kept = opening.frame, still(first)
    return Revisit(
        scene=scene,
        frames=frames,
        condition=condition,
        last=last,
        truth_db=psnr_db(last.rgb, first.rgb, kept),
        own_db=psnr_db(last.rgb, own.rgb, kept),
        truth_ssim=ssim(last.rgb, first.rgb, kept),
        own_ssim=ssim(last.rgb, own.rgb, kept),
    )


def measure(revisits: Sequence[Revisit], ceilings_db: Sequence[float]) -> Section:
    """All walks as figures.

    Args:
        revisits: of all scenes, lengths and conditions.
        ceilings_db: PSNR of the autoencoder's copy of each true first picture; may be empty.
    """
    figures = [
        Figure(
            name="autoencoder ceiling",
            value=float(np.mean(ceilings_db)) if ceilings_db else None,
            unit="dB",
            note="the true first pictures through it",
        )
    ]
    for frames in sorted({row.frames for row in revisits}):
        figures += _of_length([row for row in revisits if row.frames == frames], frames)
    return Section(
        title="Revisits",
        about="Closed walks on held-out scenes from a true first picture; the last frame against "
        "the true first picture, where nothing moves by itself.",
        figures=figures + _lost(revisits),
    )


def _of_length(rows: Sequence[Revisit], frames: int) -> list[Figure]:
    when = f"after {frames * DT_S:.0f} s"
    figures, means = [], {}
    for condition in CONDITIONS:
        found = [row for row in rows if row.condition == condition]
        if not found:
            continue
        means[condition] = _mean(found, "truth_db")
        target = REVISIT_DB if condition == "on" and frames == MINUTE else None
        worst = min(row.truth_db for row in found)
        figures += [
            Figure(
                name=f"PSNR {when}, memory {condition}",
                value=means[condition],
                unit="dB",
                target=target,
                note=f"{len(found)} scenes, worst {worst:.1f}",
            ),
            Figure(name=f"SSIM {when}, memory {condition}", value=_mean(found, "truth_ssim")),
            Figure(
                name=f"PSNR to the frame first drawn {when}, memory {condition}",
                value=_mean(found, "own_db"),
                unit="dB",
            ),
        ]
    if {"on", "off"} <= set(means):
        figures.append(
            Figure(
                name=f"what memory gives {when}",
                value=means["on"] - means["off"],
                unit="dB",
                target=GAIN_DB if frames == MINUTE else None,
            )
        )
    return figures


def _lost(revisits: Sequence[Revisit]) -> list[Figure]:
    """What is lost between 60 s and the longest walk; none if one of them was not walked."""
    on = [row for row in revisits if row.condition == "on"]
    longest = max((row.frames for row in on), default=0)
    if longest <= MINUTE or not any(row.frames == MINUTE for row in on):
        return []
    kept = [_mean([row for row in on if row.frames == n], "truth_db") for n in (MINUTE, longest)]
    name = f"lost between {MINUTE * DT_S:.0f} and {longest * DT_S:.0f} s"
    return [Figure(name=name, value=kept[0] - kept[1], unit="dB", target=LOST_DB, at_most=True)]


def _mean(rows: Sequence[Revisit], name: str) -> float:
    return float(np.mean([getattr(row, name) for row in rows]))

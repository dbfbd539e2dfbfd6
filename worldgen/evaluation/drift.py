"""What is left of sharpness and colour after many frames, against true renders of the same walk.

    walks     long `curious_walk`s of held-out scenes, led from a true first picture
    sampled   every `every`-th frame, drawn and true

A view's own sharpness changes as one walks, so at every sample the drawn figure
is divided by the true one's. Drift is how far the median of that ratio over the
last third lies from the one over the first tenth: 0 is none. Colour drifts by
how far the means of red, green and blue go from the true ones beyond where they
began, as a share of how bright the true pictures are.

Not here: one step at a time (`fidelity.py`).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk
from worldgen.evaluation.pictures import colour, sharpness
from worldgen.evaluation.rollout import Rollout
from worldgen.models.base import WorldModel
from worldgen.types import Frame

SHARP_AT = 100
SHARP_SHARE = 0.5
DRIFT_SHARE = 0.10
LEAST_FPS = 12.0


@dataclass(frozen=True, kw_only=True, eq=False)
class Course:
    """One walk's samples.

    Attributes:
        at: (N,) frame numbers.
        sharp: (N, 2) sharpness, drawn and true.
        colours: (N, 2, 6) means and deviations of the channels, drawn and true.
        seconds: wall time of the model and the memory, a frame.
        sampled: some drawn frames and true ones, to look at.
    """

    at: NDArray[np.int64]
    sharp: NDArray[np.float64]
    colours: NDArray[np.float64]
    seconds: float
    sampled: list[tuple[Frame, Frame]]


def course(model: WorldModel, walk: HeldOutWalk, every: int) -> Course:
    """Lead a model along a long walk and look at every `every`-th frame."""
    first = walk.truth(0)
    rollout = Rollout.begin(model, first, walk.caption)
    pairs, busy = [(rollout.frame, first)], 0.0
    for index in range(1, len(walk.cameras)):
        began = time.perf_counter()
        rollout = rollout.step(walk.actions[index], walk.cameras[index])
        busy += time.perf_counter() - began
        if index % every == 0:
            pairs.append((rollout.frame, walk.truth(index)))
    return Course(
        at=np.array([drawn.index for drawn, _ in pairs]),
        sharp=np.array([[sharpness(frame.rgb) for frame in pair] for pair in pairs]),
        colours=np.array([[colour(frame.rgb) for frame in pair] for pair in pairs]),
        seconds=busy / max(1, len(walk.cameras) - 1),
        sampled=pairs,
    )


def sharp_share(courses: Sequence[Course], frame: int = SHARP_AT) -> float:
    """Sharpness at the sample nearest to a frame, of true renders', all walks together."""
    rows = [run.sharp[np.abs(run.at - frame).argmin()] for run in courses]
    drawn, true = np.sum(rows, axis=0)
    return float(drawn / true)


def drifted(courses: Sequence[Course]) -> tuple[float, float]:
    """How far sharpness and colour went from where they began, the mean over walks; both as shares.

    A walk that went soft and one that went hard do not make up for each other.
    """
    sharp = [abs(ratio - 1) for ratio in sharp_ratios(courses)]
    shades = []
    for run in courses:
        early, late = _ends(run)
        apart = run.colours[:, 0, :3] - run.colours[:, 1, :3]
        moved = np.abs(apart[late].mean(0) - apart[early].mean(0)).mean()
        shades.append(moved / max(1.0, run.colours[:, 1, :3].mean()))
    return float(np.mean(sharp)), float(np.mean(shades))


def sharp_ratios(courses: Sequence[Course]) -> list[float]:
    """Of each walk, sharpness at its end as a share of its beginning's; of truth's, both."""
    ratios = []
    for run in courses:
        early, late = _ends(run)
        ratio = run.sharp[:, 0] / np.maximum(run.sharp[:, 1], 1e-6)
        ratios.append(float(np.median(ratio[late]) / max(float(np.median(ratio[early])), 1e-6)))
    return ratios


def _ends(run: Course) -> tuple[slice, slice]:
    count = len(run.at)
    return slice(0, max(1, count // 10)), slice(count - max(1, count // 3), count)


def measure(courses: Sequence[Course]) -> Section:
    """Figures of some long walks."""
    length = int(courses[0].at[-1])
    sharp, shades = drifted(courses)
    fps = 1 / float(np.mean([run.seconds for run in courses]))
    return Section(
        title="Drift",
        about=f"{len(courses)} held-out walks of {length} frames from a true first picture.",
        figures=[
            Figure(
                name=f"sharpness at frame {min(SHARP_AT, length)}, share of true renders'",
                value=sharp_share(courses),
                target=SHARP_SHARE,
            ),
            Figure(
                name=f"sharpness at frame {length}, share of true renders'",
                value=sharp_share(courses, length),
                target=SHARP_SHARE,
            ),
            Figure(name="sharpness drift", value=sharp, target=DRIFT_SHARE, at_most=True),
            Figure(
                name="sharpness drift, all walks together",
                value=abs(float(np.mean(sharp_ratios(courses))) - 1),
                note="walks that go soft and walks that go hard make up for each other",
            ),
            Figure(name="colour drift", value=shades, target=DRIFT_SHARE, at_most=True),
            Figure(
                name="frames a second",
                value=fps,
                target=LEAST_FPS,
                note="model and memory, as the machine was",
            ),
        ],
    )

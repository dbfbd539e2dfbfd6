"""A walk's frames to splats: align, lift, merge, carve, refine, score.

    frames ─┬─ kept out ─────────────────────────────────────────────────────▶ score
            └─ the rest ─▶ align ─┬▶ surfels ─▶ merge ─▶ carve ─┬▶ refine ─▶ Splats
                                  └▶ backdrop ──────────────────┘

Not here: reading walks and writing files (`export`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np

from worldgen.errors import ExportError
from worldgen.lifting.alignment import align
from worldgen.lifting.gaussians.backdrop import backdrop
from worldgen.lifting.gaussians.carve import standing
from worldgen.lifting.gaussians.merge import Merger
from worldgen.lifting.gaussians.painters import painter_here
from worldgen.lifting.gaussians.refine import RefineConfig, refine
from worldgen.lifting.gaussians.score import Score, kept_out, score
from worldgen.lifting.gaussians.splats import Splats
from worldgen.lifting.gaussians.surfels import shell_round, splats_of, surfels_of
from worldgen.progress import Progress
from worldgen.types import Frame

BACKDROP_SHARE = 0.25
"""What nobody saw may be so large a share of the splats there may be."""


@dataclass(frozen=True, kw_only=True)
class LiftConfig:
    """What lifting may cost.

    Attributes:
        most_splats: bound on how many come out.
        refine: how long to refine; steps=0 for not at all.
        keep_out: whether to keep blocks of frames out, for the score.
        align: whether to make depths that disagree agree first.
    """

    most_splats: int = 400_000
    refine: RefineConfig = field(default_factory=RefineConfig)
    keep_out: bool = True
    align: bool = True


@dataclass(frozen=True, kw_only=True, eq=False)
class Lifted:
    """What came of it.

    Attributes:
        splats: in the world of the frames.
        solid: (N,) bool, which are not sky.
        score: at frames that were kept out; 0 frames where none could be spared.
    """

    splats: Splats
    solid: np.ndarray
    score: Score


def lift(
    frames: Sequence[Frame],
    config: LiftConfig | None = None,
    progress: Progress = lambda _: None,
) -> Lifted:
    """Make splats of posed pictures with depth.

    Args:
        frames: in order of time; those without depth are left out. Sizes may differ.
        config: what it may cost.
        progress: told the share that is done.

    Raises:
        ExportError: no frames, none with depth, or not one pixel of known depth or sky.
    """
    config = config or LiftConfig()
    measured = _with_depth(frames)
    out = set(kept_out(len(measured), _apart(measured))) if config.keep_out else set()
    used = [frame for at, frame in enumerate(measured) if at not in out]
    shapes = used
    if config.align:
        shapes = align(used, lambda share: progress(0.05 * share)).frames
    rough = whole_splats(shapes, config.most_splats, lambda share: progress(0.05 + 0.2 * share))
    fine = refine(
        rough,
        used,
        config.refine,
        painter=painter_here(),
        progress=lambda share: progress(0.25 + 0.7 * share),
    )
    marks = score(fine, [measured[at] for at in sorted(out)])
    progress(1.0)
    solid = shell_round(used).holds(fine.means)
    return Lifted(splats=fine, solid=solid, score=marks)


def whole_splats(frames: Sequence[Frame], most: int, progress: Progress = lambda _: None) -> Splats:
    """`raw_splats`, and a backdrop where nobody looked, if that is a small part of them all."""
    shell = shell_round(frames)
    behind = [splats_of(part, np.ones(len(part), np.float32)) for part in backdrop(frames, shell)]
    if sum(map(len, behind)) > BACKDROP_SHARE * most:
        behind = []
    seen = raw_splats(frames, most - sum(map(len, behind)), progress)
    return reduce(Splats.joined, behind, seen)


def raw_splats(frames: Sequence[Frame], most: int, progress: Progress = lambda _: None) -> Splats:
    """Lift, merge and carve, no refinement; frames all have depth."""
    shell = shell_round(frames)
    merger = Merger(most, shell.centre)
    for at, frame in enumerate(frames):
        merger.add(surfels_of(frame, shell))
        progress(0.5 * (at + 1) / len(frames))
    surfels, widen = merger.result()
    there = standing(surfels.means, _told(frames, lambda share: progress(0.5 + 0.5 * share)))
    return splats_of(surfels.pick(there), widen[there])


def _apart(frames: Sequence[Frame]) -> float:
    """How many frames of the walk lie from one to the next: the mean, at least 1."""
    span = frames[-1].index - frames[0].index
    return max(1.0, span / max(1, len(frames) - 1))


def _told(frames: Sequence[Frame], progress: Progress) -> Iterator[Frame]:
    for at, frame in enumerate(frames):
        yield frame
        progress((at + 1) / len(frames))


def _with_depth(frames: Sequence[Frame]) -> list[Frame]:
    if not frames:
        raise ExportError("there are no frames to make splats of")
    measured = [frame for frame in frames if frame.depth_m is not None]
    if not measured:
        raise ExportError(
            "the walk has no depth, and splats need it; walk with a model that gives depth "
            "(see: worldgen models)"
        )
    if not any(frame.depth_m is not None and (frame.depth_m > 0).any() for frame in measured):
        raise ExportError("every pixel's depth is unknown (0), so there is nothing to lift")
    return measured

"""A walk as shapes ready to be written: read once, lifted once, stood on the ground.

    every file of one walk shares one frame: metres, x right, y up, z towards the
    one who stands at the identity pose; the ground where the walk began is y = 0;
    a walk that began far from its own origin begins at x = z = 0

What is here is in our own axes, y down; each format turns it. The last walk's
results are kept, so that its next file costs nothing. A progress callback may
raise to cancel: nothing half-made is kept.

Not here: the lifting (`lifting`), the bytes (the formats' own modules).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from worldgen.errors import NothingSeenError
from worldgen.export.frames import chosen, most_lifted
from worldgen.export.kept import Kept
from worldgen.export.origin import Origin, origin_under
from worldgen.progress import Progress
from worldgen.recording import read_walk

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Score, Splats
    from worldgen.lifting.meshes import Mesh, Textured
    from worldgen.types import Frame


LIFT_S, FRAME_S = 50.0, 0.06
"""How long splats take on two cores, roughly, and longer for each frame that is read."""

LEVELS = (40_000, 10_000, 2_500)
"""Faces of the textured levels of detail."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Scene:
    """What every splat format is written from.

    Attributes:
        splats: y-down axes, metres, ground at 0.
        solid: (N,) bool, which are not sky.
        score: PSNR at frames that were kept out.
    """

    splats: Splats
    solid: np.ndarray
    score: Score


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """What was seen on a walk, as seen from the files' origin.

    Attributes:
        frames: those that have depth, sampled evenly.
        origin: what was taken from all places.
    """

    frames: list[Frame]
    origin: Origin


def _seen(walk: Path, progress: Progress) -> Seen:
    """The frames of a walk that have depth, sampled evenly, the ground moved to height 0.

    Of a walk without any, depth is estimated, where an estimator is installed.

    Raises:
        ExportError: it has no depth and there is no estimator.
        NothingSeenError: no pixel of it is known.
        DamagedWalkError: it cannot be read.
    """
    from worldgen.lifting.estimators import estimator_among, with_depth
    from worldgen.lifting.ground import ground_below_m
    from worldgen.lifting.installed import ESTIMATORS

    with read_walk(walk) as opened:
        measured = [at for at, line in enumerate(opened.lines) if line.depth is not None]
        estimator = None if measured else estimator_among(ESTIMATORS)
        measured = measured or list(range(len(opened)))
        first = opened.lines[0].pose_c2w
        taken = chosen(len(measured), most_lifted(opened.header.lens().shape))
        frames = []
        for at in taken:
            frames.append(opened.frame(measured[at]))
            progress((1.0 if estimator is None else 0.2) * len(frames) / len(taken))
    # Of an estimate not even the ground is taken: files that need no depth stand on the same.
    below_m = ground_below_m(frames, first[:3, 3]) if estimator is None else None
    origin = origin_under(first, below_m)
    frames = [replace(frame, camera=origin.camera(frame.camera)) for frame in frames]
    if estimator is not None:
        frames = with_depth(
            frames,
            estimator.load(),
            lambda share: progress(0.2 + 0.8 * share),
            shifted=estimator.shifted,
        )
    if not any(frame.depth_m is not None and (frame.depth_m > 0).any() for frame in frames):
        raise NothingSeenError("every pixel's depth is unknown (0), so there is nothing to lift")
    return Seen(frames=frames, origin=origin)


def lifting_s(frames: int) -> float:
    """How long lifting so many frames to splats takes, roughly, on two cores."""
    return LIFT_S + FRAME_S * frames


def check_depth(walk: Path) -> None:
    """See that a walk has depth, or that it can be estimated here.

    Raises:
        ExportError: neither.
        DamagedWalkError: it cannot be read.
    """
    from worldgen.lifting.estimators import estimator_among
    from worldgen.lifting.installed import ESTIMATORS

    with read_walk(walk) as opened:
        if all(line.depth is None for line in opened.lines):
            estimator_among(ESTIMATORS)


def origin_of(walk: Path, progress: Progress) -> Origin:
    """Where the origin of a walk's files lies in its own world; a guess where nothing was seen."""
    with read_walk(walk) as opened:
        first = opened.lines[0].pose_c2w
        measured = any(line.depth is not None for line in opened.lines)
    if measured:
        with suppress(NothingSeenError):
            return seen(walk, progress).origin
    return origin_under(first, None)


def _lifted(walk: Path, progress: Progress) -> Scene:
    """The splats of a walk and their held-out score; raises as `seen`."""
    from worldgen.lifting.gaussians import lift

    frames = seen(walk, lambda share: progress(0.04 * share)).frames
    made = lift(frames, progress=lambda share: progress(0.04 + 0.94 * share))
    return Scene(splats=made.splats, solid=made.solid, score=made.score)


def _aligned(walk: Path, progress: Progress) -> list[Frame]:
    """The frames of a walk with depths that agree, for surfaces; raises as `seen`."""
    from worldgen.lifting.alignment import align

    frames = seen(walk, lambda share: progress(0.4 * share)).frames
    return align(frames, lambda share: progress(0.4 + 0.6 * share), drop_rims=True).frames


def _surface(walk: Path, progress: Progress) -> Mesh:
    """The coloured surface of a walk.

    Raises:
        ExportError: as `seen`, or no surface is near enough.
    """
    from worldgen.lifting.meshes import lift_surface

    frames = aligned(walk, lambda share: progress(0.2 * share))
    return lift_surface(frames, progress=lambda share: progress(0.2 + 0.78 * share))


def _textured(walk: Path, progress: Progress) -> list[Textured]:
    """The surface in levels of detail, each with its own picture; raises as `surface`."""
    from worldgen.lifting.meshes import texture

    mesh = surface(walk, lambda share: progress(0.5 * share))
    frames = aligned(walk, lambda _: None)
    return texture(mesh, LEVELS, frames, lambda share: progress(0.5 + 0.48 * share))


seen = Kept(_seen)
lifted = Kept(_lifted)
aligned = Kept(_aligned)
surface = Kept(_surface)
textured = Kept(_textured)

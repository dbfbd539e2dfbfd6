"""Depth for walks that have none: an estimator that is installed, scaled to the known poses.

    pictures ──▶ estimator ──▶ depths, off by a factor ──▶ one factor for the walk ──▶ frames

Most estimators see one picture at a time and get the walk's metre wrong. Poses are known,
so the factor is found: with the right one, a pixel that is lifted and seen from another
frame falls on a pixel of its own colour. Some are off by a constant as well, which is found
likewise. A walk that never leaves its place says nothing about either; the estimator's own
metre then stays. What differs from frame to frame is left to `alignment`.

Not here: which estimators there are (`installed`), what is done with the depths
(`gaussians`, `meshes`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.geometry import project
from worldgen.geometry.depth import is_known, pixel_rays
from worldgen.progress import Progress
from worldgen.types import Frame

Measure = Callable[[Sequence[Frame]], Iterable[NDArray[np.float32]]]
"""Frames' pictures to (H, W) metres along +z each, right to a factor; +inf sky, 0 unknown."""


@dataclass(frozen=True, kw_only=True)
class Estimator:
    """One way to get depth from a picture.

    Attributes:
        name: as people know it. licence: of its weights.
        missing: what it lacks on this machine, in words; None if it can be loaded.
        load: the weights, ready to measure.
        shifted: whether depths are off by a constant, too, as of affine-invariant estimators.
    """

    name: str
    licence: str
    missing: Callable[[], str | None]
    load: Callable[[], Measure]
    shifted: bool = False


def estimator_among(estimators: Sequence[Estimator]) -> Estimator:
    """The first that can be loaded here.

    Raises:
        ExportError: none can; the message says what each lacks.
    """
    lacking = []
    for one in estimators:
        lack = one.missing()
        if lack is None:
            return one
        lacking.append(f"{one.name} ({lack})")
    raise ExportError(
        "the walk has no depth, and without depth there is no shape; walk with a model that gives "
        "depth (see: worldgen models), or install an estimator: " + ", ".join(lacking)
    )


def with_depth(
    frames: Sequence[Frame],
    measure: Measure,
    progress: Progress = lambda _: None,
    *,
    shifted: bool = False,
) -> list[Frame]:
    """The same frames with estimated depths, in the poses' metres.

    Args:
        frames: at least one; depths they have are replaced.
        measure: an estimator's.
        progress: told the share that is done.
        shifted: whether the estimator's depths are off by a constant, too.
    """
    measured = []
    for at, (frame, said) in enumerate(zip(frames, measure(frames), strict=True)):
        depth_m = np.nan_to_num(said, nan=0.0, posinf=np.inf, neginf=0.0)
        measured.append(replace(frame, depth_m=np.maximum(depth_m, 0).astype(np.float32)))
        progress((at + 1) / len(frames))
    if shifted:
        measured = min((_farther(measured, by) for by in SHIFTS), key=lambda one: _fit(one)[1])
    factor = np.float32(metre_of(measured))
    return [replace(at, depth_m=at.depth_m * factor) for at in measured if at.depth_m is not None]


def _farther(frames: Sequence[Frame], by: float) -> list[Frame]:
    """All that is seen so much farther off, and then half of it within `USUAL_M`; sky stays."""
    depths_m = [one.depth_m + np.float32(by) for one in frames if one.depth_m is not None]
    known = np.concatenate([depth_m[np.isfinite(depth_m)] for depth_m in depths_m])
    scale = np.float32(USUAL_M / np.median(known)) if known.size else np.float32(1)
    rows = zip(frames, depths_m, strict=True)
    return [replace(one, depth_m=depth_m * scale) for one, depth_m in rows]


USUAL_M = 5.0
"""Where a factor is looked for about, where an estimator's numbers are no metres at all."""

SHIFTS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
"""Constants that are tried on depths from 0 to 1."""

FACTORS = np.exp(np.linspace(np.log(0.1), np.log(10), 61))
"""Factors that are tried."""

LEAST_GAIN = 0.03
"""The best factor must make colours agree better than the worst by so much, or says nothing."""

_SAMPLES, _PAIRS, _BESIDE = 1500, 24, (2, 5, 10)


def metre_of(frames: Sequence[Frame]) -> float:
    """The factor on all depths with which colours agree best between frames; 1 if none stands out.

    Args:
        frames: with depth, in order of time.
    """
    return _fit(frames)[0]


def _fit(frames: Sequence[Frame]) -> tuple[float, float]:
    """The best factor, and how far colours are apart with it; 1 and +inf if none stands out."""
    pairs = [(at, at + step) for step in _BESIDE for at in range(len(frames) - step)]
    pairs = pairs[:: max(1, len(pairs) // _PAIRS)]
    looked = (_wrong(frames[one], frames[other]) for one, other in pairs)
    wrong = [at for at in looked if at is not None]
    if not wrong:
        return 1.0, np.inf
    curve = np.nanmean(np.stack(wrong), axis=0)
    if not np.isfinite(curve).all() or curve.min() > (1 - LEAST_GAIN) * curve.max():
        return 1.0, np.inf
    return float(FACTORS[np.argmin(curve)]), float(curve.min())


def _wrong(one: Frame, other: Frame) -> NDArray[np.float64] | None:
    """(F,) how far colours are apart at each factor; None where the camera did not move."""
    assert one.depth_m is not None
    known = is_known(one.depth_m)
    if np.linalg.norm(one.camera.position - other.camera.position) < 0.02 or not known.any():
        return None
    rows, columns = np.nonzero(known)
    step = max(1, len(rows) // _SAMPLES)
    rows, columns = rows[::step], columns[::step]
    way = pixel_rays(one.camera)[rows, columns] * one.depth_m[rows, columns][:, None]
    turned = way.astype(np.float64) @ one.camera.rotation.T
    colours = one.rgb[rows, columns].astype(np.float64)
    apart = [_apart(turned * at + one.camera.position, colours, other) for at in FACTORS]
    return np.array(apart)


def _apart(points: NDArray[np.float64], colours: NDArray[np.float64], other: Frame) -> float:
    """Mean difference of colours where points fall on a picture; NaN where none do."""
    uv, z = project(points, other.camera)
    height, width = other.camera.shape
    with np.errstate(invalid="ignore"):
        inside = (z > 0.05) & (uv >= 0).all(1) & (uv[:, 0] < width) & (uv[:, 1] < height)
    if inside.sum() < 0.2 * len(points):
        return float("nan")
    column, row = uv[inside].astype(np.intp).T
    return float(np.abs(other.rgb[row, column] - colours[inside]).mean())

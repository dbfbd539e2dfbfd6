"""Depth for walks that have none: an estimator that is installed, scaled to the known poses.

    pictures ──▶ estimator ──▶ depths, off by a factor ──▶ one factor for the walk ──▶ frames

Estimators see one picture at a time and get the walk's metre wrong. Poses are known, so
the factor is found: with the right one, a pixel that is lifted and seen from another
frame falls on a pixel of its own colour. A walk that never leaves its place says nothing
about it; the estimator's own metre then stays. What differs from frame to frame is left
to `alignment`.

Estimators are optional packages with weights of their own; the row says what is missing.
Both must be on the machine already: nothing is downloaded here. They have not been run
by us: the tests use an estimator of their own.

Not here: what is done with the depths (`gaussians`, `meshes`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.geometry import project
from worldgen.geometry.depth import is_known, pixel_rays
from worldgen.types import Frame

Progress = Callable[[float], None]

Measure = Callable[[Frame], NDArray[np.float32]]
"""A frame's picture to (H, W) metres along +z, right to a factor; +inf sky, 0 unknown."""


@dataclass(frozen=True, kw_only=True)
class Estimator:
    """One way to get depth from a picture.

    Attributes:
        name: as people know it. licence: of its weights.
        missing: what it lacks on this machine, in words; None if it can be loaded.
        load: the weights, ready to measure.
    """

    name: str
    licence: str
    missing: Callable[[], str | None]
    load: Callable[[], Measure]


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
    frames: Sequence[Frame], measure: Measure, progress: Progress = lambda _: None
) -> list[Frame]:
    """The same frames with estimated depths, in the poses' metres.

    Args:
        frames: at least one; depths they have are replaced.
        measure: an estimator's.
        progress: told the share that is done.
    """
    measured = []
    for at, frame in enumerate(frames):
        depth_m = np.nan_to_num(measure(frame), nan=0.0, posinf=np.inf, neginf=0.0)
        measured.append(replace(frame, depth_m=np.maximum(depth_m, 0).astype(np.float32)))
        progress((at + 1) / len(frames))
    factor = np.float32(metre_of(measured))
    return [replace(at, depth_m=at.depth_m * factor) for at in measured if at.depth_m is not None]


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
    pairs = [(at, at + step) for step in _BESIDE for at in range(len(frames) - step)]
    pairs = pairs[:: max(1, len(pairs) // _PAIRS)]
    looked = (_wrong(frames[one], frames[other]) for one, other in pairs)
    wrong = [at for at in looked if at is not None]
    if not wrong:
        return 1.0
    curve = np.nanmean(np.stack(wrong), axis=0)
    if not np.isfinite(curve).all() or curve.min() > (1 - LEAST_GAIN) * curve.max():
        return 1.0
    return float(FACTORS[np.argmin(curve)])


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


def _lacks(package: str, weights: str, file: str) -> str | None:
    """What is missing of a package and of the file of its weights in Hugging Face's cache."""
    if find_spec(package) is None:
        return f"the package {package} is not installed"
    from huggingface_hub import try_to_load_from_cache

    if not isinstance(try_to_load_from_cache(weights, file), str):
        return f"its weights, {weights}, are not on this machine"
    return None


_MOGE = "Ruicheng/moge-2-vitl"
_DEPTH_ANYTHING = "depth-anything/Depth-Anything-V2-Metric-Outdoor-Small-hf"


def _load_moge() -> Measure:
    import torch
    from moge.model.v2 import MoGeModel

    model = MoGeModel.from_pretrained(_MOGE, local_files_only=True).eval()

    def measure(frame: Frame) -> NDArray[np.float32]:
        picture = torch.from_numpy(frame.rgb.astype(np.float32) / 255).permute(2, 0, 1)
        wide = 2 * np.degrees(np.arctan(frame.camera.width_px / (2 * frame.camera.fx)))
        with torch.inference_mode():
            said = model.infer(picture, fov_x=float(wide), use_fp16=False)
        depth_m = said["depth"].numpy()
        return np.where(said["mask"].numpy(), depth_m, np.inf).astype(np.float32)

    return measure


def _load_depth_anything() -> Measure:
    from PIL import Image
    from transformers import pipeline

    estimate = pipeline("depth-estimation", model=_DEPTH_ANYTHING, local_files_only=True)

    def measure(frame: Frame) -> NDArray[np.float32]:
        said = estimate(Image.fromarray(frame.rgb))["predicted_depth"]
        return np.asarray(said.squeeze().numpy(), np.float32)

    return measure


ESTIMATORS: tuple[Estimator, ...] = (
    Estimator(
        name="MoGe-2",
        licence="MIT",
        missing=partial(_lacks, "moge", _MOGE, "model.pt"),
        load=_load_moge,
    ),
    Estimator(
        name="Depth Anything V2",
        licence="Apache-2.0",
        missing=partial(_lacks, "transformers", _DEPTH_ANYTHING, "model.safetensors"),
        load=_load_depth_anything,
    ),
)
"""Those we know, best first."""

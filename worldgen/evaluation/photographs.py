"""Ordinary photographs: do they stay, is their depth in order, can one walk into them?

    idle      PSNR of frames 0 and 5, standing still, to the photograph at the model's size;
              as it is shown, and as the decoder draws it, with nothing of the photograph put
              back on it
    order     Spearman's rank correlation of drawn with measured closeness, on a stereo pair
              that was measured; beside it the prior "lower in the picture is nearer"
    parallax  five seconds ahead: flow, as a share of what pose and drawn depth say
    kept      after them: PSNR to the photograph, drawn from there by its own first depth,
              where that shows anything

The photographs come with scikit-image and scikit-learn; nothing of ours was trained on
them. The stereo pair is of Middlebury's 2014 set (Scharstein et al. 2014).

Not here: drawn scenes, whose truth is known everywhere (`fidelity.py`, `revisit.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from worldgen.errors import MissingDependencyError
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.inside import decoder_alone
from worldgen.evaluation.motion import forward_share
from worldgen.evaluation.pictures import psnr_db
from worldgen.media import fit_image
from worldgen.memory import splat
from worldgen.models.base import WorldModel
from worldgen.types import Action, Frame, Prompt
from worldgen.world import World

IDLE_DB, IDLE_FRAMES = 24.0, 5
WALKED_S = 5.0
GREY_M = 4.0
"""Depth that is drawn half-way between black and white."""

MEASURED = "motorcycle"
"""The photograph whose depth was measured."""

Plane = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Visit:
    """What became of one photograph.

    Attributes:
        name: of the photograph.
        photo: (H, W, 3) uint8, at the model's size.
        idle_db: PSNR to it of frame 0 and of frame 5.
        decoder_db: the same of the decoder alone; None if the model has none of ours.
        first, last: the first frame, and the one after five seconds ahead.
        parallax: as the module says; NaN if too little can be seen to move.
        kept_db: likewise; NaN if the last view shows nothing of the photograph.
    """

    name: str
    photo: NDArray[np.uint8]
    idle_db: tuple[float, float]
    decoder_db: tuple[float, float] | None
    first: Frame
    last: Frame
    parallax: float
    kept_db: float


def names() -> list[str]:
    """The photographs there are, the one with measured depth first."""
    return list(_LOADERS)


def photograph(name: str) -> Image.Image:
    """One of `names()`.

    Raises:
        MissingDependencyError: the package that brings it is not installed.
    """
    return Image.fromarray(_LOADERS[name]()).convert("RGB")


def visit(model: WorldModel, name: str) -> Visit:
    """Start a world on a photograph, without words; stand still, then walk ahead."""
    spec, picture = model.spec, photograph(name)
    photo = fit_image(picture, spec.width_px, spec.height_px)
    world = World(model)
    first, stood = _stood(world, picture)
    bare = decoder_alone(model)
    steps = round(WALKED_S / spec.dt_s)
    ahead = [stood, *(world.step(Action(forward=1.0)) for _ in range(steps))]
    return Visit(
        name=name,
        photo=photo,
        idle_db=_apart((first, stood), photo),
        decoder_db=None if bare is None else _apart(_stood(World(bare), picture), photo),
        first=first,
        last=ahead[-1],
        parallax=forward_share(ahead),
        kept_db=_kept_db(photo, first, ahead[-1]),
    )


def _stood(world: World, picture: Image.Image) -> tuple[Frame, Frame]:
    """Frame 0 of a photograph's world, and frame 5, standing still."""
    first = frame = world.start(Prompt(image=picture), 0)
    for _ in range(IDLE_FRAMES):
        frame = world.step(Action())
    return first, frame


def _apart(frames: tuple[Frame, Frame], photo: NDArray[np.uint8]) -> tuple[float, float]:
    first, last = frames
    return psnr_db(first.rgb, photo), psnr_db(last.rgb, photo)


def measure(visits: Sequence[Visit]) -> Section:
    """What became of all of them, as figures."""
    figures = [
        Figure(name=f"{visit.name}, frame {at}, PSNR", value=db, unit="dB", target=IDLE_DB)
        for visit in visits
        for at, db in zip((0, IDLE_FRAMES), visit.idle_db, strict=True)
    ]
    figures += [
        Figure(
            name=f"{visit.name}, frame {at}, through the decoder alone, PSNR",
            value=db,
            unit="dB",
            target=IDLE_DB,
        )
        for visit in visits
        for at, db in zip((0, IDLE_FRAMES), visit.decoder_db or (), strict=False)
    ]
    for visit in visits:
        if visit.name == MEASURED and visit.first.depth_m is not None:
            ours, prior = order(visit.first.depth_m)
            figures += [
                Figure(name="closeness, rank correlation", value=ours, target=prior),
                Figure(name="the same of 'lower is nearer'", value=prior),
            ]
    moved = [visit.parallax for visit in visits if visit.parallax == visit.parallax]
    kept = [visit.kept_db for visit in visits if visit.kept_db == visit.kept_db]
    figures += [
        Figure(name="moved ahead, share of what depth says", value=_median(moved)),
        Figure(name="kept after 5 s, PSNR", value=_median(kept), unit="dB"),
    ]
    return Section(
        title="Photographs",
        about="Real photographs without words: standing still, measured depth, five seconds ahead.",
        figures=figures,
    )


def shown(visits: Sequence[Visit]) -> tuple[list[NDArray[np.uint8]], list[str]]:
    """Four pictures of each for a sheet, and what they are."""
    pictures, words = [], []
    for visit in visits:
        pictures += [visit.photo, visit.first.rgb, _grey(visit.first), visit.last.rgb]
        words += [f"{visit.name}, photograph", "frame 0", "its depth", f"{WALKED_S:.0f} s ahead"]
    return pictures, words


def order(depth_m: NDArray[np.float32]) -> tuple[float, float]:
    """Rank correlation with the measured closeness: of a depth, and of rows counted downwards.

    NaN for a depth that is the same everywhere.

    Args:
        depth_m: (H, W) metres along +z, +inf sky, of the photograph `MEASURED`.

    Raises:
        MissingDependencyError: the package that brings it is not installed.
    """
    height, width = depth_m.shape
    measured = _fitted(np.asarray(_scikit_image().stereo_motorcycle()[2], np.float64), depth_m)
    there = np.isfinite(measured) & (measured > 0)
    with np.errstate(divide="ignore"):
        closeness = 1.0 / depth_m.astype(np.float64)
    rows = np.repeat(np.arange(height, dtype=np.float64)[:, None], width, axis=1)
    truth = measured[there]
    return _rank_correlation(closeness[there], truth), _rank_correlation(rows[there], truth)


def _grey(frame: Frame) -> NDArray[np.uint8]:
    """A frame's depth as a picture: near is light, the sky black."""
    assert frame.depth_m is not None, "a photograph is walked into by its depth"
    close = GREY_M / (GREY_M + frame.depth_m)
    return np.repeat((255 * close).astype(np.uint8)[..., None], 3, axis=-1)


def _kept_db(photo: NDArray[np.uint8], first: Frame, last: Frame) -> float:
    assert first.depth_m is not None, "a photograph is walked into by its depth"
    pose = np.asarray(first.camera.pose_c2w)[None]
    shown = splat(photo[None], first.depth_m[None], pose, last.camera, source=first.camera)
    return psnr_db(last.rgb, shown.rgb, shown.colour > 0)


def _fitted(plane: Plane, like: NDArray[Any]) -> Plane:
    """A plane cut and sampled as `fit_image` cuts and resizes pictures; no value is mixed."""
    (rows, columns), (height, width) = plane.shape, like.shape
    scale = min(rows / height, columns / width)
    v = (rows - scale * height) / 2 + (np.arange(height) + 0.5) * scale
    u = (columns - scale * width) / 2 + (np.arange(width) + 0.5) * scale
    return plane[np.ix_(v.astype(int), u.astype(int))]


def _rank_correlation(a: Plane, b: Plane) -> float:
    """Spearman's; NaN where one of them is all the same."""
    one, other = _ranks(a), _ranks(b)
    if one.std() == 0 or other.std() == 0:
        return float("nan")
    return float(np.corrcoef(one, other)[0, 1])


def _ranks(values: Plane) -> Plane:
    """Ranks; equal values share their mean rank."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts).astype(np.float64)
    ranks: Plane = (last - (counts - 1) / 2)[place]
    return ranks


def _median(values: Sequence[float]) -> float | None:
    return float(np.median(values)) if values else None


def _scikit_image() -> Any:
    try:
        import skimage.data
    except ImportError as error:
        raise MissingDependencyError("scikit-image", "eval") from error
    return skimage.data


def _scikit_learn(name: str) -> NDArray[np.uint8]:
    try:
        from sklearn.datasets import load_sample_image
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "eval") from error
    picture: NDArray[np.uint8] = load_sample_image(name)
    return picture


_LOADERS: dict[str, Callable[[], NDArray[np.uint8]]] = {
    MEASURED: lambda: np.asarray(_scikit_image().stereo_motorcycle()[0]),
    "china": partial(_scikit_learn, "china.jpg"),
    "rocket": lambda: np.asarray(_scikit_image().rocket()),
    "coffee": lambda: np.asarray(_scikit_image().coffee()),
    "flower": partial(_scikit_learn, "flower.jpg"),
    "cat": lambda: np.asarray(_scikit_image().chelsea()),
}

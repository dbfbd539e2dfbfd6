"""What frames see of each other's surfaces, and the fields of factors that explain it best.

    a look: a pixel of one frame, lifted, falls on a pixel of another, whose depth is
    another by so much;  ln z seen from there  against  ln z measured there

Letters: T frames, L looks, G numbers in a grid, four corners round a pixel.
Not here: what is done about it (`alignment`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import project
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

Floats = NDArray[np.float64]

GRID = (8, 12)
"""Rows and columns of a frame's field; between them it is bilinear."""

APART = (1, 2, 4, 9, 20, 45)
"""How far apart in order frames that are compared may be; two near in space are added."""

SAMPLES = 800
"""Pixels asked of a frame, about."""

FARTHEST_M = 60.0
HOLD, SMOOTH = 0.005, 0.02
"""How strongly fields are held at zero, and level, as a share of the looks' own weight."""

_STEPS = 80


@dataclass(frozen=True, kw_only=True, eq=False)
class Looks:
    """L looks of frames at frames.

    Attributes:
        wrong: (L,) ln of the depth measured there over the depth seen from there.
        reach: (L,) how much ln depth seen from there grows with that of the frame that looks.
        own, other: (L, 4) int, numbers in all fields, flat: round the pixel that looks, and the
            one looked at.
        own_share, other_share: (L, 4), how much each of them counts there.
    """

    wrong: Floats
    reach: Floats
    own: NDArray[np.intp]
    other: NDArray[np.intp]
    own_share: Floats
    other_share: Floats

    def __len__(self) -> int:
        return len(self.wrong)

    def within(self, widest: float) -> Looks:
        """Those that disagree by no more."""
        which = np.abs(self.wrong) <= widest
        return Looks(**{at.name: getattr(self, at.name)[which] for at in fields(self)})

    def disagreement(self) -> float:
        """The middle of |wrong|; 0 without looks."""
        return float(np.median(np.abs(self.wrong))) if len(self) else 0.0


def looks_of(
    frames: Sequence[Frame],
    usable: Sequence[NDArray[np.bool_]],
    fields_TG: Floats,
    widest: float,
) -> Looks:
    """Let frames look at one another.

    Args:
        frames: T, all with depth.
        usable: (H, W) bool each: pixels whose depth is of one surface.
        fields_TG: (T, *GRID), ln of the factors on depths so far.
        widest: looks that disagree by more saw something else.
    """
    flat = fields_TG.reshape(len(frames), -1)
    found = [
        _looks(frames, usable, flat, one, other, widest)
        for one, others in enumerate(_partners(frames))
        for other in others
    ]
    if not found:
        none = np.zeros((0, 4))
        index = np.zeros((0, 4), np.intp)
        return Looks(
            wrong=np.zeros(0),
            reach=np.zeros(0),
            own=index,
            other=index,
            own_share=none,
            other_share=none,
        )
    return Looks(
        **{
            at.name: np.concatenate([getattr(looks, at.name) for looks in found])
            for at in fields(Looks)
        }
    )


def at_corners(uv: Floats, shape: tuple[int, int]) -> tuple[NDArray[np.intp], Floats]:
    """The four numbers of a frame's field round each pixel place, and how much each counts.

    Args:
        uv: (N, 2) column, row, in pixels. shape: (height, width) of the picture.

    Returns:
        (N, 4) int, places in the flat grid, and (N, 4) shares that sum to 1.
    """
    rows, columns = GRID
    x = np.clip(uv[:, 0] / shape[1], 0, 1) * (columns - 1)
    y = np.clip(uv[:, 1] / shape[0], 0, 1) * (rows - 1)
    left, top = np.minimum(x.astype(np.intp), columns - 2), np.minimum(y.astype(np.intp), rows - 2)
    dx, dy = x - left, y - top
    at = top * columns + left
    index = np.stack([at, at + 1, at + columns, at + columns + 1], axis=1)
    share = np.stack([(1 - dx) * (1 - dy), dx * (1 - dy), (1 - dx) * dy, dx * dy], axis=1)
    return index, share


def solved(looks: Looks, fields_TG: Floats) -> Floats:
    """The change of all fields that explains the looks best: robust, held, by conjugate gradient.

    Args:
        looks: as seen with the fields so far.
        fields_TG: (T, *GRID), so far; what is held at zero is the sum.
    """
    scale = max(4.7 * 1.4826 * looks.disagreement(), 0.02)
    weight = np.maximum(1 - (looks.wrong / scale) ** 2, 0) ** 2
    size = fields_TG.size
    per_number = max(weight.sum() / size, 1e-9)
    hold, smooth = HOLD * per_number, SMOOTH * per_number

    def explained(change: Floats) -> Floats:
        own: Floats = (change[looks.own] * looks.own_share).sum(1)
        other: Floats = (change[looks.other] * looks.other_share).sum(1)
        apart: Floats = looks.reach * own - other
        return apart

    def gathered(values: Floats) -> Floats:
        towards = np.bincount(
            looks.own.ravel(), ((values * looks.reach)[:, None] * looks.own_share).ravel(), size
        )
        away = np.bincount(looks.other.ravel(), (values[:, None] * looks.other_share).ravel(), size)
        return (towards - away).astype(np.float64)

    def regular(change: Floats) -> Floats:
        rough = _roughness(change.reshape(fields_TG.shape)).ravel()
        total: Floats = hold * change + smooth * rough
        return total

    def applied(change: Floats) -> Floats:
        return gathered(weight * explained(change)) + regular(change)

    wanted = gathered(weight * looks.wrong) - regular(fields_TG.ravel())
    return _conjugate(applied, wanted).reshape(fields_TG.shape)


def _looks(
    frames: Sequence[Frame],
    usable: Sequence[NDArray[np.bool_]],
    fields_TG: Floats,
    one: int,
    other: int,
    widest: float,
) -> Looks:
    """One frame's pixels as another sees them."""
    camera, seen_by = frames[one].camera, frames[other].camera
    numbers = fields_TG.shape[1]
    depth_m, measured = frames[one].depth_m, frames[other].depth_m
    assert depth_m is not None and measured is not None, "frames without depth are left out before"
    row, column = _samples(usable[one])
    own, own_share = at_corners(np.stack([column + 0.5, row + 0.5], 1), camera.shape)
    factor = np.exp((fields_TG[one][own] * own_share).sum(1))
    way = (pixel_rays(camera)[row, column] * (depth_m[row, column] * factor)[:, None]).astype(
        np.float64
    ) @ camera.rotation.T
    uv, z = project(way + camera.position, seen_by)
    height, width = seen_by.shape
    with np.errstate(invalid="ignore"):
        inside = (z > 0.1) & (z < FARTHEST_M) & (uv >= 0).all(1)
        inside &= (uv[:, 0] < width) & (uv[:, 1] < height)
    at = np.flatnonzero(inside)
    disparity = _between_pixels(uv[at], measured, usable[other])
    at, disparity = at[disparity > 0], disparity[disparity > 0]
    index, share = at_corners(uv[at], seen_by.shape)
    there = np.exp((fields_TG[other][index] * share).sum(1)) / disparity
    wrong = np.log(there / z[at])
    same = np.abs(wrong) <= widest
    at, index, share, wrong = at[same], index[same], share[same], wrong[same]
    reach = (way[at] @ seen_by.rotation[:, 2]) / z[at]
    return Looks(
        wrong=wrong,
        reach=reach,
        own=own[at] + one * numbers,
        other=index + other * numbers,
        own_share=own_share[at],
        other_share=share,
    )


def _between_pixels(uv: Floats, depth_m: NDArray[np.floating], usable: NDArray[np.bool_]) -> Floats:
    """(N,) disparity at (N, 2) places in a picture, bilinear: that of a plane is exact.

    0 where one of the four pixels round a place is not usable.
    """
    inverse = np.divide(1.0, depth_m, out=np.zeros(depth_m.shape), where=usable)
    height, width = depth_m.shape
    left = np.clip(np.floor(uv[:, 0] - 0.5).astype(np.intp), 0, max(width - 2, 0))
    top = np.clip(np.floor(uv[:, 1] - 0.5).astype(np.intp), 0, max(height - 2, 0))
    right, below = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    dx, dy = uv[:, 0] - 0.5 - left, uv[:, 1] - 0.5 - top
    corners = [inverse[top, left], inverse[top, right], inverse[below, left], inverse[below, right]]
    shares = [(1 - dx) * (1 - dy), dx * (1 - dy), (1 - dx) * dy, dx * dy]
    mixed = sum(corner * share for corner, share in zip(corners, shares, strict=True))
    known = np.logical_and.reduce([corner > 0 for corner in corners])
    return np.where(known, mixed, 0.0)


def _samples(usable: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of usable pixels on a grid of about `SAMPLES`."""
    step = max(1, round((usable.size / SAMPLES) ** 0.5))
    row, column = np.nonzero(usable[step // 2 :: step, step // 2 :: step])
    return row * step + step // 2, column * step + step // 2


def _partners(frames: Sequence[Frame]) -> list[list[int]]:
    """For each frame, those it is compared with: some near in order, and two near in space."""
    places = np.stack([frame.camera.position for frame in frames])
    ahead = np.stack([frame.camera.rotation[:, 2] for frame in frames])
    count, partners = len(frames), []
    for one in range(count):
        chosen = {one + sign * step for step in APART for sign in (-1, 1)}
        away = np.linalg.norm(places - places[one], axis=1) + 4 * (1 - ahead @ ahead[one])
        away[max(one - APART[-1], 0) : one + APART[-1] + 1] = np.inf
        chosen |= {int(at) for at in np.argsort(away)[:2] if away[at] < 2.0}
        partners.append(sorted(at for at in chosen if 0 <= at < count))
    return partners


def _roughness(fields_TG: Floats) -> Floats:
    """The gradient of half the summed squared differences between neighbours in each grid."""
    rough = np.zeros_like(fields_TG)
    for axis in (1, 2):
        steps = np.diff(fields_TG, axis=axis)
        before = [slice(None)] * 3
        after = list(before)
        before[axis], after[axis] = slice(None, -1), slice(1, None)
        rough[tuple(before)] -= steps
        rough[tuple(after)] += steps
    return rough


def _conjugate(applied: Callable[[Floats], Floats], wanted: Floats) -> Floats:
    """Solve applied(x) = wanted for a symmetric positive operator; Hestenes and Stiefel."""
    x, rest = np.zeros_like(wanted), wanted.copy()
    way, size = rest.copy(), float(rest @ rest)
    goal = 1e-8 * size
    for _ in range(_STEPS):
        if size <= goal:
            break
        moved = applied(way)
        step = size / float(way @ moved)
        x += step * way
        rest -= step * moved
        size, before = float(rest @ rest), size
        way = rest + (size / before) * way
    return x

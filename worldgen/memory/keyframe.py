"""One remembered picture: as it was seen, and as it is kept.

    frame ──look──▶ Look       ready to be drawn: the newest frame, what moves in it
    Look  ──keep──▶ Keyframe   a tenth of the bytes, and a sample of what it shows
          ◀─ready──

Neither ever changes. Pixels that memory knew well when the picture was taken are
second-hand: they are trusted less, so that what was seen first is what is shown,
and remain as a reserve should the first picture be forgotten. Green pixels showed
something new a moment ago: a model that has seen more of it draws it better, so
until they are ripe they are a suggestion, and the next picture may differ.

Not here: which are kept (`shelf`), which are drawn (`select`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, invert
from worldgen.geometry.around import grown
from worldgen.memory.kernel_surfels import BLIND, lift
from worldgen.memory.packing import Packed, Plain, pack, rounded
from worldgen.memory.splat import SURFEL_PLANES
from worldgen.types import Frame

SAMPLE_COLUMNS, SAMPLE_ROWS = 16, 9
"""A keyframe's samples lie on a grid of this size, in the middle of each patch."""

RELIEF_COLUMNS, RELIEF_ROWS = 64, 36
"""A keyframe's disparities are read off on a finer grid, at the middle of each cell."""

_FEW = np.arange(SAMPLE_ROWS * SAMPLE_COLUMNS).reshape(SAMPLE_ROWS, -1)[1::3, 1::4].ravel()
"""Samples, spread over the picture, that tell whether it is worth a closer look."""

SECOND_HAND = 0.85
"""Trust in a pixel that showed what was known already."""

GREEN = 0.4
"""Trust in a kept pixel that was still new when its picture was taken."""

RIM_PX = 1
"""Around what moves by itself, so many pixels are left out."""

RIPE = 0.8
"""Trust of a new picture's pixel from which it is no longer green."""

ONE_SURFACE = 0.8
"""Pixels side by side lie on one surface if their least disparity is so large a share of the
largest."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Look:
    """A picture in memory, ready to be drawn. Its arrays are never written to.

    Attributes:
        plain: its colours, its depth, and what of it is second-hand.
        surfels: (5, H, W) float32 from `kernel_surfels.lift`.
        camera: what saw it, from where.
        epoch: the style of the world it was seen in; colours of older ones no longer hold.
        index: the frame it was, or the one that a view aside went before.
    """

    plain: Plain
    surfels: NDArray[np.float32]
    camera: Camera
    epoch: int
    index: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Keyframe:
    """A picture that is kept.

    Attributes:
        picture: the picture, packed.
        camera: what saw it, from where, at the size that is kept.
        epoch, index: as in `Look`.
        halvings: how often its size was halved.
        samples: (S, 5) float32; for each point of a grid: where it lies in the world, metres
            (a direction for sky); how large a pixel was there, metres (0 for sky); trust, 0
            where nothing is known. Of the picture at its first size.
        relief: (`RELIEF_ROWS`, `RELIEF_COLUMNS`) float32, 1/m, the disparity at each point of a
            finer grid; 0 sky, -1 unknown.
        few: (F, 5), some of the samples.
        depths_m: (R, C) float32, metres along its axis at each sample; +inf sky, 0 unknown.
        to_grid: (3, 4) float32, world to the places of its samples times depth.
        to_relief: (3, 4) float32, likewise to the places of its relief.
    """

    picture: Packed
    camera: Camera
    epoch: int
    index: int
    halvings: int
    samples: NDArray[np.float32]
    relief: NDArray[np.float32]
    few: NDArray[np.float32] = field(init=False)
    depths_m: NDArray[np.float32] = field(init=False)
    to_grid: NDArray[np.float32] = field(init=False)
    to_relief: NDArray[np.float32] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "few", self.samples[_FEW])
        object.__setattr__(self, "depths_m", _depths(self.samples, self.camera))
        grid = self.camera.resized(SAMPLE_COLUMNS, SAMPLE_ROWS)
        object.__setattr__(self, "to_grid", world_to_pixel(grid).astype(np.float32))
        finer = self.camera.resized(RELIEF_COLUMNS, RELIEF_ROWS)
        object.__setattr__(self, "to_relief", world_to_pixel(finer).astype(np.float32))

    @property
    def nbytes(self) -> int:
        """What it costs to keep."""
        return len(self.picture.data) + self.samples.nbytes + self.relief.nbytes

    def halved(self) -> Keyframe:
        """Its summary: half as wide, half as high."""
        picture = self.picture.halved()
        height, width = picture.shape
        camera = self.camera.resized(width, height)
        return replace(self, picture=picture, camera=camera, halvings=self.halvings + 1)

    def without(self, gone: NDArray[np.bool_]) -> Keyframe:
        """The same picture, knowing nothing where a mask, (H, W) bool, covers it."""
        plain = self.picture.unpack()
        left = replace(plain, depth_m=np.where(gone, np.float32(0.0), plain.depth_m))
        samples = self.samples.copy()
        samples[gone[_grid(gone.shape)], 4] = 0.0
        seen = _look(left, self.camera, self.epoch, self.index)
        return replace(self, picture=pack(left), samples=samples, relief=relief_of(seen))

    def ready(self) -> Look:
        """The picture as it can be drawn; takes a millisecond or two."""
        return unpacked(self.picture, self.camera, self.epoch, self.index)


def unpacked(picture: Packed, camera: Camera, epoch: int, index: int) -> Look:
    """A packed picture, ready to be drawn; arguments as in `Keyframe`."""
    return _look(picture.unpack(), camera, epoch, index)


def look(
    frame: Frame,
    epoch: int,
    known: NDArray[np.bool_],
    trust: NDArray[np.float32],
    hidden: NDArray[np.bool_] | None = None,
    blind: NDArray[np.bool_] | None = None,
) -> Look:
    """See a frame with depth.

    Args:
        frame: what moves by itself is left out, a pixel's rim included.
        epoch: the style that the world is in.
        known: (H, W) bool, which of its pixels memory knew well already.
        trust: (H, W) float32, how far each pixel is to be believed, 0 to 1.
        hidden: (H, W) bool, pixels to leave out besides; None is none.
        blind: (H, W) bool, pixels that are no proof of anything being gone; None is none.
    """
    nothing = np.zeros(frame.camera.shape, np.bool_)
    hidden = nothing if hidden is None else hidden
    if frame.moving is not None:
        hidden = hidden | grown(frame.moving, RIM_PX)
    plain = _plain(frame, hidden, known, trust < RIPE, nothing if blind is None else blind)
    return _look(plain, frame.camera, epoch, frame.index, trust)


def look_at_moving(frame: Frame, epoch: int) -> Look:
    """Of a frame with depth and a mask of what moves, only that."""
    assert frame.moving is not None, "only a frame that knows what moves has it to take"
    nothing = np.zeros(frame.camera.shape, np.bool_)
    plain = _plain(frame, ~frame.moving, nothing, nothing, nothing)
    return _look(plain, frame.camera, epoch, frame.index)


def parts_shown(seen: Look) -> NDArray[np.bool_]:
    """(SAMPLE_ROWS, SAMPLE_COLUMNS): the even parts of a picture that show anything."""
    height, width = seen.camera.shape
    rows = (np.arange(SAMPLE_ROWS) * height + SAMPLE_ROWS - 1) // SAMPLE_ROWS
    columns = (np.arange(SAMPLE_COLUMNS) * width + SAMPLE_COLUMNS - 1) // SAMPLE_COLUMNS
    shown = np.logical_or.reduceat(seen.surfels[0] >= 0.0, rows, axis=0)
    parts: NDArray[np.bool_] = np.logical_or.reduceat(shown, columns, axis=1)
    return parts


def shows(keyframe: Keyframe, seen: Look) -> bool:
    """Whether a keyframe was made of this look, and not of a view aside for the same frame."""
    same_pose = np.array_equal(keyframe.camera.pose_c2w, seen.camera.pose_c2w)
    return keyframe.index == seen.index and same_pose


def keep(seen: Look) -> Keyframe:
    """Make a look into a keyframe."""
    return Keyframe(
        picture=pack(seen.plain),
        camera=seen.camera,
        epoch=seen.epoch,
        index=seen.index,
        halvings=0,
        samples=_sample(seen.surfels, seen.camera),
        relief=relief_of(seen),
    )


def as_kept(seen: Look) -> Look:
    """A look as its keyframe will give it back: how green a pixel is, is told in two steps."""
    return _look(seen.plain, seen.camera, seen.epoch, seen.index)


def relief_of(seen: Look) -> NDArray[np.float32]:
    """(`RELIEF_ROWS`, `RELIEF_COLUMNS`) float32: disparities of a look, as in `Keyframe`.

    Between pixels of one surface it is the mean, so that a slope has its true place; else the
    disparity of the nearest pixel.
    """
    upper, lower, down = _between(seen.camera.height_px, RELIEF_ROWS)
    left, right, along = _between(seen.camera.width_px, RELIEF_COLUMNS)
    disparity, across = seen.surfels[0], along[None, :]
    corners = [disparity[np.ix_(y, x)] for y in (upper, lower) for x in (left, right)]
    above, below = (a + (b - a) * across for a, b in (corners[:2], corners[2:]))
    mixed = above + (below - above) * down[:, None]
    own = disparity[np.ix_(np.where(down < 0.5, upper, lower), np.where(along < 0.5, left, right))]
    least, most = np.minimum.reduce(corners), np.maximum.reduce(corners)
    one_surface = least >= np.maximum(ONE_SURFACE * most, np.float32(0.0))
    relief: NDArray[np.float32] = np.where(one_surface, mixed, own).astype(np.float32)
    return relief


def _between(
    size: int, count: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """For the middles of `count` even parts of a row of pixels: the pixels before and after, and
    how far each lies from the one before, 0 to 1."""
    middle = (np.arange(count) + 0.5) * size / count - 0.5
    before = np.clip(np.floor(middle), 0, size - 1).astype(np.intp)
    after = np.minimum(before + 1, size - 1)
    return before, after, np.clip(middle - before, 0.0, 1.0).astype(np.float32)


def _plain(
    frame: Frame,
    hidden: NDArray[np.bool_],
    known: NDArray[np.bool_],
    green: NDArray[np.bool_],
    blind: NDArray[np.bool_],
) -> Plain:
    assert frame.depth_m is not None, "a look needs depth"
    depth_m = rounded(frame.depth_m, hidden)
    return Plain(rgb=frame.rgb, depth_m=depth_m, known=known, green=green, blind=blind)


def _look(
    plain: Plain,
    camera: Camera,
    epoch: int,
    index: int,
    trust: NDArray[np.float32] | None = None,
) -> Look:
    surfels = np.empty((SURFEL_PLANES, *camera.shape), np.float32)
    lift(plain.depth_m, np.zeros(camera.shape, np.bool_), surfels)
    np.multiply(surfels[3], SECOND_HAND, out=surfels[3], where=plain.known)
    if trust is None:
        np.multiply(surfels[3], GREEN, out=surfels[3], where=plain.green)
    else:
        surfels[3] *= trust
    surfels[4][plain.blind] = BLIND
    surfels.flags.writeable = False
    return Look(plain=plain, surfels=surfels, camera=camera, epoch=epoch, index=index)


def cleared(seen: Look, gone: NDArray[np.bool_]) -> Look:
    """A look that knows nothing where a mask, (H, W) bool, covers it."""
    plain = replace(seen.plain, depth_m=np.where(gone, np.float32(0.0), seen.plain.depth_m))
    return _look(plain, seen.camera, seen.epoch, seen.index)


def _grid(shape: tuple[int, ...]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of a picture's samples, (S,) each."""
    height, width = shape
    rows = ((np.arange(SAMPLE_ROWS) + 0.5) * height / SAMPLE_ROWS).astype(int)
    columns = ((np.arange(SAMPLE_COLUMNS) + 0.5) * width / SAMPLE_COLUMNS).astype(int)
    v, u = np.meshgrid(rows, columns, indexing="ij")
    return v.ravel(), u.ravel()


def _sample(surfels: NDArray[np.float32], camera: Camera) -> NDArray[np.float32]:
    v, u = _grid(camera.shape)
    disparity, trust = surfels[0, v, u].astype(np.float64), surfels[3, v, u]
    x, y = (u + 0.5 - camera.cx) / camera.fx, (v + 0.5 - camera.cy) / camera.fy
    rays = np.stack([x, y, np.ones_like(x)], axis=-1)
    solid = disparity > 0
    depth_m = np.where(solid, 1.0 / np.where(solid, disparity, 1.0), 1.0)
    points = (rays * depth_m[:, None]) @ camera.rotation.T
    points[solid] += camera.position
    size_m = np.where(solid, depth_m / camera.fx, 0.0)
    known = np.where(disparity >= 0, trust, 0.0)
    return np.column_stack([points, size_m, known]).astype(np.float32)


def world_to_pixel(camera: Camera) -> NDArray[np.float64]:
    """(3, 4): world to continuous pixel coordinates times depth."""
    lens = np.array([[camera.fx, 0.0, camera.cx], [0.0, camera.fy, camera.cy], [0.0, 0.0, 1.0]])
    matrix: NDArray[np.float64] = lens @ invert(camera.pose_c2w)[:3]
    return matrix


def _depths(samples: NDArray[np.float32], camera: Camera) -> NDArray[np.float32]:
    """(R, C) metres along the camera's axis at each sample; +inf sky, 0 unknown."""
    away = (samples[:, :3] - camera.position) @ camera.forward
    depths_m = np.where(samples[:, 3] > 0.0, away, np.inf)
    known = np.where(samples[:, 4] > 0.0, depths_m, 0.0).astype(np.float32)
    return known.reshape(SAMPLE_ROWS, SAMPLE_COLUMNS)

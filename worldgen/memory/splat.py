"""Draw remembered pictures from a new camera: colour, depth, and how sure of each.

    K pictures with depth and pose ──▶ splat ──▶ Recall at the new camera's full size

A plain function of arrays: a walk's memory calls it with the keyframes that it
chose, training calls it with frames of a clip.

Not here: which keyframes are kept or chosen (`shelf`, `select`), the loops (`kernel_surfels`,
`kernel_draw`, `kernel_resolve`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError
from worldgen.geometry import Camera, invert
from worldgen.memory.beside import beside
from worldgen.memory.haze import Air, seen_through
from worldgen.memory.kernel_draw import ZBuffer, draw
from worldgen.memory.kernel_resolve import close_pinholes, resolve
from worldgen.memory.kernel_surfels import lift

SAME_DEPTH = 0.08
"""Share of the depth within which two surfaces are taken for one."""

SURFEL_PLANES = 5
"""Planes that `kernel_surfels.lift` makes of a picture."""

Transfer = tuple[NDArray[np.float32], NDArray[np.float32]]

_IDENTITY = (np.eye(3, dtype=np.float32), np.zeros(3, np.float32))

_ALL = np.ones((1, 1), np.bool_)

STALE_WEIGHT = 0.5
"""What a keyframe whose colours no longer hold weighs against one whose do."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Recall:
    """What memory knows of a view. Unknown pixels are 0.

    Attributes:
        rgb: (H, W, 3) uint8.
        depth_m: (H, W) float32, metres along +z, +inf sky.
        colour: (H, W) float32, confidence in the colour, 0 to 1.
        depth: (H, W) float32, confidence in the depth, 0 to 1.
        source: (H, W) int16, which of the pictures each pixel came from; -1 where unknown.
        sharpness: (H, W) float32, 0 to 1, share of this view's resolution that was recorded;
            1 where a surface was seen from as near as now or nearer, however sure of it one is;
            less where it was seen through more air than lies before it now (`splat`).
    """

    rgb: NDArray[np.uint8]
    depth_m: NDArray[np.float32]
    colour: NDArray[np.float32]
    depth: NDArray[np.float32]
    source: NDArray[np.int16]
    sharpness: NDArray[np.float32]

    @classmethod
    def empty(cls, height_px: int, width_px: int) -> Recall:
        """Nothing known: (height_px, width_px) zeros."""
        size = (height_px, width_px)
        return cls(
            rgb=np.zeros((*size, 3), np.uint8),
            depth_m=np.zeros(size, np.float32),
            colour=np.zeros(size, np.float32),
            depth=np.zeros(size, np.float32),
            source=np.full(size, -1, np.int16),
            sharpness=np.zeros(size, np.float32),
        )


class Lifted(NamedTuple):
    """One picture, ready to be drawn.

    Attributes:
        rgb: (H, W, 3) uint8.
        surfels: (5, H, W) float32 from `kernel_surfels.lift`.
        camera: what saw it, from where, at its own size.
        fresh: whether its colours still hold; if not, only its depth is drawn.
        weight: what its sharpness counts for against that of others, 0 to 1.
        parts: (R, C) bool, which of the even parts of the picture are drawn; None is all.
    """

    rgb: NDArray[np.uint8]
    surfels: NDArray[np.float32]
    camera: Camera
    fresh: bool = True
    weight: float = 1.0
    parts: NDArray[np.bool_] | None = None


def splat(
    rgbs: NDArray[np.uint8],
    depths_m: NDArray[np.float32],
    poses: NDArray[np.float64],
    camera: Camera,
    moving: NDArray[np.bool_] | None = None,
    *,
    source: Camera | None = None,
    fresh: NDArray[np.bool_] | None = None,
    witness: int | None = None,
    air: Air | None = None,
) -> Recall:
    """Draw K posed RGB-D pictures as `camera` sees them.

    Nearer surfaces hide farther ones. Where two pictures show one surface, the
    sharper one is drawn, and of two that are sharp enough the earlier in the list.
    A confidence is the share of the picture's sharpness that was recorded: 1 for
    what was seen as near as now or nearer, a half for what was seen from twice as far;
    of what was seen through more air than lies before it now, the share of its light that came
    through that, too.

    Args:
        rgbs: (K, H, W, 3) uint8.
        depths_m: (K, H, W) float32, metres along +z; +inf sky, 0 or NaN unknown.
        poses: (K, 4, 4) float, camera to world, metres.
        camera: the view to draw; its size may differ from the pictures'.
        moving: (K, H, W) bool, what to leave out because it moves by itself; None is nothing.
        source: intrinsics of the pictures; None is `camera`'s, scaled to their size.
        fresh: (K,) bool, whose colours still hold; None is all. The others give depth only.
        witness: the picture, counted from either end, that is believed where pictures disagree:
            what others show in front of what it saw is left out. None is no such picture.
        air: between all of them and the world; None is none.

    Returns:
        The view, (h, w) of `camera`.

    Raises:
        ShapeError: the arrays do not fit one another.
    """
    count, height, width = _checked(rgbs, depths_m, poses, moving)
    taken_with = camera.resized(width, height) if source is None else source
    hidden = np.zeros((height, width), np.bool_)
    lifted = []
    for k in range(count):
        surfels = np.empty((SURFEL_PLANES, height, width), np.float32)
        lift(depths_m[k], hidden if moving is None else moving[k], surfels)
        holds = fresh is None or bool(fresh[k])
        there = taken_with.at(poses[k])
        lifted.append(Lifted(rgb=rgbs[k], surfels=surfels, camera=there, fresh=holds))
    believed = None if witness is None else lifted[witness]
    return draw_lifted(lifted, camera, believed, air)


def draw_lifted(
    pictures: Sequence[Lifted],
    camera: Camera,
    witness: Lifted | None = None,
    air: Air | None = None,
) -> Recall:
    """`splat` for pictures that were lifted before, of any size.

    The witness may be one of the pictures; it is drawn first then. The view's upper and lower
    half are drawn at the same time; neither reads what the other writes, so that it does not
    matter who is first.
    """
    buffer = ZBuffer.empty(camera.height_px, camera.width_px)
    recall = Recall.empty(camera.height_px, camera.width_px)
    ways = [transfer(picture.camera, camera) for picture in pictures]
    back = None if witness is None else transfer(camera, witness.camera)
    middle = camera.height_px // 2
    per_m = 0.0 if air is None else air.per_m

    def band(first: int, end: int) -> None:
        _draw_band(pictures, ways, witness, back, per_m, (first, end), buffer, recall)

    upper = beside(band, 0, middle)
    band(middle, camera.height_px)
    upper.result()
    if air is not None:
        eyes = [picture.camera.position for picture in pictures]
        seen_through(air, camera, eyes, recall.rgb, recall.depth_m, recall.source)
    planes = (recall.rgb, recall.depth_m, recall.colour, recall.depth, recall.sharpness)
    close_pinholes(buffer, *planes)
    return recall


def _draw_band(
    pictures: Sequence[Lifted],
    ways: Sequence[Transfer],
    witness: Lifted | None,
    back: Transfer | None,
    per_m: float,
    rows: tuple[int, int],
    buffer: ZBuffer,
    recall: Recall,
) -> None:
    """Draw some rows of a view; `back` leads from it to the witness."""
    nobody = (np.empty((SURFEL_PLANES, 0, 0), np.float32), *_IDENTITY)
    told = nobody if witness is None or back is None else (witness.surfels, *back)
    for k in sorted(range(len(pictures)), key=lambda k: pictures[k] is not witness):
        picture = pictures[k]
        other = nobody if picture is witness else told
        parts = _ALL if picture.parts is None else picture.parts
        as_what = (k, _weight(picture), SAME_DEPTH, parts, per_m)
        draw(picture.surfels, *ways[k], *other, *as_what, rows, buffer)
    first, end = rows
    mine = slice(first, end)
    band = ZBuffer(buffer.front[mine], buffer.found[mine], buffer.winner[mine])
    planes = (recall.rgb[mine], recall.depth_m[mine], recall.colour[mine], recall.depth[mine])
    for k, picture in enumerate(pictures):
        from_k = (picture.rgb, picture.surfels, _weight(picture), picture.fresh)
        resolve(band, k, *from_k, *planes, recall.source[mine], recall.sharpness[mine])


def transfer(source: Camera, target: Camera) -> Transfer:
    """(3, 3) and (3,) float32: source pixel index and disparity to target pixel index."""
    into = _intrinsics(target) @ invert(target.pose_c2w)[:3] @ source.pose_c2w
    matrix = into[:, :3] @ _from_pixels(source)
    return matrix.astype(np.float32), into[:, 3].astype(np.float32)


def _weight(picture: Lifted) -> float:
    return picture.weight * (1.0 if picture.fresh else STALE_WEIGHT)


def _intrinsics(camera: Camera) -> NDArray[np.float64]:
    """(3, 3): camera axes to pixel indices, whose centres are whole numbers."""
    return np.array(
        [[camera.fx, 0.0, camera.cx - 0.5], [0.0, camera.fy, camera.cy - 0.5], [0.0, 0.0, 1.0]]
    )


def _from_pixels(camera: Camera) -> NDArray[np.float64]:
    """(3, 3): the inverse of `_intrinsics`."""
    x, y = (0.5 - camera.cx) / camera.fx, (0.5 - camera.cy) / camera.fy
    return np.array([[1.0 / camera.fx, 0.0, x], [0.0, 1.0 / camera.fy, y], [0.0, 0.0, 1.0]])


def _checked(
    rgbs: NDArray[np.uint8],
    depths_m: NDArray[np.float32],
    poses: NDArray[np.float64],
    moving: NDArray[np.bool_] | None,
) -> tuple[int, int, int]:
    """K, H, W; or ShapeError."""
    shape = depths_m.shape
    fits = len(shape) == 3 and rgbs.shape == (*shape, 3) and np.shape(poses) == (shape[0], 4, 4)
    if not fits or (moving is not None and moving.shape != shape):
        raise ShapeError(
            f"pictures to draw do not fit one another: rgbs {rgbs.shape}, depths_m {shape}, "
            f"poses {np.shape(poses)}, moving {None if moving is None else moving.shape}; "
            "wanted (K, H, W, 3), (K, H, W), (K, 4, 4) and (K, H, W)"
        )
    if rgbs.dtype != np.uint8 or depths_m.dtype != np.float32:
        raise ShapeError(
            f"pictures to draw: got rgb {rgbs.dtype} and depth {depths_m.dtype}; "
            "wanted uint8 and float32"
        )
    if not np.isfinite(poses).all():
        raise ShapeError("a picture to draw has a pose that is not finite; leave it out")
    return shape

"""Who stands still, or only turns, goes on seeing what they saw.

    the pictures taken from here ──turned──▶ what a model is told of the next view

What memory is half sure of, because it was seen from farther off, is drawn again in every
picture, a little otherwise each time: on the move that is more and more detail, to who stands
still it shimmers, and who looks aside and back sees outlines shift. So at one place the pictures
that were taken there are what a model is told, turned to where one looks, but for what moves by
itself and what was new a moment ago (`steady`). Each is turned from the picture that was drawn,
never from one that was turned, so that nothing fades. Of the picture that it then draws memory
takes what is new, and keeps the rest (`carried`).

Only for models that say what moves: of others nobody knows what may be held still.

Not here: what is known of any other view (`spatial`), the loop that turns (`kernel_turn`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.memory.kernel_turn import turn
from worldgen.memory.keyframe import Look
from worldgen.memory.splat import Recall, transfer
from worldgen.types import Frame

SAME_PLACE_M, SAME_TURN = 1e-3, 1e-4
"""Nearer than this is the same place; axes that differ by less than this are the same."""

SHIFT_PX = 1.0
"""Who has moved so little that next to nothing shown shifts by more has not moved: a body that has
stopped sinks by a centimetre, over a second or two. It counts from where the first picture was
taken, or whoever creeps along would never see anything else."""

NEAR_SHARE, READ_PX = 0.02, 4
"""The nearest that a picture shows is the depth of this share of it; one in so many rows and
columns is read."""

NEW_SHARE, LOOKED_AT = 0.25, 24
"""A picture of which those taken here before do not show so large a share is held on to as well;
points in a row, and in a column, that tell."""

MOST_HELD = 24
"""Pictures from one place at most: they go all round."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Held:
    """A picture that is held on to where it was taken. Its arrays are never written to.

    Attributes:
        rgb: (H, W, 3) uint8.
        depth_m: (H, W) float32, metres along +z; +inf sky.
        known: (H, W) bool, what is known of it and does not move by itself.
        ripe: (H, W) bool, what of that is not to be drawn better.
        nearest_m: how far off the nearest that it shows is, metres.
        place_m: (3,) metres, world, where the first picture was taken that it goes on showing.
        camera, epoch, index: as in `Look`.
    """

    rgb: NDArray[np.uint8]
    depth_m: NDArray[np.float32]
    known: NDArray[np.bool_]
    ripe: NDArray[np.bool_]
    nearest_m: float
    place_m: NDArray[np.float64]
    camera: Camera
    epoch: int
    index: int

    @classmethod
    def of(cls, seen: Look, place_m: NDArray[np.float64]) -> Held:
        """The newest picture, held on to; it shows what is seen from a place, (3,) metres."""
        plain, known = seen.plain, seen.surfels[0] >= 0.0
        few = plain.depth_m[::READ_PX, ::READ_PX][known[::READ_PX, ::READ_PX]]
        return cls(
            rgb=plain.rgb,
            depth_m=plain.depth_m,
            known=known,
            ripe=known & ~plain.green,
            nearest_m=float(np.quantile(few, NEAR_SHARE, method="lower")) if few.size else 0.0,
            place_m=place_m,
            camera=seen.camera,
            epoch=seen.epoch,
            index=seen.index,
        )

    def without(self, gone: NDArray[np.bool_]) -> Held:
        """The same, knowing nothing where a mask, (H, W) bool, covers it."""
        return replace(self, known=self.known & ~gone, ripe=self.ripe & ~gone)

    def is_from(self, camera: Camera, epoch: int) -> bool:
        """Whether it shows what is seen from where a camera is, but for less than one sees."""
        apart_m = float(np.linalg.norm(camera.position - self.place_m))
        little = apart_m < SAME_PLACE_M or apart_m * camera.fx < SHIFT_PX * self.nearest_m
        return little and self.epoch == epoch and self.camera.shape == camera.shape


def steady(recall: Recall, held: Sequence[Held], camera: Camera, epoch: int) -> Recall:
    """What a model is told of a view: what was seen from there, and what else memory knows.

    Args:
        recall: what memory knows of it.
        held: the pictures that are held on to.
        camera: the view.
        epoch: the style that the world is in.
    """
    here = [one for one in held if one.is_from(camera, epoch)]
    if not here:
        return recall
    rgb, depth_m = recall.rgb.copy(), recall.depth_m.copy()
    told = np.zeros(camera.shape, np.bool_)
    same = next((one for one in here if _same(one.camera, camera)), None)
    if same is not None:
        told |= same.known
        rgb[told], depth_m[told] = same.rgb[told], same.depth_m[told]
    else:
        for one in here:
            matrix, _ = transfer(camera, one.camera)
            turn(one.rgb, one.depth_m, one.ripe, matrix, rgb, depth_m, told)
    sure = np.float32(1.0)
    return replace(
        recall,
        rgb=rgb,
        depth_m=depth_m,
        colour=np.where(told, sure, recall.colour),
        depth=np.where(told, sure, recall.depth),
        sharpness=np.where(told, sure, recall.sharpness),
    )


def carried(frame: Frame, held: Sequence[Held], epoch: int) -> Frame:
    """A frame as memory takes it: where a picture is held on to, that one, and what is new."""
    here = [one for one in held if one.is_from(frame.camera, epoch)]
    same = next((one for one in here if _same(one.camera, frame.camera)), None)
    if same is None or frame.depth_m is None or frame.moving is None:
        return frame
    known = same.known & (frame.depth_m > 0) & ~frame.moving
    return replace(
        frame,
        rgb=np.where(known[..., None], same.rgb, frame.rgb),
        depth_m=np.where(known, same.depth_m, frame.depth_m),
    )


def held_after(held: Sequence[Held], seen: Look) -> tuple[Held, ...]:
    """The pictures that are held on to after one more, oldest first; those of other places go.

    The newest is among them; once it is no more, it stays if it shows enough that others do not.
    """
    here = [one for one in held if one.is_from(seen.camera, seen.epoch)]
    newest = Held.of(seen, here[0].place_m if here else seen.camera.position)
    stood = next((one for one in here if _same(one.camera, seen.camera)), None)
    if stood is not None:
        ripe = newest.ripe | (newest.known & stood.known)  # it was held on to, and stays
        others = [one for one in here if not _same_way(one.camera, seen.camera)]
        return (replace(newest, ripe=ripe), *others)
    if len(here) > 1 and _new_share(here[:-1], here[-1].camera) < NEW_SHARE:
        here.pop()
    if len(here) == MOST_HELD:
        here.remove(min(here, key=lambda one: float(one.camera.forward @ seen.camera.forward)))
    return (*here, newest)


def _new_share(held: Sequence[Held], camera: Camera) -> float:
    """How much of a view no picture from its place shows, 0 to 1."""
    height, width = camera.shape
    middles = (np.arange(LOOKED_AT) + 0.5) / LOOKED_AT
    rows, columns = height * middles - 0.5, width * middles - 0.5
    grid = np.stack([*np.meshgrid(columns, rows), np.ones((LOOKED_AT, LOOKED_AT))])
    shown = np.zeros((LOOKED_AT, LOOKED_AT), np.bool_)
    for one in held:
        x, y, z = np.tensordot(transfer(camera, one.camera)[0], grid, 1)
        inside = (x > -0.5 * z) & (x < (width - 0.5) * z)
        shown |= (z > 0) & inside & (y > -0.5 * z) & (y < (height - 0.5) * z)
    return 1.0 - float(shown.mean())


def _same(one: Camera, other: Camera) -> bool:
    apart_m = np.abs(one.position - other.position)
    return bool(apart_m.max() < SAME_PLACE_M) and _same_way(one, other)


def _same_way(one: Camera, other: Camera) -> bool:
    return bool(np.abs(one.rotation - other.rotation).max() < SAME_TURN)

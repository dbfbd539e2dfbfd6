"""Who stands still goes on seeing what they saw.

What memory is half sure of, because it was seen from farther off, is drawn again in every
picture, a little otherwise each time: on the move that is more and more detail, to who stands
still it shimmers. So from the very place where the newest picture was taken, that picture is
what a model is told, but for what moves by itself (`steady`); and of the picture that it then
draws memory takes what is new, and keeps the rest (`carried`).

Only for models that say what moves: of others nobody knows what may be held still.

Not here: what is known of any other view (`spatial`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from worldgen.geometry import Camera
from worldgen.memory.keyframe import Look
from worldgen.memory.splat import Recall
from worldgen.types import Frame

SAME_PLACE_M, SAME_TURN = 1e-3, 1e-4
"""Nearer than this is the same place; axes that differ by less than this are the same."""


def steady(recall: Recall, newest: Look | None, camera: Camera, epoch: int) -> Recall:
    """What a model is told of a view: what memory knows, or what was just seen from there.

    Args:
        recall: what memory knows of it.
        newest: the newest picture, if it says what moves.
        camera: the view.
        epoch: the style that the world is in.
    """
    if newest is None or newest.epoch != epoch or not _same(newest.camera, camera):
        return recall
    known = newest.surfels[0] >= 0.0
    one = np.float32(1.0)
    return replace(
        recall,
        rgb=np.where(known[..., None], newest.plain.rgb, recall.rgb),
        depth_m=np.where(known, newest.plain.depth_m, recall.depth_m),
        colour=np.where(known, one, recall.colour),
        depth=np.where(known, one, recall.depth),
        sharpness=np.where(known, one, recall.sharpness),
    )


def carried(frame: Frame, newest: Look | None, epoch: int) -> Frame:
    """A frame as memory takes it: where the newest picture was taken, that one, and what is new."""
    if newest is None or newest.epoch != epoch or not _same(newest.camera, frame.camera):
        return frame
    if frame.depth_m is None or frame.moving is None:
        return frame
    known = (newest.surfels[0] >= 0.0) & (frame.depth_m > 0) & ~frame.moving
    return replace(
        frame,
        rgb=np.where(known[..., None], newest.plain.rgb, frame.rgb),
        depth_m=np.where(known, newest.plain.depth_m, frame.depth_m),
    )


def _same(one: Camera, other: Camera) -> bool:
    if one.shape != other.shape:
        return False
    apart = np.abs(one.pose_c2w - other.pose_c2w)
    return bool(apart[:3, 3].max() < SAME_PLACE_M and apart[:3, :3].max() < SAME_TURN)

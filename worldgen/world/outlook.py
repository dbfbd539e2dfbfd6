"""Looking aside before one goes there: what comes into view is drawn whole, not strip by strip.

    turning   to a side that is unknown ──▶ the view there, half known, is drawn first
    standing  one view a frame, all the way round ──▶ the same, before anybody turns

While one turns, each frame shows a strip that nobody has seen. Drawn by itself, it
has no room for a house: strip joins strip, and a smear grows. So when a strip comes up, the
whole view beside it is drawn first, in one piece and by what memory knows of the half
that both share, and the next frames come upon it. Nobody is shown that picture.

Which views are drawn depends on the moment alone, never on a clock: the same actions
look aside at the same frames.

Not here: drawing (`models`), keeping (`memory.glimpse`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, pose, rotation_angle_rad, wrap_angle, yaw_pitch_of
from worldgen.memory import Recall, SpatialMemory
from worldgen.types import Frame

YAW_RAD, PITCH_RAD = 0.55, 0.35
"""How far one looks aside: about half of the view is known then, and binds the other half."""

ROUND = tuple(side * step * YAW_RAD for step in range(1, 6) for side in (1, -1))
"""Where one looks who stands still, radians to the right: each next to one before."""

STEEPEST_RAD = 0.7
"""Nobody looks aside further up or down than this."""

SURE = 0.5
"""Confidence in a colour, as a share of its sharpness, up to which it is still to be drawn."""

RIM_PX = 3
"""Columns and rows at a view's sides that tell whether there is more to see beyond."""

RIM_SHARE = 0.4
"""Share of such a side that is unknown when there is."""

LEAST_TURN_RAD = 1e-3
"""A view that turns by less from one frame to the next does not turn."""

LEAST_NEW, MOST_NEW = 0.1, 0.75
"""Share of a view aside that is unknown: with less it is not worth a picture, with more it would
be one of another place."""

AGAIN_M, AGAIN_RAD = 1.0, 0.3
"""Nobody looks twice from places and in directions as near to each other as this."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Outlook:
    """A view aside: from where, and what is known of it."""

    camera: Camera
    known: Recall


def ahead(
    memory: SpatialMemory,
    before: Frame,
    camera: Camera,
    known: Recall,
    epoch: int,
    draw: Callable[[Outlook], Frame],
) -> SpatialMemory:
    """The memory after a look aside, if there is something to see; else the same one.

    Args:
        memory: what was seen so far.
        before: the newest frame.
        camera: the view that is to be drawn next.
        known: what memory knows of it.
        epoch: the style that the world is in.
        draw: draws a view aside, as a frame that may be remembered.
    """
    aside = _beside(before.camera, camera, _unseen(known))
    if aside is None and np.array_equal(camera.pose_c2w, before.camera.pose_c2w):
        aside = _turned(camera, ROUND[before.index % len(ROUND)], 0.0)
    if aside is None or memory.has_view(aside, epoch, AGAIN_M, AGAIN_RAD):
        return memory
    there = memory.hint(aside, epoch)
    new = np.count_nonzero(_unseen(there)) / there.colour.size
    if not LEAST_NEW <= new <= MOST_NEW:
        return memory
    return memory.glimpse(draw(Outlook(camera=aside, known=there)), epoch, there)


def _beside(before: Camera, camera: Camera, unseen: NDArray[np.bool_]) -> Camera | None:
    """The camera turned further to where it turns, if that side of its view is unknown.

    Right or left go before up or down: of a view turned both ways too little is known. Who walks
    without turning comes upon gaps beside things, which are best drawn from where they are seen.
    """
    (yaw, pitch), (yaw_before, pitch_before) = (
        yaw_pitch_of(view.pose_c2w) for view in (camera, before)
    )
    right, up = _sign(wrap_angle(yaw - yaw_before)), _sign(pitch - pitch_before)
    if right and _is_unknown(unseen[:, -RIM_PX:] if right > 0 else unseen[:, :RIM_PX]):
        return _turned(camera, right * YAW_RAD, 0.0)
    if up and _is_unknown(unseen[:RIM_PX] if up > 0 else unseen[-RIM_PX:]):
        turned = _turned(camera, 0.0, up * PITCH_RAD)
        far = rotation_angle_rad(camera.pose_c2w, turned.pose_c2w)
        return turned if far > AGAIN_RAD else None
    return None


def _turned(camera: Camera, right_rad: float, up_rad: float) -> Camera:
    yaw, pitch = yaw_pitch_of(camera.pose_c2w)
    tilted = min(max(pitch + up_rad, -STEEPEST_RAD), STEEPEST_RAD)
    return camera.at(pose(camera.position, yaw + right_rad, tilted))


def _unseen(known: Recall) -> NDArray[np.bool_]:
    """(H, W): pixels of which nothing is known, or nothing that is held to."""
    unseen: NDArray[np.bool_] = known.colour <= np.float32(SURE) * known.sharpness
    return unseen


def _is_unknown(rim: NDArray[np.bool_]) -> bool:
    return bool(np.count_nonzero(rim) >= RIM_SHARE * rim.size)


def _sign(turn_rad: float) -> int:
    return int(turn_rad > LEAST_TURN_RAD) - int(turn_rad < -LEAST_TURN_RAD)

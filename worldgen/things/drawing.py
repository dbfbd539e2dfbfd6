"""Things as a camera sees them: exact depth, colour in plain sunlight, and whose each pixel is.

    things + camera ──▶ draw ──▶ Drawing

What is drawn here is never shown: it goes into the model's hint, and the model
draws it in its own style and light. Light is the sun's and the sky's (Lambert),
and as bright as the picture that the thing is to stand in.

Not here: the loops (`kernel_ray`), joining with what is remembered (`world`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, invert
from worldgen.things.kernel_ray import NEAR_M
from worldgen.things.kernel_ray import draw as draw_rows
from worldgen.things.shapes import Thing, corners, rows

SUN = np.array([-0.45, -0.75, -0.48]) / np.linalg.norm([-0.45, -0.75, -0.48])
"""Unit direction towards the sun that things are shaded by: high, behind the first view's left."""

AMBIENT = 0.55
"""Share of the light that comes from all around."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawing:
    """Things alone, as a camera sees them.

    Attributes:
        rgb: (H, W, 3) float32, 0 to 255, 0 where there is nothing.
        depth_m: (H, W) float32, metres along +z, +inf where there is nothing.
        owner: (H, W) int16, place of the thing in the list that was drawn, -1 for none.
    """

    rgb: NDArray[np.float32]
    depth_m: NDArray[np.float32]
    owner: NDArray[np.int16]


def draw(things: Sequence[Thing], camera: Camera) -> Drawing:
    """Draw things in daylight.

    Args:
        things: any, also behind the camera.
        camera: the view.

    Returns:
        The drawing, at the camera's size.
    """
    size = camera.shape
    rgb = np.zeros((*size, 3), np.float32)
    depth_m = np.full(size, np.inf, np.float32)
    owner = np.full(size, -1, np.int16)
    table = rows(things)
    lens = camera.lens
    boxes = _boxes_px(table, camera)
    draw_rows(table, boxes, lens, camera.pose_c2w, SUN, AMBIENT, rgb, depth_m, owner)
    return Drawing(rgb=rgb, depth_m=depth_m, owner=owner)


def _boxes_px(table: NDArray[np.float64], camera: Camera) -> NDArray[np.int64]:
    """(P, 4): columns and rows, first and last, that a part can cover; last < first for none."""
    height, width = camera.shape
    into = invert(camera.pose_c2w)
    seen = corners(table) @ into[:3, :3].T + into[:3, 3]
    ahead = np.maximum(seen[..., 2], NEAR_M)
    u = np.floor(np.clip(seen[..., 0] / ahead * camera.fx + camera.cx, -1e6, 1e6))
    v = np.floor(np.clip(seen[..., 1] / ahead * camera.fy + camera.cy, -1e6, 1e6))
    boxes = np.stack([u.min(axis=1), u.max(axis=1), v.min(axis=1), v.max(axis=1)], axis=-1)
    boxes[(seen[..., 2] < NEAR_M).any(axis=1)] = (0, width - 1, 0, height - 1)
    boxes[(seen[..., 2] < NEAR_M).all(axis=1)] = (0, -1, 0, -1)
    boxes[:, 0::2] = np.maximum(boxes[:, 0::2], 0)
    boxes[:, 1] = np.minimum(boxes[:, 1], width - 1)
    boxes[:, 3] = np.minimum(boxes[:, 3], height - 1)
    return boxes.astype(np.int64)

"""A part of the view that was pointed out for a thing: where that stands, and how large it is.

    a mask's rows and columns ──▶ Pointed ──▶ the way to the ground at its lower edge
    Pointed + a thing there   ──▶ whether all of the thing is seen in it

Not here: which part it is (`world`), making a thing (`placing`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, project
from worldgen.things.shapes import Thing, corners, rows

NEAREST_M, FARTHEST_M = 2.0, 60.0
"""The front of a thing stands at least so far off, and at most."""

SMALLEST, LARGEST = 0.15, 4.0
"""How many times as large as usual a thing may be that fills a part."""

FLAT = 0.005
"""A lower edge less steeply below the horizon than this does not reach down to the ground."""


@dataclass(frozen=True, kw_only=True)
class Pointed:
    """A part of the view, as the upright box round it.

    Attributes:
        columns, rows: its edges in pixels of the view: left and right, upper and lower.
    """

    columns: tuple[float, float]
    rows: tuple[float, float]

    def yaw_rad(self, camera: Camera) -> float:
        """The heading of the middle of its lower edge."""
        x, _, z = self._down(camera).tolist()
        return math.atan2(x, z)

    def away_m(self, camera: Camera, ground_y_m: float) -> float | None:
        """How far off ground of that height is seen at its lower edge; None if it is above all."""
        x, y, z = self._down(camera).tolist()
        along = math.hypot(x, z)
        if y < FLAT * along:
            return None
        away_m: float = (ground_y_m - float(camera.position[1])) * along / y
        return min(max(away_m, NEAREST_M), FARTHEST_M)

    def holds(self, thing: Thing, camera: Camera) -> bool:
        """Whether no part of a thing is seen beside it or above it."""
        uv, depth_m = project(corners(rows([thing])).reshape(-1, 3), camera)
        (u, v), (left, right), upper = uv.T, self.columns, self.rows[0]
        return bool(
            (depth_m > 0).all() and u.min() >= left and u.max() <= right and v.min() >= upper
        )

    def _down(self, camera: Camera) -> NDArray[np.float64]:
        """(3,): the world's direction of the middle of its lower edge."""
        x = (sum(self.columns) / 2.0 - camera.cx) / camera.fx
        y = (self.rows[1] - camera.cy) / camera.fy
        way: NDArray[np.float64] = camera.rotation @ np.array([x, y, 1.0])
        return way

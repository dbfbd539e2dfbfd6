"""Room in one picture for every triangle of a mesh: two to a square, as large as they were seen.

    a triangle ──▶ half a square, its corner across the longest edge at the right angle
    squares    ──▶ rows, largest first

A triangle gets texels by how many pixels it filled in the picture taken from nearest
by, so that what was seen closely keeps its detail and a far hill takes little room.
Round each triangle its own surface goes on for a texel, so that a viewer that blends
neighbouring texels blends no strangers.

Not here: what colours the texels get (`texturing`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.meshes.mesh import Mesh

LEAST_PX, MOST_PX = 4, 96
"""Sides of squares."""

_EDGE_PX, _SPARE_PX = 0.5, 2.0
"""From a triangle's right angle to its square's corner, and from its tips to the far sides."""

_HALVINGS = 10


@dataclass(frozen=True, kw_only=True, eq=False)
class Atlas:
    """Where each of F triangles lies in a square picture.

    Attributes:
        side_px: of the picture.
        corners: (F, 3) int32, the mesh's vertices, the right angle first.
        squares: (F, 3) int64: first column, first row and side of each triangle's square.
        second: (F,) bool: lies in the square's far half, turned half a turn.
    """

    side_px: int
    corners: NDArray[np.int32]
    squares: NDArray[np.int64]
    second: NDArray[np.bool_]

    def uv(self) -> NDArray[np.float32]:
        """(F, 3, 2) each corner's place: right and down, 0 to 1."""
        x, y, side = (self.squares[:, k, None].astype(np.float64) for k in range(3))
        near, far = np.full_like(side, _EDGE_PX), side - _SPARE_PX
        along, down = np.hstack([near, far, near]), np.hstack([near, near, far])
        turned = self.second[:, None]
        u = x + np.where(turned, side - along, along)
        v = y + np.where(turned, side - down, down)
        return (np.stack([u, v], axis=-1) / self.side_px).astype(np.float32)

    def texels(self) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
        """All texels in use: (P,) place in the flat picture, (P,) triangle, (P, 3) shares of it.

        Shares sum to 1; in the texels round a triangle some are below 0.
        """
        places, owners, shares = [], [], []
        for side in np.unique(self.squares[:, 2]):
            row, column = np.indices((side, side)).reshape(2, -1)
            for second in (False, True):
                who = np.flatnonzero((self.squares[:, 2] == side) & (self.second == second))
                here = row + column >= side if second else row + column < side
                i, j = column[here], row[here]
                at = (
                    (self.squares[who, 1, None] + j) * self.side_px + self.squares[who, 0, None] + i
                )
                if second:
                    i, j = side - 1 - i, side - 1 - j
                share = np.stack([i, j], axis=1) / (side - _EDGE_PX - _SPARE_PX)
                share = np.concatenate([1 - share.sum(1, keepdims=True), share], axis=1)
                places.append(at.ravel())
                owners.append(np.repeat(who, len(i)))
                shares.append(np.tile(share.astype(np.float32), (len(who), 1)))
        return np.concatenate(places), np.concatenate(owners), np.concatenate(shares)


def atlas_of(mesh: Mesh, texel_m: NDArray[np.floating], side_px: int) -> Atlas:
    """Give every triangle its room.

    Args:
        mesh: at least one triangle.
        texel_m: (F,) metres that a pixel covered where each triangle was seen best.
        side_px: of the picture; triangles shrink until all fit in. It is doubled if they
            cannot.
    """
    corners = _right_angle_first(mesh)
    places = mesh.vertices_m[corners].astype(np.float64)
    legs_m = np.linalg.norm(places[:, 1:] - places[:, :1], axis=-1).max(axis=1)
    wanted_px = legs_m / np.maximum(texel_m, 1e-6)
    small, large = 0.0, 2.0
    for _ in range(_HALVINGS):
        middle = (small + large) / 2
        fits = _packed(_sides(wanted_px * middle), side_px) is not None
        small, large = (middle, large) if fits else (small, middle)
    sides = _sides(wanted_px * small)
    while (squares := _packed(sides, side_px)) is None:
        side_px *= 2
    order = np.argsort(-sides, kind="stable")
    of, second = np.empty(len(order), np.intp), np.empty(len(order), np.bool_)
    of[order], second[order] = np.arange(len(order)) // 2, np.arange(len(order)) % 2 == 1
    return Atlas(side_px=side_px, corners=corners, squares=squares[of], second=second)


def _right_angle_first(mesh: Mesh) -> NDArray[np.int32]:
    """(F, 3) faces turned so that their longest edge lies across from corner 0."""
    places = mesh.vertices_m[mesh.faces]
    across = np.linalg.norm(np.roll(places, -1, axis=1) - np.roll(places, 1, axis=1), axis=-1)
    turn = (np.argmax(across, axis=1)[:, None] + np.arange(3)) % 3
    return np.take_along_axis(mesh.faces, turn, axis=1)


def _sides(legs_px: NDArray[np.float64]) -> NDArray[np.int64]:
    """(F,) the side of the square that each triangle needs."""
    sides = np.ceil(legs_px + _EDGE_PX + _SPARE_PX).astype(np.int64)
    return np.clip(sides, LEAST_PX, MOST_PX)


def _packed(sides: NDArray[np.int64], side_px: int) -> NDArray[np.int64] | None:
    """(S, 3) column, row and side of squares for pairs of triangles, largest first, in rows.

    None if they do not fit in.
    """
    pairs = -np.sort(-sides)[::2]
    if int(np.sum(pairs**2)) > side_px**2:
        return None
    squares, x, y, tall = [], 0, 0, int(pairs[0])
    for side in pairs.tolist():
        if x + side > side_px:
            x, y, tall = 0, y + tall, side
        if y + side > side_px:
            return None
        squares.append((x, y, side))
        x += side
    return np.array(squares, np.int64)

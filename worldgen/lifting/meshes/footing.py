"""Ground under feet: plates for a collider where a body stood and nobody looked down.

Not here: the ground that was seen (`fusion`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.ground import EYE_M
from worldgen.lifting.meshes.mesh import Mesh

USUAL = (0.8, 4.0)
"""Eyes so high, in metres, are a body's: whose ground lies how deep, is known for all of them."""

LEAST_BELOW_M, MOST_BELOW_M = 0.3, 4.0
"""What lies so deep below an eye may be its ground; these and those below for a body's eyes."""

APART_M = 0.5
"""Cameras nearer to one another than this share a plate."""

WIDEST_M, OVERLAP_M = 5.0, 0.5
"""A plate reaches the nearest ground that was seen and so far over it, but never farther."""

LEVEL_M = 0.5
"""Ground is level with a plate that lies no farther above or below it."""

CORNERS = 16


def plates(mesh: Mesh, eyes_m: NDArray[np.float64], eye_m: float) -> list[Mesh]:
    """A level disc under each place where the mesh has no ground below the camera.

    Args:
        mesh: what was seen, world axes (+y down).
        eyes_m: (N, 3) float64, where the cameras were.
        eye_m: how high they are held, about; toys' and drones' plates are as much smaller or wider.
    """
    scale = 1.0 if USUAL[0] <= eye_m <= USUAL[1] else eye_m / EYE_M
    chosen = _apart(eyes_m, scale)
    below = [_ground_below(mesh, eye, scale) for eye in chosen]
    heights = [high for high in below if high is not None]
    high_m = float(np.median(heights)) if heights else scale * EYE_M
    return [
        _disc(eye + np.array([0.0, high_m, 0.0]), _reach(mesh, eye, high_m, scale))
        for eye, high in zip(chosen, below, strict=True)
        if high is None
    ]


def _apart(eyes_m: NDArray[np.float64], scale: float) -> list[NDArray[np.float64]]:
    """Cameras in their order, each `APART_M` or more, to scale, from the one chosen before it."""
    chosen = [eyes_m[0]]
    for eye in eyes_m[1:]:
        if np.linalg.norm(eye - chosen[-1]) >= scale * APART_M:
            chosen.append(eye)
    return chosen


def _ground_below(mesh: Mesh, eye: NDArray[np.float64], scale: float) -> float | None:
    """How far below an eye the mesh's nearest ground is, metres; None if there is none."""
    corners = mesh.vertices_m[mesh.faces] - eye
    a, b, c = (corners[:, k][:, [0, 2]] for k in range(3))
    p, q, r = _cross(a, b), _cross(b, c), _cross(c, a)
    under = ((p > 0) & (q > 0) & (r > 0)) | ((p < 0) & (q < 0) & (r < 0))
    p, q, r, y = p[under], q[under], r[under], corners[under][:, :, 1]
    down = (q * y[:, 0] + r * y[:, 1] + p * y[:, 2]) / (p + q + r)
    down = down[(down > scale * LEAST_BELOW_M) & (down < scale * MOST_BELOW_M)]
    return float(down.min()) if down.size else None


def _cross(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    crossed: NDArray[np.float64] = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return crossed


def _reach(mesh: Mesh, eye: NDArray[np.float64], eye_m: float, scale: float) -> float:
    """How wide a plate must be to meet the ground that was seen."""
    away = mesh.vertices_m - eye
    level = np.abs(away[:, 1] - eye_m) < scale * LEVEL_M
    if not level.any():
        return scale * WIDEST_M / 2
    nearest = float(np.hypot(away[level, 0], away[level, 2]).min())
    return min(nearest + scale * OVERLAP_M, scale * WIDEST_M)


def _disc(middle: NDArray[np.float64], radius_m: float) -> Mesh:
    """A level disc that faces up (−y)."""
    turn = np.arange(CORNERS) * 2 * np.pi / CORNERS
    rim = middle + radius_m * np.stack([np.cos(turn), 0 * turn, np.sin(turn)], axis=1)
    here = np.arange(CORNERS)
    faces = np.stack([np.full(CORNERS, CORNERS), here, (here + 1) % CORNERS], axis=1)
    return Mesh(
        vertices_m=np.concatenate([rim, middle[None]]).astype(np.float32),
        faces=faces.astype(np.int32),
    )

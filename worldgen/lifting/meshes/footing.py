"""Ground under feet: plates for a collider where a body stood and nobody looked down.

Not here: the ground that was seen (`fusion`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.meshes.mesh import Mesh

EYE_M = 1.6
"""How high an eye is above the ground where no ground was seen under any."""

APART_M = 0.5
"""Cameras nearer to one another than this share a plate."""

WIDEST_M, OVERLAP_M = 5.0, 0.5
"""A plate reaches the nearest ground that was seen and so far over it, but never farther."""

CORNERS = 16


def plates(mesh: Mesh, eyes_m: NDArray[np.float64]) -> list[Mesh]:
    """A level disc under each place where the mesh has no ground below the camera.

    Args:
        mesh: what was seen, world axes (+y down).
        eyes_m: (N, 3) float64, where the cameras were.
    """
    chosen = _apart(eyes_m)
    below = [_ground_below(mesh, eye) for eye in chosen]
    heights = [high for high in below if high is not None]
    eye_m = float(np.median(heights)) if heights else EYE_M
    return [
        _disc(eye + np.array([0.0, eye_m, 0.0]), _reach(mesh, eye, eye_m))
        for eye, high in zip(chosen, below, strict=True)
        if high is None
    ]


def _apart(eyes_m: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Cameras in their order, each at least `APART_M` from the one chosen before it."""
    chosen = [eyes_m[0]]
    for eye in eyes_m[1:]:
        if np.linalg.norm(eye - chosen[-1]) >= APART_M:
            chosen.append(eye)
    return chosen


def _ground_below(mesh: Mesh, eye: NDArray[np.float64]) -> float | None:
    """How far below an eye the mesh's nearest ground is, metres; None if there is none."""
    corners = mesh.vertices_m[mesh.faces] - eye
    a, b, c = (corners[:, k][:, [0, 2]] for k in range(3))
    p, q, r = _cross(a, b), _cross(b, c), _cross(c, a)
    under = ((p > 0) & (q > 0) & (r > 0)) | ((p < 0) & (q < 0) & (r < 0))
    p, q, r, y = p[under], q[under], r[under], corners[under][:, :, 1]
    down = (q * y[:, 0] + r * y[:, 1] + p * y[:, 2]) / (p + q + r)
    down = down[(down > 0.3) & (down < 4.0)]
    return float(down.min()) if down.size else None


def _cross(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    crossed: NDArray[np.float64] = a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]
    return crossed


def _reach(mesh: Mesh, eye: NDArray[np.float64], eye_m: float) -> float:
    """How wide a plate must be to meet the ground that was seen."""
    away = mesh.vertices_m - eye
    level = np.abs(away[:, 1] - eye_m) < 0.5
    if not level.any():
        return WIDEST_M / 2
    nearest = float(np.hypot(away[level, 0], away[level, 2]).min())
    return min(nearest + OVERLAP_M, WIDEST_M)


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

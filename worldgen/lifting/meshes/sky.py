"""The sky that a walk saw, as a picture on a dome round it: for meshes, which have none.

    sky pixels of all frames ──▶ one picture by direction ──▶ gaps filled ──▶ dome, inside out

The picture is a map of directions: right is clockwise as seen from above, its upper
edge the zenith, its lower edge a little below the horizon, so that no slit opens
where the ground ends. What nobody saw is filled smoothly from what lies round it (`filling`).

Not here: the sky of splats, a shell of discs (`gaussians.surfels`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.geometry.depth import pixel_rays
from worldgen.lifting.filling import filled
from worldgen.lifting.meshes.mesh import Mesh
from worldgen.lifting.meshes.texturing import Textured
from worldgen.types import Frame

Floats = NDArray[np.float64]

PICTURE_PX = (256, 1024)
"""Rows and columns of the map: about a pixel of a 256 px frame."""

LOWEST_RAD = float(np.radians(-8))
_SEGMENTS, _RINGS = 64, 16
_LEAST_M, _MOST_M = 200.0, 2000.0


def sky_dome(frames: Sequence[Frame]) -> Textured:
    """The sky as a textured dome, in the world of the frames.

    Args:
        frames: with depth; +inf is sky. At least one.

    Returns:
        A mesh whose faces look inwards, (V, 3) vertices shared along edges, and its picture
        of `PICTURE_PX`.

    Raises:
        ExportError: no frame shows sky.
    """
    total = np.zeros((*PICTURE_PX, 4))
    for frame in frames:
        _add(total, frame)
    if not total[..., 3].any():
        raise ExportError("no frame of the walk shows sky, so there is no dome to make of it")
    colours = filled(total)
    places, uv, faces = _dome()
    centre, radius_m = _round(frames)
    mesh = Mesh(vertices_m=(centre + radius_m * places).astype(np.float32), faces=faces)
    return Textured(
        mesh=mesh,
        normals=(-places).astype(np.float32),
        uv=uv,
        picture=np.clip(np.rint(colours), 0, 255).astype(np.uint8),
    )


def _add(total: Floats, frame: Frame) -> None:
    """Sum a frame's sky into (H, W, 4): red, green, blue, how many."""
    assert frame.depth_m is not None, "frames without depth are left out before"
    sky = _well_inside(np.isposinf(frame.depth_m))
    rays = pixel_rays(frame.camera)[sky] @ frame.camera.rotation.T
    rays /= np.linalg.norm(rays, axis=1, keepdims=True)
    around = np.arctan2(rays[:, 0], rays[:, 2]) / (2 * np.pi) % 1.0
    down = (np.pi / 2 - np.arcsin(np.clip(-rays[:, 1], -1, 1))) / (np.pi / 2 - LOWEST_RAD)
    height, width = PICTURE_PX
    inside = down < 1
    row = (down[inside] * height).astype(np.intp)
    place = row * width + np.minimum((around[inside] * width).astype(np.intp), width - 1)
    rgb = frame.rgb[sky][inside].astype(np.float64)
    for at in range(4):
        weights = rgb[:, at] if at < 3 else None
        total[..., at] += np.bincount(place, weights, height * width).reshape(height, width)


def _well_inside(sky: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(H, W) bool: sky that is two pixels or more from anything else, whose colour seeps in."""
    padded = np.pad(sky, 2, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (5, 5))
    return np.asarray(windows.all((2, 3)))


def _dome() -> tuple[Floats, NDArray[np.float32], NDArray[np.int32]]:
    """Directions (V, 3) in our axes, texture places (V, 2), and faces that look inwards."""
    down, around = np.meshgrid(
        np.linspace(0, 1, _RINGS + 1), np.linspace(0, 1, _SEGMENTS + 1), indexing="ij"
    )
    height = np.pi / 2 - down * (np.pi / 2 - LOWEST_RAD)
    turn = 2 * np.pi * around
    places = np.stack(
        [np.cos(height) * np.sin(turn), -np.sin(height), np.cos(height) * np.cos(turn)], -1
    )
    uv = np.stack([around, down], -1).reshape(-1, 2).astype(np.float32)
    index = np.arange(uv.shape[0]).reshape(down.shape)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, :-1], index[1:, 1:]
    upper = np.stack([a, d, b], -1)[1:].reshape(-1, 3)  # those at the zenith have no area
    lower = np.stack([a, c, d], -1).reshape(-1, 3)
    return places.reshape(-1, 3), uv, np.concatenate([upper, lower]).astype(np.int32)


def _round(frames: Sequence[Frame]) -> tuple[Floats, float]:
    """The dome's middle, and its radius in metres: beyond all that is solid."""
    eyes = np.stack([frame.camera.position for frame in frames])
    centre: Floats = (eyes.min(0) + eyes.max(0)) / 2
    reach_m = float(np.linalg.norm(eyes - centre, axis=1).max())
    far_m = max(
        float(np.max(depth, where=np.isfinite(depth), initial=0.0))
        for depth in (frame.depth_m for frame in frames)
        if depth is not None
    )
    return centre, max(min(3 * far_m, _MOST_M), 1.5 * (far_m + reach_m), _LEAST_M)

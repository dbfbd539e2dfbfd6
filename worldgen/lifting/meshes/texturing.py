"""A mesh in fewer faces with a picture on it: detail finer than a vertex, in levels.

    mesh ──▶ simplify ──▶ atlas ──▶ every texel's place on the surface ──▶ paint ──▶ Textured

Texels are painted as vertices are, out of the pictures that saw them; those that no
picture shows take the colour that their triangle's corners lend them.

Not here: room for the triangles (`atlas`), files (`export`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.meshes.atlas import Atlas, atlas_of
from worldgen.lifting.meshes.cleaning import simplified
from worldgen.lifting.meshes.extent import extent_of
from worldgen.lifting.meshes.kernel_paint import paint
from worldgen.lifting.meshes.mesh import Mesh
from worldgen.lifting.meshes.painting import painted
from worldgen.lifting.meshes.views import Frames, each, planes_of, spread
from worldgen.progress import Progress

MOST_FRAMES = 120
"""Pictures that paint."""

SLACK_M = 0.15
"""How far a simplified surface may lie from what a picture shows, where a scene is not small."""

_FACE_TEXELS = 105
"""Texels a face, of which the picture's side follows."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Textured:
    """Triangles that share no vertices, and the picture that lies on them.

    Attributes:
        mesh: (3 F) vertices, F faces, no colours.
        normals: (3 F, 3) float32, unit, as smooth as the surface they come from.
        uv: (3 F, 2) float32, right and down from the picture's upper left corner, 0 to 1.
        picture: (S, S, 3) uint8 sRGB; a sky's is wider than high.
    """

    mesh: Mesh
    normals: NDArray[np.float32]
    uv: NDArray[np.float32]
    picture: NDArray[np.uint8]


def texture(mesh: Mesh, faces: Sequence[int], frames: Frames, progress: Progress) -> list[Textured]:
    """The mesh in levels of detail, each with its own picture.

    Args:
        mesh: at least one face, in the world of the frames.
        faces: how many each level may have, most first.
        frames: with depth; read twice a level, at most `MOST_FRAMES` of them.
        progress: told the share that is done.
    """
    chosen = spread(frames, MOST_FRAMES)
    slack_m = SLACK_M * extent_of(chosen).scale
    share = np.cumsum([0.0, *(most / sum(faces) for most in faces)])
    levels = []
    for at, most in enumerate(faces):
        begin, end = share[at], share[at + 1]

        def told(done: float, begin: float = begin, end: float = end) -> None:
            progress(begin + (end - begin) * done)

        levels.append(_level(simplified(mesh, most), slack_m, chosen, told))
    return levels


def _level(mesh: Mesh, slack_m: float, frames: Frames, progress: Progress) -> Textured:
    mesh = painted(mesh, slack_m, frames, lambda done: progress(0.2 * done))
    atlas = atlas_of(mesh, _texel_m(mesh, frames), _side_px(len(mesh.faces)))
    normals = mesh.normals()
    picture = _painted(
        mesh, normals, atlas, slack_m, frames, lambda done: progress(0.2 + 0.8 * done)
    )
    corners = atlas.corners.ravel()
    apart = Mesh(
        vertices_m=mesh.vertices_m[corners],
        faces=np.arange(len(corners), dtype=np.int32).reshape(-1, 3),
    )
    uv = atlas.uv().reshape(-1, 2)
    return Textured(mesh=apart, normals=normals[corners], uv=uv, picture=picture)


def _side_px(faces: int) -> int:
    """A power of two with about `_FACE_TEXELS` texels a face."""
    return int(2 ** np.clip(np.round(np.log2(faces * _FACE_TEXELS) / 2), 6, 12))


def _texel_m(mesh: Mesh, frames: Frames) -> NDArray[np.float64]:
    """(F,) metres that a pixel covers on each face, from the nearest camera."""
    middles = mesh.vertices_m[mesh.faces].mean(axis=1)
    nearest = np.full(len(middles), np.inf)
    for at in range(len(frames)):
        camera = frames[at].camera
        away = np.linalg.norm(middles - camera.position, axis=1)
        nearest = np.minimum(nearest, np.maximum(away, 0.3) / camera.fx)
    return nearest


def _painted(
    mesh: Mesh,
    normals: NDArray[np.float32],
    atlas: Atlas,
    slack_m: float,
    frames: Frames,
    progress: Progress,
) -> NDArray[np.uint8]:
    """(S, S, 3) uint8: what the pictures show at every texel's place on the surface."""
    place, owner, share = atlas.texels()
    corners = atlas.corners[owner]

    def mixed(values: NDArray[np.floating]) -> NDArray[np.float32]:
        total = sum(share[:, k, None] * values[corners[:, k]] for k in range(3))
        return np.asarray(total, np.float32)

    points, facing = mixed(mesh.vertices_m), mixed(normals)
    facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-9)
    total = np.zeros((len(points), 4), np.float32)
    for frame in each(frames, progress):
        plane, lens = planes_of(frame)
        paint(points, facing, slack_m, frame.rgb, plane, lens, frame.camera.pose_c2w, total)
    assert mesh.colours is not None, "painted before"
    colours = mixed(mesh.colours.astype(np.float32))
    known = total[:, 3] > 0
    colours[known] = total[known, :3] / total[known, 3:]
    flat = np.zeros((atlas.side_px**2, 3), np.uint8)
    flat[place] = np.clip(np.rint(colours), 0, 255)
    return flat.reshape(atlas.side_px, atlas.side_px, 3)

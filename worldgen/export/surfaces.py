"""A walk as a mesh for elsewhere: textbook files, each read back before it gets its name.

Not here: shapes (`lifting`), the bytes of each format (`gltf`, `obj`, `textured`, `usd`).
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np

from worldgen.errors import ExportError
from worldgen.export.gltf import glb_bytes, y_up
from worldgen.export.obj import obj_bytes
from worldgen.export.scene import aligned, seen, surface, textured
from worldgen.export.textured import textured_glb_bytes
from worldgen.export.whole import write_checked
from worldgen.lifting.meshes import Mesh, lift_collider, sky_dome
from worldgen.progress import Progress

PLACES_M = 1e-3
"""A file read back may differ from the mesh by so much."""


def write_glb(source: Path, file: Path, progress: Progress) -> None:
    """Write the walk's surface as binary glTF with vertex colours.

    Args:
        source: the walk.
        file: there whole or not at all.
        progress: told the share that is done.

    Raises:
        ExportError: the walk has no depth, or there is no surface in any.
        StorageError: the file cannot be written.
    """
    mesh = surface(source, lambda share: progress(0.97 * share))
    _place(file, glb_bytes(mesh), "glb", mesh)
    progress(1.0)


def write_obj(source: Path, file: Path, progress: Progress) -> None:
    """Write the walk's surface as Wavefront OBJ with vertex colours; else as `write_glb`."""
    mesh = surface(source, lambda share: progress(0.95 * share))
    _place(file, obj_bytes(mesh), "obj", mesh)
    progress(1.0)


def write_collider(source: Path, file: Path, progress: Progress) -> None:
    """Write a coarse, uncoloured surface for physics as binary glTF; else as `write_glb`."""
    frames = aligned(source, lambda share: progress(0.3 * share))
    mesh = lift_collider(frames, progress=lambda share: progress(0.3 + 0.67 * share))
    _place(file, glb_bytes(mesh), "glb", mesh)
    progress(1.0)


def write_textured(source: Path, file: Path, progress: Progress) -> None:
    """Write textured levels of detail as one binary glTF; else as `write_glb`."""
    levels = textured(source, lambda share: progress(0.97 * share))
    _place(file, textured_glb_bytes(levels), "glb", levels[0].mesh)
    progress(1.0)


def write_sky(source: Path, file: Path, progress: Progress) -> None:
    """Write the sky as a textured dome seen from inside, as binary glTF; else as `write_glb`.

    Raises:
        ExportError: the walk has no depth, or shows no sky.
    """
    dome = sky_dome(seen(source, lambda share: progress(0.8 * share)).frames)
    _place(file, textured_glb_bytes([dome]), "glb", dome.mesh)
    progress(1.0)


def _place(file: Path, data: bytes, kind: str, mesh: Mesh) -> None:
    write_checked(file, data, lambda back: _check(back, kind, mesh))


def _check(data: bytes, kind: str, mesh: Mesh) -> None:
    """Hold what trimesh reads in a file's scene against the mesh that was written.

    Raises:
        ExportError: they differ.
    """
    import trimesh

    asked: dict[str, Any] = {"process": False, "maintain_order": True}
    read = trimesh.load_scene(io.BytesIO(data), file_type=kind, **asked)
    faces = sum(len(read.geometry[read.graph[node][1]].faces) for node in read.graph.nodes_geometry)
    wanted = y_up(mesh.vertices_m[np.unique(mesh.faces)])
    limits = np.stack([wanted.min(axis=0), wanted.max(axis=0)])
    if faces != len(mesh.faces) or np.abs(read.bounds - limits).max() > PLACES_M:
        raise ExportError(
            f"the .{kind} read back is not what was written ({faces:,} faces for "
            f"{len(mesh.faces):,}); nothing was kept, please report this"
        )

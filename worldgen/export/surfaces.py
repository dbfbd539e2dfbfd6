"""A walk as a mesh for elsewhere: textbook files, each read back before it gets its name.

Not here: shapes (`lifting`), the bytes of each format (`gltf`, `obj`).
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from worldgen.errors import ExportError
from worldgen.export.gltf import glb_bytes, y_up
from worldgen.export.obj import obj_bytes
from worldgen.export.whole import write_checked
from worldgen.lifting.meshes import Mesh, lift_collider, lift_surface
from worldgen.recording import Walk, read_walk
from worldgen.types import Frame

PLACES_M = 1e-3
"""A file read back may differ from the mesh by so much."""

Progress = Callable[[float], None]


def write_glb(source: Path, file: Path, progress: Progress) -> None:
    """Write the walk's surface as binary glTF with vertex colours.

    Args:
        source: the walk, every frame with depth.
        file: there whole or not at all.
        progress: told the share that is done.

    Raises:
        ExportError: a frame has no depth, or there is no surface in any.
        StorageError: the file cannot be written.
    """
    with read_walk(source) as walk:
        mesh = lift_surface(WalkFrames(walk), progress=lambda done: progress(0.95 * done))
    _place(file, glb_bytes(mesh), "glb", mesh)
    progress(1.0)


def write_obj(source: Path, file: Path, progress: Progress) -> None:
    """Write the walk's surface as Wavefront OBJ with vertex colours; else as `write_glb`."""
    with read_walk(source) as walk:
        mesh = lift_surface(WalkFrames(walk), progress=lambda done: progress(0.9 * done))
    _place(file, obj_bytes(mesh), "obj", mesh)
    progress(1.0)


def write_collider(source: Path, file: Path, progress: Progress) -> None:
    """Write a coarse, uncoloured surface for physics as binary glTF; else as `write_glb`."""
    with read_walk(source) as walk:
        mesh = lift_collider(WalkFrames(walk), progress=lambda done: progress(0.95 * done))
    _place(file, glb_bytes(mesh), "glb", mesh)
    progress(1.0)


class WalkFrames:
    """A walk's frames, each read when it is asked for (`lifting.views.Frames`)."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        without = next((line.index for line in walk.lines if line.depth is None), None)
        if without is not None:
            raise ExportError(
                f"frame {without} of the walk has no depth, and without depth there is no "
                "shape; make the walk with a model that gives depth"
            )

    def __len__(self) -> int:
        return len(self._walk)

    def __getitem__(self, at: int, /) -> Frame:
        return self._walk.frame(at)


def _place(file: Path, data: bytes, kind: str, mesh: Mesh) -> None:
    write_checked(file, data, lambda back: _check(back, kind, mesh))


def _check(data: bytes, kind: str, mesh: Mesh) -> None:
    """Hold what trimesh reads in a file against the mesh that was written.

    Raises:
        ExportError: they differ.
    """
    import trimesh

    asked: dict[str, Any] = {"process": False, "maintain_order": True}
    read = trimesh.load_scene(io.BytesIO(data), file_type=kind, **asked)
    shapes = list(read.geometry.values())
    faces = sum(len(shape.faces) for shape in shapes)
    wanted = y_up(mesh.vertices_m[np.unique(mesh.faces)])
    limits = np.stack([wanted.min(axis=0), wanted.max(axis=0)])
    if faces != len(mesh.faces) or np.abs(read.bounds - limits).max() > PLACES_M:
        raise ExportError(
            f"the .{kind} read back is not what was written ({faces:,} faces for "
            f"{len(mesh.faces):,}); nothing was kept, please report this"
        )

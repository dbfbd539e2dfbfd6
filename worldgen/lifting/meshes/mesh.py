"""A triangle mesh as a value, in the axes of the world that it was lifted from.

Not here: how one is made (`surfaces`), how one is written (`export`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError


@dataclass(frozen=True, kw_only=True, eq=False)
class Mesh:
    """Triangles, anticlockwise as seen from outside (from where the camera was).

    Attributes:
        vertices_m: (V, 3) float32, metres, world axes (+y down).
        faces: (F, 3) int32 indices of vertices.
        colours: (V, 3) uint8 sRGB, or None.
    """

    vertices_m: NDArray[np.float32]
    faces: NDArray[np.int32]
    colours: NDArray[np.uint8] | None = None

    def __post_init__(self) -> None:
        vertices, faces, colours = self.vertices_m, self.faces, self.colours
        if vertices.ndim != 2 or vertices.shape[1] != 3 or vertices.dtype != np.float32:
            raise ShapeError(f"vertices must be (V, 3) float32, got {_is(vertices)}")
        if faces.ndim != 2 or faces.shape[1] != 3 or faces.dtype != np.int32:
            raise ShapeError(f"faces must be (F, 3) int32, got {_is(faces)}")
        if faces.size and not 0 <= faces.min() <= faces.max() < len(vertices):
            raise ShapeError(f"faces name vertices that are not among the {len(vertices)} there")
        if colours is not None and _is(colours) != f"{vertices.shape} uint8":
            raise ShapeError(f"colours must be {vertices.shape} uint8, got {_is(colours)}")
        if not np.isfinite(vertices).all():
            raise ShapeError("vertices must be finite, got NaN or infinity")

    def face_normals(self) -> NDArray[np.float32]:
        """(F, 3) outward normals, as long as twice their triangle's area in m²."""
        a, b, c = (self.vertices_m[self.faces[:, k]] for k in range(3))
        facing: NDArray[np.float32] = np.cross(b - a, c - a)
        return facing

    def areas_m2(self) -> NDArray[np.float32]:
        """(F,) m²."""
        areas: NDArray[np.float32] = np.linalg.norm(self.face_normals(), axis=1) / 2
        return areas

    def normals(self) -> NDArray[np.float32]:
        """(V, 3) unit normals of the vertices, faces weighed by area; up where there are none."""
        facing = self.face_normals()
        total = np.stack([self._gathered(facing[:, k]) for k in range(3)], axis=1)
        length = np.linalg.norm(total, axis=1, keepdims=True)
        up = np.broadcast_to(np.array([0.0, -1.0, 0.0]), total.shape)
        unit = np.divide(total, length, out=up.copy(), where=length > 1e-12).astype(np.float32)
        return np.asarray(unit, np.float32)

    def with_faces(self, keep: NDArray[np.bool_]) -> Mesh:
        """Only the faces marked in (F,), and only the vertices that these use."""
        faces = self.faces[keep]
        used = np.zeros(len(self.vertices_m), bool)
        used[faces] = True
        renamed = (np.cumsum(used) - 1).astype(np.int32)
        colours = None if self.colours is None else self.colours[used]
        return Mesh(vertices_m=self.vertices_m[used], faces=renamed[faces], colours=colours)

    def coloured(self, colours: NDArray[np.uint8]) -> Mesh:
        """The same with colours, (V, 3) uint8 sRGB."""
        return replace(self, colours=colours)

    def _gathered(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        """Sum over each vertex's faces of (F,) values."""
        corners, count = self.faces.ravel(), len(self.vertices_m)
        weights = np.repeat(values, 3).astype(np.float64)
        return np.bincount(corners, weights=weights, minlength=count).astype(np.float64)


def joined(meshes: list[Mesh]) -> Mesh:
    """Several meshes without colours as one."""
    begins = np.cumsum([0, *(len(mesh.vertices_m) for mesh in meshes)])
    none = Mesh(vertices_m=np.zeros((0, 3), np.float32), faces=np.zeros((0, 3), np.int32))
    parts = [none, *meshes]
    faces = [mesh.faces + begin for mesh, begin in zip(meshes, begins, strict=False)]
    return Mesh(
        vertices_m=np.concatenate([part.vertices_m for part in parts]),
        faces=np.concatenate([none.faces, *faces]).astype(np.int32),
    )


def _is(array: NDArray[np.generic]) -> str:
    return f"{array.shape} {array.dtype}"

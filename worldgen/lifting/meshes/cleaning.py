"""A raw mesh made fit for use: floating bits thrown away, fewer faces, holes closed.

Simplification is quadric edge collapse by `fast-simplification`. Not here:
where meshes come from (`fusion`), colours (`painting`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.meshes.kernel_clean import pieces
from worldgen.lifting.meshes.mesh import Mesh


def without_small_pieces(mesh: Mesh, least_m2: float) -> Mesh:
    """Only the pieces that measure at least `least_m2` in all."""
    if not len(mesh.faces):
        return mesh
    root = np.empty(len(mesh.vertices_m), np.int32)
    pieces(mesh.faces, root)
    of_face = root[mesh.faces[:, 0]]
    area = np.bincount(of_face, weights=mesh.areas_m2(), minlength=len(root))
    return mesh.with_faces(area[of_face] >= least_m2)


def simplified(mesh: Mesh, most_faces: int) -> Mesh:
    """About the same shape, without colours, in at most `most_faces` faces."""
    if len(mesh.faces) <= most_faces:
        return mesh
    from fast_simplification import simplify

    vertices, faces, before = mesh.vertices_m, mesh.faces, len(mesh.faces) + 1
    while most_faces < len(faces) < before:  # of ragged meshes it may give up halfway
        before = len(faces)
        vertices, faces = simplify(vertices, faces, target_count=most_faces)
    smaller = Mesh(
        vertices_m=np.ascontiguousarray(vertices, np.float32),
        faces=np.ascontiguousarray(faces, np.int32),
    )
    return smaller.with_faces(smaller.areas_m2() > 0)


def with_holes_closed(mesh: Mesh, widest_m: float) -> Mesh:
    """Holes whose rim is at most π × `widest_m` long are closed by a fan about their middle."""
    fans: list[NDArray[np.int64]] = []
    middles: list[NDArray[np.float32]] = []
    for rim in _rims(mesh.faces):
        around = mesh.vertices_m[rim]
        length = np.linalg.norm(around - np.roll(around, -1, axis=0), axis=1).sum()
        if len(rim) < 3 or length > np.pi * widest_m:
            continue
        middle = len(mesh.vertices_m) + len(middles)
        middles.append(around.mean(axis=0))
        fans.append(np.stack([np.roll(rim, -1), rim, np.full(len(rim), middle)], axis=1))
    if not fans:
        return mesh
    return Mesh(
        vertices_m=np.concatenate([mesh.vertices_m, np.stack(middles)]).astype(np.float32),
        faces=np.concatenate([mesh.faces, *fans]).astype(np.int32),
    )


def _rims(faces: NDArray[np.int32]) -> list[NDArray[np.int64]]:
    """Closed walks along edges that only one face has, in that face's own direction.

    None meets a vertex twice: where rims touch they are told apart.
    """
    edges = faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2).astype(np.int64)
    low, high = edges.min(axis=1), edges.max(axis=1)
    _, back, counts = np.unique(low << 32 | high, return_inverse=True, return_counts=True)
    after: dict[int, list[int]] = {}
    for start, end in edges[counts[back] == 1].tolist():
        after.setdefault(start, []).append(end)
    rims = []
    while after:
        at = next(iter(after))
        way, place = [at], {at: 0}
        while at in after:
            ends = after[at]
            at = ends.pop()
            if not ends:
                del after[way[-1]]
            if at in place:
                rims.append(np.array(way[place[at] :]))
                for left in way[place[at] + 1 :]:
                    del place[left]
                way = way[: place[at] + 1]
            else:
                place[at] = len(way)
                way.append(at)
    return rims

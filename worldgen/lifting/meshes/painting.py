"""Colours for a mesh, out of the pictures that saw it.

Not here: the inner loops (`kernel_paint`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.meshes.kernel_paint import paint
from worldgen.lifting.meshes.mesh import Mesh
from worldgen.lifting.meshes.views import Frames, each, planes_of
from worldgen.progress import Progress

UNSEEN = 128
"""The grey of what no picture paints and no neighbour can lend a colour to."""

ROUNDS = 24
"""A colour is lent on over at most so many edges."""


def painted(mesh: Mesh, slack_m: float, frames: Frames, progress: Progress) -> Mesh:
    """The mesh with a colour at every vertex.

    Args:
        mesh: to paint.
        slack_m: how far from what a picture shows a vertex may lie.
        frames: each with depth; read once.
        progress: told the share that is done.
    """
    total = np.zeros((len(mesh.vertices_m), 4), np.float32)
    normals = mesh.normals()
    for frame in each(frames, progress):
        plane, lens = planes_of(frame)
        pose = frame.camera.pose_c2w
        paint(mesh.vertices_m, normals, slack_m, frame.rgb, plane, lens, pose, total)
    known = total[:, 3] > 0
    colours = np.full((len(total), 3), float(UNSEEN))
    colours[known] = total[known, :3] / total[known, 3:]
    return mesh.coloured(np.rint(_lent(mesh, colours, known)).astype(np.uint8))


def _lent(
    mesh: Mesh, colours: NDArray[np.float64], known: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Vertices without a colour get the mean of their neighbours', ring by ring."""
    edges = mesh.faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2)
    edges = np.concatenate([edges, edges[:, ::-1]])
    for _ in range(ROUNDS):
        across = edges[known[edges[:, 0]] & ~known[edges[:, 1]]]
        if not len(across):
            break
        giver, taker = across.T
        count = np.bincount(taker, minlength=len(colours))
        for k in range(3):
            sums = np.bincount(taker, weights=colours[giver, k], minlength=len(colours))
            colours[:, k] = np.where(count > 0, sums / np.maximum(count, 1), colours[:, k])
        known = known | (count > 0)
    return colours

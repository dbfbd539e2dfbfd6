"""A mesh as a camera sees it: the plain twin of every viewer, to check meshes with.

A z-buffer without shading. Colours are mixed across a triangle as a viewer mixes
them: perspective-correct, in the space that they are given in.

Not here: colour spaces, anything quick.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.lifting.meshes.kernel_fusion import NEAR_M


@njit(cache=True, nogil=True, error_model="numpy")
def draw(
    vertices: NDArray[np.float32],
    faces: NDArray[np.int32],
    values: NDArray[np.float32],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    depth_m: NDArray[np.float32],
    picture: NDArray[np.float32],
) -> None:
    """Draw triangles into a picture.

    Args:
        vertices: (V, 3) float32 metres, world. faces: (F, 3) int32.
        values: (V, C) float32, to be mixed.
        lens: (4,) fx, fy, cx, cy in pixels. pose_c2w: (4, 4).
        depth_m: (H, W) float32, +inf where nothing is; read and written.
        picture: (H, W, C) float32, written where something is nearer than `depth_m`.
    """
    rows, columns = depth_m.shape
    r = pose_c2w
    seen = np.empty((len(vertices), 3))
    for n in range(len(vertices)):
        x, y, z = vertices[n, 0] - r[0, 3], vertices[n, 1] - r[1, 3], vertices[n, 2] - r[2, 3]
        c = r[0, 2] * x + r[1, 2] * y + r[2, 2] * z
        seen[n, 2] = c
        seen[n, 0] = lens[0] * (r[0, 0] * x + r[1, 0] * y + r[2, 0] * z) / c + lens[2]
        seen[n, 1] = lens[1] * (r[0, 1] * x + r[1, 1] * y + r[2, 1] * z) / c + lens[3]
    for n in range(len(faces)):
        i, j, k = faces[n, 0], faces[n, 1], faces[n, 2]
        p, q, s = seen[i], seen[j], seen[k]
        if min(p[2], q[2], s[2]) <= NEAR_M:
            continue
        area = (q[0] - p[0]) * (s[1] - p[1]) - (q[1] - p[1]) * (s[0] - p[0])
        if abs(area) < 1e-12:
            continue
        u0 = max(int(np.ceil(min(p[0], q[0], s[0]) - 0.5)), 0)
        u1 = min(int(np.floor(max(p[0], q[0], s[0]) - 0.5)), columns - 1)
        v0 = max(int(np.ceil(min(p[1], q[1], s[1]) - 0.5)), 0)
        v1 = min(int(np.floor(max(p[1], q[1], s[1]) - 0.5)), rows - 1)
        for v in range(v0, v1 + 1):
            for u in range(u0, u1 + 1):
                x, y = u + 0.5, v + 0.5
                a = ((q[0] - x) * (s[1] - y) - (q[1] - y) * (s[0] - x)) / area
                b = ((s[0] - x) * (p[1] - y) - (s[1] - y) * (p[0] - x)) / area
                c = 1.0 - a - b
                if min(a, b, c) < 0.0:
                    continue
                a, b, c = a / p[2], b / q[2], c / s[2]
                z = 1.0 / (a + b + c)
                if z < depth_m[v, u]:
                    depth_m[v, u] = z
                    for m in range(values.shape[1]):
                        mixed = a * values[i, m] + b * values[j, m] + c * values[k, m]
                        picture[v, u, m] = z * mixed

"""The inner loops of painting: what colour the pictures give to points of a surface.

A picture paints a point if it looks at its front, and if the surface that the
picture shows there is the point's own, by depth. Near pictures and those that
look straight on count most: the weight falls with the fourth power of distance,
so that a far view does not blur a near one.

Not here: which points (`painting`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.lifting.meshes.kernel_fusion import NEAR_M


@njit(cache=True, nogil=True, error_model="numpy")
def paint(
    points: NDArray[np.float32],
    normals: NDArray[np.float32],
    slack_m: float,
    rgb: NDArray[np.uint8],
    plane: NDArray[np.float32],
    lens: NDArray[np.float64],
    pose_c2w: NDArray[np.float64],
    total: NDArray[np.float32],
) -> None:
    """Let one picture paint the points that it sees.

    Args:
        points: (P, 3) float32 metres, world. normals: (P, 3) unit, towards the free side.
        slack_m: how far from the seen surface a point may lie and still be of it; where a
            pixel is wider than that, so is the slack.
        rgb: (H, W, 3) uint8. plane: (H, W, 5), as `kernel_fusion.planes` wrote it.
        lens, pose_c2w: of the camera.
        total: (P, 4) float32, weighted sum of colours and of weights; read and written.
    """
    rows, columns = plane.shape[:2]
    r = pose_c2w
    for n in range(len(points)):
        x, y, z = points[n, 0] - r[0, 3], points[n, 1] - r[1, 3], points[n, 2] - r[2, 3]
        c = r[0, 2] * x + r[1, 2] * y + r[2, 2] * z
        if c <= NEAR_M:
            continue
        a = r[0, 0] * x + r[1, 0] * y + r[2, 0] * z
        b = r[0, 1] * x + r[1, 1] * y + r[2, 1] * z
        u, v = lens[0] * a / c + lens[2], lens[1] * b / c + lens[3]
        if not (0.0 <= u < columns and 0.0 <= v < rows):
            continue
        slack = max(slack_m, 2.5 * c / lens[0])
        away = np.sqrt(x * x + y * y + z * z)
        facing = -(normals[n, 0] * x + normals[n, 1] * y + normals[n, 2] * z) / away
        if facing < 0.03 or not _shows(plane[int(v), int(u)], a, b, c, slack):
            continue
        # Bilinear between the pixels that show the same surface.
        left, top = u - 0.5, v - 0.5
        i, j = int(np.floor(left)), int(np.floor(top))
        red, green, blue, share = 0.0, 0.0, 0.0, 0.0
        for k in range(4):
            p, q = i + (k & 1), j + (k >> 1)
            if not (0 <= p < columns and 0 <= q < rows):
                continue
            if not _shows(plane[q, p], a, b, c, slack):
                continue
            part = (1.0 - abs(left - p)) * (1.0 - abs(top - q))
            red += part * rgb[q, p, 0]
            green += part * rgb[q, p, 1]
            blue += part * rgb[q, p, 2]
            share += part
        if share < 0.2:
            continue
        weight = plane[int(v), int(u), 4] * (facing / max(away, 0.5) ** 2) ** 2
        total[n, 0] += weight * red / share
        total[n, 1] += weight * green / share
        total[n, 2] += weight * blue / share
        total[n, 3] += weight


@njit(cache=True, nogil=True, error_model="numpy", inline="always")
def _shows(seen: NDArray[np.float32], a: float, b: float, c: float, slack: float) -> bool:
    """Whether a pixel's plane runs past (a, b, c), camera axes, no farther than `slack`."""
    if seen[4] == 0.0 or np.isinf(seen[3]):
        return False
    along = seen[0] * a + seen[1] * b + seen[2] * c
    same: bool = abs(along - seen[3]) <= slack and 0.7 * along < seen[3] < 1.4 * along
    return same

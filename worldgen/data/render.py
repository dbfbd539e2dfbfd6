"""One camera pose in a baked scene to a picture, exact depth and masks, on the CPU.

Rows run in parallel through the shared body (`kernel_shade`). Pixels whose
neighbour belongs to another surface are drawn again with more rays, so that
edges are smooth; depth stays that of the pixel's centre.

Not here: CUDA (`render_cuda`), clips (`clips`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numba import njit, prange

from worldgen.data.bake import Scene
from worldgen.data.kernel_shade import shade
from worldgen.data.kernel_trace import FAST


@dataclass(frozen=True, kw_only=True)
class Intrinsics:
    """A pinhole's focal lengths and principal point, pixels."""

    fx: float
    fy: float
    cx: float
    cy: float

    @staticmethod
    def for_size(width_px: int, height_px: int, fov_rad: float = math.radians(70)) -> Intrinsics:
        """The default camera: `fov_rad` is horizontal, pixels are square."""
        focal = 0.5 * width_px / math.tan(0.5 * fov_rad)
        return Intrinsics(fx=focal, fy=focal, cx=width_px / 2, cy=height_px / 2)


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """rgb (H, W, 3) uint8; depth_m (H, W) float32, +inf sky; sky, moving (H, W) bool."""

    rgb: np.ndarray
    depth_m: np.ndarray
    sky: np.ndarray
    moving: np.ndarray


@njit(**FAST)
def pixel_ray(pose, fx, fy, cx, cy, u, v):  # type: ignore[no-untyped-def]  -- numba
    """Unit ray of pixel coordinates (u, v), height-up: (dx, dy, dz, z share of its length)."""
    x = (u - cx) / fx
    y = (v - cy) / fy
    inv = 1.0 / math.sqrt(x * x + y * y + 1.0)
    dx = (pose[0, 0] * x + pose[0, 1] * y + pose[0, 2]) * inv
    dy = -(pose[1, 0] * x + pose[1, 1] * y + pose[1, 2]) * inv
    dz = (pose[2, 0] * x + pose[2, 1] * y + pose[2, 2]) * inv
    return dx, dy, dz, inv


@njit(parallel=True, nogil=True, **FAST)
def draw(pose, fx, fy, cx, cy, time, extra, rgb, depth, flags, ident, s, ground, roof, path,
         shade_map, ao, prims, starts, items, spans, skips, lights, nearby, movers, table):  # type: ignore[no-untyped-def]  -- numba  # fmt: skip
    """Fill rgb, depth, flags; then draw edges again with `extra` more rays each."""
    height, width = depth.shape
    spread = 1.0 / fx
    ox = pose[0, 3]
    oy = -pose[1, 3]
    oz = pose[2, 3]
    for row in prange(height):
        for col in range(width):
            dx, dy, dz, along = pixel_ray(pose, fx, fy, cx, cy, col + 0.5, row + 0.5)
            r, g, b, t, flag, mark = shade(
                ox, oy, oz, dx, dy, dz, time, spread, s, ground, roof, path, shade_map, ao, prims,
                starts, items, spans, skips, lights, nearby, movers, table)  # fmt: skip
            rgb[row, col, 0] = int(r * 255.0 + 0.5)
            rgb[row, col, 1] = int(g * 255.0 + 0.5)
            rgb[row, col, 2] = int(b * 255.0 + 0.5)
            depth[row, col] = t * along if t < 1e8 else np.inf
            flags[row, col] = flag
            ident[row, col] = mark
    if extra <= 0:
        return
    for row in prange(height):
        for col in range(width):
            mark = ident[row, col]
            left = ident[row, max(col - 1, 0)]
            up = ident[max(row - 1, 0), col]
            right = ident[row, min(col + 1, width - 1)]
            down = ident[min(row + 1, height - 1), col]
            if left == mark and up == mark and right == mark and down == mark:
                continue
            sr = float(rgb[row, col, 0])
            sg = float(rgb[row, col, 1])
            sb = float(rgb[row, col, 2])
            for k in range(extra):
                du = 0.25 if (k == 0 or k == 2) else 0.75
                dv = 0.25 if k < 2 else 0.75
                if k == 1:
                    dv = 0.5
                dx, dy, dz, along = pixel_ray(pose, fx, fy, cx, cy, col + du, row + dv)
                r, g, b, t, flag, mark = shade(
                    ox, oy, oz, dx, dy, dz, time, spread, s, ground, roof, path, shade_map, ao,
                    prims, starts, items, spans, skips, lights, nearby, movers, table)  # fmt: skip
                sr += r * 255.0
                sg += g * 255.0
                sb += b * 255.0
            q = 1.0 / (extra + 1.0)
            rgb[row, col, 0] = int(sr * q + 0.5)
            rgb[row, col, 1] = int(sg * q + 0.5)
            rgb[row, col, 2] = int(sb * q + 0.5)


def render(
    scene: Scene, pose_c2w: np.ndarray, intrinsics: Intrinsics, size: tuple[int, int],
    time_s: float = 0.0, extra_rays: int = 2,
) -> Rendered:  # fmt: skip
    """Draw one frame.

    Args:
        scene: a baked scene.
        pose_c2w: (4, 4) camera to world, metres, OpenCV axes.
        intrinsics: pixels.
        size: (width, height) pixels.
        time_s: world time; moves water, clouds, bodies, rain.
        extra_rays: further rays on edge pixels (0 to 3).
    """
    width, height = size
    rgb = np.empty((height, width, 3), np.uint8)
    depth = np.empty((height, width), np.float32)
    flags = np.empty((height, width), np.uint8)
    ident = np.empty((height, width), np.int32)
    pose = np.ascontiguousarray(pose_c2w, dtype=np.float64)
    k = intrinsics
    draw(pose, k.fx, k.fy, k.cx, k.cy, float(time_s), extra_rays, rgb, depth, flags, ident,
         *scene.arrays(time_s))  # fmt: skip
    return Rendered(rgb=rgb, depth_m=depth, sky=(flags & 1) > 0, moving=(flags & 2) > 0)

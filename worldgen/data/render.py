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
from numba import prange

from worldgen.data.bake import Scene
from worldgen.data.kernel_base import forget_stale, parallel_entry
from worldgen.data.kernel_shade import MOVES, SKY, draw_pixel
from worldgen.data.tables import Tables


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

    def as_array(self) -> np.ndarray:
        """(4,) float64: fx, fy, cx, cy."""
        return np.array([self.fx, self.fy, self.cx, self.cy])


@dataclass(frozen=True, kw_only=True, eq=False)
class Rendered:
    """One frame.

    Attributes:
        rgb: (H, W, 3) uint8, sRGB.
        depth_m: (H, W) float32, metres along the camera's +z; +inf sky.
        sky: (H, W) bool.
        moving: (H, W) bool, what moves by itself: water, bodies.
    """

    rgb: np.ndarray
    depth_m: np.ndarray
    sky: np.ndarray
    moving: np.ndarray


@parallel_entry
def draw(pose: np.ndarray, lens: np.ndarray, time: float, extra: int, rgb: np.ndarray,
         depth: np.ndarray, flags: np.ndarray, ident: np.ndarray, tables: Tables,
         movers: np.ndarray) -> None:  # fmt: skip
    """Fill rgb, depth, flags; then draw edges again with `extra` more rays each."""
    height, width = depth.shape
    for stage in range(2 if extra > 0 else 1):
        for row in prange(height):
            for col in range(width):
                # rows are unsigned in a thread: without the cast all is compiled twice
                draw_pixel(
                    int(np.int64(row)), col, stage, extra, pose, lens, time, tables, movers, rgb,
                    depth, flags, ident,
                )  # fmt: skip


def render(
    scene: Scene,
    pose_c2w: np.ndarray,
    intrinsics: Intrinsics,
    size: tuple[int, int],
    time_s: float = 0.0,
    extra_rays: int = 2,
) -> Rendered:
    """Draw one frame.

    Args:
        scene: a baked scene.
        pose_c2w: (4, 4) camera to world, metres, OpenCV axes.
        intrinsics: pixels.
        size: (width, height) pixels.
        time_s: world time; moves water, clouds, bodies.
        extra_rays: further rays on edge pixels (0 to 3).
    """
    forget_stale()
    width, height = size
    rgb = np.empty((height, width, 3), np.uint8)
    depth = np.empty((height, width), np.float32)
    flags = np.empty((height, width), np.uint8)
    ident = np.empty((height, width), np.int32)
    pose = np.ascontiguousarray(pose_c2w, dtype=np.float64)
    draw(pose, intrinsics.as_array(), float(time_s), extra_rays, rgb, depth, flags, ident,
         scene.tables, scene.movers(time_s, pose[:3, 3]))  # fmt: skip
    return Rendered(rgb=rgb, depth_m=depth, sky=(flags & SKY) > 0, moving=(flags & MOVES) > 0)

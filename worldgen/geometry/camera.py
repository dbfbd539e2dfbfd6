"""A pinhole camera at a place in the world.

    pixel (u, v) ── ((u + ½ − cx) / fx, (v + ½ − cy) / fy, 1) ──▶ ray, camera axes

Owns intrinsics and pose together, because a picture without both is no measurement.
Not here: what a depth image does with it (`depth`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

from worldgen.errors import ShapeError
from worldgen.geometry.validity import check_pose


def _identity() -> np.ndarray:
    return np.eye(4)


@dataclass(frozen=True, kw_only=True, eq=False)
class Camera:
    """Where a picture was taken from and how wide it sees.

    Attributes:
        width_px, height_px: size of the picture.
        fx, fy: focal lengths, pixels.
        cx, cy: where the optical axis meets the picture, pixels; width/2, height/2 is the middle.
        pose_c2w: (4, 4) float64, camera to world, metres; read-only.
    """

    width_px: int
    height_px: int
    fx: float
    fy: float
    cx: float
    cy: float
    pose_c2w: np.ndarray = field(default_factory=_identity)

    def __post_init__(self) -> None:
        for name in ("width_px", "height_px"):
            value = getattr(self, name)
            if not isinstance(value, int | np.integer) or value < 1:
                raise ShapeError(f"a camera's {name} must be a whole number ≥ 1, got {value!r}")
            object.__setattr__(self, name, int(value))
        for name in ("fx", "fy", "cx", "cy"):
            try:
                value = float(getattr(self, name))
            except (TypeError, ValueError, OverflowError) as error:
                raise ShapeError(f"a camera's {name} must be a number in pixels") from error
            if not math.isfinite(value) or (name in ("fx", "fy") and value <= 0):
                raise ShapeError(f"a camera's {name} must be finite pixels (fx, fy > 0): {value}")
            object.__setattr__(self, name, value)
        object.__setattr__(self, "pose_c2w", check_pose(self.pose_c2w))

    @classmethod
    def from_fov(
        cls,
        width_px: int,
        height_px: int,
        hfov_rad: float,
        pose_c2w: np.ndarray | None = None,
    ) -> Camera:
        """A camera with square pixels and a centred axis that sees `hfov_rad` from side to side."""
        if not 0.0 < hfov_rad < math.pi:
            raise ShapeError(f"a field of view must lie between 0 and π radians, got {hfov_rad}")
        focal_px = width_px / 2 / math.tan(hfov_rad / 2)
        return cls(
            width_px=width_px,
            height_px=height_px,
            fx=focal_px,
            fy=focal_px,
            cx=width_px / 2,
            cy=height_px / 2,
            pose_c2w=_identity() if pose_c2w is None else pose_c2w,
        )

    def at(self, pose_c2w: np.ndarray) -> Camera:
        """The same lens at another pose."""
        return replace(self, pose_c2w=pose_c2w)

    def resized(self, width_px: int, height_px: int) -> Camera:
        """The same view on a picture of another size; pixels stretch if the shape differs."""
        across, down = width_px / self.width_px, height_px / self.height_px
        return Camera(
            width_px=width_px,
            height_px=height_px,
            fx=self.fx * across,
            fy=self.fy * down,
            cx=self.cx * across,
            cy=self.cy * down,
            pose_c2w=self.pose_c2w,
        )

    @property
    def shape(self) -> tuple[int, int]:
        """(H, W): what an image seen by this camera must measure."""
        return self.height_px, self.width_px

    @property
    def lens(self) -> np.ndarray:
        """(4,) float64: fx, fy, cx, cy in pixels, as compiled loops take them."""
        return np.array([self.fx, self.fy, self.cx, self.cy])

    @property
    def position(self) -> np.ndarray:
        """(3,) float64 metres, world."""
        return self.pose_c2w[:3, 3]

    @property
    def rotation(self) -> np.ndarray:
        """(3, 3) float64, camera to world."""
        return self.pose_c2w[:3, :3]

    @property
    def forward(self) -> np.ndarray:
        """(3,) float64 unit vector, world."""
        return self.pose_c2w[:3, 2]

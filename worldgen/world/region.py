"""A part of the world that was pointed out in a picture: what is to be drawn anew.

Not here: forgetting (`memory.forget`), saying what shall be there (`world`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError
from worldgen.geometry import Camera, project, unproject_image
from worldgen.memory import Box, Recall
from worldgen.memory.forget import SKY_M
from worldgen.things import Pointed
from worldgen.types import Frame

BEFORE, BEYOND = 0.9, 1.15
"""Between these shares of the depth that was seen there lies what is forgotten."""


@dataclass(frozen=True, kw_only=True, eq=False)
class ViewRegion:
    """What a mask covers of a frame (`memory.Region`).

    Attributes:
        mask: (H, W) bool.
        depth_m: (H, W) float64, what was seen there; the sky is very far off.
        camera: of the frame.
    """

    mask: NDArray[np.bool_]
    depth_m: NDArray[np.float64]
    camera: Camera

    @classmethod
    def of(cls, mask: NDArray[np.bool_], frame: Frame) -> ViewRegion:
        """The region that `mask` covers of `frame`, which has depth.

        Raises:
            ShapeError: the mask is not (H, W) bool of the frame's size, or empty.
        """
        if not isinstance(mask, np.ndarray) or mask.dtype != np.bool_:
            raise ShapeError(f"a mask must be an array of bool, got {type(mask).__name__}")
        if mask.shape != frame.camera.shape or not mask.any():
            raise ShapeError(
                f"a mask must cover some of the frame's {frame.camera.shape} pixels, got "
                f"{int(mask.sum())} of {mask.shape}"
            )
        if frame.depth_m is None:
            raise ShapeError("a region needs a frame with depth; this model gives none")
        depth_m = np.where(np.isinf(frame.depth_m), SKY_M, frame.depth_m).astype(np.float64)
        return cls(mask=mask.copy(), depth_m=depth_m, camera=frame.camera)

    def pointed(self) -> Pointed:
        """The part that a thing is to fill."""
        rows, columns = np.nonzero(self.mask)
        return Pointed(
            columns=(float(columns.min()), float(columns.max()) + 1.0),
            rows=(float(rows.min()), float(rows.max()) + 1.0),
        )

    def holds(self, points_m: NDArray[np.float64], camera: Camera) -> NDArray[np.bool_]:
        """Which points, (H, W, 3) metres, lie about where the mask covers something."""
        seen, there_m, z_m = self._seen(points_m)
        return seen & (z_m > BEFORE * there_m) & (z_m < BEYOND * there_m)

    def box(self) -> Box:
        """An upright box round what was seen in it nearer than the sky; empty if all is sky."""
        near = self.mask & (self.depth_m > 0) & (self.depth_m < SKY_M)
        if not near.any():
            return Box(low=np.zeros(3), high=np.zeros(3))
        points = unproject_image(np.where(near, self.depth_m, 0.0), self.camera)[near]
        low, high = np.quantile(points, (0.02, 0.98), axis=0)
        return Box(low=low - 0.1, high=high + 0.1)

    def blanked(self, recall: Recall, camera: Camera) -> Recall:
        """A recall in which nothing is known of the region, nor of what lies behind it."""
        depth_m = np.where(np.isinf(recall.depth_m), SKY_M, recall.depth_m)
        depth_m = np.where(recall.depth > 0, depth_m, 0.0)
        seen, there_m, z_m = self._seen(unproject_image(depth_m, camera))
        gone = seen & (z_m > BEFORE * there_m)
        return replace(
            recall,
            colour=np.where(gone, np.float32(0.0), recall.colour),
            depth=np.where(gone, np.float32(0.0), recall.depth),
            depth_m=np.where(gone, np.float32(0.0), recall.depth_m),
            rgb=np.where(gone[..., None], np.uint8(0), recall.rgb),
        )

    def _seen(
        self, points_m: NDArray[np.float64]
    ) -> tuple[NDArray[np.bool_], NDArray[np.float64], NDArray[np.float64]]:
        """Which points fall on the mask, the depth that was seen there, and theirs: (H, W) each."""
        flat = points_m.reshape(-1, 3)
        uv, z_m = project(flat, self.camera)
        height, width = self.mask.shape
        with np.errstate(invalid="ignore"):
            column, row = (np.nan_to_num(np.floor(uv[:, k]), nan=-1.0) for k in (0, 1))
            inside = (z_m > 0) & (column >= 0) & (column < width) & (row >= 0) & (row < height)
        at = (np.where(inside, row, 0).astype(int), np.where(inside, column, 0).astype(int))
        size = points_m.shape[:2]
        seen = inside & self.mask[at]
        return seen.reshape(size), self.depth_m[at].reshape(size), z_m.reshape(size)

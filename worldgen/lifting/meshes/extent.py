"""How near and how far a walk saw: what voxels, holes and reach are measured by.

    near      the planes of the nearer surfaces; where one stands on ground, the eye's height
    depths    of all that was seen, so that it can be said how much lies beyond a reach

Not here: the measures that are taken by it (`surfaces`, `texturing`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.ground import EYE_M
from worldgen.lifting.meshes.kernel_fusion import NEAR_M
from worldgen.lifting.meshes.views import Frames, planes_of
from worldgen.types import Frame

SMALL = 0.5
"""A scene is small that is less than this share of the usual."""

USUAL_M = 8.0
"""Half of what is seen in a scene of the usual size lies nearer than this, about."""

_FRAMES, _SAMPLES = 16, 40_000


@dataclass(frozen=True, kw_only=True, eq=False)
class Extent:
    """What was seen from some frames of a walk.

    Attributes:
        near_m: how far away the planes of the nearer quarter of surfaces run; NaN without any.
        pixel_m: how wide a pixel is so near; NaN without any.
        depths_m: (N,) float32 ascending, of pixels that show a surface.
    """

    near_m: float
    pixel_m: float
    depths_m: NDArray[np.float32]

    @property
    def scale(self) -> float:
        """How small the scene is: its share of the usual size where that is small, else 1."""
        if not len(self.depths_m):
            return 1.0
        share = max(self.near_m / EYE_M, self.within(0.5) / USUAL_M)
        return share if share < SMALL else 1.0

    def within(self, share: float) -> float:
        """Metres within which so much of what was seen lies; 0 for none of it."""
        none = share == 0 or not len(self.depths_m)
        return 0.0 if none else float(np.quantile(self.depths_m, share))

    def beyond(self, reach_m: float) -> float:
        """The share of what was seen that lies farther away."""
        near = np.searchsorted(self.depths_m, reach_m, side="right")
        return 1 - float(near) / len(self.depths_m) if len(self.depths_m) else 0.0


def extent_of(frames: Frames) -> Extent:
    """Measure at most 16 frames, evenly spread.

    Raises:
        ExportError: one of them has no depth.
    """
    near, pixels, depths = [], [], []
    for at in np.unique(np.linspace(0, len(frames) - 1, _FRAMES).round()):
        frame = frames[int(at)]
        planes_m, lens = planes_of(frame)[0][..., 3], frame.camera.lens
        seen = planes_m[np.isfinite(planes_m) & (planes_m > 0)]
        depths.append(_depths(frame))
        if seen.size:
            near.append(np.percentile(seen, 25))
            pixels.append(near[-1] / lens[0])
    return Extent(
        near_m=float(np.median(near)) if near else np.nan,
        pixel_m=float(np.median(pixels)) if pixels else np.nan,
        depths_m=np.sort(np.concatenate(depths)),
    )


def _depths(frame: Frame) -> NDArray[np.float32]:
    """(N,) metres of some of the pixels that show a surface which stands still."""
    assert frame.depth_m is not None, "planes have been made of it"
    step = max(1, round((frame.depth_m.size / _SAMPLES) ** 0.5))
    depth_m = frame.depth_m[::step, ::step]
    seen = np.isfinite(depth_m) & (depth_m > NEAR_M)
    if frame.moving is not None:
        seen &= ~frame.moving[::step, ::step]
    chosen: NDArray[np.float32] = depth_m[seen]
    return chosen

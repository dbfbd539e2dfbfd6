"""Does the picture move as the keys say? Held keys, and what the flow makes of them.

Everything here needs only frames of a walk: no truth. The frames say where their
cameras are, so what is judged is whether the *pictures* follow.

Not here: the camera found again from them (`following.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from worldgen.evaluation.flow import foretold, observed, turned, visible
from worldgen.evaluation.pictures import psnr_db
from worldgen.types import Frame

LEAST_FLOW_PX = 1.0
LEAST_PIXELS = 200
"""Fewer visible pixels than this cannot be judged: the answer is NaN."""
CENTRE_SHARE = 0.15
"""Radius, as a share of the width, within which expansion is too small to see."""


def turn_share(frames: Sequence[Frame]) -> float:
    """How far the picture turned, as a share of what the yaw and pitch say: 1 is right.

    The median over all frame pairs and visible pixels of observed flow along the foretold flow.
    Meant for turning on the spot, where depth plays no part.
    """
    shares = []
    for first, second in pairwise(frames):
        wanted = turned(first.camera, second.camera)
        shares.append(_along(first, second, wanted))
    return _median(shares)


def forward_share(frames: Sequence[Frame], gap: int = 4) -> float:
    """How far the picture moved over `gap` frames, as a share of what pose and depth say."""
    shares = []
    for first, second in zip(frames, frames[gap:], strict=False):
        assert first.depth_m is not None, "a walk is judged with depth"
        shares.append(_along(first, second, foretold(first.depth_m, first.camera, second.camera)))
    return _median(shares)


def expanding_share(frames: Sequence[Frame], gap: int = 4) -> float:
    """Share of visible, moving pixels that move away from the middle; 1/2 is no expansion.

    Over `gap` frames; pixels near the middle, and those that move less than half a pixel, say
    nothing and are left out.
    """
    outward = []
    for first, second in zip(frames, frames[gap:], strict=False):
        flow = observed(first.rgb, second.rgb)
        camera = first.camera
        across = np.arange(camera.width_px) + 0.5 - camera.cx
        down = np.arange(camera.height_px) + 0.5 - camera.cy
        away = np.stack(np.meshgrid(across, down), axis=-1)
        radius = np.linalg.norm(away, axis=-1)
        judged = visible(first) & (radius > CENTRE_SHARE * camera.width_px)
        judged &= np.linalg.norm(flow, axis=-1) > 0.5 * LEAST_FLOW_PX
        outward.append((flow * away).sum(-1)[judged] > 0)
    kept = np.concatenate(outward)
    return float(kept.mean()) if len(kept) >= LEAST_PIXELS else math.nan


def stillness_db(frames: Sequence[Frame]) -> float:
    """PSNR of the last frame to the first, where neither moves by itself."""
    first, last = frames[0], frames[-1]
    still = np.ones(first.camera.shape, bool)
    for frame in (first, last):
        if frame.moving is not None:
            still &= ~frame.moving
    return psnr_db(first.rgb, last.rgb, still)


def _along(first: Frame, second: Frame, wanted: np.ndarray) -> np.ndarray:
    """Observed flow along the wanted one, as shares of it, at the pixels that can be judged."""
    flow = observed(first.rgb, second.rgb)
    length = np.linalg.norm(wanted, axis=-1)
    judged = visible(first) & np.isfinite(length) & (length > LEAST_FLOW_PX)
    shares: np.ndarray = (flow[judged] * wanted[judged]).sum(-1) / length[judged] ** 2
    return shares


def _median(shares: list[np.ndarray]) -> float:
    kept = np.concatenate(shares)
    return float(np.median(kept)) if len(kept) >= LEAST_PIXELS else math.nan

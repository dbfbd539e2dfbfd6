"""Pictures and hints to the networks' planes and back.

Letters: B batch, C planes, H rows, W columns.

Depth travels as closeness q = S / (S + z), 1 at the eye and 0 in the sky: its
steps are nearly equal in parallax, which is what a walk shows. Unknown pixels
are zero in every plane, and the confidences say so.

Not here: what is known (`memory`), what the latents mean (`autoencoder`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from worldgen.models.base import Hint, Picture

CLOSENESS_SCALE_M = 4.0
FARTHEST_M = 400.0
LEAST_CLOSE = 0.005
"""Closeness, in [0, 1], from either end of which on nearness is cut off."""
SKY_CLOSENESS = -0.99
"""A plane of closeness at or below this shows sky; `FARTHEST_M` lies above it."""
SEEN_PLANES = 6
"""What the encoder reads: red, green, blue, closeness, confidence in colour, in depth."""
HINT_PLANES = SEEN_PLANES + 1
"""A hint's: those, and what share of the picture's resolution its colours have."""
DRAWN_PLANES = 6
"""What the decoder draws: red, green, blue, closeness, and logits of sky and of movement."""


def closeness(depth_m: Tensor) -> Tensor:
    """Metres along +z (+inf sky) to closeness in [0, 1]."""
    return CLOSENESS_SCALE_M / (CLOSENESS_SCALE_M + depth_m.clamp_min(0))


def metres(close: Tensor) -> Tensor:
    """Closeness to metres, no farther than `FARTHEST_M`."""
    nearest = CLOSENESS_SCALE_M / (CLOSENESS_SCALE_M + FARTHEST_M)
    return CLOSENESS_SCALE_M / close.clamp(nearest, 1.0) - CLOSENESS_SCALE_M


def nearness(close: Tensor) -> Tensor:
    """Planes of closeness in [-1, 1] to `CLOSENESS_SCALE_M` over the depth, both ends cut off."""
    q = ((close + 1.0) / 2.0).clamp(LEAST_CLOSE, 1.0 - LEAST_CLOSE)
    return q / (1.0 - q)


def seen_planes(rgb: Tensor, depth_m: Tensor, colour: Tensor, depth: Tensor) -> Tensor:
    """What is known of some views, as the encoder reads it.

    Args:
        rgb: (B, H, W, 3) uint8.
        depth_m: (B, H, W) float, metres, +inf sky.
        colour, depth: (B, H, W) float, confidences in [0, 1].

    Returns:
        (B, 6, H, W) float32; colours and closeness in [-1, 1], zero where unknown.
    """
    shades = rgb.movedim(-1, 1).float() / 127.5 - 1.0
    close = closeness(depth_m.float()) * 2.0 - 1.0
    known = (colour > 0).float()[:, None], (depth > 0).float()[:, None]
    planes = [shades * known[0], close[:, None] * known[1], colour[:, None], depth[:, None]]
    return torch.cat([plane.float() for plane in planes], dim=1)


def hint_planes(hint: Hint) -> Tensor:
    """One hint as (1, 7, H, W) float32: `seen_planes`, and its sharpness."""
    parts = (hint.rgb, hint.depth_m, hint.colour, hint.depth)
    seen = seen_planes(*(torch.from_numpy(np.ascontiguousarray(part))[None] for part in parts))
    if hint.sharpness is None:
        return torch.cat([seen, torch.ones_like(seen[:, :1])], dim=1)
    return torch.cat([seen, torch.from_numpy(hint.sharpness)[None, None].float()], dim=1)


def to_picture(drawn: Tensor) -> Picture:
    """The decoder's (6, H, W) planes as a picture: uint8 colours, metres, masks."""
    planes = drawn.float()
    rgb = ((planes[:3].clamp(-1, 1) + 1.0) * 127.5).round().to(torch.uint8).movedim(0, -1)
    sky = planes[4] > 0
    depth_m = metres((planes[3] + 1.0) / 2.0)
    depth_m = torch.where(sky, torch.full_like(depth_m, torch.inf), depth_m)
    return Picture(
        rgb=_array(rgb), depth_m=_array(depth_m), sky=_array(sky), moving=_array(planes[5] > 0)
    )


def _array(plane: Tensor) -> NDArray[Any]:
    return plane.contiguous().cpu().numpy()

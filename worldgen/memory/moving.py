"""What moves by itself, as it was a moment ago: a weak hint where nothing better is known.

Keyframes forget what moved, or it would leave ghosts. But water that was there
in the last frame is water in the next: the newest frame's moving pixels fill
the gaps that they left, and their low confidence says that they may differ.

Not here: the still world (`splat.py`).
"""

from __future__ import annotations

import numpy as np

from worldgen.memory.splat import Recall

MOVING_TRUST = 0.5


def with_moving(still: Recall, newest: Recall) -> Recall:
    """Fill what `still` does not know from what moved in the newest frame, half trusted.

    Args:
        still: what the keyframes know of a view.
        newest: the newest frame's moving pixels alone, drawn from the same view.

    Returns:
        The two as one.
    """
    gap = (still.colour == 0) & (still.depth == 0) & (newest.colour > 0)
    return Recall(
        rgb=np.where(gap[..., None], newest.rgb, still.rgb),
        depth_m=np.where(gap, newest.depth_m, still.depth_m),
        colour=np.where(gap, np.float32(MOVING_TRUST), still.colour),
        depth=np.where(gap, np.float32(MOVING_TRUST), still.depth),
        source=still.source,
        sharpness=np.where(gap, newest.sharpness, still.sharpness),
    )

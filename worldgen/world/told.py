"""What memory knows of a view, as a model is told it: the one place where the two meet.

Not here: what else is put into a hint (`staging`).
"""

from __future__ import annotations

from worldgen.memory import Recall
from worldgen.models.base import Hint


def as_hint(known: Recall) -> Hint:
    """The planes of a recall, as they are."""
    return Hint(
        rgb=known.rgb,
        depth_m=known.depth_m,
        colour=known.colour,
        depth=known.depth,
        sharpness=known.sharpness,
    )

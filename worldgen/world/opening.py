"""How a world begins: what may begin it, and what is known of its first view.

Not here: dreaming it (`world`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from worldgen.errors import PromptError
from worldgen.geometry import Camera
from worldgen.media import fit_image
from worldgen.models.base import Hint, ModelSpec
from worldgen.types import Prompt

MAX_SEED = 2**32 - 1


def check_start(spec: ModelSpec, prompt: Prompt, seed: int) -> None:
    """See that a model can start from this.

    Raises:
        PromptError: it cannot, or the seed is none.
    """
    if not isinstance(prompt, Prompt):
        raise PromptError(
            f"a world starts from a Prompt, got {type(prompt).__name__}; say Prompt(text=…)"
        )
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer):
        raise PromptError(f"a seed must be a whole number, got {seed!r}")
    if not 0 <= seed <= MAX_SEED:
        raise PromptError(f"a seed must lie in 0 to {MAX_SEED:,}, got {seed:,}")
    if spec.needs_image and prompt.image is None:
        raise PromptError(f"model {spec.name!r} cannot start from words alone; give a picture")
    if prompt.image is not None and not spec.takes_image:
        raise PromptError(f"model {spec.name!r} does not take pictures; use words")
    if prompt.image is None and not spec.takes_text:
        raise PromptError(f"model {spec.name!r} does not read words; give a picture")


def opening_hint(prompt: Prompt, camera: Camera) -> Hint:
    """Nothing known, or a picture's colours."""
    height, width = camera.shape
    hint = Hint.empty(height, width)
    if prompt.image is None:
        return hint
    rgb = fit_image(prompt.image, width, height)
    return replace(hint, rgb=rgb, colour=np.ones((height, width), np.float32))

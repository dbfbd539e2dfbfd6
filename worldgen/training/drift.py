"""Memories that have drifted: what the denoiser itself would have drawn along a walk.

At play every hint is made of pictures that were drawn from hints. Trained on
true copies alone, the model takes its own small errors for the world and adds
to them. So it walks here as it does at play, frame from frame, and learns to
come back to the truth from there. What it invents where nothing was known is
replaced by the truth: another tree than ours is no error to be undone.

Not here: training with these hints (`denoiser.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from worldgen.errors import ConfigError
from worldgen.models.base import Hint, Picture
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.planes import to_picture
from worldgen.models.wander.sampler import WALK, Noise
from worldgen.training.corpus import Walk
from worldgen.training.hints import Remembered

NEWEST_SOURCES = 4


@dataclass(frozen=True, kw_only=True)
class DriftConfig:
    """When, and along how many walks.

    Attributes:
        after: share of the denoiser's budget from which it learns from its own memories too.
        walks: how many it walks itself, spread over the corpus.
    """

    after: float = 0.4
    walks: int = 250

    def __post_init__(self) -> None:
        if not 0 < self.after < 1 or self.walks < 1:
            raise ConfigError(
                f"drift begins at a share in (0, 1), along a walk or more; got {self}"
            )


class Drifter:
    """A copyist (`hints.Copyist`) that draws every picture from those before it.

    Args:
        pipe: the networks as they are at play, with their word table.
    """

    def __init__(self, pipe: WanderPipeline) -> None:
        self._pipe = pipe

    @torch.inference_mode()
    def __call__(self, walk: Walk, latent: Tensor, dice: np.random.Generator) -> list[Picture]:
        """The walk's T frames as a rollout from its true first one would hold them."""
        truth = [to_picture(drawn) for drawn in self._pipe.networks.decode(latent)]
        words = self._pipe.words(walk.captions[0])
        copies = list(truth)
        for frame in range(1, len(truth)):
            memory = Remembered(walk, copies)
            sources = list(range(max(0, frame - NEWEST_SOURCES), frame))
            hint = memory.seen(frame, sources, dice)
            planes = self._pipe.planes(hint)
            known = self._pipe.condition(words, memory.camera(frame), planes)
            noise = Noise(seed=int(dice.integers(2**31)), index=frame)
            drawn = self._pipe.draw(known, planes, noise, WALK)
            copies[frame] = _where_known(hint, drawn, truth[frame])
        return copies


def _where_known(hint: Hint, drawn: Picture, truth: Picture) -> Picture:
    """What was drawn where there was something to go by, the truth elsewhere."""
    known = hint.colour > 0
    if drawn.depth_m is None or truth.depth_m is None:
        return truth
    return Picture(
        rgb=np.where(known[..., None], drawn.rgb, truth.rgb),
        depth_m=np.where(known, drawn.depth_m, truth.depth_m),
    )

"""Memories that have drifted: what play's own memory holds once the networks drew a walk.

At play every hint is made of pictures that were drawn from hints. Trained on
true copies alone, the model takes its own small errors for the world and adds
to them: what is walked up to is drawn from a soft copy of itself, time and again.
So networks and memory go along a true walk here as they do at play, frame from
frame, and the denoiser learns to come back to the truth from there.

What it invents where nothing was known is remembered for one look, of which memory
is not sure yet, and has to be told from what is known; then the truth takes its
place: another tree than ours is no error to be undone.

Not here: training with these hints (`denoiser.py`) and with what was drawn (`finish.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from worldgen.errors import ConfigError
from worldgen.memory import DREAMT, Recall, SpatialMemory
from worldgen.models.base import Hint, Picture
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.sampler import START, WALK, Noise, sample
from worldgen.training.corpus import Walk
from worldgen.training.hints import camera_of, sometimes_cut, weather_in
from worldgen.types import Frame
from worldgen.world.told import as_hint

UNSURE = 0.5
"""Confidence in a colour, as a share of its sharpness, up to which memory may yet be wrong."""


@dataclass(frozen=True, kw_only=True)
class DriftConfig:
    """When, and along how many walks.

    Attributes:
        after: share of the denoiser's budget from which it learns from its own memories too.
        walks: how many it walks itself, spread over the corpus.
        worn: how many it remembers by worn copies (`worn.py`), spread likewise.
    """

    after: float = 0.4
    walks: int = 250
    worn: int = 800

    def __post_init__(self) -> None:
        if not 0 < self.after < 1 or min(self.walks, self.worn) < 1:
            raise ConfigError(
                f"drift begins at a share in (0, 1), along a walk or more; got {self}"
            )


@dataclass(frozen=True, kw_only=True, eq=False)
class Drifted:
    """A walk's T hints as play's memory gave them, and what was drawn of its later frames.

    Attributes:
        hints: one a frame.
        latents: (T - 1, C, H/8, W/8) float32, of the second frame on.
    """

    hints: list[Hint]
    latents: Tensor

    def hint(self, frame: int, dice: np.random.Generator) -> Hint:
        """What was known of a frame, sometimes cut off at one side."""
        return sometimes_cut(self.hints[frame], dice)


class Drifter:
    """Goes along a walk as play does (`hints.Remembering`).

    Args:
        pipe: the networks as they are at play, with their word table.
    """

    def __init__(self, pipe: WanderPipeline) -> None:
        self._pipe = pipe

    @torch.inference_mode()
    def __call__(self, walk: Walk, latent: Tensor, dice: np.random.Generator) -> Drifted:
        """What a memory that began with the walk's true first frame knew of each frame."""
        words = self._pipe.words(walk.captions[int(dice.integers(len(walk.captions)))])
        memory = SpatialMemory(config=DREAMT).add(frame_of(walk, 0))
        hints, latents = [as_hint(memory.hint(camera_of(walk, 0)))], []
        for index in range(1, len(latent)):
            truth = frame_of(walk, index)
            known = memory.hint(truth.camera)
            hints.append(as_hint(known))
            noise = Noise(seed=int(dice.integers(2**31)), index=index)
            planes = self._pipe.planes(hints[-1])
            told = self._pipe.condition(words, truth.camera, planes)
            latents.append(sample(self._pipe.networks, noise, told, WALK))
            drawn = self._pipe.shown(latents[-1], planes)
            frame = memory.settled(where_sure(known, drawn, truth))
            memory = memory.add(frame, 0, known)
        return Drifted(hints=hints, latents=torch.cat(latents))

    @torch.inference_mode()
    def begun(self, walk: Walk, dice: np.random.Generator) -> Tensor:
        """A start out of the walk's words alone, (1, C, H/8, W/8)."""
        words = self._pipe.words(walk.captions[int(dice.integers(len(walk.captions)))])
        known = self._pipe.condition(words, camera_of(walk, 0), None)
        noise = Noise(seed=int(dice.integers(2**31)), index=0)
        return sample(self._pipe.networks, noise, known, START)


def frame_of(walk: Walk, index: int) -> Frame:
    """A true frame of a walk."""
    return Frame(
        rgb=walk.rgb[index],
        depth_m=walk.depth_m[index].astype(np.float32),
        camera=camera_of(walk, index),
        index=index,
        time_s=float(index),
        sky=walk.sky[index],
        moving=walk.moving[index],
        weather=weather_in(walk),
    )


def where_sure(known: Recall, drawn: Picture, truth: Frame) -> Frame:
    """What was drawn where memory was sure or knew nothing, the truth where it was unsure."""
    seen = (known.colour > 0) | (known.depth > 0)
    sure = known.colour > np.float32(UNSURE) * known.sharpness
    mine = sure | ~seen
    return Frame(
        rgb=np.where(mine[..., None], drawn.rgb, truth.rgb),
        depth_m=_either(mine, drawn.depth_m, truth.depth_m),
        camera=truth.camera,
        index=truth.index,
        time_s=truth.time_s,
        sky=_either(mine, drawn.sky, truth.sky),
        moving=_either(mine, drawn.moving, truth.moving),
        weather=truth.weather,
    )


def _either(
    mine: NDArray[np.bool_], drawn: NDArray[Any] | None, truth: NDArray[Any] | None
) -> NDArray[Any]:
    assert drawn is not None and truth is not None, "the networks and true frames know all planes"
    return np.where(mine, drawn, truth)

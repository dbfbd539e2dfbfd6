"""The built-in model taken apart: its autoencoder or decoder alone, and all but its denoiser.

Not here: other models; these questions mean nothing to them.
"""

from __future__ import annotations

from copy import copy
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn

from worldgen.models.base import Hint, Picture, WorldModel
from worldgen.models.wander.backend import WanderModel
from worldgen.models.wander.denoiser import Condition, HintedDenoiser
from worldgen.models.wander.networks import Networks
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.planes import SEEN_PLANES, hint_planes, to_picture
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.types import Frame


class Nothing(HintedDenoiser):
    """A denoiser that always says zero, the training latents' mean, whatever is known."""

    def forward(
        self, noisy_BCHW: Tensor, noise_B: Tensor, step_B: Tensor, known: Condition
    ) -> Tensor:
        return torch.zeros_like(noisy_BCHW)


def load_pipeline(folder: Path = WEIGHTS_DIR) -> WanderPipeline:
    """The networks, in the precision that ships."""
    pipe = WanderPipeline.from_pretrained(folder)
    for network in (pipe.autoencoder, pipe.denoiser, pipe.compositor):
        network.eval()
    return pipe


def without_denoiser(pipe: WanderPipeline) -> WorldModel:
    """The same model with its denoiser replaced by zeros: what is not the denoiser's work."""
    nothing = Nothing.from_config(pipe.denoiser.config).eval()
    nn.Module.to(nothing, pipe.denoiser.dtype)  # -- diffusers' own warns of nothing
    emptied = WanderPipeline(pipe.autoencoder, nothing, pipe.compositor)
    emptied.table = pipe.table
    return WanderModel(emptied, "denoiser replaced by zeros")


def decoder_alone(model: WorldModel) -> WorldModel | None:
    """The same model whose pictures are the decoder's own: nothing of a hint is put back on them.

    None for another model than the built-in one.
    """
    if not isinstance(model, WanderModel):
        return None
    painter = copy(model.painter)
    painter.networks = cast(Networks, Uncomposed(painter.networks))
    return WanderModel(painter, "the decoder alone")


class Uncomposed:
    """Networks that show what they draw."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks

    def __getattr__(self, name: str) -> Any:
        return getattr(self._networks, name)

    def compose(self, drawn: Tensor, planes: Tensor) -> Tensor:
        """What was drawn, whatever is known."""
        return drawn


@torch.inference_mode()
def copied(pipe: WanderPipeline, frame: Frame) -> Picture:
    """A frame through the autoencoder and back: as good as the model could ever draw it."""
    assert frame.depth_m is not None, "true frames have depth"
    ones = np.ones(frame.camera.shape, np.float32)
    whole = Hint(rgb=frame.rgb.copy(), depth_m=frame.depth_m.copy(), colour=ones, depth=ones)
    planes = hint_planes(whole)[:, :SEEN_PLANES].to(pipe.autoencoder.dtype)
    return to_picture(pipe.autoencoder.decode(pipe.autoencoder.encode(planes))[0])

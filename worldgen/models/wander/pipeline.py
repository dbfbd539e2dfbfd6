"""The painter as one `diffusers` pipeline: for sharing, saving and moving to a device.

    pipe = WanderPipeline.from_pretrained("assets/models/wander")
    pipe.save_pretrained("elsewhere")

At play nothing needs it: diffusers' pipelines take two seconds to import.

Not here: drawing (`painter.py`).
"""

from __future__ import annotations

from diffusers.pipelines.pipeline_utils import DiffusionPipeline

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.monodepth import MonocularDepth
from worldgen.models.wander.painter import Painter


class WanderPipeline(Painter, DiffusionPipeline):
    """A painter that diffusers can save and move; its arguments are those of `Painter`."""

    _optional_components = ["monodepth"]  # noqa: RUF012 -- diffusers' own way to say so

    def __init__(
        self,
        autoencoder: RGBDAutoencoder,
        denoiser: HintedDenoiser,
        compositor: Compositor,
        monodepth: MonocularDepth | None = None,
    ) -> None:
        DiffusionPipeline.__init__(self)
        self.register_modules(
            autoencoder=autoencoder,
            denoiser=denoiser,
            compositor=compositor,
            monodepth=monodepth,
        )
        Painter.__init__(self, autoencoder, denoiser, compositor, monodepth)

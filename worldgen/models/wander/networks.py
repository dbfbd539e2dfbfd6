"""The three networks as functions of planes and latents, whoever computes them.

`Plain` is PyTorch as it stands, on any device and for any batch; others
(`compiled.py`) must draw what it draws.

Not here: the networks themselves, which of several is quickest (`choice.py`).
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, cast

import torch
from torch import Tensor

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import Condition, HintedDenoiser


class Networks(Protocol):
    """What draws a picture, in four functions, and one that reads.

    Attributes:
        title: who computes, and how precisely, for people.
        dtype: of the latents that `denoise` takes and gives.
    """

    @property
    def title(self) -> str: ...

    @property
    def dtype(self) -> torch.dtype: ...

    def drawing(self) -> AbstractContextManager[None]:
        """What holds while a picture is drawn."""

    def encode(self, planes: Tensor) -> Tensor:
        """(B, 6, H, W) seen planes to (B, C, H/8, W/8) latents."""

    def read(self, known: Condition) -> Condition:
        """The same with its words read, once for all steps, as `denoise` takes it."""

    def denoise(self, noisy: Tensor, noise_B: Tensor, step_B: Tensor, known: Condition) -> Tensor:
        """The clean latent (B, C, H, W); see `HintedDenoiser.forward`."""

    def decode(self, latent: Tensor) -> Tensor:
        """(B, C, H/8, W/8) latents to (B, 6, H, W) drawn planes."""

    def compose(self, drawn: Tensor, planes: Tensor) -> Tensor:
        """Drawn planes joined with those of the hint, (B, 6, H, W)."""


class Plain:
    """The networks run by PyTorch as they were trained, where they lie.

    Planes and latents come and go on the CPU, whatever device computes: they are small.
    """

    def __init__(
        self, autoencoder: RGBDAutoencoder, denoiser: HintedDenoiser, compositor: Compositor
    ) -> None:
        self._autoencoder = autoencoder
        self._denoiser = denoiser
        self._compositor = compositor

    @property
    def title(self) -> str:
        return f"torch {str(self.dtype).removeprefix('torch.')} on {self._device.type}"

    @property
    def dtype(self) -> torch.dtype:
        return self._lies.dtype

    @property
    def _device(self) -> torch.device:
        return self._lies.device

    @property
    def _lies(self) -> Tensor:
        """One weight: where it lies, all lie. diffusers' own `device` imports torch's compiler."""
        return next(self._denoiser.parameters())

    def drawing(self) -> AbstractContextManager[None]:
        return nullcontext()

    def encode(self, planes: Tensor) -> Tensor:
        return self._autoencoder.encode(self._there(planes)).cpu()

    def read(self, known: Condition) -> Condition:
        return self._denoiser.reading(known.to(self.dtype, self._device))

    def denoise(self, noisy: Tensor, noise_B: Tensor, step_B: Tensor, known: Condition) -> Tensor:
        told = (part.to(self._device) for part in (noise_B, step_B))
        return cast(Tensor, self._denoiser(self._there(noisy), *told, known).cpu())

    def decode(self, latent: Tensor) -> Tensor:
        return self._autoencoder.decode(self._there(latent)).cpu()

    def compose(self, drawn: Tensor, planes: Tensor) -> Tensor:
        device = self._device
        return cast(Tensor, self._compositor(drawn.to(device), planes.to(device)).cpu())

    def _there(self, tensor: Tensor) -> Tensor:
        return tensor.to(self._device, self.dtype)

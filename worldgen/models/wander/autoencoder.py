"""RGB-D to latents an eighth the size and back; the encoder is blind where nothing is known.

    planes (B, 6, 144, 256) ──▶ encode ──▶ latents (B, 12, 18, 32) ──▶ decode ──▶ (B, 6, 144, 256)

It reads colour, closeness and a confidence for each (`planes.py`), so a whole
frame, a photo without depth and a memory full of holes all enter the same
space. It draws colour, closeness, and which pixels are sky and which move by
themselves. It is convolutional throughout: any size that 8 divides will do.

Not here: its training (`training/autoencoder.py`).
"""

from __future__ import annotations

from typing import cast

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

from worldgen.models.wander.layers import ChannelNorm, ResBlock
from worldgen.models.wander.mixins import ConfigMixin, ModelMixin, register_to_config
from worldgen.models.wander.planes import DRAWN_PLANES, SEEN_PLANES

LATENT_BOUND = 4.0


class RGBDAutoencoder(ModelMixin, ConfigMixin):
    """A convolutional autoencoder, 8x down on each side.

    Args:
        latent_channels: planes of the latent.
        widths: channels at a half, a quarter and an eighth of the picture's size.
        blocks: residual blocks at each of the three sizes.
    """

    @register_to_config
    def __init__(
        self,
        latent_channels: int = 12,
        widths: tuple[int, int, int] = (40, 96, 160),
        blocks: tuple[int, int, int] = (1, 1, 2),
    ) -> None:
        super().__init__()
        half, quarter, eighth = widths
        self.encoder = nn.Sequential(
            nn.PixelUnshuffle(2),
            nn.Conv2d(4 * SEEN_PLANES, half, 3, padding=1),
            *(ResBlock(half) for _ in range(blocks[0])),
            nn.Conv2d(half, quarter, 4, stride=2, padding=1),
            *(ResBlock(quarter) for _ in range(blocks[1])),
            nn.Conv2d(quarter, eighth, 4, stride=2, padding=1),
            *(ResBlock(eighth) for _ in range(blocks[2])),
            ChannelNorm(eighth),
            nn.Conv2d(eighth, latent_channels, 1),
        )
        self.decoder = nn.Sequential(
            nn.Conv2d(latent_channels, eighth, 3, padding=1),
            *(ResBlock(eighth) for _ in range(blocks[2])),
            nn.Conv2d(eighth, 4 * quarter, 3, padding=1),
            nn.PixelShuffle(2),
            *(ResBlock(quarter) for _ in range(blocks[1])),
            nn.Conv2d(quarter, 4 * half, 3, padding=1),
            nn.PixelShuffle(2),
            *(ResBlock(half) for _ in range(blocks[0])),
            ChannelNorm(half),
            nn.Conv2d(half, 4 * DRAWN_PLANES, 3, padding=1),
            nn.PixelShuffle(2),
        )
        self.register_buffer("latent_mean", torch.zeros(latent_channels))
        self.register_buffer("latent_std", torch.ones(latent_channels))

    def encode(self, seen_BCHW: Tensor) -> Tensor:
        """(B, 6, H, W) seen planes to (B, latents, H/8, W/8), each channel about N(0, 1)."""
        raw = self.encode_raw(seen_BCHW)
        return (raw - self._column(self.latent_mean)) / self._column(self.latent_std)

    def decode(self, latent_BCHW: Tensor) -> Tensor:
        """Latents to (B, 6, H, W) drawn planes; colours and closeness in about [-1, 1]."""
        raw = latent_BCHW * self._column(self.latent_std) + self._column(self.latent_mean)
        return self.decode_raw(raw)

    def encode_raw(self, seen_BCHW: Tensor) -> Tensor:
        """Latents before they are standardised, softly bounded to +-`LATENT_BOUND`."""
        planes = seen_BCHW.to(memory_format=torch.channels_last)
        return LATENT_BOUND * torch.tanh(self.encoder(planes) / LATENT_BOUND)

    def decode_raw(self, raw_BCHW: Tensor) -> Tensor:
        """Drawn planes from latents that are not standardised."""
        return cast(Tensor, self.decoder(raw_BCHW.to(memory_format=torch.channels_last)))

    def _column(self, per_channel: Tensor) -> Tensor:
        return per_channel[:, None, None]


def coverage(seen_BCHW: Tensor) -> Tensor:
    """How much of each latent cell is known: (B, 2, H/8, W/8), of colour and of depth."""
    return nnf.avg_pool2d(seen_BCHW[:, 4:6], 8)

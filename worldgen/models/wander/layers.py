"""The few building blocks of the autoencoder and the denoiser.

Letters: B batch, C channels, H rows, W columns, N tokens, D width.

Normalisation is over channels alone, never over space: a crop trains what the
whole picture uses. Every residual branch ends in zeros, so a fresh block is
the identity.

Not here: the networks that are built of them (`autoencoder`, `denoiser`).
"""

from __future__ import annotations

from typing import cast

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn


class ChannelNorm(nn.Module):
    """LayerNorm over the channels of (B, C, H, W); free of copies when channels come last."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(channels))
        self.bias = nn.Parameter(torch.zeros(channels))

    def forward(self, x_BCHW: Tensor) -> Tensor:
        x_BHWC = x_BCHW.permute(0, 2, 3, 1)
        normed = nnf.layer_norm(x_BHWC, (x_BHWC.shape[-1],), self.weight, self.bias)
        return normed.permute(0, 3, 1, 2)


def zeroed(module: nn.Module) -> nn.Module:
    """The module with all its parameters at zero."""
    for parameter in module.parameters():
        nn.init.zeros_(parameter)
    return module


class ResBlock(nn.Module):
    """Two 3x3 convolutions beside a skip, steered by a condition vector where one is given."""

    def __init__(self, channels: int, condition: int = 0) -> None:
        super().__init__()
        self.norm = ChannelNorm(channels)
        self.enter = nn.Conv2d(channels, channels, 3, padding=1)
        self.leave = zeroed(nn.Conv2d(channels, channels, 3, padding=1))
        self.steer = zeroed(nn.Linear(condition, 2 * channels)) if condition else None

    def forward(self, x_BCHW: Tensor, condition_BD: Tensor | None = None) -> Tensor:
        h = self.norm(x_BCHW)
        if self.steer is not None:
            gain, offset = self.steer(condition_BD)[:, :, None, None].chunk(2, dim=1)
            h = h * (1 + gain) + offset
        h = self.leave(nnf.silu(self.enter(nnf.silu(h))))
        return x_BCHW + h


class Attention(nn.Module):
    """Multi-head attention from N tokens to others, or to themselves."""

    def __init__(self, width: int, source_width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key_value = nn.Linear(source_width, 2 * width)
        self.leave = zeroed(nn.Linear(width, width))

    def forward(
        self, x_BND: Tensor, source_BMD: Tensor | None = None, mask_BM: Tensor | None = None
    ) -> Tensor:
        h = self.norm(x_BND)
        query = self._split(self.query(h))
        key, value = (
            self._split(part)
            for part in self.key_value(h if source_BMD is None else source_BMD).chunk(2, dim=-1)
        )
        mask = None if mask_BM is None else mask_BM[:, None, None, :]
        out = _attend(query, key, value, mask)
        return x_BND + cast(Tensor, self.leave(out.transpose(1, 2).flatten(2)))

    def _split(self, x_BND: Tensor) -> Tensor:
        return x_BND.unflatten(-1, (self.heads, -1)).transpose(1, 2)


def _attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """Softmax attention, fused on a GPU and by plain products on a CPU.

    On a CPU the fused kernel's backward pass took three times as long as these
    products do, for the few tokens that we have.
    """
    if query.is_cuda:
        return nnf.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    scores = query @ key.transpose(-2, -1) * query.shape[-1] ** -0.5
    if mask is not None:
        scores = scores.masked_fill(~mask, -1e4)
    return scores.softmax(-1) @ value

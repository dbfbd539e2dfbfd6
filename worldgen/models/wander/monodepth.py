"""How far a photograph's pixels lie, from its colours alone.

    photo (B, 3, H, W) ──▶ closeness and sky (B, 2, H, W)

The denoiser has seen drawn worlds only, and takes a motorcycle's tyres for holes.
So whoever reads a photograph is a network that learnt to see on photographs: the
first eleven blocks of EfficientNet-Lite0 (Tan & Le 2019), every normalisation
folded into its convolution; attention over the sixteenth of the picture's size,
where a cell may ask all others; and a decoder that goes up step by step with the
blocks' own activations beside it. What is deep is learnt from drawn worlds, whose
depth is exact (as in Ranftl et al. 2022, who mix such sources).

Letters: B batch, C channels, H rows, W columns; H and W divisible by 16.

Not here: its training (`training/monodepth.py`), what is done with its guess (`painter.py`).
"""

from __future__ import annotations

from itertools import pairwise

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

from worldgen.models.wander.edges import hardened
from worldgen.models.wander.layers import Attention
from worldgen.models.wander.mixins import ConfigMixin, ModelMixin, register_to_config

STEM = 32
STAGES = (
    # blocks, channels, kernel, stride, widened
    (1, 16, 3, 1, 1),
    (2, 24, 3, 2, 6),
    (2, 40, 5, 2, 6),
    (3, 80, 3, 2, 6),
    (3, 112, 5, 1, 6),
)
"""EfficientNet-Lite0 down to a sixteenth of the picture's size, without its last five blocks."""

LOOKS = (0, 2, 4, 10)
"""Blocks whose activations the decoder sees: a half, a quarter, an eighth, a sixteenth."""


class MonocularDepth(ModelMixin, ConfigMixin):
    """Closeness and sky of a picture from its colours alone.

    Args:
        rows, columns: of the cells at a sixteenth of the picture's size.
        widths: channels of the decoder at an eighth, a quarter and a half.
        attends: layers of attention.
    """

    @register_to_config
    def __init__(
        self,
        rows: int = 9,
        columns: int = 16,
        widths: tuple[int, ...] = (64, 48, 24),
        attends: int = 3,
    ) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, STEM, 3, stride=2)
        blocks = _blocks()
        self.blocks = nn.ModuleList(blocks)
        seen = [blocks[at].channels for at in LOOKS]
        wide = seen[-1]
        self.place = nn.Parameter(0.02 * torch.randn(rows * columns, wide))
        self.attend = nn.ModuleList(_Layer(wide) for _ in range(attends))
        ups = (wide, *widths)
        self.up = nn.ModuleList(
            nn.Conv2d(before + beside, after, 3, padding=1)
            for (before, after), beside in zip(pairwise(ups), reversed(seen[:-1]), strict=True)
        )
        self.mend = nn.ModuleList(nn.Conv2d(width, width, 3, padding=1) for width in widths)
        self.leave = nn.Conv2d(widths[-1], 2, 3, padding=1)

    def forward(self, photo_BCHW: Tensor) -> Tensor:
        """Closeness as in `planes.py`, in [-1, 1], and a logit of sky: (B, 2, H, W) float32.

        Args:
            photo_BCHW: (B, 3, H, W) colours in [-1, 1], of the size that the network was made for.
        """
        seen = self.sees(photo_BCHW.to(self.stem.weight.device, self.stem.weight.dtype))
        x = seen.pop()
        cells = x.flatten(2).transpose(1, 2) + self.place
        for layer in self.attend:
            cells = layer(cells)
        x = cells.transpose(1, 2).unflatten(2, x.shape[2:])
        for up, mend in zip(self.up, self.mend, strict=True):
            beside = seen.pop()
            x = nnf.interpolate(x, size=beside.shape[2:], mode="bilinear")
            x = nnf.relu(up(torch.cat([x, beside], dim=1)))
            x = x + nnf.relu(mend(x))
        told = nnf.interpolate(self.leave(x).float(), scale_factor=2, mode="bilinear")
        return torch.cat([torch.tanh(told[:, :1]), told[:, 1:]], dim=1)

    def guess(self, photo_BCHW: Tensor) -> Tensor:
        """The mean of four looks, with hard edges: as it is, mirrored, and both without colour.

        Depth has no colour: what a palette alone says of it was learnt from drawn worlds.
        """
        grey = photo_BCHW.mean(1, keepdim=True).expand_as(photo_BCHW)
        shown = torch.cat([photo_BCHW, grey])
        told = self(shown) + self(shown.flip(3)).flip(3)
        colour, plain = told.chunk(2)
        close, sky = ((colour + plain) / 4).split(1, dim=1)
        return torch.cat([hardened(close), sky], dim=1).to(photo_BCHW.device)

    def sees(self, photo_BCHW: Tensor) -> list[Tensor]:
        """The activations that the decoder sees, the finest first."""
        x = nnf.relu6(self.stem(nnf.pad(photo_BCHW, (0, 1, 0, 1))))
        seen = []
        for at, block in enumerate(self.blocks):
            x = block(x)
            if at in LOOKS:
                seen.append(x)
        return seen


class InvertedResidual(nn.Module):
    """Widened, looked at channel by channel, narrowed (Sandler et al. 2018).

    Padded as TensorFlow pads, which the borrowed weights are used to.
    """

    def __init__(self, enter: int, leave: int, kernel: int, stride: int, widened: int) -> None:
        super().__init__()
        wide = enter * widened
        self.channels = leave
        self.pads = [(kernel - stride) // 2, (kernel - stride + 1) // 2] * 2
        self.enter = nn.Conv2d(enter, wide, 1) if widened > 1 else None
        self.look = nn.Conv2d(wide, wide, kernel, stride=stride, groups=wide)
        self.leave = nn.Conv2d(wide, leave, 1)
        self.skips = stride == 1 and enter == leave

    def forward(self, x: Tensor) -> Tensor:
        wide = x if self.enter is None else nnf.relu6(self.enter(x))
        narrow: Tensor = self.leave(nnf.relu6(self.look(nnf.pad(wide, self.pads))))
        return x + narrow if self.skips else narrow


class _Layer(nn.Module):
    """Attention of cells (B, N, D) to each other, and two linear maps a cell."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.attention = Attention(width, width, heads=4)
        self.norm = nn.LayerNorm(width)
        self.enter = nn.Linear(width, 2 * width)
        self.leave = nn.Linear(2 * width, width)

    def forward(self, x_BND: Tensor) -> Tensor:
        x = self.attention(x_BND)
        return x + self.leave(nnf.silu(self.enter(self.norm(x))))


def _blocks() -> list[InvertedResidual]:
    """Those of `STAGES`; the first of each stage strides."""
    made: list[InvertedResidual] = []
    before = STEM
    for count, channels, kernel, stride, widened in STAGES:
        for at in range(count):
            made.append(
                InvertedResidual(before, channels, kernel, stride if at == 0 else 1, widened)
            )
            before = channels
    return made

"""Latents out of noise: told the hint, the words, the view, and how far one step may go.

Letters: B batch, C channels, H rows (18), W columns (32), N tokens, D width.

A two-level U-Net. The fine level sees the noisy latent beside the hint's
latent, the hint's coverage and the direction of every cell's ray; the coarse
level (nine rows, which do not halve again) holds most of the weights, and its
attention reads the words. It predicts the clean latent. Where the hint is
known it has only to say what differs, so that a place seen before stays as it
was, and one step is nearly enough.

The step size is an input (shortcut models, Frans et al. 2024), so that one
network takes thirty-two small steps or two large ones.

Not here: the steps (`sampler.py`), the training (`training/denoiser.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import cast

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

from worldgen.geometry.camera import Camera
from worldgen.models.wander.layers import Attention, ChannelNorm, ResBlock, zeroed
from worldgen.models.wander.mixins import ConfigMixin, ModelMixin, register_to_config

VIEW_PLANES = 3
COVERAGE_PLANES = 2
CELL_PX = 8
WORDS = 24
"""Words that `blank` has; any number up to 64 will do."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Condition:
    """All that the denoiser is told beside the noise.

    Attributes:
        hint: (B, C, H, W) latents of what is known.
        coverage: (B, 2, H, W) share of each cell known, of colour and of depth.
        view: (B, 3, H, W) rays, see `view_planes`.
        words: (B, N, D) vectors of the prompt.
        word_mask: (B, N) bool, True where there is a word.
        read: what the denoiser made of the words, if it has read them before (`reading`).
    """

    hint: Tensor
    coverage: Tensor
    view: Tensor
    words: Tensor
    word_mask: Tensor
    read: tuple[Tensor, Tensor] | None = None

    def to(self, dtype: torch.dtype, device: torch.device | None = None) -> Condition:
        """The same in another precision and place."""
        floats = {
            name: getattr(self, name).to(device=device, dtype=dtype)
            for name in ("hint", "coverage", "view", "words")
        }
        return Condition(**floats, word_mask=self.word_mask.to(device=device))


def view_planes(camera: Camera) -> Tensor:
    """(1, 3, H/8, W/8): each cell's ray to the right, down and ahead, level and free of heading.

    Only how the head is tilted is left in it: where the horizon must be.
    """
    rows = torch.arange(camera.height_px // CELL_PX) * CELL_PX + CELL_PX / 2
    columns = torch.arange(camera.width_px // CELL_PX) * CELL_PX + CELL_PX / 2
    y, x = torch.meshgrid(
        (rows - camera.cy) / camera.fy, (columns - camera.cx) / camera.fx, indexing="ij"
    )
    down, ahead = camera.pose_c2w[1, 1], camera.pose_c2w[1, 2]
    level = torch.stack([x, y * down + ahead, down - y * ahead])
    return (level / level.norm(dim=0, keepdim=True))[None].float()


class TextBlock(nn.Module):
    """Lets the words speak to each other, and pools them by several questions, not one."""

    def __init__(self, table_width: int, width: int, questions: int, out: int) -> None:
        super().__init__()
        self.enter = nn.Linear(table_width, width)
        self.place = nn.Parameter(torch.randn(1, 64, width) * 0.02)
        self.attend = Attention(width, width, heads=4)
        self.think = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.SiLU(), nn.Linear(2 * width, width)
        )
        self.questions = nn.Parameter(torch.randn(1, questions, width) * 0.5)
        self.pool = Attention(width, width, heads=4)
        nn.init.xavier_uniform_(cast(nn.Linear, self.pool.leave).weight)
        self.leave = nn.Linear(questions * width, out)

    def forward(self, words_BND: Tensor, mask_BN: Tensor) -> tuple[Tensor, Tensor]:
        """Words (B, N, table) to tokens (B, N, width) and their summary (B, out)."""
        tokens = self.enter(words_BND) + self.place[:, : words_BND.shape[1]]
        tokens = self.attend(tokens, mask_BM=mask_BN)
        tokens = tokens + self.think(tokens)
        asked = self.questions.expand(len(tokens), -1, -1)
        return tokens, self.leave(self.pool(asked, tokens, mask_BN).flatten(1))


class CoarseBlock(nn.Module):
    """A residual block; where it attends, then attention among the cells and to the words."""

    def __init__(self, channels: int, condition: int, text_width: int, attend: bool) -> None:
        super().__init__()
        self.residual = ResBlock(channels, condition)
        heads = channels // 64
        self.cells = Attention(channels, channels, heads) if attend else None
        self.words = Attention(channels, text_width, heads) if attend else None

    def forward(
        self, x_BCHW: Tensor, condition_BD: Tensor, tokens_BND: Tensor, mask_BN: Tensor
    ) -> Tensor:
        x_BCHW = self.residual(x_BCHW, condition_BD)
        if self.cells is None or self.words is None:
            return x_BCHW
        x_BND = x_BCHW.flatten(2).transpose(1, 2)
        x_BND = self.words(self.cells(x_BND), tokens_BND, mask_BN)
        x_BCHW = x_BND.transpose(1, 2).unflatten(2, x_BCHW.shape[2:])
        return x_BCHW.contiguous(memory_format=torch.channels_last)


class HintedDenoiser(ModelMixin, ConfigMixin):
    """Predicts the clean latent.

    Args:
        latent_channels: planes of the latent.
        fine, coarse: channels at 18x32 and at 9x16.
        fine_blocks: residual blocks at 18x32, as many on the way down as on the way up.
        coarse_blocks: residual blocks at 9x16, every other one with attention.
        text_width: width of a word inside; `table_width`: of a word as it comes.
        condition: width of the vector that steers every block.
        rows, columns: size of the latent in cells.
    """

    @register_to_config
    def __init__(
        self,
        latent_channels: int = 12,
        fine: int = 96,
        fine_blocks: int = 2,
        coarse: int = 256,
        coarse_blocks: int = 4,
        text_width: int = 192,
        table_width: int = 128,
        condition: int = 256,
        rows: int = 18,
        columns: int = 32,
    ) -> None:
        super().__init__()
        seen = 2 * latent_channels + COVERAGE_PLANES + VIEW_PLANES
        self.text = TextBlock(table_width, text_width, questions=6, out=condition)
        self.clock = nn.Sequential(
            nn.Linear(128, condition), nn.SiLU(), nn.Linear(condition, condition)
        )
        self.enter = nn.Conv2d(seen, fine, 3, padding=1)
        self.before = nn.ModuleList(ResBlock(fine, condition) for _ in range(fine_blocks))
        self.down = nn.Conv2d(fine, coarse, 2, stride=2)
        self.place = nn.Parameter(torch.randn(1, coarse, rows // 2, columns // 2) * 0.02)
        self.middle = nn.ModuleList(
            CoarseBlock(coarse, condition, text_width, attend=index % 2 == 0)
            for index in range(coarse_blocks)
        )
        self.up = nn.Sequential(nn.Conv2d(coarse, 4 * fine, 1), nn.PixelShuffle(2))
        self.join = nn.Conv2d(2 * fine, fine, 1)
        self.after = nn.ModuleList(ResBlock(fine, condition) for _ in range(fine_blocks))
        self.norm = ChannelNorm(fine)
        self.leave = zeroed(nn.Conv2d(fine, latent_channels, 3, padding=1))
        self.trust = nn.Parameter(torch.full((1, latent_channels, 1, 1), 0.5))

    def forward(
        self, noisy_BCHW: Tensor, noise_B: Tensor, step_B: Tensor, known: Condition
    ) -> Tensor:
        """The clean latent (B, C, H, W).

        Args:
            noisy_BCHW: (1 - noise) * clean + noise * gaussian.
            noise_B: (B,) share of noise in [0, 1].
            step_B: (B,) how far the sampler means to go in one step, in [0, 1]; 0 is a flow's.
            known: hint, coverage, view and words.
        """
        tokens, summary = known.read or self.text(known.words, known.word_mask)
        clock = torch.cat([waves(noise_B), waves(step_B)], dim=1).to(noisy_BCHW.dtype)
        condition = nnf.silu(self.clock(clock) + summary)
        seen = [noisy_BCHW, known.hint, known.coverage, known.view]
        fine = self.enter(torch.cat(seen, dim=1).contiguous(memory_format=torch.channels_last))
        for block in self.before:
            fine = block(fine, condition)
        coarse = self.down(fine) + self.place
        for block in self.middle:
            coarse = block(coarse, condition, tokens, known.word_mask)
        fine = self.join(torch.cat([fine, self.up(coarse)], dim=1))
        for block in self.after:
            fine = block(fine, condition)
        change = self.leave(nnf.silu(self.norm(fine)))
        known_share = known.coverage.mean(1, keepdim=True)
        return known_share * known.hint + (1 - self.trust * known_share) * change

    def reading(self, known: Condition) -> Condition:
        """The same with its words read, once for all steps."""
        return replace(known, read=self.text(known.words, known.word_mask))


def blank(denoiser: HintedDenoiser) -> Condition:
    """A condition of which nothing is known: zeros of the shapes that the network takes."""
    config = denoiser.config
    hint, coverage, view = (
        torch.zeros(1, planes, config.rows, config.columns)
        for planes in (config.latent_channels, COVERAGE_PLANES, VIEW_PLANES)
    )
    return Condition(
        hint=hint,
        coverage=coverage,
        view=view,
        words=torch.zeros(1, WORDS, config.table_width),
        word_mask=torch.ones(1, WORDS, dtype=torch.bool),
    )


def waves(share_B: Tensor, width: int = 64) -> Tensor:
    """Shares in [0, 1] as (B, width) sines and cosines, from a half turn to some hundred."""
    rates = torch.exp(torch.linspace(0, math.log(200), width // 2, device=share_B.device))
    angle = share_B.float()[:, None] * rates * math.pi
    return torch.cat([angle.sin(), angle.cos()], dim=1)

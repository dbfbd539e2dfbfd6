"""The control: a model without its denoiser must know nothing of words, hints or chance."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import torch

from worldgen.evaluation.inside import Nothing, copied, without_denoiser
from worldgen.evaluation.rollout import Rollout
from worldgen.geometry import Camera
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.spec import SPEC
from worldgen.types import Action, Frame


class _Words:
    """A word table that has never heard of anything."""

    def encode(self, texts: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
        mask = torch.zeros(len(texts), 24, dtype=torch.bool)
        mask[:, 0] = True
        return torch.randn(len(texts), 24, 128), mask


def _pipe() -> WanderPipeline:
    torch.manual_seed(0)
    autoencoder = RGBDAutoencoder(widths=(8, 8, 8), blocks=(1, 1, 1))
    denoiser = HintedDenoiser(fine=16, coarse=64, coarse_blocks=1)
    pipe = WanderPipeline(autoencoder.eval(), denoiser.eval(), Compositor(channels=8).eval())
    pipe.table = cast(Any, _Words())
    return pipe


def test_without_its_denoiser_it_draws_one_picture_whatever_is_said(view: Any) -> None:
    """Words, seed and what is known make no difference: only the denoiser could carry them."""
    model = without_denoiser(_pipe())
    first = _sized(view())
    pictures = [
        Rollout.begin(model, first, text, seed).frame.rgb
        for text, seed in (("a meadow", 0), ("a cave at night", 5))
    ]
    moved = Rollout.begin(model, first, "a meadow").step(Action(forward=1), first.camera).frame.rgb
    assert np.array_equal(pictures[0], pictures[1])
    assert np.array_equal(pictures[0], moved)


def test_the_whole_model_is_left_as_it_was() -> None:
    """Taking the denoiser out of a copy must not take it out of the original."""
    pipe = _pipe()
    without_denoiser(pipe)
    assert not isinstance(pipe.denoiser, Nothing)


def test_a_copy_has_the_frame_s_size(view: Any) -> None:
    """Through the autoencoder and back, colours and depth included."""
    picture = copied(_pipe(), _sized(view()))
    assert picture.rgb.shape == (SPEC.height_px, SPEC.width_px, 3)
    assert picture.depth_m is not None


def _sized(frame: Frame) -> Frame:
    """The painted room through the built-in model's lens (for its size only)."""
    camera = Camera.from_fov(SPEC.width_px, SPEC.height_px, SPEC.hfov_rad)
    return Frame(rgb=frame.rgb, depth_m=frame.depth_m, camera=camera, index=0, time_s=0)

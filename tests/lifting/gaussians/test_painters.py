"""Two ways to draw splats: they agree, and what does not is not used."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.lifting.gaussians.scene import stroll
from tests.lifting.gaussians.test_splats import some_splats
from worldgen.geometry import Camera, invert
from worldgen.lifting.gaussians import painters
from worldgen.lifting.gaussians.lift import raw_splats
from worldgen.lifting.gaussians.painters import CUDA, PROCESSOR, agrees, painter_here
from worldgen.lifting.gaussians.rasterise import Gaussians, draw, flatten
from worldgen.lifting.gaussians.refine import RefineConfig, refine

BY_GSPLAT = replace(CUDA, device="cpu", steps=6)
"""The way that hands everything to gsplat, here to a fake of it."""


def drawn_by_us(
    *,
    means: Tensor,
    quats: Tensor,
    scales: Tensor,
    opacities: Tensor,
    colors: Tensor,
    viewmats: Tensor,
    Ks: Tensor,
    width: int,
    height: int,
    rasterize_mode: str,
    **others: Any,
) -> tuple[Tensor, None, dict[str, Any]]:
    """gsplat's `rasterization` as its documentation has it, drawn by our own code."""
    assert others == {"near_plane": 0.05, "eps2d": 0.3, "packed": False}
    assert viewmats.shape == (1, 4, 4) and Ks.shape == (1, 3, 3)
    (fx, _, cx), (_, fy, cy) = Ks[0].tolist()[:2]
    pose = np.array(invert(viewmats[0].numpy().astype(np.float64)))
    camera = Camera(width_px=width, height_px=height, fx=fx, fy=fy, cx=cx, cy=cy, pose_c2w=pose)
    splats = Gaussians(means=means, scales=scales, quats=quats, opacities=opacities, colours=colors)
    return draw(splats, camera, antialiased=rasterize_mode == "antialiased")[None], None, {}


@pytest.fixture
def fake_gsplat(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of that name with the one function that we use."""
    fake = ModuleType("gsplat")
    fake.rasterization = drawn_by_us  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gsplat", fake)
    return fake


def test_gsplat_gets_splats_camera_and_mode_as_it_wants_them(fake_gsplat: ModuleType) -> None:
    """World to camera, pixels, w first: a mistake there is a black or a mirrored picture."""
    camera = stroll(2)[1].camera
    splats = Gaussians.of(some_splats(60))
    for antialiased in (False, True):
        ours = PROCESSOR.draw(splats, camera, antialiased)
        theirs = BY_GSPLAT.draw(splats, camera, antialiased)
        torch.testing.assert_close(theirs, ours, atol=1e-4, rtol=1e-3)
    assert agrees(BY_GSPLAT)


def test_refining_by_another_painter_learns_the_same(fake_gsplat: ModuleType) -> None:
    """Nothing in the loop may rest on the processor's way."""
    frames = stroll(3)
    rough = raw_splats(frames, 2_000)
    one = refine(rough, frames, RefineConfig(steps=6), painter=PROCESSOR)
    other = refine(rough, frames, RefineConfig(), painter=BY_GSPLAT)
    np.testing.assert_allclose(one.colours, other.colours, atol=1e-3)


def test_a_gsplat_that_draws_otherwise_is_not_used(
    fake_gsplat: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Conventions may change with a version; worse splats are worse than slow ones."""

    def mirrored(**given: Any) -> tuple[Tensor, None, dict[str, Any]]:
        picture, nothing, told = drawn_by_us(**given)
        return picture.flip(2), nothing, told

    monkeypatch.setattr(fake_gsplat, "rasterization", mirrored)
    assert not agrees(BY_GSPLAT)


def test_without_cuda_or_when_gsplat_fails_the_processor_draws(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An export must not end because a compiler is missing."""
    if not torch.cuda.is_available():
        assert painter_here() is PROCESSOR

    def broken(painter: object) -> bool:
        raise RuntimeError("nvcc is missing")

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(painters, "find_spec", lambda name: name)
    monkeypatch.setattr(painters, "agrees", broken)
    painters._gsplat_draws.cache_clear()
    assert painter_here() is PROCESSOR
    painters._gsplat_draws.cache_clear()


def test_we_project_as_gsplat_does() -> None:
    """Its own plain torch, where installed, needs no GPU: centres, inverse covariances, blur."""
    pytest.importorskip("gsplat")
    from gsplat.cuda._torch_impl import _fully_fused_projection, _quat_scale_to_covar_preci

    camera = stroll(2)[1].camera
    every = Gaussians.of(some_splats(200))
    lens = torch.tensor([[camera.fx, 0, camera.cx], [0, camera.fy, camera.cy], [0, 0, 1]]).float()
    covars, _ = _quat_scale_to_covar_preci(every.quats, every.scales, True, False, triu=False)
    view = torch.tensor(invert(camera.pose_c2w)).float()
    _, centres, depths, inverses, spread = _fully_fused_projection(
        every.means, covars, view[None], lens[None], *camera.shape[::-1], calc_compensations=True
    )
    ours = flatten(every, camera, antialiased=True).values
    # ours are those in view, nearest first
    order = [at for at in torch.argsort(depths[0]).tolist() if depths[0, at] > 0.05]
    theirs = torch.cat([centres[0], inverses[0], (every.opacities * spread[0])[:, None]], -1)[order]
    found = torch.cdist(ours[:, :2], theirs[:, :2]).argmin(1)
    torch.testing.assert_close(ours[:, :6], theirs[found], atol=2e-3, rtol=2e-3)

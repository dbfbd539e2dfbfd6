"""Where splats are drawn to be refined: by us on the processor, or by gsplat on a CUDA device.

Both draw the same picture (`rasterise` says by which conventions), with gradients; gsplat
draws hundreds a second. It compiles itself when first used and needs CUDA's compiler for
that: whatever of it fails here, the processor's way is taken, and the log says why.

Not here: what is learnt from a picture (`refine`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

import torch
from torch import Tensor

from worldgen.geometry import Camera, invert
from worldgen.lifting.gaussians import rasterise
from worldgen.lifting.gaussians.rasterise import BLUR_PX2, NEAR_M, Gaussians
from worldgen.monitoring import log


@dataclass(frozen=True, kw_only=True)
class Painter:
    """One way to draw.

    Attributes:
        device: torch's name of where tensors lie.
        draw: splats, a camera and whether antialiased to (H, W, 3) float32 sRGB on black.
        clock: seconds that drawing costs: of this thread, or of the wall where it waits for others.
        steps: pictures to draw, at most. budget_s: of `clock`, after which to stop.
    """

    device: str
    draw: Callable[[Gaussians, Camera, bool], Tensor]
    clock: Callable[[], float]
    steps: int
    budget_s: float


def painter_here() -> Painter:
    """The quickest that works on this machine."""
    return CUDA if _gsplat_draws() else PROCESSOR


def draw_by_gsplat(gaussians: Gaussians, camera: Camera, antialiased: bool) -> Tensor:
    """`rasterise.draw` by gsplat 1.5, on the device where the splats are."""
    from gsplat import rasterization

    device = gaussians.means.device
    lens = [[camera.fx, 0, camera.cx], [0, camera.fy, camera.cy], [0, 0, 1]]
    pictures, _, _ = rasterization(
        means=gaussians.means,
        quats=gaussians.quats,
        scales=gaussians.scales,
        opacities=gaussians.opacities,
        colors=gaussians.colours,
        viewmats=torch.tensor(invert(camera.pose_c2w)[None], dtype=torch.float32, device=device),
        Ks=torch.tensor([lens], dtype=torch.float32, device=device),
        width=camera.width_px,
        height=camera.height_px,
        near_plane=NEAR_M,
        eps2d=BLUR_PX2,
        packed=False,
        rasterize_mode="antialiased" if antialiased else "classic",
    )
    drawn: Tensor = pictures[0]
    return drawn


PROCESSOR = Painter(
    device="cpu",
    draw=lambda gaussians, camera, aa: rasterise.draw(gaussians, camera, antialiased=aa),
    clock=time.thread_time,
    steps=2000,
    budget_s=48.0,
)
CUDA = Painter(device="cuda", draw=draw_by_gsplat, clock=time.monotonic, steps=6000, budget_s=30.0)


_UNUSABLE = (ImportError, OSError, RuntimeError, AssertionError, AttributeError, TypeError)
"""What it raises without its compiled part, with a driver too old, or with other arguments."""


@cache
def _gsplat_draws() -> bool:
    """Whether it draws one splat here as we do, gradients and all."""
    if not torch.cuda.is_available() or find_spec("gsplat") is None:
        return False
    try:
        return agrees(CUDA)
    except _UNUSABLE as error:
        log("gsplat.unusable", reason=f"{type(error).__name__}: {error}")
        return False


def agrees(painter: Painter) -> bool:
    """Whether a painter draws a splat as the processor does, and can be learnt from."""
    camera = Camera.from_fov(32, 24, 1.2)
    places = torch.tensor([[0.1, -0.2, 2.0], [-0.4, 0.1, 3.0]], device=painter.device)
    splats = Gaussians(
        means=places.requires_grad_(True),
        scales=torch.tensor([[0.3, 0.1, 0.2], [0.5, 0.5, 0.02]], device=painter.device),
        quats=torch.tensor([[0.9, 0.1, 0.3, 0.2], [1.0, 0.0, 0.0, 0.0]], device=painter.device),
        opacities=torch.tensor([0.8, 0.6], device=painter.device),
        colours=torch.tensor([[0.9, 0.2, 0.1], [0.1, 0.5, 0.9]], device=painter.device),
    )
    plain = Gaussians(**{name: value.detach().cpu() for name, value in vars(splats).items()})
    for antialiased in (False, True):
        drawn = painter.draw(splats, camera, antialiased)
        drawn.sum().backward()
        wanted = PROCESSOR.draw(plain, camera, antialiased)
        apart = float((drawn.detach().cpu() - wanted).abs().max())
        if apart > 0.01:
            log("gsplat.unusable", reason=f"its picture is {apart:.3f} from ours")
            return False
    return places.grad is not None and bool(torch.isfinite(places.grad).all())

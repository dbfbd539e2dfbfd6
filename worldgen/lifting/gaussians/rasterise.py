"""Splats to a picture, with gradients.

    project ──▶ boxes of pixels, nearest splat first ──▶ blend

Conventions are those of the first 3D Gaussian Splatting and of gsplat: pixel
centres at ½, 0.3 px² of blur, alpha at most 0.999 and at least 1/255. Viewers
differ in one thing, so both ways are here: *classic* leaves the opacity alone
when it blurs, *antialiased* lowers it by as much as the blur spread it.

Projecting is torch; blending is compiled (`kernel_blend`) and has its plain twin
in torch here. Letters: N splats, V of them in view, P (splat, pixel) pairs.

Not here: what a picture is compared with (`refine`, `score`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from worldgen.geometry import Camera, invert
from worldgen.lifting.gaussians.kernel_blend import (
    LEAST_ALPHA,
    LEAST_LIGHT,
    MOST_ALPHA,
    MOST_POWER,
    blend,
    blend_backwards,
)
from worldgen.lifting.gaussians.splats import Splats
from worldgen.threads import one_thread

BLUR_PX2 = 0.3
NEAR_M = 0.05


@dataclass(frozen=True, kw_only=True, eq=False)
class Gaussians:
    """`Splats` as tensors, gradients and all; meanings and units are the same.

    Attributes:
        means, scales, colours: (N, 3). quats: (N, 4), any length. opacities: (N,).
    """

    means: Tensor
    scales: Tensor
    quats: Tensor
    opacities: Tensor
    colours: Tensor

    @classmethod
    def of(cls, splats: Splats, device: str = "cpu") -> Gaussians:
        """Copies, without gradients."""
        return cls(
            means=torch.tensor(splats.means, device=device),
            scales=torch.tensor(splats.scales, device=device),
            quats=torch.tensor(splats.quats, device=device),
            opacities=torch.tensor(splats.opacities, device=device),
            colours=torch.tensor(splats.colours, device=device),
        )

    def pick(self, which: Tensor) -> Gaussians:
        """Those that a mask or an index names."""
        return Gaussians(
            means=self.means[which],
            scales=self.scales[which],
            quats=self.quats[which],
            opacities=self.opacities[which],
            colours=self.colours[which],
        )


def draw(gaussians: Gaussians, camera: Camera, *, antialiased: bool) -> Tensor:
    """See splats through a camera, on black.

    Returns:
        (H, W, 3) float32, sRGB; not clipped.
    """
    return flatten(gaussians, camera, antialiased=antialiased).blend(camera.shape)


def picture(splats: Splats, camera: Camera, *, antialiased: bool) -> np.ndarray:
    """What a viewer shows: (H, W, 3) uint8 sRGB."""
    with torch.no_grad(), one_thread():
        drawn = draw(Gaussians.of(splats), camera, antialiased=antialiased)
    shown: np.ndarray = (drawn.clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    return shown


@dataclass(frozen=True, kw_only=True, eq=False)
class Flat:
    """V splats on the picture, nearest first.

    Attributes:
        values: (V, 9) centre x y, inverse covariance xx xy yy, opacity, colour.
        boxes: (V, 4) int32, the pixels each may touch: first column and row, one past the last.
    """

    values: Tensor
    boxes: Tensor

    def blend(self, shape: tuple[int, int]) -> Tensor:
        """(H, W, 3), nearest over farther, on black."""
        drawn: Tensor = _Blend.apply(self.values, self.boxes, shape)  # type: ignore[no-untyped-call] # -- torch
        return drawn


def flatten(gaussians: Gaussians, camera: Camera, *, antialiased: bool) -> Flat:
    """Where the splats that a camera may see fall on its picture."""
    view = gaussians.pick(_in_view(gaussians.means, gaussians.scales, camera))
    return _project(view, camera, antialiased)


@torch.no_grad()
def _in_view(means: Tensor, scales: Tensor, camera: Camera) -> Tensor:
    """(V,) int64 index of splats that may be seen, nearest first."""
    x, y, z = _in_camera(means, camera).unbind(-1)
    reach = 3 * scales.amax(-1)
    ok = z > NEAR_M
    for along, focal, low, high in (
        (x, camera.fx, camera.cx, camera.width_px - camera.cx),
        (y, camera.fy, camera.cy, camera.height_px - camera.cy),
    ):
        spare = reach * focal + 2 * z
        ok &= (along * focal > -low * z - spare) & (along * focal < high * z + spare)
    index = torch.nonzero(ok).squeeze(1)
    return index[torch.argsort(z[index])]


def _in_camera(means: Tensor, camera: Camera) -> Tensor:
    w2c = torch.tensor(invert(camera.pose_c2w), dtype=torch.float32)
    return means @ w2c[:3, :3].T + w2c[:3, 3]


def _project(view: Gaussians, camera: Camera, antialiased: bool) -> Flat:
    """The linearised perspective of each splat at its own centre."""
    x, y, z = _in_camera(view.means, camera).unbind(-1)
    turn = torch.tensor(camera.rotation.T.copy(), dtype=torch.float32)
    axes = (turn @ _axes(view.quats)) * view.scales[:, None, :]
    # Splats far beside the picture would be stretched without end.
    wide, tall = 0.65 * camera.width_px / camera.fx, 0.65 * camera.height_px / camera.fy
    across, down = (x / z).clamp(-wide, wide), (y / z).clamp(-tall, tall)
    right = (axes[:, 0] - across[:, None] * axes[:, 2]) * (camera.fx / z)[:, None]
    below = (axes[:, 1] - down[:, None] * axes[:, 2]) * (camera.fy / z)[:, None]
    xx, xy, yy = (right * right).sum(-1), (right * below).sum(-1), (below * below).sum(-1)
    sharp = xx * yy - xy * xy
    xx, yy = xx + BLUR_PX2, yy + BLUR_PX2
    area = xx * yy - xy * xy
    opacity = view.opacities
    if antialiased:
        opacity = opacity * (sharp / area).clamp(min=1e-6).sqrt()
    centre = torch.stack([camera.fx * x / z + camera.cx, camera.fy * y / z + camera.cy], -1)
    inverse = torch.stack([yy / area, -xy / area, xx / area], -1)
    values = torch.cat([centre, inverse, opacity[:, None], view.colours], -1)
    with torch.no_grad():
        sigmas = (2 * torch.log((opacity / LEAST_ALPHA).clamp(min=1.0))).clamp(max=9.0).sqrt()
        half = sigmas[:, None] * torch.stack([xx, yy], -1).sqrt()
        most = torch.tensor([camera.width_px, camera.height_px])
        low = torch.ceil(centre - half - 0.5).clamp(min=0)
        high = torch.floor(centre + half + 0.5)
        boxes = torch.cat([low.minimum(most), high.clamp(min=0).minimum(most)], -1).int()
    return Flat(values=values, boxes=boxes)


def _axes(quats: Tensor) -> Tensor:
    """(V, 4) w x y z of any length to (V, 3, 3) rotations."""
    w, x, y, z = torch.nn.functional.normalize(quats, dim=-1).unbind(-1)
    rows = [
        *(1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)),
        *(2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)),
        *(2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)),
    ]
    return torch.stack(rows, -1).reshape(-1, 3, 3)


class _Blend(torch.autograd.Function):
    """`kernel_blend` as torch sees it."""

    @staticmethod
    def forward(ctx: Any, values: Tensor, boxes: Tensor, shape: tuple[int, int]) -> Tensor:
        picture = np.zeros((*shape, 3), np.float32)
        light, last = np.ones(shape, np.float32), np.full(shape, -1, np.int32)
        ctx.kept = values.detach().contiguous().numpy(), boxes.contiguous().numpy()
        blend(*ctx.kept, picture, light, last)
        ctx.light, ctx.last = light, last
        return torch.from_numpy(picture)

    @staticmethod
    def backward(ctx: Any, wanted: Tensor) -> tuple[Tensor, None, None]:
        slopes = np.zeros_like(ctx.kept[0])
        light, towards = ctx.light.copy(), wanted.contiguous().numpy()
        blend_backwards(*ctx.kept, light, ctx.last, towards, slopes)
        return torch.from_numpy(slopes), None, None


def blend_plainly(flat: Flat, shape: tuple[int, int]) -> Tensor:
    """What the compiled loops do, in plain torch: (H, W, 3), any device, much memory.

    All (splat, pixel) pairs are listed and sorted by pixel, nearest first in each; the
    light that reaches one is the product of what those before it let through.
    """
    low, high = flat.boxes[:, :2].long(), flat.boxes[:, 2:].long()
    wide, tall = (high - low).clamp(min=0).unbind(-1)
    who = torch.repeat_interleave(torch.arange(len(low)), wide * tall)
    step = torch.arange(len(who)) - (torch.cumsum(wide * tall, 0) - wide * tall)[who]
    row = low[who, 1] + torch.div(step, wide[who], rounding_mode="floor")
    column = low[who, 0] + step % wide[who]
    alpha, power = _alphas(flat.values[who], column, row)
    pixel = row * shape[1] + column
    order = torch.argsort(pixel, stable=True)
    order = order[((alpha >= LEAST_ALPHA) & (power <= MOST_POWER))[order]]
    who, pixel, alpha = who[order], pixel[order], alpha[order]
    light = _light(alpha, pixel)
    share = torch.where(light > LEAST_LIGHT, alpha * light, 0.0)
    empty = torch.zeros(shape[0] * shape[1], 3)
    drawn = empty.index_add(0, pixel, share[:, None] * flat.values[who, 6:])
    return drawn.reshape(*shape, 3)


def _alphas(values: Tensor, column: Tensor, row: Tensor) -> tuple[Tensor, Tensor]:
    """(P,) how opaque each pair's splat is at the middle of its pixel, and the exponent."""
    x, y, xx, xy, yy, opacity = values[:, :6].unbind(-1)
    x, y = column + 0.5 - x, row + 0.5 - y
    power = (0.5 * (xx * x * x + yy * y * y) + xy * x * y).clamp(min=0)
    return (opacity * torch.exp(-power)).clamp(max=MOST_ALPHA), power


def _light(alpha: Tensor, pixel: Tensor) -> Tensor:
    """(P,) the share of light that the pairs before each in its pixel let through."""
    logs = torch.log1p(-alpha).double()
    before = torch.cumsum(logs, 0) - logs
    first = torch.ones_like(pixel, dtype=torch.bool)
    first[1:] = pixel[1:] != pixel[:-1]
    starts = torch.nonzero(first).squeeze(1)
    group = torch.cumsum(first, 0) - 1
    return torch.exp(before - before[starts][group]).float()

"""Surfels: a posed picture with depth as small discs, one a pixel, facing as the surface does.

    pixel ──▶ disc of the pixel's footprint, stretched along the slope it is seen at
    sky   ──▶ disc on a far shell round the whole walk

How much a disc is to be believed falls with distance and slope; at the rim of a
thing, where a pixel mixes two surfaces, and where something moves by itself, it
is little, but not nothing: it may be the only look there was.

Not here: many looks at one place (`merge`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, normals, unproject_image
from worldgen.geometry.depth import is_known, pixel_rays
from worldgen.lifting.gaussians.splats import Floats, Splats, quats_of
from worldgen.lifting.rims import rims
from worldgen.types import Frame

WIDTH = 0.8
"""Standard deviation of a disc in pixels of the picture that saw it; viewers agree best at 0.8."""

THICKNESS = 0.1
"""A disc's thickness as a share of its width."""

FLATTEST = 0.15
"""Least cosine between the ray and the normal that is believed."""

LITTLE = 0.05
"""Belief in what is at a rim, or moves by itself."""

OPACITY = 0.95
SHELL_LEAST_M, SHELL_MOST_M = 200.0, 2000.0


@dataclass(frozen=True, kw_only=True, eq=False)
class Surfels:
    """N discs.

    Attributes:
        means: (N, 3) float32, metres, world.
        normals: (N, 3) float32, unit, world, towards who saw it.
        slopes: (N, 3) float32, unit, along the disc, away from who saw it.
        stretch: (N,) float32 ≥ 1, how much longer along `slopes`.
        footprint: (N,) float32, metres a pixel covers there.
        colours: (N, 3) float32, sRGB in [0, 1].
        weight: (N,) float32, belief; only ratios mean something.
        sky: (N,) bool, lies on the shell.
    """

    means: Floats
    normals: Floats
    slopes: Floats
    stretch: Floats
    footprint: Floats
    colours: Floats
    weight: Floats
    sky: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.means)

    def pick(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> Surfels:
        """Those that a mask or an index names."""
        return Surfels(**{at.name: getattr(self, at.name)[which] for at in fields(self)})


@dataclass(frozen=True, kw_only=True, eq=False)
class Shell:
    """Where the sky is put: a sphere so far that a walk does not change it.

    Attributes:
        centre: (3,) metres, world.
        radius_m: beyond everything solid.
    """

    centre: NDArray[np.float64]
    radius_m: float

    def holds(self, means: Floats) -> NDArray[np.bool_]:
        """(N,) bool: which points of (N, 3) are inside it; the others are its sky."""
        inside: NDArray[np.bool_] = (
            np.linalg.norm(means - self.centre, axis=1) < 0.85 * self.radius_m
        )
        return inside


def shell_round(frames: Sequence[Frame]) -> Shell:
    """The shell of a walk; every frame with depth, at least one frame."""
    places = np.stack([frame.camera.position for frame in frames])
    centre = (places.min(0) + places.max(0)) / 2
    reach_m = float(np.linalg.norm(places - centre, axis=1).max())
    far_m = max((_farthest(frame) for frame in frames), default=0.0)
    wanted = max(100 * reach_m, 3 * far_m, SHELL_LEAST_M)
    return Shell(centre=centre, radius_m=max(min(wanted, SHELL_MOST_M), 1.5 * (far_m + reach_m)))


def surfels_of(frame: Frame, shell: Shell) -> Surfels:
    """Every pixel of known depth, and the sky.

    Args:
        frame: with depth; unknown and NaN pixels give nothing.
        shell: where its sky goes.
    """
    assert frame.depth_m is not None, "frames without depth are left out before"
    camera, depth_m = frame.camera, frame.depth_m
    known, sky = is_known(depth_m), np.isposinf(depth_m)
    rays = pixel_rays(camera) @ camera.rotation.T
    reach = np.linalg.norm(rays, axis=-1, keepdims=True)
    rays /= reach
    points = np.where(
        sky[..., None], _on_shell(rays, camera, shell), unproject_image(depth_m, camera)
    )
    facing = normals(depth_m, camera).astype(np.float64)
    rim = rims(depth_m)
    flat = sky | (rim & known) | ~facing.any(-1)
    facing[flat] = -rays[flat]
    cosine = np.clip(-np.sum(rays * facing, -1), FLATTEST, 1.0)
    distance = np.where(sky, shell.radius_m, np.nan_to_num(depth_m, posinf=0.0))
    footprint = distance / (0.5 * (camera.fx + camera.fy))
    weight = (cosine / np.maximum(footprint, 1e-9)) ** 2
    doubtful = rim if frame.moving is None else rim | (frame.moving & ~sky)
    weight[doubtful] *= LITTLE
    seen = known | sky
    return Surfels(
        means=points[seen].astype(np.float32),
        normals=facing[seen].astype(np.float32),
        slopes=_slopes(rays[seen], facing[seen]),
        stretch=(1 / cosine[seen]).astype(np.float32),
        footprint=footprint[seen].astype(np.float32),
        colours=(frame.rgb[seen] / 255).astype(np.float32),
        weight=weight[seen].astype(np.float32),
        sky=sky[seen],
    )


def splats_of(surfels: Surfels, widen: Floats) -> Splats:
    """Discs as flat Gaussians.

    Args:
        surfels: the discs.
        widen: (N,) ≥ 1, how much wider each must be to reach its neighbours.
    """
    across = np.cross(surfels.normals, surfels.slopes)
    axes = np.stack([surfels.slopes, across, surfels.normals], axis=-1)
    width = WIDTH * surfels.footprint
    scales = np.stack([width * surfels.stretch * widen, width * widen, width * THICKNESS], axis=-1)
    return Splats(
        means=surfels.means,
        scales=scales,
        quats=quats_of(axes),
        opacities=np.full(len(surfels), OPACITY, np.float32),
        colours=np.clip(surfels.colours, 0, 1),
    )


def _farthest(frame: Frame) -> float:
    assert frame.depth_m is not None
    known = frame.depth_m[is_known(frame.depth_m)]
    return float(known.max()) if known.size else 0.0


def _on_shell(rays: NDArray[np.float64], camera: Camera, shell: Shell) -> NDArray[np.float64]:
    """Where unit rays (H, W, 3) meet the shell from inside."""
    offset = camera.position - shell.centre
    along = rays @ offset
    length = -along + np.sqrt(along**2 + shell.radius_m**2 - offset @ offset)
    points: NDArray[np.float64] = camera.position + rays * length[..., None]
    return points


def _slopes(rays: NDArray[np.float64], facing: NDArray[np.float64]) -> Floats:
    """(N, 3) unit vectors in each disc's plane, as near to the ray as may be."""
    slopes = rays - np.sum(rays * facing, -1, keepdims=True) * facing
    level = np.linalg.norm(slopes, axis=-1) < 1e-3
    least = np.eye(3)[np.argmin(np.abs(facing[level]), axis=-1)]
    slopes[level] = np.cross(facing[level], least)
    unit: Floats = (slopes / np.linalg.norm(slopes, axis=-1, keepdims=True)).astype(np.float32)
    return unit

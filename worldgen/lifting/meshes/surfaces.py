"""Posed frames to a coloured surface, and to a collider that bodies can stand on.

    frames ──▶ fuse ──▶ triangles ──▶ small pieces away ──▶ simplify ──▶ paint ──▶ Mesh

Colours are read from the pictures after the shape is done, at its own vertices:
averaging them in voxels would blur them twice.

Not here: the steps themselves (`fusion`, `cleaning`, `painting`), files (`export`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ConfigError, ExportError
from worldgen.lifting.ground import EYE_M, ground_below_m
from worldgen.lifting.meshes.cleaning import simplified, with_holes_closed, without_small_pieces
from worldgen.lifting.meshes.extent import Extent, extent_of
from worldgen.lifting.meshes.footing import plates
from worldgen.lifting.meshes.fusion import fuse, triangles
from worldgen.lifting.meshes.mesh import Mesh, joined
from worldgen.lifting.meshes.painting import painted
from worldgen.lifting.meshes.views import Frames, spread
from worldgen.progress import Progress

VOXEL_RANGE_M = (0.05, 0.1)
"""Voxels near the path, when they are chosen from the content of a scene of the usual size."""

VOXEL_LIMITS_M = (0.005, 5.0)
"""Voxels that there may be at all."""

WIDEST_HOLE_M = 2.0
"""A collider has no hole narrower than this: what walks on it would fall through."""


@dataclass(frozen=True, kw_only=True)
class SurfaceConfig:
    """How fine, how far, how much.

    Attributes:
        voxel_m: edge of a voxel near the path; None: as wide as a pixel is near the camera.
            More than `most_blocks` allow, and it grows.
        levels: how many voxel sizes, each twice as wide as the one before.
        reach_m: surfaces farther from the camera are left out; more if `least_seen` wants it.
        least_seen: share of what was seen that is within reach, however far that is.
        most_blocks: how many blocks of 512 voxels there may be; a block takes 4 kB.
        most_frames: of a longer walk so many are read, evenly spread.
        most_faces: of the finished mesh.
        least_piece: a piece smaller than so many voxels' faces is thrown away.
    """

    voxel_m: float | None = None
    levels: int = 5
    reach_m: float = 150.0
    least_seen: float = 0.95
    most_blocks: int = 60_000
    most_frames: int = 200
    most_faces: int = 400_000
    least_piece: float = 60.0

    def __post_init__(self) -> None:
        low, high = VOXEL_LIMITS_M
        if self.voxel_m is not None and not low <= self.voxel_m <= high:
            raise ConfigError(
                f"voxel_m must lie between {low} and {high:g} metres, got {self.voxel_m}"
            )
        for name in ("levels", "reach_m", "most_blocks", "most_frames", "most_faces"):
            if not getattr(self, name) > 0:
                raise ConfigError(f"{name} must be above 0, got {getattr(self, name)}")
        if not 0 <= self.least_seen <= 1:
            raise ConfigError(f"least_seen must lie between 0 and 1, got {self.least_seen}")

    def reach_in(self, extent: Extent) -> float:
        """How far surfaces are taken from the camera, metres."""
        return max(self.reach_m, extent.within(self.least_seen))


COLLIDER = SurfaceConfig(
    voxel_m=0.2, levels=3, reach_m=40.0, least_seen=0.75, most_faces=20_000, least_piece=30.0
)
"""Coarse: for physics, not for eyes."""


def _silent(_: float) -> None:
    pass


def lift_surface(
    frames: Frames,
    config: SurfaceConfig = SurfaceConfig(),
    progress: Progress = _silent,
) -> Mesh:
    """The surface that frames show, with a colour at every vertex.

    Args:
        frames: with depth, of any sizes; read several times, one at a time.
        config: how fine.
        progress: told the share that is done.

    Raises:
        ExportError: a frame without depth, or no surface in any of them.
    """
    chosen = spread(frames, config.most_frames)
    extent = extent_of(chosen)
    voxel_m = config.voxel_m or _voxel(extent, config.reach_in(extent) / config.reach_m)
    config = replace(config, voxel_m=voxel_m)
    voxel_m, mesh = _shape(chosen, config, extent, lambda done: progress(0.8 * done))
    return painted(mesh, 1.5 * voxel_m, chosen, lambda done: progress(0.8 + 0.2 * done))


def lift_collider(
    frames: Frames, config: SurfaceConfig = COLLIDER, progress: Progress = _silent
) -> Mesh:
    """A coarse surface without colours: small holes closed, ground under every camera.

    Nobody sees the ground at their own feet; where none was seen a plate is laid at the
    height that the ground has under the other cameras. In small scenes voxels and holes are
    as much smaller, in those seen from afar voxels are wider.

    Args, Raises: as in `lift_surface`.
    """
    chosen = spread(frames, config.most_frames)
    extent = extent_of(chosen)
    scale = extent.scale
    wider = scale * config.reach_in(extent) / config.reach_m
    many = replace(
        config,
        voxel_m=float(np.clip(wider * (config.voxel_m or VOXEL_RANGE_M[1]), *VOXEL_LIMITS_M)),
        most_faces=10 * config.most_faces,
    )
    mesh = _shape(chosen, many, extent, progress)[1]
    eyes = np.stack([chosen[at].camera.position for at in range(len(chosen))])
    eye_m = ground_below_m((chosen[at] for at in range(len(chosen))), eyes[0])
    return _footed(mesh, eyes, eye_m or scale * EYE_M, scale * WIDEST_HOLE_M, config.most_faces)


def _footed(
    mesh: Mesh, eyes: NDArray[np.float64], eye_m: float, hole_m: float, most_faces: int
) -> Mesh:
    """A mesh in at most so many faces, its holes closed, with ground under the eyes."""
    mesh, room = with_holes_closed(mesh, hole_m), most_faces
    while True:
        mesh = with_holes_closed(simplified(mesh, room), hole_m)  # simplifying opens some again
        whole = joined([mesh, *plates(mesh, eyes, eye_m)])
        over = len(whole.faces) - most_faces
        if over <= 0 or room == 1:
            return whole
        room = max(room - over - most_faces // 200, 1)


def voxel_for(frames: Frames) -> float:
    """As wide as a pixel is where the nearer surfaces are, within `VOXEL_RANGE_M` times the scale.

    The voxel that `lift_surface` begins with, where nothing is out of its usual reach.
    """
    return _voxel(extent_of(frames), 1.0)


def _voxel(extent: Extent, farther: float) -> float:
    """As `voxel_for`; where the reach is so many times the usual, voxels may be as much wider."""
    usual = np.array(VOXEL_RANGE_M) * [extent.scale, farther]
    finest, widest = np.clip(usual, *VOXEL_LIMITS_M)
    wide_m = widest if np.isnan(extent.pixel_m) else extent.pixel_m
    return float(np.clip(wide_m, finest, widest))


def _shape(
    frames: Frames, config: SurfaceConfig, extent: Extent, progress: Progress
) -> tuple[float, Mesh]:
    """The finest voxel and the surface, cleaned and simplified, without colours."""
    assert config.voxel_m is not None, "chosen before"
    reach_m = config.reach_in(extent)
    levels = fuse(
        frames,
        voxel_m=config.voxel_m,
        levels=config.levels,
        reach_m=reach_m,
        most_blocks=config.most_blocks,
        progress=lambda done: progress(0.9 * done),
    )
    parts = [
        without_small_pieces(triangles(level), config.least_piece * level.voxel_m**2)
        for level in levels
    ]
    mesh = joined(parts)
    if not len(mesh.faces):
        raise ExportError(_nothing(extent, reach_m))
    mesh = simplified(mesh, config.most_faces)
    progress(1.0)
    return levels[0].voxel_m, mesh


def _nothing(extent: Extent, reach_m: float) -> str:
    """Why there is no surface."""
    if not len(extent.depths_m):
        return "no surface was seen: the depth is all sky or unknown"
    if extent.depths_m[0] > reach_m:
        return (
            f"no surface was seen within {reach_m:g} m: the nearest is "
            f"{extent.depths_m[0]:.0f} m away"
        )
    return (
        f"no surface was seen within {reach_m:.3g} m that is more than specks, although the "
        f"nearest is {extent.depths_m[0]:.2g} m away"
    )

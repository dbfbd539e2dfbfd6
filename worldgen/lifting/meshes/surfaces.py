"""Posed frames to a coloured surface, and to a collider that bodies can stand on.

    frames ──▶ fuse ──▶ triangles ──▶ small pieces away ──▶ simplify ──▶ paint ──▶ Mesh

Colours are read from the pictures after the shape is done, at its own vertices:
averaging them in voxels would blur them twice.

Not here: the steps themselves (`fusion`, `cleaning`, `painting`), files (`export`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from worldgen.errors import ConfigError, ExportError
from worldgen.lifting.meshes.cleaning import simplified, with_holes_closed, without_small_pieces
from worldgen.lifting.meshes.footing import plates
from worldgen.lifting.meshes.fusion import fuse, triangles
from worldgen.lifting.meshes.mesh import Mesh, joined
from worldgen.lifting.meshes.painting import painted
from worldgen.lifting.meshes.views import Frames, Progress, lens_of, planes_of, spread

VOXEL_RANGE_M = (0.05, 0.1)
"""Voxels near the path, when they are chosen from the content."""

WIDEST_HOLE_M = 2.0
"""A collider has no hole narrower than this: what walks on it would fall through."""


@dataclass(frozen=True, kw_only=True)
class SurfaceConfig:
    """How fine, how far, how much.

    Attributes:
        voxel_m: edge of a voxel near the path; None: as wide as a pixel is near the camera.
            More than `most_blocks` allow, and it grows.
        levels: how many voxel sizes, each twice as wide as the one before.
        reach_m: surfaces farther from the camera are left out.
        most_blocks: how many blocks of 512 voxels there may be; a block takes 4 kB.
        most_frames: of a longer walk so many are read, evenly spread.
        most_faces: of the finished mesh.
        least_piece: a piece smaller than so many voxels' faces is thrown away.
    """

    voxel_m: float | None = None
    levels: int = 5
    reach_m: float = 150.0
    most_blocks: int = 60_000
    most_frames: int = 200
    most_faces: int = 400_000
    least_piece: float = 60.0

    def __post_init__(self) -> None:
        if self.voxel_m is not None and not 0.005 <= self.voxel_m <= 5.0:
            raise ConfigError(f"voxel_m must lie between 0.005 and 5 metres, got {self.voxel_m}")
        for name in ("levels", "reach_m", "most_blocks", "most_frames", "most_faces"):
            if not getattr(self, name) > 0:
                raise ConfigError(f"{name} must be above 0, got {getattr(self, name)}")


COLLIDER = SurfaceConfig(voxel_m=0.2, levels=3, reach_m=40.0, most_faces=20_000, least_piece=30.0)
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
    voxel_m, mesh = _shape(chosen, config, lambda done: progress(0.8 * done))
    return painted(mesh, 1.5 * voxel_m, chosen, lambda done: progress(0.8 + 0.2 * done))


def lift_collider(
    frames: Frames, config: SurfaceConfig = COLLIDER, progress: Progress = _silent
) -> Mesh:
    """A coarse surface without colours: small holes closed, ground under every camera.

    Nobody sees the ground at their own feet; where none was seen a plate is laid at the
    height that the ground has under the other cameras.

    Args, Raises: as in `lift_surface`.
    """
    chosen = spread(frames, config.most_frames)
    _, mesh = _shape(chosen, replace(config, most_faces=10 * config.most_faces), progress)
    whole = simplified(with_holes_closed(mesh, WIDEST_HOLE_M), config.most_faces)
    whole = with_holes_closed(whole, WIDEST_HOLE_M)  # simplifying opens some again
    eyes = np.stack([chosen[at].camera.position for at in range(len(chosen))])
    return joined([whole, *plates(whole, eyes)])


def voxel_for(frames: Frames) -> float:
    """As wide as a pixel is where the nearer surfaces are, within `VOXEL_RANGE_M`."""
    widths = []
    for at in np.unique(np.linspace(0, len(frames) - 1, 16).round()):
        depth_m, lens = planes_of(frames[int(at)])[0][..., 3], lens_of(frames[int(at)])
        near = depth_m[np.isfinite(depth_m) & (depth_m > 0)]
        if near.size:
            widths.append(np.percentile(near, 25) / lens[0])
    return float(np.clip(np.median(widths or VOXEL_RANGE_M[1]), *VOXEL_RANGE_M))


def _shape(frames: Frames, config: SurfaceConfig, progress: Progress) -> tuple[float, Mesh]:
    """The finest voxel and the surface, cleaned and simplified, without colours."""
    levels = fuse(
        frames,
        voxel_m=config.voxel_m or voxel_for(frames),
        levels=config.levels,
        reach_m=config.reach_m,
        most_blocks=config.most_blocks,
        progress=lambda done: progress(0.9 * done),
    )
    parts = [
        without_small_pieces(triangles(level), config.least_piece * level.voxel_m**2)
        for level in levels
    ]
    mesh = joined(parts)
    if not len(mesh.faces):
        raise ExportError(
            f"no surface was seen within {config.reach_m:g} m: the depth is all sky or unknown"
        )
    mesh = simplified(mesh, config.most_faces)
    progress(1.0)
    return levels[0].voxel_m, mesh

"""A walk as a plain point cloud, `.points.ply`: where, which way it faces, what colour.

    x y z  nx ny nz  float32 · red green blue  uint8      little-endian

Axes are y up, as mesh and point tools expect: x right, y up, z backward; metres,
ground at y = 0. That is the splats' frame turned half about x. The sky is left out.

Not here: splats (`splat_ply`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from worldgen.errors import ExportError
from worldgen.export.kept import Kept
from worldgen.export.scene import aligned
from worldgen.export.whole import write_checked
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats

RECORD = np.dtype([("at", "<f4", 3), ("facing", "<f4", 3), ("rgb", "u1", 3)])
MOST_POINTS = 100_000
_FLOATS = ("x", "y", "z", "nx", "ny", "nz")
_END = b"end_header\n"


def write_points(walk: Path, file: Path, progress: Progress) -> None:
    """Write where a walk's surfaces were seen; arguments as for every writer.

    Raises:
        ExportError: nothing but sky was seen.
    """
    points = seen_points(walk, lambda share: progress(0.95 * share))
    if points is None:
        raise ExportError("nothing but sky was seen on this walk, so there are no points")
    write_checked(file, points_bytes(points), lambda back: _check(back, len(points)))
    progress(1.0)


def _seen_points(walk: Path, progress: Progress) -> Splats | None:
    """Where surfaces were seen, None with nothing but sky; raises as `aligned`.

    These are measured, and lie on the surfaces. Splats that learnt to look like the pictures do
    not: they are moved along the line of sight, where that changes no picture.
    """
    from worldgen.lifting.gaussians.lift import raw_splats
    from worldgen.lifting.gaussians.surfels import shell_round

    frames = aligned(walk, lambda share: progress(0.4 * share))
    splats = raw_splats(frames, MOST_POINTS, lambda share: progress(0.4 + 0.6 * share))
    solid = splats.pick(shell_round(frames).holds(splats.means))
    return solid if len(solid) else None


seen_points = Kept(_seen_points)


def points_bytes(splats: Splats) -> bytes:
    """The file; `splats` in y-down axes."""
    from worldgen.lifting.gaussians.splats import axes_of

    up = splats.half_turned()
    records = np.zeros(len(up), RECORD)
    records["at"], records["facing"] = up.means, axes_of(up.quats)[:, :, 2]
    records["rgb"] = np.round(up.colours * 255)
    lines = [
        "ply",
        "format binary_little_endian 1.0",
        "comment made by worldgen",
        "comment axes x right, y up, z backward; metres; ground at y = 0",
        f"element vertex {len(up)}",
        *(f"property float {name}" for name in _FLOATS),
        *(f"property uchar {name}" for name in ("red", "green", "blue")),
    ]
    return "\n".join(lines).encode("ascii") + b"\n" + _END + records.tobytes()


def _check(back: bytes, count: int) -> None:
    _, _, body = back.partition(_END)
    if len(body) != count * RECORD.itemsize:
        raise ExportError("the .points.ply does not read back as the points that were written")

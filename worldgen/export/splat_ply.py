"""Splats as the `.ply` of 3D Gaussian Splatting, the form every splat tool reads.

    x y z  nx ny nz  f_dc_0..2  opacity  scale_0..2  rot_0..3      float32, little-endian

Scales are natural logarithms of metres, opacity a logit, rotation w x y z, colour
the constant spherical harmonic: (colour − ½) / 0.28209. Axes are the format's
custom: x right, y down, z forward; the ground is y = 0. Normals are zeros, as in
the first implementation, whose readers count on them being there.

Not here: how the splats were made (`lifting`), point clouds (`points`).
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from worldgen.errors import ExportError
from worldgen.export.scene import lifted
from worldgen.export.whole import write_checked
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Score, Splats

SH_0 = 0.28209479177387814
"""The constant spherical harmonic."""

LEAST_OPACITY = 1e-5
"""Opacities are kept so far from 0 and 1, where logits are infinite."""

FIELDS = (
    *("x", "y", "z", "nx", "ny", "nz", "f_dc_0", "f_dc_1", "f_dc_2"),
    *("opacity", "scale_0", "scale_1", "scale_2", "rot_0", "rot_1", "rot_2", "rot_3"),
)
_MAGIC, _END = b"ply\nformat binary_little_endian 1.0\n", b"end_header\n"


def write_splat_ply(walk: Path, file: Path, progress: Progress) -> None:
    """Lift a walk and write its splats; arguments as for every writer."""
    scene = lifted(walk, progress)
    data = ply_bytes(scene.splats, scene.score)
    write_checked(file, data, lambda back: _check(back, scene.splats))


def ply_bytes(splats: Splats, score: Score | None = None) -> bytes:
    """The file. `splats` in y-down axes; `score` goes into a comment."""
    lines = [
        "comment made by worldgen",
        "comment axes x right, y down, z forward; metres; ground at y = 0",
        "comment SplatRenderMode: default",
    ]
    if score is not None and score.frames:
        lines.append(
            f"comment held out {score.frames} frames: PSNR {score.classic:.2f} dB classic, "
            f"{score.antialiased:.2f} dB antialiased"
        )
        if not math.isnan(score.aside):
            lines.append(f"comment 0.3 m beside them: {score.aside:.2f} dB, the worse of both")
    lines.append(f"element vertex {len(splats)}")
    lines += [f"property float {name}" for name in FIELDS]
    opacity = np.clip(splats.opacities.astype(np.float64), LEAST_OPACITY, 1 - LEAST_OPACITY)
    columns = [
        splats.means,
        np.zeros_like(splats.means),
        (splats.colours - 0.5) / SH_0,
        np.log(opacity / (1 - opacity))[:, None],
        np.log(splats.scales),
        splats.quats,
    ]
    body = np.concatenate(columns, axis=1).astype("<f4").tobytes()
    return _MAGIC + "\n".join(lines).encode("ascii") + b"\n" + _END + body


def read_ply(data: bytes) -> Splats:
    """Splats from a 3DGS `.ply` of float32 properties in any order; harmonics above 0 are left out.

    Raises:
        ExportError: it is none.
    """
    from worldgen.lifting.gaussians import Splats

    head, end, body = data.partition(_END)
    if not head.startswith(_MAGIC) or not end:
        raise ExportError("not a binary little-endian PLY file")
    lines = head.decode("ascii", "replace").splitlines()
    names = [line.split()[2] for line in lines if line.startswith("property float ")]
    counts = [int(line.split()[2]) for line in lines if line.startswith("element vertex ")]
    if not set(FIELDS) - {"nx", "ny", "nz"} <= set(names) or len(counts) != 1:
        raise ExportError("a PLY file, but not one of splats: properties are missing")
    if len(body) != 4 * counts[0] * len(names):
        raise ExportError(f"a PLY file of {counts[0]:,} splats that ends too early, or too late")
    table = np.frombuffer(body, "<f4").reshape(counts[0], len(names))

    def take(*wanted: str) -> np.ndarray:
        return np.stack([table[:, names.index(name)] for name in wanted], axis=1)

    return Splats(
        means=take("x", "y", "z"),
        scales=np.exp(take("scale_0", "scale_1", "scale_2")),
        quats=take("rot_0", "rot_1", "rot_2", "rot_3"),
        opacities=1 / (1 + np.exp(-take("opacity")[:, 0])),
        colours=np.clip(take("f_dc_0", "f_dc_1", "f_dc_2") * SH_0 + 0.5, 0, 1),
    )


def _check(back: bytes, splats: Splats) -> None:
    read = read_ply(back)
    if len(read) != len(splats) or not np.array_equal(read.means, splats.means):
        raise ExportError("the .ply does not read back as the splats that were written")

"""Splats as binary glTF with KHR_gaussian_splatting: `.splat.glb`.

    POSITION · COLOR_0 (linear, for viewers that know no splats) · ROTATION x y z w
    · SCALE metres · OPACITY 0 to 1 · SH_DEGREE_0_COEF_0, the constant harmonic of sRGB

A viewer that does not know the extension shows points. Axes are glTF's: y up.

Not here: the container (`glb`), meshes (`gltf`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from worldgen.errors import ExportError
from worldgen.export.glb import Glb, array_of, read_glb
from worldgen.export.scene import lifted
from worldgen.export.splat_ply import SH_0
from worldgen.export.whole import write_checked
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats

EXTENSION = "KHR_gaussian_splatting"
_ROTATION, _SCALE = f"{EXTENSION}:ROTATION", f"{EXTENSION}:SCALE"
_OPACITY, _HARMONIC = f"{EXTENSION}:OPACITY", f"{EXTENSION}:SH_DEGREE_0_COEF_0"


def write_splat_glb(walk: Path, file: Path, progress: Progress) -> None:
    """Lift a walk and write its splats; arguments as for every writer."""
    splats = lifted(walk, progress).splats
    if not len(splats):
        raise ExportError("a .splat.glb needs at least one splat, and none was left of this walk")
    write_checked(file, splat_glb_bytes(splats), lambda back: _check(back, splats))


def splat_glb_bytes(splats: Splats) -> bytes:
    """The file; `splats` in y-down axes, at least one."""
    up, glb = splats.half_turned(), Glb()
    light = np.where(
        up.colours <= 0.04045, up.colours / 12.92, ((up.colours + 0.055) / 1.055) ** 2.4
    )
    rgba = np.concatenate([light, up.opacities[:, None]], axis=1)
    xyzw = up.quats[:, [1, 2, 3, 0]] / np.linalg.norm(up.quats, axis=1, keepdims=True)
    attributes = {
        "POSITION": glb.array(up.means, bounds=True),
        "COLOR_0": glb.array(np.rint(65535 * np.clip(rgba, 0, 1)).astype(np.uint16)),
        _ROTATION: glb.array(np.rint(32767 * xyzw).astype(np.int16)),
        _SCALE: glb.array(up.scales),
        _OPACITY: glb.array(up.opacities),
        _HARMONIC: glb.array(((up.colours - 0.5) / SH_0).astype(np.float32)),
    }
    says = {
        "kernel": "ellipse",
        "colorSpace": "srgb_rec709_display",
        "sortingMethod": "cameraDistance",
        "projection": "perspective",
    }
    primitive = {"attributes": attributes, "mode": 0, "extensions": {EXTENSION: says}}
    return glb.whole(
        {
            "extensionsUsed": [EXTENSION],
            "scenes": [{"nodes": [0]}],
            "nodes": [{"mesh": 0, "name": "walk"}],
            "meshes": [{"primitives": [primitive]}],
        }
    )


def read_splat_glb(data: bytes) -> Splats:
    """Splats, in y-down axes, from a file that `splat_glb_bytes` made.

    Raises:
        ExportError: it is none.
    """
    from worldgen.lifting.gaussians import Splats

    try:
        document, binary = read_glb(data)
        attributes = document["meshes"][0]["primitives"][0]["attributes"]
        columns = {name: array_of(document, binary, at) for name, at in attributes.items()}
        quats = columns[_ROTATION][:, [3, 0, 1, 2]] / np.float32(32767)
        return Splats(
            means=columns["POSITION"],
            scales=columns[_SCALE],
            quats=quats / np.linalg.norm(quats, axis=1, keepdims=True),
            opacities=columns[_OPACITY],
            colours=np.clip(columns[_HARMONIC] * SH_0 + 0.5, 0, 1),
        ).half_turned()
    except (ValueError, KeyError, IndexError) as error:
        raise ExportError(f"not a whole .glb of splats: {error}") from error


def _check(back: bytes, splats: Splats) -> None:
    read = read_splat_glb(back)
    if len(read) != len(splats) or not np.array_equal(read.means, splats.means):
        raise ExportError("the .splat.glb does not read back as the splats that were written")

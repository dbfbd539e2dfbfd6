"""A mesh as binary glTF 2.0 (.glb): Y up, metres, unlit, colours in linear light.

Written by hand because three things matter that no library does together:
`KHR_materials_unlit` (the pictures' own light is in the colours; a lit material
would be black without lamps), COLOR_0 in linear light at 16 bits (bytes would
band in the dark, sRGB would be washed out), and buffer views with targets.

Axes are glTF's: ours turned half a turn about +x, so +y is up and the first
camera looks along −z. Not here: shapes (`lifting`), the container (`glb`),
textures (`textured`), files (`surfaces`).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from worldgen.export.glb import Glb
from worldgen.lifting.meshes import Mesh

UNLIT = "KHR_materials_unlit"
_TURN = np.array([1, -1, -1], np.float32)


def y_up(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Places or directions, (N, 3), from our axes (+y down, +z ahead) to +y up, −z ahead."""
    turned: NDArray[np.float32] = vectors * _TURN
    return turned


def linear(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    """sRGB bytes to linear light, 0 to 1."""
    share = np.arange(256) / 255
    table = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    light: NDArray[np.float64] = table[colours]
    return light


def glb_bytes(mesh: Mesh) -> bytes:
    """The whole file: one node, one mesh, one unlit material that shows both sides."""
    glb = Glb()
    indices = glb.array(mesh.faces.ravel().astype(np.uint32), "index")
    attributes = {
        "POSITION": glb.array(y_up(mesh.vertices_m).astype(np.float32), bounds=True),
        "NORMAL": glb.array(y_up(mesh.normals()).astype(np.float32)),
    }
    if mesh.colours is not None:
        rgba = np.full((len(mesh.colours), 4), 65535, np.uint16)
        rgba[:, :3] = np.rint(65535 * linear(mesh.colours))
        attributes["COLOR_0"] = glb.array(rgba)
    return glb.whole(
        {
            "extensionsUsed": [UNLIT],
            "scenes": [{"nodes": [0]}],
            "nodes": [{"mesh": 0, "name": "walk"}],
            "materials": [material({})],
            "meshes": [
                {"primitives": [{"attributes": attributes, "indices": indices, "material": 0}]}
            ],
        }
    )


def material(colour: dict[str, Any]) -> dict[str, Any]:
    """Unlit, both sides; `colour` is what else its base colour says."""
    return {
        "name": "as seen",
        "doubleSided": True,
        "pbrMetallicRoughness": {"metallicFactor": 0.0, "roughnessFactor": 1.0, **colour},
        "extensions": {UNLIT: {}},
    }

"""A textured mesh in three levels of detail as binary glTF: `.lod.glb`.

The scene holds the finest; viewers that know MSFT_lod swap in the coarser ones as
the walk gets small on the screen, others show the finest. The pictures are sRGB, as
glTF wants base colours, in JPEG; no mipmaps are asked for and no hues halved, because
triangles lie beside strangers.

Not here: how the levels are made (`lifting`), the container (`glb`), files (`surfaces`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from worldgen.export.glb import Glb
from worldgen.export.gltf import UNLIT, material, y_up
from worldgen.lifting.meshes import Textured
from worldgen.media import encode_jpeg

LOD = "MSFT_lod"
QUALITY = 88
COVERAGES = (0.4, 0.1, 0.0)
"""Share of the screen down to which each level is shown."""

_LINEAR, _CLAMP = 9729, 33071


def textured_glb_bytes(levels: Sequence[Textured]) -> bytes:
    """The whole file: a node, a mesh, a material and a picture for each level, finest first."""
    glb = Glb()
    meshes = [{"primitives": [_primitive(glb, level, at)]} for at, level in enumerate(levels)]
    images = [glb.image(picture_bytes(level), "image/jpeg") for level in levels]
    nodes: list[dict[str, Any]] = [
        {"mesh": at, "name": f"walk_LOD{at}"} for at in range(len(levels))
    ]
    if len(levels) > 1:
        nodes[0]["extensions"] = {LOD: {"ids": list(range(1, len(levels)))}}
        nodes[0]["extras"] = {"MSFT_screencoverage": list(COVERAGES[: len(levels)])}
    return glb.whole(
        {
            "extensionsUsed": [UNLIT, LOD] if len(levels) > 1 else [UNLIT],
            "scenes": [{"nodes": [0]}],
            "nodes": nodes,
            "meshes": meshes,
            "materials": [
                material({"baseColorTexture": {"index": at}}) for at in range(len(levels))
            ],
            "textures": [{"sampler": 0, "source": at} for at in images],
            "samplers": [
                {"magFilter": _LINEAR, "minFilter": _LINEAR, "wrapS": _CLAMP, "wrapT": _CLAMP}
            ],
        }
    )


def picture_bytes(level: Textured) -> bytes:
    """A level's picture as a JPEG."""
    return encode_jpeg(level.picture, QUALITY, halved=False)


def _primitive(glb: Glb, level: Textured, at: int) -> dict[str, Any]:
    return {
        "attributes": {
            "POSITION": glb.array(y_up(level.mesh.vertices_m).astype(np.float32), bounds=True),
            "NORMAL": glb.array(y_up(level.normals).astype(np.float32)),
            "TEXCOORD_0": glb.array(level.uv),
        },
        "indices": glb.array(level.mesh.faces.ravel().astype(np.uint32), "index"),
        "material": at,
    }

"""A mesh as binary glTF 2.0 (.glb): Y up, metres, unlit, colours in linear light.

Written by hand because three things matter that no library does together:
`KHR_materials_unlit` (the pictures' own light is in the colours; a lit material
would be black without lamps), COLOR_0 in linear light at 16 bits (bytes would
band in the dark, sRGB would be washed out), and buffer views with targets.

Axes are glTF's: ours turned half a turn about +x, so +y is up and the first
camera looks along −z. Not here: shapes (`lifting`), files (`surfaces`).
"""

from __future__ import annotations

import json
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worldgen import __version__
from worldgen.lifting.meshes import Mesh

_FLOAT, _USHORT, _UINT = 5126, 5123, 5125
_ARRAY, _ELEMENT = 34962, 34963
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
    views = [
        (mesh.faces.ravel().astype("<u4"), _UINT, "SCALAR", _ELEMENT),
        (y_up(mesh.vertices_m).astype("<f4"), _FLOAT, "VEC3", _ARRAY),
        (y_up(mesh.normals()).astype("<f4"), _FLOAT, "VEC3", _ARRAY),
    ]
    attributes = {"POSITION": 1, "NORMAL": 2}
    if mesh.colours is not None:
        attributes["COLOR_0"] = 3
        rgba = np.full((len(mesh.colours), 4), 65535, "<u2")
        rgba[:, :3] = np.rint(65535 * linear(mesh.colours))
        views.append((rgba, _USHORT, "VEC4", _ARRAY))
    document = {
        "asset": {"version": "2.0", "generator": f"worldgen {__version__}"},
        "extensionsUsed": ["KHR_materials_unlit"],
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": "walk"}],
        "materials": [_material()],
        "meshes": [{"primitives": [{"attributes": attributes, "indices": 0, "material": 0}]}],
        **_described(views),
    }
    return _packed(document, b"".join(values.tobytes() for values, *_ in views))


def _material() -> dict[str, Any]:
    return {
        "name": "as seen",
        "doubleSided": True,
        "pbrMetallicRoughness": {"metallicFactor": 0.0, "roughnessFactor": 1.0},
        "extensions": {"KHR_materials_unlit": {}},
    }


def _described(views: list[tuple[NDArray[Any], int, str, int]]) -> dict[str, Any]:
    """Accessors, buffer views and the one buffer; every array's bytes are a multiple of four."""
    accessors, buffer_views, begin = [], [], 0
    for at, (values, kind, shape, target) in enumerate(views):
        accessor = {"bufferView": at, "componentType": kind, "count": len(values), "type": shape}
        if kind == _USHORT:
            accessor["normalized"] = True
        if at == 1:  # positions must say how far they reach
            accessor["min"], accessor["max"] = values.min(axis=0), values.max(axis=0)
            accessor = {
                k: v.tolist() if isinstance(v, np.ndarray) else v for k, v in accessor.items()
            }
        accessors.append(accessor)
        view = {"buffer": 0, "byteOffset": begin, "byteLength": values.nbytes, "target": target}
        buffer_views.append(view)
        begin += values.nbytes
    return {
        "accessors": accessors,
        "bufferViews": buffer_views,
        "buffers": [{"byteLength": begin}],
    }


def _packed(document: dict[str, Any], binary: bytes) -> bytes:
    """Header, JSON chunk and binary chunk."""
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    binary += b"\0" * (-len(binary) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    chunks += struct.pack("<I4s", len(binary), b"BIN\0") + binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks

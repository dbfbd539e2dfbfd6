"""Binary glTF 2.0, the container: arrays and pictures in, one whole `.glb` out.

Every array is aligned to four bytes and its view says what it is for; equal
parts of other modules' documents are put in by them. Not here: what a mesh
(`gltf`, `textured`) or splats (`splat_glb`) say in it.
"""

from __future__ import annotations

import json
import struct
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from worldgen import __version__

Use = Literal["attribute", "index"]

_KINDS = {"f4": 5126, "u4": 5125, "u2": 5123, "i2": 5122, "u1": 5121}
_SHAPES = {(): "SCALAR", (2,): "VEC2", (3,): "VEC3", (4,): "VEC4"}
_TARGETS: dict[Use, int] = {"attribute": 34962, "index": 34963}


class Glb:
    """One file while it is being put together."""

    def __init__(self) -> None:
        self._binary = bytearray()
        self._views: list[dict[str, Any]] = []
        self._accessors: list[dict[str, Any]] = []
        self._images: list[dict[str, Any]] = []

    def array(self, values: NDArray[Any], use: Use = "attribute", *, bounds: bool = False) -> int:
        """Put in (N,) or (N, 2 … 4) numbers; whole ones of an attribute stand for [−1, 1].

        Args:
            values: float32, or whole numbers of 8, 16 or 32 bits.
            use: what for.
            bounds: whether to say how far they reach, as positions must.

        Returns:
            The accessor's index.
        """
        values = np.ascontiguousarray(values, values.dtype.newbyteorder("<"))
        accessor: dict[str, Any] = {
            "bufferView": self._view(values.tobytes(), {"target": _TARGETS[use]}),
            "componentType": _KINDS[values.dtype.str[1:]],
            "count": len(values),
            "type": _SHAPES[values.shape[1:]],
        }
        if use == "attribute" and values.dtype.kind in "iu":
            accessor["normalized"] = True
        if bounds:
            accessor["min"], accessor["max"] = values.min(0).tolist(), values.max(0).tolist()
        self._accessors.append(accessor)
        return len(self._accessors) - 1

    def image(self, data: bytes, mime: str) -> int:
        """Put in a picture's file, PNG or JPEG; returns the image's index."""
        self._images.append({"bufferView": self._view(data, {}), "mimeType": mime})
        return len(self._images) - 1

    def whole(self, document: dict[str, Any]) -> bytes:
        """The file.

        Args:
            document: scenes, nodes, meshes and what else refers to the indices given out.
        """
        self._pad()
        images = {"images": self._images} if self._images else {}
        said = {
            "asset": {"version": "2.0", "generator": f"worldgen {__version__}"},
            "scene": 0,
            **document,
            **images,
            "accessors": self._accessors,
            "bufferViews": self._views,
            "buffers": [{"byteLength": len(self._binary)}],
        }
        text = json.dumps(said, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        chunks = struct.pack("<I4s", len(text), b"JSON") + text
        chunks += struct.pack("<I4s", len(self._binary), b"BIN\0") + self._binary
        return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks

    def _view(self, data: bytes, target: dict[str, int]) -> int:
        self._pad()
        view = {"buffer": 0, "byteOffset": len(self._binary), "byteLength": len(data), **target}
        self._views.append(view)
        self._binary += data
        return len(self._views) - 1

    def _pad(self) -> None:
        self._binary += b"\0" * (-len(self._binary) % 4)


def read_glb(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The document and the binary chunk of a `.glb` that `Glb` made.

    Raises:
        ValueError: it is not whole.
    """
    try:
        magic, version, length = struct.unpack_from("<4sII", data)
        size, text = struct.unpack_from("<I4s", data, 12)
        rest, tag = struct.unpack_from("<I4s", data, 20 + size)
    except struct.error as error:
        raise ValueError(f"not a .glb file: {error}") from error
    if (magic, version, length) != (b"glTF", 2, len(data)) or (text, tag) != (b"JSON", b"BIN\0"):
        raise ValueError("not a whole .glb file of version 2")
    document = json.loads(data[20 : 20 + size])
    return document, data[28 + size : 28 + size + rest]


def array_of(document: dict[str, Any], binary: bytes, accessor: int) -> NDArray[Any]:
    """What `Glb.array` put in."""
    said = document["accessors"][accessor]
    view = document["bufferViews"][said["bufferView"]]
    kind = {number: name for name, number in _KINDS.items()}[said["componentType"]]
    width = {name: shape for shape, name in _SHAPES.items()}[said["type"]]
    count = said["count"] * int(np.prod(width, dtype=int))
    flat = np.frombuffer(binary, f"<{kind}", count, view["byteOffset"])
    return flat.reshape(said["count"], *width)

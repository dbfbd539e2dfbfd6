"""Splats as PlayCanvas's `.compressed.ply`: 16 bytes each, in chunks of 256 with their own ranges.

    chunk   18 × float32: least and most of place, ln scale, colour
    vertex  4 × uint32: place 11+10+11 bits, rotation 2+10+10+10, ln scale 11+10+11, r g b a 8 each

Splats lie along a curve through space, so that a chunk is small and its bits reach
far: a place errs by half a 2,048th of its chunk. Axes as in `.ply`: y down.

Not here: the uncompressed form (`splat_ply`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.export.packing import along_a_curve, from_three_smallest, three_smallest
from worldgen.export.scene import lifted
from worldgen.export.whole import write_checked
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats

CHUNK = 256
_RANGES = (("x", "y", "z"), ("scale_x", "scale_y", "scale_z"), ("r", "g", "b"))
_PACKED = ("packed_position", "packed_rotation", "packed_scale", "packed_color")
_MAGIC, _END = b"ply\nformat binary_little_endian 1.0\n", b"end_header\n"
_PLACE, _TURN, _COLOUR = (11, 10, 11), (2, 10, 10, 10), (8, 8, 8, 8)


def write_splat_packed(walk: Path, file: Path, progress: Progress) -> None:
    """Lift a walk and write its splats; arguments as for every writer."""
    splats = lifted(walk, progress).splats
    write_checked(file, packed_bytes(splats), lambda back: _check(back, splats))


def packed_bytes(splats: Splats) -> bytes:
    """The file; `splats` in y-down axes."""
    splats = splats.pick(along_a_curve(splats.means))
    largest, others = three_smallest(splats.quats)
    places, place_ranges = _in_chunks(splats.means)
    sizes, size_ranges = _in_chunks(np.log(splats.scales))
    colours, colour_ranges = _in_chunks(splats.colours)
    shades = np.concatenate([colours, splats.opacities[:, None]], axis=1)
    turns = np.concatenate([largest[:, None] / 3, others / np.sqrt(2) + 0.5], axis=1)
    columns = [(places, _PLACE), (turns, _TURN), (sizes, _PLACE), (shades, _COLOUR)]
    chunks = np.concatenate([place_ranges, size_ranges, colour_ranges], axis=1).astype("<f4")
    vertices = np.stack([_pack(shares, bits) for shares, bits in columns], axis=1).astype("<u4")
    lines = ["comment made by worldgen", f"element chunk {len(chunks)}"]
    lines += [
        f"property float {end}_{at}" for row in _RANGES for end in ("min", "max") for at in row
    ]
    lines += [f"element vertex {len(splats)}", *(f"property uint {name}" for name in _PACKED)]
    head = _MAGIC + "\n".join(lines).encode("ascii") + b"\n" + _END
    return head + chunks.tobytes() + vertices.tobytes()


def read_packed(data: bytes) -> Splats:
    """Splats from a file that `packed_bytes` made, in the file's order.

    Raises:
        ExportError: it is none.
    """
    from worldgen.lifting.gaussians import Splats

    head, end, body = data.partition(_END)
    counts = [
        int(line.split()[2])
        for line in head.decode("ascii", "replace").splitlines()
        if line.startswith("element ")
    ]
    if not head.startswith(_MAGIC) or not end or len(counts) != 2:
        raise ExportError("not a compressed PLY file of splats")
    chunks, count = counts
    if len(body) != 72 * chunks + 16 * count or chunks != -(-count // CHUNK):
        raise ExportError(f"a compressed PLY of {count:,} splats that ends too early, or too late")
    ranges = np.frombuffer(body, "<f4", 18 * chunks).reshape(chunks, 3, 2, 3)
    packed = np.frombuffer(body, "<u4", offset=72 * chunks).reshape(count, 4)
    of = np.arange(count) // CHUNK

    def real(shares: NDArray[np.float64], kind: int) -> NDArray[np.float32]:
        low, high = ranges[of, kind, 0], ranges[of, kind, 1]
        values: NDArray[np.float32] = (low + shares * (high - low)).astype(np.float32)
        return values

    turns, shades = _unpack(packed[:, 1], _TURN), _unpack(packed[:, 3], _COLOUR)
    largest = np.rint(turns[:, 0] * 3).astype(np.intp)
    return Splats(
        means=real(_unpack(packed[:, 0], _PLACE), 0),
        scales=np.exp(real(_unpack(packed[:, 2], _PLACE), 1)),
        quats=from_three_smallest(largest, (turns[:, 1:] - 0.5) * np.sqrt(2)),
        opacities=shades[:, 3].astype(np.float32),
        colours=np.clip(real(shades[:, :3], 2), 0, 1),
    )


def _in_chunks(
    values: NDArray[np.floating],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(N, 3) values as shares of their chunk's range, and (C, 6) the ranges, least then most."""
    starts = np.arange(0, len(values), CHUNK)
    if not len(starts):
        return np.zeros((0, 3)), np.zeros((0, 6))
    values = values.astype(np.float32)
    low = np.minimum.reduceat(values, starts).astype(np.float64)
    high = np.maximum.reduceat(values, starts).astype(np.float64)
    of = np.arange(len(values)) // CHUNK
    shares = (values - low[of]) / np.where(high > low, high - low, 1)[of]
    return shares, np.concatenate([low, high], axis=1)


def _pack(shares: NDArray[np.float64], bits: tuple[int, ...]) -> NDArray[np.uint32]:
    """(N, K) shares in [0, 1] as one number each, the first in the highest bits."""
    packed = np.zeros(len(shares), np.uint32)
    for at, width in enumerate(bits):
        most = 2**width - 1
        steps = np.clip(np.rint(shares[:, at] * most), 0, most).astype(np.uint32)
        packed = (packed << np.uint32(width)) | steps
    return packed


def _unpack(packed: NDArray[np.uint32], bits: tuple[int, ...]) -> NDArray[np.float64]:
    """The inverse of `_pack`."""
    shares, below = np.empty((len(packed), len(bits))), sum(bits)
    for at, width in enumerate(bits):
        below -= width
        shares[:, at] = ((packed >> np.uint32(below)) & np.uint32(2**width - 1)) / (2**width - 1)
    return shares


def _check(back: bytes, splats: Splats) -> None:
    read = read_packed(back)
    far = np.abs(splats.means).max(initial=1.0)
    same = len(read) == len(splats) and np.allclose(
        np.sort(read.means, axis=0), np.sort(splats.means, axis=0), atol=0.01 * far
    )
    if not same:
        raise ExportError("the .compressed.ply does not read back as the splats that were written")

"""Splats as `.spz` version 3: a tenth of the `.ply`, gzip of whole-number columns.

    header 16 bytes · positions 3 × 24 bit fixed point · alpha u8 · colour 3 × u8
    · scales 3 × u8, (ln + 10) × 16 · rotations: 2 bits which is largest, 3 × 10 bit the others

Axes are the format's own: x right, y up, z backward. Version 3, because version 4
breaks viewers of today and version 2's rotations err by up to nine degrees.

Not here: how the splats were made (`lifting`).
"""

from __future__ import annotations

import gzip
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.export.scene import lifted
from worldgen.export.splat_ply import SH_0
from worldgen.export.whole import write_checked
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats

MAGIC, VERSION = 0x5053474E, 3
_HEADER = struct.Struct("<IIIBBBB")
_COLOUR = 0.15
_MOST_FRACTION_BITS = 12
_HALF = np.sqrt(0.5)


def write_spz(walk: Path, file: Path, progress: Progress) -> None:
    """Lift a walk and write its splats; arguments as for every writer."""
    splats = lifted(walk, progress).splats
    write_checked(file, spz_bytes(splats), lambda back: _check(back, splats))


def spz_bytes(splats: Splats) -> bytes:
    """The file; `splats` in y-down axes."""
    up = splats.half_turned()
    reach = float(np.abs(up.means).max(initial=1.0))
    bits = int(np.clip(np.floor(np.log2((2**23 - 1) / reach)), 0, _MOST_FRACTION_BITS))
    fixed = np.round(up.means.astype(np.float64) * 2.0**bits).astype("<i4")
    places = fixed.reshape(-1, 1).view(np.uint8)[:, :3]
    colours = (up.colours - 0.5) / SH_0 * _COLOUR + 0.5
    columns: list[NDArray[np.generic]] = [
        places,
        _bytes(up.opacities * 255),
        _bytes(colours * 255),
        _bytes((np.log(up.scales) + 10) * 16),
        _smallest_three(up.quats.astype(np.float64)),
    ]
    header = _HEADER.pack(MAGIC, VERSION, len(up), 0, bits, 0, 0)
    return gzip.compress(header + b"".join(column.tobytes() for column in columns), 6, mtime=0)


def read_spz(data: bytes) -> Splats:
    """Splats, in y-down axes, from an `.spz` of version 3 without harmonics above 0.

    Raises:
        ExportError: it is none.
    """
    from worldgen.lifting.gaussians import Splats

    try:
        raw = gzip.decompress(data)
        magic, version, count, degree, bits, _, _ = _HEADER.unpack_from(raw)
    except (OSError, EOFError, struct.error) as error:
        raise ExportError(f"not an .spz file: {error}") from error
    if (magic, version, degree) != (MAGIC, VERSION, 0) or len(raw) != _HEADER.size + 20 * count:
        raise ExportError("not a whole .spz file of version 3 and degree 0")
    body = np.frombuffer(raw, np.uint8, offset=_HEADER.size)
    places, alpha, colour, scale, turn = np.split(body, np.cumsum([9, 1, 3, 3]) * count)
    wide = np.zeros((3 * count, 4), np.uint8)
    wide[:, 1:] = places.reshape(-1, 3)  # as the upper bytes, so that the sign is right
    means = (wide.view("<i4")[:, 0] >> 8).reshape(-1, 3) / 2.0**bits
    colours = (colour.reshape(-1, 3) / 255 - 0.5) / _COLOUR * SH_0 + 0.5
    return Splats(
        means=means.astype(np.float32),
        scales=np.exp(scale.reshape(-1, 3) / np.float32(16) - 10),
        quats=_from_smallest_three(turn.view("<u4")),
        opacities=(alpha / 255).astype(np.float32),
        colours=np.clip(colours, 0, 1).astype(np.float32),
    ).half_turned()


def _bytes(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.clip(np.round(values), 0, 255).astype(np.uint8)


def _smallest_three(quats: NDArray[np.float64]) -> NDArray[np.uint32]:
    """(N, 4) w x y z to 32 bits: which of x y z w is largest, then the others, sign and 9 bits."""
    xyzw = quats[:, [1, 2, 3, 0]] / np.linalg.norm(quats, axis=1, keepdims=True)
    largest = np.argmax(np.abs(xyzw), axis=1)
    turned = np.take_along_axis(xyzw, largest[:, None], 1)[:, 0] < 0
    packed = largest.astype(np.uint32)
    for at in range(4):
        size = np.minimum(np.floor(511 * np.abs(xyzw[:, at]) / _HALF + 0.5), 511)
        sign = ((xyzw[:, at] < 0) ^ turned).astype(np.uint32)
        longer = (packed << 10) | (sign << 9) | size.astype(np.uint32)
        packed = np.where(largest == at, packed, longer)
    little: NDArray[np.uint32] = packed.astype("<u4")
    return little


def _from_smallest_three(packed: NDArray[np.uint32]) -> NDArray[np.float32]:
    """The inverse of `_smallest_three`: (N,) to (N, 4) w x y z."""
    xyzw = np.zeros((len(packed), 4))
    largest, rest = packed >> 30, packed.copy()
    for at in (3, 2, 1, 0):
        size = (rest & 511) * (_HALF / 511) * np.where(rest & 512, -1.0, 1.0)
        other = largest != at
        xyzw[other, at] = size[other]
        rest = np.where(other, rest >> 10, rest)
    missing = np.sqrt(np.maximum(1 - np.sum(xyzw**2, axis=1), 0))
    xyzw[np.arange(len(xyzw)), largest] = missing
    return xyzw[:, [3, 0, 1, 2]].astype(np.float32)


def _check(back: bytes, splats: Splats) -> None:
    if len(read_spz(back)) != len(splats):
        raise ExportError("the .spz does not read back as the splats that were written")

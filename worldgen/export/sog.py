"""Splats as `.sog` (version 2): a ZIP of lossless WebP pictures, some ten bytes a splat.

    means_l, means_u   place: sign(x) ln(1 + |x|), 16 bits an axis in two pictures
    quats              rotation: the three smallest at 8 bits, which is largest in alpha
    scales, sh0        numbers in a codebook of 256 (ln metres; harmonic), opacity in alpha
    meta.json          counts, ranges, codebooks, which file is what

The smallest form that viewers on the web read (Spark, SuperSplat, PlayCanvas).
Axes as in `.ply`: y down.

Not here: other packed forms (`splat_packed`, `spz`).
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from worldgen import __version__
from worldgen.errors import ExportError, ImageError
from worldgen.export.packing import along_a_curve, from_three_smallest, three_smallest
from worldgen.export.scene import lifted
from worldgen.export.splat_ply import SH_0
from worldgen.export.whole import write_checked
from worldgen.media import decode_rgba_webp, encode_rgba_webp
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats

VERSION, BOOK = 2, 256
_ROUNDS = 8
_TAG = 252
_META = "meta.json"


def write_sog(walk: Path, file: Path, progress: Progress) -> None:
    """Lift a walk and write its splats; arguments as for every writer."""
    splats = lifted(walk, progress).splats
    if not len(splats):
        raise ExportError("a .sog needs at least one splat, and none was left of this walk")
    write_checked(file, sog_bytes(splats), lambda back: _check(back, splats))


def sog_bytes(splats: Splats) -> bytes:
    """The file; `splats` in y-down axes, at least one."""
    splats = splats.pick(along_a_curve(splats.means))
    places = np.sign(splats.means) * np.log1p(np.abs(splats.means.astype(np.float64)))
    low, high = places.min(axis=0), places.max(axis=0)
    steps = np.rint((places - low) / np.where(high > low, high - low, 1) * 65535).astype(np.uint16)
    largest, others = three_smallest(splats.quats)
    turns = np.rint(255 * (others / np.sqrt(2) + 0.5))
    sizes_book, sizes = _coded(np.log(splats.scales))
    shades_book, shades = _coded((splats.colours - 0.5) / SH_0)
    opacity = np.rint(255 * splats.opacities)[:, None]
    planes = {
        "means_l.webp": steps & 255,
        "means_u.webp": steps >> 8,
        "quats.webp": np.concatenate([turns, _TAG + largest[:, None]], axis=1),
        "scales.webp": sizes,
        "sh0.webp": np.concatenate([shades, opacity], axis=1),
    }
    meta = {
        "version": VERSION,
        "asset": {"generator": f"worldgen {__version__}"},
        "count": len(splats),
        "antialias": False,
        "means": {
            "mins": low.tolist(),
            "maxs": high.tolist(),
            "files": ["means_l.webp", "means_u.webp"],
        },
        "scales": {"codebook": sizes_book.tolist(), "files": ["scales.webp"]},
        "quats": {"files": ["quats.webp"]},
        "sh0": {"codebook": shades_book.tolist(), "files": ["sh0.webp"]},
    }
    return _zipped({name: _picture(values) for name, values in planes.items()}, meta)


def read_sog(data: bytes) -> Splats:
    """Splats from a `.sog` of version 2 without harmonics above 0, in the file's order.

    Raises:
        ExportError: it is none.
    """
    from worldgen.lifting.gaussians import Splats

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            meta = json.loads(archive.read(_META))
            if meta["version"] != VERSION or "shN" in meta:
                raise ExportError("not a .sog file of version 2 and degree 0")

            def plane(kind: str, at: int = 0) -> NDArray[np.uint8]:
                picture = decode_rgba_webp(archive.read(meta[kind]["files"][at]))
                return picture.reshape(-1, 4)[: meta["count"]]

            low_bytes, high_bytes = plane("means"), plane("means", 1)
            turns, sizes, shades = plane("quats"), plane("scales"), plane("sh0")
    except (zipfile.BadZipFile, ImageError, KeyError, ValueError, EOFError) as error:
        raise ExportError(f"not a whole .sog file: {error}") from error
    low, high = (np.array(meta["means"][end]) for end in ("mins", "maxs"))
    steps = low_bytes[:, :3].astype(np.float64) + 256.0 * high_bytes[:, :3]
    places = low + steps / 65535 * (high - low)
    sizes_book, shades_book = (np.array(meta[kind]["codebook"]) for kind in ("scales", "sh0"))
    others = (turns[:, :3] / 255 - 0.5) * np.sqrt(2)
    return Splats(
        means=(np.sign(places) * np.expm1(np.abs(places))).astype(np.float32),
        scales=np.exp(sizes_book[sizes[:, :3]]).astype(np.float32),
        quats=from_three_smallest(turns[:, 3].astype(np.intp) - _TAG, others),
        opacities=(shades[:, 3] / 255).astype(np.float32),
        colours=np.clip(shades_book[shades[:, :3]] * SH_0 + 0.5, 0, 1).astype(np.float32),
    )


def _coded(values: NDArray[np.floating]) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """A codebook of 256 numbers, rising, and each value's place in it (Lloyd, in one dimension)."""
    ordered = np.sort(values.ravel().astype(np.float64))
    sums = np.concatenate([[0.0], np.cumsum(ordered)])
    book = np.quantile(ordered, (np.arange(BOOK) + 0.5) / BOOK)
    for _ in range(_ROUNDS):
        inner = np.searchsorted(ordered, (book[1:] + book[:-1]) / 2)
        ends = np.concatenate([[0], inner, [len(ordered)]])
        count = np.diff(ends)
        mean = np.diff(sums[ends]) / np.maximum(count, 1)
        book = np.sort(np.where(count > 0, mean, book))
    return book, np.searchsorted((book[1:] + book[:-1]) / 2, values).astype(np.uint8)


def _picture(values: NDArray[Any]) -> bytes:
    """(N, 3) or (N, 4) bytes row by row in a picture about square, sides multiples of four."""
    width = int(np.ceil(np.sqrt(len(values)) / 4) * 4)
    height = int(np.ceil(len(values) / width / 4) * 4)
    flat = np.zeros((height * width, 4), np.uint8)
    flat[:, 3] = 255
    flat[: len(values), : values.shape[1]] = values
    return encode_rgba_webp(flat.reshape(height, width, 4))


def _zipped(files: dict[str, bytes], meta: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in {**files, _META: json.dumps(meta).encode()}.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _check(back: bytes, splats: Splats) -> None:
    read = read_sog(back)
    far = np.abs(splats.means).max(initial=1.0)
    same = len(read) == len(splats) and np.allclose(
        np.sort(read.means, axis=0), np.sort(splats.means, axis=0), atol=1e-3 * far
    )
    if not same:
        raise ExportError("the .sog does not read back as the splats that were written")

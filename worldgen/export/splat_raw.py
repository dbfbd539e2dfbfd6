"""Splats as `.splat`: 32 bytes each and no header, read by most viewers on the web.

    x y z float32 · sx sy sz float32, metres · r g b a uint8 · w x y z uint8, (q × 128) + 128

The largest and most opaque come first, so that a viewer that draws while it loads
has something to show. Axes as in `.ply`: y down.

Not here: how the splats were made (`lifting`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from worldgen.errors import ExportError
from worldgen.export.scene import lifted
from worldgen.export.whole import write_checked
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats

RECORD = np.dtype([("mean", "<f4", 3), ("scale", "<f4", 3), ("rgba", "u1", 4), ("turn", "u1", 4)])


def write_splat_raw(walk: Path, file: Path, progress: Progress) -> None:
    """Lift a walk and write its splats; arguments as for every writer."""
    splats = lifted(walk, progress).splats
    write_checked(file, raw_bytes(splats), lambda back: _check(back, len(splats)))


def raw_bytes(splats: Splats) -> bytes:
    """The file; `splats` in y-down axes."""
    size = np.log(splats.scales).sum(axis=1) + np.log(np.maximum(splats.opacities, 1e-6))
    ordered = splats.pick(np.argsort(-size, kind="stable"))
    records = np.zeros(len(ordered), RECORD)
    records["mean"], records["scale"] = ordered.means, ordered.scales
    records["rgba"][:, :3] = np.round(ordered.colours * 255)
    records["rgba"][:, 3] = np.round(ordered.opacities * 255)
    records["turn"] = np.clip(np.round(ordered.quats * 128 + 128), 0, 255)
    return records.tobytes()


def read_raw(data: bytes) -> Splats:
    """Splats from a `.splat`.

    Raises:
        ExportError: its length is not a whole number of splats.
    """
    from worldgen.lifting.gaussians import Splats

    if len(data) % RECORD.itemsize:
        raise ExportError(f"not a .splat file: {len(data):,} bytes are not whole records of 32")
    records = np.frombuffer(data, RECORD)
    turns = (records["turn"].astype(np.float32) - 128) / 128
    return Splats(
        means=records["mean"],
        scales=records["scale"],
        quats=turns / np.linalg.norm(turns, axis=1, keepdims=True),
        opacities=(records["rgba"][:, 3] / 255).astype(np.float32),
        colours=(records["rgba"][:, :3] / 255).astype(np.float32),
    )


def _check(back: bytes, count: int) -> None:
    if len(read_raw(back)) != count:
        raise ExportError("the .splat does not read back as the splats that were written")

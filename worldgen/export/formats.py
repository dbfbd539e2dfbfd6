"""Every extension and its writer; a new format is one row in `WRITERS`.

A writer makes the whole file or none; a progress callback that raises cancels it at
once and leaves none. Not here: the writers themselves (the formats' own modules),
sets of files (`presets`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from worldgen.errors import ExportError, UnknownFormatError
from worldgen.export.cameras import beside, write_cameras
from worldgen.export.dataset import write_dataset
from worldgen.export.film import check_filmed, write_depth_film, write_film, write_loop
from worldgen.export.flight import write_path_film
from worldgen.export.frames import MOST_LOOPED, most_lifted
from worldgen.export.points import write_points
from worldgen.export.scene import check_depth
from worldgen.export.sog import write_sog
from worldgen.export.splat_glb import write_splat_glb
from worldgen.export.splat_packed import write_splat_packed
from worldgen.export.splat_ply import write_splat_ply
from worldgen.export.splat_raw import write_splat_raw
from worldgen.export.spz import write_spz
from worldgen.export.surfaces import (
    write_collider,
    write_glb,
    write_obj,
    write_sky,
    write_textured,
)
from worldgen.export.usd import write_mesh_usd, write_splat_usd
from worldgen.export.whole import probe, sweep
from worldgen.progress import Progress
from worldgen.recording import read_walk, zip_walk

PathLike = str | os.PathLike[str]


Writer = Callable[[Path, Path, Progress], None]
"""(walk, file, progress): writes the file whole, or raises and leaves none."""


def _write_zip(walk: Path, file: Path, progress: Progress) -> None:
    """The walk's own folder in one file; anybody's `worldgen` reads it."""
    zip_walk(walk, file, progress)


WRITERS: dict[str, Writer] = {
    ".mp4": write_film,
    ".gif": write_loop,
    ".webp": write_loop,
    ".depth.mp4": write_depth_film,
    ".cameras.json": write_cameras,
    ".path.mp4": write_path_film,
    ".zip": _write_zip,
    ".dataset.zip": write_dataset,
    ".ply": write_splat_ply,
    ".compressed.ply": write_splat_packed,
    ".splat": write_splat_raw,
    ".spz": write_spz,
    ".sog": write_sog,
    ".splat.glb": write_splat_glb,
    ".points.ply": write_points,
    ".glb": write_glb,
    ".lod.glb": write_textured,
    ".obj": write_obj,
    ".collider.glb": write_collider,
    ".sky.glb": write_sky,
    ".usdz": write_mesh_usd,
    ".splat.usdz": write_splat_usd,
}


def extensions() -> tuple[str, ...]:
    """Every extension that can be written, such as ".mp4"."""
    return tuple(WRITERS)


def check_format(file: Path) -> Writer:
    """The writer for a file: of `a.points.ply`, that for `.points.ply`, the longest that fits.

    Raises:
        UnknownFormatError: there is none; the message lists those there are.
    """
    name = file.name.lower()
    extension = max((known for known in WRITERS if name.endswith(known)), key=len, default=name)
    if name == extension:
        known = " ".join(WRITERS)
        raise UnknownFormatError(f"cannot write {file.name!r}; known extensions: {known}")
    return WRITERS[extension]


FLAT: tuple[Writer, ...] = (write_film, write_loop, _write_zip, write_dataset, write_cameras)
"""Writers that need no depth."""


FILMS: tuple[Writer, ...] = (write_film, write_depth_film, write_path_film)
"""Writers that lay the film's cameras beside it."""


def check_export(walk: PathLike, files: Sequence[PathLike]) -> None:
    """See that all of some files can be made of a walk, before work begins on the first.

    Raises:
        UnknownFormatError, ExportError, DamagedWalkError, StorageError: as `export_walk`.
    """
    walk, places = Path(walk).expanduser(), [Path(file).expanduser() for file in files]
    writers = [check_format(place) for place in places]
    with read_walk(walk) as opened:
        if not len(opened):
            raise ExportError("the walk has no frames yet, so there is nothing to export")
        if write_depth_film in writers:
            check_filmed(opened)
    if any(writer not in FLAT for writer in writers):
        check_depth(walk)
    for place, writer in zip(places, writers, strict=True):
        probe(place)
        if writer in FILMS:
            probe(beside(place))


def frames_read(file: Path, frames: int, shape: tuple[int, int]) -> int:
    """How many of a walk's frames go into a file; long walks are sampled.

    Args:
        file: its suffix decides.
        frames: how many the walk has.
        shape: (height, width) of them, pixels.
    """
    writer = check_format(file)
    if writer in (write_film, write_depth_film, _write_zip, write_dataset, write_cameras):
        return frames
    return min(frames, MOST_LOOPED if writer is write_loop else most_lifted(shape))


def export_walk(walk: PathLike, file: PathLike, progress: Progress = lambda _: None) -> None:
    """Write a walk as a file.

    Args:
        walk: its folder, or that folder zipped; ~ is the home folder, here and in `file`.
        file: where to; its extension says as what. Replaced if it exists.
        progress: told the share that is done; may raise, to cancel.

    Raises:
        UnknownFormatError: no writer for that extension.
        ExportError: the walk has no frames.
        DamagedWalkError: the walk cannot be read.
        StorageError: the file cannot be written.
    """
    check_export(walk, [file])
    source, place = Path(walk).expanduser(), Path(file).expanduser()
    sweep(place)
    check_format(place)(source, place, progress)

"""A walk as one file to send: the same folder, zipped.

Not here: other formats (`export`).
"""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

from worldgen.errors import StorageError
from worldgen.recording.document import whole_bytes
from worldgen.recording.reader import read_walk
from worldgen.recording.schema import WALK_JSON
from worldgen.recording.storage import part_of, remove, storing


def zip_walk(
    walk: str | os.PathLike[str],
    file: str | os.PathLike[str],
    progress: Callable[[float], None] = lambda _: None,
) -> None:
    """Zip a walk: what `walk.json` names and nothing else, read back, whole or not at all.

    Args:
        walk: its folder, in which it may still be being written, or that folder zipped.
        file: the ZIP file; replaced if it exists.
        progress: told the share that is done; may raise, to cancel.

    Raises:
        DamagedWalkError: the walk cannot be read.
        StorageError: the disk is full, or may not be written.
    """
    target = Path(file)
    part = part_of(target)
    with read_walk(walk) as opened:
        names = [name for line in opened.lines for name in (line.rgb, line.depth) if name]
        names += [str(name) for name in [opened.header.prompt.get("image")] if name]
        document = whole_bytes(opened.header, opened.lines, opened.events)
        with storing(target):
            try:
                with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
                    archive.writestr(WALK_JSON, document, zipfile.ZIP_DEFLATED)
                    for at, name in enumerate(names, 1):
                        archive.writestr(zipfile.ZipInfo(name), opened.bytes_of(name))
                        progress(0.9 * at / len(names))
                _read_back(part, target)
                progress(1.0)
                os.replace(part, target)
            finally:
                remove(part)


def _read_back(part: Path, target: Path) -> None:
    with zipfile.ZipFile(part) as archive:
        damaged = archive.testzip()
    if damaged is not None:
        raise StorageError(
            f"cannot write {str(target)!r}: {damaged} does not read back as it was; try again"
        )

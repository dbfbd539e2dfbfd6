"""A walk as one file to send: the same folder, zipped.

Not here: other formats (`export`).
"""

import os
import zipfile
from pathlib import Path

from worldgen.recording.document import whole_bytes
from worldgen.recording.reader import read_walk
from worldgen.recording.schema import WALK_JSON
from worldgen.recording.storage import storing


def zip_walk(folder: str | os.PathLike[str], file: str | os.PathLike[str]) -> None:
    """Zip a walk: what `walk.json` names and nothing else, whole or not at all.

    Args:
        folder: the walk; it may still be being written.
        file: the ZIP file; replaced if it exists.

    Raises:
        DamagedWalkError: the walk cannot be read.
        StorageError: the disk is full, or may not be written.
    """
    walk_folder, target = Path(folder), Path(file)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with read_walk(walk_folder) as walk:
        names = [name for line in walk.lines for name in (line.rgb, line.depth) if name]
        names += [name for name in [walk.header.prompt.get("image")] if name]
        document = whole_bytes(walk.header, walk.lines, walk.events)
    with storing(target):
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
                archive.writestr(WALK_JSON, document, zipfile.ZIP_DEFLATED)
                for name in names:
                    archive.write(walk_folder / name, name)
            os.replace(part, target)
        finally:
            part.unlink(missing_ok=True)

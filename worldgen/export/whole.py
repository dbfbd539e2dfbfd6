"""Bytes under their final name only when they are whole and read back as what was meant.

Not here: which bytes (the formats' own modules).
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from worldgen.errors import ExportError, StorageError
from worldgen.recording.storage import part_of, remove, storing, write_new

_PART = re.compile(r"\.(\d+)\.part")


def write_checked(file: Path, data: bytes, check: Callable[[bytes], None]) -> None:
    """Write a file, read it back, and only then give it its name.

    Args:
        file: replaced if it exists; untouched on any failure.
        data: all of it.
        check: raises if bytes read back are not what was meant.

    Raises:
        StorageError: the disk is full, gone or may not be written.
        ExportError: what was read back differs from what was written.
    """
    with naming(file) as part:
        write_new(part, data, file)
        with storing(file):
            back = part.read_bytes()
        if back != data:
            raise ExportError(f"{file.name!r} does not read back as it was written; try again")
        check(back)


@contextmanager
def naming(file: Path) -> Iterator[Path]:
    """A place beside a file to write it in; it gets its name when all went well, else it goes.

    Raises:
        StorageError: it cannot be given its name.
    """
    part = part_of(file)
    try:
        yield part
        with storing(file):
            os.replace(part, file)
    finally:
        remove(part)


def probe(file: Path) -> None:
    """See that a file can be written where it shall be, before any work is done for it.

    Raises:
        StorageError: its folder is not there, it is a folder itself, or it may not be written.
    """
    if file.is_dir():
        raise StorageError(f"cannot write {str(file)!r}: it is a folder; name a file")
    if not file.absolute().parent.is_dir():
        raise StorageError(f"cannot write {str(file)!r}: its folder does not exist; make it first")
    part = part_of(file)
    write_new(part, b"", file)
    remove(part)


def sweep(file: Path) -> None:
    """Remove what killed processes left beside a file that they were writing.

    Parts of a process that still runs stay: it may be about to name them.
    """
    for part in file.parent.glob(f".{glob.escape(file.name)}.*.part"):
        left = _PART.fullmatch(part.name.removeprefix(f".{file.name}"))
        if left and not _runs(int(left[1])):
            remove(part)


def _runs(process: int) -> bool:
    """Whether a process is there; taken for granted where asking could end it."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True

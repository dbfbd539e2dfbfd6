"""Bytes to disk, whole or not at all, and one clear error when the disk will not.

Not here: which bytes (`writer`, `archive`).
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from worldgen.errors import StorageError


@contextmanager
def storing(path: Path) -> Iterator[None]:
    """Turn any OSError into a StorageError that names the place and the reason."""
    try:
        yield
    except OSError as error:
        reason = (
            "the disk is full; make room and go on"
            if error.errno in (errno.ENOSPC, errno.EDQUOT)
            else error.strerror or str(error)
        )
        raise StorageError(f"cannot write {str(path)!r}: {reason}") from error


def write_new(path: Path, data: bytes, named: Path | None = None) -> None:
    """Write a file that nobody reads yet; a failure leaves none.

    What had the name loses it, and is not written over: another walk may share it (`share`).

    Args:
        path: of the file.
        data: all of it.
        named: what a person knows it as, for the message; None is `path`.

    Raises:
        StorageError: the disk is full, gone or may not be written.
    """
    with storing(named or path):
        try:
            remove(path)
            with FileIO(path, "x") as file:
                write_all(file, data)
        except OSError:
            remove(path)
            raise


def part_of(file: Path) -> Path:
    """Where a file of this process is written before it gets its name, in the same folder."""
    return file.with_name(f".{file.name}.{os.getpid()}.part")


def remove(path: Path) -> None:
    """Remove a file if it is there and may be; on a disk that may not be written nothing is."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def replace_with(path: Path, data: bytes) -> None:
    """Give a file new contents: readers see the old or the new, never a part.

    Raises:
        StorageError: the disk is full, gone or may not be written.
    """
    part = path.with_name(f"{path.name}.part")
    write_new(part, data)
    with storing(path):
        os.replace(part, path)


def share(old: Path, new: Path) -> None:
    """One file under a second name: a hard link, or a copy where there are none.

    Raises:
        StorageError: the disk is full, gone or may not be written.
    """
    with storing(new):
        new.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(old, new)
        except OSError:
            shutil.copyfile(old, new)


def write_all(file: FileIO, data: bytes) -> None:
    """Write everything from the file's position on; mostly in one system call."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]

"""Where a walk's bytes are: a folder, or the same folder zipped.

Owns finding `walk.json` in either, and never reading outside. Not here: what
the bytes mean (`reader`).
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Protocol

from worldgen.errors import DamagedWalkError
from worldgen.recording.schema import WALK_JSON

_MAX_MEMBER_BYTES = 512_000_000


class Source(Protocol):
    """Named bytes of one walk."""

    def read(self, name: str) -> bytes:
        """The bytes of a file in the walk, or DamagedWalkError."""

    def has(self, name: str) -> bool:
        """Whether the walk has such a file."""

    def close(self) -> None:
        """Let go of open files."""


class FolderSource:
    """A walk in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes:
        """The bytes of a file in the walk, or DamagedWalkError."""
        try:
            return (self._folder / name).read_bytes()
        except OSError as error:
            raise DamagedWalkError(
                f"cannot read {name!r} of the walk {str(self._folder)!r}: {error.strerror}"
            ) from error

    def has(self, name: str) -> bool:
        """Whether the walk has such a file."""
        return (self._folder / name).is_file()

    def close(self) -> None:
        """Nothing is held open."""


class ZipSource:
    """A walk in a ZIP file, at its top or one folder down."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise DamagedWalkError(f"{str(path)!r} is not a ZIP file: {error}") from error
        self._names = frozenset(self._zip.namelist())
        tops = [name for name in self._names if name.split("/")[1:] in ([], [WALK_JSON])]
        found = [name for name in tops if name.rpartition("/")[2] == WALK_JSON]
        if len(found) != 1:
            self._zip.close()
            raise DamagedWalkError(f"{str(path)!r} must hold one {WALK_JSON}, it has {len(found)}")
        self._top = found[0].removesuffix(WALK_JSON)

    def read(self, name: str) -> bytes:
        """The bytes of a file in the walk, or DamagedWalkError."""
        try:
            member = self._zip.getinfo(self._top + name)
            if member.file_size > _MAX_MEMBER_BYTES:
                raise DamagedWalkError(f"{name!r} in the ZIP file is {member.file_size:,} bytes")
            return self._zip.read(member)
        except KeyError as error:
            raise DamagedWalkError(f"{name!r} is missing from the ZIP file") from error
        except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
            raise DamagedWalkError(f"{name!r} in the ZIP file is damaged: {error}") from error

    def has(self, name: str) -> bool:
        """Whether the walk has such a file."""
        return self._top + name in self._names

    def close(self) -> None:
        """Close the ZIP file."""
        self._zip.close()


def open_source(path: Path) -> Source:
    """A folder or a ZIP file that holds a walk.

    Raises:
        DamagedWalkError: neither.
    """
    if path.is_dir():
        if not (path / WALK_JSON).is_file():
            raise DamagedWalkError(f"{str(path)!r} is no walk: it has no {WALK_JSON}")
        return FolderSource(path)
    if not path.is_file():
        raise DamagedWalkError(f"there is no walk at {str(path)!r}")
    return ZipSource(path)

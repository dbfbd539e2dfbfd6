"""What was worked out once on this machine, kept in the user's cache folder for the next start.

    ~/.cache/worldgen/<key>/<name>      one folder a key, the newest few of them

A key says everything that a result depends on. Files are whole or not there: they
are written beside and then moved, so that two programs may start at once, and they
carry a checksum. A folder that cannot be read or written is no failure: then
everything is worked out anew each time.

Not here: what is kept (`compiled.py`, `choice.py`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zlib
from pathlib import Path

from worldgen.monitoring import log

MOST_KEYS = 3
"""Keys whose results are kept; those used longest ago go first.

One is some 45 MB for each number of threads."""

_CHECK_BYTES = 4


def cache_dir() -> Path | None:
    """The user's cache folder for us, which need not exist yet; None if there is no home."""
    try:
        return Path.home() / ".cache" / "worldgen"
    except RuntimeError:
        return None


class Kept:
    """Results under one key.

    Args:
        root: the folder of all keys; None keeps nothing.
        facts: everything that the results depend on.
    """

    def __init__(self, root: Path | None, *facts: object) -> None:
        key = hashlib.sha256("\n".join(map(str, facts)).encode()).hexdigest()[:24]
        self._folder = None if root is None else root / key

    def read(self, name: str) -> bytes | None:
        """What was kept under that name; None if nothing was, or if it is damaged."""
        if self._folder is None:
            return None
        try:
            raw = (self._folder / name).read_bytes()
            os.utime(self._folder)
        except OSError:
            return None
        data = raw[_CHECK_BYTES:]
        return data if raw[:_CHECK_BYTES] == _check(data) else None

    def write(self, name: str, data: bytes) -> None:
        """Keep something for the next time, if that is possible at all."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(_check(data) + data)
            Path(file.name).replace(self._folder / name)
            self._make_room(self._folder.parent)
        except OSError as error:
            log("kept.not_written", why=str(error))

    @staticmethod
    def _make_room(root: Path) -> None:
        """Take away what was used longest ago."""
        by_use = sorted((path.stat().st_mtime, path) for path in root.iterdir() if path.is_dir())
        for _, folder in by_use[:-MOST_KEYS]:
            shutil.rmtree(folder, ignore_errors=True)


def _check(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_CHECK_BYTES, "little")

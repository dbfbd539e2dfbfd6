"""A temporary folder that goes when we end or, if we were killed, when the next of us starts.

    /tmp/worldgen-x3k9…/.held     locked by whoever made the folder, for as long as it lives

A lock goes with its process, however that ends. A process number would not do: other
processes get it later, and containers that share a folder count each for itself.

Not here: what lies in the folder (`shelf`, `saver`).
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

PREFIX = "worldgen-"
HELD = ".held"


class Scratch:
    """A new folder that is ours alone.

    Attributes:
        path: where it is.
    """

    def __init__(self, root: Path | None = None) -> None:
        """Make it, and take away what killed processes left.

        Args:
            root: where temporary folders lie; None is the system's place for them.

        Raises:
            OSError: it cannot be made.
        """
        root = Path(tempfile.gettempdir()) if root is None else root
        sweep(root)
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
        fresh = self.path / f"{HELD}.new"
        self._lock = os.open(fresh, os.O_RDWR | os.O_CREAT, 0o600)
        _lock(self._lock)
        fresh.rename(self.path / HELD)  # nobody ever finds it there without its lock

    def close(self) -> None:
        """Take the folder away."""
        os.close(self._lock)
        shutil.rmtree(self.path, ignore_errors=True)


def sweep(root: Path) -> None:
    """Remove this user's folders below `root` that nobody alive holds."""
    for folder in root.glob(f"{PREFIX}*"):
        with suppress(OSError):  # gone meanwhile, or not for us to read
            if _is_ours(folder) and _is_left(folder / HELD):
                shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """A folder, no link to one, of the user who runs this."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and (os.name != "posix" or found.st_uid == os.geteuid())


def _is_left(held: Path) -> bool:
    """Whether its holder is dead; raises OSError if there never was one."""
    descriptor = os.open(held, os.O_RDWR)
    try:
        return _lock(descriptor)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Take a file for ourselves; False if somebody has it, or if that cannot be told here."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True

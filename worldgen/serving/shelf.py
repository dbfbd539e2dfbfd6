"""The folders that live walks are recorded to.

Without a folder of the owner's own, walks lie in a temporary one: they go when
their session goes, when they grow past the limit, or when the app ends. In a
folder that the owner named, nothing is ever taken away, and a walk whose session is
open has a file with the fingerprint of its token: who comes with that after a
restart gets the walk back.

Not here: what is in such a folder (`recording`).
"""

from __future__ import annotations

import hashlib
import re
import secrets
import shutil
import threading
import time
from pathlib import Path

from worldgen.errors import StorageError
from worldgen.monitoring import log
from worldgen.recording.storage import write_new
from worldgen.serving.scratch import Scratch

WALKER = ".walker"
"""The file in a walk's folder that says whose it is."""


class Shelf:
    """Where live walks lie."""

    def __init__(self, root: Path | None, max_bytes: int) -> None:
        """Use `root`, made if it is not there; None is a temporary folder.

        Raises:
            StorageError: the folder cannot be made.
        """
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._walks: dict[str, list[Path]] = {}
        self._scratch: Scratch | None = None
        try:
            if root is None:
                self._scratch = Scratch()
                root = self._scratch.path
            root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(f"cannot make the walks folder {root}: {error.strerror}") from error
        self._root = root

    def new_walk(self, token: str, title: str) -> Path:
        """A name for a new walk's folder, which is not made yet.

        Args:
            token: whose walk it is.
            title: words to make the name from.
        """
        stamp = time.strftime("%Y%m%d-%H%M%S")
        path = self._root / f"{stamp}-{slug(title)}-{secrets.token_hex(3)}"
        with self._lock:
            self._walks.setdefault(token, []).append(path)
        self._make_room(path)
        return path

    def mark(self, token: str, walk: Path) -> None:
        """Write down whose a walk is, now that its folder is there."""
        if self._scratch is None:
            write_new(walk / WALKER, _print(token))

    def left_by(self, token: str) -> Path | None:
        """The last walk of a session of a server that is no more; None if there is none."""
        if self._scratch is not None:
            return None
        marks = sorted(self._root.glob(f"*/{WALKER}"))
        left = [mark.parent for mark in marks if mark.read_bytes() == _print(token)]
        if not left:
            return None
        with self._lock:
            self._walks[token] = left
        return left[-1]

    def walk_of(self, token: str) -> Path | None:
        """The newest walk of that session."""
        with self._lock:
            walks = self._walks.get(token)
            return walks[-1] if walks else None

    def forget(self, token: str) -> None:
        """That session is over: its walks go, if they are ours to take away."""
        with self._lock:
            walks = self._walks.pop(token, [])
        if self._scratch is not None:
            for walk in walks:
                _remove(walk)
        else:
            for walk in walks:
                (walk / WALKER).unlink(missing_ok=True)

    def close(self) -> None:
        """The app ends."""
        if self._scratch is not None:
            self._scratch.close()

    def _make_room(self, keep: Path) -> None:
        if self._scratch is None:
            return
        with self._lock:
            old = sorted(path for walks in self._walks.values() for path in walks[:-1])
        sizes = {path: _size(path) for path in self._root.iterdir() if path != keep}
        total = sum(sizes.values())
        for path in old:
            if total <= self._max_bytes:
                return
            total -= sizes.get(path, 0)
            _remove(path)
            log("walk.removed", walk=path.name)


def slug(text: str, length: int = 40) -> str:
    """Words as a file name: lower-case letters and digits with dashes; "walk" if none is left."""
    words = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return words[:length].strip("-") or "walk"


def _print(token: str) -> bytes:
    """A token's fingerprint; the token itself is not written anywhere."""
    return hashlib.sha256(token.encode()).hexdigest().encode()


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

"""Checksums of a pipeline's files, so that a damaged one is refused and not drawn with.

    FOLDER/sha256sums.txt   as coreutils' sha256sum writes it: a digest and a name a line

A bit that has flipped in a weight is still a number; nothing but a checksum sees it.

Not here: whether weights fit their networks (`painter`).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from worldgen.errors import WeightsError
from worldgen.models.wander.spec import FILES

SUMS = "sha256sums.txt"


def write_sums(folder: Path) -> None:
    """Write down what the files of a pipeline are."""
    lines = [f"{_digest(folder / name)}  {name}\n" for name in FILES if (folder / name).is_file()]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def check_sums(folder: Path) -> None:
    """See that the files of a pipeline are what was written down, if anything was.

    Raises:
        WeightsError: one is not.
    """
    if not (folder / SUMS).is_file():
        return
    for line in (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines():
        wanted, _, name = line.partition("  ")
        if name in FILES and _digest(folder / name) != wanted:
            raise WeightsError(
                f"{name} in {folder.name} is damaged: it is not what {SUMS} says; "
                "restore assets/models from the repository"
            )


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

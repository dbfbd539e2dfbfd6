"""The process that makes one file of one walk: `python -m worldgen.serving.save WALK FILE`.

It says how far it is, one number in [0, 1] a line, and yields the processor to
whoever walks. What goes wrong is one line on stderr and exit code 2.

Not here: who may ask (`saver`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from worldgen.errors import UnknownFormatError, WorldgenError
from worldgen.media import Mp4Writer
from worldgen.recording import Walk, read_walk, zip_walk

NICENESS = 10


def main(arguments: list[str]) -> int:
    """Make the file; returns the exit code."""
    walk, file = map(Path, arguments)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    try:
        _save(walk, file)
    except WorldgenError as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        return 2
    return 0


def _save(folder: Path, file: Path) -> None:
    if file.suffix == ".zip":
        zip_walk(folder, file)
    elif file.suffix == ".mp4":
        with read_walk(folder) as walk:
            _film(walk, file)
    else:
        raise UnknownFormatError(f"a walk cannot be saved as {file.suffix!r}; use .mp4 or .zip")


def _film(walk: Walk, file: Path) -> None:
    lens = walk.header.lens()
    with Mp4Writer(file, fps=walk.header.fps, size=(lens.width_px, lens.height_px)) as film:
        for frame in walk.frames():
            film.write(frame.rgb)
            sys.stdout.write(f"{(frame.index + 1) / len(walk):.3f}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

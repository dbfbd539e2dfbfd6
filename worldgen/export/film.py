"""A walk as a film: its pictures at its own frames a second.

Not here: the encoder (`media.Mp4Writer`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from worldgen.media import Mp4Writer
from worldgen.recording import read_walk


def write_film(source: Path, file: Path, progress: Callable[[float], None]) -> None:
    """Write an H.264 film of a walk.

    Args:
        source: the walk, at least one frame.
        file: the film; there whole or not at all.
        progress: told the share that is done.
    """
    with read_walk(source) as walk:
        lens, frames = walk.header.lens(), len(walk)
        size = (lens.width_px, lens.height_px)
        with Mp4Writer(file, fps=walk.header.fps, size=size) as film:
            for at, frame in enumerate(walk.frames()):
                film.write(frame.rgb)
                progress((at + 1) / frames)

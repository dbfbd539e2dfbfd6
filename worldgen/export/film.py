"""A walk as a film: its pictures, or its depths, at its own frames a second.

    .mp4         every frame, with the rain or snow that falls before it; beside it its cameras
    .gif .webp   so, too; at most so many frames, evenly; as long as the walk
    .depth.mp4   near is bright: grey = 1 − ln(z / 0.25 m) / ln(1000), from 0.25 m to 250 m;
                 sky and what is unknown are black; beside it its cameras, too

Not here: the encoder (`media.FilmWriter`); how it falls (`falling`); depth to the
millimetre (`dataset`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.export.cameras import beside, write_cameras
from worldgen.export.frames import MOST_LOOPED, chosen
from worldgen.falling import before
from worldgen.media import FilmWriter
from worldgen.media.video import Form
from worldgen.progress import Progress
from worldgen.recording import Walk, read_walk
from worldgen.types import Frame

NEAREST_M, FARTHEST_M = 0.25, 250.0


def write_film(source: Path, file: Path, progress: Progress) -> None:
    """Write an H.264 film of a walk.

    Args:
        source: the walk, at least one frame.
        file: the film; there whole or not at all. `walk.cameras.json` comes beside `walk.mp4`.
        progress: told the share that is done.
    """
    with read_walk(source) as walk:
        lens, frames = walk.header.lens(), len(walk)
        size = (lens.width_px, lens.height_px)
        with FilmWriter(file, fps=walk.header.fps, size=size) as film:
            for at, frame in enumerate(walk.frames()):
                film.write(_looked_at(frame))
                progress((at + 1) / frames)
            write_cameras(source, beside(file), lambda _: None)


def write_loop(source: Path, file: Path, progress: Progress) -> None:
    """Write a GIF or an animated WebP, by the file's suffix; else as `write_film`."""
    with read_walk(source) as walk:
        lens, taken = walk.header.lens(), chosen(len(walk), MOST_LOOPED)
        size, fps = (lens.width_px, lens.height_px), walk.header.fps * len(taken) / len(walk)
        form: Form = "gif" if file.suffix.lower() == ".gif" else "webp"
        with FilmWriter(file, fps, size, form) as film:
            for at, index in enumerate(taken):
                film.write(_looked_at(walk.frame(index)))
                progress((at + 1) / len(taken))


def write_depth_film(source: Path, file: Path, progress: Progress) -> None:
    """Write an H.264 film of a walk's depths; else as `write_film`.

    Raises:
        ExportError: no frame has depth.
    """
    with read_walk(source) as walk:
        check_filmed(walk)
        lens, frames = walk.header.lens(), len(walk)
        size = (lens.width_px, lens.height_px)
        with FilmWriter(file, fps=walk.header.fps, size=size) as film:
            for at, frame in enumerate(walk.frames()):
                film.write(np.repeat(grey_of(frame)[..., None], 3, axis=2))
                progress((at + 1) / frames)
            write_cameras(source, beside(file), lambda _: None)


def check_filmed(walk: Walk) -> None:
    """See that a walk has depth to film.

    Raises:
        ExportError: no frame has.
    """
    if all(line.depth is None for line in walk.lines):
        raise ExportError(
            "the walk has no depth to film; walk with a model that gives depth "
            "(see: worldgen models)"
        )


def _looked_at(frame: Frame) -> np.ndarray:
    """(H, W, 3) uint8: as somebody sees it who is there."""
    return before(frame.rgb, frame.camera, frame.time_s, frame.weather)


def grey_of(frame: Frame) -> NDArray[np.uint8]:
    """(H, W) uint8: 255 at 0.25 m or nearer, 0 at 250 m or farther, for sky and the unknown."""
    depth_m = np.zeros(frame.camera.shape) if frame.depth_m is None else frame.depth_m
    far = np.where(depth_m > 0, np.clip(depth_m, NEAREST_M, FARTHEST_M), FARTHEST_M)
    share = 1 - np.log(far / NEAREST_M) / np.log(FARTHEST_M / NEAREST_M)
    grey: NDArray[np.uint8] = np.rint(255 * share).astype(np.uint8)
    return grey

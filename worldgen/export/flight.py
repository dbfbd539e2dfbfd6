"""The walk's way drawn anew from its splats, smoothly, at any size: `.path.mp4`.

    walk.path.mp4             twice as wide and high as the walk
    walk.1280x720.path.mp4    so many pixels; the view is as wide, and higher or lower to fit

One picture a frame of the walk, at its own frames a second; beside the film its cameras. Every
picture is drawn on the CPU: at twice the size about a quarter of a second each, growing with the
pixels (`drawing_s`).

Not here: the film of the walk itself (`film`), the path (`lifting.path`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from worldgen.errors import ExportError
from worldgen.export.cameras import beside, write_all
from worldgen.export.scene import lifted, lifting_s, origin_of
from worldgen.geometry import Camera
from worldgen.media import FilmWriter
from worldgen.progress import Progress
from worldgen.recording import read_walk

SMOOTH_S = 0.4
"""Standard deviation of the time over which the way is smoothed."""

PIXEL_S = 2.0e-6
"""How long a pixel takes on two cores, roughly."""

LARGER = 2
MOST_PX = 3840
_SIZE = re.compile(r"\.(\d+)x(\d+)\.path\.mp4$", re.IGNORECASE)


def write_path_film(walk: Path, file: Path, progress: Progress) -> None:
    """Write a smooth film of a walk's splats; arguments as for every writer.

    Raises:
        ExportError: the walk has no depth, or the size that the name asks for is none.
        StorageError: the file cannot be written.
    """
    from worldgen.lifting.gaussians.rasterise import picture
    from worldgen.lifting.path import smooth_path

    with read_walk(walk) as opened:
        lens, fps, lines = opened.header.lens(), opened.header.fps, opened.lines
    lens = resized(lens, size_of(file, lens))
    lift_s, draw_s = lifting_s(len(lines)), drawing_s((lens.width_px, lens.height_px), len(lines))
    part = lift_s / (lift_s + draw_s)
    splats = lifted(walk, lambda share: progress(part * share)).splats
    origin = origin_of(walk, lambda _: None)
    way = smooth_path(np.stack([line.pose_c2w for line in lines]), SMOOTH_S * fps)
    cameras = [lens.at(pose) for pose in way]
    with FilmWriter(file, fps, (lens.width_px, lens.height_px)) as film:
        for at, camera in enumerate(cameras):
            film.write(picture(splats, origin.camera(camera), antialiased=True))
            progress(part + (1 - part) * (at + 1) / len(cameras))
        write_all(beside(file), cameras, [line.time_s for line in lines], fps, origin)


def drawing_s(size: tuple[int, int], frames: int) -> float:
    """How long it takes to draw so many pictures of (width, height) pixels anew, roughly."""
    return PIXEL_S * size[0] * size[1] * frames


def size_of(file: Path, lens: Camera) -> tuple[int, int]:
    """(width, height) in pixels that a file's name asks for, or twice the walk's.

    Raises:
        ExportError: fewer than 16 or more than `MOST_PX`.
    """
    said = _SIZE.search(file.name)
    if said is None:
        return LARGER * lens.width_px, LARGER * lens.height_px
    size = int(said[1]), int(said[2])
    if not 16 <= min(size) <= max(size) <= MOST_PX:
        raise ExportError(
            f"a film of {size[0]} × {size[1]} pixels cannot be drawn; "
            f"name a size from 16 to {MOST_PX}, such as walk.1280x720.path.mp4"
        )
    return size


def resized(lens: Camera, size: tuple[int, int]) -> Camera:
    """A lens that sees as wide in so many (width, height) pixels; pixels stay square."""
    width, height = size
    scale = width / lens.width_px
    return replace(
        lens,
        width_px=width,
        height_px=height,
        fx=lens.fx * scale,
        fy=lens.fy * scale,
        cx=lens.cx * scale,
        cy=height / 2 + (lens.cy - lens.height_px / 2) * scale,
    )

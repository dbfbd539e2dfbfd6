"""How long files of a walk take, so that it can be told first and progress goes evenly.

Not here: making them (`formats`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from worldgen.export.flight import drawing_s, size_of
from worldgen.export.formats import frames_read
from worldgen.export.frames import MOST_LIFTED
from worldgen.export.scene import FRAME_S, lifting_s
from worldgen.geometry import Camera

SPLATS = (".ply", ".splat", ".spz", ".sog", ".splat.glb", ".splat.usdz", ".path.mp4")
POINTS = ".points.ply"
SURFACES = (".glb", ".obj", ".usdz")
TEXTURED = (".lod.glb", ".usdz")

FUSE_S, TEXTURE_S, REST_S = 30.0, 25.0, 3.0
"""How long a surface, its pictures, and writing any file take, roughly, on two cores."""


def holds_shapes(name: str) -> bool:
    """Whether a file of that name is lifted from depth."""
    return is_splats(name) or is_surface(name)


def seconds(names: Sequence[str], frames: int, shape: tuple[int, int]) -> list[float]:
    """How long each file takes, after those before it, roughly, on two cores.

    Only the first of a kind is dear.

    Args:
        names: of the files, in any case.
        frames: of the walk.
        shape: (height, width) of them, pixels.
    """
    lens = Camera.from_fov(shape[1], shape[0], 1.0)
    done = set[str]()
    times_s = []
    for name in map(str.lower, names):
        read = frames_read(Path(name), frames, shape)
        time_s = REST_S
        for kind, dear_s in _dear(name, read):
            time_s += 0.0 if kind in done else dear_s
            done.add(kind)
        if name.endswith(".path.mp4"):
            time_s += drawing_s(size_of(Path(name), lens), frames)
        times_s.append(time_s)
    return times_s


def _dear(name: str, read: int) -> list[tuple[str, float]]:
    """What a file rests on that others may share, and how long it takes, seconds."""
    if is_splats(name):
        return [("splats", lifting_s(read))]
    if name.endswith((".dataset.zip", POINTS)):
        return [("aligned", FRAME_S * min(read, MOST_LIFTED))]
    if not is_surface(name):
        return []
    surface = [("aligned", FRAME_S * read), ("surface", FUSE_S)]
    return [*surface, ("pictures", TEXTURE_S)] if name.endswith(TEXTURED) else surface


def is_splats(name: str) -> bool:
    """Whether a file of that name is splats, or drawn from them."""
    known = name.lower()
    return known.endswith(SPLATS) and not known.endswith(POINTS)


def is_surface(name: str) -> bool:
    """Whether a file of that name is a mesh of what was seen."""
    known = name.lower()
    return known.endswith(SURFACES) and not is_splats(known) and not known.endswith(".sky.glb")

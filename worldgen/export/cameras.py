"""Every frame's camera and time: `.cameras.json`, which also lies beside every film of a walk.

    fps, w, h, fl_x, fl_y, cx, cy     pixels
    origin_m                          where the files' origin lies in the walk's own world: x right,
                                      y down, z ahead
    frames: time_s, transform_matrix  seconds; (4, 4) camera to world

Camera axes are OpenGL's (x right, y up, looking along -z), as nerfstudio and Blender have
them. The world is that of every other file: metres, y up, the ground where the walk began at 0.

Not here: the pictures (`film`), a data set for trainers (`dataset`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.export.origin import Origin
from worldgen.export.scene import origin_of
from worldgen.export.whole import write_checked
from worldgen.geometry import Camera
from worldgen.progress import Progress
from worldgen.recording import read_walk

SUFFIX = ".cameras.json"
_HALF_TURN = np.diag([1.0, -1.0, -1.0, 1.0])
"""About x: our axes to y up, OpenCV's camera to OpenGL's, and back."""


def write_cameras(walk: Path, file: Path, progress: Progress) -> None:
    """Write a walk's cameras; arguments as for every writer."""
    origin = origin_of(walk, lambda share: progress(0.9 * share))
    with read_walk(walk) as opened:
        header, lines = opened.header, opened.lines
    cameras = [header.lens().at(line.pose_c2w) for line in lines]
    write_all(file, cameras, [line.time_s for line in lines], header.fps, origin)
    progress(1.0)


def write_all(
    file: Path, cameras: Sequence[Camera], times_s: Sequence[float], fps: float, origin: Origin
) -> None:
    """Write some cameras, of one lens, in a walk's own world.

    Args:
        file: where to.
        cameras: at least one, in order.
        times_s: of each.
        fps: of the film that they are of.
        origin: of the files.
    """
    rows = [
        {"time_s": time_s, "transform_matrix": gl_pose(file_pose(at.pose_c2w, origin)).tolist()}
        for at, time_s in zip(cameras, times_s, strict=True)
    ]
    document = {
        "fps": fps,
        **intrinsics(cameras[0]),
        "origin_m": origin.at_m.tolist(),
        "frames": rows,
    }
    write_checked(file, json.dumps(document, indent=1).encode(), _check)


def beside(film: Path) -> Path:
    """Where the cameras of a film lie."""
    return film.with_name(film.name.removesuffix(film.suffix) + SUFFIX)


def intrinsics(lens: Camera) -> dict[str, Any]:
    """A lens as nerfstudio's `transforms.json` has it, pixels."""
    return {
        "camera_model": "OPENCV",
        "w": lens.width_px,
        "h": lens.height_px,
        "fl_x": lens.fx,
        "fl_y": lens.fy,
        "cx": lens.cx,
        "cy": lens.cy,
    }


def file_pose(pose_c2w: NDArray[np.float64], origin: Origin) -> NDArray[np.float64]:
    """(4, 4) camera-to-world of an OpenCV camera in the world of the files, y up."""
    turned: NDArray[np.float64] = _HALF_TURN @ origin.pose(pose_c2w)
    return turned


def gl_pose(pose_c2w: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same of an OpenGL camera."""
    turned: NDArray[np.float64] = pose_c2w @ _HALF_TURN
    return turned


def _check(data: bytes) -> None:
    poses = np.array([row["transform_matrix"] for row in json.loads(data)["frames"]])
    if poses.shape[1:] != (4, 4) or not np.isfinite(poses).all():
        raise ExportError("the cameras do not read back as they were; try again")

"""A walk as a data set for other people's trainers: `.dataset.zip`.

    images/000000.png     every frame, lossless
    depth/000000.png      16 bits, millimetres; 0 where unknown, sky, or beyond 65.5 m
    transforms.json       nerfstudio and instant-ngp: poses with OpenGL cameras, intrinsics
    sparse/0/*.txt        COLMAP: cameras, images, points3D (no matches)
    points.ply            the same points, with normals
    README.txt            axes and units

Poses are those that were walked, not estimates. The world is that of every other file:
metres, y up, the ground where the walk began at 0. A walk without depth has no depth
pictures and no points; where some of its frames have none, theirs are all unknown.

Not here: the walk itself in one file (`recording.zip_walk`).
"""

from __future__ import annotations

import json
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError, NothingSeenError
from worldgen.export.cameras import file_pose, gl_pose, intrinsics
from worldgen.export.origin import Origin
from worldgen.export.points import points_bytes, seen_points
from worldgen.export.scene import origin_of
from worldgen.export.whole import naming
from worldgen.geometry import Camera, invert
from worldgen.media import encode_depth_png, encode_rgb_png
from worldgen.progress import Progress
from worldgen.recording import Walk, read_walk
from worldgen.recording.storage import storing

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats
    from worldgen.types import Frame

DEPTH_UNIT_M = 0.001
_FARTHEST_M = 65.5
_README = """A walk made by worldgen, as a data set.

World: metres, x right, y up, z backward; the ground where the walk began is y = 0. Its origin lies
at {} m in the walk's own world (x right, y down, z ahead), which is origin_m in transforms.json.
transforms.json: camera-to-world, OpenGL cameras (x right, y up, looking along -z).
sparse/0: world-to-camera, COLMAP cameras (x right, y down, looking along +z), PINHOLE.
depth: 16-bit PNG, millimetres along the camera's axis; 0 where unknown, sky, or beyond 65.5 m.
"""


def write_dataset(walk: Path, file: Path, progress: Progress) -> None:
    """Write a data set; arguments as for every writer.

    Raises:
        ExportError: what was written cannot be read back.
        DamagedWalkError: a frame cannot be read.
        StorageError: the file cannot be written.
    """
    origin = origin_of(walk, lambda share: progress(0.05 * share))
    with read_walk(walk) as opened:
        measured = any(line.depth is not None for line in opened.lines)
        points = None
        if measured:
            with suppress(NothingSeenError):
                points = seen_points(walk, lambda share: progress(0.05 + 0.35 * share))
        with naming(file) as part:
            texts = _texts(opened, origin, points, measured)
            with storing(file), zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
                for name, data in texts.items():
                    archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
                for at, frame in enumerate(opened.frames()):
                    for name, data in _pictures(frame, at, measured).items():
                        archive.writestr(zipfile.ZipInfo(name), data)
                    progress(0.4 + 0.5 * (at + 1) / len(opened))
            _check(part)
    progress(1.0)


def _texts(walk: Walk, origin: Origin, points: Splats | None, measured: bool) -> dict[str, bytes]:
    """Everything but the pictures."""
    lens = walk.header.lens()
    poses = [file_pose(line.pose_c2w, origin) for line in walk.lines]
    files = {
        "README.txt": _README.format(origin.at_m.tolist()).encode(),
        "transforms.json": _transforms(lens, origin, poses, measured, points is not None),
        "sparse/0/cameras.txt": _cameras(lens),
        "sparse/0/images.txt": _images(poses),
        "sparse/0/points3D.txt": _points_3d(points),
    }
    if points is not None:
        files["points.ply"] = points_bytes(points)
    return files


def _pictures(frame: Frame, at: int, measured: bool) -> dict[str, bytes]:
    """A frame's; where any of the walk has depth all do, for trainers want all or none."""
    files = {f"images/{at:06}.png": encode_rgb_png(frame.rgb)}
    if measured:
        depth_m = np.zeros(frame.rgb.shape[:2]) if frame.depth_m is None else frame.depth_m
        near = np.where(depth_m < _FARTHEST_M, depth_m, 0.0)
        files[f"depth/{at:06}.png"] = encode_depth_png(near, DEPTH_UNIT_M)
    return files


def _transforms(
    lens: Camera, origin: Origin, poses: list[NDArray[np.float64]], measured: bool, points: bool
) -> bytes:
    frames = []
    for at, pose in enumerate(poses):
        said: dict[str, Any] = {
            "file_path": f"images/{at:06}.png",
            "transform_matrix": gl_pose(pose).tolist(),
        }
        if measured:
            said["depth_file_path"] = f"depth/{at:06}.png"
        frames.append(said)
    document = {
        **intrinsics(lens),
        "origin_m": origin.at_m.tolist(),
        "depth_unit_scale_factor": DEPTH_UNIT_M,
    }
    if points:
        document["ply_file_path"] = "points.ply"
    return json.dumps({**document, "frames": frames}, indent=1).encode()


def _cameras(lens: Camera) -> bytes:
    numbers = (lens.width_px, lens.height_px, lens.fx, lens.fy, lens.cx, lens.cy)
    return f"1 PINHOLE {' '.join(map(str, numbers))}\n".encode()


def _images(poses: list[NDArray[np.float64]]) -> bytes:
    from worldgen.lifting.gaussians.splats import quats_of

    seen_from = np.stack([invert(pose) for pose in poses])
    quats = quats_of(seen_from[:, :3, :3]).astype(np.float64)
    quats /= np.linalg.norm(quats, axis=1, keepdims=True)
    lines = [
        f"{at + 1} {_row(quat)} {_row(pose[:3, 3])} 1 {at:06}.png\n\n"
        for at, (quat, pose) in enumerate(zip(quats, seen_from, strict=True))
    ]
    return "".join(lines).encode()


def _points_3d(points: Splats | None) -> bytes:
    if points is None:
        return b""
    up = points.half_turned()
    colours = np.rint(255 * up.colours).astype(int)
    lines = [
        f"{at + 1} {_row(place)} {colour[0]} {colour[1]} {colour[2]} 0\n"
        for at, (place, colour) in enumerate(zip(up.means, colours, strict=True))
    ]
    return "".join(lines).encode()


def _row(numbers: NDArray[np.floating]) -> str:
    return " ".join(f"{number:.9g}" for number in numbers.tolist())


def _check(part: Path) -> None:
    with storing(part), zipfile.ZipFile(part) as archive:
        damaged = archive.testzip()
    if damaged is not None:
        raise ExportError(f"{damaged!r} in the data set does not read back; try again")

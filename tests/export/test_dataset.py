"""Data sets for other trainers: both descriptions of the cameras agree with the walk's depth."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import EYE_M, LENS, stroll
from worldgen.export import export_walk
from worldgen.recording import read_walk


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set of four true frames, unpacked, beside its walk."""
    place = tmp_path_factory.mktemp("dataset")
    walk = record(place / "walk", stroll(4))
    shares: list[float] = []
    export_walk(walk, place / "a.dataset.zip", shares.append)
    assert shares == sorted(shares) and shares[-1] == 1.0
    with zipfile.ZipFile(place / "a.dataset.zip") as archive:
        archive.extractall(place / "made")
    return place / "made"


def quat_matrix(w: float, x: float, y: float, z: float) -> np.ndarray:
    """COLMAP's quaternion as a rotation, by the textbook."""
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    )


def test_both_descriptions_say_the_same_cameras(folder: Path) -> None:
    """World to camera in COLMAP's words is the inverse of camera to world in nerfstudio's."""
    lines = (folder / "sparse/0/images.txt").read_text().splitlines()[::2]
    document = json.loads((folder / "transforms.json").read_text())
    assert len(lines) == len(document["frames"]) == 4
    for line, said in zip(lines, document["frames"], strict=True):
        numbers = np.array(line.split()[1:8], float)
        rotation, shift = quat_matrix(*numbers[:4]), numbers[4:]
        c2w = np.array(said["transform_matrix"])
        assert np.allclose(rotation.T, c2w[:3, :3] * [1, -1, -1], atol=1e-6)
        assert np.allclose(-rotation.T @ shift, c2w[:3, 3], atol=1e-5)
        assert c2w[1, 3] == pytest.approx(EYE_M, abs=0.05), "the ground is at 0"
        assert c2w[1, 1] > 0.9, "y is up"
        assert line.split()[9] == Path(said["file_path"]).name


def test_points_lie_where_the_depth_pictures_say(folder: Path) -> None:
    """Seen through COLMAP's cameras, in millimetres, with the colour that is there."""
    points = np.loadtxt(folder / "sparse/0/points3D.txt")
    fx, fy, cx, cy = np.array(
        (folder / "sparse/0/cameras.txt").read_text().split()[4:], float
    ).tolist()
    line = (folder / "sparse/0/images.txt").read_text().splitlines()[0].split()
    numbers = np.array(line[1:8], float)
    x, y, z = (points[:, 1:4] @ quat_matrix(*numbers[:4]).T + numbers[4:]).T
    u, v = fx * x / z + cx, fy * y / z + cy
    inside = (z > 0) & (u > 2) & (v > 2) & (u < LENS.width_px - 2) & (v < LENS.height_px - 2)
    u, v = u[inside].astype(int), v[inside].astype(int)
    depth_m = np.asarray(Image.open(folder / "depth/000000.png")).astype(float)[v, u] / 1000
    rgb = np.asarray(Image.open(folder / "images/000000.png"))[v, u]
    same = (depth_m > 0) & (np.abs(depth_m - z[inside]) < 0.1 * z[inside])
    assert same.mean() > 0.8
    assert np.abs(rgb[same].astype(float) - points[inside][same][:, 4:7]).mean() < 12


def test_colmap_itself_reads_it(folder: Path) -> None:
    """With its own library, if it is there (pip install pycolmap)."""
    pycolmap = pytest.importorskip("pycolmap")
    read = pycolmap.Reconstruction(str(folder / "sparse/0"))
    assert len(read.images) == 4 and len(read.points3D) > 100
    assert next(iter(read.cameras.values())).model.name == "PINHOLE"


def test_pictures_are_the_walks_own_and_sky_is_unknown(folder: Path) -> None:
    """Lossless; a trainer must not take the sky for a wall 65 m away."""
    with read_walk(folder.parent / "walk") as walk:
        frame = walk.frame(2)
    assert np.array_equal(np.asarray(Image.open(folder / "images/000002.png")), frame.rgb)
    depth = np.asarray(Image.open(folder / "depth/000002.png"))
    assert frame.sky is not None and frame.depth_m is not None
    assert (depth[frame.sky] == 0).all()
    known = np.isfinite(frame.depth_m) & (frame.depth_m > 0)
    assert np.allclose(depth[known] / 1000, frame.depth_m[known], atol=0.001)


def test_a_walk_without_depth_is_a_smaller_data_set(tmp_path: Path) -> None:
    """Pictures and poses are worth having."""
    walk = record(tmp_path / "walk", [replace(frame, depth_m=None) for frame in stroll(2)])
    export_walk(walk, tmp_path / "a.dataset.zip")
    with zipfile.ZipFile(tmp_path / "a.dataset.zip") as archive:
        names = set(archive.namelist())
        document = json.loads(archive.read("transforms.json"))
        Image.open(io.BytesIO(archive.read("images/000001.png"))).load()
    assert not any(name.startswith("depth/") for name in names) and "points.ply" not in names
    assert "ply_file_path" not in document and "depth_file_path" not in document["frames"][0]


def test_where_some_frames_have_depth_all_have_a_picture_of_it(tmp_path: Path) -> None:
    """Nerfstudio takes all or none; what was not measured is unknown."""
    frames = stroll(3)
    walk = record(tmp_path / "walk", [frames[0], replace(frames[1], depth_m=None), frames[2]])
    export_walk(walk, tmp_path / "a.dataset.zip")
    with zipfile.ZipFile(tmp_path / "a.dataset.zip") as archive:
        document = json.loads(archive.read("transforms.json"))
        said = [frame["depth_file_path"] for frame in document["frames"]]
        depths = [np.asarray(Image.open(io.BytesIO(archive.read(name)))) for name in said]
    assert len(said) == 3 and depths[0].any() and not depths[1].any()


def test_depth_that_is_all_unknown_is_none(tmp_path: Path) -> None:
    """It stands at eye height, like a walk that has no depth at all."""
    frames = [replace(f, depth_m=np.zeros(f.rgb.shape[:2], np.float32)) for f in stroll(2)]
    export_walk(record(tmp_path / "walk", frames), tmp_path / "a.dataset.zip")
    with zipfile.ZipFile(tmp_path / "a.dataset.zip") as archive:
        document = json.loads(archive.read("transforms.json"))
        assert "points.ply" not in archive.namelist()
    assert document["frames"][0]["transform_matrix"][1][3] == pytest.approx(1.6, abs=0.01)


def test_depth_beyond_what_a_picture_can_say_is_unknown(tmp_path: Path) -> None:
    """A hill 100 m away must not stand 65 m away."""
    far = [replace(f, depth_m=np.minimum(np.asarray(f.depth_m), 100)) for f in stroll(2)]
    export_walk(record(tmp_path / "walk", far), tmp_path / "a.dataset.zip")
    with zipfile.ZipFile(tmp_path / "a.dataset.zip") as archive:
        depth = np.asarray(Image.open(io.BytesIO(archive.read("depth/000001.png"))))
    hill = np.asarray(far[1].depth_m) == 100
    assert hill.any() and (depth[hill] == 0).all() and depth[~hill].any()

"""Walks in map coordinates: files of 32-bit numbers that lose nothing, and all in one frame."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.export.test_surfaces import loaded, record
from tests.lifting.gaussians.scene import stroll
from worldgen.export import export_walk
from worldgen.export.notes import notes
from worldgen.export.origin import FAR_M, origin_under
from worldgen.export.scene import lifted, seen, surface
from worldgen.geometry import pose
from worldgen.lifting.gaussians.backdrop import FARTHEST_M
from worldgen.types import Frame

EAST_M, NORTH_M, HIGH_M = 500_000.0, 4_649_776.0, -250.0


def carried(frames: list[Frame], to_m: np.ndarray) -> list[Frame]:
    """The same walk elsewhere."""
    moved = []
    for frame in frames:
        there = frame.camera.pose_c2w.copy()
        there[:3, 3] += to_m
        moved.append(replace(frame, camera=frame.camera.at(there)))
    return moved


@pytest.mark.parametrize(("x_m", "is_moved"), [(0.0, False), (0.9 * FAR_M, False), (5e5, True)])
def test_only_who_begins_far_away_is_moved(x_m: float, is_moved: bool) -> None:
    """Whoever has a world of their own keeps its places; a map's are too far for 32 bits."""
    origin = origin_under(pose(np.array([x_m, -3.0, 7.0])), 1.6)
    assert origin.is_moved is is_moved
    assert origin.at_m.tolist() == ([x_m, -1.4, 7.0] if is_moved else [0.0, -1.4, 0.0])


def test_a_walk_in_map_coordinates_is_the_walk_itself(tmp_path: Path) -> None:
    """Half a metre is lost at 4,650 km: the same frames and surface as at home, moved."""
    home = record(tmp_path / "home", stroll(3))
    away = record(tmp_path / "away", carried(stroll(3), np.array([EAST_M, HIGH_M, NORTH_M])))
    here = surface(home, lambda _: None)
    there = surface(away, lambda _: None)
    assert abs(len(here.faces) - len(there.faces)) < 0.01 * len(here.faces)
    assert np.allclose(here.vertices_m.mean(axis=0), there.vertices_m.mean(axis=0), atol=0.01)
    first = seen(away, lambda _: None).frames[0].camera.position
    assert first[[0, 2]].tolist() == [0.0, 0.0] and first[1] == pytest.approx(-1.6, abs=0.02)


def test_all_files_share_the_moved_frame_and_say_where_it_lies(tmp_path: Path) -> None:
    """Cameras of two formats, points and surface; the line names the place that is 0 now."""
    walk = record(tmp_path / "walk", carried(stroll(3), np.array([EAST_M, HIGH_M, NORTH_M])))
    for name in ("a.cameras.json", "a.dataset.zip", "a.glb"):
        export_walk(walk, tmp_path / name)
    cameras = json.loads((tmp_path / "a.cameras.json").read_text())
    with zipfile.ZipFile(tmp_path / "a.dataset.zip") as archive:
        transforms = json.loads(archive.read("transforms.json"))
        readme = archive.read("README.txt").decode()
    rows = [one["transform_matrix"] for one in cameras["frames"]]
    assert rows == [one["transform_matrix"] for one in transforms["frames"]]
    places = np.array(rows)[:, :3, 3]
    assert places[0, [0, 2]].tolist() == [0.0, 0.0]
    assert np.allclose(places[1:, 0], [0.06, 0.12], atol=1e-6), "to the micrometre"
    assert cameras["origin_m"] == transforms["origin_m"]
    assert str(EAST_M) in readme and str(NORTH_M) in readme
    back = places * [1, -1, -1] + cameras["origin_m"]
    assert np.allclose(back[0], [EAST_M, HIGH_M - 1.6, NORTH_M], atol=1e-6)
    shape = loaded((tmp_path / "a.glb").read_bytes(), "glb")
    assert np.abs(shape.bounds[:, [0, 2]]).max() < 60
    (line,) = notes(walk, ["a.glb"])
    assert "500000" in line and "4649776" in line


def test_splats_of_a_walk_in_map_coordinates_lie_at_its_start(tmp_path: Path) -> None:
    """They are lifted in 32 bits."""
    walk = record(tmp_path / "walk", carried(stroll(3), np.array([EAST_M, HIGH_M, NORTH_M])))
    scene = lifted(walk, lambda _: None)
    solid = scene.splats.means[scene.solid]
    assert np.abs(solid).max() < FARTHEST_M + 10
    assert len(np.unique(solid[:, 2])) > 0.5 * len(solid)  # the backdrop's bearings are mirrored
    assert len(np.unique(solid, axis=0)) > 0.99 * len(solid)

"""Meshes as files: what independent readers find in them, and that there is never half a one."""

import io
import json
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from tests.lifting.meshes.scenes import GREEN, along_a_floor
from worldgen.errors import DamagedWalkError, ExportError, StorageError
from worldgen.export import check_format, export_walk, extensions, surfaces, whole
from worldgen.export.gltf import glb_bytes, linear
from worldgen.export.obj import obj_bytes
from worldgen.lifting.meshes import Mesh
from worldgen.recording import WalkHeader, WalkWriter
from worldgen.types import Frame

KINDS = (".glb", ".obj", ".collider.glb", ".lod.glb")

MARKERS = Mesh(
    vertices_m=np.array([[0, 0, 0], [2, 0, 0], [0, -3, 0], [0, 0, 4]], np.float32),
    faces=np.array([[0, 1, 2], [0, 2, 3], [0, 3, 1], [1, 3, 2]], np.int32),
    colours=np.array([[0, 0, 0], [255, 0, 0], [0, 128, 0], [10, 20, 255]], np.uint8),
)
"""2 m to the right red, 3 m up green, 4 m ahead blue; faces outward."""


def record(folder: Path, frames: list[Frame]) -> Path:
    """A walk on disk of these frames."""
    header = WalkHeader(
        prompt={"text": "a lawn", "image": None},
        seed=1,
        model={"name": "echo", "sha256": "0" * 64},
        fps=10.0,
        camera=WalkHeader.camera_of(frames[0].camera),
    )
    with WalkWriter.create(folder, header) as writer:
        for frame in frames:
            writer.append(frame, None, [])
    return folder


@pytest.fixture
def lawn(tmp_path: Path) -> Path:
    """A walk over a green floor."""
    return record(tmp_path / "lawn", along_a_floor(4, 48))


def loaded(data: bytes, kind: str) -> Any:
    """The one shape that trimesh finds in a file's scene."""
    asked: dict[str, Any] = {"process": False, "maintain_order": True}
    scene = trimesh.load_scene(io.BytesIO(data), file_type=kind, **asked)
    (node,) = scene.graph.nodes_geometry
    return scene.geometry[scene.graph[node][1]]


def said(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The JSON and the binary chunk of a .glb, by the letter of the specification."""
    magic, version, length = struct.unpack_from("<4sII", data)
    assert (magic, version, length) == (b"glTF", 2, len(data))
    size, kind = struct.unpack_from("<I4s", data, 12)
    assert kind == b"JSON" and size % 4 == 0
    rest, tag = struct.unpack_from("<I4s", data, 20 + size)
    assert tag == b"BIN\0" and rest % 4 == 0 and 28 + size + rest == len(data)
    return json.loads(data[20 : 20 + size]), data[28 + size :]


@pytest.mark.parametrize(
    ("kind", "data"), [("glb", glb_bytes(MARKERS)), ("obj", obj_bytes(MARKERS))]
)
def test_axes_are_those_of_other_programs(kind: str, data: bytes) -> None:
    """Red right (+x), green up (+y), blue ahead (−z), metres, and still outside out."""
    shape = loaded(data, kind)
    wanted = [[0, 0, 0], [2, 0, 0], [0, 3, 0], [0, 0, -4]]
    assert np.allclose(np.asarray(shape.vertices)[np.unique(shape.faces)], wanted, atol=1e-4)
    assert shape.volume == pytest.approx(4.0), "negative is inside out"
    assert shape.is_watertight


def test_glb_colours_are_linear_light() -> None:
    """sRGB bytes in a linear attribute look washed out: 13.9 dB instead of 25.5 in three.js."""
    read = loaded(glb_bytes(MARKERS), "glb").visual.vertex_attributes["color"] / 65535
    assert np.allclose(read[:, :3], linear(MARKERS.colours), atol=1e-5)  # type: ignore[arg-type]
    assert read[2, 1] == pytest.approx(0.2159, abs=1e-4)
    assert (read[:, 3] == 1).all()


def test_obj_colours_are_srgb() -> None:
    """As they were in the pictures, to a byte."""
    colours = np.asarray(loaded(obj_bytes(MARKERS), "obj").visual.vertex_colors)[:, :3]
    assert np.abs(colours.astype(int) - MARKERS.colours).max() <= 1


def test_glb_keeps_to_the_letter() -> None:
    """Unlit, both sides, every view with its target and within the buffer, aligned to four."""
    document, binary = said(glb_bytes(MARKERS))
    (material,) = document["materials"]
    assert material["extensions"] == {"KHR_materials_unlit": {}} and material["doubleSided"]
    assert document["extensionsUsed"] == ["KHR_materials_unlit"]
    (primitive,) = document["meshes"][0]["primitives"]
    assert set(primitive["attributes"]) == {"POSITION", "NORMAL", "COLOR_0"}
    assert {view["target"] for view in document["bufferViews"]} == {34962, 34963}
    for view in document["bufferViews"]:
        assert view["byteOffset"] % 4 == 0
        assert view["byteOffset"] + view["byteLength"] <= document["buffers"][0]["byteLength"]
    assert document["buffers"][0]["byteLength"] <= len(binary)
    places = document["accessors"][primitive["attributes"]["POSITION"]]
    assert places["min"] == [0, 0, -4] and places["max"] == [2, 3, 0]


def test_a_collider_has_no_colours() -> None:
    """It is for physics."""
    document, _ = said(glb_bytes(replace(MARKERS, colours=None)))
    assert "COLOR_0" not in document["meshes"][0]["primitives"][0]["attributes"]


def test_double_extensions_are_told_apart() -> None:
    """walk.collider.glb is no walk.glb."""
    assert set(KINDS) <= set(extensions())
    assert check_format(Path("a.collider.glb")) is surfaces.write_collider
    assert check_format(Path("A.Collider.GLB")) is surfaces.write_collider
    assert check_format(Path("a.glb")) is surfaces.write_glb
    assert check_format(Path("acollider.glb")) is surfaces.write_glb


@pytest.mark.parametrize("kind", KINDS)
def test_a_walk_becomes_a_file(kind: str, lawn: Path, tmp_path: Path) -> None:
    """A green lawn at height 0, ahead of where the walk began; from a zipped walk too."""
    target = tmp_path / "made"
    target.mkdir()
    shares: list[float] = []
    export_walk(lawn, target / f"lawn{kind}", shares.append)
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert [path.name for path in target.iterdir()] == [f"lawn{kind}"]
    data = (target / f"lawn{kind}").read_bytes()
    shape = loaded(data, kind.rpartition(".")[2])
    near = np.asarray(shape.vertices)[np.unique(shape.faces)]
    near = near[near[:, 2] > -8.0]
    assert np.abs(near[:, 1]).max() < 0.1
    assert (shape.face_normals[:, 1] > 0.9).mean() > 0.99
    if kind == ".glb":
        colours = shape.visual.vertex_attributes["color"] / 65535
        assert np.allclose(colours[:, :3], linear(np.array(GREEN, np.uint8)), atol=0.01)


def test_the_sky_is_a_file_of_its_own(lawn: Path, tmp_path: Path) -> None:
    """A dome about the same ground, far away; no other file holds it."""
    export_walk(lawn, tmp_path / "a.sky.glb")
    dome = loaded((tmp_path / "a.sky.glb").read_bytes(), "glb")
    assert dome.bounds[1, 1] > 150 and -60 < dome.bounds[0, 1] < -10
    assert abs(dome.bounds[0, 0] + dome.bounds[1, 0]) < 1.0
    export_walk(lawn, tmp_path / "a.lod.glb")
    assert loaded((tmp_path / "a.lod.glb").read_bytes(), "glb").bounds[1, 1] < 150


@pytest.mark.parametrize("kind", KINDS)
def test_a_walk_without_depth_is_refused(kind: str, tmp_path: Path) -> None:
    """The message says what is missing; no file appears."""
    walk = record(
        tmp_path / "flat", [replace(frame, depth_m=None) for frame in along_a_floor(3, 48)]
    )
    with pytest.raises(ExportError, match="no depth"):
        export_walk(walk, tmp_path / f"a{kind}")
    assert [path.name for path in tmp_path.iterdir()] == ["flat"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_walk_leaves_no_mesh(kind: str, lawn: Path, tmp_path: Path) -> None:
    """Nor a part of one."""
    (lawn / "depth" / "000002.png").write_bytes(b"no picture")
    with pytest.raises(DamagedWalkError, match="frame 2"):
        export_walk(lawn, tmp_path / f"a{kind}")
    assert [path.name for path in tmp_path.iterdir()] == ["lawn"]


def test_a_file_that_reads_back_wrong_is_not_kept(
    lawn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what stood there before stays."""
    (tmp_path / "a.glb").write_bytes(b"older")
    wrong = replace(MARKERS, vertices_m=MARKERS.vertices_m + np.float32(1))
    monkeypatch.setattr(surfaces, "glb_bytes", lambda mesh: glb_bytes(wrong))
    with pytest.raises(ExportError, match="read back"):
        export_walk(lawn, tmp_path / "a.glb")
    assert (tmp_path / "a.glb").read_bytes() == b"older"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_full_disk_leaves_no_mesh(
    lawn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One clear error, and no part of a file."""

    def full(part: Path, data: bytes, named: Path) -> None:
        raise StorageError(f"cannot write {str(part)!r}: the disk is full; make room and go on")

    monkeypatch.setattr(whole, "write_new", full)
    with pytest.raises(StorageError, match="disk is full"):
        export_walk(lawn, tmp_path / "a.obj")
    assert [path.name for path in tmp_path.iterdir()] == ["lawn"]

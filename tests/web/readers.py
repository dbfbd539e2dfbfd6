"""Files that neither Spark nor three can show, read by others and handed on as ones they can.

    .usdz          OpenUSD ──▶ a textured mesh     .splat.usdz    OpenUSD ──▶ 3DGS .ply
    .points.ply    plyfile ──▶ points              .collider.glb  trimesh ──▶ coloured by facing

None of our own readers or writers is in between: plyfile and trimesh write what is shown.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh
from numpy.typing import NDArray
from PIL import Image
from plyfile import PlyData, PlyElement

SHAPE, SPLATS = ".as.glb", ".as.ply"
"""What is written for three, and for Spark."""


def showable(folder: Path, name: str) -> str:
    """The name of a file of that folder that shows the same; its own, if it can be shown."""
    read = next((read for end, read in _READERS.items() if name.endswith(end)), None)
    if read is None:
        return name
    made = f"{name}{SPLATS if read is _usd_splats else SHAPE}"
    (folder / made).write_bytes(read(folder / name))
    return made


def by_facing(file: Path) -> bytes:
    """A mesh in colours that say which way each face looks, by trimesh; for what has none."""
    asked: dict[str, Any] = {"process": False, "force": "mesh"}
    mesh: Any = trimesh.load(file, **asked)
    looks = np.round((0.5 + 0.5 * mesh.face_normals) * 255).astype(np.uint8).repeat(3, axis=0)
    plain = trimesh.visual.ColorVisuals(vertex_colors=looks)
    corners = np.arange(3 * len(mesh.faces)).reshape(-1, 3)
    return _glb(_mesh(mesh.triangles.reshape(-1, 3), corners, plain))


def _usd_mesh(file: Path) -> bytes:
    """The mesh with its picture, by OpenUSD; trimesh, like USD, has v run up."""
    from pxr import UsdGeom

    stage = _stage(file)
    mesh = UsdGeom.Mesh(stage.GetPrimAtPath("/walk/surface"))
    faces = np.array(mesh.GetFaceVertexIndicesAttr().Get()).reshape(-1, 3)
    st = np.array(UsdGeom.PrimvarsAPI(mesh).GetPrimvar("st").Get())
    with zipfile.ZipFile(file) as archive:
        (picture,) = (name for name in archive.namelist() if name.endswith(".jpg"))
        image = Image.open(io.BytesIO(archive.read(picture)))
        image.load()
    look = trimesh.visual.material.PBRMaterial(baseColorTexture=image)
    looks = trimesh.visual.TextureVisuals(uv=st, material=look)
    return _glb(_mesh(mesh.GetPointsAttr().Get(), faces, looks))


def _usd_splats(file: Path) -> bytes:
    """The splats as the .ply of 3D Gaussian Splatting, y down, by OpenUSD."""
    stage = _stage(file)
    prim = stage.GetPrimAtPath("/walk/splats")
    names = ("positions", "scales", "opacities", "radiance:sphericalHarmonicsCoefficients")
    places, scales, opacities, harmonics = (
        np.array(prim.GetAttribute(name).Get(), np.float64) for name in names
    )
    turns = prim.GetAttribute("orientations").Get()
    w, x, y, z = np.array([[turn.GetReal(), *turn.GetImaginary()] for turn in turns]).T
    half = np.stack([-x, w, -z, y], axis=1)  # then half a turn about x
    share = np.clip(opacities, 1e-6, 1 - 1e-6)
    columns = {
        **dict(zip("xyz", (places * [1, -1, -1]).T, strict=True)),
        **{f"f_dc_{at}": harmonics[:, at] for at in range(3)},
        "opacity": np.log(share / (1 - share)),
        **{f"scale_{at}": np.log(scales[:, at]) for at in range(3)},
        **{f"rot_{at}": half[:, at] for at in range(4)},
    }
    rows = np.zeros(len(places), [(name, "<f4") for name in columns])
    for name, values in columns.items():
        rows[name] = values
    stream = io.BytesIO()
    PlyData([PlyElement.describe(rows, "vertex")]).write(stream)
    return stream.getvalue()


def _points(file: Path) -> bytes:
    """Points and their colours, by plyfile; glTF has colours in linear light."""
    rows = PlyData.read(str(file))["vertex"].data
    places = np.stack([rows[name] for name in "xyz"], axis=1)
    share = np.stack([rows[name] for name in ("red", "green", "blue")], axis=1) / 255
    light = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return _glb(trimesh.PointCloud(places, np.round(light * 255).astype(np.uint8)))


_READERS = {
    ".splat.usdz": _usd_splats,
    ".usdz": _usd_mesh,
    ".points.ply": _points,
    ".collider.glb": by_facing,
}


def _stage(file: Path) -> Any:
    usd = pytest.importorskip("pxr.Usd")
    return usd.Stage.Open(str(file))


def _mesh(places: Any, faces: NDArray[Any], looks: Any) -> trimesh.Trimesh:
    return trimesh.Trimesh(np.array(places), faces, visual=looks, process=False)


def _glb(shape: Any) -> bytes:
    data: bytes = trimesh.Scene(shape).export(file_type="glb")
    return data

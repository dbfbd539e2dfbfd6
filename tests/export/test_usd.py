"""USD packages, by the letter of the specification, and by OpenUSD itself where it is there."""

import io
import struct
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.lifting.gaussians.test_splats import some_splats
from worldgen.export.gltf import y_up
from worldgen.export.usd import LAYER, PICTURE, mesh_layer, splat_layer, usdz_bytes
from worldgen.lifting.meshes import Mesh, Textured
from worldgen.media import encode_jpeg


def a_triangle() -> Textured:
    """One, upright before the camera, blue at the top of its picture and red at the bottom."""
    picture = np.zeros((64, 64, 3), np.uint8)
    picture[:32, :, 2], picture[32:, :, 0] = 255, 255
    mesh = Mesh(
        vertices_m=np.array([[0, -1, 3], [1, 0, 3], [-1, 0, 3]], np.float32),
        faces=np.array([[0, 1, 2]], np.int32),
    )
    return Textured(
        mesh=mesh,
        normals=np.tile(np.array([0, 0, -1], np.float32), (3, 1)),
        uv=np.array([[0.5, 0.1], [0.9, 0.9], [0.1, 0.9]], np.float32),
        picture=picture,
    )


def mesh_package() -> bytes:
    made = a_triangle()
    return usdz_bytes({LAYER: mesh_layer(made), PICTURE: encode_jpeg(made.picture)})


def test_files_are_stored_plainly_at_multiples_of_64() -> None:
    """Readers map them into memory as they lie."""
    data = mesh_package()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [LAYER, PICTURE] and archive.testzip() is None
        for entry in archive.infolist():
            name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
            assert (entry.header_offset + 30 + name + extra) % 64 == 0
            assert entry.compress_type == zipfile.ZIP_STORED
        Image.open(io.BytesIO(archive.read(PICTURE))).load()


def test_openusd_reads_the_mesh(tmp_path: Path) -> None:
    """Up is y, a unit is a metre, the picture stands upright (pip install usd-core)."""
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom, UsdShade

    (tmp_path / "a.usdz").write_bytes(mesh_package())
    stage = Usd.Stage.Open(str(tmp_path / "a.usdz"))
    assert UsdGeom.GetStageUpAxis(stage) == "Y" and UsdGeom.GetStageMetersPerUnit(stage) == 1
    mesh = UsdGeom.Mesh(stage.GetPrimAtPath("/walk/surface"))
    assert np.allclose(mesh.GetPointsAttr().Get(), y_up(a_triangle().mesh.vertices_m))
    st = np.array(UsdGeom.PrimvarsAPI(mesh).GetPrimvar("st").Get())
    assert st[0, 1] == pytest.approx(0.9), "the tip lies in the upper half, which is blue"
    look, _ = UsdShade.MaterialBindingAPI(mesh).ComputeBoundMaterial()
    assert look.ComputeSurfaceSource()[0].GetShaderId() == "UsdPreviewSurface"
    assert validated(stage) == []


def test_openusd_reads_the_splats(tmp_path: Path) -> None:
    """As its own kind of prim, w first, scales linear."""
    pytest.importorskip("pxr")
    from pxr import Usd

    splats = some_splats(40)
    (tmp_path / "a.usdz").write_bytes(usdz_bytes({LAYER: splat_layer(splats)}))
    stage = Usd.Stage.Open(str(tmp_path / "a.usdz"))
    prim = stage.GetPrimAtPath("/walk/splats")
    up = splats.half_turned()
    assert prim.IsA("ParticleField3DGaussianSplat")
    assert np.allclose(prim.GetAttribute("positions").Get(), up.means, atol=1e-4)
    assert np.allclose(prim.GetAttribute("scales").Get(), up.scales, rtol=1e-3)
    turn = prim.GetAttribute("orientations").Get()[7]
    assert np.allclose([turn.GetReal(), *turn.GetImaginary()], up.quats[7], atol=1e-4)
    harmonics = np.array(prim.GetAttribute("radiance:sphericalHarmonicsCoefficients").Get())
    assert np.allclose(0.5 + 0.2820948 * harmonics, up.colours, atol=1e-3)
    assert validated(stage) == []


def validated(stage: object) -> list[str]:
    """What OpenUSD's own validators find wrong."""
    from pxr import UsdValidation

    registry = UsdValidation.ValidationRegistry()
    context = UsdValidation.ValidationContext(registry.GetOrLoadAllValidators())
    found = context.Validate(stage)
    wrong = UsdValidation.ValidationErrorType.Error
    return [error.GetMessage() for error in found if error.GetType() == wrong]

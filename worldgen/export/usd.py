"""A walk as OpenUSD in one file: `.usdz`, a textured mesh, and `.splat.usdz`, splats.

    walk.usda     the scene as text: Y up, metres, /walk the default prim
    picture.jpg   the mesh's texture, shown as light of its own: the pictures are lit already

A `.usdz` is a ZIP without compression whose files begin at multiples of 64 bytes. Splats
are `ParticleField3DGaussianSplat` of OpenUSD 26.03; programs older than that show nothing,
which is why the plain suffix is the mesh. Text rather than crate: any USD reads it, and
it needs no library of 30 MB here.

Not here: what is lifted (`scene`), glTF (`gltf`, `textured`).
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ExportError
from worldgen.export.gltf import y_up
from worldgen.export.scene import lifted, textured
from worldgen.export.splat_ply import SH_0
from worldgen.export.textured import picture_bytes
from worldgen.export.whole import write_checked
from worldgen.progress import Progress

if TYPE_CHECKING:
    from worldgen.lifting.gaussians import Splats
    from worldgen.lifting.meshes import Textured

LAYER, PICTURE = "walk.usda", "picture.jpg"
_ALIGNED = 64
_ZIP_HEADER = 30
_PADDING_ID = 0x1986


def write_mesh_usd(walk: Path, file: Path, progress: Progress) -> None:
    """Write the walk's textured surface; arguments as for every writer."""
    level = textured(walk, lambda share: progress(0.95 * share))[0]
    layer = mesh_layer(level)
    files = {LAYER: layer, PICTURE: picture_bytes(level)}
    places = y_up(level.mesh.vertices_m)
    write_checked(file, usdz_bytes(files), lambda back: _check(back, "points", places))
    progress(1.0)


def write_splat_usd(walk: Path, file: Path, progress: Progress) -> None:
    """Lift a walk and write its splats; arguments as for every writer."""
    splats = lifted(walk, lambda share: progress(0.95 * share)).splats
    if not len(splats):
        raise ExportError("a .splat.usdz needs at least one splat, and none was left of this walk")
    data = usdz_bytes({LAYER: splat_layer(splats)})
    places = splats.half_turned().means
    write_checked(file, data, lambda back: _check(back, "positions", places))
    progress(1.0)


def mesh_layer(level: Textured) -> bytes:
    """The mesh with its material, as text; v runs up in USD."""
    mesh = level.mesh
    places, facing = y_up(mesh.vertices_m), y_up(level.normals)
    st = np.stack([level.uv[:, 0], 1 - level.uv[:, 1]], axis=1)
    counts = ", ".join(["3"] * len(mesh.faces))
    corners = ", ".join(map(str, mesh.faces.ravel().tolist()))
    body = f"""
    def Mesh "surface" (
        prepend apiSchemas = ["MaterialBindingAPI"]
    )
    {{
        uniform bool doubleSided = 1
        float3[] extent = {_extent(places)}
        int[] faceVertexCounts = [{counts}]
        int[] faceVertexIndices = [{corners}]
        rel material:binding = </walk/look>
        normal3f[] normals = {_tuples(facing, "%.3f")} (
            interpolation = "vertex"
        )
        point3f[] points = {_tuples(places, "%.7g")}
        texCoord2f[] primvars:st = {_tuples(st, "%.6f")} (
            interpolation = "vertex"
        )
        uniform token subdivisionScheme = "none"
    }}
{_LOOK}"""
    return _layer(body)


def splat_layer(splats: Splats) -> bytes:
    """The splats, in y-down axes, as text."""
    up = splats.half_turned()
    reach = 3 * up.scales.max(axis=1, keepdims=True)
    ends = np.concatenate([up.means - reach, up.means + reach])
    opacities = ", ".join(["%.4g"] * len(up)) % tuple(up.opacities.tolist())
    body = f"""
    def ParticleField3DGaussianSplat "splats"
    {{
        float3[] extent = {_extent(ends)}
        float[] opacities = [{opacities}]
        quatf[] orientations = {_tuples(up.quats, "%.5f")}
        point3f[] positions = {_tuples(up.means, "%.7g")}
        float3[] radiance:sphericalHarmonicsCoefficients = {
        _tuples((up.colours - 0.5) / SH_0, "%.4g")
    }
        uniform int radiance:sphericalHarmonicsDegree = 0
        float3[] scales = {_tuples(up.scales, "%.4g")}
    }}
"""
    return _layer(body)


def usdz_bytes(files: dict[str, bytes]) -> bytes:
    """The package; the first file is the one that is opened."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            begin = buffer.tell() + _ZIP_HEADER + len(name) + 4
            room = -begin % _ALIGNED
            entry.extra = (
                _PADDING_ID.to_bytes(2, "little") + room.to_bytes(2, "little") + b"\0" * room
            )
            archive.writestr(entry, data)
    return buffer.getvalue()


def _layer(body: str) -> bytes:
    return f"""#usda 1.0
(
    defaultPrim = "walk"
    doc = "made by worldgen; metres, y up, the ground where the walk began at y = 0"
    metersPerUnit = 1
    upAxis = "Y"
)

def Xform "walk" (
    kind = "component"
)
{{{body}}}
""".encode()


_LOOK = f"""
    def Material "look"
    {{
        token outputs:surface.connect = </walk/look/light.outputs:surface>

        def Shader "light"
        {{
            uniform token info:id = "UsdPreviewSurface"
            color3f inputs:diffuseColor = (0, 0, 0)
            color3f inputs:emissiveColor.connect = </walk/look/picture.outputs:rgb>
            float inputs:roughness = 1
            token outputs:surface
        }}

        def Shader "picture"
        {{
            uniform token info:id = "UsdUVTexture"
            asset inputs:file = @{PICTURE}@
            token inputs:sourceColorSpace = "sRGB"
            float2 inputs:st.connect = </walk/look/place.outputs:result>
            token inputs:wrapS = "clamp"
            token inputs:wrapT = "clamp"
            float3 outputs:rgb
        }}

        def Shader "place"
        {{
            uniform token info:id = "UsdPrimvarReader_float2"
            string inputs:varname = "st"
            float2 outputs:result
        }}
    }}
"""


def _tuples(values: NDArray[np.floating], form: str) -> str:
    """(N, K) numbers as USD writes them."""
    row = f"({', '.join([form] * values.shape[1])})"
    return f"[{', '.join([row] * len(values))}]" % tuple(values.ravel().tolist())


def _extent(places: NDArray[np.floating]) -> str:
    return _tuples(np.stack([places.min(axis=0), places.max(axis=0)]), "%.6g")


def _check(back: bytes, name: str, places: NDArray[np.floating]) -> None:
    """Hold the places that a package says against those that were written."""
    try:
        with zipfile.ZipFile(io.BytesIO(back)) as archive:
            damaged, text = archive.testzip(), archive.read(LAYER).decode()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
        raise ExportError(f"the .usdz does not read back: {error}") from error
    said = re.search(rf"point3f\[\] {name} = \[(.*?)\]", text)
    numbers = np.fromstring(re.sub("[(),]", " ", said[1]), sep=" ") if said else np.zeros(0)
    if damaged or not np.allclose(numbers, places.ravel(), rtol=1e-5, atol=1e-5):
        raise ExportError("the .usdz does not read back as what was written")

"""A mesh as Wavefront .obj: Y up, metres, each vertex with its colour after its place.

`v x y z r g b` with sRGB colours from 0 to 1 is what Blender, MeshLab and trimesh
read; OBJ itself knows no axes or units, so the first lines say them. Not here:
shapes (`lifting`), files (`surfaces`).
"""

from __future__ import annotations

import io

import numpy as np

from worldgen import __version__
from worldgen.export.gltf import y_up
from worldgen.lifting.meshes import Mesh


def obj_bytes(mesh: Mesh) -> bytes:
    """The whole file, as text: places to a tenth of a millimetre, normals, faces from 1."""
    text = io.StringIO()
    text.write(f"# worldgen {__version__}; metres, +y up, the walk begins looking along -z\n")
    places = y_up(mesh.vertices_m)
    if mesh.colours is None:
        np.savetxt(text, places, fmt="v %.4f %.4f %.4f")
    else:
        rows = np.concatenate([places, mesh.colours / 255], axis=1)
        np.savetxt(text, rows, fmt="v %.4f %.4f %.4f %.4f %.4f %.4f")
    np.savetxt(text, y_up(mesh.normals()), fmt="vn %.3f %.3f %.3f")
    np.savetxt(text, np.repeat(mesh.faces + 1, 2, axis=1), fmt="f %d//%d %d//%d %d//%d")
    return text.getvalue().encode()

"""Posed frames to shapes: mathematics only, no files.

    surfaces.py    frames ──▶ a coloured triangle mesh, or a collider
    texturing.py   that mesh in fewer faces, with a picture on it, in levels
    sky.py         the sky as a dome with a picture on it

Takes any sequence of `Frame`s with depth. Not here: bytes (`export`), walks on
disk (`recording`).
"""

from worldgen.lifting.meshes.mesh import Mesh
from worldgen.lifting.meshes.sky import sky_dome
from worldgen.lifting.meshes.surfaces import SurfaceConfig, lift_collider, lift_surface
from worldgen.lifting.meshes.texturing import Textured, texture

__all__ = [
    "Mesh",
    "SurfaceConfig",
    "Textured",
    "lift_collider",
    "lift_surface",
    "sky_dome",
    "texture",
]

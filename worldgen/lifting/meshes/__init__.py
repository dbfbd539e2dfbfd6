"""Posed frames to shapes: mathematics only, no files.

    surfaces.py   frames ──▶ a coloured triangle mesh, or a collider

Takes any sequence of `Frame`s with depth. Not here: bytes (`export`), walks on
disk (`recording`).
"""

from worldgen.lifting.meshes.mesh import Mesh
from worldgen.lifting.meshes.surfaces import SurfaceConfig, lift_collider, lift_surface

__all__ = ["Mesh", "SurfaceConfig", "lift_collider", "lift_surface"]

"""A walk as a file for elsewhere; the format is told by the file's extension.

    formats.py   every extension and its writer; a new format is one row
    film.py      .mp4
    surfaces.py  .glb .obj .collider.glb, of the bytes in gltf.py and obj.py
    scene.py     a walk lifted to splats, once for all of its files
    splat_ply.py, splat_raw.py, spz.py, points.py      .ply .splat .spz .points.ply
    whole.py     a file whole and read back, or none

docs/export.md says what each is, its axes, and how to open it. Not here: the walk
itself (`recording`), the mathematics of lifting (`lifting`).
"""

from worldgen.export.formats import check_format, export_walk, extensions

__all__ = ["check_format", "export_walk", "extensions"]

"""A walk as a file for elsewhere; the format is told by the file's extension.

    formats.py   every extension and its writer; a new format is one row
    film.py      .mp4
    surfaces.py  .glb .obj .collider.glb, of the bytes in gltf.py and obj.py

Not here: the walk itself (`recording`), surfaces made of it (`lifting`).
"""

from worldgen.export.formats import check_format, export_walk, extensions

__all__ = ["check_format", "export_walk", "extensions"]

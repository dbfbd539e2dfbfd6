"""A walk as a file for elsewhere; the format is told by the file's suffix.

    formats.py   every suffix and its writer; a new format is one row
    presets.py   sets of files for a purpose
    film.py      .mp4 .gif .webp .depth.mp4
    cameras.py   .cameras.json, and beside every .mp4
    surfaces.py  .glb .obj .collider.glb .lod.glb, of the bytes in gltf.py, obj.py, textured.py
    usd.py       .usdz .splat.usdz
    dataset.py   .dataset.zip, for other people's trainers
    scene.py     a walk lifted to splats and surfaces, once for all of its files
    splat_ply.py, splat_packed.py, splat_raw.py, spz.py, sog.py, splat_glb.py, points.py
                 .ply .compressed.ply .splat .spz .sog .splat.glb .points.ply
    origin.py    where their common origin lies
    notes.py     what a person should know of them
    effort.py    how long files take
    whole.py     a file whole and read back, or none

docs/export.md says what each is, its axes, and how to open it. Not here: the walk
itself (`recording`), the mathematics of lifting (`lifting`).
"""

from worldgen.export.formats import check_export, check_format, export_walk, extensions, frames_read
from worldgen.export.presets import PRESETS, suffixes

__all__ = [
    "PRESETS", "check_export", "check_format", "export_walk", "extensions", "frames_read",
    "suffixes",
]  # fmt: skip

"""Sets of files for a purpose, so that nobody needs to know formats.

Not here: what each format is (`formats`), writing them.
"""

from __future__ import annotations

from worldgen.errors import UnknownFormatError

PRESETS: dict[str, tuple[str, ...]] = {
    "web": (".sog", ".spz", ".splat.glb", ".collider.glb", ".webp"),
    "game-engine": (".lod.glb", ".collider.glb", ".ply", ".obj"),
    "film": (".mp4", ".cameras.json", ".depth.mp4", ".usdz", ".splat.usdz", ".ply"),
    "research": (".dataset.zip", ".zip", ".ply", ".points.ply"),
}
"""Suffixes of each preset's files; all share one frame."""


def suffixes(preset: str) -> tuple[str, ...]:
    """The files of a preset.

    Raises:
        UnknownFormatError: there is no such preset; the message lists those there are.
    """
    if preset not in PRESETS:
        known = ", ".join(PRESETS)
        raise UnknownFormatError(f"no preset is called {preset!r}; there are: {known}")
    return PRESETS[preset]

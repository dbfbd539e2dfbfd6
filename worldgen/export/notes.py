"""What a person should know of a walk's files that the files do not show, a line each.

    a height that is a guess, an origin that was moved, surfaces too far away to be in a mesh

Not here: the score of splats (`serving.report`), what goes wrong (`errors`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from worldgen.export.effort import is_surface
from worldgen.export.scene import aligned, origin_of
from worldgen.lifting.ground import EYE_M

PLACELESS = (".gif", ".webp", ".depth.mp4", ".zip")
"""Suffixes of files without places in them, `.dataset.zip` apart."""

LEFT_OUT = 0.01
"""A larger share of what was seen that a mesh leaves out is told."""


def notes(walk: Path, names: Sequence[str]) -> list[str]:
    """Lines about files of a walk that have been made; what was dear to find out is kept.

    Args:
        walk: its folder, or that folder zipped.
        names: of the files.

    Raises:
        DamagedWalkError: it cannot be read.
    """
    lines = _of_origin(walk) if any(map(_has_places, names)) else []
    surfaces = [name for name in names if is_surface(name)]
    return [*lines, *_of_reach(walk, surfaces)] if surfaces else lines


def _has_places(name: str) -> bool:
    known = name.lower()
    return known.endswith(".dataset.zip") or not known.endswith(PLACELESS)


def _of_origin(walk: Path) -> list[str]:
    origin, lines = origin_of(walk, lambda _: None), []
    if origin.guessed:
        lines.append(
            "no ground was seen near the first camera: "
            f"that it is held {EYE_M} m high, and so where y = 0 is, is a guess"
        )
    if origin.is_moved:
        x, _, z = origin.at_m
        lines.append(
            f"the walk began at x = {x:.3f}, z = {z:.3f} m: that is 0 in the files, which would be "
            "coarse so far away; .cameras.json and .dataset.zip name it (origin_m)"
        )
    return lines


def _of_reach(walk: Path, names: Sequence[str]) -> list[str]:
    from worldgen.lifting.meshes.extent import extent_of
    from worldgen.lifting.meshes.surfaces import COLLIDER, SurfaceConfig

    extent = extent_of(aligned(walk, lambda _: None))
    colliders = [name.lower().endswith(".collider.glb") for name in names]
    made = [("meshes", SurfaceConfig())] if not all(colliders) else []
    made += [("colliders", COLLIDER)] if any(colliders) else []
    lines = []
    for what, config in made:
        reach_m = config.reach_in(extent)
        share = extent.beyond(reach_m)
        if share >= LEFT_OUT:
            lines.append(
                f"{what}: {100 * share:.0f} % of what was seen lies farther than {reach_m:.0f} m "
                "and is left out"
            )
    return lines

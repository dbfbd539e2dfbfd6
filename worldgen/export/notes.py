"""What a person should know of a walk's files that the files do not show, a line each.

    a height that is a guess, an origin that was moved

Not here: the score of splats (`serving.report`), what goes wrong (`errors`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from worldgen.export.scene import origin_of
from worldgen.lifting.ground import EYE_M

PLACELESS = (".gif", ".webp", ".depth.mp4", ".zip")
"""Suffixes of files without places in them, `.dataset.zip` apart."""


def notes(walk: Path, names: Sequence[str]) -> list[str]:
    """Lines about files of a walk that have been made; what was dear to find out is kept.

    Args:
        walk: its folder, or that folder zipped.
        names: of the files.

    Raises:
        DamagedWalkError: it cannot be read.
    """
    return _of_origin(walk) if any(map(_has_places, names)) else []


def _has_places(name: str) -> bool:
    return name.endswith(".dataset.zip") or not name.endswith(PLACELESS)


def _of_origin(walk: Path) -> list[str]:
    origin, lines = origin_of(walk, lambda _: None), []
    if origin.guessed:
        lines.append(
            "no ground was seen near the first camera: "
            f"that it is {EYE_M} m high, and so where y = 0 is, is a guess"
        )
    if origin.is_moved:
        x, _, z = origin.at_m
        lines.append(
            f"the walk began at x = {x:.3f}, z = {z:.3f} m: that is 0 in the files, which would be "
            "coarse so far away; .cameras.json and .dataset.zip name it (origin_m)"
        )
    return lines

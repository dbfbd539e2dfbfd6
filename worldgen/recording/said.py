"""What was said to a world, as JSON: words, and of an edit its part.

    words  ──▶  {"text": "night falls"}
    edit   ──▶  {"text": "a pond", "mask": {"width_px": 256, "height_px": 144, "runs": […]}}

Owns these objects both ways. Not here: where they stand in the file (`document`, `schema`),
what runs are (`media.runs`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from worldgen.errors import DamagedWalkError, WorldgenError
from worldgen.media import decode_runs, encode_runs
from worldgen.types import Edit, Said


def said_to_json(said: Said) -> dict[str, Any]:
    """What was said, as an object of `walk.json`."""
    if isinstance(said, str):
        return {"text": said}
    height_px, width_px = said.mask.shape
    mask = {"width_px": width_px, "height_px": height_px, "runs": encode_runs(said.mask)}
    return {"text": said.text, "mask": mask}


def said_from_json(record: Mapping[str, Any]) -> Said:
    """What such an object says.

    Raises:
        DamagedWalkError: its mask is none.
    """
    text, mask = str(record.get("text", "")), record.get("mask")
    if mask is None:
        return text
    try:
        runs, size = list(mask["runs"]), (int(mask["width_px"]), int(mask["height_px"]))
        return Edit(text=text, mask=decode_runs(runs, *size))
    except (WorldgenError, KeyError, TypeError, ValueError, OverflowError) as error:
        raise DamagedWalkError(f"the part of {text!r:.40} cannot be read: {error}") from error

"""What a person is told of files that the files do not show."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.export.test_surfaces import record
from tests.lifting.meshes.scenes import along_a_floor
from worldgen.export.notes import notes
from worldgen.types import Frame


def measured(frame: Frame, depth_m: float) -> Frame:
    """The same frame with one depth everywhere."""
    return replace(frame, depth_m=np.full(frame.rgb.shape[:2], depth_m, np.float32))


def test_seen_ground_needs_no_word(tmp_path: Path) -> None:
    """A line that always comes is not read."""
    walk = record(tmp_path / "walk", along_a_floor(3, 48))
    assert notes(walk, ["a.ply", "a.mp4"]) == []


@pytest.mark.parametrize("depth_m", [None, 0.0, 3.0])
def test_a_height_that_is_a_guess_is_told(depth_m: float | None, tmp_path: Path) -> None:
    """No depth, none known, a wall alone; a loop of pictures has no heights."""
    frames = [
        replace(at, depth_m=None) if depth_m is None else measured(at, depth_m)
        for at in along_a_floor(2, 48)
    ]
    walk = record(tmp_path / "walk", frames)
    for name in ("a.mp4", "a.dataset.zip"):
        (line,) = notes(walk, [name])
        assert "1.6 m" in line and "guess" in line
    assert notes(walk, ["a.gif", "a.zip", "a.depth.mp4"]) == []

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


def test_what_is_left_out_for_being_far_is_told(tmp_path: Path) -> None:
    """Meshes ended at 150 m and colliders at 40 m without a word."""
    floor = along_a_floor(20, 48)
    walk = record(tmp_path / "walk", [*floor[:9], measured(floor[9], 90.0)])
    (line,) = notes(walk, ["a.collider.glb"])
    assert line.startswith("colliders: ") and "farther than 40 m" in line and "left out" in line
    assert notes(walk, ["a.glb", "a.ply"]) == []
    assert floor[-1].depth_m is not None
    ridge = np.where(np.arange(48)[:, None] < 16, np.float32(250.0), floor[-1].depth_m)
    walk = record(tmp_path / "other", [*floor[:-1], replace(floor[-1], depth_m=ridge)])
    assert [line.split()[0] for line in notes(walk, ["a.lod.glb", "a.collider.glb"])] == [
        "meshes:",
        "colliders:",
    ]

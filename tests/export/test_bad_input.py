"""Walks as they come: one frame, cut off, mixed up. A whole file, or none and a word why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import LENS, seen, stroll
from worldgen.errors import DamagedWalkError, WorldgenError
from worldgen.export import export_walk, extensions
from worldgen.geometry import Camera
from worldgen.media import encode_rgb_png


@pytest.mark.parametrize("extension", extensions())
def test_one_frame_is_a_file(extension: str, one: Path, tmp_path: Path) -> None:
    """A surface, splats, a film of a tenth of a second."""
    export_walk(one, tmp_path / f"a{extension}")
    file = tmp_path / f"a{extension}"
    assert file.name == f"a{extension}" and file.stat().st_size > 50


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A walk of one frame."""
    return record(tmp_path_factory.mktemp("walks") / "one", stroll(1))


def cut_off(walk: Path) -> None:
    """As a kill leaves it: the last line half written, a picture that nobody names."""
    text = (walk / "walk.json").read_text()
    last = text.rindex('"index"')
    (walk / "walk.json").write_text(text[: last + 12])
    (walk / "frames" / "000009.png").write_bytes(b"\x89PNG")


def other_size(walk: Path) -> None:
    """One picture larger than the camera says."""
    wide = seen(1, lens=Camera.from_fov(LENS.width_px + 8, LENS.height_px, 1.2))
    (walk / "frames" / "000001.png").write_bytes(encode_rgb_png(wide.rgb))


def pose_of_nan(walk: Path) -> None:
    """A pose that is not a number, as some trackers write."""
    document = json.loads((walk / "walk.json").read_text())
    document["frames"][1]["pose_c2w"][3] = float("nan")
    (walk / "walk.json").write_text(json.dumps(document))


@pytest.mark.parametrize("extension", [".mp4", ".ply", ".glb", ".dataset.zip", ".zip"])
def test_a_walk_that_was_cut_off_is_what_it_was_until_then(extension: str, tmp_path: Path) -> None:
    """The frames that are whole make the file."""
    walk, made = record(tmp_path / "walk", stroll(3)), tmp_path / "made"
    cut_off(walk)
    made.mkdir()
    export_walk(walk, made / f"a{extension}")
    left = {path.name for path in made.iterdir()}
    assert f"a{extension}" in left and left <= {f"a{extension}", "a.cameras.json"}


@pytest.mark.parametrize("hurt", [other_size, pose_of_nan])
@pytest.mark.parametrize("extension", [".mp4", ".ply", ".glb", ".sky.glb", ".dataset.zip"])
def test_a_walk_that_contradicts_itself_is_refused(
    extension: str, hurt: Callable[[Path], None], tmp_path: Path
) -> None:
    """And nothing is left under any name."""
    walk, made = record(tmp_path / "walk", stroll(3)), tmp_path / "made"
    hurt(walk)
    made.mkdir()
    with pytest.raises(WorldgenError, match=r"frame|pose") as told:
        export_walk(walk, made / f"a{extension}")
    assert isinstance(told.value, DamagedWalkError) and list(made.iterdir()) == []

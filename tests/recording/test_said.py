"""An edit lies in the walk beside the events, and comes back with its part."""

import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.conftest import FrameMaker
from worldgen.errors import DamagedWalkError
from worldgen.recording import WalkHeader, WalkWriter, read_walk, zip_walk
from worldgen.types import Action, Edit, Said

MASK = np.zeros((18, 32), bool)
MASK[4:9, 10:20] = True
POND = Edit(text="a pond", mask=MASK)
RUNS = [4 * 32 + 10, *[10, 22] * 4, 10, 32 * 9 + 12]


@pytest.fixture
def folder(tmp_path: Path, make_frame: FrameMaker, header: WalkHeader) -> Path:
    """A walk of eight frames: before frame 5 night falls, a pond comes, and it rains."""
    with WalkWriter.create(tmp_path / "walk", header) as writer:
        for index in range(8):
            said = ("night falls", POND, "it rains") if index == 5 else ()
            writer.append(make_frame(index), Action() if index else None, said)
    return tmp_path / "walk"


def plain(said: list[Said]) -> list[tuple[str, list[int]]]:
    """Words, and how many pixels they are of in each row; none for the whole."""
    return [
        (one, []) if isinstance(one, str) else (one.text, one.mask.sum(1).tolist()) for one in said
    ]


SAID = plain(["night falls", POND, "it rains"])


def test_the_file_tells_words_and_part_in_the_order_they_were_said(folder: Path) -> None:
    """In the contract's own list, for readers who know nothing of us."""
    document = json.loads((folder / "walk.json").read_text(encoding="utf-8"))
    mask = {"width_px": 32, "height_px": 18, "runs": RUNS}
    assert document["events"] == [
        {"index": 5, "text": "night falls"},
        {"index": 5, "text": "a pond", "mask": mask},
        {"index": 5, "text": "it rains"},
    ]
    assert document["frames"][5]["events"] == [
        "night falls",
        {"text": "a pond", "mask": mask},
        "it rains",
    ]


def test_an_edit_comes_back_from_folder_zip_and_torn_file(folder: Path, tmp_path: Path) -> None:
    """Wherever an event survives, so does an edit."""
    zip_walk(folder, tmp_path / "walk.zip")
    torn = tmp_path / "torn.zip"
    with zipfile.ZipFile(tmp_path / "walk.zip") as whole, zipfile.ZipFile(torn, "w") as archive:
        for name in whole.namelist():
            data = whole.read(name)
            archive.writestr(name, data[: data.rindex(b"]")] if name == "walk.json" else data)
    for path in (folder, tmp_path / "walk.zip", torn):
        with read_walk(path) as walk:
            assert list(walk.said) == [5]
            assert plain(walk.said[5]) == SAID
            assert plain(list(walk.lines[5].events)) == SAID


def test_an_edit_is_taken_along_by_who_goes_on_with_the_walk(
    folder: Path, tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """Resumed, or carried into a branch: the file is written afresh from what was read."""
    before = (folder / "walk.json").read_bytes()
    with WalkWriter.resume(folder):
        assert (folder / "walk.json").read_bytes() == before
    with WalkWriter.create(tmp_path / "branch", header) as writer:
        writer.carry(folder, 6)
        writer.append(make_frame(7), Action(), [POND])
    with read_walk(tmp_path / "branch") as walk:
        assert plain(walk.said[5]) == SAID and plain(walk.said[7]) == plain([POND])


@pytest.mark.parametrize(
    "mask",
    [
        3,
        {},
        {"width_px": 32, "height_px": 18},
        {"width_px": 32, "height_px": 18, "runs": [3]},
        {"width_px": 32, "height_px": 18, "runs": [32 * 18]},
        {"width_px": 32, "height_px": 18, "runs": "many"},
        {"width_px": 1e400, "height_px": 18, "runs": [1]},
        {"width_px": 10**9, "height_px": 10**9, "runs": [1, 10**18 - 1]},
    ],
)
@pytest.mark.parametrize("where", ["frame", "end"])
def test_a_damaged_part_is_named(folder: Path, mask: Any, where: str) -> None:
    """Not drawn somewhere else, and not left out in silence."""
    path = folder / "walk.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    events = document["frames"][5]["events"] if where == "frame" else document["events"]
    events[1]["mask"] = mask
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(DamagedWalkError, match="the part of 'a pond'"):
        read_walk(folder)

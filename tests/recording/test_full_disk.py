"""A full disk is said so, loses nothing, and the walk goes on when there is room."""

import errno
import os
import subprocess
import sys
from io import FileIO
from pathlib import Path

import numpy as np
import pytest

from tests.conftest import FrameMaker
from worldgen.errors import StorageError
from worldgen.recording import WalkHeader, WalkWriter, read_walk, storage, writer, zip_walk
from worldgen.types import Action

ROOT = Path(__file__).parents[2]


class FullDisk:
    """A disk that takes so many more bytes, the last of them half-way through a write."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room = 10**9
        disk = self

        class Filling(FileIO):
            """A file on that disk; writing over what is there needs no room."""

            def write(self, data: object, /) -> int:
                view = memoryview(data)  # type: ignore[arg-type]
                there = max(os.fstat(self.fileno()).st_size - self.tell(), 0)
                fits = min(len(view), there + disk.room)
                if not fits and len(view):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                disk.room -= max(fits - there, 0)
                return super().write(view[:fits])

        monkeypatch.setattr(storage, "FileIO", Filling)
        monkeypatch.setattr(writer, "FileIO", Filling)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    return FullDisk(monkeypatch)


@pytest.mark.parametrize("room", [0, 1, 100, 1500, 2500, 2700, 2900, 3000, 3100, 3200])
def test_a_disk_that_fills_up_loses_nothing(
    disk: FullDisk, recorded_walk: Path, make_frame: FrameMaker, room: int
) -> None:
    """Whether the colour, the depth or the line of the frame no longer fits."""
    before = (recorded_walk / "walk.json").read_bytes()
    files = sorted(recorded_walk.rglob("*"))
    with WalkWriter.resume(recorded_walk) as walk_writer:
        disk.room = room
        with pytest.raises(StorageError, match=r"disk is full; make room"):
            walk_writer.append(make_frame(16), Action(), ["an event"])
        assert (recorded_walk / "walk.json").read_bytes() == before
        assert sorted(recorded_walk.rglob("*")) == files

        disk.room = 10**9
        walk_writer.append(make_frame(16), Action(), ["an event"])
    with read_walk(recorded_walk) as walk:
        assert len(walk) == 17
        assert walk.events[-1] == {"index": 16, "text": "an event"}
        np.testing.assert_array_equal(walk.frame(16).rgb, make_frame(16).rgb)


def test_a_frame_that_just_fits_is_kept(
    disk: FullDisk, recorded_walk: Path, make_frame: FrameMaker
) -> None:
    """The rooms tried above do end somewhere inside a frame."""
    with WalkWriter.resume(recorded_walk) as walk_writer:
        disk.room = 4500
        walk_writer.append(make_frame(16), Action(), ["an event"])
        assert 4500 - disk.room > 3200


def test_a_walk_cannot_begin_on_a_full_disk(
    disk: FullDisk, tmp_path: Path, header: WalkHeader
) -> None:
    """And can in the same folder, once there is room."""
    disk.room = 10
    with pytest.raises(StorageError, match="disk is full"):
        WalkWriter.create(tmp_path / "walk", header)
    disk.room = 10**9
    WalkWriter.create(tmp_path / "walk", header).close()
    with read_walk(tmp_path / "walk") as walk:
        assert len(walk) == 0


def test_a_zip_on_a_full_disk_leaves_the_one_before(
    recorded_walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half ZIP under the name asked for, and no part beside it."""
    target = tmp_path / "walk.zip"
    target.write_bytes(b"the zip before")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("zipfile.ZipFile.writestr", full)
    with pytest.raises(StorageError, match="disk is full"):
        zip_walk(recorded_walk, target)
    assert target.read_bytes() == b"the zip before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["walk", "walk.zip"]


def test_a_place_that_cannot_be_written_is_said_so(tmp_path: Path, header: WalkHeader) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="cannot write"):
        WalkWriter.create(tmp_path / "file" / "walk", header)


_LIMITED = """
import resource, sys
from worldgen.errors import StorageError
from worldgen.recording import WalkWriter, read_walk
with read_walk(sys.argv[1]) as walk:
    frame = walk.frame(15)
limit = len(open(sys.argv[1] + "/walk.json", "rb").read()) + 150
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from dataclasses import replace
with WalkWriter.resume(sys.argv[1]) as writer:
    try:
        writer.append(replace(frame, index=16), None, ["something said"])
    except StorageError as error:
        print("refused:", error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no file size limit on this system")
def test_a_write_that_the_system_cuts_short_is_undone(recorded_walk: Path) -> None:
    """The real thing: the kernel takes 150 bytes of the line and refuses the rest."""
    before = (recorded_walk / "walk.json").read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(recorded_walk)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "refused: cannot write" in done.stdout
    assert (recorded_walk / "walk.json").read_bytes() == before

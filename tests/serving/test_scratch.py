"""Temporary folders: gone with whoever made them, however that ended, and with nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from worldgen.serving.scratch import HELD, PREFIX, Scratch, sweep

HOLD = """
import sys
from pathlib import Path
from worldgen.serving.scratch import Scratch
print(Scratch(Path(sys.argv[1])).path, flush=True)
sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such locks")


def held_by_another(root: Path) -> tuple[Path, subprocess.Popen[str]]:
    """A folder whose holder is another process, until that is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return Path(process.stdout.readline().strip()), process


def test_what_a_killed_process_left_goes_when_the_next_begins(tmp_path: Path) -> None:
    """Else each crash leaves walks and files on the disk for ever."""
    left, process = held_by_another(tmp_path)
    (left / "walk").mkdir()
    (left / "walk" / "frame").write_bytes(b"x")
    living = Scratch(tmp_path)
    assert left.is_dir(), "its holder lives"
    process.kill()
    process.communicate()
    another = Scratch(tmp_path)
    assert not left.exists()
    assert living.path.is_dir() and another.path.is_dir()
    living.close()
    another.close()
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_marked_is_left_alone(tmp_path: Path) -> None:
    """A folder may begin with our name and be a person's own; links lead anywhere."""
    own = tmp_path / f"{PREFIX}notes"
    own.mkdir()
    (own / "note").touch()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / HELD).touch()
    (tmp_path / f"{PREFIX}link").symlink_to(elsewhere)
    (tmp_path / f"{PREFIX}file").touch()
    sweep(tmp_path)
    assert (own / "note").exists() and (elsewhere / HELD).exists()


def test_another_user_s_folder_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who runs us as root must not tidy up after everybody."""
    left = tmp_path / f"{PREFIX}theirs"
    left.mkdir()
    (left / HELD).touch()
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    sweep(tmp_path)
    assert left.exists()
    monkeypatch.undo()
    sweep(tmp_path)
    assert not left.exists()

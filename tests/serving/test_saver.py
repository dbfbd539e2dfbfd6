"""Files made of walks, several at once: progress, a way out, a report, and nobody disturbed."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import stroll
from tests.serving.fakes import eventually
from worldgen.export import extensions
from worldgen.export.cameras import file_pose, gl_pose
from worldgen.export.effort import seconds
from worldgen.export.origin import Origin
from worldgen.geometry import Camera, pose
from worldgen.recording import read_walk
from worldgen.serving.humble import NICENESS, PROC
from worldgen.serving.report import seen_share
from worldgen.serving.save import frozen
from worldgen.serving.saver import Saver
from worldgen.sessions.protocol import FORMATS, Saving, ServerMessage

AUTOGROUP = PROC / "self" / "autogroup"


class Listener:
    """Somebody who hears what a saver says."""

    def __init__(self) -> None:
        self.heard: list[ServerMessage] = []

    def say(self, message: ServerMessage) -> None:
        self.heard.append(message)

    @property
    def savings(self) -> list[Saving]:
        return [message for message in self.heard if isinstance(message, Saving)]

    @property
    def is_over(self) -> bool:
        return bool(self.savings) and self.savings[-1].making == ""


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    """Three true frames of a place with ground, wall and sky."""
    return record(tmp_path / "walk", stroll(3))


def test_several_files_come_one_after_the_other_with_a_report(walk: Path) -> None:
    """Each can be fetched as soon as it is done; where to stand is told with the shapes."""
    saver, page = Saver(), Listener()
    saver.save("me", walk, ("points.ply", "gif", "spz"), page.say)
    eventually(lambda: page.is_over, 200)
    last = page.savings[-1]
    assert [file.format for file in last.files] == ["points.ply", "gif", "spz"]
    for file in last.files:
        found = saver.file(file.url.rsplit("/", 1)[1])
        assert found is not None and found.stat().st_size == file.size_bytes > 100
    shares = [saving.progress for saving in page.savings]
    assert shares == sorted(shares)
    assert last.report is not None and len(last.report.pose) == 16
    assert last.report.score_db is None  # three frames are too few to keep some out
    assert saver.told("me") == last  # for who reloads the page
    saver.close()


def test_what_is_called_off_leaves_nothing_and_the_next_is_made(walk: Path) -> None:
    """A minute's work that nobody wants any more must not stand in the way."""
    saver, page, other = Saver(), Listener(), Listener()
    saver.save("me", walk, ("gif", "ply", "glb"), page.say)
    saver.save("you", walk, ("gif",), other.say)
    eventually(lambda: len(page.savings) > 1, 60)
    saver.cancel("me")
    eventually(lambda: other.is_over, 60)
    assert page.is_over and page.savings[-1].files == ()
    assert [file.format for file in other.savings[-1].files] == ["gif"]
    assert len(page.heard) == len(page.savings), "being called off is not an error"
    saver.close()


def test_a_session_that_ended_takes_its_files_along(walk: Path) -> None:
    """Tickets must not outlive whom they were given to."""
    saver, page = Saver(), Listener()
    saver.save("me", walk, ("gif",), page.say)
    eventually(lambda: page.is_over, 60)
    (file,) = page.savings[-1].files
    saver.forget("me")
    assert saver.file(file.url.rsplit("/", 1)[1]) is None
    assert saver.told("me") is None
    saver.close()


def test_a_walk_that_goes_on_is_exported_as_it_was(walk: Path, tmp_path: Path) -> None:
    """All files of one export show the same frames, however far the person has got meanwhile."""
    still = frozen(walk, tmp_path / "still")
    with read_walk(walk) as now, read_walk(still) as then:
        assert len(now) == len(then)
        np.testing.assert_array_equal(now.frame(2).rgb, then.frame(2).rgb)
    (walk / "walk.json").unlink()
    with read_walk(still) as then:
        assert len(then) == 3


NEEDS_IDLE = pytest.mark.skipif(not hasattr(os, "SCHED_IDLE"), reason="only Linux has that class")


@NEEDS_IDLE
@pytest.mark.parametrize("is_walked", [True, False])
def test_whoever_makes_files_gives_way_before_anything_heavy_is_imported(is_walked: bool) -> None:
    """Half a second of imports at full speed is a stutter in somebody's walk.

    While nobody walks, an idle process beside busy ones made nothing at all: "0 %, one moment".
    """
    ask = (
        f"import os, sys; from worldgen.serving.humble import begin; begin({is_walked});"
        "print(os.nice(0), 'numpy' in sys.modules, os.sched_getscheduler(0) == os.SCHED_IDLE)"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout.split() == [str(os.nice(0) + NICENESS), "False", str(is_walked)]


@pytest.mark.skipif(not AUTOGROUP.exists(), reason="processes share no processor by session here")
@pytest.mark.parametrize(("is_walked", "niceness"), [(True, "19"), (False, "0")])
def test_whoever_makes_files_gives_way_to_other_sessions_too(
    is_walked: bool, niceness: str
) -> None:
    """Idle within the server's session, it took its share from the browser beside it all the same.

    Nor may it hold back the session that started it.
    """
    ask = (
        f"import os; from worldgen.serving.humble import begin; begin({is_walked});"
        "print(os.getsid(0) == os.getpid());"
        "print(open('/proc/self/autogroup').read().split('nice ')[1])"
    )
    ours = AUTOGROUP.read_text()
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", niceness]
    assert AUTOGROUP.read_text() == ours


@NEEDS_IDLE
def test_what_is_in_the_making_goes_behind_a_walk_that_begins(walk: Path) -> None:
    """All its threads, and at once: who closes the window walks on beside it."""
    saver, page = Saver(), Listener()
    saver.save("me", walk, ("ply", "glb"), page.say)
    eventually(lambda: saver._process is not None)
    process = saver._process[1].pid if saver._process else 0
    eventually(lambda: os.getsid(process) == process)
    assert set(map(os.sched_getscheduler, _threads(process))) == {os.SCHED_OTHER}
    saver.make_way(True)
    assert set(map(os.sched_getscheduler, _threads(process))) == {os.SCHED_IDLE}
    saver.close()


def _threads(process: int) -> list[int]:
    return [int(thread.name) for thread in Path(f"/proc/{process}/task").iterdir()]


def test_only_the_first_of_a_kind_is_dear() -> None:
    """Progress that jumps to the end, or stands there for a minute, is no progress."""
    names = ["a.spz", "a.ply", "a.glb", "a.lod.glb", "a.mp4"]
    spz, ply, glb, textured, film = seconds(names, 60, (144, 256))
    assert spz > 10 * ply and ply == film
    assert glb > 5 * film and textured > 5 * film


def test_a_film_that_is_drawn_anew_takes_as_long_as_its_pixels() -> None:
    """It was held for as quick as any other file, and progress stood still near the end."""
    _, small, large = seconds(["a.ply", "a.path.mp4", "b.1920x1080.path.mp4"], 600, (144, 256))
    assert small > 60 and large > 10 * small


def test_every_format_of_the_export_can_be_asked_for() -> None:
    """A format that is added to `export` should not be forgotten in the page."""
    assert sorted(f".{extension}" for extension in FORMATS) == sorted(extensions())


@pytest.mark.parametrize(("turns", "share"), [(1, 70 / 360), (4, 4 * 70 / 360), (12, 1.0)])
def test_coverage_is_how_far_round_one_has_looked(turns: int, share: float) -> None:
    """One view of 70° is a fifth of the way round; twelve leave nothing out."""
    lens = Camera.from_fov(160, 200, math.radians(70))
    yaws = [2 * math.pi * turn / max(turns, 4) for turn in range(turns)]
    poses = [pose(np.zeros(3), yaw, 0.0) for yaw in yaws]
    assert seen_share(lens, poses) == pytest.approx(share, abs=0.04)


def test_where_the_walk_began_is_told_in_the_files_axes() -> None:
    """The eye 1.6 m above a ground at 0, looking along −z; to the right stays to the right."""
    origin = Origin(at_m=np.zeros(3), guessed=False)
    at = gl_pose(file_pose(pose(np.array([3.0, -1.6, 2.0]), 0.0, 0.0), origin))
    assert at.tolist() == [[1, 0, 0, 3], [0, 1, 0, 1.6], [0, 0, 1, -2], [0, 0, 0, 1]]
    right = gl_pose(file_pose(pose(np.zeros(3), math.pi / 2, 0.0), origin))
    assert (-right[:3, 2]).tolist() == pytest.approx([1, 0, 0])


def test_what_a_walk_cannot_be_stops_no_other_file(tmp_path: Path) -> None:
    """Without depth there are no splats; the film is made all the same, and the reason is told."""
    flat = [replace(frame, depth_m=None, sky=None) for frame in stroll(3)]
    walk = record(tmp_path / "walk", flat)
    saver, page = Saver(), Listener()
    saver.save("me", walk, ("spz", "gif", "glb"), page.say)
    eventually(lambda: page.is_over, 60)
    last = page.savings[-1]
    assert [file.format for file in last.files] == ["gif"]
    assert [missed.format for missed in last.unmade] == ["spz", "glb"]
    assert all("depth" in missed.reason for missed in last.unmade)
    assert last.report is None and len(page.heard) == len(page.savings)
    saver.close()


def test_when_nothing_can_be_made_that_is_a_problem(tmp_path: Path) -> None:
    """A window that shows no file and no reason helps nobody."""
    walk = record(tmp_path / "walk", [replace(f, depth_m=None, sky=None) for f in stroll(3)])
    saver, page = Saver(), Listener()
    saver.save("me", walk, ("spz",), page.say)
    eventually(lambda: page.is_over, 60)
    assert page.savings[-1].files == ()
    problems = [said for said in page.heard if not isinstance(said, Saving)]
    assert len(problems) == 1 and "depth" in str(problems[0])
    saver.close()


def test_what_files_do_not_show_is_told_with_them(tmp_path: Path) -> None:
    """As the command line does: where y = 0 is, is a guess where no ground was seen."""
    sky = np.ones(stroll(1)[0].camera.shape, bool)
    far = np.full(sky.shape, np.inf, np.float32)
    walk = record(tmp_path / "walk", [replace(f, depth_m=far, sky=sky) for f in stroll(3)])
    saver, page = Saver(), Listener()
    saver.save("me", walk, ("cameras.json", "gif"), page.say)
    eventually(lambda: page.is_over, 60)
    assert any("guess" in note for note in page.savings[-1].notes)
    saver.save("me", walk, ("gif",), page.say)
    eventually(lambda: page.is_over and page.savings[-1].formats == ("gif",), 60)
    assert page.savings[-1].notes == ()
    saver.close()

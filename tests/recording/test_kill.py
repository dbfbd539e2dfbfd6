"""A walk survives a kill at any moment."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from worldgen.recording import read_walk

ROOT = Path(__file__).parents[2]
WRITER = Path(__file__).with_name("endless_walk.py")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_walk_is_readable_whenever_its_writer_is_killed(tmp_path: Path) -> None:
    """Eight writers, each killed without warning while it writes, each taking up the last's walk.

    Every time the walk is readable, every frame it names is there and right, and
    nothing that was written before is lost. Whether `walk.json` is whole JSON as it
    lies on the disk is up to the system: Linux lets go of a killed process's write
    between two pages, and then the reader mends it.
    """
    folder = tmp_path / "walk"
    chance = random.Random(5)
    before = 0
    for _ in range(8):
        _write_and_kill(folder, at_least=3, moment_s=chance.uniform(0.0, 0.02))
        with read_walk(folder) as walk:
            assert len(walk) >= before + 3
            assert [line.index for line in walk.lines] == list(range(len(walk)))
            assert [event["index"] for event in walk.events] == list(range(0, len(walk), 5))
            for at in {*range(before, len(walk)), 0}:
                frame = walk.frame(at)
                assert (frame.rgb == at % 256).all()
            before = len(walk)


def _write_and_kill(folder: Path, at_least: int, moment_s: float) -> None:
    """Let a writer add at least so many frames, then kill it a moment later."""
    writer = subprocess.Popen(
        [sys.executable, str(WRITER), str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline(), "the writer did not start"
        done = len(list((folder / "frames").iterdir())) + at_least + 1
        while not (folder / "frames" / f"{done:06d}.png").exists():
            assert writer.poll() is None, "the writer stopped by itself"
            time.sleep(0.001)
        time.sleep(moment_s)
    finally:
        writer.kill()
        writer.communicate()
    assert writer.returncode == -signal.SIGKILL

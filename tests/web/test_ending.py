"""How the app ends: nothing of it stays on the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.conftest import ROOT
from tests.web.line import free_port
from worldgen.serving.scratch import PREFIX


def _hears_ctrl_c() -> None:
    """A shell's background job ignores Ctrl-C, and so would all that it starts, these tests too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_told_to_end_takes_its_folders_along(
    tmp_path: Path, how: signal.Signals
) -> None:
    """SIGTERM is how containers and services end us; to die of it at once left a folder."""
    walks = tmp_path / "walks"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.web.serve", "echo", str(free_port()), str(walks)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        preexec_fn=_hears_ctrl_c,  # noqa: PLW1509 -- it calls nothing that a thread may hold
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("http")
        assert len(list(tmp_path.glob(f"{PREFIX}*"))) == 1  # for files made of walks
        server.send_signal(how)
        assert server.wait(60) == 0
    assert list(tmp_path.glob(f"{PREFIX}*")) == []

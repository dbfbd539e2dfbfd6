"""The process that makes files, giving way: `python -m worldgen.serving.humble WHEN WALK FILE …`.

    "idle"    somebody walks: it takes only what the walk leaves over
    "nice"    nobody does: as any other program, only a little less eager

It does so from before its first heavy import on: those alone are half a second, which a walk
would feel. Whoever started it says when that changes (`step_aside`).

Linux shares the processor among sessions first and among their processes second
(autogroups): an idle process takes nothing from its own server, but as much as ever
from a browser that somebody walks in beside it. So it gets a session of its own, and
that one gives way. It takes nothing from a busy machine either, and would stand still there:
that is for walks alone.

Not here: the making (`save`), who walks (`lobby`).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

IDLE, NICE = "idle", "nice"
NICENESS, LAST = 5, 19
"""How far it is behind others of its session, and how far that is behind other sessions."""

PROC = Path("/proc")


def main() -> int:
    """Give way, then make the files; returns the exit code."""
    begin(sys.argv[1] == IDLE)
    from worldgen.serving.save import main as save

    return save(sys.argv[2:])


def begin(is_walked: bool) -> None:
    """Be a process that others may put behind a walk, and is behind it if there is one."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if hasattr(os, "setsid"):
        with suppress(OSError):  # it has a session of its own already
            os.setsid()
    step_aside(os.getpid(), is_walked)


def step_aside(process: int, is_walked: bool) -> None:
    """Put a process behind everybody, on Linux at once, or back among the others.

    Where one needs a right for the way back and has none, it stays behind.
    """
    with suppress(OSError):  # it has ended, or may not
        if hasattr(os, "SCHED_IDLE"):
            _share_session(process, LAST if is_walked else 0)
            _schedule(process, os.SCHED_IDLE if is_walked else os.SCHED_OTHER)
        elif hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, process, LAST if is_walked else NICENESS)


def _schedule(process: int, policy: int) -> None:
    """The threads that it has; those to come are like the one that begins them."""
    for thread in (PROC / str(process) / "task").iterdir():
        os.sched_setscheduler(int(thread.name), policy, os.sched_param(0))


def _share_session(process: int, niceness: int) -> None:
    """Put its session behind others, where the system shares by session; never one of others."""
    autogroup = PROC / str(process) / "autogroup"
    if os.getsid(process) == process and autogroup.exists():
        with suppress(OSError):  # asked too often
            autogroup.write_text(str(niceness))


if __name__ == "__main__":
    sys.exit(main())

"""The process that makes files, giving way: `python -m worldgen.serving.humble WALK FILE …`.

It takes only what a live session leaves over, from before its first heavy import on:
those alone are half a second, which a walk would feel.

Linux shares the processor among sessions first and among their processes second
(autogroups): an idle process takes nothing from its own server, but as much as ever
from a browser that somebody walks in beside it. So it gets a session of its own, and
that one gives way.

Not here: the making (`save`).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

NICENESS = 19
AUTOGROUP = Path("/proc/self/autogroup")


def main() -> int:
    """Give way, then make the files; returns the exit code."""
    give_way()
    from worldgen.serving.save import main as save

    return save(sys.argv[1:])


def give_way() -> None:
    """Whoever else wants the processor gets it, on Linux at once."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if hasattr(os, "setsid"):
        with suppress(OSError):  # it has a session of its own already
            os.setsid()
        _yield_session()
    if hasattr(os, "SCHED_IDLE"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _yield_session() -> None:
    """Let other sessions go first, where the system shares by session; never one of others."""
    if os.getsid(0) == os.getpid() and AUTOGROUP.exists():
        with suppress(OSError):
            AUTOGROUP.write_text(str(NICENESS))


if __name__ == "__main__":
    sys.exit(main())

"""The process that makes files, giving way: `python -m worldgen.serving.humble WALK FILE …`.

It takes only what a live session leaves over, from before its first heavy import on:
those alone are half a second, which a walk would feel.

Not here: the making (`save`).
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

NICENESS = 19


def main() -> int:
    """Give way, then make the files; returns the exit code."""
    give_way()
    from worldgen.serving.save import main as save

    return save(sys.argv[1:])


def give_way() -> None:
    """Whoever else wants the processor gets it, on Linux at once."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if hasattr(os, "SCHED_IDLE"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


if __name__ == "__main__":
    sys.exit(main())

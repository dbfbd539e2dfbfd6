"""The process that makes one file of one walk: `python -m worldgen.serving.save WALK FILE`.

It says how far it is, one number in [0, 1] a line, and yields the processor to
whoever walks. What goes wrong is one line on stderr and exit code 2.

Not here: the formats (`export`), who may ask (`saver`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from worldgen.errors import WorldgenError
from worldgen.export import export_walk

NICENESS = 10


def main(arguments: list[str]) -> int:
    """Make the file; returns the exit code."""
    walk, file = map(Path, arguments)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    try:
        export_walk(walk, file, _say)
    except WorldgenError as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        return 2
    return 0


def _say(share: float) -> None:
    sys.stdout.write(f"{share:.3f}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

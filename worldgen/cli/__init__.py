"""The `worldgen` command: one short file per group of commands.

    script.py     what --keys says: keys, how often, and words between
    progress.py   one line that says how far it is, when it takes longer than a second
    walking.py    walk, replay
    files.py      export, models
    serving.py    play
    measuring.py  bench, evaluate
    learning.py   train
    parser.py     all of it as one parser

Exit code 0; 1 if a check did not hold; 2 and one clear line for anything a
person, a file or a network can cause; 130 when interrupted, with what was
walked so far kept.

Not here: anything that a library user could want; commands only join parts.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from worldgen.errors import WorldgenError

FAILED, INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: what stands after `worldgen`; None is what the process was started with.

    Returns:
        The exit code.
    """
    from worldgen.cli.parser import build_parser

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    args = build_parser().parse_args(arguments)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except WorldgenError as error:
        print("worldgen:", " ".join(str(error).split()), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\nworldgen: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nobody to tell
        return FAILED
    return code

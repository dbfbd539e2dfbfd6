"""All commands as one parser.

Nothing heavy is imported here, so that `--help` is quick. Not here: what the
commands do (their own modules).
"""

from __future__ import annotations

import argparse
from typing import NoReturn

from worldgen import __version__
from worldgen.cli import files, learning, measuring, serving, walking

EXAMPLES = """\
examples:
  worldgen play
  worldgen walk "a snowy village at dusk" --keys "W*40 W+RIGHT*10 say:'night falls' S*40" --out w
  worldgen replay w --check
  worldgen export w walk.mp4

Run `worldgen COMMAND --help` for what a command takes.
"""


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; try {self.prog} --help\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser; every command sets `run`, a function of the parsed arguments."""
    parser = _Parser(
        prog="worldgen",
        description="Type a sentence or drop in a picture, and walk through the world it makes.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"worldgen {__version__}")
    commands = parser.add_subparsers(
        metavar="COMMAND", required=True, dest="command", parser_class=_Parser
    )
    for part in (serving, walking, files, measuring, learning):
        part.add_to(commands)
    return parser

"""play: the web app.

Not here: the app (`web`), its settings (`settings`).
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from worldgen.settings import Settings, serve


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `play`."""
    play = commands.add_parser("play", help="open the web app")
    play.add_argument("--model", metavar="M", help="see `worldgen models`")
    play.add_argument("--host", metavar="H", help="address to listen on; 0.0.0.0 is everybody's")
    play.add_argument("--port", type=int, metavar="N", help="default: the first free from 7860")
    play.set_defaults(run=run_play)


def run_play(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    given = {name: getattr(args, name) for name in ("model", "host", "port")}
    chosen = {name: value for name, value in given.items() if value is not None}
    settings = replace(Settings.from_environment(), **chosen)
    serve(settings)
    return 0

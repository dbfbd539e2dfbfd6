"""A server for the browser tests: the real one, on the fake model or on the shipped weights.

`python tests/web/serve.py MODEL PORT WALKS_DIR` says its address once it can be opened.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from worldgen.models.echo import SPEC, EchoModel
from worldgen.serving.limits import Limits
from worldgen.serving.lobby import LobbyConfig
from worldgen.serving.worker import LoadedModel, Report
from worldgen.settings import loader
from worldgen.web import WebConfig, launch
from worldgen.world import World, walk_header


def load_echo(report: Report) -> LoadedModel:
    """The fake, at the size of the real one."""
    report("Reading the weights", 0.5)
    model = EchoModel(replace(SPEC, width_px=256, height_px=144))
    return LoadedModel(
        title="an echo",
        open_world=lambda: World(model),
        header=lambda prompt, seed, frame: walk_header(model, prompt, seed, frame.camera),
        can_edit=model.spec.can_edit,
    )


def main(model: str, port: str, walks_dir: str) -> None:
    """Serve until killed."""
    launch(
        WebConfig(
            load=load_echo if model == "echo" else loader(None if model == "shipped" else model),
            port=int(port),
            lobby=LobbyConfig(limits=Limits(seats=16), walks_dir=Path(walks_dir)),
            say=lambda address: print(address, flush=True),
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

"""A server for the browser tests: the real one, on the fake model or on the shipped weights.

`python tests/web/serve.py MODEL PORT WALKS_DIR` says its address once it can be opened.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from worldgen.geometry import Camera
from worldgen.models.base import Picture
from worldgen.models.echo import SPEC, EchoModel, EchoState
from worldgen.serving.limits import Limits
from worldgen.serving.lobby import LobbyConfig
from worldgen.serving.worker import LoadedModel, Report
from worldgen.settings import loader
from worldgen.types import CLEAR, Action, Frame, Prompt, Said, Weather
from worldgen.web import WebConfig, launch
from worldgen.world import World, walk_header


class StripedModel(EchoModel):
    """The fake with stripes on it: a picture that is moved can be told from one that is not."""

    def _paint(self, state: EchoState, camera: Camera) -> Picture:
        picture = super()._paint(state, camera)
        stripes = np.arange(self.spec.width_px) // 8 % 2 * 60
        rgb = np.clip(picture.rgb.astype(int) + stripes[None, :, None] - 30, 0, 255)
        return replace(picture, rgb=rgb.astype(np.uint8))


class WeatheredWorld(World):
    """A world in the weather that was last spoken of; its pictures are fair, as they must be."""

    weather = CLEAR

    def start(self, prompt: Prompt, seed: int = 0) -> Frame:
        self._hear_of(prompt.text or "")
        return replace(super().start(prompt, seed), weather=self.weather)

    def step(self, action: Action) -> Frame:
        return replace(super().step(action), weather=self.weather)

    def hear(self, said: Said) -> None:
        self._hear_of(str(said))
        super().hear(said)

    def _hear_of(self, text: str) -> None:
        self.weather = Weather(rain=float("rain" in text), snow=float("snow" in text))


def load_echo(
    report: Report, kind: type[EchoModel] = EchoModel, world: type[World] = World
) -> LoadedModel:
    """The fake, at the size of the real one."""
    report("Reading the weights", 0.5)
    model = kind(replace(SPEC, width_px=256, height_px=144))
    return LoadedModel(
        title="an echo",
        open_world=lambda: world(model),
        header=lambda prompt, seed, frame: walk_header(model, prompt, seed, frame.camera),
        can_edit=model.spec.can_edit,
    )


def main(model: str, port: str, walks_dir: str) -> None:
    """Serve until killed."""
    fakes = {
        "echo": load_echo,
        "striped": lambda report: load_echo(report, StripedModel),
        "weathered": lambda report: load_echo(report, world=WeatheredWorld),
    }
    real = loader(None if model == "shipped" else model)
    launch(
        WebConfig(
            load=fakes.get(model, real),
            port=int(port),
            lobby=LobbyConfig(limits=Limits(seats=16), walks_dir=Path(walks_dir)),
            say=lambda address: print(address, flush=True),
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

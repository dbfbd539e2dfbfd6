"""A server for the browser tests: the real one, on the fake model or on the shipped weights.

`python tests/web/serve.py MODEL PORT WALKS_DIR` says its address once it can be opened.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from worldgen.geometry import Camera
from worldgen.models.base import Move, Picture
from worldgen.models.echo import SPEC, EchoModel, EchoState
from worldgen.serving.limits import Limits
from worldgen.serving.lobby import LobbyConfig
from worldgen.serving.worker import LoadedModel, Report
from worldgen.settings import loader
from worldgen.types import CLEAR, Prompt, Weather
from worldgen.web import WebConfig, launch
from worldgen.world import World, walk_header

FRAME_S = 0.1
"""What a frame of the striped fake takes at least."""


class StripedModel(EchoModel):
    """The fake with stripes on it: a picture that is moved can be told from one that is not.

    It takes its time for each, as the real one does: between two there is something to draw.
    """

    def _paint(self, state: EchoState, camera: Camera) -> Picture:
        time.sleep(FRAME_S)
        picture = super()._paint(state, camera)
        stripes = np.arange(self.spec.width_px) // 8 % 2 * 60
        rgb = np.clip(picture.rgb.astype(int) + stripes[None, :, None] - 30, 0, 255)
        return replace(picture, rgb=rgb.astype(np.uint8))


@dataclass(frozen=True, kw_only=True)
class WeatheredState(EchoState):
    """It remembers the weather that was last spoken of, too."""

    weather: Weather = CLEAR


class WeatheredModel(EchoModel):
    """An echo that hears of rain and snow; its pictures are fair, as they must be."""

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[EchoState, list[Picture]]:
        state, pictures = super().start(prompt, seed, opening)
        return self._told(state, prompt.text or ""), pictures

    def event(self, state: EchoState, text: str) -> EchoState:
        return self._told(super().event(state, text), text)

    def weather(self, state: WeatheredState) -> Weather:
        return state.weather

    def _told(self, state: EchoState, text: str) -> WeatheredState:
        said = Weather(rain=float("rain" in text), snow=float("snow" in text))
        return WeatheredState(seed=state.seed, event=state.event, weather=said)


def load_echo(report: Report, kind: type[EchoModel] = EchoModel) -> LoadedModel:
    """The fake, at the size of the real one."""
    report("Reading the weights", 0.5)
    model = kind(replace(SPEC, width_px=256, height_px=144))
    return LoadedModel(
        title="an echo",
        open_world=lambda: World(model),
        header=lambda prompt, seed, frame: walk_header(model, prompt, seed, frame.camera),
        can_edit=model.spec.can_edit,
    )


def main(model: str, port: str, walks_dir: str) -> None:
    """Serve until killed."""
    fakes = {
        "echo": load_echo,
        "striped": lambda report: load_echo(report, StripedModel),
        "weathered": lambda report: load_echo(report, WeatheredModel),
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

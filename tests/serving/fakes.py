"""A lobby on a fake device, for tests of everything above one session."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.sessions.fakes import FakePage, FakeWorld
from worldgen.recording import WalkHeader
from worldgen.serving.limits import Limits
from worldgen.serving.lobby import Lobby, LobbyConfig
from worldgen.serving.worker import LoadedModel, Report
from worldgen.sessions.config import SessionConfig
from worldgen.sessions.protocol import Ack, Start
from worldgen.types import Frame, Prompt


def header(prompt: Prompt, seed: int, frame: Frame) -> WalkHeader:
    """What a recording of a fake walk begins with."""
    return WalkHeader(
        prompt={"text": prompt.text, "image": prompt.image},
        seed=seed,
        model={"name": "fake", "sha256": "0" * 64},
        fps=10.0,
        camera=WalkHeader.camera_of(frame.camera),
    )


def load_fake(report: Report) -> LoadedModel:
    """A model that is there at once."""
    report("Reading the weights", 0.5)
    return LoadedModel(title="a fake", open_world=FakeWorld, header=header)


def make_lobby(
    *,
    limits: Limits | None = None,
    walks_dir: Path | None = None,
    load: Callable[[Report], LoadedModel] = load_fake,
    clock: Callable[[], float] = time.monotonic,
    max_fps: float = 500.0,
) -> Lobby:
    """A lobby that is not open yet; close it when done."""
    config = LobbyConfig(
        limits=limits or Limits(),
        session=SessionConfig(max_fps=max_fps, formats=("mp4", "zip")),
        walks_dir=walks_dir,
    )
    return Lobby(config, load, clock)


def eventually(is_true: Callable[[], bool], within_s: float = 120.0) -> None:
    """Wait until something holds; fail if it does not in time."""
    until_s = time.monotonic() + within_s
    while not is_true():
        assert time.monotonic() < until_s, "it did not come about in time"
        threading.Event().wait(0.005)


class Visitor:
    """Somebody with a page in the lobby, who acknowledges every frame."""

    def __init__(self, lobby: Lobby) -> None:
        self.lobby = lobby
        self.token = lobby.mint()
        self.page = FakePage()
        self.session = lobby.enter(self.token, self.page.outbox)

    def start(self, text: str = "a lake", seed: int = 1) -> None:
        self.lobby.receive(self.token, Start(text=text, seed=seed, picture=False))

    def see(self, frames: int) -> None:
        """Look on until so many frames came."""
        eventually(lambda: self._look() >= frames)

    def _look(self) -> int:
        before = len(self.page.frames)
        self.page.read()
        for frame in self.page.frames[before:]:
            self.lobby.receive(self.token, Ack(walk=frame.walk, index=frame.index))
        return len(self.page.frames)

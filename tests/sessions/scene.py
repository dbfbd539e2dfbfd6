"""A session with fakes all round: what a page and a device do to it, in words for tests."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.sessions.fakes import FakeClock, FakePage, FakeRecorder, FakeWorld
from worldgen.sessions import protocol as wire
from worldgen.sessions.config import SessionConfig
from worldgen.sessions.ports import Device
from worldgen.sessions.protocol import Stage
from worldgen.sessions.session import Session
from worldgen.types import Frame, Prompt


@dataclass
class Scene:
    """A session with fakes all round."""

    config: SessionConfig = field(default_factory=SessionConfig)
    clock: FakeClock = field(default_factory=FakeClock)
    device: Device = field(default_factory=lambda: Device(stage=Stage.EMPTY, text="Ready"))
    world: FakeWorld = field(default_factory=FakeWorld)
    recorders: list[FakeRecorder] = field(default_factory=list)
    page: FakePage = field(default_factory=FakePage)

    def __post_init__(self) -> None:
        self.session = Session(
            self.config, self.device, self.open_recorder, lambda: None, self.clock
        )
        self.session.attach(self.page.outbox)
        self.page.read()

    def open_recorder(self, prompt: Prompt, seed: int, frame: Frame) -> FakeRecorder:
        self.recorders.append(FakeRecorder())
        return self.recorders[-1]

    def send(self, message: wire.ClientMessage) -> None:
        self.session.receive(message)

    def work(self, turns: int = 1) -> FakePage:
        """Let the device come by, as often as there is something due."""
        for _ in range(turns):
            self.clock.now_s += 0.2
            if self.session.due_s() <= self.clock.now_s:
                self.session.work(lambda: self.world)
        return self.page.read()

    def ack_all(self) -> None:
        for frame in self.page.frames[-1:]:
            self.send(wire.Ack(walk=frame.walk, index=frame.index))

    def walk(self, frames: int = 1) -> FakePage:
        """Work, and acknowledge what comes."""
        for _ in range(frames):
            self.work()
            self.ack_all()
        return self.page

    def start(self, text: str = "a snowy village", seed: int = 7) -> FakePage:
        self.send(wire.Start(text=text, seed=seed, picture=False))
        page = self.work()
        self.ack_all()
        return page

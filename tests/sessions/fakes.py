"""Fakes for whatever a session needs around it: a world, a recorder, a clock, a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from worldgen.errors import PromptError, StorageError, UnsupportedError
from worldgen.geometry import Camera, pose
from worldgen.recording import Walk
from worldgen.sessions.outbox import Outbox
from worldgen.sessions.protocol import FrameMessage, decode_frame
from worldgen.types import CLEAR, Action, Frame, Prompt, Said

WIDTH_PX, HEIGHT_PX = 32, 18


class FakeClock:
    """Time that only passes when told to."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class FakeWorld:
    """Counts what it is asked for; its position is how far it was walked."""

    def __init__(self) -> None:
        self.actions: list[Action] = []
        self.said: list[Said] = []
        self.starts: list[tuple[Prompt, int]] = []
        self.error: Exception | None = None
        self.keeps_no_moments = False
        self.weather = CLEAR
        self.caption = ""

    def start(self, prompt: Prompt, seed: int) -> Frame:
        if prompt.text == "something the model refuses":
            raise PromptError("this model takes no such prompt")
        self.starts.append((prompt, seed))
        self.actions.clear()
        return self._frame()

    def read_as(self, text: str) -> str:
        return text.replace("kitchen", "room")

    def step(self, action: Action) -> Frame:
        if self.error is not None:
            raise self.error
        self.actions.append(action)
        return self._frame()

    def hear(self, said: Said) -> bool:
        self.said.append(said)
        return (said if isinstance(said, str) else said.text) != "gibberish"

    def take_up(self, walk: Walk) -> Frame:
        self.actions[:] = [action or Action() for action in walk.actions[1:]]
        return self._frame()

    def snapshot(self) -> tuple[Action, ...]:
        if self.keeps_no_moments:
            raise UnsupportedError("the state of this fake cannot be kept")
        return tuple(self.actions)

    def restore(self, token: tuple[Action, ...]) -> Frame:
        self.actions[:] = token
        return self._frame()

    def _frame(self) -> Frame:
        index = len(self.actions)
        walked_m = sum(action.forward for action in self.actions)
        lens = Camera.from_fov(WIDTH_PX, HEIGHT_PX, 1.2)
        return Frame(
            rgb=np.full((HEIGHT_PX, WIDTH_PX, 3), (40 + int(8 * walked_m)) % 256, np.uint8),
            depth_m=np.full((HEIGHT_PX, WIDTH_PX), 4.0, np.float32),
            camera=lens.at(pose(np.array([0.0, -1.6, walked_m]))),
            index=index,
            time_s=index / 10,
            weather=self.weather,
        )


class FakeRecorder:
    """Keeps what it is given; a full disk refuses everything."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, Action | None, tuple[Said, ...]]] = []
        self.is_full = False
        self.is_closed = False
        self.folder = Path("a fake has none")
        self.carried: tuple[Path, int] | None = None

    def carry(self, folder: Path, until: int) -> None:
        self.carried = (folder, until)

    def append(self, frame: Frame, action: Action | None, events: Sequence[Said] = ()) -> None:
        if self.is_full:
            raise StorageError("the disk is full: cannot write the walk; free some space")
        self.rows.append((frame.index, action, tuple(events)))

    def close(self) -> None:
        self.is_closed = True


class FakePage:
    """A page at the other end: reads what an outbox holds."""

    def __init__(self) -> None:
        self.wakes = 0
        self.outbox = Outbox(self._wake)
        self.messages: list[dict[str, Any]] = []
        self.frames: list[FrameMessage] = []

    def _wake(self) -> None:
        self.wakes += 1

    def read(self) -> FakePage:
        """Take everything that waits."""
        for message in self.outbox.drain():
            if isinstance(message, str):
                self.messages.append(json.loads(message))
            else:
                self.frames.append(decode_frame(message))
        return self

    def last(self, kind: str) -> dict[str, Any]:
        """The newest message of that type."""
        return [message for message in self.messages if message["type"] == kind][-1]

    def has(self, kind: str) -> bool:
        """Whether such a message came at all."""
        return any(message["type"] == kind for message in self.messages)

"""What a session asks of the layers around it; interfaces only.

`world.World` is a `LiveWorld`, `recording.WalkWriter` a `Recorder`; whoever
serves sessions brings the functions that open them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from worldgen.recording import Walk
from worldgen.sessions.protocol import Stage
from worldgen.types import Action, Frame, Prompt, Said


class LiveWorld(Protocol):
    """A world that is dreamt frame by frame."""

    def start(self, prompt: Prompt, seed: int) -> Frame:
        """The first frame; may take seconds."""

    @property
    def caption(self) -> str:
        """What it is drawn by, in words; empty if nobody says."""

    def read_as(self, text: str) -> str:
        """A sentence as it is drawn; the same where all was understood, empty if nothing was."""

    def step(self, action: Action) -> Frame:
        """The next frame."""

    def hear(self, said: Said) -> bool:
        """From the next frame on, the world has been told that; False if it understood nothing."""

    def take_up(self, walk: Walk) -> Frame:
        """Be at a recorded walk's last frame; that frame."""

    def snapshot(self) -> Any:
        """This moment, to come back to; UnsupportedError if the model keeps none."""

    def restore(self, token: Any) -> Frame:
        """Be at a moment again; its frame."""


class Recorder(Protocol):
    """A walk being written; every call may raise StorageError and may then be repeated.

    Attributes:
        folder: where it is written.
    """

    @property
    def folder(self) -> Path: ...

    def append(self, frame: Frame, action: Action | None, events: Sequence[Said] = ()) -> None:
        """Write one frame, the action that led to it and what was said just before it."""

    def carry(self, folder: Path, until: int) -> None:
        """Begin with the frames of another recording, up to and with frame `until`."""

    def close(self) -> None:
        """Nothing more will come."""


OpenWorld = Callable[[], LiveWorld]
"""A fresh world on the device that calls this."""

OpenRecorder = Callable[[Prompt, int, Frame], Recorder]
"""A fresh recording for a walk that began from (prompt, seed) with this frame."""


@dataclass(kw_only=True)
class Device:
    """What sessions may know of the device that steps them; its worker keeps it up to date.

    Attributes:
        stage: LOADING, FAILED or EMPTY (ready).
        text: the same in words for a person.
        model: what draws, in a few words; empty until it is loaded.
        can_edit: whether it draws a part of a view anew.
        progress: share of the loading done, in [0, 1], or None.
        start_s: how long the last first frame took; None before the first.
    """

    stage: Stage = Stage.LOADING
    text: str = "Waking the model"
    model: str = ""
    can_edit: bool = False
    progress: float | None = None
    start_s: float | None = None

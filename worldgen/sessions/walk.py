"""One walk being walked: a world, its recording, and what could not be recorded yet.

Only the device's thread comes here. Stepping and recording are two calls, so
that a frame can be shown before it is written. When the disk is full the frame
is kept and `record` may be called again: nothing that was shown is lost.

Not here: who asked for it (`session`), the files (`recording`).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from worldgen.sessions.ports import LiveWorld, OpenRecorder, Recorder
from worldgen.types import Action, Frame, Prompt


@dataclass(frozen=True, kw_only=True)
class _Unwritten:
    """A frame that was shown and is not on disk yet."""

    frame: Frame
    action: Action | None
    events: tuple[str, ...]


class LiveWalk:
    """A world from its first frame on, and the recording of it."""

    def __init__(self, world: LiveWorld, open_recorder: OpenRecorder, prompt: Prompt, seed: int):
        self.prompt = prompt
        self.seed = seed
        self._world = world
        self._open_recorder = open_recorder
        self._recorder: Recorder | None = None
        self._unwritten: deque[_Unwritten] = deque()
        self._said: list[str] = []

    def begin(self) -> Frame:
        """Dream the first frame."""
        frame = self._world.start(self.prompt, self.seed)
        self._unwritten.append(_Unwritten(frame=frame, action=None, events=()))
        return frame

    def tell(self, text: str) -> None:
        """Say something to the world; it is recorded with the next frame."""
        self._world.event(text)
        self._said.append(text)

    def step(self, action: Action) -> Frame:
        """Dream the next frame."""
        frame = self._world.step(action)
        events, self._said = tuple(self._said), []
        self._unwritten.append(_Unwritten(frame=frame, action=action, events=events))
        return frame

    def record(self) -> None:
        """Write every frame that is not on disk yet.

        Raises:
            StorageError: the disk is full or gone; call again once there is room.
        """
        while self._unwritten:
            first = self._unwritten[0]
            if self._recorder is None:
                self._recorder = self._open_recorder(self.prompt, self.seed, first.frame)
            self._recorder.append(first.frame, first.action, first.events)
            self._unwritten.popleft()

    def close(self) -> None:
        """The walk is over.

        Raises:
            StorageError: its last frames could not be written; those before them stay readable.
        """
        try:
            self.record()
        finally:
            self._unwritten.clear()
            if self._recorder is not None:
                self._recorder.close()

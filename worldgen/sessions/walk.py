"""One walk being walked: a world, its recording, and the way back.

Only the device's thread comes here, but for `picture`. Stepping and recording are two
calls, so that a frame can be shown before it is written. When the disk is full the
frame is kept and `record` may be called again: nothing that was shown is lost.

About once a second a moment is kept. To go back to any frame, the world returns to
the moment before it and takes the recorded steps again, which gives the same frames;
what follows is a new walk whose recording begins with the old one's frames. Of a walk that
was taken up again the frames before that are remembered from the recording.

Not here: who asked for it (`session`), the files (`recording`).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from worldgen.errors import SessionError, UnsupportedError
from worldgen.recording import WalkWriter, read_walk
from worldgen.sessions.marked import Marked
from worldgen.sessions.moments import Moments
from worldgen.sessions.ports import LiveWorld, OpenRecorder, Recorder
from worldgen.types import Action, Frame, Prompt, Said

MOMENT_EVERY = 10
"""Frames from one moment that is kept to the next."""

MOST_MOMENTS, FEW_MOMENTS = 96, 12
"""Moments of a walk at most: while it is walked, and once it was left for another."""


@dataclass(frozen=True, kw_only=True)
class _Step:
    """What led to one frame."""

    action: Action
    events: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class _Unwritten:
    """A frame that was shown and is not on disk yet."""

    frame: Frame
    action: Action | None
    events: tuple[Said, ...]


class LiveWalk:
    """A world from its first frame on, and the recording of it."""

    def __init__(self, world: LiveWorld, open_recorder: OpenRecorder, prompt: Prompt, seed: int):
        self.prompt = prompt
        self.seed = seed
        self._world = world
        self._open_recorder = open_recorder
        self._recorder: Recorder | None = None
        self._unwritten: deque[_Unwritten] = deque()
        self._said: list[Said] = []
        self._newest: Frame | None = None
        self._steps: list[_Step] = []
        self._moments = Moments(MOST_MOMENTS)
        self._end: Any = None

    def __len__(self) -> int:
        """How many frames it has."""
        return len(self._steps) + 1

    @property
    def folder(self) -> Path | None:
        """Where it is recorded; None before its first frame was."""
        return None if self._recorder is None else self._recorder.folder

    @property
    def reading(self) -> str:
        """How its prompt was read, for a person; empty where every word was understood."""
        text = self.prompt.text or ""
        if not text and self.prompt.image is not None and self._world.caption:
            return f"Taken for “{self._world.caption}”; words beside the picture say otherwise"
        taken = self._world.read_as(text)
        if text and not taken:
            return "No word of that was understood: here is any world. Say a place, in English"
        return "" if taken == text else f"Drawn as “{taken}”"

    @property
    def can_go_back(self) -> bool:
        """Whether the model keeps moments."""
        return len(self._moments) > 0

    @classmethod
    def taken_up(
        cls, world: LiveWorld, open_recorder: OpenRecorder, folder: Path
    ) -> tuple[LiveWalk, Frame]:
        """A walk that was left in a folder, and its last frame; it goes on there.

        Raises:
            DamagedWalkError, ReplayError: it cannot be taken up.
            StorageError: its folder cannot be written to.
        """
        with read_walk(folder) as left:
            frame = world.take_up(left)
            walk = cls(world, open_recorder, left.prompt, left.header.seed)
            said = {line.index: line.events for line in left.lines}
            walk._steps = [
                _Step(action=line.action or Action(), events=tuple(said[line.index]))
                for line in left.lines[1:]
            ]
        walk._recorder = WalkWriter.resume(folder, taken_up=True)
        walk._newest = frame
        walk._keep_end()
        return walk, frame

    def begin(self) -> Frame:
        """Dream the first frame."""
        frame = self._newest = self._world.start(self.prompt, self.seed)
        self._unwritten.append(_Unwritten(frame=frame, action=None, events=()))
        self._keep_end()
        return frame

    def _keep_end(self) -> None:
        try:
            self._end = self._world.snapshot()
        except UnsupportedError:  # such a model is walked all the same, only not back
            return
        self._moments.keep(len(self._steps), self._end)

    def tell(self, words: str | Marked) -> None:
        """Say something to the world; it is recorded with the next frame.

        Raises:
            SessionError: nothing of it was understood, or the part is marked on another frame.
            ShapeError: the part is too large.
        """
        assert self._newest is not None, "only a walk that has begun is told anything"
        said = words if isinstance(words, str) else words.on(self._newest)
        if not self._world.hear(said):
            heard = said if isinstance(said, str) else said.text
            raise SessionError(
                f"nothing of “{heard[:60]}” was understood, so all stays as it is; say an "
                "hour, a weather or a season, or a thing and its place: “a red tower ahead”"
            )
        self._said.append(said)

    def step(self, action: Action) -> Frame:
        """Dream the next frame."""
        frame = self._newest = self._world.step(action)
        events, self._said = tuple(self._said), []
        self._unwritten.append(_Unwritten(frame=frame, action=action, events=events))
        self._steps.append(_Step(action=action, events=events))
        if self.can_go_back:
            self._end = self._world.snapshot()
            if len(self._steps) % MOMENT_EVERY == 0:
                self._moments.keep(len(self._steps), self._end)
        return frame

    def check(self, index: int) -> None:
        """Whether one can go back to frame `index`.

        Raises:
            SessionError: no; says why.
        """
        if not self.can_go_back:
            raise SessionError("this model keeps no moments to go back to")
        if not 0 <= index < len(self):
            raise SessionError(f"this walk has no frame {index} to go back to")

    def leave(self) -> None:
        """Another walk goes on: keep this end to come back to, and few other moments.

        Words that no frame has followed yet are not part of it.

        Raises:
            StorageError: its last frames could not be written.
        """
        self.record()
        self._said.clear()
        if self.can_go_back:
            self._moments.keep(len(self._steps), self._end)
            self._moments.thin(FEW_MOMENTS)

    def go_on(self) -> Frame:
        """Walk on from its end; the frame there."""
        return self._be_at(len(self._steps))

    def branch(self, index: int) -> tuple[LiveWalk, Frame]:
        """A walk of its own from frame `index` on, and that frame.

        Raises:
            SessionError: there is no such frame to go back to.
            DamagedWalkError: of a walk that was taken up again, a picture cannot be read.
            StorageError: the new recording could not be written.
        """
        self.check(index)
        self.record()
        assert self._recorder is not None, "every walk has a recorded first frame"
        frame = self._be_at(index)
        other = LiveWalk(self._world, self._open_recorder, self.prompt, self.seed)
        other._steps = self._steps[:index]
        other._moments = self._moments.until(index)
        other._newest, other._end = frame, self._world.snapshot()
        other._recorder = self._open_recorder(self.prompt, self.seed, frame)
        other._recorder.carry(self._recorder.folder, index)
        return other, frame

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

    def _be_at(self, index: int) -> Frame:
        """Bring the world to frame `index`, from the moment before it.

        Of a walk that was taken up again there may be none; then it is taken up there.
        """
        if index < self._moments.first:
            assert self._recorder is not None, "what was taken up is recorded"
            with read_walk(self._recorder.folder) as whole:
                frame = self._world.take_up(whole.until(index + 1))
            self._moments.begin(index, self._world.snapshot())
            return frame
        begin, token = self._moments.before(index)
        frame = self._world.restore(token)
        for step in self._steps[begin:index]:
            for said in step.events:
                self._world.hear(said)
            frame = self._world.step(step.action)
        return frame

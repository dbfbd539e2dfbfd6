"""Writing a walk as it happens.

    before   …frame n⏎ ],⏎ "events": […]⏎}⏎
    after    …frame n,⏎  frame n+1⏎ ],⏎ "events": […]⏎}⏎

What follows the last frame is the tail; one positioned write puts the new frame
and the new tail in its place. Pictures are written first. If the disk is full,
the pictures are taken away and the old tail is put back, so the walk is whole
and the same frame may be appended again later. A kill may stop that write
between two pages of the file; `document` then reads every frame before it.

Owns the files of one walk while it is written. Not here: their form (`document`).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from io import FileIO
from pathlib import Path
from types import TracebackType

import numpy as np
from PIL import Image

from worldgen.errors import RecordingError, ShapeError, StorageError
from worldgen.media import encode_depth_png, encode_rgb_png, load_image
from worldgen.recording.document import Event, events_of, frame_bytes, tail_bytes, whole_bytes
from worldgen.recording.reader import read_walk
from worldgen.recording.schema import PROMPT_PNG, WALK_JSON, FrameLine, WalkHeader, picture_name
from worldgen.recording.storage import replace_with, share, storing, write_all, write_new
from worldgen.types import Action, Frame, Said


class WalkWriter:
    """One walk being written, made by `create` or `resume`; a context manager."""

    def __init__(
        self,
        folder: Path,
        header: WalkHeader,
        lines: Sequence[FrameLine],
        events: Sequence[Event],
    ) -> None:
        """Use `create` or `resume`. Writes `walk.json` afresh."""
        self._folder = folder
        self._header = header
        self._lens = header.lens()
        self._write(lines, events)

    def _write(self, lines: Sequence[FrameLine], events: Sequence[Event]) -> None:
        """Write `walk.json` afresh, and go on after it."""
        header, folder = self._header, self._folder
        self._count = len(lines)
        self._last_index = lines[-1].index if lines else -1
        self._events = list(events)
        whole = whole_bytes(header, lines, events)
        self._tail = tail_bytes(events)
        self._end = len(whole) - len(self._tail)
        replace_with(folder / WALK_JSON, whole)
        with storing(folder):
            self._file = FileIO(folder / WALK_JSON, "r+")

    @classmethod
    def create(cls, folder: str | os.PathLike[str], header: WalkHeader) -> WalkWriter:
        """Begin a walk in a folder that holds none yet.

        Raises:
            RecordingError: there is a walk already.
            StorageError: the disk is full, or may not be written.
        """
        path = Path(folder)
        if (path / WALK_JSON).exists():
            raise RecordingError(
                f"{str(path)!r} already holds a walk; resume it or choose another folder"
            )
        with storing(path):
            (path / "frames").mkdir(parents=True, exist_ok=True)
            (path / "depth").mkdir(exist_ok=True)
        picture = header.prompt.get("image")
        if isinstance(picture, Image.Image):
            write_new(path / PROMPT_PNG, encode_rgb_png(np.asarray(load_image(picture))))
            picture = PROMPT_PNG
        prompt = {**header.prompt, "text": header.prompt.get("text"), "image": picture}
        return cls(path, replace(header, prompt=prompt), [], [])

    @classmethod
    def resume(cls, folder: str | os.PathLike[str], *, taken_up: bool = False) -> WalkWriter:
        """Take up a walk where it ended, mending what a kill may have torn.

        Args:
            folder: of the walk.
            taken_up: what follows is dreamt by a world that knows the walk from its recording
                alone, so that it cannot be repeated; the header says from where on.

        Raises:
            DamagedWalkError: it cannot be read.
            StorageError: the disk is full, or may not be written.
        """
        with read_walk(folder) as walk:
            header, lines = walk.header, walk.lines
            if taken_up and lines and "taken_up" not in header.prompt:
                header = replace(header, prompt={**header.prompt, "taken_up": lines[-1].index})
            return cls(Path(folder), header, lines, walk.events)

    @property
    def folder(self) -> Path:
        """Where the walk is."""
        return self._folder

    def __len__(self) -> int:
        return self._count

    def append(self, frame: Frame, action: Action | None, events: Sequence[Said] = ()) -> None:
        """Add one frame.

        Args:
            frame: seen by the header's camera; its index greater than the last one's.
            action: what led to it; None at the start.
            events: what was said just before it.

        Raises:
            RecordingError: the walk is closed, or the frame is not the next.
            ShapeError: the frame was seen by another lens.
            StorageError: the disk is full; the walk is as it was, try again when there is room.
        """
        self._check(frame)
        rgb = picture_name(frame.index)
        depth = None if frame.depth_m is None else f"depth/{frame.index:06d}.png"
        line = FrameLine(
            index=frame.index,
            time_s=frame.time_s,
            action=action,
            pose_c2w=frame.camera.pose_c2w,
            rgb=rgb,
            depth=depth,
            events=tuple(events),
            weather=frame.weather,
        )
        try:
            write_new(self._folder / rgb, encode_rgb_png(frame.rgb))
            if depth is not None and frame.depth_m is not None:
                data = encode_depth_png(frame.depth_m, self._header.depth_scale_m)
                write_new(self._folder / depth, data)
            self._add(line)
        except StorageError:
            for name in (rgb, depth or rgb):
                with suppress(OSError):
                    (self._folder / name).unlink(missing_ok=True)
            raise

    def carry(self, folder: str | os.PathLike[str], until: int) -> None:
        """Begin with the frames of another walk, up to and with frame `until`.

        Only a walk without frames can. Pictures are hard links where the disk has them; nobody
        ever writes to one.

        Raises:
            RecordingError: there are frames already, or the lenses differ.
            DamagedWalkError: the other walk cannot be read.
            StorageError: the disk is full; this walk is as it was.
        """
        with read_walk(folder) as walk:
            if self._count or walk.header.camera != self._header.camera:
                raise RecordingError("only an empty walk with the same lens can carry another on")
            lines = [line for line in walk.lines if line.index <= until]
            events = [event for event in walk.events if event["index"] <= until]
        for line in lines:
            for name in (line.rgb, line.depth):
                if name is not None:
                    share(Path(folder) / name, self._folder / name)
        self._file.close()
        self._write(lines, events)

    def close(self) -> None:
        """Stop writing. The walk is whole before and after."""
        self._file.close()

    def __enter__(self) -> WalkWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def _check(self, frame: Frame) -> None:
        if self._file.closed:
            raise RecordingError(f"the walk {str(self._folder)!r} is closed; resume it to go on")
        if frame.index <= self._last_index:
            raise RecordingError(
                f"frame {frame.index} cannot follow frame {self._last_index}; a walk only goes on"
            )
        if WalkHeader.camera_of(frame.camera) != WalkHeader.camera_of(self._lens):
            raise ShapeError("the frame was seen by another lens than the walk's; start a new walk")

    def _add(self, line: FrameLine) -> None:
        """Replace the tail by the new line and the new tail, or leave it as it was."""
        events = [*self._events, *events_of(line)]
        added = frame_bytes(line, first=self._count == 0)
        tail = tail_bytes(events) if line.events else self._tail
        with storing(self._folder / WALK_JSON):
            try:
                self._file.seek(self._end)
                write_all(self._file, added + tail)
            except OSError:
                self._file.seek(self._end)
                write_all(self._file, self._tail)
                self._file.truncate()
                raise
        self._end += len(added)
        self._tail = tail
        self._events = events
        self._count += 1
        self._last_index = line.index

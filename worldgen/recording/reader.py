"""Reading a walk: what it says at once, its pictures when asked.

Everything said in `walk.json` is checked when a walk is opened, and that its
pictures are there; what is in a picture, when its frame is read. An error names
the frame. Not here: the form (`document`, `schema`), folder or ZIP (`source`).
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from worldgen.errors import DamagedWalkError, WorldgenError
from worldgen.media import decode_depth_png, decode_frame, load_image
from worldgen.recording.document import Event, parse
from worldgen.recording.said import said_from_json
from worldgen.recording.schema import WALK_JSON, FrameLine, WalkHeader, picture_name
from worldgen.recording.source import Source, open_source
from worldgen.types import Action, Frame, Prompt, Said


class Walk:
    """A walk on disk, as `read_walk` opened it; a context manager.

    Attributes:
        header: what holds for all of it.
        lines: one per frame, in order; everything but the pictures.
        events: {"index": frame before which it was said, "text": what}, in order; of an edit
            also its "mask".
    """

    def __init__(
        self,
        source: Source,
        header: WalkHeader,
        lines: Sequence[FrameLine],
        events: Sequence[Event],
    ) -> None:
        """Use `read_walk`."""
        self.header = header
        self.lines = list(lines)
        self.events = list(events)
        self._source = source
        self._lens = header.lens()

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def actions(self) -> list[Action | None]:
        """The action that led to each frame; None for the first."""
        return [line.action for line in self.lines]

    @property
    def said(self) -> dict[int, list[Said]]:
        """What was said before which frame."""
        said = defaultdict[int, list[Said]](list)
        for event in self.events:
            said[event["index"]].append(said_from_json(event))
        return dict(said)

    @property
    def prompt(self) -> Prompt:
        """What the world began with.

        Raises:
            PromptError: the walk has neither words nor picture.
            DamagedWalkError: its picture is missing.
        """
        text, name = self.header.prompt.get("text"), self.header.prompt.get("image")
        image = None if name is None else load_image(self._source.read(str(name)))
        return Prompt(text=text, image=image)

    def frame(self, at: int) -> Frame:
        """Read the pictures of the `at`-th frame.

        Raises:
            DamagedWalkError: a picture is missing, damaged or of another size.
        """
        line = self.lines[at]
        try:
            rgb = decode_frame(self._source.read(line.rgb))
            depth_m = self._depth(line.depth)
            return Frame(
                rgb=rgb,
                depth_m=depth_m,
                camera=self._lens.at(line.pose_c2w),
                index=line.index,
                time_s=line.time_s,
                sky=None if depth_m is None else np.isinf(depth_m),
                weather=line.weather,
            )
        except WorldgenError as error:
            raise DamagedWalkError(f"frame {line.index} is damaged: {error}") from error

    def frames(self) -> Iterator[Frame]:
        """All frames in order, one in memory at a time."""
        return (self.frame(at) for at in range(len(self)))

    def until(self, frames: int) -> Walk:
        """Its first so many frames, as a walk that ends there; it reads what this one reads."""
        lines = self.lines[:frames]
        last = lines[-1].index if lines else -1
        events = [event for event in self.events if event["index"] <= last]
        return Walk(self._source, self.header, lines, events)

    def bytes_of(self, name: str) -> bytes:
        """A file of the walk as it lies there.

        Args:
            name: as its lines and its header call it.

        Raises:
            DamagedWalkError: it is missing or damaged.
        """
        return self._source.read(name)

    def close(self) -> None:
        """Let go of open files; `frame` works no more."""
        self._source.close()

    def __enter__(self) -> Walk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def _depth(self, name: str | None) -> np.ndarray | None:
        if name is None:
            return None
        return decode_depth_png(self._source.read(name), self.header.depth_scale_m)


def read_picture(folder: str | os.PathLike[str], index: int) -> np.ndarray:
    """The picture of frame `index`, (H, W, 3) uint8, of a walk that may still be being written.

    Raises:
        DamagedWalkError: there is none, or it is damaged.
    """
    name = picture_name(index)
    try:
        return decode_frame((Path(folder) / name).read_bytes())
    except (OSError, WorldgenError) as error:
        raise DamagedWalkError(f"frame {index} cannot be shown: {error}") from error


def read_walk(path: str | os.PathLike[str]) -> Walk:
    """Open a walk that may still be being written.

    Args:
        path: its folder, or that folder zipped.

    Raises:
        DamagedWalkError: no walk, or something in it is wrong; says which frame.
    """
    source = open_source(Path(path))
    try:
        header, lines, events = parse(source.read(WALK_JSON))
        for line in lines:
            for name in (line.rgb, line.depth):
                if name is not None and not source.has(name):
                    raise DamagedWalkError(f"frame {line.index} is damaged: {name!r} is missing")
    except DamagedWalkError:
        source.close()
        raise
    return Walk(source, header, lines, events)

"""A recorded walk taken up where it ended: what its frames show is remembered again.

    walk on disk ──events, frames, poses──▶ a world at the walk's last frame

Nothing is dreamt but the first picture, for the model's state; things stand and
fall as they did, and memory is made of the recorded pictures, so that what was
seen is seen again. Of a long walk every few frames are enough. What moved by itself
was not recorded and is taken for what stands still. Of an event the frames just before and
after it are read, and the first that shows the new looks alone.

Not here: taking the recording up (`recording`), the walk's moments (`sessions`).
"""

from __future__ import annotations

from typing import Protocol

from worldgen.errors import ReplayError
from worldgen.recording import Walk
from worldgen.types import Action, Frame, Prompt, Said
from worldgen.world.transition import LASTS_S

MOST_READ = 900
"""Frames whose pictures are read at most, evenly spread, beside the last ones."""

LAST_READ = 30
"""The last frames are read all: they are what one stands among."""


class Relives(Protocol):
    """What taking up asks of a world."""

    fly: bool

    def start(self, prompt: Prompt, seed: int) -> Frame:
        """Dream the first frame."""

    def hear(self, said: Said) -> bool:
        """Tell it something."""

    def relive(self, frame: Frame, action: Action) -> None:
        """Be at a frame that was recorded."""


def take_up(walk: Walk, world: Relives) -> None:
    """Bring a world to the last frame of a walk.

    Args:
        walk: the recording, from its first frame on.
        world: on a model like the one that dreamt it; what it dreamt before is left behind.

    Raises:
        ReplayError: the walk has no frames, or gaps.
        DamagedWalkError: a picture cannot be read.
    """
    check_whole(walk)
    world.fly = bool(walk.header.prompt.get("fly", False))
    world.start(walk.prompt, walk.header.seed)
    world.relive(walk.frame(0), Action())
    said = walk.said
    changed = round(LASTS_S * walk.header.fps)
    read = _read(len(walk), {at + later for at in said for later in (-1, 0, changed)})
    for at, line in enumerate(walk.lines[1:], 1):
        for told in said.get(at, ()):
            world.hear(told)
        if at in read:
            world.relive(walk.frame(at), line.action or Action())


def check_whole(walk: Walk) -> None:
    """See that a walk has all its frames, from the first on.

    Raises:
        ReplayError: it has not.
    """
    if not walk.lines:
        raise ReplayError("the walk has no frames, so there is nothing to repeat")
    indices = [line.index for line in walk.lines]
    if indices != list(range(len(indices))):
        raise ReplayError(
            f"the walk begins at frame {indices[0]} or has gaps; only a whole walk can be repeated"
        )


def _read(count: int, telling: set[int]) -> set[int]:
    """The frames to read: every few, those that tell more than others, and the last."""
    every = range(0, count, -(-count // MOST_READ))
    return {*every, *telling, *range(count - LAST_READ, count)}

"""A world at a moment, as one value.

Not here: what comes next (`world`).
"""

from __future__ import annotations

from dataclasses import dataclass

from worldgen.kinematics import Body
from worldgen.memory import Recall, SpatialMemory
from worldgen.models.base import Move, Picture, State
from worldgen.things import Thing
from worldgen.types import CLEAR, NOWHERE, Frame, Setting, Weather
from worldgen.world.colour_transfer import ColourTransfer
from worldgen.world.region import ViewRegion
from worldgen.world.staging import Staged
from worldgen.world.transition import Transition


@dataclass(frozen=True, kw_only=True, eq=False)
class Stride:
    """One frame's way, before it is drawn.

    Attributes:
        move: the action, the camera after it, and what is known there.
        body: where the body is then.
        things: what stands and falls then.
        staged: what was known of the view, things included; None without depth.
        known: what memory knew of the view, if memory is still what it was then.
        epoch: how many events had changed the looks.
    """

    move: Move
    body: Body
    things: tuple[Thing, ...]
    staged: Staged | None
    known: Recall | None
    epoch: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """A picture that waits to be shown, the stride that led to it, and what is in the air."""

    picture: Picture
    stride: Stride
    weather: Weather = CLEAR


@dataclass(frozen=True, kw_only=True, eq=False)
class Snapshot:
    """A world at a moment. A value: keep it, go back to it, as often as you like.

    Attributes:
        model: fingerprint of the model that dreams it.
        state: the model's rollout state.
        memory: what was seen so far.
        body: where the body is; with chunks, where it will be at the chunk's end.
        waiting: pictures of a chunk that were drawn and not shown yet.
        frame: the newest frame.
        epoch: how many events have changed its looks.
        things: what stands and falls; with chunks, at the chunk's end.
        shown: the same in the newest frame.
        born: how many things there have been.
        light: how bright things are, 1 by day.
        transition: a change of looks on its way, or None.
        blank: what the next picture draws anew, or None.
        untold: the rollout without words that hold for the next picture alone, or None.
        pictured: whether the world began with a picture.
        transfer: a picture's colours in the light of now, or None.
        setting: the kind of place, as far as the model knows.
        seed: of the world.
    """

    model: str
    state: State
    memory: SpatialMemory
    body: Body
    waiting: tuple[Drawn, ...]
    frame: Frame
    epoch: int
    things: tuple[Thing, ...] = ()
    shown: tuple[Thing, ...] = ()
    born: int = 0
    light: float = 1.0
    transition: Transition | None = None
    blank: ViewRegion | None = None
    untold: State | None = None
    pictured: bool = False
    transfer: ColourTransfer | None = None
    setting: Setting = NOWHERE
    seed: int = 0

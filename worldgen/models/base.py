"""The one protocol that every world model speaks, and the values it speaks in.

    opening ──▶ start ──▶ state, pictures
    moves   ──▶ step  ──▶ state, pictures      (a chunk in, a chunk out)
    text    ──▶ event ──▶ state

The rollout state is a value: it goes in, another comes back, and neither is
ever changed. Keeping one is a snapshot; stepping it twice is a branch. Poses
are integrated by the caller, so a `Move` says both what the person did and
where the camera stands afterwards. What is already known of the view from
there is its `Hint`.

Not here: any model, and who remembers what (`memory`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ConfigError, ShapeError
from worldgen.geometry.camera import Camera
from worldgen.types import Action, Prompt, Setting, Weather

State = Any
"""A model's rollout state: opaque to callers, immutable, cheap to keep."""


@dataclass(frozen=True, kw_only=True)
class ModelSpec:
    """What a model draws, needs and costs.

    Attributes:
        name: how it is asked for on the command line.
        title: one line for people.
        width_px, height_px: size of every picture.
        hfov_rad: horizontal field of view that it was trained on.
        dt_s: seconds by which one frame advances the world.
        chunk_frames: pictures made by one `step`; as many moves go in.
        keys: the keys whose effect it learned.
        needs_image: cannot start from text alone.
        needs_pose: wants the camera with every move.
        takes_text, takes_image, takes_events: what it listens to.
        gives_depth: its pictures come with metric depth.
        can_snapshot: its state is a value that can be kept.
        looks_aside: a view beside the next one is worth a step of its own, whose state is
            then left behind; asked of models that draw frame by frame.
        vram_gb: GPU memory that it wants; 0 runs on a bare CPU.
        licence: SPDX identifier of the weights.
        territory: where the licence does not reach, or "worldwide".
    """

    name: str
    title: str
    width_px: int
    height_px: int
    hfov_rad: float
    dt_s: float
    keys: tuple[str, ...]
    licence: str
    chunk_frames: int = 1
    needs_image: bool = False
    needs_pose: bool = True
    takes_text: bool = True
    takes_image: bool = True
    takes_events: bool = True
    gives_depth: bool = True
    can_snapshot: bool = True
    looks_aside: bool = False
    vram_gb: float = 0.0
    territory: str = "worldwide"

    def __post_init__(self) -> None:
        if self.chunk_frames < 1 or min(self.width_px, self.height_px) < 1:
            raise ConfigError(
                f"model {self.name!r}: got {self.width_px}x{self.height_px} px in chunks of "
                f"{self.chunk_frames}; sizes and chunks must be at least 1"
            )

    @property
    def can_look_aside(self) -> bool:
        """Whether views beside the next one are drawn, and remembered, before it."""
        return self.looks_aside and self.gives_depth and self.chunk_frames == 1

    @property
    def can_edit(self) -> bool:
        """Whether a part of a view can be drawn anew, as words say."""
        return self.takes_events and self.gives_depth


@dataclass(frozen=True, kw_only=True, eq=False)
class Hint:
    """What is known of a view before it is drawn.

    Attributes:
        rgb: (H, W, 3) uint8, meaningful where `colour` > 0.
        depth_m: (H, W) float32 metres along +z, +inf sky, where `depth` > 0.
        colour: (H, W) float32, confidence in the colour, 0 to 1.
        depth: (H, W) float32, confidence in the depth, 0 to 1.
        sharpness: (H, W) float32, share of the view's resolution that the colours have, 0 to 1:
            a half is what was seen from twice as far. None is all of it, everywhere.
    """

    rgb: NDArray[np.uint8]
    depth_m: NDArray[np.float32]
    colour: NDArray[np.float32]
    depth: NDArray[np.float32]
    sharpness: NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        size = self.colour.shape
        flat = {"depth_m": self.depth_m, "colour": self.colour, "depth": self.depth}
        if self.sharpness is not None:
            flat["sharpness"] = self.sharpness
        if self.rgb.shape != (*size, 3) or any(part.shape != size for part in flat.values()):
            told = ", ".join(f"{name} {part.shape}" for name, part in flat.items())
            raise ShapeError(
                f"hint planes disagree: rgb {self.rgb.shape}, {told}; "
                "wanted (H, W, 3) and (H, W) for the others"
            )

    @classmethod
    def empty(cls, height_px: int, width_px: int) -> Hint:
        """A hint that knows nothing: (height_px, width_px), all confidences 0."""
        size = (height_px, width_px)
        nothing = np.zeros(size, np.float32)
        return cls(
            rgb=np.zeros((*size, 3), np.uint8), depth_m=nothing, colour=nothing, depth=nothing
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Move:
    """One frame's worth of steering: the action, the camera after it, and what is known there."""

    action: Action
    camera: Camera
    hint: Hint | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Picture:
    """One drawn frame, before anybody numbers it.

    Attributes:
        rgb: (H, W, 3) uint8.
        depth_m: (H, W) float32 metres along +z, +inf sky, 0 unknown; None without depth.
        sky: (H, W) bool, or None.
        moving: (H, W) bool, what moves by itself; or None.
    """

    rgb: NDArray[np.uint8]
    depth_m: NDArray[np.float32] | None = None
    sky: NDArray[np.bool_] | None = None
    moving: NDArray[np.bool_] | None = None


class WorldModel(Protocol):
    """A model of what comes next. Weights are shared; every rollout is a state."""

    @property
    def spec(self) -> ModelSpec:
        """What it draws, needs and costs."""

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[State, list[Picture]]:
        """Draw the first picture; `opening.hint` holds a prompt's picture, if there is one."""

    def step(self, state: State, moves: Sequence[Move]) -> tuple[State, list[Picture]]:
        """Draw `spec.chunk_frames` pictures for as many moves."""

    def event(self, state: State, text: str) -> State:
        """The same rollout, from now on also told `text`; `state` itself if it says nothing new."""

    def fingerprint(self) -> str:
        """The weights' sha256 in hex: two models that agree here draw alike."""


@runtime_checkable
class Rewords(Protocol):
    """What a model has beside that if it was taught fewer words than people say."""

    def told(self, text: str) -> str:
        """A sentence in the words that it is drawn by; the same one where all were taught.

        Empty if it has no word that was.
        """

    def spelt(self, text: str) -> str:
        """A sentence without slips of the pen, as people may have meant it."""


@runtime_checkable
class Captions(Protocol):
    """What a model has beside that if it draws by words, its own about a picture among them."""

    def caption(self, state: State) -> str:
        """The words that hold for the next picture; empty if there are none."""


@runtime_checkable
class Retells(Protocol):
    """What a model has beside that if words can hold for some of its pictures alone."""

    def edit(self, state: State, text: str) -> State:
        """The same rollout, told `text` of a part of its next picture."""

    def retold(self, state: State, like: State) -> State:
        """The rollout of `state`, from now on told no more than that of `like` was."""


@runtime_checkable
class Weathered(Protocol):
    """What a model has beside that if it knows the weather that it draws."""

    def weather(self, state: State) -> Weather:
        """What is in the air of the next picture. Rain and snow are not to be in the picture."""


@runtime_checkable
class Settled(Protocol):
    """What a model has beside that if it knows what kind of place it draws."""

    def setting(self, state: State) -> Setting:
        """The kind of place, and the season, of the next picture."""

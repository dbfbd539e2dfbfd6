"""EchoModel: a fake that paints the camera's pose as a colour.

It stands in for a real model in tests of the layers above: each pose has one
shade, so a lost or doubled action shows. It dreams nothing, and no person is
ever offered it.

Not here: models that draw worlds (`registry` lists those).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from worldgen.geometry.camera import Camera
from worldgen.models.base import ModelSpec, Move, Picture
from worldgen.types import Prompt

SPEC = ModelSpec(
    name="echo",
    title="Paints the pose as a colour (a fake, for tests)",
    width_px=64,
    height_px=36,
    hfov_rad=float(np.deg2rad(70)),
    dt_s=0.1,
    keys=("W", "A", "S", "D", "LEFT", "RIGHT", "UP", "DOWN", "SPACE", "SHIFT"),
    licence="Apache-2.0",
)


@dataclass(frozen=True, kw_only=True)
class EchoState:
    """All that an echo remembers: its seed, and the last event's text."""

    seed: int
    event: str = ""


class EchoModel:
    """The fake itself; `spec` may be swapped to try other sizes and chunk lengths."""

    def __init__(self, spec: ModelSpec = SPEC) -> None:
        self._spec = spec

    @property
    def spec(self) -> ModelSpec:
        return self._spec

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[EchoState, list[Picture]]:
        state = EchoState(seed=seed)
        return state, [self._paint(state, opening.camera)]

    def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
        return state, [self._paint(state, move.camera) for move in moves]

    def event(self, state: EchoState, text: str) -> EchoState:
        return replace(state, event=text)

    def fingerprint(self) -> str:
        return "echo"

    def _paint(self, state: EchoState, camera: Camera) -> Picture:
        """One flat shade from position, heading, seed and event; a wall 4 m ahead as depth."""
        pose = camera.pose_c2w
        shade = np.array([pose[0, 3], pose[2, 3], np.arctan2(pose[0, 2], pose[2, 2])])
        offset = state.seed % 97 + len(state.event)
        colour = np.round(128 + 100 * np.sin(shade * 0.35 + offset)).astype(np.uint8)
        size = (self._spec.height_px, self._spec.width_px)
        return Picture(
            rgb=np.broadcast_to(colour, (*size, 3)).copy(),
            depth_m=np.full(size, 4.0, np.float32),
            sky=np.zeros(size, bool),
            moving=np.zeros(size, bool),
        )

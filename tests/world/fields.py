"""A model for tests that paints what it is hinted at, on level ground."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from worldgen.models.base import Hint, Move, Picture
from worldgen.models.echo import SPEC, EchoModel, EchoState
from worldgen.types import Prompt
from worldgen.world.staging import TRUST

FIELD = Prompt(text="a field")


class PaintedField(EchoModel):
    """An echo of level grass under a grey sky that paints what it is hinted at."""

    def __init__(self, **changes: object) -> None:
        super().__init__(replace(SPEC, width_px=128, height_px=72, **changes))  # type: ignore[arg-type]
        self.hints: list[Hint] = []

    def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
        self.hints += [move.hint for move in moves if move.hint is not None]
        return state, [self._field(move) for move in moves]

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[EchoState, list[Picture]]:
        return EchoState(seed=seed), [self._field(replace(opening, hint=None))]

    def _field(self, move: Move) -> Picture:
        camera = move.camera
        v = (np.arange(72) + 0.5 - camera.cy)[:, None] / camera.fy
        with np.errstate(divide="ignore"):
            depth = np.where(v > 0.02, -camera.position[1] / v, np.inf)
        depth_m = np.broadcast_to(depth, (72, 128)).astype(np.float32)
        rgb = np.where(np.isinf(depth_m)[..., None], 160, (60, 120, 50)).astype(np.uint8)
        if move.hint is not None:
            told = move.hint.colour >= TRUST
            rgb = np.where(told[..., None], move.hint.rgb, rgb)
            depth_m = np.where(told, move.hint.depth_m * np.float32(1.1), depth_m)
        return Picture(
            rgb=rgb, depth_m=depth_m, sky=np.isinf(depth_m), moving=np.zeros((72, 128), bool)
        )


def reds(rgb: np.ndarray) -> np.ndarray:
    wide = rgb.astype(int)
    return np.asarray((wide[..., 0] > 90) & (wide[..., 1] < 70))

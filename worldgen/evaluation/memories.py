"""The memory that a model is led with: as it is, switched off, or spoilt.

    on      as in play
    off     no picture is kept: every frame is drawn from words and pose alone
    spoilt  everything that goes in is wrong by a little, and what comes out has holes

Spoilt is: depth times exp(N(0, 3 %)) a frame and a smooth field of as much again;
colours times exp(N(0, 10 %)) a frame, as if exposure wandered; and a hint of which
six discs, a fifth of its width across, are not known. So one sees what a model
makes of a memory that it cannot trust.

Not here: the memory itself (`worldgen.memory`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.memory import DREAMT, MemoryConfig, Recall, SpatialMemory
from worldgen.types import Frame

DEPTH_SIGMA, EXPOSURE_SIGMA = 0.03, 0.10
HOLES, HOLE_SHARE = 6, 0.2


class Remembers(Protocol):
    """What a rollout asks of a memory; a value, `add` gives another."""

    def hint(self, camera: Camera, epoch: int = 0) -> Recall:
        """What is known of a view."""

    def settled(self, frame: Frame, epoch: int = 0) -> Frame:
        """The frame with nothing in space that others looked through."""

    def add(self, frame: Frame, epoch: int = 0, known: Recall | None = None) -> Remembers:
        """The memory after one more frame."""


@dataclass(frozen=True, kw_only=True)
class Spoilt:
    """A memory that is wrong by a little, as the module says; the same way each time.

    Attributes:
        inner: the memory that is fed what is wrong.
        added: how many frames it was given; decides the noise.
    """

    inner: SpatialMemory = field(default_factory=lambda: SpatialMemory(config=DREAMT))
    added: int = 0

    def hint(self, camera: Camera, epoch: int = 0) -> Recall:
        """What is known of a view, but for the holes."""
        known = self.inner.hint(camera, epoch)
        kept = ~holes(camera.shape, np.random.default_rng([self.added, 61]))
        return replace(
            known,
            colour=known.colour * kept,
            depth=known.depth * kept,
            source=np.where(kept, known.source, np.int16(-1)),
        )

    def settled(self, frame: Frame, epoch: int = 0) -> Frame:
        """As it is: who is wrong about depth can say nothing against anybody."""
        return frame

    def add(self, frame: Frame, epoch: int = 0, known: Recall | None = None) -> Spoilt:
        """Remember a spoilt copy of the frame; `known` has holes and is not used."""
        copy = spoilt(frame, np.random.default_rng([self.added, 67]))
        return replace(self, inner=self.inner.add(copy, epoch), added=self.added + 1)


def as_at_play() -> SpatialMemory:
    """A memory as `World` begins with."""
    return SpatialMemory(config=DREAMT)


def switched_off() -> SpatialMemory:
    """A memory that keeps no pictures."""
    return SpatialMemory(config=MemoryConfig(max_keyframes=0))


CONDITIONS: dict[str, Callable[[], Remembers]] = {
    "on": as_at_play,
    "off": switched_off,
    "spoilt": Spoilt,
}


def spoilt(frame: Frame, rng: np.random.Generator) -> Frame:
    """The frame with its depth and its exposure off, as the module says."""
    assert frame.depth_m is not None, "a memory is fed frames with depth"
    field_HW = _smooth(rng.normal(0, DEPTH_SIGMA, (5, 9)), frame.camera.shape)
    depth_m = frame.depth_m * np.exp(field_HW + rng.normal(0, DEPTH_SIGMA))
    rgb = np.clip(frame.rgb * np.exp(rng.normal(0, EXPOSURE_SIGMA)), 0, 255)
    return replace(frame, rgb=rgb.astype(np.uint8), depth_m=depth_m.astype(np.float32))


def holes(shape: tuple[int, int], rng: np.random.Generator) -> NDArray[np.bool_]:
    """(H, W): what is inside one of the discs."""
    height, width = shape
    down, across = np.mgrid[:height, :width]
    gone = np.zeros(shape, bool)
    for x, y in rng.uniform(0, 1, (HOLES, 2)) * (width, height):
        gone |= np.hypot(across - x, down - y) < HOLE_SHARE * width / 2
    return gone


def _smooth(coarse: NDArray[np.float64], shape: tuple[int, int]) -> NDArray[np.float64]:
    """A coarse grid drawn out over a picture, linearly between its points."""
    for axis, length in enumerate(shape):
        at = np.linspace(0, coarse.shape[axis] - 1, length)
        low = np.minimum(at.astype(int), coarse.shape[axis] - 2)
        part = np.expand_dims(at - low, 1 - axis)
        coarse = np.take(coarse, low, axis) * (1 - part) + np.take(coarse, low + 1, axis) * part
    return coarse

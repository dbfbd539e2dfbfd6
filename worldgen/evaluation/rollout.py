"""A model led along a given walk, from a true first picture; and what needs no model.

Fidelity to a true scene can be judged only if the model starts from that scene.
So the first frame is the truth, and the rollout is this, exactly:

1. The memory holds one frame: the true first picture with its true depth and masks.
2. The model starts on the walk's caption, its hint drawn from that memory.
3. At each step the memory is drawn from the walk's own camera, the model draws
   its picture, and that picture is added to the memory, as `World` does. A model that
   looks aside does so here, too; a memory that is spoilt on purpose has it look straight ahead.

Poses are the walk's, not the ones that a body would take in the model's world.
The true first picture stays in the memory; no later truth ever enters it.

Not here: walks (`heldout.py`), play on the model's own ground (`world`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.data.walks import DT_S
from worldgen.evaluation.heldout import HeldOutWalk
from worldgen.evaluation.memories import Remembers
from worldgen.geometry import Camera
from worldgen.memory import DREAMT, Recall, SpatialMemory, splat
from worldgen.models.base import Move, Picture, State, WorldModel
from worldgen.types import Action, Frame, Prompt
from worldgen.world.outlook import Outlook, ahead
from worldgen.world.showing import frame_of, weather_of
from worldgen.world.told import as_hint


@dataclass(frozen=True, kw_only=True, eq=False)
class Rollout:
    """A model on its way: a value, `step` gives another.

    Attributes:
        model, state, memory: what draws, where it is, what it remembers.
        frame: the newest picture.
    """

    model: WorldModel
    state: State
    memory: Remembers
    frame: Frame

    @classmethod
    def begin(cls, model: WorldModel, first: Frame, caption: str, seed: int = 0) -> Rollout:
        """Start from a true first frame, as the module says."""
        empty = SpatialMemory(config=DREAMT)
        known = empty.add(first).hint(first.camera)
        opening = Move(action=Action(), camera=first.camera, hint=as_hint(known))
        state, pictures = model.start(Prompt(text=caption), seed, opening)
        weather = weather_of(model, state)
        return cls(
            model=model,
            state=state,
            memory=empty.add(replace(first, weather=weather)),
            frame=frame_of(pictures[0], first.camera, 0, DT_S, weather=weather),
        )

    def remembering(self, memory: Remembers, first: Frame) -> Rollout:
        """The same start with another memory, given the same true first frame.

        What the model was shown to start on stays the truth, whatever that memory makes of it.
        """
        return replace(self, memory=memory.add(replace(first, weather=self.frame.weather)))

    def step(self, action: Action, camera: Camera) -> Rollout:
        """One frame on, at the commanded camera."""
        memory, known = self._looked_aside(camera)
        told = memory.steadied(known, camera) if isinstance(memory, SpatialMemory) else known
        move = Move(action=action, camera=camera, hint=as_hint(told))
        state, pictures = self.model.step(self.state, [move])
        frame = memory.settled(self._frame(pictures[0], camera))
        return replace(self, state=state, memory=memory.add(frame, 0, known), frame=frame)

    def _looked_aside(self, camera: Camera) -> tuple[Remembers, Recall]:
        """The memory after a look aside, as `World` takes it, and what it knows of a view."""
        memory, known = self.memory, self.memory.hint(camera)
        if not self.model.spec.can_look_aside or not isinstance(memory, SpatialMemory):
            return memory, known

        def draw(where: Outlook) -> Frame:
            move = Move(action=Action(), camera=where.camera, hint=as_hint(where.known))
            _, pictures = self.model.step(self.state, [move])
            return memory.settled(self._frame(pictures[0], where.camera))

        looked = ahead(memory, self.frame, camera, known, 0, draw)
        return (memory, known) if looked is memory else (looked, looked.hint(camera))

    def _frame(self, picture: Picture, camera: Camera) -> Frame:
        """The next one; on a walk without events the weather stays."""
        weather = self.frame.weather
        return frame_of(picture, camera, self.frame.index + 1, DT_S, weather=weather)


def follow(model: WorldModel, walk: HeldOutWalk, first: Frame, seed: int = 0) -> list[Frame]:
    """The whole walk as the model draws it, its own copy of the first frame included."""
    rollout = Rollout.begin(model, first, walk.caption, seed)
    frames = [rollout.frame]
    for action, camera in zip(walk.actions[1:], walk.cameras[1:], strict=True):
        rollout = rollout.step(action, camera)
        frames.append(rollout.frame)
    return frames


def warp(first: Frame, camera: Camera) -> NDArray[np.uint8]:
    """The baseline *warp*: the first picture drawn from the new camera by its true depth.

    What it does not show is filled smoothly from what surrounds it.
    """
    assert first.depth_m is not None, "true frames have depth"
    pose = np.asarray(first.camera.pose_c2w)[None]
    known = splat(first.rgb[None], first.depth_m[None], pose, camera, source=first.camera)
    return fill(known.rgb, known.colour > 0)


def fill(rgb: NDArray[np.uint8], known: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Fill the unknown by pull and push: each gap from the finest coarser level that knows it."""
    weight = known.astype(np.float64)[..., None]
    filled = _pull_push(rgb * weight, weight)
    grown: NDArray[np.uint8] = np.where(known[..., None], rgb, np.round(filled)).astype(np.uint8)
    return grown


def _pull_push(weighted: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    height, width = weight.shape[:2]
    if weight.all() or max(height, width) == 1:
        return np.divide(weighted, weight, out=np.zeros_like(weighted), where=weight > 0)
    coarse = _pull_push(_halved(weighted), _halved(weight))
    pushed = _doubled(coarse)[:height, :width]
    known = np.minimum(weight, 1.0)
    own = np.divide(weighted, weight, out=np.zeros_like(weighted), where=weight > 0)
    mixed: NDArray[np.float64] = known * own + (1 - known) * pushed
    return mixed


def _halved(plane: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sums of squares of 2 x 2; an odd border counts alone."""
    height, width = plane.shape[:2]
    even = np.pad(plane, ((0, height % 2), (0, width % 2), (0, 0)))
    squares = even.reshape(even.shape[0] // 2, 2, even.shape[1] // 2, 2, -1)
    sums: NDArray[np.float64] = squares.sum((1, 3))
    return sums


def _doubled(plane: NDArray[np.float64]) -> NDArray[np.float64]:
    """Twice the size on each side, each new pixel three parts its own and one its neighbour's."""
    for axis in (0, 1):
        room = [(0, 0), (0, 0), (0, 0)]
        room[axis] = (1, 1)
        wide = np.pad(plane, room, mode="edge").swapaxes(0, axis)
        own, before, after = wide[1:-1], wide[:-2], wide[2:]
        pairs = np.stack([0.75 * own + 0.25 * before, 0.75 * own + 0.25 * after], axis=1)
        plane = pairs.reshape(-1, *own.shape[1:]).swapaxes(0, axis)
    return plane

"""A body let loose in a world, as in play: its own ground and walls decide where it gets.

    roam   strolls, turns and looks about; turns away from what it bumps into
    push   walks into things on purpose: where it is held it goes on for a while, then runs
           and jumps at it, then goes elsewhere

A world starts on the true first picture of a held-out scene and its caption; its
depth, and all that follows, is the model's. What was asked for is told beside
every frame, so that a judge knows which steps were pushed against something.

Not here: walks given beforehand (`heldout.py`, `routes.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PIL import Image

from worldgen.data.walks import STEP_M, Policy
from worldgen.evaluation.heldout import curious_walk
from worldgen.geometry import yaw_pitch_of
from worldgen.models.base import WorldModel
from worldgen.types import Action, Frame, Prompt
from worldgen.world import World

HELD = 0.5
"""A step that gets less far than this share of what was asked was held."""
PATIENCE = 10
"""Frames for which `push` goes on against what holds it."""
RUNS_AFTER = 4
"""From so many frames of being held on it runs and jumps."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Step:
    """One frame, and what led to it.

    Attributes:
        frame: as drawn.
        pushed: something held the body although it wanted to get on.
    """

    frame: Frame
    pushed: bool


def begin(model: WorldModel, seed: int) -> World:
    """A world that starts on a held-out scene's true first picture."""
    walk = curious_walk(seed, 1, model.spec)
    world = World(model)
    world.start(Prompt(text=walk.caption, image=Image.fromarray(walk.truth(0).rgb)), seed % 2**32)
    return world


def roam(world: World, frames: int, seed: int) -> Iterator[Step]:
    """Stroll for some frames."""
    rng = np.random.default_rng([seed, 71])
    policy, blocked = Policy(rng), 0.0
    for _ in range(frames):
        _, pitch = yaw_pitch_of(world.camera.pose_c2w)
        step = _step(world, Action.from_array(policy.act(pitch, blocked)))
        blocked = rng.choice((-1.0, 1.0)) if step.pushed else 0.0
        yield step


def push(world: World, frames: int, seed: int) -> Iterator[Step]:
    """Walk straight on into whatever is there, turn a little, and again."""
    rng = np.random.default_rng([seed, 73])
    held, turning, side = 0, 0, 1.0
    for _ in range(frames):
        if held > PATIENCE:
            held, turning = 0, int(rng.integers(6, 28))
            side = float(rng.choice((-1.0, 1.0)))
        turning = max(0, turning - 1)
        wander = float(rng.normal(0, 0.01))
        wild, yaw = held > RUNS_AFTER, side * 0.09 if turning else wander
        step = _step(world, Action(forward=1.0, yaw=yaw, run=wild, jump=wild))
        held = held + 1 if step.pushed else 0
        yield step


def _step(world: World, action: Action) -> Step:
    before = world.camera.position
    frame = world.step(action)
    asked_m = min(1.0, float(np.hypot(action.forward, action.strafe))) * STEP_M
    moved = frame.camera.position - before
    got_m = float(np.hypot(moved[0], moved[2]))
    return Step(frame=frame, pushed=asked_m > 0 and got_m < HELD * asked_m)

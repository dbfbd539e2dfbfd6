"""A walk that nobody sees, so that all that a world runs is compiled before anybody waits for it.

What is compiled depends on the kinds of arrays that meet, and those only a walk brings together.
A model that costs nothing draws it, at the real one's size.

Not here: what no short walk comes upon (`memory.warm_up`, `things.warm_up`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from worldgen import memory, things
from worldgen.geometry import Camera
from worldgen.models.base import ModelSpec
from worldgen.models.echo import SPEC, EchoModel
from worldgen.types import Action, Prompt
from worldgen.world.world import World


def warm_up(spec: ModelSpec) -> None:
    """Use once all that is compiled for worlds of that model's size; with a cache it is only read.

    Args:
        spec: of the model that will draw.
    """
    width, height, hfov = spec.width_px, spec.height_px, spec.hfov_rad
    camera = Camera.from_fov(width, height, hfov)
    memory.warm_up(camera)
    things.warm_up(camera)
    like = replace(SPEC, width_px=width, height_px=height, hfov_rad=hfov, looks_aside=True)
    _walk(World(EchoModel(like)), camera.shape)


def _walk(world: World, shape: tuple[int, int]) -> None:
    """Walk backwards, so that the wall comes to stand where it was looked through; then speak."""
    world.start(Prompt(text="a wall"))
    for _ in range(2):
        world.step(Action(forward=-1.0, yaw=0.2))
    world.event("a red tower ahead")
    world.step(Action())
    part = np.zeros(shape, np.bool_)
    part[shape[0] // 2 : 3 * shape[0] // 4, shape[1] // 3 : shape[1] // 2] = True
    world.edit(part, "a pond")
    world.step(Action(forward=1.0))

"""What words make of a moment: other looks, things that come and go, a part drawn anew.

    moment + words         ──▶ heard  ──▶ the moment from which on they hold
    moment + mask + words  ──▶ edited ──▶ the same for a part of the view

The model was told before; nothing is drawn here. Of what nobody understood nothing is made.

Not here: reading wishes out of words (`things`), what an event does to things (`staging`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from worldgen.memory import without
from worldgen.models.base import State
from worldgen.things import View, read
from worldgen.world import staging
from worldgen.world.moment import Snapshot
from worldgen.world.region import ViewRegion
from worldgen.world.striding import floor
from worldgen.world.transition import LASTS_S, Transition


def heard(now: Snapshot, state: State, words: str, told: str, dt_s: float) -> Snapshot:
    """A moment after an event: things as it wishes; all else takes on other looks, or stays.

    Args:
        now: the moment.
        state: the rollout, told of it; that of `now` if it says nothing new to the model.
        words: what was said.
        told: the same as the model takes it.
        dt_s: how long a frame lasts, seconds.

    Returns:
        `now` itself if nothing was understood.
    """
    wishes, besides = read(words)
    things, gone, born = staging.obey(wishes, now.things, _view(now), now.born)
    if things == now.things and (state is now.state or not besides):
        return now
    come = [thing for thing in things if thing not in now.things]
    memory = staging.forgotten(now.memory, gone, come)
    then = replace(now, state=state, things=things, born=born, memory=memory)
    if state is now.state or not (besides or things == now.things):
        return then
    return _changing(replace(then, light=staging.told_light(told, now.light)), dt_s)


def edited(now: Snapshot, state: State, mask: NDArray[np.bool_], words: str) -> Snapshot:
    """A moment whose next picture draws a part of the view anew.

    A thing that the words name comes to stand there.

    Args:
        now: the moment.
        state: the rollout, told of it; that of `now` if it says nothing new to the model.
        mask: (H, W) bool, the part, in the newest frame.
        words: what shall be there.

    Returns:
        `now` itself if nothing was understood.

    Raises:
        ShapeError: the mask does not fit the frame, is empty, or a thing cannot stand there.
    """
    region, view = ViewRegion.of(mask, now.frame), _view(now)
    unseen = None if view.depth_m is None else np.where(mask, np.float32(0.0), view.depth_m)
    there = replace(view, depth_m=unseen, pointed=region.pointed())
    things, gone, born = staging.obey(read(words)[0], now.things, there, now.born)
    if state is now.state and things == now.things:
        return now
    come = [thing for thing in things if thing not in now.things]
    memory = without(staging.forgotten(now.memory, gone, come), region, region.box())
    memory = replace(memory, empty_since=view.index + 1)
    return replace(now, state=state, memory=memory, things=things, born=born, blank=region)


def _changing(now: Snapshot, dt_s: float) -> Snapshot:
    """A moment from which on the world takes on other looks."""
    change = Transition(
        memory=now.memory,
        epoch=now.epoch,
        begin=now.frame.index + len(now.waiting),
        frames=max(round(LASTS_S / dt_s), 1),
        earlier=now.transition,
    )
    return replace(now, epoch=now.epoch + 1, transition=change)


def _view(now: Snapshot) -> View:
    """From where words are said; with chunks, at the chunk's end."""
    return View(
        camera=now.frame.camera,
        depth_m=now.frame.depth_m,
        floor_y_m=float(floor(now.body)[1]),
        index=now.frame.index + len(now.waiting),
    )

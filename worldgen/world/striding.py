"""One frame's way: where the body and the things get, and what is known from there.

    moment + action ──▶ stride ──▶ Stride          before a picture is drawn
    moment + frame  ──▶ relived ──▶ the next moment    of a picture that was recorded
    the last of these ──▶ resumed ──▶ the moment from which one walks on

Not here: drawing (`world`), a recorded walk as a whole (`taking_up`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from worldgen.kinematics import (
    Body,
    BodyConfig,
    advance,
    at_arms_length,
    body_at,
    eye_pose,
    with_care,
)
from worldgen.models.base import ModelSpec, Move
from worldgen.things import SolidSpace
from worldgen.types import Action, Frame
from worldgen.world import staging
from worldgen.world.moment import Snapshot, Stride
from worldgen.world.relight import in_new_light, relit
from worldgen.world.scaffold import furnished


def stride(
    now: Snapshot, before: Stride | None, action: Action, spec: ModelSpec, config: BodyConfig
) -> Stride:
    """Walk for one frame, let things fall, and see what is known from there.

    Args:
        now: the moment.
        before: the stride before it in the same chunk, if there is one.
        action: what is wanted.
        spec: of the model.
        config: of the body.
    """
    config = replace(config, fly=True) if action.fly else config
    body, things = (now.body, now.things) if before is None else (before.body, before.things)
    seen = now.memory.space(floor(body))
    if spec.gives_depth:
        seen = at_arms_length(action, body, seen, config)
    space = SolidSpace(seen, things, config)
    taken = with_care(action, body, space, config) if spec.gives_depth else action
    body = advance(body, taken, space, spec.dt_s, config)
    camera = now.frame.camera.at(eye_pose(body, config))
    post = staging.as_thing(body, config)
    things = staging.moved(things, post, now.memory.space(), spec.dt_s, now.frame.index + 1)
    recall, staged = None, None
    if spec.gives_depth:
        recall = now.memory.hint(camera, now.epoch)
        recall = recall if now.blank is None else now.blank.blanked(recall, camera)
        told = now.memory.steadied(recall, camera, now.epoch) if now.blank is None else recall
        told = in_new_light(now, told, camera)
        told = furnished(now, told, camera, float(floor(body)[1]))
        staged = staging.staged(told, things, camera, now.light)
    return Stride(
        move=Move(action=action, camera=camera, hint=None if staged is None else staged.hint),
        body=body,
        things=things,
        staged=staged,
        known=recall,
        epoch=now.epoch,
    )


def relived(
    now: Snapshot, frame: Frame, action: Action, spec: ModelSpec, config: BodyConfig
) -> Snapshot:
    """The moment after a frame that was recorded; things fall for as long as it took.

    While looks change, a recorded frame is a mixture of both: of it memory gets the depth alone.

    Args:
        now: an earlier moment, or that of the same frame.
        frame: the recorded one.
        action: what led to it.
        spec, config: as in `stride`.
    """
    config = replace(config, fly=True) if action.fly else config
    space = SolidSpace(now.memory.space(floor(now.body)), now.things, config)
    body = advance(now.body, action, space, spec.dt_s, config)
    body = body_at(frame.camera, body, config)
    post, things = staging.as_thing(body, config), now.things
    for index in range(now.frame.index + 1, frame.index + 1):
        things = staging.moved(things, post, now.memory.space(), spec.dt_s, index)
    recall = now.memory.hint(frame.camera, now.epoch)
    seen = staging.staged(recall, things, frame.camera, now.light)
    change = now.transition
    mixed = change is not None and not change.is_over(frame.index)
    memory = now.memory.add(seen.remembered(frame), now.epoch - mixed, recall)
    lit = now if mixed else relit(now, frame.rgb, frame.camera)
    return replace(
        lit,
        state=now.untold or now.state,
        untold=None,
        memory=memory,
        body=body,
        frame=frame,
        things=things,
        shown=things,
        transition=change if mixed else None,
        blank=None,
    )


def resumed(now: Snapshot) -> Snapshot:
    """The moment from which a recorded walk goes on, after its last frame was relived.

    In the midst of a change memory gets the new look, as far as the last mixture tells it: drawn
    anew, the night would be another one.
    """
    change, frame = now.transition, now.frame
    if change is None or frame.depth_m is None:
        return now
    rgb, told = change.drawn(frame.rgb, frame.depth_m, frame.camera, frame.index)
    recall = now.memory.hint(frame.camera, now.epoch)
    seen = staging.staged(recall, now.things, frame.camera, now.light).remembered(frame)
    assert seen.depth_m is not None, "what is remembered of a frame with depth has some"
    new = replace(seen, rgb=rgb, depth_m=np.where(told, seen.depth_m, np.float32(0.0)))
    lit = relit(now, rgb, frame.camera)
    return replace(lit, memory=now.memory.add(new, now.epoch, recall))


def floor(body: Body) -> NDArray[np.float64]:
    """(3,) metres: the ground under a body, also while it jumps."""
    y = body.feet[1] if body.floor_y_m is None else body.floor_y_m
    return np.array([body.feet[0], y, body.feet[2]])

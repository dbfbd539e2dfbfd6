"""A drawn picture becomes the next frame, and memory keeps what is to be kept of it.

    moment with pictures that wait ──▶ shown ──▶ the moment one frame later
    moment and a view aside     ──▶ glimpsed ──▶ a frame that is remembered and not shown

What is shown and what is remembered differ: things that move are shown only, and
during a change of looks the new look is remembered while a mixture is shown.

Not here: drawing (`world`), the way there (`striding`).
"""

from __future__ import annotations

from dataclasses import replace

from worldgen.geometry import Camera
from worldgen.models.base import Move, Picture, Settled, State, Weathered, WorldModel
from worldgen.types import CLEAR, NOWHERE, Action, Frame, Setting, Weather
from worldgen.world.moment import Snapshot, Stride
from worldgen.world.outlook import Outlook
from worldgen.world.scaffold import furnished
from worldgen.world.staging import Staged
from worldgen.world.staging import staged as stage
from worldgen.world.striding import floor


def shown(now: Snapshot, dt_s: float) -> Snapshot:
    """The moment at which the first picture that waits is the newest frame.

    Args:
        now: has at least one picture that waits.
        dt_s: how long a frame lasts, seconds.
    """
    drawn, index = now.waiting[0], now.frame.index + 1
    led = drawn.stride
    camera, weather = led.move.camera, drawn.weather
    frame = remembered = frame_of(drawn.picture, camera, index, dt_s, led.staged, weather)
    if led.staged is not None:
        frame = led.staged.placed(frame, now.memory, led.epoch)
        remembered = led.staged.remembered(frame)
    memory = now.memory.add(remembered, led.epoch, led.known)
    change = now.transition
    if change is not None:
        rgb = change.shown(frame.rgb, frame.depth_m, frame.camera, index)
        frame, change = replace(frame, rgb=rgb), None if change.is_over(index) else change
    return replace(
        now,
        memory=memory,
        waiting=now.waiting[1:],
        frame=frame,
        shown=led.things,
        transition=change,
    )


def glimpsed(now: Snapshot, led: Stride, where: Outlook, model: WorldModel) -> Frame:
    """A view aside as it is to be remembered; nobody is shown it.

    Args:
        now: the moment.
        led: the stride that it goes before.
        where: to look.
        model: draws it; its state stays what it is.
    """
    floor_y_m = float(floor(led.body)[1])
    known = furnished(now, where.known, where.camera, floor_y_m)
    staged = stage(known, led.things, where.camera, now.light)
    move = Move(action=Action(), camera=where.camera, hint=staged.hint)
    _, pictures = model.step(now.state, [move])
    index, weather = now.frame.index + 1, weather_of(model, now.state)
    frame = frame_of(pictures[0], where.camera, index, model.spec.dt_s, staged, weather)
    return staged.remembered(staged.placed(frame, now.memory, led.epoch))


def weather_of(model: WorldModel, state: State) -> Weather:
    """What is in the air of a model's next picture; nothing if it does not know."""
    return model.weather(state) if isinstance(model, Weathered) else CLEAR


def setting_of(model: WorldModel, state: State) -> Setting:
    """The kind of place that a model draws next; nothing if it does not know."""
    return model.setting(state) if isinstance(model, Settled) else NOWHERE


def frame_of(
    picture: Picture,
    camera: Camera,
    index: int,
    dt_s: float,
    staged: Staged | None = None,
    weather: Weather = CLEAR,
) -> Frame:
    """A picture as a frame, with the things that are staged where they truly are.

    Args:
        picture: what the model drew.
        camera: what sees it.
        index: of the frame.
        dt_s: how long a frame lasts, seconds.
        staged: what was known of the view; None without depth, or if nothing was.
        weather: what is in the air.
    """
    depth_m, moving = picture.depth_m, picture.moving
    if staged is not None and depth_m is not None:
        depth_m = staged.settled(depth_m)
    if staged is not None and staged.stirs is not None:
        moving = staged.stirs if moving is None else moving | staged.stirs
    return Frame(
        rgb=picture.rgb,
        depth_m=depth_m,
        camera=camera,
        index=index,
        time_s=index * dt_s,
        sky=picture.sky,
        moving=moving,
        weather=weather,
    )

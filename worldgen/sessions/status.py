"""Where things stand, in words for the page.

Not here: what changes it (`session`, `standing`).
"""

from __future__ import annotations

from worldgen.sessions import protocol as wire
from worldgen.sessions.config import SessionConfig
from worldgen.sessions.orders import Begin
from worldgen.sessions.ports import Device
from worldgen.sessions.protocol import Stage
from worldgen.sessions.standing import Now


def welcome_of(config: SessionConfig, begun: Begin | None, *, pictured: bool) -> wire.Welcome:
    """What a page is greeted with.

    Args:
        config: how the session runs.
        begun: what its walk began with, if there is one.
        pictured: whether a picture of the person's is held.
    """
    return wire.Welcome(
        protocol=wire.PROTOCOL,
        window=config.window_frames,
        formats=config.formats,
        picture=pictured,
        text=(begun.prompt.text or "") if begun else "",
        seed=begun.seed if begun else 0,
    )


def status_of(device: Device, now: Now, *, flying: bool) -> wire.Status:
    """What the page is told.

    Args:
        device: that steps the session.
        now: where the session stands.
        flying: whether the person flies.
    """
    stage, text, progress = now.stage, now.note, None
    if stage is Stage.EMPTY or (now.waits and device.stage is Stage.LOADING):
        stage, text, progress = device.stage, device.text, device.progress
    if now.waits and stage is not Stage.LOADING:
        stage, text = Stage.STARTING, "Your turn is next"
    return wire.Status(
        stage=stage,
        text=text,
        walk=now.walk,
        model=device.model,
        progress=progress,
        expected_s=device.start_s if stage is Stage.STARTING else None,
        flying=flying,
        can_edit=device.can_edit,
    )

"""Where things stand, in words for the page.

Not here: what changes it (`session`).
"""

from __future__ import annotations

from worldgen.sessions import protocol as wire
from worldgen.sessions.ports import Device
from worldgen.sessions.protocol import Stage


def status_of(
    device: Device, stage: Stage, note: str, walk: int, *, waits: bool, flying: bool
) -> wire.Status:
    """What the page is told.

    Args:
        device: that steps the session.
        stage, note: of the session.
        walk: the number of the walk that goes on.
        waits: an order to begin a walk has not been taken up yet.
        flying: whether the person flies.
    """
    text, progress = note, None
    if stage is Stage.EMPTY or (waits and device.stage is Stage.LOADING):
        stage, text, progress = device.stage, device.text, device.progress
    if waits and stage is not Stage.LOADING:
        stage, text = Stage.STARTING, "Your turn is next"
    return wire.Status(
        stage=stage,
        text=text,
        walk=walk,
        model=device.model,
        progress=progress,
        expected_s=device.start_s if stage is Stage.STARTING else None,
        flying=flying,
    )

"""A world that began with a picture keeps the picture's own colours when its looks change.

    the next view ──drawn from shapes, shown to nobody──▶ the tones that things have now
    what is known of a view ──▶ the same with the picture's colours in those tones

"Night falls" gives all colours up, and the model makes new ones of the shapes alone. In a world
that it dreamt it finds them again; of a photograph's house it makes one of its own. So where a
walk began with a picture, the first view of a new look is drawn twice: once from shapes, which
tells how bright and of what hue things are, and once from what was known, in those tones.

Not here: the transfer itself (`colour_transfer`), how looks go over (`transition`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.memory import Recall
from worldgen.models.base import WorldModel
from worldgen.world.colour_transfer import tells, transfer_between
from worldgen.world.moment import Snapshot, Stride

PICTURED = 0
"""The epoch of the picture's own colours."""

SURE, MISSING = 0.5, 0.01
"""A view of whose colours a smaller share than this is less sure than that needs no old ones."""


def looked_at(now: Snapshot, led: Stride, model: WorldModel) -> Snapshot:
    """The moment that knows what light the next view is in, if that is still to be found out.

    Args:
        now: the moment.
        led: the next stride, that knows shapes alone.
        model: draws the view; its state stays what it is.
    """
    if not is_unlit(now) or led.known is None:
        return now
    if not tells(now.memory.hint(led.move.camera, PICTURED)):
        return now  # the picture would be drawn in vain, and again for the next view
    _, pictures = model.step(now.state, [led.move])
    return relit(now, pictures[0].rgb, led.move.camera)


def relit(now: Snapshot, rgb: NDArray[np.uint8], camera: Camera) -> Snapshot:
    """The moment that knows what light it is in from a view of it.

    Args:
        now: the moment.
        rgb: (H, W, 3) uint8, a view of the new look.
        camera: what saw it.
    """
    if not is_unlit(now):
        return now
    old = now.memory.hint(camera, PICTURED)
    return replace(now, transfer=transfer_between(old, rgb, camera, PICTURED, now.epoch))


def is_unlit(now: Snapshot) -> bool:
    """Whether a picture's world has a look to which no transfer leads yet."""
    leads = now.transfer is not None and now.transfer.after == now.epoch
    return now.pictured and now.epoch != PICTURED and not leads


def in_new_light(now: Snapshot, known: Recall, camera: Camera) -> Recall:
    """What is known of a view, with a picture's old colours in the light of now.

    Args:
        now: the moment.
        known: of its look.
        camera: the view.
    """
    transfer = now.transfer
    if transfer is None or transfer.after != now.epoch:
        return known
    if np.count_nonzero(known.colour < SURE) < MISSING * known.colour.size:
        return known
    old = now.memory.hint(camera, transfer.before)
    old = old if now.blank is None else now.blank.blanked(old, camera)
    return transfer.joined(known, old, camera)

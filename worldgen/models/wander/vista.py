"""A first view with room to walk in: of a few sketches, the first whose way ahead is free.

Noise alone decides what stands where, and a world that begins a step before a trunk is one that
nobody walks into. Where things are is settled after a few of a first picture's many passes,
so a sketch costs three tenths of it.

Not here: drawing the picture itself (`painter.py`).
"""

from __future__ import annotations

import numpy as np
import torch

from worldgen.geometry import Camera, unproject
from worldgen.models.base import Picture
from worldgen.models.wander.denoiser import Condition
from worldgen.models.wander.networks import Networks
from worldgen.models.wander.planes import to_picture
from worldgen.models.wander.sampler import START, Noise, sketch

ROOM_M = 5.0
"""A way ahead that is free so far is good enough."""
TRIES, PASSES = 4, 14

_HALF_WIDTH_M = 0.45
_ABOVE_EYE_M, _BELOW_EYE_M = 0.2, 1.15
"""What of a body can bump into things, from its head to its shins; ground that rises is a way."""
_FEWEST_PX = 24


@torch.inference_mode()
def roomiest(networks: Networks, known: Condition, camera: Camera, seed: int) -> Noise:
    """The noise for a first picture out of words.

    Args:
        networks: who draws.
        known: what they are told: words, and nothing of a hint.
        camera: whose view it is, level.
        seed: of the world. Its own noise if the way is free there; else that of a few others
            which come from it.
    """
    best, widest = Noise(seed=seed, index=0), 0.0
    for take in range(TRIES):
        noise = Noise(seed=seed, index=-take)
        drawn = networks.decode(sketch(networks, noise, known, START, PASSES))
        room_m = free_way_m(to_picture(drawn[0]), camera)
        if room_m > widest:
            best, widest = noise, room_m
        if widest >= ROOM_M:
            break
    return best


def free_way_m(picture: Picture, camera: Camera) -> float:
    """How far one gets straight ahead, metres; infinite where nothing is in the way."""
    assert picture.depth_m is not None, "our own pictures have depth"
    seen = (unproject(picture.depth_m, camera) - camera.position) @ camera.rotation
    right, down, ahead = seen.T
    inside = (np.abs(right) < _HALF_WIDTH_M) & (down > -_ABOVE_EYE_M) & (down < _BELOW_EYE_M)
    met = np.sort(ahead[inside])
    return float(met[_FEWEST_PX]) if len(met) > _FEWEST_PX else float("inf")

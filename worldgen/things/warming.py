"""Things used once, so that their loops are compiled before anybody waits for them.

Not here: the loops (`kernel_ray`, `kernel_solid`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from worldgen.geometry import Camera
from worldgen.kinematics import BodyConfig, OpenSpace
from worldgen.things.drawing import draw
from worldgen.things.physics import fall
from worldgen.things.placing import View, place
from worldgen.things.solid import SolidSpace
from worldgen.things.words import read


def warm_up(camera: Camera) -> None:
    """Draw a tower, drop a ball on it, and ask for room beside it."""
    view = View(camera=camera, depth_m=None, floor_y_m=0.0, index=0)
    wishes, _ = read("a tower ahead, drop a ball")
    tower, ball = (place(wish, view, 1 + at) for at, wish in enumerate(wishes))
    falling = replace(ball, position=tower.position)
    draw(fall((tower, falling), OpenSpace(), 0.1), camera)
    space = SolidSpace(OpenSpace(), (tower,), BodyConfig())
    space.ground_y(0.0, 0.0, 0.0)
    space.is_free(np.zeros(3), 0.25)

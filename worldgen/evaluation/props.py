"""Balls set into a true scene, so that there is a thing of known size whose fate can be watched.

A ball is drawn by the scene's own renderer, with its shadowless light, depth and
hiding; it rests, and counts as part of the place: it is taken out of `moving`.

Not here: what becomes of it (`permanence.py`, `calibration.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.data.bake import Scene
from worldgen.data.bodies import BODY_WIDTH
from worldgen.data.layout import BALL
from worldgen.evaluation.heldout import true_frame
from worldgen.geometry import Camera, project
from worldgen.types import Frame

COLOURS = ((0.75, 0.06, 0.05), (0.05, 0.25, 0.75), (0.8, 0.6, 0.05))
RADIUS_M = 0.45
NEAR_M, FAR_M = 3.0, 7.0
LEAST_SHARE = 0.004
BORDER_PX = 4


@dataclass(frozen=True, kw_only=True, eq=False)
class Ball:
    """A ball that rests somewhere.

    Attributes:
        centre: (3,) metres, world axes.
        radius_m: half its width.
        colour: linear red, green, blue.
    """

    centre: NDArray[np.float64]
    radius_m: float
    colour: tuple[float, float, float]

    def row(self) -> NDArray[np.float64]:
        """As `data.bodies` lists a body that does not move."""
        x, y, z = self.centre
        row = np.zeros(BODY_WIDTH)
        row[:6] = (x, z, -y - self.radius_m, *[self.radius_m] * 3)
        row[11:] = (*self.colour, BALL)
        return row


def with_balls(scene: Scene, balls: list[Ball]) -> Scene:
    """The scene with more in it."""
    if not balls:
        return scene
    return replace(scene, bodies=np.vstack([scene.bodies, *[ball.row() for ball in balls]]))


def seen_with(scene: Scene, balls: list[Ball], camera: Camera, index: int) -> Frame:
    """The true picture with balls in it that count as part of the place."""
    bare = true_frame(scene, camera, index)
    full = true_frame(with_balls(scene, balls), camera, index)
    return replace(full, moving=bare.moving)


def shown_of(bare: Frame, full: Frame) -> NDArray[np.bool_]:
    """(H, W): the pixels at which the balls are what is seen."""
    assert bare.depth_m is not None and full.depth_m is not None, "true frames have depth"
    shown: NDArray[np.bool_] = full.depth_m < bare.depth_m - 1e-3
    return shown


def placed(scene: Scene, camera: Camera, count: int = 3, radius_m: float = RADIUS_M) -> list[Ball]:
    """Up to `count` balls on the ground before a camera, each wholly in view; maybe none."""
    bare = true_frame(scene, camera, 0)
    balls: list[Ball] = []
    ahead, right = camera.forward * (1, 0, 1), camera.rotation[:, 0]
    ahead /= max(float(np.linalg.norm(ahead)), 1e-9)
    feet_y = float(camera.position[1]) + 1.6
    taken = np.zeros(camera.shape, bool)
    for aside in np.array([0.0, -0.42, 0.42, -0.22, 0.22]):
        for away_m in np.linspace(NEAR_M, FAR_M, 5):
            at = camera.position + away_m * (ahead + aside * right)
            ground = scene.ground_y(float(at[0]), float(at[2]), feet_y)
            if ground is None or len(balls) == count:
                continue
            centre = np.array([at[0], ground - radius_m, at[2]])
            ball = Ball(centre=centre, radius_m=radius_m, colour=COLOURS[len(balls)])
            shown = shown_of(bare, seen_with(scene, [ball], camera, 0))
            if _is_good(shown, ball, camera) and not (shown & taken).any():
                balls.append(ball)
                taken |= shown
                break
    return balls


def _is_good(shown: NDArray[np.bool_], ball: Ball, camera: Camera) -> bool:
    """Large enough, clear of the border, and hardly hidden."""
    if shown.mean() < LEAST_SHARE:
        return False
    inner = np.zeros_like(shown)
    inner[BORDER_PX:-BORDER_PX, BORDER_PX:-BORDER_PX] = True
    _, z = project(ball.centre[None], camera)
    whole = np.pi * camera.fx * camera.fy * (ball.radius_m / float(z[0])) ** 2
    return not (shown & ~inner).any() and shown.sum() > 0.8 * whole

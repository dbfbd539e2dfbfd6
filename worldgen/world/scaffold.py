"""What a model is told of where nobody has been: a tree, a house, a rock, as the place has them.

    moment + recall + camera ──▶ furnished ──▶ the recall, with plain shapes where nothing is known

A strip that has just come into view is drawn with two steps of the denoiser, beside what
is known and out of words alone, and most of what could stand there is lost: worlds run empty
within seconds. So shapes that belong to the place (`things.scattering`) are put into the
hint as something that was seen from afar: coarse, in muted colours, half sure. The model
draws them in its own manner, and what it drew is remembered as all else.

Nothing is kept of them. What memory has seen through stays empty, but for what lies so far
off that nobody can tell; what stands before something hides it; what was drawn once is
remembered, and no scaffold is told any more.

Not here: what stands where (`things.scattering`), things that somebody asked for (`staging`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, yaw_pitch_of
from worldgen.memory import Recall
from worldgen.things import Drawing, Thing, draw
from worldgen.things.scattering import PLOT_M, is_furnished, scattered
from worldgen.types import Frame, Setting
from worldgen.world.moment import Snapshot

NEAREST_M, FARTHEST_M = 5.0, 70.0
"""Nothing is told that is nearer, or farther off."""

AFAR_M = 52.0
"""Beyond this a thing may come up before what was seen: it is a dozen pixels high."""

SEEN_THROUGH_AIR = 0.3
"""Share of its light that must come through the air."""

SURE = 0.5
"""Confidence in its colours from which memory's look of a thing is the better one."""

SAME, BEHIND = 0.12, 1.15
"""Share of a depth within which memory shows the thing; how many times as far is behind it."""

HINTED = 0.2
"""Confidence in a depth from which memory says what is there."""

UNSURE_SHARE = 0.02
"""In a view of whose colours less is unsure only things come up that are afar."""

MISSED_SHARE = 0.5
"""A thing of which memory has seen through more than that is not there."""

LEAST_PX = 12
"""Of a thing so little is in view that it is not told."""

COLOUR, DEPTH, SHARPNESS = np.float32(0.5), np.float32(0.85), np.float32(0.5)
"""What is told of a scaffold: as of something seen from twice as far."""

TONED = 0.4
"""Share of the ground's own tone in its colours."""

STEEPEST_GROUND, LOW_GROUND = 0.25, 0.95
"""How steeply ground may rise on the way to a thing; of what is seen there the lowest is ground."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Surroundings:
    """What scaffolds are made by.

    Attributes:
        setting: the kind of place.
        seed: of the world.
        floor_y_m: world y of the ground under the body.
        light: how bright things are, 1 by day.
        haze_per_m: of the air, 1/m.
        ground_rgb, far_rgb: (3,) mean colours of what is near and of what is far off, 0 to 255.
    """

    setting: Setting
    seed: int
    floor_y_m: float
    light: float
    haze_per_m: float
    ground_rgb: NDArray[np.float32]
    far_rgb: NDArray[np.float32]

    @property
    def reach_m(self) -> float:
        """How far off something can be seen."""
        if self.haze_per_m <= 0.0:
            return FARTHEST_M
        return min(FARTHEST_M, -math.log(SEEN_THROUGH_AIR) / self.haze_per_m)


def furnished(now: Snapshot, known: Recall, camera: Camera, floor_y_m: float) -> Recall:
    """What is known of a view, with what stands in such places where nobody has been.

    Args:
        now: the moment.
        known: of the view.
        camera: the view.
        floor_y_m: world y of the ground under the body.
    """
    if now.blank is not None or not is_furnished(now.setting):
        return known
    ground_rgb, far_rgb = tones(now.frame)
    about = Surroundings(
        setting=now.setting,
        seed=now.seed,
        floor_y_m=floor_y_m,
        light=now.light,
        haze_per_m=now.frame.weather.haze_per_m,
        ground_rgb=ground_rgb,
        far_rgb=far_rgb,
    )
    return scaffolded(known, camera, about)


def tones(frame: Frame) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Mean colours, (3,) each, 0 to 255, of what is near in a frame and of what is far off."""
    assert frame.depth_m is not None, "scaffolds are for models with depth"
    near = (frame.depth_m > 0) & (frame.depth_m < FARTHEST_M / 2)
    far = frame.depth_m > FARTHEST_M / 2
    return _mean(frame.rgb, near), _mean(frame.rgb, far)


def scaffolded(known: Recall, camera: Camera, about: Surroundings) -> Recall:
    """What is known of a view, with scaffolds where nothing is.

    Args:
        known: of the view.
        camera: the view.
        about: what they are made by.

    Returns:
        `known` itself if there is nothing to tell.
    """
    things = list(_in_view(known, camera, about))
    if not things:
        return known
    drawing = draw(things, camera)
    told = _told(known, drawing, len(things))
    if not told.any():
        return known
    rgb, depth_m = known.rgb.copy(), known.depth_m.copy()
    colour, depth, sharpness = known.colour.copy(), known.depth.copy(), known.sharpness.copy()
    rgb[told], depth_m[told] = _colours(drawing, told, about), drawing.depth_m[told]
    colour[told], sharpness[told] = COLOUR, SHARPNESS
    depth[told] = np.maximum(DEPTH, depth[told])
    return replace(known, rgb=rgb, depth_m=depth_m, colour=colour, depth=depth, sharpness=sharpness)


def _in_view(known: Recall, camera: Camera, about: Surroundings) -> Iterator[Thing]:
    """What stands within reach and within the view's sides, on the ground."""
    x, _, z = camera.position
    reach = about.reach_m
    ahead = yaw_pitch_of(camera.pose_c2w)[0]
    half = math.atan(0.5 * camera.width_px / camera.fx)
    ground = Ground(known, camera, about.floor_y_m)
    unsure = np.count_nonzero(known.colour < SURE) > UNSURE_SHARE * known.colour.size
    nearest_m = NEAREST_M if unsure else AFAR_M
    for column in range(math.floor((x - reach) / PLOT_M), math.floor((x + reach) / PLOT_M) + 1):
        for row in range(math.floor((z - reach) / PLOT_M), math.floor((z + reach) / PLOT_M) + 1):
            found = scattered(about.setting, about.seed, column, row)
            if found is None:
                continue
            thing, wide_m = found
            aside, onwards = float(thing.position[0] - x), float(thing.position[2] - z)
            away_m = math.hypot(aside, onwards)
            off = math.remainder(math.atan2(aside, onwards) - ahead, math.tau)
            if not nearest_m + wide_m / 2 < away_m < reach:
                continue
            if abs(off) < half + math.atan2(wide_m, away_m):
                yield _lifted(thing, ground.y_m(off, away_m))


def _lifted(thing: Thing, floor_y_m: float) -> Thing:
    """A thing whose foot was at y = 0, on ground so high."""
    x, y, z = thing.position
    return replace(thing, position=np.array([x, y + floor_y_m, z]))


class Ground:
    """How high the ground is, as far as it is known in a view."""

    def __init__(self, known: Recall, camera: Camera, floor_y_m: float) -> None:
        self._known, self._camera, self._floor_y_m = known, camera, floor_y_m
        self._slopes = (np.arange(camera.height_px) + 0.5 - camera.cy) / camera.fy

    def y_m(self, off_rad: float, away_m: float) -> float:
        """World y of the ground so far off, and so far to the right of where the view looks."""
        camera, last = self._camera, self._camera.width_px - 1
        column = int(camera.cx + camera.fx * math.tan(max(min(off_rad, 1.4), -1.4)))
        column = min(max(column, 0), last)
        depth_m = self._known.depth_m[:, column]
        there = (self._known.depth[:, column] >= HINTED) & np.isfinite(depth_m)
        aside = (column + 0.5 - camera.cx) / camera.fx
        slopes = self._slopes[there]
        rays = np.stack([np.full_like(slopes, aside), slopes, np.ones_like(slopes)], axis=-1)
        points = (rays * depth_m[there, None]) @ camera.rotation.T
        flat_m, below_m = np.hypot(points[:, 0], points[:, 2]), points[:, 1]
        y_m = below_m + camera.position[1]
        near = np.abs(flat_m - away_m) < 0.1 * away_m + 1.0
        near &= np.abs(y_m - self._floor_y_m) < STEEPEST_GROUND * away_m
        if not near.any():
            return self._floor_y_m
        return float(np.quantile(y_m[near], LOW_GROUND))


def _told(known: Recall, drawing: Drawing, count: int) -> NDArray[np.bool_]:
    """(H, W): pixels that are told of a scaffold.

    A thing is told as a whole, but for what stands before it and what memory is sure of, or not at
    all: of a half the model makes something else.
    """
    front, there = drawing.depth_m, known.depth >= HINTED
    shown = (drawing.owner >= 0) & ~(there & (known.depth_m < front * (1.0 - SAME)))
    same = shown & there & (known.depth_m <= front * (1.0 + SAME))
    missed = shown & there & (known.depth_m > front * BEHIND)
    owner = np.where(shown, drawing.owner, count)

    def of_each(plane: NDArray[np.generic]) -> NDArray[np.float64]:
        return np.bincount(owner.ravel(), plane.ravel(), minlength=count + 1).astype(np.float64)

    sizes = of_each(shown)
    away_m = of_each(np.where(shown, front, np.float32(0.0))) / np.maximum(sizes, 1.0)
    stands = (of_each(missed) <= MISSED_SHARE * sizes) | (away_m > AFAR_M)
    told: NDArray[np.bool_] = shown & (stands & (sizes >= LEAST_PX))[owner]
    return told & ~(same & (known.colour >= SURE))


def _colours(drawing: Drawing, told: NDArray[np.bool_], about: Surroundings) -> NDArray[np.uint8]:
    """(N, 3) uint8: a drawing's colours where it is told, in the light and the air of the world."""
    plain = drawing.rgb[told] * np.float32(about.light)
    toned = plain + np.float32(TONED) * (about.ground_rgb - plain)
    through = np.exp(-about.haze_per_m * drawing.depth_m[told])[:, None].astype(np.float32)
    hazy = toned * through + about.far_rgb * (1.0 - through)
    colours: NDArray[np.uint8] = np.clip(hazy, 0.0, 255.0).astype(np.uint8)
    return colours


def _mean(rgb: NDArray[np.uint8], where: NDArray[np.bool_]) -> NDArray[np.float32]:
    chosen = rgb[where] if where.any() else rgb.reshape(-1, 3)
    return np.asarray(chosen.mean(axis=0), dtype=np.float32)

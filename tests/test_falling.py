"""What falls before a picture: where the drops are, and what is seen of them."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from worldgen import falling
from worldgen.falling import PERIOD_S, RAIN, SIDE, SNOW, Drops, Kind, before, covered, seen
from worldgen.geometry import Camera, pose
from worldgen.types import CLEAR, Weather

LENS = Camera.from_fov(256, 144, np.deg2rad(70))
KINDS = pytest.mark.parametrize("kind", [RAIN, SNOW], ids=["rain", "snow"])
FALLS = pytest.mark.parametrize("weather", [Weather(rain=0.8), Weather(snow=0.8)])


def at(yaw_rad: float = 0.3, pitch_rad: float = 0.0, x_m: float = 1.0, z_m: float = 2.0) -> Camera:
    return LENS.at(pose(np.array([x_m, -1.6, z_m]), yaw_rad, pitch_rad))


def grey(level: int, shape: tuple[int, int] = (144, 256)) -> np.ndarray:
    return np.full((*shape, 3), level, np.uint8)


def inside(points: np.ndarray, margin_px: float = 4.0) -> np.ndarray:
    """Which pixel positions lie well within the picture."""
    size = np.array([LENS.width_px, LENS.height_px])
    apart: np.ndarray = np.abs(points - size / 2) - (size / 2 - margin_px)
    within: np.ndarray = np.less(apart.max(axis=1), 0)
    return within


def nearest(points: np.ndarray, among: np.ndarray) -> np.ndarray:
    """From each point to the nearest of the others, pixels."""
    steps: np.ndarray = among[None] - points[:, None]
    closest = (steps**2).sum(2).argmin(1)
    taken: np.ndarray = steps[np.arange(len(points)), closest]
    return taken


def plain(drops: Drops) -> Drops:
    """Those that can be seen with the eye, well within the picture."""
    kept = inside(drops.head) & (drops.opacity > 0.02)
    return Drops(**{name: values[kept] for name, values in vars(drops).items()})


def test_fair_weather_changes_nothing() -> None:
    """It is the very same array: nobody pays for it."""
    picture = grey(120)
    assert before(picture, at(), 3.0, CLEAR) is picture
    assert before(picture, at(), 3.0, Weather(haze_per_m=0.05)) is picture


@FALLS
def test_one_moment_always_looks_the_same_and_the_next_does_not(weather: Weather) -> None:
    """A film made twice is the same film; and what hangs in the air still is no rain."""
    now = before(grey(120), at(), 3.0, weather)
    assert np.array_equal(now, before(grey(120), at(), 3.0, weather))
    assert np.array_equal(now, before(grey(120), at(), 3.0 + PERIOD_S, weather))
    assert (before(grey(120), at(), 3.1, weather) != now).any(2).mean() > 0.005


@FALLS
@pytest.mark.parametrize("shape", [(1, 1), (37, 53), (144, 256), (720, 1280)])
def test_a_picture_of_any_size_keeps_it(weather: Weather, shape: tuple[int, int]) -> None:
    """Films are larger than frames; the drops of both are in the same places."""
    shown = before(grey(120, shape), at(), 3.0, weather)
    assert shown.shape == (*shape, 3) and shown.dtype == np.uint8
    if min(shape) > 100:
        assert 0.01 < (shown != 120).any(2).mean() < 0.5


@KINDS
def test_the_more_falls_the_more_is_covered(kind: Kind) -> None:
    """From none to all of it, without a step back."""
    cover = [covered(seen(kind, share, at(), 3.0), LENS.shape) for share in np.linspace(0, 1, 9)]
    assert cover[0].max() == 0 and cover[-1].mean() > 0.005
    for less, more in itertools.pairwise(cover):
        assert (more >= less - 1e-6).all() and more.mean() > less.mean()


@FALLS
def test_it_is_lit_by_the_picture_it_falls_before(weather: Weather) -> None:
    """Pale by day, hardly seen at night, never darker than a dark wall."""
    day, dusk, night = (
        before(grey(level), at(), 3.0, weather).astype(int) - level for level in (120, 60, 12)
    )
    assert day.mean() > dusk.mean() > night.mean() > 0
    assert day.mean() > 3 * night.mean()
    assert night.min() >= 0


@KINDS
@pytest.mark.parametrize("turn", [(0.2, 0.0), (-0.15, 0.1), (0.0, -0.2), (0.3, 1.0)])
def test_a_turn_moves_it_as_it_moves_the_world(kind: Kind, turn: tuple[float, float]) -> None:
    """Else rain turns with the head, like dirt on a lens."""
    one, two = at(), at(0.3 + turn[0], turn[1])
    first, second = plain(seen(kind, 1.0, one, 3.0)), seen(kind, 1.0, two, 3.0)
    rays = np.column_stack([(first.head - [LENS.cx, LENS.cy]) / LENS.fx, np.ones(len(first.head))])
    ahead = rays @ one.rotation.T @ two.rotation
    there = ahead[:, :2] / ahead[:, 2:] * LENS.fx + [LENS.cx, LENS.cy]
    known = inside(there) & (ahead[:, 2] > 0)
    assert known.sum() > 50 or turn[1] > 0.5
    assert np.abs(nearest(there[known], second.head)).max(initial=0) < 1e-6


@KINDS
def test_who_walks_ahead_moves_through_it(kind: Kind) -> None:
    """What is near goes by, outwards: it hangs in the world and not on the picture."""
    first = plain(seen(kind, 1.0, at(yaw_rad=0), 3.0))
    second = seen(kind, 1.0, at(yaw_rad=0, z_m=2.02), 3.0)
    outwards = first.head - [LENS.cx, LENS.cy]
    outwards /= np.linalg.norm(outwards, axis=1, keepdims=True)
    moved = (nearest(first.head, second.head) * outwards).sum(1)
    assert (moved > 0).mean() > 0.9


@KINDS
@pytest.mark.parametrize("look_at", [(0.0, 0.0), (0.8, 0.0), (2.4, 1.2), (-1.0, -1.2)])
def test_nothing_comes_from_nowhere(kind: Kind, look_at: tuple[float, float]) -> None:
    """A box whose edge is in view would drop a curtain there."""
    now, soon = (plain(seen(kind, 1.0, at(*look_at), time_s)) for time_s in (3.0, 3.001))
    later = seen(kind, 1.0, at(*look_at), 3.001)
    assert len(now.head) > 200 and len(soon.head) > 200
    assert np.linalg.norm(nearest(now.head, later.head), axis=1).max() < 6


@KINDS
@pytest.mark.parametrize("pitch_rad", [-1.2, -0.6, 0.6, 1.2])
def test_up_and_down_it_falls_as_densely(kind: Kind, pitch_rad: float) -> None:
    """Neither a bald patch nor a whirl where one looks along the fall."""
    level = covered(seen(kind, 1.0, at(), 3.0), LENS.shape)
    steep = covered(seen(kind, 1.0, at(pitch_rad=pitch_rad), 3.0), LENS.shape)
    assert 0.3 < steep.mean() / level.mean() < 2
    quarters = [half for rows in np.split(steep, 2) for half in np.split(rows, 2, axis=1)]
    assert min(part.mean() for part in quarters) > 0.3 * steep.mean()


def test_rain_is_drawn_out_along_its_fall_and_snow_is_round() -> None:
    """Level, a line is steep and long; a flake has no line at all."""
    rain = plain(seen(RAIN, 1.0, at(), 3.0))
    across, down = np.abs(rain.head - rain.tail).T
    assert (down > 3 * across).mean() > 0.95 and np.median(down) > 2
    snow = seen(SNOW, 1.0, at(), 3.0)
    assert np.array_equal(snow.head, snow.tail)


def test_what_is_near_is_out_of_focus_by_the_lens_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drop 1 m away, of 2.6 mm: a radius of its own, and of an aperture focused at 2.5 m."""
    kind = replace(RAIN, layers=RAIN.layers[:1])
    side = SIDE * kind.layers[0].reach_m
    one = np.array([[0.5], [0.5], [0.5 + 1.0 / side], [0.0], [1.0], [0.0], [0.0], [0.0]])
    monkeypatch.setattr(falling, "dice", lambda layer, count: one)
    camera = Camera.from_fov(1280, 720, np.deg2rad(70))
    drop = seen(kind, 1.0, camera, 0.0)
    assert np.allclose(drop.head, [[camera.cx, camera.cy]])
    own_m, blur_m = 0.0026, 0.0016 * (1 / 1.0 - 1 / 2.5)
    assert drop.radius == pytest.approx(camera.fx * (own_m + blur_m))
    assert drop.opacity < kind.opacity * own_m / (own_m + blur_m)

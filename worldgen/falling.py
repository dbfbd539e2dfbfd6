"""Rain and snow, put before a picture where it is shown.

    camera, time, strength ──▶ drops ──▶ lines on the picture ──▶ before(rgb, …)

Drops hang in boxes that repeat through the world, one behind the other; of each box the
copy ahead of the camera is seen. They fall by whole boxes in `PERIOD_S`, so that all of it
begins anew then and no number grows. Whoever turns or walks moves past them as past
anything else. The model draws none: memory would take them for paint on what is behind.

The page has its twin for every refresh of the screen (`web/static/falling.js`), with the
same drops in the same places; a test holds the two together.

Not here: what the weather is (`types.Weather`), haze and wet ground (the model's).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from worldgen.geometry import Camera
from worldgen.types import Weather

PERIOD_S = 240.0
"""After so long everything that falls is where it was."""

SIDE, AHEAD = 1.4, 0.65
"""A box's side, and how far ahead its middle is, as shares of how far drops are seen in it.
At up to 80° from corner to corner the whole view lies within."""

NEAREST_M = 0.25
FADES_M = 0.5, 1.1
"""Nearer than the first nothing is seen, from the second on all of it."""

FOCUS_M, APERTURE_M = 2.5, 0.0016
"""What is nearer than this is out of focus, the more the larger the aperture is."""

LEAST_PX = 1.0
"""Thinner lines are drawn so thick, and fainter."""

MOST_PIXELS = 1 << 20
"""So many are worked out at once."""


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One box of drops.

    Attributes:
        reach_m: how far they are seen.
        count: of drops in the box at full strength.
        radius_m: of the largest.
    """

    reach_m: float
    count: int
    radius_m: float


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How something falls.

    Attributes:
        layers: nearest first.
        fall_m_s: the slowest and the quickest.
        wind_m_s: towards the world's +x and +z.
        sway_m: how far a drop swings aside.
        sway_hz: how often, the slowest and the quickest.
        exposure_s: so long a drop draws its line.
        opacity: of a line that is in focus.
        gain: of the picture's own light, that it is lit with.
    """

    layers: tuple[Layer, ...]
    fall_m_s: tuple[float, float]
    wind_m_s: tuple[float, float]
    sway_m: float
    sway_hz: tuple[float, float]
    exposure_s: float
    opacity: float
    gain: float


RAIN = Kind(
    layers=(
        Layer(reach_m=4.0, count=900, radius_m=0.0026),
        Layer(reach_m=9.0, count=4200, radius_m=0.0045),
        Layer(reach_m=20.0, count=6000, radius_m=0.008),
    ),
    fall_m_s=(7.0, 9.5),
    wind_m_s=(0.8, 0.4),
    sway_m=0.0,
    sway_hz=(0.0, 0.0),
    exposure_s=0.026,
    opacity=0.46,
    gain=1.5,
)
SNOW = Kind(
    layers=(
        Layer(reach_m=4.0, count=1000, radius_m=0.014),
        Layer(reach_m=9.0, count=4000, radius_m=0.02),
        Layer(reach_m=20.0, count=7000, radius_m=0.032),
    ),
    fall_m_s=(0.8, 1.5),
    wind_m_s=(0.35, 0.15),
    sway_m=0.12,
    sway_hz=(0.2, 0.5),
    exposure_s=0.0,
    opacity=0.85,
    gain=1.7,
)


@dataclass(frozen=True, kw_only=True)
class Drops:
    """What is seen of some drops, the (N,) or (N, 2) of them, in pixels.

    Attributes:
        head, tail: where a line ends and begins.
        radius: of the line; to its edge it fades away.
        opacity: in its middle, 0 to 1.
    """

    head: np.ndarray
    tail: np.ndarray
    radius: np.ndarray
    opacity: np.ndarray


def before(rgb: np.ndarray, camera: Camera, time_s: float, weather: Weather) -> np.ndarray:
    """A picture with what falls before it.

    Args:
        rgb: (H, W, 3) uint8, of any size; the camera's view fills it.
        camera: that sees it.
        time_s: world time.
        weather: what falls.

    Returns:
        (H, W, 3) uint8; the very same array if nothing falls.
    """
    if not weather.falls:
        return rgb
    height, width = rgb.shape[:2]
    lens = camera.resized(width, height)
    mean = rgb[::4, ::4].mean((0, 1))
    grey = (mean + mean.mean()) / 2
    shown = rgb.copy()
    pixels = shown.reshape(-1, 3)
    for kind, strength in ((RAIN, weather.rain), (SNOW, weather.snow)):
        cover = covered(seen(kind, strength, lens, time_s), (height, width)).ravel()
        at = np.flatnonzero(cover)
        light = np.minimum(kind.gain * grey + 8, 250)
        pixels[at] = np.rint(pixels[at] + cover[at, None] * (light - pixels[at]))
    return shown


def seen(kind: Kind, strength: float, camera: Camera, time_s: float) -> Drops:
    """All drops of a kind that a camera sees."""
    parts = [_layer(kind, at, strength, camera, time_s) for at in range(len(kind.layers))]
    return Drops(**{
        name: np.concatenate([getattr(part, name) for part in parts])
        for name in ("head", "tail", "radius", "opacity")
    })  # fmt: skip


def _layer(kind: Kind, at: int, strength: float, camera: Camera, time_s: float) -> Drops:
    layer = kind.layers[at]
    x, y, z, quick, large, swings, turn, rank = dice(at, layer.count)
    side, phase = SIDE * layer.reach_m, time_s / PERIOD_S % 1
    ahead = AHEAD * layer.reach_m * camera.rotation[:, 2]
    fall = np.rint(_between(kind.fall_m_s, quick) * PERIOD_S / side)
    wind = [np.rint(m_s * (0.7 + 0.6 * large) * PERIOD_S / side) for m_s in kind.wind_m_s]
    boxes = np.stack([wind[0], fall, wind[1]], axis=1)

    here = np.stack([x, y, z], axis=1) + phase * boxes - (camera.position + ahead) / side
    place = side * (here - np.floor(here) - 0.5) + ahead
    angle = 2 * math.pi * (np.rint(_between(kind.sway_hz, swings) * PERIOD_S) * phase + turn)
    place += kind.sway_m * np.stack([np.sin(angle), 0 * angle, np.cos(angle)], axis=1)
    came = place - boxes * (side / PERIOD_S * kind.exposure_s)
    head, tail = place @ camera.rotation, came @ camera.rotation

    far = np.linalg.norm(place, axis=1)
    fades = _rise(far, *FADES_M) * _rise(-far, -layer.reach_m, -0.6 * layer.reach_m)
    shown = np.clip((1.25 * strength - rank) * 4, 0, 1) * fades
    kept = (shown > 0) & (np.minimum(head[:, 2], tail[:, 2]) > NEAREST_M)
    head, tail, shown, large = head[kept], tail[kept], shown[kept], large[kept]

    focal = (camera.fx + camera.fy) / 2
    depth = head[:, 2]
    sharp = focal * layer.radius_m * (0.5 + 0.5 * large) / depth
    blur = focal * APERTURE_M * np.maximum(1 / depth - 1 / FOCUS_M, 0)
    radius = np.maximum(sharp + blur, LEAST_PX)
    return Drops(
        head=_project(head, camera),
        tail=_project(tail, camera),
        radius=radius,
        opacity=kind.opacity * shown * np.minimum(sharp / radius, 1),
    )


def covered(drops: Drops, shape: tuple[int, int]) -> np.ndarray:
    """(H, W) float32 in [0, 1): how much of each pixel is behind what falls."""
    height, width = shape
    reach, size = drops.radius[:, None], (width, height)
    low = np.floor(np.minimum(drops.head, drops.tail) - reach).clip(0, size).astype(np.int64)
    high = np.ceil(np.maximum(drops.head, drops.tail) + reach).clip(0, size).astype(np.int64)
    wide, high = (high - low).T
    pixels, kept = wide * high, np.flatnonzero(wide * high)
    thick = np.zeros(height * width)
    for part in np.split(kept, np.flatnonzero(np.diff(np.cumsum(pixels[kept]) // MOST_PIXELS)) + 1):
        count = pixels[part]
        whose = np.repeat(part, count)
        row, column = np.divmod(np.arange(len(whose)) - np.repeat(np.cumsum(count) - count, count),
                                wide[whose])  # fmt: skip
        column, row = column + low[whose, 0], row + low[whose, 1]
        share = _share(drops, whose, column, row)
        thick += np.bincount(row * width + column, -np.log1p(-share), minlength=height * width)
    cover = np.zeros(height * width, np.float32)
    at = np.flatnonzero(thick)
    cover[at] = -np.expm1(-thick[at])
    return cover.reshape(shape)


def _share(drops: Drops, whose: np.ndarray, column: np.ndarray, row: np.ndarray) -> np.ndarray:
    """How much of each pixel its drop covers: most in the line's middle."""
    (tx, ty), (hx, hy) = drops.tail.T.astype(np.float32), drops.head.T.astype(np.float32)
    lx, ly = hx - tx, hy - ty
    length2 = lx**2 + ly**2
    x, y = column + np.float32(0.5) - tx[whose], row + np.float32(0.5) - ty[whose]
    lx, ly, is_line = lx[whose], ly[whose], length2[whose] > 0
    along = np.where(is_line, (x * lx + y * ly) / np.maximum(length2, 1e-9)[whose], 0.5)
    along = along.clip(0, 1)
    off2 = (x - along * lx) ** 2 + (y - along * ly) ** 2
    inner = np.maximum(1 - off2 / drops.radius[whose] ** 2, 0)
    share: np.ndarray = drops.opacity[whose] * 4 * along * (1 - along) * inner**2
    return share


@cache
def dice(layer: int, count: int) -> np.ndarray:
    """(8, N) in [0, 1), the same for ever: place, speed, size, sway, its beginning; and rank."""
    number = np.arange(7 * count, dtype=np.uint32) + np.uint32(layer << 20)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):  # lowbias32 by C. Wellons
        number = (number ^ (number >> np.uint32(shift))) * np.uint32(factor)
    thrown = (number ^ (number >> np.uint32(16))).reshape(count, 7).T / 2**32
    return np.concatenate([thrown, np.arange(count)[None] / count])


def _project(points: np.ndarray, camera: Camera) -> np.ndarray:
    focal, middle = (camera.fx, camera.fy), (camera.cx, camera.cy)
    pixels: np.ndarray = points[:, :2] / points[:, 2:] * focal + middle
    return pixels


def _between(ends: tuple[float, float], share: np.ndarray) -> np.ndarray:
    return ends[0] + (ends[1] - ends[0]) * share


def _rise(value: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 up to `low`, 1 from `high` on, smoothly between."""
    share = np.clip((value - low) / (high - low), 0, 1)
    return share * share * (3 - 2 * share)

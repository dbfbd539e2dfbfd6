"""Air: what is seen through more of it is paler, and clears as one comes near.

    frame + its haze ──▶ Air             how thick it is, and its own light
    recall + Air     ──▶ the same view   through as much air as lies before it now

A colour that was seen through thirty metres of fog is that of the fog, and memory would
show it so when one stands before it. Of a colour J that lies d metres off, what is seen is
J exp(-b d) + A (1 - exp(-b d)) (Koschmieder 1924), so what was seen from one place says what
is seen from another, if A and b are known. b is told with the frame; A, the air's own light,
is read off it: what is farthest shows nothing else.

Light adds up as light, not as levels of a picture, so levels are turned to light and back
by the curve that the pictures a model learns from were made with.

Not here: which picture showed a pixel (`splat`), how thick the air is (`models`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.memory.kernel_haze import breathe
from worldgen.types import Frame

LEAST_PER_M = 0.004
"""Thinner air takes less than a tenth of what is near enough to matter."""

ALL_AIR = 1.5
"""Times the haze, metres: so far off nearly nothing but air is seen."""

LEVEL = 0.14
"""Sine of how far above or below the horizon the air's light is read off."""

LEAST_PIXELS = 40
"""Fewer say nothing."""

WHITE = 7.3
"""Linear light from which all is white."""

ROOTS = 4096
"""Lights whose level is worked out beforehand, evenly spaced by their roots."""


def tone(light: NDArray[np.floating]) -> NDArray[np.float64]:
    """Linear light to levels of 0 to 255: Narkowicz's filmic curve (2015), then sRGB.

    The twin of the renderer's (`data.kernel_shade.tone`), which play may not import; a test holds
    the two together.
    """
    x = np.maximum(np.asarray(light, np.float64), 0.0)
    x = np.minimum(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 1.0)
    levels: NDArray[np.float64] = np.where(
        x < 0.0031308, 12.92 * x, 1.055 * x ** (1.0 / 2.4) - 0.055
    )
    return 255.0 * levels


def _linear() -> NDArray[np.float32]:
    """(256,) float32: linear light of each level; the inverse of `tone`."""
    level = np.arange(256) / 255.0
    shown = np.where(level < 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)
    shown = np.minimum(shown, 0.995)  # white is any light from there on
    a, b, c = 2.51 - 2.43 * shown, 0.03 - 0.59 * shown, -0.14 * shown
    light: NDArray[np.float32] = ((np.sqrt(b * b - 4 * a * c) - b) / (2 * a)).astype(np.float32)
    return light


LINEAR = _linear()
LEVELS = np.rint(tone(WHITE * (np.arange(ROOTS) / (ROOTS - 1)) ** 2)).astype(np.uint8)


@dataclass(frozen=True, kw_only=True, eq=False)
class Air:
    """What lies between eye and world.

    Attributes:
        per_m: how much light a metre takes, 1/m.
        light: (3,) float32, its own light, linear.
    """

    per_m: float
    light: NDArray[np.float32]

    def to_json(self) -> list[float]:
        """Four numbers: haze, and the light of red, green and blue."""
        return [self.per_m, *map(float, self.light)]

    @classmethod
    def from_json(cls, numbers: Sequence[float]) -> Air:
        """What `to_json` gave."""
        per_m, *light = map(float, numbers)
        return cls(per_m=per_m, light=np.array(light, np.float32).reshape(3))


def air_of(frame: Frame, before: Air | None) -> Air | None:
    """The air of a frame with depth; None where there is too little to matter.

    Args:
        frame: says how thick it is.
        before: the air of the frame before, whose light holds if this one does not show it.
    """
    per_m = frame.weather.haze_per_m
    if per_m < LEAST_PER_M or frame.depth_m is None:
        return None
    far = frame.depth_m * per_m > ALL_AIR
    far &= np.abs(_up(frame.camera)) < LEVEL
    if np.count_nonzero(far) < LEAST_PIXELS:
        return None if before is None else Air(per_m=per_m, light=before.light)
    return Air(per_m=per_m, light=LINEAR[np.median(frame.rgb[far], axis=0).astype(np.uint8)])


def seen_through(
    air: Air,
    camera: Camera,
    eyes: Sequence[NDArray[np.float64]],
    rgb: NDArray[np.uint8],
    depth_m: NDArray[np.float32],
    source: NDArray[np.int16],
) -> None:
    """Change the colours of a view to what they are through the air before it now.

    Args:
        air: through which it was seen and is seen.
        camera: the view.
        eyes: (3,) metres each, where each source's eye was.
        rgb: (H, W, 3) uint8, written. depth_m, source: (H, W), as in `splat.Recall`.
    """
    own = (np.stack(eyes) - camera.position) @ camera.rotation
    lens = camera.lens
    breathe(rgb, depth_m, source, own, lens, air.per_m, air.light, LINEAR, LEVELS, WHITE)


def _up(camera: Camera) -> NDArray[np.float64]:
    """(H, W): sine of how far up each pixel of a view looks."""
    x = (np.arange(camera.width_px) + 0.5 - camera.cx) / camera.fx
    y = (np.arange(camera.height_px) + 0.5 - camera.cy) / camera.fy
    right, down, ahead = -camera.rotation[1]
    long = np.sqrt(x[None, :] ** 2 + y[:, None] ** 2 + 1.0)
    up: NDArray[np.float64] = (right * x[None, :] + down * y[:, None] + ahead) / long
    return up

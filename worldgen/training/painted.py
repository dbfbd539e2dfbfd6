"""Walks through worlds in colours that no scene of ours has: pictures laid over what was rendered.

Who starts on a photograph shows the model grain and colours that it has never met, and
what it has never met it draws again as something that it knows. Here a rendered walk keeps its
shapes, poses and depth, and pictures (photographs, textures) lie on its surfaces, thrown from
where the walk begins, so that a point of the world has one colour in every frame. From such
walks the denoiser learns to keep what it is shown, whatever that may be.

They have no words, and nobody draws them from nothing (`denoiser.Samples`).

Their memories hold the truth, as a photograph is held at play, or the autoencoder's copies; and
no hint is colours alone, since how far off they are is not to be guessed from such pictures.

Not here: hints (`hints.py`), which pictures there are (whoever trains names a folder).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from worldgen.errors import ConfigError
from worldgen.geometry.depth import pixel_rays
from worldgen.media import load_image
from worldgen.models.base import Picture
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.planes import to_picture
from worldgen.models.wander.spec import SPEC
from worldgen.training.corpus import Walk
from worldgen.training.hints import Remembered, camera_of

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")

LAYERS = (0.35, 0.35, 0.3)
"""Shares of walks that have one, two and three pictures on them."""

TILE_PX = (96, 640)
"""How wide a picture lies on the first view, least and most, in the view's pixels."""

SHADED = 0.5
"""Most that the world's own light and dark shows through, as an exponent."""

OWN_COLOURS = 0.5
"""Most that the world's own colours show through, as a share."""

OF_TRUTH = 0.6
"""Share of walks whose memory holds the very pictures."""

Planes = NDArray[np.float32]


def read_pictures(folder: Path) -> list[Image.Image]:
    """All pictures of a folder, by name.

    Raises:
        ConfigError: the folder has none.
        PromptError: one cannot be read.
    """
    found = folder.iterdir() if folder.is_dir() else ()
    paths = sorted(path for path in found if path.suffix.lower() in SUFFIXES)
    if not paths:
        raise ConfigError(f"pictures to paint walks with ({', '.join(SUFFIXES)}): none in {folder}")
    return [load_image(path.read_bytes()) for path in paths]


class Recolourer:
    """Recolours walks with pictures, and remembers what came of them (`hints.Remembering`).

    Args:
        pictures: at least one.
        coder: makes the copies.
    """

    def __init__(self, pictures: Sequence[Image.Image], coder: RGBDAutoencoder) -> None:
        self._pictures = pictures
        self._coder = coder

    def recoloured(self, walk: Walk, dice: np.random.Generator) -> Walk:
        """A walk with some of the pictures on it (`hints.Recolouring`)."""
        return painted(walk, self._pictures, dice)

    @torch.inference_mode()
    def __call__(self, walk: Walk, latent: Tensor, dice: np.random.Generator) -> Remembered:
        """A memory of T pictures; `latent` (T, C, H/8, W/8) is of the true ones."""
        if dice.random() < OF_TRUTH:
            seen = zip(walk.rgb, walk.depth_m.astype(np.float32), strict=True)
            copies = [Picture(rgb=rgb, depth_m=depth_m) for rgb, depth_m in seen]
        else:
            drawn = self._coder.decode(latent.to(self._coder.device))
            copies = [to_picture(one) for one in drawn]
        return Remembered(walk, copies, photos=False)


def painted(walk: Walk, pictures: Sequence[Image.Image], dice: np.random.Generator) -> Walk:
    """A walk with some pictures on its surfaces, under a clear sky, without words."""
    own = walk.rgb.astype(np.float32) / 255
    light = own.mean(-1)
    count = 1 + int(dice.choice(len(LAYERS), p=LAYERS))
    layer = np.digitize(light, np.quantile(light[0], np.arange(1, count) / count))
    at = _directions(walk)
    colours = np.empty_like(own)
    for index in range(count):
        picture = pictures[int(dice.integers(len(pictures)))]
        here = layer == index
        colours[here] = _thrown(_recoloured(picture, dice), at[here], dice)
    shade = (light / max(float(light.mean()), 0.05)) ** (SHADED * dice.random())
    through = OWN_COLOURS * dice.random() ** 2
    seen = (1 - through) * np.clip(colours * shade[..., None], 0, 1) + through * own
    return replace(
        walk,
        rgb=np.rint(255 * seen).astype(np.uint8),
        captions=[""] * len(walk.captions),
        labels={**walk.labels, "weather": "clear"},
    )


def _directions(walk: Walk) -> Planes:
    """(T, H, W, 2) radians to the right and down of what each pixel shows, from the first pose."""
    rays = pixel_rays(camera_of(walk, 0))
    depth_m = np.where(np.isfinite(walk.depth_m), walk.depth_m, 0).astype(np.float64)[..., None]
    first = walk.poses_c2w[0]
    turned = np.einsum("tij,hwj->thwi", walk.poses_c2w[:, :3, :3], rays)
    moved = (walk.poses_c2w[:, :3, 3] - first[:3, 3])[:, None, None]
    to = np.where(depth_m > 0, turned * depth_m + moved, turned) @ first[:3, :3]
    x, y, z = np.moveaxis(to, -1, 0)
    return np.stack([np.arctan2(x, z), np.arctan2(y, np.hypot(x, z))], axis=-1).astype(np.float32)


def _recoloured(picture: Image.Image, dice: np.random.Generator) -> Image.Image:
    """Its hues turned, its colours and contrast more or less, its middle lighter or darker."""
    hue, strength, value = (np.asarray(band) for band in picture.convert("HSV").split())
    if dice.random() < 0.6:
        hue = hue + dice.integers(256, dtype=np.uint8)
    more = 60 * max(0.0, dice.standard_normal())
    strength = np.clip(strength * dice.uniform(0.5, 2.0) + more, 0, 255).astype(np.uint8)
    turned = Image.merge("HSV", [Image.fromarray(band) for band in (hue, strength, value)])
    rgb = np.asarray(turned.convert("RGB"), np.float32) / 255
    rgb = np.clip((rgb - 0.5) * dice.uniform(0.7, 1.6) + 0.5, 0, 1) ** dice.uniform(0.6, 1.8)
    return Image.fromarray(np.rint(255 * rgb).astype(np.uint8))


def _thrown(picture: Image.Image, at: Planes, dice: np.random.Generator) -> Planes:
    """(N, 3) colours in [0, 1] of a picture that repeats, mirrored, all round; `at` (N, 2)."""
    tile_px = float(np.exp(dice.uniform(*np.log(TILE_PX))))
    scale = min(tile_px / picture.width, 1.0)
    size = [max(round(side * scale), 2) for side in picture.size]
    tile = np.asarray(picture.resize(size, Image.Resampling.BOX), np.float32) / 255
    px_a_rad = SPEC.width_px / SPEC.hfov_rad * size[0] / tile_px
    u, v = (
        _mirrored(at[:, axis] * px_a_rad + dice.uniform(0, 1000), size[axis]) for axis in (0, 1)
    )
    left, top = u.astype(int), v.astype(int)
    x, y = (u - left)[:, None], (v - top)[:, None]
    above = tile[top, left] * (1 - x) + tile[top, left + 1] * x
    below = tile[top + 1, left] * (1 - x) + tile[top + 1, left + 1] * x
    return above * (1 - y) + below * y


def _mirrored(place: Planes, size: int) -> Planes:
    """A place in [0, size - 1) of a row that goes on as its own mirror image."""
    last = size - 1
    return np.minimum(np.abs((place + last) % (2 * last) - last), np.float32(last - 1e-3))

"""A picture's colours in another light (after Reinhard et al. 2001).

    a view as it was known, and as it is drawn anew ──▶ ColourTransfer
    old colours ──transfer──▶ the same colours, as bright and of such hues as the new ones

Ground and what stands on it, near and far, have tones of their own. The sky is not touched.

Letters: H rows, W columns, K kinds of surface, N pixels.

Not here: when looks change, and whose colours are kept (`relight`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, normals
from worldgen.geometry.depth import is_known
from worldgen.memory import Recall

TRUST = 0.8
"""What confidence in an old colour counts for in the new light."""

MIDDLE_M = 12.0
"""A surface this far off is half near and half far."""

LYING, UPRIGHT = 0.8, 0.4
"""Upward parts of a surface's direction from which it is ground, and up to which it stands."""

HUE = 0.7
"""How far the mean hue of old colours goes to that of the new ones: what a model makes of a word
alone, it makes of everything."""

LEAST_SPREAD, MOST_SPREAD = 0.35, 1.2
"""Within these the contrast of the new light goes, as a share of the old one's."""

LEAST_SEEN = 0.02
"""Share of a view below which a kind of surface takes the tones of all of it."""

LEAST_KNOWN = 0.1
"""Share of a view whose old colours must be known for it to tell anything."""

_TO_LUMA = np.array(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]], np.float32
)
"""RGB to brightness and two differences of colour (ITU-T T.871)."""
_TO_RGB = np.linalg.inv(_TO_LUMA).astype(np.float32)


@dataclass(frozen=True, kw_only=True, eq=False)
class ColourTransfer:
    """From the colours of one look to those of another.

    Attributes:
        before, after: epochs of the looks.
        old, new: (K, 3) float32, mean brightness and hues of each kind of surface, 0 to 255.
        gain: (K, 3) float32, what differences from the mean are multiplied by.
    """

    before: int
    after: int
    old: NDArray[np.float32]
    new: NDArray[np.float32]
    gain: NDArray[np.float32]

    def __call__(
        self, rgb: NDArray[np.uint8], depth_m: NDArray[np.float32], camera: Camera
    ) -> NDArray[np.uint8]:
        """Old colours of a view in the new light, (H, W, 3) uint8.

        Args:
            rgb: (H, W, 3) uint8.
            depth_m: (H, W) float32, metres along +z.
            camera: what sees it.
        """
        kinds = _kinds(depth_m, camera)
        old, new, gain = (kinds @ part for part in (self.old, self.new, self.gain))
        toned = new + gain * (rgb @ _TO_LUMA.T - old)
        return np.clip(np.round(toned @ _TO_RGB.T), 0, 255).astype(np.uint8)

    def joined(self, known: Recall, old: Recall, camera: Camera) -> Recall:
        """What is known of a view, with old colours where they are the surer ones.

        Args:
            known: of the new look.
            old: of the old one, from the same camera.
            camera: the view.
        """
        believed = np.where(np.isfinite(old.depth_m), old.colour * np.float32(TRUST), 0.0)
        surer = believed > known.colour
        if not surer.any():
            return known
        rgb = self(old.rgb, old.depth_m, camera)
        return replace(
            known,
            rgb=np.where(surer[..., None], rgb, known.rgb),
            depth_m=np.where(surer, old.depth_m, known.depth_m),
            colour=np.where(surer, believed, known.colour).astype(np.float32),
            depth=np.where(surer, old.depth, known.depth),
            sharpness=np.where(surer, old.sharpness, known.sharpness),
        )


def tells(old: Recall) -> bool:
    """Whether enough old colours of a view are known for a transfer."""
    seen = _seen(old)
    return bool(np.count_nonzero(seen) >= LEAST_KNOWN * seen.size)


def transfer_between(
    old: Recall, rgb: NDArray[np.uint8], camera: Camera, before: int, after: int
) -> ColourTransfer | None:
    """The transfer from what was known of a view to how it is drawn; None if too little was known.

    Args:
        old: what was known.
        rgb: (H, W, 3) uint8, the view in the new look.
        camera: what sees it.
        before, after: epochs of the looks.
    """
    if not tells(old):
        return None
    seen = _seen(old)
    kinds = _kinds(old.depth_m, camera)[seen]
    enough = (kinds.sum(0) >= LEAST_SEEN * seen.size)[:, None]
    old_mean, old_spread = _tones(old.rgb[seen], kinds, enough)
    new_mean, new_spread = _tones(rgb[seen], kinds, enough)
    spread = np.clip(new_spread[:, :1] / (old_spread[:, :1] + 1), LEAST_SPREAD, MOST_SPREAD)
    bright = np.clip(new_mean[:, :1] / (old_mean[:, :1] + 1), LEAST_SPREAD, MOST_SPREAD)
    hues = old_mean[:, 1:] * (1 - HUE) * bright + new_mean[:, 1:] * HUE
    return ColourTransfer(
        before=before,
        after=after,
        old=old_mean,
        new=np.concatenate([new_mean[:, :1], hues], axis=1).astype(np.float32),
        gain=np.concatenate([spread, bright, bright], axis=1).astype(np.float32),
    )


def _seen(old: Recall) -> NDArray[np.bool_]:
    """(H, W): pixels of things whose old colours are known."""
    return is_known(old.depth_m) & (old.colour > 0)


def _kinds(depth_m: NDArray[np.float32], camera: Camera) -> NDArray[np.float32]:
    """(H, W, 4) float32: shares of near and far ground, and of what stands near and far."""
    upward = -normals(depth_m, camera)[..., 1]
    lies = np.clip((upward - UPRIGHT) / (LYING - UPRIGHT), 0.0, 1.0)
    near = np.where(is_known(depth_m), MIDDLE_M / (MIDDLE_M + depth_m), 0.0)
    shares = [lies * near, lies * (1 - near), (1 - lies) * near, (1 - lies) * (1 - near)]
    return np.stack(shares, axis=-1).astype(np.float32)


def _tones(
    rgb: NDArray[np.uint8], kinds: NDArray[np.float32], enough: NDArray[np.bool_]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Means and spreads, (K, 3) each, of colours (N, 3) that belong to K kinds by shares (N, K).

    A kind of which there is not enough, (K, 1) bool, has those of all.
    """
    colours = rgb @ _TO_LUMA.T
    weights = np.where(enough[:, 0], kinds, np.float32(1.0))
    weights = weights / np.maximum(weights.sum(0), 1e-6)
    mean = weights.T @ colours
    variance = weights.T @ np.square(colours) - np.square(mean)
    return mean, np.sqrt(np.maximum(variance, 0.0))

"""How the world goes over from its old look to its new one after an event.

    memory before the event ──▶ the old look from here and now ─┐
    the newly drawn picture ────────────────────────────────────┴─▶ what is shown

The model draws the new look at once, and memory keeps that. What is shown, for
about a second, is a mixture: night and snow come from the sky and from afar, and
reach what is near last. Where the old look is not known, the new one is shown.

Who takes up a walk in the midst of a change has the mixtures alone, and gets the new look out
of the last one (`drawn`).

Not here: what an event is (`world`), the old pictures (`memory`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.memory import SpatialMemory

LASTS_S = 1.0
"""From the event to the first frame that shows the new look alone."""

FAR_FIRST, NEAR_LAST = 0.6, 1.6
"""Exponents of the share of the new look for the sky and for what touches the eye."""

MIDDLE_M = 6.0
"""Half-way between first and last."""

LEAST_SHARE = 0.04
"""With less of it in a mixture, the new look cannot be told from it: levels are whole numbers."""

LAYERS = 3
"""Events quicker than this after one another cut the oldest one short."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Transition:
    """A change of looks on its way. A value.

    Attributes:
        memory: what was known when the event came.
        epoch: the style it was known in.
        begin: index of the last frame of the old look.
        frames: how many frames the change takes.
        earlier: a change that was still on its way then, or None.
    """

    memory: SpatialMemory
    epoch: int
    begin: int
    frames: int
    earlier: Transition | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "earlier", _shortened(self.earlier, self.begin, LAYERS - 1))

    def is_over(self, index: int) -> bool:
        """Whether frame `index` shows the new look alone."""
        return index >= self.begin + self.frames

    def shown(
        self,
        rgb: NDArray[np.uint8],
        depth_m: NDArray[np.float32] | None,
        camera: Camera,
        index: int,
    ) -> NDArray[np.uint8]:
        """What is shown of a newly drawn picture.

        Args:
            rgb: (H, W, 3) uint8, the picture.
            depth_m: (H, W) float32, its depth, +inf sky; None if there is none.
            camera: what saw it.
            index: which frame it is.

        Returns:
            (H, W, 3) uint8.
        """
        if index <= self.begin or self.is_over(index):
            return rgb
        look, share = self._old(depth_m, camera, index)
        mixed = look + (rgb.astype(np.float32) - look) * share[..., None]
        return np.round(mixed).astype(np.uint8)

    def drawn(
        self,
        mixed: NDArray[np.uint8],
        depth_m: NDArray[np.float32] | None,
        camera: Camera,
        index: int,
    ) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
        """The newly drawn picture of which a mixture was shown: `shown` turned round.

        Args:
            mixed: (H, W, 3) uint8, what was shown.
            depth_m, camera, index: as in `shown`.

        Returns:
            (H, W, 3) uint8, the picture; and (H, W) bool, where enough of it was in the mixture.
        """
        if index <= self.begin or self.is_over(index):
            return mixed, np.ones(camera.shape, np.bool_)
        look, share = self._old(depth_m, camera, index)
        told = share >= LEAST_SHARE
        part = np.where(told, share, np.float32(1.0))[..., None]
        new = look + (mixed.astype(np.float32) - look) / part
        return np.round(np.clip(new, 0.0, 255.0)).astype(np.uint8), told

    def _old(
        self, depth_m: NDArray[np.float32] | None, camera: Camera, index: int
    ) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """The old look of a view, (H, W, 3) uint8, and the share of the new one, (H, W)."""
        old = self.memory.hint(camera, self.epoch)
        look = old.rgb
        if self.earlier is not None:
            look = self.earlier.shown(look, depth_m, camera, index)
        share = new_share((index - self.begin) / self.frames, depth_m, camera.shape)
        return look, np.where(old.colour > 0, share, np.float32(1.0))


def new_share(
    time: float, depth_m: NDArray[np.float32] | None, shape: tuple[int, int]
) -> NDArray[np.float32]:
    """How much of the new look each pixel shows.

    Args:
        time: 0 at the event, 1 when the change is over.
        depth_m: (H, W) float32, +inf sky, 0 unknown; None is all half-way.
        shape: (H, W).

    Returns:
        (H, W) float32 in [0, 1]; more for what is farther, and growing with time.
    """
    even = 0.5 * time + 0.5 * time * time * (3.0 - 2.0 * time)
    near = np.full(shape, 0.5, np.float32)
    if depth_m is not None:
        near = MIDDLE_M / (MIDDLE_M + depth_m)
    share: NDArray[np.float32] = even ** (FAR_FIRST + (NEAR_LAST - FAR_FIRST) * near)
    return share.astype(np.float32)


def _shortened(chain: Transition | None, index: int, most: int) -> Transition | None:
    """A chain of changes without those that are over, and no longer than `most`."""
    if chain is None or most == 0 or chain.is_over(index):
        return None
    return replace(chain, earlier=_shortened(chain.earlier, index, most - 1))

"""The keyframes that are kept, and which one goes when there are too many.

Each sample of each keyframe counts how many keyframes saw that spot, so it is
known at once whose loss would be felt least. The counts are kept up to date one
keyframe at a time.

Not here: which frames come here at all (`spatial`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from worldgen.memory.keyframe import SAMPLE_COLUMNS, SAMPLE_ROWS, Keyframe
from worldgen.memory.select import seen_by, worth_alone

_SAMPLES = SAMPLE_ROWS * SAMPLE_COLUMNS


@dataclass(frozen=True, kw_only=True, eq=False)
class Shelf:
    """Keyframes, oldest first. A value: `with_one` gives a new one.

    Attributes:
        keyframes: all that are kept.
        samples: (K, S, 5) float32, theirs stacked.
        counts: (K, S) int16, how many keyframes saw each sample, its own included.
    """

    keyframes: tuple[Keyframe, ...] = ()
    samples: NDArray[np.float32] = field(
        default_factory=lambda: np.empty((0, _SAMPLES, 5), np.float32)
    )
    counts: NDArray[np.int16] = field(default_factory=lambda: np.empty((0, _SAMPLES), np.int16))

    def __len__(self) -> int:
        return len(self.keyframes)

    def with_one(self, keyframe: Keyframe, most: int) -> Shelf:
        """One keyframe more; beyond `most` the most redundant goes, never the new one."""
        own = np.ones(_SAMPLES, np.int16)
        for other in self.keyframes:
            own += seen_by(keyframe.samples, other)
        more = Shelf(
            keyframes=(*self.keyframes, keyframe),
            samples=np.concatenate([self.samples, keyframe.samples[None]]),
            counts=np.concatenate([self.counts + seen_by(self.samples, keyframe), own[None]]),
        )
        if len(more) <= most:
            return more
        worth = worth_alone(more.keyframes, more.samples, more.counts, keyframe.epoch)
        return more._without(int(worth[:-1].argmin()))

    def _without(self, at: int) -> Shelf:
        gone = self.keyframes[at]
        samples = np.delete(self.samples, at, axis=0)
        return Shelf(
            keyframes=self.keyframes[:at] + self.keyframes[at + 1 :],
            samples=samples,
            counts=np.delete(self.counts, at, axis=0) - seen_by(samples, gone),
        )

"""The clock, the learning rate and the one progress line of a run.

A run ends when its minutes or its steps are over, whichever comes first, and
the learning rate follows the share of it that is done: a short rise, a plateau
and a long linear fall. With steps given and no minutes, a run repeats exactly.

Not here: what a step does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from worldgen.errors import ConfigError


@dataclass(frozen=True, kw_only=True)
class Budget:
    """How long a run may last.

    Attributes:
        minutes: wall-clock minutes over all resumptions, or None.
        steps: steps over all resumptions, or None.
    """

    minutes: float | None = None
    steps: int | None = None

    def __post_init__(self) -> None:
        if not self.minutes and not self.steps:
            raise ConfigError(f"a run needs minutes or steps above 0; got {self}")

    def share(self, seconds: float, steps: int) -> float:
        """Share of the budget used, 0 to 1."""
        by_time = seconds / (60 * self.minutes) if self.minutes else 0.0
        by_steps = steps / self.steps if self.steps else 0.0
        return min(1.0, max(by_time, by_steps))


def pace(share: float, *, rise: float = 0.02, fall: float = 0.4) -> float:
    """Learning rate as a share of its peak: up, level, and down to a hundredth."""
    return max(0.01, min(1.0, (share + 1e-3) / rise, (1.0 - share) / fall))


def tell(line: str) -> None:
    """One line to whoever watches the run."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


@dataclass
class Progress:
    """Counts a run's steps and seconds, and says so on one line now and then.

    Attributes:
        name: of the stage.
        steps, seconds: done so far, earlier resumptions included.
        clock: seconds that only grow.
    """

    name: str
    steps: int = 0
    seconds: float = 0.0
    clock: Callable[[], float] = time.monotonic
    every_s: float = 20.0

    def __post_init__(self) -> None:
        self._last = self._said = self.clock()

    def tick(self, budget: Budget, per_step: int, figures: dict[str, float]) -> bool:
        """Note one more step; True when it is time to report and save."""
        now = self.clock()
        self.steps += 1
        self.seconds += now - self._last
        self._last = now
        if now - self._said < self.every_s and budget.share(self.seconds, self.steps) < 1:
            return False
        self._said = now
        share = budget.share(self.seconds, self.steps)
        rate = self.steps * per_step / max(self.seconds, 1e-6)
        words = "  ".join(f"{key} {value:.4f}" for key, value in figures.items())
        tell(f"{self.name} {share:4.0%}  step {self.steps}  {rate:.1f}/s  {words}")
        return True

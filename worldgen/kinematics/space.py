"""What a body must be able to ask of the space around it.

Owns the question; the answers are given by whoever knows the world
(`memory` from what was seen, `data` from its grids).

Not here: who asks (`walking`, `advance`).
"""

from typing import Protocol

import numpy as np


class Space(Protocol):
    """Ground and walls, as far as they are known."""

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        """World y of the surface to stand on at (x, z) for a body whose feet are at `from_y`.

        Where surfaces lie above one another it is the highest one not more than
        about a step above the feet, if there is one. Up is −y. None where nothing is known.
        """

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        """Whether a ball at `position`, (3,) metres, touches nothing.

        What is unknown is free, and so is where a body has already stood.
        """

    def water_m(self, x: float, z: float, from_y: float) -> float:
        """How deep the water is over the ground that `ground_y` tells of, metres; 0 without any.

        A picture shows the water's surface, not its bed: who knows pictures alone guesses.
        """


class OpenSpace:
    """Nothing known: no ground, all free."""

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        """Nobody knows."""
        return None

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        """Everything is free."""
        return True

    def water_m(self, x: float, z: float, from_y: float) -> float:
        """Nobody knows of any."""
        return 0.0

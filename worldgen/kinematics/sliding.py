"""A level move among what is in the way: as far as one may, then along it.

A wall that is not parallel to an axis has no part of the move that runs along it by itself, and
nobody is told which way a wall faces. So the move is turned to both sides until it is free.

Not here: where one may come (`walking`).
"""

import itertools
import math
from collections.abc import Callable

import numpy as np

_HALVES = 4
"""How often the way to what holds a body is halved: it comes within a sixteenth of a move of it."""

_TURNS_RAD = tuple(math.radians(turn) for turn in (0, 15, 30, 45, 60, 75, 85))
_FINER = 3
"""How often the least turn that is free is sought between two of them."""

May = Callable[[np.ndarray, np.ndarray], bool]
"""Whether one may go straight from a place to another, both (3,) metres."""


def slid(feet: np.ndarray, move_m: np.ndarray, may: May) -> np.ndarray:
    """Where a level move leads.

    Args:
        feet: (3,) metres, from where.
        move_m: (3,) metres, no longer than the body is wide; its y is 0.
        may: whether one may go from a place to another.

    Returns:
        (3,) metres; `feet` itself if nothing of the move is free.
    """
    there: np.ndarray = feet + move_m
    if may(feet, there):
        return there
    share = 0.0
    for halving in range(1, _HALVES + 1):
        more = share + 0.5**halving
        if may(feet, feet + more * move_m):
            share = more
    at = feet + share * move_m if share else feet
    turned = _along(at, move_m, may)
    return at if turned is None else at + (1.0 - share) * turned


def _along(at: np.ndarray, move_m: np.ndarray, may: May) -> np.ndarray | None:
    """What of a move runs along what holds it, (3,) metres; None if nothing does."""

    def freed(turn_rad: float) -> np.ndarray | None:
        # As far as the whole move is asked for, so that what leads into a wall is found there.
        way = _turned(move_m, turn_rad)
        part = math.cos(turn_rad) * way
        return part if may(at, at + way) and may(at, at + part) else None

    for less_rad, turn_rad in itertools.pairwise(_TURNS_RAD):
        for side in (1.0, -1.0):
            found = freed(side * turn_rad)
            if found is None:
                continue
            held_rad, free_rad = less_rad, turn_rad
            for _ in range(_FINER):
                middle_rad = (held_rad + free_rad) / 2
                nearer = freed(side * middle_rad)
                if nearer is None:
                    held_rad = middle_rad
                else:
                    free_rad, found = middle_rad, nearer
            return found
    return None


def _turned(move_m: np.ndarray, turn_rad: float) -> np.ndarray:
    """A level move turned to the right."""
    sin, cos = math.sin(turn_rad), math.cos(turn_rad)
    x, z = float(move_m[0]), float(move_m[2])
    return np.array([x * cos + z * sin, 0.0, z * cos - x * sin])

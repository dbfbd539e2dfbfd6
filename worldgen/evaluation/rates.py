"""How often something happens, and how often it may at most: Wilson's bound, and windows.

Not here: what happens (`conservation.py`, `penetration.py`, `walls.py`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from worldgen.evaluation.figures import Figure

WINDOW = 20
"""Frames in a window of two seconds."""
Z_95 = 1.959964
"""Of the two-sided 95 % interval; its upper end is the bound."""


def wilson_upper(bad: int, count: int) -> float:
    """Upper end of the 95 % score interval of a rate (Wilson 1927); 1 if nothing was counted."""
    if count == 0:
        return 1.0
    share, z2 = bad / count, Z_95**2
    middle = share + z2 / (2 * count)
    spread = Z_95 * math.sqrt(share * (1 - share) / count + z2 / (4 * count**2))
    return 1.0 if bad == count else (middle + spread) / (1 + z2 / count)


def windows(
    flags: Sequence[bool | None], at: Sequence[int], size: int = WINDOW, needed: int = 2
) -> list[bool]:
    """Whether an event fell into each window of `size` frames.

    An event is a flag in `needed` of three consecutive judgements. None is a frame that could
    not be judged: it is no flag, and a window in which nothing was judged is left out.

    Args:
        flags: one for each judged frame, in order.
        at: their frame numbers.
        size: frames in a window.
        needed: 1, 2 or 3.
    """
    raised = [bool(flag) for flag in flags]
    events = [
        raised[k] and sum(raised[max(0, k - 2) : k + 1]) >= needed for k in range(len(raised))
    ]
    known: dict[int, bool] = {}
    for flag, event, frame in zip(flags, events, at, strict=True):
        if flag is not None:
            window = frame // size
            known[window] = known.get(window, False) or event
    return list(known.values())


def rate(name: str, bad: int, count: int, target: float | None = None) -> list[Figure]:
    """A rate and its bound, as two figures; it is the bound that has to meet the target."""
    return [
        Figure(name=name, value=bad / count if count else None, note=f"{bad} of {count}"),
        Figure(
            name=f"{name}, 95 % bound",
            value=wilson_upper(bad, count) if count else None,
            target=target,
            at_most=True,
        ),
    ]

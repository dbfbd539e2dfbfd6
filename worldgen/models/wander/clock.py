"""Hours of the clock, said as captions say the time of day.

    "a village at 6 pm" ──▶ "a village in the evening"
    "it's 22:00"        ──▶ "at night"

Not here: hours that have names (`vocabulary`), how they look (the denoiser).
"""

from __future__ import annotations

import re

_CLOCK = re.compile(
    r"(?:\b(?:it is|it's|its|at|by|around|about) )*"
    r"(?<![\d.])\b(\d{1,2})(?::(\d\d)\b)? ?(?:(a\.?m|p\.?m)\b\.?|(o'?clock)\b)?",
    re.IGNORECASE,
)
_BEGINS = (
    (21, "at night"), (18, "in the evening"), (14, "in the afternoon"), (12, "at noon"),
    (8, "in the morning"), (5, "at dawn"), (0, "at night"),
)  # fmt: skip
"""From which hour on a part of the day lasts, the latest first."""


def by_the_clock(text: str) -> str:
    """A sentence with its hours of the clock in words; a number alone is none."""
    return _CLOCK.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    hour, minutes, half, oclock = found.groups()
    at = int(hour)
    if at > 24 or not (minutes or half or oclock):
        return found[0]
    if half:
        at = at % 12 + (12 if half.lower().startswith("p") else 0)
    return next(words for first, words in _BEGINS if at % 24 >= first)

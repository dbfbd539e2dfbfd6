"""The weather that words speak of: how hazy the air is, and what falls through it.

    "a snowy village in the evening" ──▶ Weather(haze_per_m=0.0105, snow=0.45)

What is said first holds, as the words of an event stand before those of the prompt. The
haze of each weather is that of the worlds that the model learnt from. Under a roof there is
no weather.

Not here: what falls, drawn (`worldgen.falling`), other words for these (`vocabulary`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from worldgen.types import CLEAR, Weather

HAZE_PER_M = {"clear": 0.0013, "cloudy": 0.0021, "fog": 0.034, "rain": 0.0073, "snow": 0.0105}
"""1/m, the mean of the worlds that were learnt from."""

INDOORS = frozenset(
    {"cave", "church", "corridor", "greenhouse", "hall", "library", "room", "station"}
)
"""Places with a roof, as the vocabulary names places."""

USUAL, LIGHTLY = 0.75, 0.45
"""How densely it falls when nobody says how, and lightly; heavily is 1."""


class _Kind(NamedTuple):
    """Words for a weather: whose air it has, what falls, how densely at most; and whether they only
    say what lies about, and give way to words that say what the weather is."""

    words: re.Pattern[str]
    air: str
    falls: str | None = None
    most: float = 1.0
    weak: bool = False


_KINDS = (
    _Kind(re.compile(r"\brain(?:s|y|ing)?\b(?!.soaked)"), "rain", "rain"),
    _Kind(re.compile(r"\b(?:rain.soaked|wet)\b"), "rain", weak=True),
    _Kind(re.compile(r"\bsnow(?:s|ing|fall)\b|\bfalling snow\b"), "snow", "snow"),
    _Kind(re.compile(r"\bsnowy\b(?! mountains)"), "snow", "snow", LIGHTLY, weak=True),
    _Kind(re.compile(r"\b(?:snow.covered|wintry)\b"), "snow", weak=True),
    _Kind(re.compile(r"\b(?:fog(?:gy)?|mist(?:y)?|hazy)\b"), "fog"),
    _Kind(re.compile(r"\b(?:cloudy|overcast|clouds)\b"), "cloudy"),
    _Kind(re.compile(r"\b(?:sunny|clear|cloudless|moonlit|starry|fine weather)\b"), "clear"),
)
"""Not among them: what a tower may be, too (grey, bright, golden)."""

_SEASONS = {
    "winter": re.compile(r"\b(?:winter|wintry|snow\w*)\b(?! mountains)"),
    "autumn": re.compile(r"\b(?:autumn|fall)\b"),
    "spring": re.compile(r"\b(?:spring|springtime)\b"),
}

_LIGHTLY = re.compile(
    r"\b(?:light(?:ly|(?= (?:rain|snow|shower)))|gentle|gently|soft(?:ly)?|drizzl\w*|few)\b"
)
_HEAVILY = re.compile(r"\b(?:heav\w+|thick|pour\w*|downpour|\w*storm\w*|blizzard)\b")


def season_of(told: str) -> str:
    """The season of which a sentence in taught words speaks; summer if of none."""
    return next((season for season, words in _SEASONS.items() if words.search(told)), "summer")


def weather_of(said: str, told: str, places: frozenset[str]) -> Weather:
    """The weather of a sentence.

    Args:
        said: as it was said; tells how densely it falls.
        told: in words that were taught; tells what falls.
        places: that it speaks of, by the vocabulary's names; empty if of none.
    """
    if places and places <= INDOORS:
        return CLEAR
    matches = ((kind.words.search(told.lower()), kind) for kind in _KINDS)
    found = sorted(((match.start(), kind) for match, kind in matches if match), key=_order)
    if not found:
        return Weather(haze_per_m=HAZE_PER_M["clear"])
    first = found[0][1]
    density = min(_density(said.lower()), first.most)
    return Weather(
        haze_per_m=HAZE_PER_M[first.air],
        rain=density if first.falls == "rain" else 0.0,
        snow=density if first.falls == "snow" else 0.0,
    )


def _order(found: tuple[int, _Kind]) -> tuple[bool, int]:
    """What says what the weather is comes first, and of that what was said first."""
    place, kind = found
    return kind.weak, place


def _density(said: str) -> float:
    if _HEAVILY.search(said):
        return 1.0
    return LIGHTLY if _LIGHTLY.search(said) else USUAL

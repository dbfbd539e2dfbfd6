"""The weather that words speak of: how hazy the air is, and what falls through it.

    "a snowy village in the evening" ──▶ Weather(haze_per_m=0.0105, snow=0.45)

What is said first holds, as the words of an event stand before those of the prompt. The
haze of each weather is that of the worlds that the model learnt from. Under a roof there is
no weather.

Not here: what falls, drawn (`worldgen.falling`), other words for these (`vocabulary`).
"""

from __future__ import annotations

import re

from worldgen.types import CLEAR, Weather

HAZE_PER_M = {"clear": 0.0013, "cloudy": 0.0021, "fog": 0.034, "rain": 0.0073, "snow": 0.0105}
"""1/m, the mean of the worlds that were learnt from."""

INDOORS = frozenset(
    {"cave", "church", "corridor", "greenhouse", "hall", "library", "room", "station"}
)
"""Places with a roof, as the vocabulary names places."""

USUAL, LIGHTLY = 0.75, 0.45
"""How densely it falls when nobody says how, and lightly; heavily is 1."""

_KINDS = (
    ("rain", re.compile(r"\brain(?:s|y|ing)?\b(?!.soaked)")),
    ("wet", re.compile(r"\b(?:rain.soaked|wet)\b")),
    ("snow", re.compile(r"\bsnow(?:s|ing|fall)\b|\bfalling snow\b")),
    ("snowy", re.compile(r"\bsnowy\b(?! mountains)")),
    ("white", re.compile(r"\b(?:snow.covered|wintry)\b")),
    ("fog", re.compile(r"\b(?:fog(?:gy)?|mist(?:y)?|hazy)\b")),
    ("cloudy", re.compile(r"\b(?:cloudy|overcast|grey|clouds)\b")),
    (
        "clear",
        re.compile(r"\b(?:sunny|bright|clear|cloudless|rosy|golden|moonlit|starry|fine weather)\b"),
    ),
)
_AIR_OF = {"wet": "rain", "white": "snow", "snowy": "snow"}
_LIGHTLY = re.compile(r"\b(?:light(?:ly)?|gentle|gently|soft(?:ly)?|drizzl\w*|few)\b")
_HEAVILY = re.compile(r"\b(?:heav\w+|thick|pour\w*|downpour|\w*storm\w*|blizzard)\b")


def weather_of(said: str, told: str, places: frozenset[str]) -> Weather:
    """The weather of a sentence.

    Args:
        said: as it was said; tells how densely it falls.
        told: in words that were taught; tells what falls.
        places: that it speaks of, by the vocabulary's names; empty if of none.
    """
    if places and places <= INDOORS:
        return CLEAR
    found = [(match.start(), kind) for kind, how in _KINDS if (match := how.search(told.lower()))]
    kind = min(found)[1] if found else "clear"
    if kind == "snowy" and any(other == "snow" for _, other in found):
        kind = "snow"
    falls = {"rain": _density(said.lower()), "snow": _density(said.lower()), "snowy": LIGHTLY}
    return Weather(
        haze_per_m=HAZE_PER_M[_AIR_OF.get(kind, kind)],
        rain=falls["rain"] if kind == "rain" else 0.0,
        snow=falls[kind] if kind in ("snow", "snowy") else 0.0,
    )


def _density(said: str) -> float:
    if _HEAVILY.search(said):
        return 1.0
    return LIGHTLY if _LIGHTLY.search(said) else USUAL

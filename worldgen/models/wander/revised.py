"""A story after something was said: what was told before and holds no longer is left out.

    "the rain stops" + "a village at noon in heavy rain" ──▶ "the rain stops, a village at noon"

    "a red tower ahead" + "a meadow"             ──▶ "a meadow"

    "remove the tower" + "a meadow with a tower" ──▶ "a meadow"

A denoiser that reads two weathers draws either. So what is said of the weather, the hour or the
season takes the place of what was said of it before; no snow outlives the winter. What happens
comes first, since the end of a long story is not read. Things that come are not told: the hint
shows where they stand, and words hold for every view, so that another tower would come up behind
one's back, and a house would be a room. What was taken away is not spoken of any more.

Not here: other words for these (`vocabulary`), what they mean (`weather`, the denoiser).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from worldgen.things import REMOVE, Wish

_SPAN = r"on a (?:cloudy|rainy|sunny|clear) (?:day|morning|evening|night)"
_WEATHER = (
    r"(?:under|with) (?:a )?(?:clear|cloudy) sky|under grey clouds|"
    r"in (?:clear|fine|overcast) weather|wrapped in fog|in (?:thick )?fog|in the mist|"
    r"in (?:the|heavy) rain|in falling snow|in a snowfall|during snowfall|while it (?:rains|snows)|"
    rf"{_SPAN}|"
    r"snow.covered|rain.soaked|(?:it )?(?:rains?|snows|(?<!covered in )(?<!under )snow)|"
    r"sunny|clear|cloudless|cloudy|overcast|foggy|misty|hazy|rainy|wet|"
    r"snowy(?! mountains)|wintry|fog|mist|snowfall"
)
_HOUR = (
    r"at (?:dawn|sunrise|daybreak|noon|dusk|sunset|twilight|night)|by (?:day|night)|"
    r"in the (?:early )?(?:morning|daytime|afternoon|evening)|in daylight|under the moon|"
    rf"{_SPAN}|"
    r"in the dark of night|in warm evening light|brightly lit|dimly lit|moonlit|starry|rosy|"
    r"morning|noon|afternoon|evening|dawn|sunrise|daybreak|dusk|sunset|twilight|night"
)
_SEASON = (
    r"(?:in )?(?:spring|springtime|summer|autumn|winter)|in fall|with autumn colours|"
    r"covered in snow|under snow|wintry"
)
_OF = tuple(
    re.compile(rf",? ?\b(?:{words})\b", re.IGNORECASE) for words in (_WEATHER, _HOUR, _SEASON)
)
_WARM = re.compile(r"\b(?:spring|springtime|summer|autumn)\b", re.IGNORECASE)
_SNOW = re.compile(
    r",? ?\b(?:snow.covered|snowy(?! mountains)|wintry|(?:covered )?(?:in|under) (?:falling )?snow|"
    r"in a snowfall|during snowfall|while it snows|(?:it )?snows|snow(?:fall| falls)?)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:an?|the) (?=(?:in|at|with|by|near|under)\b)", re.IGNORECASE)


def changed(before: str, said: str, wishes: Iterable[Wish], told: Callable[[str], str]) -> str:
    """A story after something was said.

    Args:
        before: the story, in words that were taught.
        said: what was said, but for the wishes.
        wishes: what was said of things.
        told: says a sentence in words that were taught.
    """
    left = revised(before, told(said))
    for wish in (wish for wish in wishes if wish.verb == REMOVE):
        left = without(left, wish)
    return ", ".join(filter(None, (said, left)))


def times(told: str) -> str:
    """What a sentence in words that were taught says of weather, hour and season."""
    spans = {match.span() for words in _OF for match in words.finditer(told)}
    within = {one for one in spans for a, b in spans - {one} if a <= one[0] and one[1] <= b}
    return " ".join(told[first:last].strip(" ,") for first, last in sorted(spans - within))


def revised(before: str, event: str) -> str:
    """What is left of a story once something else was said.

    Args:
        before: the story, in words that were taught.
        event: what was said, likewise.
    """
    for words in _OF:
        if words.search(event):
            before = words.sub("", before)
    if _WARM.search(event):
        before = _SNOW.sub("", before)
    return _BARE.sub("", " ".join(before.split()).strip(" ,;")).strip(" ,;")


def without(before: str, wish: Wish) -> str:
    """What is left of a story once a thing was taken away; as it was if it tells of nothing else.

    Args:
        before: the story, in words that were taught.
        wish: to remove; of several such things those go that were spoken of last, and stand first.
    """
    if wish.kind is None:
        return before
    nouns = "|".join(map(re.escape, (wish.kind.noun, *wish.kind.also)))
    called = rf"(?:(?!\b(?:with|in|at|by|near)\b)[\w-]+ ){{0,4}}(?:{nouns})(?:e?s)?"
    alone_or_beside = rf"(?:^|, ?){called}(?= ?(?:,|$))|,? (?:with|and|near|by) {called}\b"
    there = list(re.finditer(alone_or_beside, before, re.IGNORECASE))
    if wish.colour is not None:
        there = [one for one in there if wish.colour in one[0] or "coloured" in one[0]]
    left = before
    for one in reversed(there if wish.every else there[: wish.count]):
        left = left[: one.start()] + left[one.end() :]
    return left.strip(" ,;") or before

"""Weather and hours as people order them about: what begins, ends or lessens, said plainly.

    "remove the fog"          ──▶ "in clear weather"
    "make it snow"            ──▶ "snow falls"
    "the rain gets lighter"   ──▶ "light rain"
    "a beach without water"   ──▶ "a beach"

A vocabulary has words, not orders: of "less fog" it would hear the fog. So these are said
in words that it has, before it is asked; day and night, ordered about alike, too.

Not here: other words for things, places and hours (`vocabulary`), what a weather is (`weather`).
"""

from __future__ import annotations

import re

_FALLING = r"rain(?:fall)?|snow(?:fall)?|showers?|drizzle"
_WEATHER = (
    rf"(?:{_FALLING}|fog|mist|haze|smog|smoke|clouds?|(?:thunder|snow)?storms?|blizzard|raining|"
    r"snowing)(?![\w-])"
)
_SOME = r"(?:(?:the|this|that|all|any|more|of|heavy|thick|dense|grey|dark|falling) )*"
_IT = r"(?:(?:please|now|then|and|so|let|make|it|to|have) )*"
_MORE = r"(?:heavier|harder|stronger|thicker|more|worse|a lot|heavily)"
_LESS = r"(?:lighter|softer|gentler|weaker|less|light|lightly|gently)"
_TURNS = (
    r"(?:is|gets?|becomes?|turns?|grows?|falls?|comes down|starts to get) (?:much |a bit |even )?"
)

_ENDS = re.compile(
    rf"\b(?:stop|end|remove|delete|clear(?: away| up)?|lift|no|no longer|without|get rid of|"
    rf"turn off|take away|chase away|less|(?:isn't|is not|not|it's not)) {_SOME}{_WEATHER}"
    rf"|\b{_SOME}{_WEATHER} (?:to )?(?:(?:has|have|is|are) )?(?:all )?(?:stop(?:s|ped)?|"
    r"end(?:s|ed)?|lift(?:s|ed)?|clear(?:s|ed)?(?: up| away)?|pass(?:es|ed)?|go(?:es)? away|"
    r"gone|over|part|disappears?|vanish(?:es)?|fades?(?: away)?|dissolves?|disperses?|"
    r"thins?(?: out)?)\b"
)
_HEAVIER = re.compile(
    rf"\b(?:heavier|more|harder) (rain|snow)(?:fall)?\b"
    rf"|\b{_IT}(?:the )?(rain|snow)(?:fall|s)? (?:{_TURNS})?{_MORE}\b"
)
_LIGHTER = re.compile(
    rf"\b(?:lighter|softer|less|gentler) (rain|snow)(?:fall)?\b"
    rf"|\b{_IT}(?:the )?(rain|snow)(?:fall|s)? (?:{_TURNS})?{_LESS}\b"
    rf"|\b(?:the )?(rain|snow)(?:fall)? (?:eases|lets up|slackens|dies down)\b"
)
_TURNS_TO = re.compile(r"\b(?:the )?(?:rain|snow) (?:turns|changes) (?:in)?to (rain|snow)\b")
_DAY = re.compile(
    rf"^{_IT}(?:it )?(?:becomes |is |turns? (?:in)?to )?(?:day|daytime|daylight)(?: again)?$"
    r"|\b(?:turn )?(?:the )?night (?:in)?to day\b"
    r"|\b(?:the night (?:is over|ends|passes)|end (?:of )?the night)\b"
)
_NIGHT = re.compile(r"\b(?:turn )?(?:the )?day (?:in)?to night\b")
_WITHOUT = re.compile(
    r",? ?\b(?:without|with no) (?:any |a |the )?[a-z-]+\b"
    r"|,? ?\bnot (?:at|in|by|during) (?:the )?[a-z-]+\b"
)
_BEGINS = re.compile(
    rf"^(?:{_IT}(?:(?:starts?|begins?) )?(?:to )?)?snow(?:s|ing)?$|^(?:add|some|with) snow$"
    r"|\b(?:make it|it (?:starts|begins) to) snow\b"
)

_ASKS = re.compile(
    r"^(?:go|walk|run|look|move|follow|take me|bring me|where|what|who|how|why|"
    r"is there|are there)\b"
    r"|\?$"
)


def asks(text: str) -> bool:
    """Whether a sentence asks something, or sends somebody somewhere: that changes no world."""
    return _ASKS.search(text.lower().strip(" .!")) is not None


def plainly(text: str) -> str:
    """A sentence whose orders to the weather are said as captions say what the weather is."""
    said = text.lower()
    if found := _LIGHTER.search(said):
        return _put(text, found, f"light {_falling(found)}")
    if found := _ENDS.search(said):
        return _put(text, found, "in clear weather")
    if found := _HEAVIER.search(said):
        return _put(text, found, f"heavy {_falling(found)}")
    if found := _TURNS_TO.search(said):
        return _put(text, found, f"{found[1]} falls")
    for order, hour in ((_DAY, "in daylight"), (_NIGHT, "at night")):
        if found := order.search(said.rstrip(" .!")):
            return _put(text, found, hour)
    if found := _WITHOUT.search(said):
        return _put(text, found, "") or text
    if found := _BEGINS.search(said.rstrip(" .!")):
        return _put(text, found, "snow falls")
    return text


def _falling(found: re.Match[str]) -> str:
    return next(filter(None, found.groups()))


def _put(text: str, found: re.Match[str], plain: str) -> str:
    return text[: found.start()] + plain + text[found.end() :]

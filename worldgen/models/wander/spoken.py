"""Weather and hours as people order them about: what begins, ends or lessens, said plainly.

    "remove the fog"          ──▶ "in clear weather"
    "make it snow"            ──▶ "snow falls"
    "the rain gets lighter"   ──▶ "light rain"
    "a beach without water"   ──▶ "a beach"
    "how about some snow?"    ──▶ "snow falls", where `ordered` has made it "some snow"

A vocabulary has words, not orders: of "less fog" it would hear the fog. So these are said
in words that it has, before it is asked; day and night, ordered about alike, too. "Fog over a
lake" is no end of any fog: what is over has nothing behind it.

Not here: other words for things, places and hours (`vocabulary`), what a weather is (`weather`).
"""

from __future__ import annotations

import re

from worldgen.models.wander.clock import by_the_clock

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

_THERE = r"(?= *(?:$|[^\w\s-]|(?:and|but|then|now|so|again|at last|for now)\b))"
"""A clause's end: "clouds pass over a meadow" and "a storm is over the sea" end nothing."""

_ENDS = re.compile(
    rf"\b(?:stop|end|remove|delete|clear(?: away| up)?|lift|no|no longer|without|get rid of|"
    rf"turn off|take away|chase away|less|(?:isn't|is not|not|it's not)) {_SOME}{_WEATHER}"
    r"|\b(?:do(?:es)? not|do(?:es)?n['’]?t|won['’]?t|will not|never|stop) "
    r"(?:(?:let|make|have|it|start|starts|to) )*(?:rain|snow|storm|drizzle)(?:s|ing)?\b"
    r"(?: (?:here|any ?more|again))*"
    rf"|(?:{_WEATHER}, ?)+go away\b"
    rf"|\b{_SOME}{_WEATHER} (?:to )?(?:(?:has|have|is|are|gets) )?(?:all )?(?:stop(?:s|ped)?|"
    r"end(?:s|ed)?|lift(?:s|ed)?|clear(?:s|ed)?(?: up| away)?|go(?:es)? away|gone|disappears?|"
    r"vanish(?:es)?|fades?(?: away)?|dissolves?|disperses?|thins?(?: out)?|"
    rf"(?:over|part|pass(?:es|ed)?(?: by| over| away)?){_THERE})\b"
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
_TURNS_TO = re.compile(
    r"\b(?:the )?(?:rain|snow) (?:turns? (?:in)?to|changes? (?:in)?to|becomes?) (rain|snow)\b"
    r"|\b(?:it stops (?:raining|snowing)|(?:the )?(?:rain|snow) (?:stops|ends)),? (?:and|then)"
    r"(?: then| it)* (?:starts|begins) (?:to )?(rain|snow)(?:ing)?\b"
)
_DAY = re.compile(
    rf"^{_IT}(?:it )?(?:becomes |is |turns? (?:in)?to )?(?:day|daytime|daylight)(?: again)?$"
    rf"|^{_IT}(?:gets? |becomes? |is )?(?:brighter|lighter)$"
    r"|^(?:it (?:is|'s) |it )?(?:not|isn't|no longer) (?:at )?night$"
    r"|\b(?:turn )?(?:the )?night (?:in)?to day\b"
    r"|\b(?:the night (?:is over|ends|passes)|end (?:of )?the night)\b"
)
_DARKER = re.compile(rf"^{_IT}(?:gets? |becomes? |is )?darker$")
_NIGHT = re.compile(r"\b(?:turn )?(?:the )?day (?:in)?to night\b")
_WITHOUT = re.compile(
    r",? ?\b(?:without|with no) (?:any |a |the )?[a-z-]+\b"
    r"|,? ?\bnot (?:at|in|by|during) (?:the )?[a-z-]+\b"
)
_BEGINS = re.compile(
    rf"^(?:{_IT}(?:(?:starts?|begins?) )?(?:to )?)?snow(?:s|ing)?$"
    r"|^(?:add|some|with|i want|give me|bring)(?: some)? snow$"
    r"|\b(?:make it|it (?:starts|begins) to) snow\b"
)

_ORDERED = re.compile(
    r"^(?:(?:please )?(?:go|move|come|skip|jump|travel)(?: (?:back|on|forward|ahead|over))* to|"
    r"(?:please )?(?:take|bring) (?:me|us)(?: (?:back|forward|on))? to|look,? (?!at\b)|"
    r"(?:what|how) about|(?:can|could|may) we have|"
    r"(?:can|could|would|will) you (?:please )?(?:make|let)|(?:can|could|would|will)(?= it\b)) ?"
)
_PLEASE = re.compile(r",? please\b")
_ASKS = re.compile(
    r"^(?:go|walk|run|look|move|follow|take me|bring me|where|what|who|how|why|"
    r"is there|are there)\b"
    r"|\?$"
)


def ordered(text: str) -> str:
    """What is asked for in a manner in which other things are asked about; else as it came."""
    said = text.strip(" .!?")
    if (found := _ORDERED.search(said.lower())) is None:
        return text
    return _PLEASE.sub("", said[found.end() :]).strip()


def ended(text: str) -> str | None:
    """What shall no longer fall, "rain" or "snow"; None if no such order is given."""
    found = _ENDS.search(text.lower())
    falls = re.search(r"rain|shower|drizzle|snow", found[0]) if found else None
    return None if falls is None else "snow" if falls[0] == "snow" else "rain"


def asks(text: str) -> bool:
    """Whether a sentence asks something, or sends somebody somewhere: that changes no world."""
    return _ASKS.search(text.lower().strip(" .!")) is not None


def plainly(text: str) -> str:
    """A sentence whose orders to the weather are said as captions say what the weather is."""
    text = by_the_clock(text)
    said = text.lower()
    if found := _LIGHTER.search(said):
        return _put(text, found, f"light {_falling(found)}")
    if found := _TURNS_TO.search(said):
        return _put(text, found, f"{_falling(found)} falls")
    if found := _ENDS.search(said):
        return _put(text, found, "in clear weather")
    if found := _HEAVIER.search(said):
        return _put(text, found, f"heavy {_falling(found)}")
    for order, hour in ((_DAY, "in daylight"), (_DARKER, "at dusk"), (_NIGHT, "at night")):
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

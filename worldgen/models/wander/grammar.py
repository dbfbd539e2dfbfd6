"""A sentence of which words were put for others or left out, made whole again.

    "an room inside a house"                     ──▶ "a room inside a house"
    "a coast with palm trees with palm trees"    ──▶ "a coast with palm trees"
    "a through a pine forest"                    ──▶ "a pine forest"
    "a great red in a meadow"                    ──▶ "in a meadow"

Not here: which words stand for which (`vocabulary`).
"""

from __future__ import annotations

import re

LINKS = frozenset({
    "a", "an", "and", "in", "of", "the", "with", "to", "on", "by", "it", "under", "at", "while",
    "near", "around", "among", "between", "full", "are", "you", "we", "is", "see", "through",
    "from", "over", "inside", "during",
})  # fmt: skip
"""Taught words that join others and mean nothing alone."""

ADVERBIAL = re.compile(r"^(?:in|at|with|under|on|by|during|while|covered|dimly|brightly)\b")
"""How a time or a weather begins that stands behind what it is said of."""

_LINK = rf"\b(?:{'|'.join(sorted(LINKS))})"
_NO_NOUN = (
    r"(?: (?:old|small|great|tall|long|red|green|grey|white|golden|coloured|grassy|rocky|ruined|"
    r"overgrown|dark|bright|slim|few|first))"
)
_JOINS = (
    r"(?:in|at|with|by|on|of|under|near|during|through|over|from|inside|among|between|around|"
    r"covered|dimly|brightly)"
)
_LEFT_OVER = re.compile(
    rf"{_LINK} (?={_JOINS}\b)| ?{_LINK}(?= ?(?:[,;.!?]|$))",
    re.IGNORECASE,
)
"""A link before another, or before an end."""

_NAMELESS = re.compile(
    rf"\b(?:an?|the){_NO_NOUN}+(?: (?={_JOINS}\b)| ?(?=[,.;!?]|$))", re.IGNORECASE
)
"""What something was like that is gone."""

_TWICE = re.compile(
    r"\b((?:[\w-]+ ){1,3}[\w-]+|[\w-]+(?= (?:of|in|a|an|the|with|and)\b)|[\w-]*[^\Ws])"
    r"(?: (?:of|in|a|an|the|with|and))*? \1\b",
    re.IGNORECASE,
)
"""Alone, no plural: the page's own church is drawn from "windows windows"."""

_BEFORE_SEVERAL = re.compile(
    rf"\ban? (?!few\b)(?=(?:(?!{_LINK}\b)[\w-]+ )*(?!{_LINK}\b)[\w-]*[^\Ws]s\b"
    rf"(?= ?(?:[,.;!?]|$)| {_LINK}\b))",
    re.IGNORECASE,
)
"""An article of one before what are several: "a grassy hills"."""

_ARTICLE = re.compile(r"\b(a)n?(?= ([a-z]))", re.IGNORECASE)
_LEADING = re.compile(r"^(?:of|through|from|over) ", re.IGNORECASE)


def tidy(text: str) -> str:
    """A told sentence without what joined or described words that are gone.

    No word stands twice, articles fit what follows, and nothing begins in the middle.
    """
    text = re.sub(r"\s+", " ", text).strip()
    while (shorter := _shorter(text)) != text:
        text = shorter
    text = re.sub(r"[,; ]+(?=[,.;!?])", "", text).strip(" ,;.'’-")
    return _ARTICLE.sub(_fitting, _BEFORE_SEVERAL.sub("", _LEADING.sub("", text)))


def _shorter(text: str) -> str:
    for gone in (_NAMELESS, _LEFT_OVER):
        text = gone.sub("", text)
    return _TWICE.sub(r"\1", text)


def _fitting(found: re.Match[str]) -> str:
    return found[1] + ("n" if found[2].lower() in "aeiou" else "")

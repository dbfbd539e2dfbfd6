"""What `--keys` says: keys, how often, and words between.

    W*40 W+RIGHT*10 say:'night falls' . S*40

Parts stand apart by spaces. Keys joined by + are held together; *N repeats for N
frames; a point is a frame without keys; say: tells the world something before
the next frame. What the keys mean is `sessions.keys`.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from worldgen.errors import ActionError, ProtocolError
from worldgen.sessions.keys import KEYS, action_of
from worldgen.types import Action, tidy_text

MAX_FRAMES = 100_000
IDLE = "."
_REPEAT = re.compile(r"(?P<keys>[^*]*)(\*(?P<count>.*))?", re.DOTALL)

HELP = (
    f"keys {' '.join(KEYS)}; + holds keys together, *N repeats for N frames, {IDLE} is a frame "
    "without keys, say:'…' tells the world something"
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """One frame of a script.

    Attributes:
        action: what the keys amount to.
        said: what is told to the world before it.
    """

    action: Action
    said: tuple[str, ...] = ()


def parse_script(text: str) -> list[Step]:
    """Read a script.

    Words at the very end get one idle frame, so that they show.

    Raises:
        ActionError: an unknown key, a count that is none, or too many frames; says which part.
    """
    steps: list[Step] = []
    said: list[str] = []
    for part in _parts(text):
        if part.lower().startswith("say:"):
            said.append(_words(part))
            continue
        action, count = _keys(part)
        if len(steps) + count > MAX_FRAMES:
            raise ActionError(f"the keys ask for more than {MAX_FRAMES:,} frames; walk in parts")
        steps.append(Step(action=action, said=tuple(said)))
        steps.extend([Step(action=action)] * (count - 1))
        said = []
    if said:
        steps.append(Step(action=Action(), said=tuple(said)))
    return steps


def _parts(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise ActionError(
            f"a quotation mark in the keys is never closed ({error}); write say:'night falls'"
        ) from error


def _words(part: str) -> str:
    words = tidy_text(part[len("say:") :])
    if not words:
        raise ActionError("say: needs words, such as say:'night falls'")
    return words


def _keys(part: str) -> tuple[Action, int]:
    match = _REPEAT.fullmatch(part)
    assert match is not None, "the pattern takes any text"
    names, count = match["keys"].upper(), _count(match["count"], part)
    if names == IDLE:
        return Action(), count
    try:
        return action_of(names.split("+")), count
    except ProtocolError as error:
        raise ActionError(f"in {part[:40]!r}: {error}") from error


def _count(text: str | None, part: str) -> int:
    if text is None:
        return 1
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:9]) <= MAX_FRAMES:
        raise ActionError(
            f"in {part[:40]!r}: *N wants a whole number from 1 to {MAX_FRAMES:,}, got {text[:20]!r}"
        )
    return int(text)

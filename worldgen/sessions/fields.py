"""A JSON object's fields, each taken once and checked as it is taken.

The messages themselves are in `protocol`; this is only how one is read.

Not here: what a message means (`session`).
"""

from __future__ import annotations

import json
from typing import Any, NoReturn, TypeGuard

from worldgen.errors import ProtocolError

MAX_COUNT = 2**32 - 1
MAX_WORDS = 16


class Fields:
    """A JSON object's fields, each taken once and checked."""

    def __init__(self, kind: str, fields: dict[str, Any]) -> None:
        self.kind = kind
        self._fields = fields

    @classmethod
    def from_json(cls, message: str) -> Fields:
        """The object that a message holds; its tag is taken out of it.

        Raises:
            ProtocolError: not JSON, not an object, not finite, or without a tag.
        """
        try:
            fields = json.loads(message, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise ProtocolError(f"a message that is not JSON came: {error}") from None
        if not isinstance(fields, dict):
            raise ProtocolError(f"a message must be a JSON object, got {type(fields).__name__}")
        kind = fields.pop("type", None)
        if not isinstance(kind, str):
            raise ProtocolError(f"a message needs a text field 'type', got {kind!r:.40}")
        return cls(kind, fields)

    def integer(self, name: str, *, top: int) -> int:
        """A whole number from 0 to `top`."""
        value = self._fields.pop(name, None)
        if not _is_whole(value, top):
            self._refuse(name, f"a whole number from 0 to {top}", value)
        return value

    def integers(self, name: str, *, most: int, top: int) -> tuple[int, ...]:
        """A list of at most `most` whole numbers from 0 to `top`."""
        value = self._fields.pop(name, None)
        if not isinstance(value, list) or len(value) > most:
            self._refuse(name, f"a list of at most {most:,} whole numbers", value)
        if not all(_is_whole(number, top) for number in value):
            self._refuse(name, f"a list of whole numbers from 0 to {top}", value)
        return tuple(value)

    def number(self, name: str, *, limit: float, default: float | None = None) -> float:
        """A finite number within ±`limit`."""
        value = self._fields.pop(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._refuse(name, "a number", value)
        # an integer past the limit is refused before it can overflow a float
        if not -limit <= value <= limit:
            self._refuse(name, f"a number within ±{limit:g}", value)
        return float(value)

    def flag(self, name: str) -> bool:
        """True or false, as such."""
        value = self._fields.pop(name, None)
        if not isinstance(value, bool):
            self._refuse(name, "true or false", value)
        return value

    def text(self, name: str, *, top: int) -> str:
        """Text of at most `top` characters."""
        value = self._fields.pop(name, None)
        if not isinstance(value, str) or len(value) > top:
            self._refuse(name, f"text of at most {top} characters", value)
        return value

    def words(self, name: str, *, most: int = MAX_WORDS) -> tuple[str, ...]:
        """A list of at most `most` words; none if it is not there."""
        value = self._fields.pop(name, [])
        if not isinstance(value, list) or len(value) > most:
            self._refuse(name, f"a list of at most {most} names", value)
        if not all(isinstance(word, str) for word in value):
            self._refuse(name, "a list of names", value)
        return tuple(value)

    def refuse_rest(self) -> None:
        """Raise ProtocolError if a field is left that nobody asked for."""
        if self._fields:
            names = ", ".join(sorted(self._fields))[:80]
            raise ProtocolError(f"message {self.kind!r} has fields that we do not know: {names}")

    def _refuse(self, name: str, wanted: str, value: object) -> NoReturn:
        came = repr(value)[:40]
        raise ProtocolError(f"message {self.kind!r}: {name} must be {wanted}, got {came}")


def _is_whole(value: object, top: int) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= top


def _refuse_constant(word: str) -> NoReturn:
    raise ProtocolError(f"a message holds {word}; numbers must be finite")

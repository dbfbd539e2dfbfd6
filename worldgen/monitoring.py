"""What we log: an event and its fields, one line each.

    log("walk.saved", frames=120, seconds=0.8)
    2026-01-01T12:00:00.250Z info walk.saved frames=120 seconds=0.8

An event is `noun.verb`; whatever varies is a field, so that lines can be
counted. Nothing is printed until the composition root calls `show_logs`.

Not here: what a person reads (`web`, `cli`).
"""

import json
import logging
import time
from typing import TextIO

_LOGGER = logging.getLogger("worldgen")
_LOGGER.addHandler(logging.NullHandler())


def log(event: str, level: int = logging.INFO, **fields: object) -> None:
    """Log one event.

    Args:
        event: noun.verb, such as "model.loaded".
        level: one of `logging`'s.
        fields: what varies; units in the names (`seconds`, `size_px`).
    """
    if _LOGGER.isEnabledFor(level):
        _LOGGER.log(level, "%s", " ".join([event, *(f"{k}={_word(v)}" for k, v in fields.items())]))


def show_logs(stream: TextIO, level: int = logging.INFO) -> None:
    """Send events to a stream from now on, and to no earlier one any more."""
    for handler in _LOGGER.handlers[:]:
        _LOGGER.removeHandler(handler)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Line())
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(level)
    _LOGGER.propagate = False


class _Line(logging.Formatter):
    """Time, level, event, fields."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, UTC."""
        at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = f"{at}.{int(record.msecs):03d}Z {record.levelname.lower()} {record.getMessage()}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def _word(value: object) -> str:
    """A value without spaces or newlines in the open."""
    if isinstance(value, float):
        return f"{value:.6g}"
    text = str(value)
    plain = text.isprintable() and text and not any(c in text for c in ' "=')
    return text if plain else json.dumps(text, ensure_ascii=False)

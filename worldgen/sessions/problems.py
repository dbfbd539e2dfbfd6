"""An error as the one message that a person gets to read.

Not here: the errors (`errors`), how a message looks (`web`).
"""

from __future__ import annotations

from worldgen.errors import (
    ActionError,
    ExportError,
    ImageError,
    ModelError,
    PromptError,
    ProtocolError,
    RecordingError,
    SeatsTakenError,
    WorldgenError,
)
from worldgen.sessions.protocol import Problem

_CODES: tuple[tuple[type[WorldgenError], str], ...] = (
    (ImageError, "picture"),
    (PromptError, "prompt"),
    (ActionError, "protocol"),
    (ProtocolError, "protocol"),
    (SeatsTakenError, "seats"),
    (RecordingError, "storage"),
    (ExportError, "saving"),
    (ModelError, "model"),
)


def problem_of(error: WorldgenError) -> Problem:
    """What to tell the page about an error."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "session")
    text = str(error)
    return Problem(code=code, text=text[:1].upper() + text[1:])

"""What a session asks of the device that steps it; a newer order replaces an older.

Not here: giving and carrying them out (`session`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from worldgen.types import Prompt


@dataclass(frozen=True, kw_only=True)
class Begin:
    """Dream a world."""

    prompt: Prompt
    seed: int


@dataclass(frozen=True, kw_only=True)
class TakeUp:
    """Be at the end of a walk that another server left, as it lies in a folder."""

    folder: Path


@dataclass(frozen=True, kw_only=True)
class Return:
    """Walk on from a frame of one of the walks."""

    walk: int
    index: int


@dataclass(frozen=True, kw_only=True)
class Finish:
    """End the walk."""

    reason: str
    text: str


Order = Begin | TakeUp | Return | Finish

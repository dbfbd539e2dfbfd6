"""How many people, how long, and how much disk: the numbers that keep a small machine well.

Not here: what is done about them (`lobby`, `store`, `shelf`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from worldgen.errors import ConfigError


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one device gives to how many.

    Attributes:
        seats: worlds that may be walked at the same time.
        tokens: pages that may be open at the same time, walking or not.
        grace_s: a lost connection may come back for so long; its world waits.
        idle_pause_s: a world that nobody moves in for so long is held still.
        idle_end_s: and ended after so long.
        max_frames: a walk ends at this length.
        max_kept_bytes: walks in a temporary folder beyond this are taken away, oldest first.
    """

    seats: int = 2
    tokens: int = 256
    grace_s: float = 120.0
    idle_pause_s: float = 120.0
    idle_end_s: float = 900.0
    max_frames: int = 20_000
    max_kept_bytes: int = 4_000_000_000

    def __post_init__(self) -> None:
        for limit in fields(self):
            if getattr(self, limit.name) <= 0:
                got = getattr(self, limit.name)
                raise ConfigError(f"the limit {limit.name} must be more than 0, got {got}")

"""How one session runs.

Not here: reading it from anywhere (`settings`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from worldgen.sessions import protocol as wire
from worldgen.sessions.view import ViewConfig


@dataclass(frozen=True, kw_only=True)
class SessionConfig:
    """How one session runs.

    Attributes:
        window_frames: frames under way to the browser before generating stops.
        max_fps: frames a second at most, however fast the model is.
        formats: the file kinds that a walk can be saved as.
        view: how much of a frame is sent.
    """

    window_frames: int = 4
    max_fps: float = 20.0
    formats: tuple[str, ...] = wire.FORMATS
    view: ViewConfig = field(default_factory=ViewConfig)

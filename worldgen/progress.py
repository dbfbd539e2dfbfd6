"""How whoever works for long says how far it is.

Not here: how it is shown (`cli.progress`, `web`).
"""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1."""

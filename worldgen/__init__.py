"""Type a sentence or drop in a picture, and walk through the world it makes.

    from worldgen import World, Prompt, Action

    world = World.load()
    frame = world.start(Prompt(text="a snowy village at dusk"), seed=7)
    frame = world.step(Action(forward=1.0, yaw=0.05))

These three names are the whole everyday API; every other name has its home in
a package below, and `geometry/__init__.py` holds the conventions they share.

Importing this package imports nothing heavy: the names are fetched when first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from worldgen.types import Action, Prompt
    from worldgen.world import World

__version__ = "0.1.0"
__all__ = ["World", "Prompt", "Action", "__version__"]

_HOMES = {"World": "worldgen.world", "Prompt": "worldgen.types", "Action": "worldgen.types"}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'worldgen' has no attribute {name!r}")
    return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])

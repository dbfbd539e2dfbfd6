"""The last few keyframes that were drawn, ready to be drawn again.

A memo and no more: what comes out is the same with it and without it, only sooner.
All memories that grew from one share it, in whatever thread they are asked.

Not here: making a keyframe ready (`keyframe`).
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from worldgen.memory.keyframe import Keyframe, Look

ROOM = 64
"""Looks that are kept: all that are drawn or asked about a few views, 53 MB at 256×144."""


class Ready:
    """Looks by keyframe, least lately used first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._looks: OrderedDict[Keyframe, Look] = OrderedDict()

    def look(self, keyframe: Keyframe) -> Look:
        """The keyframe as it can be drawn."""
        with self._lock:
            found = self._looks.get(keyframe)
            if found is not None:
                self._looks.move_to_end(keyframe)
                return found
        made = keyframe.ready()
        self.put(keyframe, made)
        return made

    def put(self, keyframe: Keyframe, look: Look) -> None:
        """Keep a look that was made already."""
        with self._lock:
            self._looks[keyframe] = look
            if len(self._looks) > ROOM:
                self._looks.popitem(last=False)

"""The walks of one session that hang together: the first, and those that branched off.

Not here: one walk (`walk`), who asks for another (`session`).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from worldgen.errors import SessionError, StorageError, WorldgenError
from worldgen.monitoring import log
from worldgen.sessions.protocol import Branch, Branches
from worldgen.sessions.walk import LiveWalk
from worldgen.types import Frame

MOST_BRANCHES = 4
"""Walks to go back to; beyond them the one left longest ago can no more, its recording stays."""


@dataclass(frozen=True, kw_only=True)
class _Grown:
    """A walk, and where it branched off; parent 0 for the first."""

    walk: LiveWalk
    parent: int
    at: int


class Walks:
    """Walks by number; one of them goes on."""

    def __init__(self) -> None:
        self._grown: dict[int, _Grown] = {}
        self._number = 0

    @property
    def current(self) -> LiveWalk | None:
        """The one that goes on."""
        grown = self._grown.get(self._number)
        return None if grown is None else grown.walk

    def begin(self, number: int, walk: LiveWalk) -> None:
        """A first walk; those before are closed."""
        self.close()
        self._grown = {number: _Grown(walk=walk, parent=0, at=0)}
        self._number = number

    def go(self, number: int, index: int, new_number: int) -> tuple[int, Frame]:
        """Leave the current walk for frame `index` of walk `number`.

        Args:
            number, index: where to.
            new_number: what a walk that branches off there is called.

        Returns:
            The number of the walk that goes on now, and the frame it is at.

        Raises:
            SessionError: there is no such frame.
            StorageError: something could not be written; the current walk goes on.
        """
        walk = self.of(number)
        if self.current is not None:
            self.current.leave()
        try:
            if index == len(walk) - 1:
                frame, now = walk.go_on(), number
            else:
                branched, frame = walk.branch(index)
                self._grown[new_number] = _Grown(walk=branched, parent=number, at=index)
                now = new_number
        except WorldgenError:
            if self.current is not None:
                self.current.go_on()  # whatever was begun, this is where the person still is
            raise
        self._number = now
        self._grown[now] = self._grown.pop(now)  # left last, given up last
        self._give_up()
        return now, frame

    def of(self, number: int) -> LiveWalk:
        """The walk of that number.

        Raises:
            SessionError: there is none.
        """
        grown = self._grown.get(number)
        if grown is None:
            raise SessionError("that walk is no longer at hand; its recording stays")
        return grown.walk

    def message(self) -> Branches:
        """What the page is told."""
        walks = sorted(self._grown.items())
        can = self.current is not None and self.current.can_go_back
        return Branches(
            walk=self._number,
            branches=tuple(
                Branch(walk=number, frames=len(grown.walk), parent=grown.parent, at=grown.at)
                for number, grown in walks
                if can
            ),
        )

    def close(self) -> None:
        """Finish every recording; on a full disk it stays readable up to what was written."""
        for grown in self._grown.values():
            _close(grown.walk)
        self._grown.clear()

    def _give_up(self) -> None:
        for number in list(self._grown)[:-MOST_BRANCHES]:
            _close(self._grown.pop(number).walk)


def _close(walk: LiveWalk) -> None:
    try:
        walk.close()
    except StorageError as error:
        log("walk.not_closed", logging.WARNING, reason=str(error))

"""Where a session stands: the few fields that its two threads share, under one lock.

    event loop ──give, hear, pause, resume──▶ Standing ◀──take, begin, went, end── device

The lock is held for a few assignments and never while a model runs or a disk
writes. What is waited for and what is shown are one value, `Now`, so that nobody
reads half of a change.

Not here: carrying orders out, telling the page (`session`).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from worldgen.errors import SessionError
from worldgen.sessions.marked import Marked
from worldgen.sessions.orders import Begin, Order, TakeUp
from worldgen.sessions.protocol import Stage

MAX_WAITING_EVENTS = 8

GOING = (Stage.WALKING, Stage.PAUSED)
"""Stages of a walk that goes on."""


@dataclass(frozen=True, kw_only=True)
class Now:
    """Where a session stands at one moment.

    Attributes:
        stage: the stage.
        note: the same in words for a person; may be empty.
        walk: the number of the walk that goes on; 0 before the first.
        is_ordered: whether an order waits for the device.
        waits: whether that order is to begin a walk.
    """

    stage: Stage
    note: str
    walk: int
    is_ordered: bool
    waits: bool

    @property
    def seated(self) -> bool:
        """Whether it takes up a seat at the device: it walks, or is about to."""
        return self.waits or self.stage in (Stage.STARTING, *GOING)


class Standing:
    """A session's stage, the order and the words that wait, and which walk goes on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stage = Stage.EMPTY
        self._note = ""
        self._order: Order | None = None
        self._begun: Begin | None = None
        self._words: list[str | Marked] = []
        self._count = 0  # walks so far, those that branched off included
        self._walk = 0  # the number of the one that goes on

    @property
    def now(self) -> Now:
        """All of it at this moment."""
        with self._lock:
            return Now(
                stage=self._stage,
                note=self._note,
                walk=self._walk,
                is_ordered=self._order is not None,
                waits=isinstance(self._order, Begin | TakeUp),
            )

    @property
    def begun(self) -> Begin | None:
        """What the walk began with; None before the first."""
        with self._lock:
            return self._begun

    @property
    def next_walk(self) -> int:
        """The number that the next walk gets."""
        with self._lock:
            return self._count + 1

    # ------------------------------------------------------------ the event loop's side

    def give(self, order: Order) -> None:
        """Leave an order for the device; a newer one replaces an older."""
        with self._lock:
            self._order = order

    def hear(self, words: str | Marked, walk: int | None = None) -> None:
        """Keep words for the next frame.

        Args:
            words: what was said, of all of the world or of a part that was marked.
            walk: whom it was said to; None is the walk that goes on.

        Raises:
            SessionError: there is no world to tell, or it has been told too much already.
        """
        with self._lock:
            if self._stage not in GOING:
                raise SessionError("there is no world yet to tell that; start one first")
            if walk not in (None, self._walk):
                raise SessionError("another walk goes on by now; please mark the part again")
            if len(self._words) >= MAX_WAITING_EVENTS:
                raise SessionError("the world has not taken in the last words yet; wait a moment")
            self._words.append(words)

    def pause(self, note: str) -> bool:
        """Hold a walking world still, and say why; False if none walked."""
        return self._change(Stage.WALKING, Stage.PAUSED, note)

    def resume(self) -> bool:
        """Let a held world go on; False if none was held."""
        return self._change(Stage.PAUSED, Stage.WALKING, "")

    def _change(self, before: Stage, after: Stage, note: str) -> bool:
        with self._lock:
            if self._stage is not before:
                return False
            self._stage, self._note = after, note
            return True

    # ------------------------------------------------------------ the device's side

    def take(self) -> Order | None:
        """The order that waits, if any; it is the device's now."""
        with self._lock:
            order, self._order = self._order, None
            return order

    def take_words(self) -> list[str | Marked] | None:
        """What the next frame is told; None if no frame is to be made."""
        with self._lock:
            if self._stage is not Stage.WALKING:
                return None
            words, self._words = self._words, []
            return words

    def begin(self, note: str, begun: Begin | None) -> int:
        """A new walk is on its way, and the one before it is over; the new one's number.

        Args:
            note: what is being done.
            begun: what it begins with, if that is known already.
        """
        with self._lock:
            self._stage, self._note, self._begun = Stage.STARTING, note, begun
            self._count += 1
            self._walk = self._count
            self._words.clear()
            return self._walk

    def opened(self, begun: Begin, stage: Stage, note: str) -> None:
        """It has a frame to show."""
        with self._lock:
            self._stage, self._note, self._begun = stage, note, begun

    def went(self, walk: int) -> None:
        """Another of the walks goes on now."""
        with self._lock:
            self._count = max(self._count, walk)
            self._walk = walk
            self._stage, self._note = Stage.WALKING, ""
            self._words.clear()

    def end(self, note: str) -> None:
        """The walk is over."""
        with self._lock:
            self._stage, self._note = Stage.ENDED, note

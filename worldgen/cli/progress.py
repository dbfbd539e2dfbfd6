"""One line that says how far it is, when it takes longer than a second.

On a terminal the line is rewritten in place; elsewhere a line comes every ten
seconds. All of it goes to stderr, so that stdout stays what was asked for.

Not here: what is being done (whoever works), the page's own bar (`web`).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO

QUIET_S, REWRITE_S, REPEAT_S = 1.0, 0.2, 10.0


class Progress:
    """How far something is; a context manager that leaves the terminal's line clean.

    Args:
        what: a few words, such as "walking".
        total: how many there are to do.
        unit: of what, such as "frames".
    """

    def __init__(
        self,
        what: str,
        total: int,
        unit: str,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._what, self._total, self._unit = what, total, unit
        self._stream = sys.stderr if stream is None else stream
        self._clock = clock
        self._began_s = self._told_s = clock()
        self._open = False

    def __enter__(self) -> Progress:
        return self

    def at(self, done: int) -> None:
        """So many are done."""
        now_s = self._clock()
        live = self._stream.isatty()
        gone_s = now_s - self._began_s
        if gone_s < QUIET_S or now_s - self._told_s < (REWRITE_S if live else REPEAT_S):
            return
        self._told_s = now_s
        rate = done / gone_s
        line = f"{self._what}: {done}/{self._total} {self._unit}, {rate:.1f} a second"
        if done:
            line += f", {_spoken((self._total - done) / rate)} left"
        self._stream.write(f"\r{line}\x1b[K" if live else f"{line}\n")
        self._stream.flush()
        self._open = live

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._open:
            self._stream.write("\n")
            self._stream.flush()


def _spoken(seconds: float) -> str:
    """A time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"

"""Two things at once: a few threads that wait for memory's loops, which free the GIL.

Starting a thread costs a tenth of a millisecond, and a frame needs several, so they are kept.

Not here: what is done at once (`splat`, `empty`, `spatial`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

THREADS = 4
"""Threads at most; with all of them at work, more has to wait, and is done all the same."""


def beside(call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
    """Begin a call beside what follows; ask what comes back for its result, which may raise."""
    return _threads(os.getpid()).submit(call, *args, **kwargs)


@lru_cache(maxsize=1)
def _threads(_process: int) -> ThreadPoolExecutor:
    """A forked process has none of its parent's threads, and gets its own."""
    return ThreadPoolExecutor(THREADS, "memory")

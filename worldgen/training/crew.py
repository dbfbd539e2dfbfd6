"""Processes that make what a run learns from, each on one core; they share nothing.

Not here: what they make (`corpus`, `hints`).
"""

from __future__ import annotations

from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numba
import torch


def crew(workers: int) -> Executor:
    """So many processes; for one worker a thread of this process does."""
    if workers == 1:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_on_one_core)


def _on_one_core() -> None:
    numba.set_num_threads(1)
    torch.set_num_threads(1)

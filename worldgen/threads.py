"""Torch's threads, kept out of the way of others that work.

    with one_thread():  a short sum in torch, beside loops or libraries with threads of their own

Torch shares out even small sums, and a thread of its that has nothing to do goes on asking
for work, at full speed, for a while. Where others need the processor that is what it costs them:
on a busy machine a step of refinement took eight times the processor's time with two threads.
Torch keeps their number for each thread that computes; one that computes for the first time
while another has its one thread may keep one, too.

Not here: memory's threads (`memory/beside.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def one_thread() -> Iterator[None]:
    """Whoever asks computes with torch on one thread; before and after, on as many as before."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)

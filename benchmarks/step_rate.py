"""How long one step takes and where the time goes: a Markdown table, with its machine.

    python benchmarks/step_rate.py [--model M] [--frames 200]

The walk goes ahead and turns, so that memory fills as it does at play. What memory
costs is measured on the memory that the walk left behind. `worldgen bench` gives
the figures that people ask for first; this one is for who wants to better them.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable, Sequence

from worldgen.models.base import ModelSpec, Move, Picture, State, WorldModel
from worldgen.models.registry import load_model
from worldgen.types import Action, Prompt
from worldgen.world import World, machine

WARM_FRAMES = 5
REPEATS = 30


class TimedModel:
    """A model that notes how long its steps take."""

    def __init__(self, model: WorldModel) -> None:
        self._model = model
        self.times_s: list[float] = []

    @property
    def spec(self) -> ModelSpec:
        return self._model.spec

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[State, list[Picture]]:
        return self._model.start(prompt, seed, opening)

    def step(self, state: State, moves: Sequence[Move]) -> tuple[State, list[Picture]]:
        began_s = time.perf_counter()
        drawn = self._model.step(state, moves)
        self.times_s.append(time.perf_counter() - began_s)
        return drawn

    def event(self, state: State, text: str) -> State:
        return self._model.event(state, text)

    def fingerprint(self) -> str:
        return self._model.fingerprint()


def row(name: str, times_s: Sequence[float]) -> str:
    """One line of the table: median and 95th percentile."""
    ordered = sorted(times_s)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"| {name} | {1e3 * p50:.1f} ms | {1e3 * p95:.1f} ms |"


def timed(work: Callable[[], object]) -> list[float]:
    """How long some work takes, processor time of this thread, again and again."""
    times_s = []
    for _ in range(REPEATS):
        began_s = time.thread_time()
        work()
        times_s.append(time.thread_time() - began_s)
    return times_s


def main() -> None:
    """Walk, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=None)
    parser.add_argument("--frames", type=int, default=200)
    args = parser.parse_args()
    model = TimedModel(load_model(args.model))
    world = World(model)
    world.start(Prompt(text="rolling green hills in the morning sun, a few trees"))
    steps_s, last = [], None
    for at in range(WARM_FRAMES + args.frames):
        began_s = time.perf_counter()
        last = world.step(Action(forward=1.0, yaw=0.05 if at // 20 % 2 else 0.0))
        steps_s.append(time.perf_counter() - began_s)
    steps_s, model_s = steps_s[WARM_FRAMES:], model.times_s[WARM_FRAMES:]
    assert last is not None
    memory = world.snapshot().memory
    where = machine()
    print(
        f"{model.spec.name}, {args.frames} frames, {where['processor']}, {where['threads']} threads"
    )
    print(f"load average {os.getloadavg()[0]:.1f}, {len(memory.shelf)} keyframes")
    print(f"{len(steps_s) / sum(steps_s):.1f} frames a second, ", end="")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB resident at most\n")
    print("| part | p50 | p95 |\n|---|---|---|")
    print(row("step", steps_s))
    print(row("of it the model", model_s))
    print(row("memory: draw the hint (processor time)", timed(lambda: memory.hint(last.camera))))
    print(row("memory: add a frame (processor time)", timed(lambda: memory.add(last))))


if __name__ == "__main__":
    main()

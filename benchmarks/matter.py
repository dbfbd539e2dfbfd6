"""Whether a change makes matter come and go: many short walks, scene by scene against another run.

    python benchmarks/matter.py --out before.json          the code as it was
    python benchmarks/matter.py --against before.json      the code as it is

48 held-out starts, 44 frames ahead each, scored as the suite `physics` scores mass. Its long walks
take other ways from the first wall on: of 408 windows a fair share more or fewer is chance. Here
two runs are compared scene by scene, so that half a thousandth of mean score shows.

Not here: the rates that are published (`worldgen evaluate --suite physics`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from worldgen.evaluation.conservation import Watch
from worldgen.evaluation.heldout import FIRST_SEED
from worldgen.evaluation.roam import begin
from worldgen.models.base import WorldModel
from worldgen.models.registry import load_model
from worldgen.types import Action

FIRST, FRAMES = FIRST_SEED + 40, 44
MOST_TURN_RAD = 0.012
"""A little to one side in every other frame, as a hand on a mouse."""


def ahead(model: WorldModel, seed: int) -> float:
    """Mean score of mass on one walk; NaN if nothing could be judged."""
    world, watch = begin(model, seed), Watch()
    turn_rad = float(np.random.default_rng(seed).uniform(-MOST_TURN_RAD, MOST_TURN_RAD))
    for at in range(FRAMES):
        watch.see(world.step(Action(forward=1.0, yaw=turn_rad * (at % 2))))
    scores = [verdict.score for verdict in watch.verdicts]
    return float(np.nanmean(scores)) if np.isfinite(scores).any() else float("nan")


def compared(now: dict[str, float], before: dict[str, float]) -> str:
    """The mean difference of two runs, and its standard error."""
    apart = np.array([now[seed] - before[seed] for seed in now if seed in before])
    apart = apart[np.isfinite(apart)]
    if len(apart) < 2:
        return "no two scenes in common: nothing to compare"
    error = apart.std(ddof=1) / len(apart) ** 0.5
    return f"against it: {apart.mean():+.5f} ± {error:.5f} in {len(apart)} scenes"


def main(arguments: Sequence[str] | None = None) -> None:
    """Walk, and say how much came or went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=48)
    parser.add_argument("--out", type=Path, help="JSON: mean score by seed")
    parser.add_argument("--against", type=Path, help="such a file, of another run")
    args = parser.parse_args(arguments)
    before = json.loads(args.against.read_text()) if args.against else None
    model = load_model()
    now = {str(seed): ahead(model, seed) for seed in range(FIRST, FIRST + args.scenes)}
    if args.out:
        args.out.write_text(json.dumps(now))
    print(f"mean score {np.nanmean(list(now.values())):.5f} in {len(now)} scenes")
    if before is not None:
        print(compared(now, before))


if __name__ == "__main__":
    main()

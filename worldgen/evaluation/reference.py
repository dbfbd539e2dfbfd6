"""What true first pictures look like, summed up once so that nobody has to render them again.

    python -m worldgen.evaluation.reference --scenes 256

The cells (`features.cells`) of the first picture of each held-out scene's walk,
as one Gaussian a depth, in assets/evaluation. To be made again when the worlds change.

Not here: what is compared with it (`invention.starts`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from worldgen.errors import WeightsError
from worldgen.evaluation.features import CELL_DEPTHS, Gaussian, Look, look
from worldgen.evaluation.heldout import FIRST_SEED, curious_walk
from worldgen.evaluation.pictures import Rgb
from worldgen.models.wander.spec import SPEC

PATH = Path(__file__).parents[2] / "assets" / "evaluation" / "true_starts.safetensors"


def load(path: Path = PATH) -> Look:
    """Read it.

    Raises:
        WeightsError: it is missing or damaged.
    """
    try:
        with safe_open(path, framework="numpy") as file:
            counts = json.loads((file.metadata() or {})["cells"])
            return tuple(
                Gaussian(
                    file.get_tensor(f"mean.{depth}").astype(np.float64),
                    file.get_tensor(f"covariance.{depth}").astype(np.float64),
                    counts[depth],
                )
                for depth in range(len(CELL_DEPTHS))
            )
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise WeightsError(
            f"{path.name} cannot be read: {error}; restore assets/evaluation from the "
            "repository, or make it again with python -m worldgen.evaluation.reference"
        ) from error


def make(pictures: Iterable[Rgb], path: Path = PATH) -> Look:
    """Sum up true pictures and write it down."""
    found = look(pictures)
    tensors = {}
    for depth, gaussian in enumerate(found):
        tensors[f"mean.{depth}"] = gaussian.mean.astype(np.float32)
        tensors[f"covariance.{depth}"] = gaussian.covariance.astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(tensors, path, {"cells": json.dumps([gaussian.cells for gaussian in found])})
    return found


def main(arguments: list[str]) -> None:
    """Render and sum up."""
    parser = argparse.ArgumentParser(
        prog="python -m worldgen.evaluation.reference", description=__doc__
    )
    parser.add_argument("--scenes", type=int, default=256)
    parser.add_argument("--out", type=Path, default=PATH)
    chosen = parser.parse_args(arguments)
    seeds = range(FIRST_SEED, FIRST_SEED + chosen.scenes)
    found = make((curious_walk(seed, 2, SPEC).truth(0).rgb for seed in seeds), chosen.out)
    sys.stderr.write(f"{found[0].cells} cells of {chosen.scenes} scenes\n")


if __name__ == "__main__":
    main(sys.argv[1:])

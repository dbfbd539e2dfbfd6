"""train: the built-in model's weights, from nothing.

Not here: the recipes and the stages (`training`).
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `train`."""
    train = commands.add_parser("train", help="train the built-in model; goes on where it stopped")
    train.add_argument("recipe", metavar="RECIPE", help="rehearsal, cpu, further or gpu")
    train.add_argument("--out", type=Path, metavar="DIR", help="default: runs/RECIPE")
    train.add_argument(
        "--minutes",
        type=float,
        metavar="N",
        help="for all of it; default: the recipe's own (rehearsal counts steps and takes none)",
    )
    train.add_argument(
        "--pictures", type=Path, metavar="DIR", help="photographs and textures to paint walks with"
    )
    train.set_defaults(run=run_train)


def run_train(args: argparse.Namespace) -> int:
    """Do all that is left of a recipe."""
    from worldgen.evaluation.features import looks, sight
    from worldgen.training.recipes import recipe
    from worldgen.training.run import run

    chosen = recipe(args.recipe)
    if args.minutes is not None:
        chosen = chosen.within(args.minutes)
    if args.pictures is not None:
        chosen = replace(chosen, pictures=args.pictures)
    shipped = run(chosen, args.out or Path("runs") / args.recipe, looks, sight())
    print(f"weights in {shipped}")
    return 0

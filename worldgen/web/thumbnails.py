"""Draws the examples' thumbnails with the model itself: `python -m worldgen.web.thumbnails`.

Each is the first frame that the model draws for that example's words and seed,
so what is clicked is what is walked in. Run it after new weights are shipped.
`--check` draws them again and says which differ from the files (exit code 1).

Not here: which worlds are on offer (`examples`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from worldgen.errors import WorldgenError
from worldgen.falling import before
from worldgen.media import encode_jpeg, load_image
from worldgen.types import Frame, Prompt
from worldgen.web.examples import EXAMPLES, THUMBNAILS
from worldgen.world import World

QUALITY = 90
ALIKE_LEVELS = 4.0
"""Mean difference to a thumbnail that a JPEG, or another machine, may make."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw or check all of them; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m worldgen.web.thumbnails", description=__doc__)
    parser.add_argument("--model", metavar="M", help="default: the built-in one")
    parser.add_argument("--check", action="store_true", help="write nothing; compare")
    args = parser.parse_args(arguments)
    try:
        world = World.load(args.model)
        if args.check:
            return check(world)
        draw(world, THUMBNAILS)
    except WorldgenError as error:
        sys.stderr.write(f"worldgen: {error}\n")
        return 2
    return 0


def draw(world: World, folder: Path) -> None:
    """Write every example's first frame as a JPEG into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for example in EXAMPLES:
        frame = first_frame(world, example.text, example.seed)
        (folder / example.thumbnail.name).write_bytes(encode_jpeg(frame.rgb, QUALITY))
        sys.stdout.write(f"{example.slug}\n")


def check(world: World) -> int:
    """Compare every thumbnail with what the model draws now; 1 if one differs or is missing."""
    stale = []
    for example in EXAMPLES:
        frame = first_frame(world, example.text, example.seed)
        if not example.thumbnail.is_file() or difference(example.thumbnail, frame) > ALIKE_LEVELS:
            stale.append(example.slug)
    sys.stdout.write(f"to be drawn again: {', '.join(stale)}\n" if stale else "all as drawn\n")
    return 1 if stale else 0


def first_frame(world: World, text: str, seed: int) -> Frame:
    """What somebody sees who enters that world, rain and snow before it."""
    frame = world.start(Prompt(text=text), seed)
    return replace(frame, rgb=before(frame.rgb, frame.camera, frame.time_s, frame.weather))


def difference(file: Path, frame: Frame) -> float:
    """Mean absolute difference between a picture file and a frame, in levels of 255."""
    picture: Image.Image = load_image(file)
    if picture.size != (frame.camera.width_px, frame.camera.height_px):
        return 255.0
    return float(np.abs(np.asarray(picture).astype(float) - frame.rgb).mean())


if __name__ == "__main__":
    sys.exit(main())

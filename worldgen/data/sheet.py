"""A contact sheet of scenes with their captions.

    python -m worldgen.data.sheet OUT.png [--first SEED] [--count N]

COUNT scenes whose biomes take turns, then every landmark in places where it may stand.

Not here: the scenes (`bake`).
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from worldgen.data.clips import Clip, make_clip
from worldgen.data.scene import BIOMES, LANDMARKS, LANDMARKS_OF, SceneSpec, sample_spec


def sheet(clips: list[Clip], columns: int = 6) -> Image.Image:
    """The first frame of each clip in a grid, its caption below it."""
    height, width = clips[0].rgb.shape[1:3]
    foot = 28
    rows = -(-len(clips) // columns)
    page = Image.new("RGB", (columns * width, rows * (height + foot)), (16, 17, 20))
    pen = ImageDraw.Draw(page)
    for k, clip in enumerate(clips):
        x, y = k % columns * width, k // columns * (height + foot)
        page.paste(Image.fromarray(clip.rgb[0]), (x, y))
        words = clip.caption
        cut = words.rfind(" ", 0, 42) if len(words) > 42 else len(words)
        pen.text((x + 4, y + height + 2), words[:cut], fill=(225, 226, 230))
        pen.text((x + 4, y + height + 14), words[cut:].strip(), fill=(225, 226, 230))
    return page


def shown(first: int, count: int) -> list[SceneSpec]:
    """What a sheet shows: `count` seeds' scenes, biomes by turns, and each landmark by day."""
    order = np.random.default_rng(first).permutation(len(BIOMES))
    specs = [sample_spec(first + k, BIOMES[int(order[k % len(BIOMES)])]) for k in range(count)]
    for k, name in enumerate(LANDMARKS):
        homes = [biome for biome, fit in LANDMARKS_OF.items() if name in fit]
        spec = sample_spec(first + count + k, homes[k % len(homes)], "day", "clear")
        specs.append(replace(spec, landmark=name))
    return specs


def main() -> None:
    """Write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT.png")
    parser.add_argument("--first", type=int, default=0, metavar="SEED")
    parser.add_argument("--count", type=int, default=49, metavar="N")
    given = parser.parse_args()
    scenes = shown(given.first, given.count)
    sheet([make_clip(spec.seed, 1, spec=spec) for spec in scenes]).save(given.out)


if __name__ == "__main__":
    main()

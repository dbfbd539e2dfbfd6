"""A contact sheet of scenes with their captions.

    python -m worldgen.data.sheet OUT.png [SEED] [COUNT]

Not here: the scenes (`bake`).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from worldgen.data.clips import Clip, make_clip
from worldgen.data.scene import BIOMES, sample_spec


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


def main(arguments: list[str]) -> None:
    """Write the sheet; biomes take turns so that all are seen."""
    out = Path(arguments[0])
    first = int(arguments[1]) if len(arguments) > 1 else 0
    count = int(arguments[2]) if len(arguments) > 2 else 48
    order = np.random.default_rng(first).permutation(len(BIOMES))
    clips = []
    for k in range(count):
        seed = first + k
        biome = BIOMES[int(order[k % len(BIOMES)])]
        clips.append(make_clip(seed, 1, spec=sample_spec(seed, biome)))
    sheet(clips).save(out)


if __name__ == "__main__":
    main(sys.argv[1:])

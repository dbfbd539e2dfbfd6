"""Draw the examples' thumbnails with the shipped model: `python -m worldgen.web.thumbnails`.

To be run whenever the weights or the examples change: a thumbnail is the very
first frame that a click on it leads to.

Not here: the examples (`examples.py`).
"""

from __future__ import annotations

from worldgen.media import encode_jpeg
from worldgen.types import Prompt
from worldgen.web.examples import EXAMPLES, THUMBNAILS
from worldgen.world import World

QUALITY = 90


def main() -> None:
    """Start every example and keep its first frame."""
    world = World.load()
    THUMBNAILS.mkdir(parents=True, exist_ok=True)
    for example in EXAMPLES:
        frame = world.start(Prompt(text=example.text), seed=example.seed)
        example.thumbnail.write_bytes(encode_jpeg(frame.rgb, quality=QUALITY))


if __name__ == "__main__":
    main()

"""Draws the README's pictures with the model that ships, so that they show what ships.

    python benchmarks/readme_pictures.py [walks events photographs relit kinds] [--out docs]

    walks        the page's examples: frames 0, 8, 16, 25 ahead, then two on the way right
    events       what a village and a meadow become when they are told of something
    photographs  real photographs: the photo, frame 0, its depth, five seconds ahead
    relit        real photographs that are told of night, snow, autumn and fog
    kinds        every kind of place that was taught, four seeds each

Not here: figures (`worldgen evaluate`), pictures of the page (`page_pictures.py`).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from worldgen.data.captions import PLACES, article
from worldgen.evaluation import photographs
from worldgen.evaluation.pictures import Rgb
from worldgen.evaluation.sheet import sheet
from worldgen.falling import before
from worldgen.models.registry import load_model
from worldgen.types import Action, Frame, Prompt
from worldgen.web.examples import EXAMPLES
from worldgen.world import World

QUALITY = 88
AHEAD, RIGHT, IDLE = Action(forward=1.0), Action(forward=1.0, yaw=0.05), Action()
STORIES = {
    "a village by day": (3, ["it starts to rain", "the rain stops", "evening comes", "night falls",
                             "it starts to snow"]),
    "a meadow in thick fog": (2, ["the fog lifts", "autumn comes", "a red tower ahead",
                                  "drop three balls", "remove the tower"]),
}  # fmt: skip
"""Prompts, their seeds, and what is said one after the other."""
RELIT = ("china", "rocket", "coffee")
TOLD = ("night falls", "it snows", "autumn", "thick fog")
SEEDS = 4

Captioned = tuple[list[Rgb], list[str], int]
"""Pictures, what stands below each, and how many there are in a row."""


def walks(world: World) -> Captioned:
    """Every example of the page, walked into."""
    pictures, words = list[Rgb](), list[str]()
    for example in EXAMPLES:
        frames = [world.start(Prompt(text=example.text), example.seed)]
        frames += [world.step(AHEAD) for _ in range(25)] + [world.step(RIGHT) for _ in range(24)]
        pictures += [frames[at].rgb for at in (0, 8, 16, 25, 37, 49)]
        words += [example.text, "0.8 s ahead", "1.6 s", "2.5 s", "then right", "and on"]
    return pictures, words, 6


def events(world: World) -> Captioned:
    """Two worlds, told one thing after the other."""
    pictures, words = list[Rgb](), list[str]()
    for text, (seed, said) in STORIES.items():
        pictures.append(_large(world.start(Prompt(text=text), seed)))
        for sentence in said:
            pictures.append(_told(world, sentence))
        words += [text, *said]
    return pictures, words, 3


def visits(world: World) -> Captioned:
    """The photographs of the evaluation."""
    pictures, words = photographs.shown(
        [photographs.visit(world.model, name) for name in photographs.names()]
    )
    return pictures, words, 4


def relit(world: World) -> Captioned:
    """Some of them, told of other hours and weathers."""
    pictures, words = list[Rgb](), list[str]()
    for name in RELIT:
        picture = photographs.photograph(name)
        pictures.append(_large(world.start(Prompt(image=picture), 0)))
        for sentence in TOLD:
            world.start(Prompt(image=picture), 0)
            pictures.append(_told(world, sentence))
        words += [name, *TOLD]
    return pictures, words, 1 + len(TOLD)


def kinds(world: World) -> Captioned:
    """Every kind of place."""
    texts = [article(names[0]) for names in PLACES.values()]
    pictures = [
        world.start(Prompt(text=text), seed).rgb for text in texts for seed in range(1, 1 + SEEDS)
    ]
    return pictures, [text for text in texts for _ in range(SEEDS)], 2 * SEEDS


def _told(world: World, sentence: str) -> Rgb:
    """What is seen a second and a half after something was said."""
    world.event(sentence)
    frames = [world.step(IDLE) for _ in range(16)]
    return _large(frames[-1])


def _large(frame: Frame) -> Rgb:
    """A frame as the page shows it: twice as large, with what falls before it."""
    height, width = frame.rgb.shape[:2]
    wide = Image.fromarray(frame.rgb).resize((2 * width, 2 * height), Image.Resampling.BICUBIC)
    return before(np.asarray(wide), frame.camera, frame.time_s, frame.weather)


DRAWN: dict[str, Callable[[World], Captioned]] = {
    "walks": walks,
    "events": events,
    "photographs": visits,
    "relit": relit,
    "kinds": kinds,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw those that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(DRAWN))
    parser.add_argument("--out", type=Path, default=Path("docs"))
    parser.add_argument("--model", default=None, help="default: the built-in one")
    args = parser.parse_args(arguments)
    args.out.mkdir(parents=True, exist_ok=True)  # or minutes are drawn for nothing
    model = load_model(args.model)
    for name in args.names or DRAWN:
        page: Image.Image = sheet(*DRAWN[name](World(model)))
        page.save(args.out / f"{name}.jpg", quality=QUALITY)


if __name__ == "__main__":
    main()

"""What a world comes to look like on a long way of one's own.

    way       a body strolls (`roam.py`) from a true first picture, its words beside it
    judged    every stretch of the way by itself, the pictures of all ways as a crowd

Where one gets to in a world that makes itself up nobody can know, so pictures are
not compared with pictures: FD-EffLite0 (`features.distance`) from the stretch's
pictures to true ones of walks through the same scenes. Beside it stands *elsewhere
in the same scenes*: true pictures of other walks, which nothing need be nearer than.
The classifier says whether a picture still shows the place that it began in.

Not here: what stands still on the way (`conservation.py`), sharpness and colour along a
given walk (`drift.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import numpy as np

from worldgen.evaluation.classifier import Classifier, reading_of
from worldgen.evaluation.features import Look, distance, look
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import baked, curious_walk
from worldgen.evaluation.invention import turning_walk
from worldgen.evaluation.pictures import Rgb
from worldgen.evaluation.roam import begin, roam
from worldgen.models.base import ModelSpec, WorldModel

STRETCHES = (0, 50, 100, 200, 300, 600, 1200)
"""Frames at which a stretch ends and the next one begins."""

PICTURES = 12
"""That are looked at of each stretch of a way."""

Way = list[list[Rgb]]
"""The pictures of each stretch."""


def stretches(frames: int) -> list[tuple[int, int]]:
    """Those that lie within so many frames, each from its first frame to before its last."""
    return [(begins, ends) for begins, ends in pairwise(STRETCHES) if ends <= frames]


def way(model: WorldModel, seed: int, frames: int) -> Way:
    """Stroll through a held-out scene's world, and keep what is judged."""
    shown = (step.frame.rgb for step in roam(begin(model, seed), frames, seed))
    return sampled(shown, frames)


def sampled(pictures: Iterable[Rgb], frames: int) -> Way:
    """`PICTURES` of every stretch, evenly spread, of pictures that come in order."""
    kept: Way = [[] for _ in stretches(frames)]
    wanted = {
        int(at): index
        for index, (begins, ends) in enumerate(stretches(frames))
        for at in np.linspace(begins, ends - 1, PICTURES)
    }
    for at, rgb in enumerate(pictures):
        if at in wanted:
            kept[wanted[at]].append(rgb)
    return kept


def measure(
    model: WorldModel,
    seeds: Sequence[int],
    frames: int,
    classifier: Classifier,
    say: Callable[[str], None],
) -> Section:
    """Stroll for `frames` frames in each of these scenes' worlds.

    Raises:
        ValueError: the way is shorter than the first stretch.
    """
    if not stretches(frames):
        raise ValueError(f"a way needs {STRETCHES[1]} frames or more; got {frames}")
    ways = []
    for seed in seeds:
        say(f"a way of {frames} frames in scene {seed}")
        ways.append(way(model, seed, frames))
    truth = look(true_pictures(seeds, model.spec))
    figures = [
        Figure(
            name="FD-EffLite0, true pictures elsewhere in the same scenes",
            value=distance(look(_elsewhere(seeds, model.spec)), truth),
        )
    ]
    for index, (begins, ends) in enumerate(stretches(frames)):
        stretch = [one[index] for one in ways]
        figures += _judged(f"frames {begins} to {ends}", stretch, seeds, truth, classifier)
    return Section(
        title="Endurance",
        about=f"{len(seeds)} strolls of {frames} frames from true first pictures, "
        "each stretch's pictures beside true ones of the same scenes.",
        figures=figures,
    )


def true_pictures(seeds: Sequence[int], spec: ModelSpec) -> Iterable[Rgb]:
    """True pictures of a walk through each scene, from which its world begins, too."""
    for seed in seeds:
        walk = curious_walk(seed, 5 * PICTURES + 1, spec)
        for at in range(0, len(walk.cameras), 5):
            yield walk.truth(at).rgb


def _elsewhere(seeds: Sequence[int], spec: ModelSpec) -> Iterable[Rgb]:
    """True pictures of the same scenes from another place, all round."""
    for seed in seeds:
        walk = turning_walk(seed, spec)
        for at in range(0, len(walk.cameras), 2):
            yield walk.truth(at).rgb


def _judged(
    name: str,
    stretch: Sequence[Sequence[Rgb]],
    seeds: Sequence[int],
    truth: Look,
    classifier: Classifier,
) -> list[Figure]:
    """How far a stretch's pictures are from the truth, and whether they show their place."""
    pictures = [rgb for one in stretch for rgb in one]
    places = [reading_of(baked(seed).spec).biome for seed in seeds]
    named = [
        reading.biome == place
        for one, place in zip(stretch, places, strict=True)
        for reading in classifier.read(list(one))
    ]
    return [
        Figure(name=f"FD-EffLite0, {name}", value=distance(look(pictures), truth)),
        Figure(name=f"place still named, {name}", value=float(np.mean(named))),
    ]

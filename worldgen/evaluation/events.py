"""Does an event change what it speaks of, and nothing else?

A world begins on a held-out scene's plain prompt; then a sentence says another hour, or
another weather, by turns, and one stands still until the change is over. The classifier
must name what was said then, and the place that was there before; solid things must stand
where they stood.

Not here: things that come and go (`permanence.py`), what words mean (`models`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from worldgen.data.scene import HOURS, OUTDOORS, allowed, sample_spec
from worldgen.evaluation.classifier import Classifier, Reading
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import plain_prompt
from worldgen.evaluation.obedience import PROMPT_SEED
from worldgen.models.base import WorldModel
from worldgen.types import Action, Frame, Prompt
from worldgen.world import World

SAYINGS = {
    "dawn": "the sun rises",
    "day": "it is noon",
    "dusk": "evening comes",
    "night": "night falls",
    "clear": "the sky clears",
    "cloudy": "clouds gather",
    "fog": "fog rolls in",
    "rain": "it starts to rain",
    "snow": "it starts to snow",
}
"""What is said so that an hour or a weather comes."""

FRAMES = 14
"""From the event to the frame that is judged: the change takes ten."""

TARGET, STAYS_TARGET = 0.8, 0.9

SAME_PLACE = 0.05
"""Share by which a depth may differ for a thing to stand where it stood."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """An event in a world.

    Attributes:
        prompt, event: what is said at first, and then.
        asked: "hour" or "weather".
        wanted: what it is to be.
        biome: of the place.
    """

    prompt: str
    event: str
    asked: str
    wanted: str
    biome: str


def changes(count: int) -> list[Change]:
    """Places outdoors, and what is said of them, take turns."""
    made = []
    for index in range(count):
        biome, asked = OUTDOORS[index * 5 % len(OUTDOORS)], ("hour", "weather")[index % 2]
        choices = HOURS if asked == "hour" else tuple(sorted(set(allowed(biome)[0])))
        lap, first = divmod(index // 2, len(choices))
        was = choices[first]
        becomes = choices[(first + 1 + lap % (len(choices) - 1)) % len(choices)]
        hour, weather = (was, "clear") if asked == "hour" else (HOURS[index // 2 % 4], was)
        spec = sample_spec(PROMPT_SEED + 10_000 + index, biome, hour, weather)
        told = {"prompt": plain_prompt(spec), "event": SAYINGS[becomes]}
        made.append(Change(**told, asked=asked, wanted=becomes, biome=biome))
    return made


def lived(model: WorldModel, change: Change, seed: int = 0) -> tuple[Frame, Frame]:
    """The frame before the event, and the one when it is over."""
    world = World(model)
    world.start(Prompt(text=change.prompt), seed)
    before = world.step(Action())
    world.event(change.event)
    return before, [world.step(Action()) for _ in range(FRAMES)][-1]


def stays(before: Frame, after: Frame) -> float:
    """Share of solid pixels, up to 60 m, that stand where they stood; NaN without depth."""
    if before.depth_m is None or after.depth_m is None:
        return float("nan")
    solid = (before.depth_m > 0) & (before.depth_m < 60)
    if not solid.any():
        return float("nan")
    apart = np.abs(after.depth_m[solid] / before.depth_m[solid] - 1)
    return float((apart < SAME_PLACE).mean())


def measure(model: WorldModel, classifier: Classifier, count: int) -> Section:
    """Say `count` things to as many worlds."""
    asked = changes(count)
    pairs = [lived(model, change) for change in asked]
    readings = classifier.read([after.rgb for _, after in pairs])
    wrong = [
        f"{change.prompt}; {change.event}: {getattr(reading, change.asked)}"
        for change, reading in zip(asked, readings, strict=True)
        if getattr(reading, change.asked) != change.wanted
    ]
    return Section(
        title="Events",
        about=f"{count} worlds told of another hour or weather, read when the change is over.",
        figures=[
            Figure(
                name="what was said is named",
                value=1 - len(wrong) / count,
                target=TARGET,
                note=f"not: {' | '.join(wrong[:6])}" if wrong else "",
            ),
            Figure(name="the place is still named", value=_places(asked, readings)),
            Figure(
                name="solid pixels that stand where they stood",
                value=float(np.nanmean([stays(*pair) for pair in pairs])),
                target=STAYS_TARGET,
            ),
        ],
    )


def _places(asked: Sequence[Change], readings: Sequence[Reading]) -> float:
    pairs = zip(asked, readings, strict=True)
    return float(np.mean([reading.biome == change.biome for change, reading in pairs]))

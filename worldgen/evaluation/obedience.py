"""Does a start show what its words say? A classifier names place, hour and weather.

Prompts are made from held-out scene parameters and name all that is asked
(`heldout.plain_prompt`); classes take turns, so that a model which always draws
a meadow at noon scores little. A score is a share of the classifier's own
accuracy on true renders, its classes weighing alike: 1 is as readable as truth.

Not here: the classifier (`classifier.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from worldgen.data.scene import BIOMES, HOURS, SceneSpec, allowed, sample_spec
from worldgen.evaluation.classifier import Classifier, Reading, reading_of
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import FIRST_SEED, camera_of, is_outdoors, plain_prompt
from worldgen.kinematics import Body, BodyConfig, eye_pose
from worldgen.models.base import Hint, Move, WorldModel
from worldgen.types import Action, Frame, Prompt

TARGET_SHARE = 0.9
PROMPT_SEED = FIRST_SEED + 100_000


def prompt_specs(count: int) -> list[SceneSpec]:
    """Scenes to ask for: biomes, hours and weathers take turns."""
    specs = []
    for index in range(count):
        biome = BIOMES[index % len(BIOMES)]
        hour = HOURS[(index + index // len(BIOMES)) % len(HOURS)]
        weathers = sorted(set(allowed(biome)[0]))
        weather = weathers[(index // len(BIOMES) + index) % len(weathers)]
        specs.append(sample_spec(PROMPT_SEED + index, biome, hour, weather))
    return specs


def draw_start(model: WorldModel, text: str, seed: int) -> Frame:
    """The first frame of a world out of words: nothing is known, the eye is level."""
    camera = camera_of(model.spec, eye_pose(Body(), BodyConfig()))
    opening = Move(action=Action(), camera=camera, hint=Hint.empty(*camera.shape))
    _, pictures = model.start(Prompt(text=text), seed, opening)
    picture = pictures[0]
    return Frame(
        rgb=picture.rgb,
        depth_m=picture.depth_m,
        camera=camera,
        index=0,
        time_s=0.0,
        sky=picture.sky,
        moving=picture.moving,
    )


def draw_starts(
    model: WorldModel,
    specs: Sequence[SceneSpec],
    seed: int = 0,
    progress: Callable[[float], None] | None = None,
) -> list[Frame]:
    """A first frame for each scene's plain prompt, all from one seed."""
    frames = []
    for index, spec in enumerate(specs):
        frames.append(draw_start(model, plain_prompt(spec), seed))
        if progress is not None:
            progress((index + 1) / len(specs))
    return frames


def score(readings: Sequence[Reading], specs: Sequence[SceneSpec]) -> dict[str, float]:
    """Share of pictures named rightly, by question; weather is asked outdoors only."""
    shares = {}
    for name in Reading._fields:
        asked = [
            getattr(reading, name) == getattr(reading_of(spec), name)
            for reading, spec in zip(readings, specs, strict=True)
            if name != "weather" or is_outdoors(spec)
        ]
        shares[name] = float(np.mean(asked))
    return shares


def measure(frames: Sequence[Frame], specs: Sequence[SceneSpec], classifier: Classifier) -> Section:
    """Score starts that were drawn for these scenes' prompts."""
    shares = score(classifier.read([frame.rgb for frame in frames]), specs)
    figures = []
    for name, share in shares.items():
        own = classifier.accuracy[name]
        figures += [
            Figure(name=f"{name} against true renders", value=share / own, target=TARGET_SHARE),
            Figure(name=f"{name} named", value=share),
            Figure(name=f"{name} named on true renders", value=own),
        ]
    return Section(
        title="Prompt obedience",
        about=f"{len(frames)} first pictures from words alone, one seed, "
        "read by a classifier that has only seen true renders.",
        figures=figures,
    )

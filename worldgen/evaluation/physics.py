"""The suite `physics`: does matter stay, does the eye pass through it, do things fall?

    calibration    on true renders, so that the rates below can be believed
    mass           clip rate over windows of two seconds of walks as in play
    penetration    pass-through and clearance of the eye on the same walks
    walls          bodies pushed into things, in drawn worlds and in true scenes
    falling        what an event lets fall
    water          bodies that walk straight into deep water

Rates are given with the upper end of their 95 % interval (Wilson), and it is that
end which must meet the target. The names follow judges of films; here they are
geometry, not votes.

Not here: how each is judged (the modules of these names).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

from worldgen.evaluation import calibration, falling, wading, walls
from worldgen.evaluation.bench import Say
from worldgen.evaluation.conservation import Verdict, Watch
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import FIRST_SEED, baked
from worldgen.evaluation.inside import copied
from worldgen.evaluation.penetration import Passage, Passages
from worldgen.evaluation.rates import WINDOW, rate, windows
from worldgen.evaluation.roam import begin, push, roam
from worldgen.evaluation.sheet import sheet
from worldgen.models.base import WorldModel
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.types import Frame

MASS, PENETRATION = 0.05, 0.03
MOST_TURN_DEG, MOST_SHIFT_M = 0.5, 0.02
SAY_EVERY, SHOWN_EVERY = 50, 40


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How much of everything.

    Attributes:
        scenes: worlds to walk in; a multiple of `WINDOW` of `frames` in each.
        frames: of each walk.
        null_scenes, null_frames: true walks for the calibration, and their length.
        walled: worlds in which walls are pushed against.
        pushed: frames of pushing in each.
        true_pushed: frames of pushing in each of as many true scenes.
        falls: things that are let fall.
        waded: walks into deep water by true frames, as many in drawn worlds, and in bad weather.
        waded_frames: of each.
    """

    scenes: int = 8
    frames: int = 1020
    null_scenes: int = 8
    null_frames: int = 120
    walled: int = 8
    pushed: int = 240
    true_pushed: int = 600
    falls: int = 50
    waded: int = 6
    waded_frames: int = 100

    def bench(self, model: WorldModel, pipe: WanderPipeline | None, say: Say) -> Bench:
        """A model put on the bench at this scale."""
        return Bench(model, pipe, self, say)


class Bench:
    """One model on the bench.

    Args:
        model: to be measured; it must give depth and take pictures.
        pipe: its networks, if it is the built-in one.
        scale: how much of everything.
        say: told what is being done.
    """

    def __init__(
        self, model: WorldModel, pipe: WanderPipeline | None, scale: Scale, say: Say
    ) -> None:
        self.model, self.pipe, self.scale, self.say = model, pipe, scale, say
        self.verdicts: list[list[Verdict]] = []
        self.passages: list[list[Passage]] = []
        self.shown: list[tuple[Frame, str]] = []

    def sections(self) -> list[Section]:
        """Everything, in the order of the report."""
        curve = calibration.calibrate(
            self.model.spec,
            partial(copied, self.pipe) if self.pipe else None,
            self.scale.null_scenes,
            self.scale.null_frames,
            self.say,
        )
        for seed in self._seeds(self.scale.scenes):
            self._walk(seed)
        return [
            calibration.measure(curve),
            mass(self.verdicts),
            penetration(self.passages),
            self._walls(),
            self._falls(),
            self._water(),
        ]

    def draw_sheets(self, folder: Path) -> None:
        """Frames of the walks with their scores."""
        rows, words = [frame.rgb for frame, _ in self.shown], [said for _, said in self.shown]
        sheet(rows, words, 5).save(folder / "physics.png")

    def _walk(self, seed: int) -> None:
        watch, passages = Watch(), Passages()
        world = begin(self.model, seed)
        for at, step in enumerate(roam(world, self.scale.frames, seed)):
            watch.see(step.frame)
            passages.see(step.frame)
            if at % SAY_EVERY == 0:
                self.say(f"walking in scene {seed}: {at}/{self.scale.frames} frames")
            if at % SHOWN_EVERY == 2 * (SHOWN_EVERY // 4) and at < 5 * SHOWN_EVERY:
                score = watch.verdicts[-1].score
                self.shown.append((step.frame, f"scene {seed}, frame {at}: mass {score:.3f}"))
        self.verdicts.append(watch.verdicts)
        self.passages.append(passages.found)

    def _walls(self) -> Section:
        drawn, true = [], []
        for seed in walls.walled_seeds(FIRST_SEED, self.scale.walled):
            self.say(f"pushing in scene {seed}")
            world = begin(self.model, seed)
            drawn.append(walls.judged(list(push(world, self.scale.pushed, seed))))
            true.append(walls.pushed_about(baked(seed), self.scale.true_pushed, seed))
        return walls.measure(drawn, true)

    def _falls(self) -> Section:
        each = -(-self.scale.falls // self.scale.scenes)
        found: list[falling.Fall] = []
        for seed in self._seeds(self.scale.scenes):
            self.say(f"letting things fall in scene {seed}")
            here = falling.falls(begin(self.model, seed), each)
            if not here and not found:
                break
            found += here
        return falling.measure(list(islice(found, self.scale.falls)), self.scale.falls)

    def _water(self) -> Section:
        true, drawn, weather = list[wading.Wade](), list[wading.Wade](), list[tuple[int, int]]()
        count, frames, spec = self.scale.waded, self.scale.waded_frames, self.model.spec
        for seed in islice(wading.deep_seeds(FIRST_SEED), count):
            self.say(f"wading in scene {seed}")
            body = wading.shore(baked(seed), np.random.default_rng([seed, 83]))
            if body is not None:
                true.append(wading.true_walk(baked(seed), body, frames, spec))
            found = wading.drawn_walk(self.model, seed, frames)
            drawn += [] if found is None else [found]
        for seed in islice(wading.falling_seeds(FIRST_SEED), count):
            self.say(f"walking through rain or snow in scene {seed}")
            weather.append(wading.walled_in(seed, frames, spec))
        return wading.measure(true, drawn, weather)

    def _seeds(self, count: int) -> range:
        return range(FIRST_SEED, FIRST_SEED + count)


def mass(walks: list[list[Verdict]]) -> Section:
    """Violations of mass, by frame and by window; unpublished if the poses are off."""
    rows = [row for walk in walks for row in walk]
    flags = [flag for row in rows if (flag := row.flagged()) is not None]
    clips = [
        bad
        for walk in walks
        for bad in windows([row.flagged() for row in walk], [row.index for row in walk])
    ]
    turn_deg = _median([row.turn_deg for row in rows])
    shift_m = _median([row.shift_m for row in rows])
    scores = [row.score for row in rows if row.score == row.score]
    figures = [
        Figure(name="pose error, turn a frame", value=turn_deg, unit="deg", target=MOST_TURN_DEG,
               at_most=True),
        Figure(name="pose error, shift a frame", value=shift_m, unit="m", target=MOST_SHIFT_M,
               at_most=True),
        Figure(name="mass score, median", value=_median(scores), note=f"{len(scores)} frames"),
        Figure(name="mass frame rate", value=_mean(flags)),
    ]  # fmt: skip
    if any(figure.met is False for figure in figures[:2]):
        figures[-1] = Figure(name="mass frame rate", value=None, note="poses are too far off")
        clips = []
    return Section(
        title="Mass",
        about=f"{len(walks)} walks as in play; windows of {WINDOW} frames with an event: a flag in "
        "two of three judged frames.",
        figures=figures + rate("mass violation, clip rate", sum(clips), len(clips), MASS),
    )


def penetration(walks: list[list[Passage]]) -> Section:
    """Interpenetration of the eye, by frame and by window: one frame is enough."""
    rows = [row for walk in walks for row in walk]
    clips = [
        bad for walk in walks
        for bad in windows([row.violates for row in walk], [row.index for row in walk], needed=1)
    ]  # fmt: skip
    return Section(
        title="Interpenetration",
        about=f"The eye on {len(walks)} walks as in play; windows of {WINDOW} frames in which it "
        "passed through, or came nearer than it may.",
        figures=[
            Figure(name="frames passing through", value=_mean([row.through for row in rows])),
            Figure(name="frames too close", value=_mean([row.close for row in rows])),
            *rate("interpenetration, clip rate", sum(clips), len(clips), PENETRATION),
        ],
    )


def _mean(flags: list[bool]) -> float | None:
    return float(np.mean(flags)) if flags else None


def _median(values: list[float]) -> float | None:
    known = [value for value in values if value == value]
    return float(np.median(known)) if known else None

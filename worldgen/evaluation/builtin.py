"""The suite `builtin`: pictures, words and movement, of one model, in one report.

Not here: how anything is measured (the modules beside this one), other suites
(`suite.py` lists them).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from worldgen.evaluation import (
    drift,
    endurance,
    events,
    fidelity,
    following,
    invention,
    obedience,
    photographs,
    reference,
    strange_words,
)
from worldgen.evaluation.bench import Say
from worldgen.evaluation.classifier import Classifier
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import (
    FIRST_SEED,
    HeldOutWalk,
    curious_walk,
    plain_prompt,
    steered_walk,
)
from worldgen.evaluation.inside import copied, without_denoiser
from worldgen.evaluation.motion import expanding_share, forward_share, stillness_db, turn_share
from worldgen.evaluation.rollout import follow
from worldgen.evaluation.sheet import sheet
from worldgen.models.base import WorldModel
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.types import Action, Frame

KEYED_FRAMES = 8
EXAMPLES = 24


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How much of everything.

    Attributes:
        starts: first pictures out of words.
        strange: the same out of words that were never taught.
        told: worlds that are told of another hour or weather.
        seen, turning, keyed: walks for seen pixels, for never-seen ones, for each key.
        long, long_frames, long_every: walks for drift, their length, how often they are looked at.
        ways, way_frames: ways of the model's own, and their length.
        photos: real photographs to start on.
    """

    starts: int
    strange: int
    told: int
    seen: int
    turning: int
    keyed: int
    long: int
    long_frames: int
    long_every: int
    ways: int
    way_frames: int
    photos: int

    def bench(self, model: WorldModel, pipe: WanderPipeline | None, say: Say) -> Bench:
        """A model put on the bench at this scale."""
        return Bench(model, pipe, self, say)


class Bench:
    """One model on the bench; what several measures share is drawn once.

    Args:
        model: to be measured.
        pipe: its networks, if it is the built-in one.
        scale: how much of everything.
        say: told what is being done.
    """

    def __init__(
        self, model: WorldModel, pipe: WanderPipeline | None, scale: Scale, say: Say
    ) -> None:
        self.model, self.pipe, self.scale, self.say = model, pipe, scale, say
        self.specs = obedience.prompt_specs(scale.starts)
        self.courses: list[drift.Course] = []
        self.visits: list[photographs.Visit] = []

    def sections(self) -> list[Section]:
        """Everything, in the order of the report."""
        return [
            self.seen(),
            *self.never_seen(),
            self.obeys(),
            self.understands(),
            *self.listens(),
            self.moves(),
            self.follows(),
            self.drifts(),
            self.endures(),
            *self.photographed(),
        ]

    @cached_property
    def classifier(self) -> Classifier:
        """Who names what starts show."""
        return Classifier.load()

    @cached_property
    def starts(self) -> list[Frame]:
        """A first picture for every prompt."""
        self.say(f"drawing {len(self.specs)} first pictures")
        return obedience.draw_starts(self.model, self.specs)

    def seen(self) -> Section:
        self.say("pixels already seen")
        walks = self._walks(self.scale.seen, max(fidelity.STEPS) + 1)
        section = fidelity.measure(self.model, walks, self._copy)
        section.figures.append(fidelity.shuffle_gap_db(self.model, walks))
        return section

    def never_seen(self) -> list[Section]:
        self.say("pixels never seen")
        seeds = range(FIRST_SEED, FIRST_SEED + self.scale.turning)
        walks = [invention.turning_walk(seed, self.model.spec) for seed in seeds]
        emptied = without_denoiser(self.pipe) if self.pipe else None
        turned = invention.measure(self.model, walks, emptied, self._copy)
        control = obedience.draw_starts(emptied, self.specs[:EXAMPLES]) if emptied else []
        drawn = [frame.rgb for frame in self.starts]
        started = invention.starts(drawn, reference.load(), [frame.rgb for frame in control])
        return [turned, started]

    def obeys(self) -> Section:
        return obedience.measure(self.starts, self.specs, self.classifier)

    def understands(self) -> Section:
        self.say("words that were never taught")
        return strange_words.measure(self.model, self.classifier, self.scale.strange)

    def listens(self) -> list[Section]:
        """Events, if the model takes any."""
        if not self.model.spec.takes_events:
            return []
        self.say("events")
        return [events.measure(self.model, self.classifier, self.scale.told)]

    def moves(self) -> Section:
        """Flow with one key held."""
        self.say("movement")
        right = [turn_share(frames) for frames in self._keyed["RIGHT"]]
        ahead = [forward_share(frames) for frames in self._keyed["W"]]
        grows = [expanding_share(frames) for frames in self._keyed["W"]]
        still = [stillness_db(frames) for frames in self._keyed["idle"]]
        return Section(
            title="Movement",
            about="Optical flow of drawn frames with one key held; medians over walks.",
            figures=[
                _median("RIGHT turned, share of what the yaw says", right),
                _median("W moved, share of what pose and depth say", ahead),
                _median("W expands, share of pixels outward", grows, target=0.75),
                _median("idle, PSNR to the first frame", still, unit="dB", target=24.0),
            ],
        )

    def follows(self) -> Section:
        keyed = {key: self._keyed[key] for key in following.KEYS}
        return following.measure(keyed)

    def drifts(self) -> Section:
        self.say("drift")
        walks = self._walks(self.scale.long, self.scale.long_frames + 1)
        self.courses = [drift.course(self.model, walk, self.scale.long_every) for walk in walks]
        return drift.measure(self.courses)

    def endures(self) -> Section:
        seeds = range(FIRST_SEED, FIRST_SEED + self.scale.ways)
        frames = self.scale.way_frames
        return endurance.measure(self.model, seeds, frames, self.classifier, self.say)

    def photographed(self) -> list[Section]:
        """Starts on real photographs, by models that take pictures and give depth."""
        if not (self.model.spec.takes_image and self.model.spec.gives_depth):
            return []
        for name in photographs.names()[: self.scale.photos]:
            self.say(f"walking into a photograph: {name}")
            self.visits.append(photographs.visit(self.model, name))
        return [photographs.measure(self.visits)]

    def draw_sheets(self, folder: Path) -> None:
        """What was measured, to look at: starts, long walks beside the truth, photographs."""
        examples = list(zip(self.starts, self.specs, strict=True))[:EXAMPLES]
        words = [plain_prompt(spec) for _, spec in examples]
        sheet([frame.rgb for frame, _ in examples], words, 6).save(folder / "starts.png")
        rows, captions = [], []
        for course in self.courses:
            for drawn, true in course.sampled[:: max(1, len(course.sampled) // 5)][:6]:
                rows += [drawn.rgb, true.rgb]
                captions += [f"frame {drawn.index}, drawn", "true"]
        if rows:
            sheet(rows, captions, 6).save(folder / "walks.png")
        if self.visits:
            pictures, names = photographs.shown(self.visits)
            sheet(pictures, names, 4).save(folder / "photographs.png")

    @cached_property
    def _keyed(self) -> dict[str, list[list[Frame]]]:
        """Drawn walks from true first pictures, each holding one key (or none)."""
        walks: dict[str, list[list[Frame]]] = {}
        for key, action in {"idle": Action(), **following.KEYS}.items():
            self.say(f"holding {key}")
            walks[key] = []
            for seed in range(FIRST_SEED, FIRST_SEED + self.scale.keyed):
                walk = steered_walk(seed, [action] * KEYED_FRAMES, self.model.spec)
                walks[key].append(follow(self.model, walk, walk.truth(0)))
        return walks

    @property
    def _copy(self) -> fidelity.Copy | None:
        return partial(copied, self.pipe) if self.pipe else None

    def _walks(self, count: int, frames: int) -> list[HeldOutWalk]:
        seeds = range(FIRST_SEED, FIRST_SEED + count)
        return [curious_walk(seed, frames, self.model.spec) for seed in seeds]


def _median(
    name: str, values: Sequence[float], unit: str = "", target: float | None = None
) -> Figure:
    known = sorted(value for value in values if value == value)
    middle = known[len(known) // 2] if known else None
    return Figure(
        name=name, value=middle, unit=unit, target=target, note=f"{len(known)} of {len(values)}"
    )

"""The suite `persistence`: does the world stay while one walks about in it?

Every scene has one true first picture, and everything begins there: closed walks
of three lengths with the memory on, off and spoilt; out and backwards home; a
minute of standing; balls looked for again. Most of the time is spent drawing.

Not here: how each is judged (`revisit`, `mirror`, `standing`, `permanence`).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from worldgen.evaluation import mirror, permanence, revisit, standing
from worldgen.evaluation.bench import Say
from worldgen.evaluation.figures import Section
from worldgen.evaluation.heldout import FIRST_SEED, curious_walk
from worldgen.evaluation.inside import copied
from worldgen.evaluation.memories import CONDITIONS
from worldgen.evaluation.pictures import psnr_db
from worldgen.evaluation.props import placed, seen_with
from worldgen.evaluation.rollout import Rollout
from worldgen.evaluation.routes import closed_walk, mirror_walk
from worldgen.evaluation.sheet import sheet
from worldgen.models.base import WorldModel
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.types import Frame


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How much of everything.

    Attributes:
        scenes: held-out scenes.
        loops: frames of the closed walks with the memory on; more than 73.
        spoilt: those of them that are walked with it off and spoilt, too.
        mirrored: steps out, and as many home.
        idle: frames of standing still.
        wet: further scenes to stand in, with water in view.
    """

    scenes: int = 8
    loops: tuple[int, ...] = (100, 600, 3000)
    spoilt: tuple[int, ...] = (100, 600)
    mirrored: int = 120
    idle: int = 600
    wet: int = 4

    def bench(self, model: WorldModel, pipe: WanderPipeline | None, say: Say) -> Bench:
        """A model put on the bench at this scale."""
        return Bench(model, pipe, self, say)


class Bench:
    """One model on the bench.

    Args:
        model: to be measured; it must give depth.
        pipe: its networks, if it is the built-in one.
        scale: how much of everything.
        say: told what is being done.
    """

    def __init__(
        self, model: WorldModel, pipe: WanderPipeline | None, scale: Scale, say: Say
    ) -> None:
        self.model, self.pipe, self.scale, self.say = model, pipe, scale, say
        self.revisits: list[revisit.Revisit] = []
        self.firsts: dict[int, tuple[Frame, Frame]] = {}

    def sections(self) -> list[Section]:
        """Everything, in the order of the report; scene by scene, so that each is baked once."""
        pairs: dict[str, list[mirror.Pair]] = {"on": [], "off": []}
        stands, fates, ceilings = [], [], []
        for seed in range(FIRST_SEED, FIRST_SEED + self.scale.scenes):
            self.say(f"scene {seed}")
            opening, first = self._opening(seed)
            self.firsts[seed] = first, opening.frame
            if self.pipe is not None:
                kept = revisit.still(first)
                ceilings.append(psnr_db(copied(self.pipe, first).rgb, first.rgb, kept))
            self._revisit(seed, opening, first)
            self.say(f"scene {seed}: there and backwards home")
            walk = mirror_walk(seed, self.scale.mirrored, self.model.spec)
            for condition in pairs:
                rollout = opening.remembering(CONDITIONS[condition](), first)
                pairs[condition] += mirror.mirrored(rollout, walk)
            self.say(f"scene {seed}: standing still, and balls")
            idle = standing.standing_walk(seed, self.scale.idle, self.model.spec)
            stands.append(standing.stand(opening, idle, self.say))
            fates += self._fates(seed)
        return [
            revisit.measure(self.revisits, ceilings),
            mirror.measure(dict(pairs)),
            standing.measure(stands, self._wet(), self.scale.idle),
            permanence.measure(fates),
        ]

    def draw_sheets(self, folder: Path) -> None:
        """A row for each scene: the truth, what was drawn first, and every return."""
        rows, words = [], []
        for seed, (true, drawn) in self.firsts.items():
            rows += [true.rgb, drawn.rgb]
            words += [f"scene {seed}: the truth", "drawn first"]
            for row in self.revisits:
                if row.scene == seed:
                    rows.append(row.last.rgb)
                    after = f"after {row.frames * revisit.DT_S:.0f} s"
                    words.append(f"{after}, memory {row.condition}: {row.truth_db:.1f} dB")
        sheet(rows, words, len(rows) // len(self.firsts)).save(folder / "revisits.png")

    def _opening(self, seed: int) -> tuple[Rollout, Frame]:
        """A scene's beginning, drawn once: every walk of the scene begins there."""
        walk = curious_walk(seed, 1, self.model.spec)
        first = walk.truth(0)
        return Rollout.begin(self.model, first, walk.caption), first

    def _revisit(self, seed: int, opening: Rollout, first: Frame) -> None:
        for frames in self.scale.loops:
            walk = closed_walk(seed, frames, self.model.spec)
            for condition in CONDITIONS:
                if condition == "on" or frames in self.scale.spoilt:
                    found = revisit.revisit(opening, first, walk, condition, self.say)
                    self.revisits.append(found)

    def _wet(self) -> list[standing.Stand]:
        seeds = standing.wet_seeds(FIRST_SEED, self.scale.wet, self.model.spec)
        stands = []
        for seed in seeds:
            self.say(f"standing by the water in scene {seed}")
            walk = standing.standing_walk(seed, self.scale.idle, self.model.spec)
            stands.append(standing.stand(self._opening(seed)[0], walk, self.say))
        return stands

    def _fates(self, seed: int) -> list[permanence.Fate]:
        walk = permanence.round_walk(seed, self.model.spec)
        camera = walk.cameras[0]
        balls = placed(walk.scene, camera)
        if not balls:
            return []
        first = seen_with(walk.scene, balls, camera, 0)
        rollout = Rollout.begin(self.model, first, walk.caption)
        return permanence.fates(rollout, first, walk, balls)

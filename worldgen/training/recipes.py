"""Every run by name, as a function that returns its settings.

    rehearsal  the whole of it in two minutes on a CPU: proves the code, draws mud
    cpu        three hours of two cores
    further    three hours of two cores, on from what shipped: the denoiser on new walks, every
               third one with a landmark, and the decoder on what it draws then
    gpu        half an hour of one large GPU and sixteen cores, on from what shipped

Not here: how a stage goes (`run.py` and the stages).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from worldgen.errors import ConfigError
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.training.autoencoder import AutoencoderConfig
from worldgen.training.compositor import CompositorConfig
from worldgen.training.corpus import CorpusConfig
from worldgen.training.denoiser import DenoiserConfig
from worldgen.training.drift import DriftConfig
from worldgen.training.finish import FinishConfig, gently
from worldgen.training.loop import Budget
from worldgen.training.monodepth import MonodepthConfig
from worldgen.training.optimiser import OptimiserConfig
from worldgen.training.polish import PolishConfig

MOST_MINUTES = 100_000


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """A whole run.

    Attributes:
        corpus: walks to render.
        autoencoder: stage one; None takes the one that shipped.
        polish: the decoder alone, after stage one; None leaves it out.
        denoiser: stage two.
        compositor: stage three; None takes the one that shipped.
        monodepth: the depth of photographs, apart from all others; None takes what shipped.
        drift: when stage three begins, and stage two goes on with its own memories too.
        finish: the decoder on what is drawn in the end; None leaves it out.
        painted: how many walks go into stage two a second time, with pictures on their surfaces.
        pictures: the folder of those; None leaves that out.
        held_out: walks that nobody learns from, by which `gates` judges stages.
        minutes: that all of it takes on the machine that it was made for; None counts steps.
    """

    corpus: CorpusConfig
    autoencoder: AutoencoderConfig | None
    polish: PolishConfig | None
    denoiser: DenoiserConfig
    compositor: CompositorConfig | None
    monodepth: MonodepthConfig | None
    drift: DriftConfig
    finish: FinishConfig | None
    painted: int = 0
    pictures: Path | None = None
    held_out: int = 100
    minutes: float | None = None

    def within(self, minutes: float) -> Recipe:
        """The same recipe in another time: its stages longer or shorter, walks more or fewer.

        Args:
            minutes: for all of it, on the machine that it was made for.

        Raises:
            ConfigError: less than a minute, or a recipe that counts steps.
        """
        if self.minutes is None:
            raise ConfigError("this recipe counts steps, not minutes; take another one")
        if not 1 <= minutes <= MOST_MINUTES:
            raise ConfigError(f"a recipe takes 1 to {MOST_MINUTES:,} minutes, got {minutes:g}")
        scaled: Recipe = _scaled(replace(self, minutes=minutes), minutes / self.minutes)
        return scaled


def rehearsal() -> Recipe:
    """A few walks and a few steps of everything."""
    return Recipe(
        corpus=CorpusConfig(walks=4, frames=3, ahead=2),
        autoencoder=AutoencoderConfig(budget=Budget(steps=4), batch=4, walks_held=4),
        polish=PolishConfig(
            budget=Budget(steps=3),
            crops=AutoencoderConfig(budget=Budget(steps=1), batch=2, walks_held=4),
        ),
        denoiser=DenoiserConfig(budget=Budget(steps=4), batch=8),
        compositor=CompositorConfig(budget=Budget(steps=3), walks=2, batch=2),
        monodepth=MonodepthConfig(budget=Budget(steps=3), batch=2),
        drift=DriftConfig(after=0.5, walks=2, worn=2),
        finish=FinishConfig(polish=gently(Budget(steps=2), batch=2), walks=2),
        painted=2,
        held_out=2,
    )


def cpu() -> Recipe:
    """Two cores with AMX: about three hours."""
    return Recipe(
        corpus=CorpusConfig(walks=1200, frames=10),
        autoencoder=AutoencoderConfig(budget=Budget(minutes=30)),
        polish=PolishConfig(budget=Budget(minutes=30)),
        denoiser=DenoiserConfig(budget=Budget(minutes=80)),
        compositor=CompositorConfig(budget=Budget(minutes=10)),
        monodepth=MonodepthConfig(budget=Budget(minutes=25)),
        drift=DriftConfig(),
        finish=FinishConfig(polish=gently(Budget(minutes=20)), walks=200),
        minutes=180,
    )


def further() -> Recipe:
    """The shipped denoiser goes on learning, on walks that it has not seen."""
    return Recipe(
        corpus=CorpusConfig(first_seed=140_000, walks=4000, frames=8, ahead=3, marked=3, workers=2),
        autoencoder=None,
        polish=None,
        denoiser=DenoiserConfig(
            budget=Budget(minutes=88),
            no_hint=0.42,
            start_from=WEIGHTS_DIR,
            optimiser=OptimiserConfig(lr=8e-4, lr_other=4e-4, average=0.999),
        ),
        compositor=None,
        monodepth=None,
        drift=DriftConfig(after=0.3, walks=150, worn=1500),
        finish=FinishConfig(polish=gently(Budget(minutes=20)), walks=200),
        painted=600,
        minutes=180,
    )


def gpu() -> Recipe:
    """The shipped autoencoder, ten times the walks, and a hundred times the samples."""
    return Recipe(
        corpus=CorpusConfig(first_seed=10_000, walks=4000, frames=10, ahead=3, workers=16),
        autoencoder=None,
        polish=None,
        denoiser=DenoiserConfig(
            budget=Budget(minutes=14), batch=1024, start_from=WEIGHTS_DIR, device="cuda"
        ),
        compositor=CompositorConfig(budget=Budget(minutes=2), walks=100),
        monodepth=MonodepthConfig(budget=Budget(minutes=3), batch=128, device="cuda"),
        drift=DriftConfig(after=0.5, walks=100, worn=300),
        finish=FinishConfig(polish=gently(Budget(minutes=3), batch=32), walks=100),
        painted=600,
        minutes=30,
    )


_COUNTED = ("walks", "worn", "painted", "held_out")
"""What a stage makes, in proportion to its time."""


def _scaled(part: Any, factor: float) -> Any:
    """A recipe, or a part of it, with other minutes and numbers of walks."""
    if isinstance(part, Budget):
        return part if part.minutes is None else replace(part, minutes=part.minutes * factor)
    if not is_dataclass(part):
        return part
    changed: dict[str, Any] = {}
    for name in (field.name for field in fields(part)):
        value = getattr(part, name)
        if name in _COUNTED:
            changed[name] = max(round(value * factor), 1) if value else 0
        elif is_dataclass(value):
            changed[name] = _scaled(value, factor)
    return replace(part, **changed)  # type: ignore[type-var]


RECIPES: dict[str, Callable[[], Recipe]] = {
    "rehearsal": rehearsal,
    "cpu": cpu,
    "further": further,
    "gpu": gpu,
}


def recipe(name: str) -> Recipe:
    """The recipe of that name.

    Raises:
        ConfigError: there is none; the message lists those there are.
    """
    if name not in RECIPES:
        raise ConfigError(f"there is no recipe {name!r}; known recipes: {', '.join(RECIPES)}")
    return RECIPES[name]()

"""What every suite is: a model on a bench, sections of figures, pictures to look at.

Not here: any suite (`builtin.py`, `persistence.py`, `physics.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from worldgen.evaluation.figures import Section
from worldgen.models.base import WorldModel
from worldgen.models.wander.pipeline import WanderPipeline

Say = Callable[[str], None]
"""Told what is being done."""


class Bench(Protocol):
    """One model, about to be measured."""

    def sections(self) -> list[Section]:
        """Everything, in the order of the report."""

    def draw_sheets(self, folder: Path) -> None:
        """What was measured, to look at; called after `sections`."""


class Scale(Protocol):
    """A suite and how much of everything it measures."""

    def bench(self, model: WorldModel, pipe: WanderPipeline | None, say: Say) -> Bench:
        """A model put on the bench; `pipe` is its networks if it is the built-in one."""

"""Back where it began."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.evaluation.conftest import SEED, SMALL
from worldgen.evaluation.heldout import baked, curious_walk
from worldgen.evaluation.memories import CONDITIONS
from worldgen.evaluation.permanence import round_walk
from worldgen.evaluation.revisit import Revisit, measure, revisit
from worldgen.evaluation.rollout import Rollout
from worldgen.types import Frame


def _quiet(_: str) -> None:
    pass


def _found(model: Any, condition: str = "on", frames: int = 12) -> Revisit:
    first = curious_walk(SEED, 1, SMALL).truth(0)
    opening = Rollout.begin(model, first, "somewhere")
    walk = round_walk(SEED, SMALL, frames)
    return revisit(opening, first, walk, condition, _quiet)


def test_the_truth_returns_to_itself(truth: Any) -> None:
    """A model that draws the scene is far above any target: what is static is the same again."""
    found = _found(truth())
    assert found.truth_db > 40
    assert found.own_db > 40
    assert found.truth_ssim > 0.99


def test_a_model_that_forgets_is_seen_through(truth: Any) -> None:
    """Its way home leads to another place: near its own first picture it is not."""
    other = truth(baked(SEED + 1))

    class Forgets:
        spec = SMALL

        def start(self, *asked: Any) -> Any:
            return truth().start(*asked)

        def step(self, state: int, moves: Any) -> Any:
            return (truth() if state < 6 else other).step(state, moves)

    found = _found(Forgets())
    assert found.truth_db < 20
    assert found.own_db < 20


def test_the_own_frame_and_the_truth_are_told_apart(truth: Any) -> None:
    """A model that always paints too dark agrees with itself, and not with the truth."""

    def dim(frame: Frame) -> Frame:
        return replace(frame, rgb=(frame.rgb * 0.7).astype(np.uint8))

    found = _found(truth(spoil=dim))
    assert found.own_db > 40
    assert found.truth_db < 22


@pytest.mark.parametrize("condition", ["on", "off", "spoilt"])
def test_the_start_is_the_same_under_every_memory(truth: Any, condition: str) -> None:
    """What differs is what is remembered: else the gain would be the start's."""
    first = curious_walk(SEED, 1, SMALL).truth(0)
    opening = Rollout.begin(truth(), first, "somewhere")
    other = opening.remembering(CONDITIONS[condition](), first)
    assert other.frame is opening.frame
    assert other.state is opening.state
    known = other.memory.hint(first.camera).colour.any()
    assert known == (condition != "off")


def _row(frames: int, condition: str, db: float) -> Revisit:
    frame: Any = None
    return Revisit(scene=1, frames=frames, condition=condition, last=frame, truth_db=db,
                   own_db=db, truth_ssim=0.9, own_ssim=0.9)  # fmt: skip


def test_the_figures_are_what_the_rows_say() -> None:
    """The gain is on minus off; the loss is from 60 to 300 s, and its target is a ceiling."""
    rows = [_row(600, "on", 24.0), _row(600, "off", 15.0), _row(3000, "on", 22.5)]
    section = measure(rows, [33.0])
    assert section.value("what memory gives after 60 s") == pytest.approx(9.0)
    assert section.value("lost between 60 and 300 s") == pytest.approx(1.5)
    missed = {figure.name for figure in section.figures if figure.met is False}
    assert missed == {"lost between 60 and 300 s"}

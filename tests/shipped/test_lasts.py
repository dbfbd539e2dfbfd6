"""It lasts: a hundred frames on, the picture is still a picture."""

from __future__ import annotations

import pytest

from worldgen.evaluation.drift import SHARP_AT, SHARP_SHARE, course, sharp_share
from worldgen.evaluation.heldout import FIRST_SEED, curious_walk
from worldgen.models.base import WorldModel

pytestmark = pytest.mark.weights


def test_frame_100_is_half_as_sharp_as_truth_or_sharper(model: WorldModel) -> None:
    """Mean gradient on two held-out walks, against true renders at the same poses."""
    courses = []
    for seed in (FIRST_SEED, FIRST_SEED + 1):
        walk = curious_walk(seed, SHARP_AT + 1, model.spec)
        courses.append(course(model, walk, every=SHARP_AT))
    assert sharp_share(courses) >= SHARP_SHARE

"""There and backwards home."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from tests.evaluation.conftest import SEED, SMALL
from worldgen.evaluation.heldout import curious_walk
from worldgen.evaluation.mirror import EVERY, Pair, measure, mirrored
from worldgen.evaluation.rollout import Rollout
from worldgen.evaluation.routes import mirror_walk
from worldgen.types import Frame

OUT = 12


def _pairs(model: Any) -> list[Pair]:
    first = curious_walk(SEED, 1, SMALL).truth(0)
    return mirrored(Rollout.begin(model, first, "here"), mirror_walk(SEED, OUT, SMALL))


def test_the_truth_mirrors_itself(truth: Any) -> None:
    """Every judged pair, the first frame among them, agrees where nothing moves."""
    pairs = _pairs(truth())
    assert [pair.apart for pair in pairs] == [2 * (OUT - at) for at in range(8, -1, -EVERY)]
    assert min(pair.db for pair in pairs) > 40
    assert max(pair.depth_off for pair in pairs) < 1e-6


def test_a_model_that_fades_does_not(truth: Any) -> None:
    """The longer ago a view was drawn, the less it agrees."""

    def fade(frame: Frame) -> Frame:
        return replace(frame, rgb=(frame.rgb * 0.97**frame.index).astype(np.uint8))

    pairs = _pairs(truth(spoil=fade))
    assert pairs[0].db > pairs[-1].db + 3
    section = measure({"on": pairs})
    all_db = section.value("PSNR to the mirrored frame, memory on")
    assert section.value("PSNR to the mirrored frame, oldest views, memory on") < all_db

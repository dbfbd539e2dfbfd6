"""Standing still."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tests.evaluation.conftest import SMALL
from worldgen.evaluation.heldout import FIRST_SEED, baked
from worldgen.evaluation.rollout import Rollout
from worldgen.evaluation.standing import Stand, measure, stand, standing_walk, wet_seeds
from worldgen.types import Frame


def _quiet(_: str) -> None:
    pass


@pytest.fixture(scope="module")
def wet() -> int:
    return wet_seeds(FIRST_SEED, 1, SMALL)[0]


def _stand(model: Any, seed: int) -> Stand:
    walk = standing_walk(seed, 18, SMALL)
    return stand(Rollout.begin(model, walk.truth(0), "water"), walk, _quiet)


def test_true_water_moves_as_true_water_does(truth: Any, wet: int) -> None:
    """And what is static is the same after any time."""
    found = _stand(truth(baked(wet)), wet)
    assert found.last_db > 40
    assert found.lively == pytest.approx(1.0, abs=1e-6)
    assert 0.2 < found.judged < 0.98


def test_a_frozen_world_stands_well_and_has_no_life(truth: Any, wet: int) -> None:
    """It earns its PSNR with water that stands: the two figures belong together."""
    model = truth(baked(wet))

    class Frozen:
        spec = SMALL

        def start(self, *asked: Any) -> Any:
            return model.start(*asked)

        def step(self, state: int, moves: Any) -> Any:
            return state, [model.start(None, 0, moves[0])[1][0]]

    found = _stand(Frozen(), wet)
    assert found.last_db == 100
    assert found.lively == 0


def test_a_world_that_creeps_away_is_caught(truth: Any, wet: int) -> None:
    """A grey level lost every frame is 20 dB after a minute."""

    def creep(frame: Frame) -> Frame:
        return replace(frame, rgb=np.clip(frame.rgb.astype(int) - frame.index, 0, 255)
                       .astype(np.uint8))  # fmt: skip

    found = _stand(truth(baked(wet), spoil=creep), wet)
    assert found.last_db < 25
    assert measure([found], [found], 24).figures[0].met is False


def test_what_moves_by_itself_does_not_count_as_static(truth: Any, wet: int) -> None:
    """Water may do what it likes: what is static is judged without it."""
    dice = np.random.default_rng(0)

    def boil(frame: Frame) -> Frame:
        assert frame.moving is not None
        noise = dice.integers(0, 256, frame.rgb.shape, dtype=np.uint8)
        return replace(frame, rgb=np.where(frame.moving[..., None], noise, frame.rgb))

    wild, calm = _stand(truth(baked(wet), spoil=boil), wet), _stand(truth(baked(wet)), wet)
    assert wild.lively > 10
    assert (wild.last_db, wild.worst_db) == (calm.last_db, calm.worst_db)


def test_what_a_model_says_moves_does_not_count_as_static_either(truth: Any, wet: int) -> None:
    """A flock that truth knows nothing of comes by after half a second."""

    def flock(frame: Frame) -> Frame:
        assert frame.moving is not None
        if frame.index < 5:
            return frame
        rgb, moving = frame.rgb.copy(), frame.moving.copy()
        rgb[5:15, 20:60], moving[5:15, 20:60] = 255 * (frame.index % 2), True
        return replace(frame, rgb=rgb, moving=moving)

    assert _stand(truth(baked(wet), spoil=flock), wet).worst_db > 40

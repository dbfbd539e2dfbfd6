"""Long ways are judged stretch by stretch: what rots is far from the truth, the truth is not."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from worldgen.evaluation import endurance
from worldgen.evaluation.classifier import Classifier
from worldgen.evaluation.endurance import PICTURES, measure, sampled, stretches, true_pictures
from worldgen.evaluation.heldout import FIRST_SEED
from worldgen.models.echo import EchoModel

SEEDS = (FIRST_SEED, FIRST_SEED + 4)


def test_stretches_follow_each_other() -> None:
    """None is judged that was not walked to its end."""
    assert stretches(49) == []
    assert stretches(120) == [(0, 50), (50, 100)]
    assert all(one[1] == other[0] for one, other in pairwise(stretches(5000)))


def test_of_each_stretch_so_many_pictures_are_looked_at() -> None:
    """Its first and its last among them, whatever its length."""
    numbered = (np.full((2, 2, 3), at, np.uint8) for at in range(200))
    first, second, third = ([int(rgb[0, 0, 0]) for rgb in one] for one in sampled(numbered, 200))
    assert [len(one) for one in (first, second, third)] == [PICTURES] * 3
    assert (first[0], first[-1], second[0], second[-1], third[-1]) == (0, 49, 50, 99, 199)


def test_what_rots_is_farther_from_the_truth(monkeypatch: pytest.MonkeyPatch) -> None:
    """True pictures all the way through, and the same turning to mud from frame 50 on."""

    def true_then_mud(_: object, seed: int, frames: int) -> endurance.Way:
        true = list(true_pictures([seed], EchoModel().spec))[:PICTURES]
        mud = [np.full_like(rgb, 128) for rgb in true]
        return [true, mud][: len(stretches(frames))]

    monkeypatch.setattr(endurance, "way", true_then_mud)
    section = measure(EchoModel(), SEEDS, 100, Classifier.load(), lambda _: None)
    floor = section.value("FD-EffLite0, true pictures elsewhere in the same scenes")
    first, second = (section.value(f"FD-EffLite0, frames {at}") for at in ("0 to 50", "50 to 100"))
    assert floor is not None and first is not None and second is not None
    assert first < floor < second / 2
    kept, lost = (
        section.value(f"place still named, frames {at}") for at in ("0 to 50", "50 to 100")
    )
    assert kept is not None and lost is not None
    assert kept > 0.7 > lost


def test_a_way_is_a_stroll_of_the_models_own() -> None:
    """The wall of an echo comes nearer or goes by, but every picture is the model's."""
    said: list[str] = []
    section = measure(EchoModel(), SEEDS[:1], 50, Classifier.load(), said.append)
    assert len(said) == 1
    assert "1 strolls of 50 frames" in section.about
    assert section.value("FD-EffLite0, frames 0 to 50") is not None


def test_a_way_of_no_length_is_refused() -> None:
    """The message says how long one must be."""
    with pytest.raises(ValueError, match="50 frames or more; got 20"):
        measure(EchoModel(), SEEDS, 20, Classifier.load(), lambda _: None)

"""The classifier: kept whole on disk, taught by what it is shown, and knowing our worlds."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from worldgen.data.scene import BIOMES, HOURS, WEATHERS
from worldgen.errors import WeightsError
from worldgen.evaluation.classifier import WEIGHTS, Classifier, Heads, Network
from worldgen.evaluation.teach import HEADS, Pictures, TeachConfig, accuracy, grown, teach


def _toy(count: int, seed: int) -> Pictures:
    """Pictures whose colour is their biome, brightness their hour, stripes their weather."""
    rng = np.random.default_rng(seed)
    labels = np.stack(
        [rng.integers(0, 3, count), rng.integers(0, 2, count), rng.integers(0, 2, count)], axis=1
    )
    rgb = rng.integers(0, 30, (count, 72, 128, 3)).astype(np.uint8)
    for picture, (biome, hour, weather) in zip(rgb, labels, strict=True):
        picture[..., biome] += np.uint8(60 + 90 * hour)
        picture[:: 12 // (1 + weather)] //= 2
    return Pictures(rgb=rgb, labels=labels, seeds=np.zeros(count, np.int64))


def test_it_learns_what_pictures_show() -> None:
    """Four dozen steps tell colours apart; if not, the loss does not reach the answers."""
    network = teach(_toy(128, 0), TeachConfig(steps=48, batch=32))
    scores = accuracy(network, _toy(64, 1))
    assert min(scores["biome"], scores["hour"]) > 0.9


def test_the_same_lesson_gives_the_same_network() -> None:
    """A lesson that cannot be repeated cannot be checked."""
    lesson = TeachConfig(steps=2, batch=8)
    one, two = (teach(_toy(16, 0), lesson).state_dict() for _ in range(2))
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_a_lesson_that_goes_on_forgets_no_word() -> None:
    """A place that is added must not turn the others' answers round."""
    fewer: Heads = {**HEADS, "biome": HEADS["biome"][1:]}
    torch.manual_seed(0)
    known = Classifier(Network(fewer), fewer, {})
    grew = Network(HEADS)
    grew.load_state_dict(grown(known, grew))
    pictures = _toy(4, 2).rgb
    before, after = known.logits(pictures), Classifier(grew, HEADS, {}).logits(pictures)
    assert torch.allclose(before["biome"], after["biome"][:, 1:], atol=1e-5)
    assert torch.allclose(before["hour"], after["hour"], atol=1e-5)


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    """Half precision may not change an answer's order, nor lose what is noted."""
    torch.manual_seed(0)
    made = Classifier(Network(HEADS), HEADS, {"biome": 0.5, "hour": 0.6, "weather": 0.7})
    made.save(tmp_path / "classifier.safetensors")
    read = Classifier.load(tmp_path / "classifier.safetensors")
    pictures = _toy(4, 2).rgb
    for name, row in made.logits(pictures).items():
        assert torch.allclose(row, read.logits(pictures)[name], atol=0.02)
    assert read.accuracy == made.accuracy


@pytest.mark.parametrize("content", [None, b"", b"not tensors at all"])
def test_damaged_weights_are_named(tmp_path: Path, content: bytes | None) -> None:
    """One clear error for a file that is missing, empty or junk."""
    path = tmp_path / "classifier.safetensors"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WeightsError, match=r"classifier\.safetensors"):
        Classifier.load(path)


def test_what_ships_knows_our_worlds_and_is_small() -> None:
    """A new biome without a new lesson would be counted as disobedience."""
    shipped = Classifier.load()
    known = {name: set(choices) for name, choices in shipped.heads.items()}
    assert known == {"biome": set(BIOMES), "hour": set(HOURS), "weather": set(WEATHERS)}
    assert WEIGHTS.stat().st_size <= 410_000
    assert all(share > 0.6 for share in shipped.accuracy.values())

"""The decoder's polish: the encoder stays what it was, and the drawing comes nearer the truth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from worldgen.evaluation.features import looks
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.training.autoencoder import AutoencoderConfig
from worldgen.training.corpus import CorpusConfig, make_corpus
from worldgen.training.loop import Budget
from worldgen.training.polish import PolishConfig, apart, train

CROPS = AutoencoderConfig(budget=Budget(steps=1), crop=(72, 128), batch=2, walks_held=2)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, CorpusConfig(walks=2, frames=2))
    return folder


def test_only_the_decoder_learns(corpus: Path, tmp_path: Path) -> None:
    """A moved encoder would make every hint and the denoiser worthless."""
    torch.manual_seed(3)
    before = RGBDAutoencoder()
    encoder = {name: value.clone() for name, value in before.encoder.state_dict().items()}
    decoder = {name: value.clone() for name, value in before.decoder.state_dict().items()}
    config = PolishConfig(budget=Budget(steps=3), crops=CROPS)
    after = train(corpus, tmp_path, before, config, looks)
    for name, value in after.encoder.state_dict().items():
        assert torch.equal(value, encoder[name].bfloat16().float())
    moved = [name for name, v in after.decoder.state_dict().items() if not v.equal(decoder[name])]
    assert moved
    assert all(p.dtype == torch.float32 for p in after.parameters())


def test_a_run_that_was_stopped_goes_on(corpus: Path, tmp_path: Path) -> None:
    """The same steps in one piece or in two give the same decoder."""
    runs = []
    for name, pieces in (("whole", [4]), ("parts", [2, 4])):
        for steps in pieces:
            torch.manual_seed(3)
            config = PolishConfig(budget=Budget(steps=steps), crops=replace(CROPS, seed=1))
            runs.append(train(corpus, tmp_path / name, RGBDAutoencoder(), config, looks))
    whole, parts = runs[0].decoder.state_dict(), runs[-1].decoder.state_dict()
    assert max(float((whole[name] - parts[name]).abs().max()) for name in whole) < 0.02


def test_looks_alike_is_nothing_apart() -> None:
    """The same pictures are no distance apart, different ones are, and brightness is no look."""
    one, other = torch.rand(2, 1, 8, 4, 4).unbind()
    assert float(apart([one], [one])) == pytest.approx(0, abs=1e-6)
    assert float(apart([one], [2 * one])) == pytest.approx(0, abs=1e-6)
    assert float(apart([one], [other])) > 0.05

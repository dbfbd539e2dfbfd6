"""The compositor learns when to believe memory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.planes import DRAWN_PLANES, HINT_PLANES
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.text import TextTable
from worldgen.training.assemble import pipeline
from worldgen.training.composites import VIEWS, make_composites
from worldgen.training.compositor import CompositorConfig, draw_crops, learn, train
from worldgen.training.corpus import CorpusConfig, make_corpus, walk_files
from worldgen.training.dice import Dice
from worldgen.training.loop import Budget
from worldgen.training.optimiser import MasterWeights, OptimiserConfig

CONFIG = CompositorConfig(budget=Budget(steps=4), crop=(32, 48), batch=2)


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Views of two true walks, drawn by small random networks."""
    folder = tmp_path_factory.mktemp("views")
    make_corpus(folder / "corpus", CorpusConfig(walks=2, frames=3))
    torch.manual_seed(0)
    coder = RGBDAutoencoder(widths=(8, 8, 8), blocks=(1, 1, 1))
    denoiser = HintedDenoiser(fine=16, coarse=64, coarse_blocks=1)
    pipe = pipeline(coder, denoiser, Compositor(channels=8), TextTable(WEIGHTS_DIR / "text"))
    make_composites(walk_files(folder / "corpus"), pipe, folder / "views")
    return folder / "views"


def test_views_hold_what_was_seen(views: Path) -> None:
    """Hint, drawing and truth of one view must be of one size, and the truth no hint's copy."""
    files = sorted(views.iterdir())
    assert [file.stem for file in files] == ["00000000", "00000001"]
    for file in files:
        rows = load_file(file)
        count = min(VIEWS, 3)
        assert rows["hint"].shape == (count, HINT_PLANES, 144, 256)
        assert rows["drawn"].shape == (count, DRAWN_PLANES, 144, 256)
        assert rows["truth"].shape == (count, 4, 144, 256)
        assert rows["still"].dtype == torch.bool
        assert float(rows["truth"].abs().max()) <= 1
        assert bool((rows["hint"][:, 4] > 0).any())


def test_the_same_step_draws_the_same_crops(views: Path) -> None:
    """A run that was stopped goes on as if it had not been."""
    files = sorted(views.iterdir())
    first, again, other = (draw_crops(files, CONFIG, Dice(0, step)) for step in (3, 3, 4))
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert first["hint"].shape == (2, HINT_PLANES, 32, 48)
    assert any(not torch.equal(first[name], other[name]) for name in first)


def test_a_run_that_was_stopped_goes_on(views: Path, tmp_path: Path) -> None:
    """The same steps in one piece or in two give the same network."""
    runs = []
    for name, pieces in (("whole", [4]), ("parts", [2, 4])):
        for steps in pieces:
            config = replace(CONFIG, budget=Budget(steps=steps))
            runs.append(train(views, tmp_path / name, config).state_dict())
    whole, parts = runs[0], runs[-1]
    assert max(float((whole[name] - parts[name]).abs().max()) for name in whole) < 0.02


def test_it_learns_to_tell_a_good_memory_from_a_bad_one(tmp_path: Path) -> None:
    """Where memory is right it is believed, where it is wrong the drawing is."""
    torch.manual_seed(0)
    truth = torch.rand(4, 4, 32, 48) * 1.6 - 0.8
    hint = torch.cat([truth.clone(), torch.ones(4, 2, 32, 48)], dim=1)
    drawn = torch.cat([truth + 0.1 * torch.randn_like(truth), torch.full((4, 2, 32, 48), -3.0)], 1)
    hint[:, :4, :, 24:] = -truth[..., 24:]
    crops = {"hint": hint, "drawn": drawn, "truth": truth, "still": torch.ones(4, 1, 32, 48)}
    save_file(crops, tmp_path / "0.safetensors")
    network = Compositor()
    weights = MasterWeights(network, OptimiserConfig(lr=5e-4, lr_other=2e-4))
    for _ in range(240):
        figures = learn(network, draw_crops([tmp_path / "0.safetensors"], CONFIG, Dice(0, 1)))
        weights.step(1.0)
    assert figures["hint_db"] < figures["drawn_db"] < figures["composed_db"]

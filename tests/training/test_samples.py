"""What a batch of the denoiser's training is made of."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from worldgen.data.scene import sample_marked_spec, sample_spec
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.text import TextTable
from worldgen.training.corpus import CorpusConfig, make_corpus, read_walk, walk_file
from worldgen.training.denoiser import DenoiserConfig, Samples
from worldgen.training.dice import Dice
from worldgen.training.hints import HINTS
from worldgen.training.loop import Budget

FRAMES = 5


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    """Two walks whose latents tell which frame they are."""
    folder = tmp_path_factory.mktemp("samples")
    make_corpus(folder / "corpus", CorpusConfig(first_seed=3, walks=2, frames=2))
    for name, seed in (("one", 3), ("two", 4)):
        rows = {
            "latent": torch.arange(float(FRAMES))[:, None, None, None].expand(-1, 2, 2, 2),
            "hint": torch.ones(FRAMES, HINTS, 2, 2, 2),
            "coverage": torch.ones(FRAMES, HINTS, 2, 2, 2),
            "view": torch.zeros(FRAMES, 3, 2, 2),
            "seed": torch.full((FRAMES,), seed),
        }
        (folder / name).mkdir()
        whole = {key: row.contiguous() for key, row in rows.items()}
        save_file(whole, folder / name / "0000.safetensors")
    table = TextTable(WEIGHTS_DIR / "text")
    return Samples([folder / "one", folder / "two"], folder / "corpus", table)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_who_is_told_no_hint_sees_first_views_as_often_as_asked(
    samples: Samples, share: float
) -> None:
    """The words are true of a walk's first view; a later one may have its back to the windmill."""
    config = DenoiserConfig(budget=Budget(steps=1), batch=4000, no_hint=0.4, first_views=share)
    latent, known = samples.draw(config, Dice(0, 0, "cpu"))
    first, told = latent[:, 0, 0, 0] == 0, known.hint[:, 0, 0, 0] > 0
    assert float(told.float().mean()) == pytest.approx(0.6, abs=0.04)
    assert float(first[told].float().mean()) == pytest.approx(1 / FRAMES, abs=0.04)
    wanted = share + (1 - share) / FRAMES
    assert float(first[~told].float().mean()) == pytest.approx(wanted, abs=0.04)


def test_walks_without_words_are_always_told_a_hint(tmp_path: Path, samples: Samples) -> None:
    """Nobody could ask for one; who is told nothing is told of it in words."""
    silent = {name: row[:FRAMES].clone() for name, row in samples.rows.items()}
    silent["seed"], silent["latent"] = torch.full((FRAMES,), -4), silent["latent"] + 100
    rows = {name: torch.cat([row, silent[name]]) for name, row in samples.rows.items()}
    (tmp_path / "rows").mkdir()
    save_file(rows, tmp_path / "rows" / "0000.safetensors")
    corpus = tmp_path / "corpus"
    make_corpus(corpus, CorpusConfig(first_seed=3, walks=2, frames=2))
    both = Samples([tmp_path / "rows"], corpus, TextTable(WEIGHTS_DIR / "text"))
    config = DenoiserConfig(budget=Budget(steps=1), batch=2000, no_hint=0.5)
    latent, known = both.draw(config, Dice(0, 0, "cpu"))
    wordless = latent[:, 0, 0, 0] >= 100
    assert bool(wordless.any()) and bool((known.hint[wordless] > 0).all())
    assert int(known.word_mask[wordless].sum(1).max()) <= 2


def test_the_first_views_are_those_of_the_walks(samples: Samples) -> None:
    """One a walk, whichever folder it came from."""
    assert samples.first.tolist() == [0, FRAMES]


def test_a_corpus_can_have_a_landmark_in_every_scene(tmp_path: Path) -> None:
    """Each kind by turns, though the seeds' own scenes would have none."""
    make_corpus(tmp_path, CorpusConfig(first_seed=6, walks=2, frames=2, marked=2))
    marked, plain = (read_walk(walk_file(tmp_path, seed)) for seed in (6, 7))
    assert marked.labels["biome"] == sample_marked_spec(6).biome
    assert plain.labels["biome"] == sample_spec(7).biome


def test_walks_that_get_on_have_their_pictures_farther_apart(tmp_path: Path) -> None:
    """The denoiser must meet what was seen from afar, or all it comes up to turns soft."""
    went_m = []
    for ahead in (0, 1):
        folder = tmp_path / str(ahead)
        make_corpus(folder, CorpusConfig(first_seed=2, walks=2, frames=6, ahead=ahead))
        places = [read_walk(walk_file(folder, seed)).poses_c2w[:, :3, 3] for seed in (2, 3)]
        went_m.append(sum(abs(walk[1:] - walk[:-1]).sum() for walk in places))
    assert went_m[1] > 1.3 * went_m[0]

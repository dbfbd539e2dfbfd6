"""The decoder's last stage: grain comes to what was drawn, and all else stays."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.wall import untaught
from worldgen.evaluation.features import looks
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.text import TextTable
from worldgen.training import finish
from worldgen.training.assemble import pipeline
from worldgen.training.corpus import CorpusConfig, make_corpus, walk_files
from worldgen.training.critic import Critic
from worldgen.training.drift import Drifter
from worldgen.training.finish import Drawn, FinishConfig, gently, make_drawn, strayed
from worldgen.training.loop import Budget
from worldgen.training.polish import channels

FRAMES = 2


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, CorpusConfig(walks=2, frames=FRAMES))
    return folder


@pytest.fixture(scope="module")
def coder() -> RGBDAutoencoder:
    return untaught()


@pytest.fixture(scope="module")
def drawn(corpus: Path, coder: RGBDAutoencoder, tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    torch.manual_seed(1)
    denoiser = HintedDenoiser(fine=32, coarse=64, coarse_blocks=1)
    pipe = pipeline(coder, denoiser, Compositor(), TextTable(WEIGHTS_DIR / "text"))
    folder = tmp_path_factory.mktemp("drawn")
    made = make_drawn(walk_files(corpus), Drifter(pipe), folder)
    again = make_drawn(walk_files(corpus), None, folder)  # type: ignore[arg-type]
    assert torch.equal(made.latent, again.latent), "what is there is not drawn again"
    return made


def test_every_later_frame_and_a_start_are_drawn(drawn: Drawn) -> None:
    """A latent for each, beside the true picture of the same view."""
    assert drawn.latent.shape == (2 * FRAMES, 12, 18, 32)
    assert drawn.rgb.shape == (2 * FRAMES, 144, 256, 3)


def test_crops_show_the_same_part_of_both() -> None:
    """A critic that compared other parts would learn where things are, not how they look."""
    rows, columns = torch.meshgrid(torch.arange(18), torch.arange(32), indexing="ij")
    place = (rows * 7 + columns) % 251
    large = place.repeat_interleave(8, 0).repeat_interleave(8, 1)
    both = Drawn(
        latent=place.half()[None, None], rgb=large.byte()[None, ..., None].repeat(1, 1, 1, 3)
    )
    latent, true = both.crops((96, 160), 5, np.random.default_rng(2))
    assert latent.shape == (5, 1, 12, 20)
    assert torch.allclose((true[:, :1, ::8, ::8] + 1) * 127.5, latent.float(), atol=0.6)


def test_only_the_decoder_learns(
    corpus: Path, coder: RGBDAutoencoder, drawn: Drawn, tmp_path: Path
) -> None:
    """Every latent keeps its meaning; a run that was stopped goes on to the same end."""
    runs = []
    for name, pieces in (("whole", [3]), ("parts", [1, 3])):
        for steps in pieces:
            config = FinishConfig(polish=gently(Budget(steps=steps), batch=2), walks=2)
            runs.append(
                finish.train(corpus, drawn, tmp_path / name, deepcopy(coder), config, looks)
            )
    whole, parts, former = runs[0].state_dict(), runs[-1].state_dict(), coder.state_dict()
    assert any(not whole[key].equal(former[key]) for key in former if key.startswith("decoder"))
    for key in former:
        if key.startswith("encoder"):
            assert torch.equal(whole[key], former[key].bfloat16().float())
        assert float((whole[key] - parts[key]).abs().max()) < 0.02


def test_grain_may_come_and_nothing_else() -> None:
    """A chequer of pixels is free; brightness, depth and masks are not."""
    before = torch.zeros(1, 6, 16, 16)
    grain = before.clone()
    grain[:, :3, ::2, ::2], grain[:, :3, 1::2, 1::2] = 0.3, -0.3
    assert float(strayed(grain, before)) == pytest.approx(0, abs=1e-6)
    for plane in range(6):
        moved = before.clone()
        moved[:, plane] = 0.3
        assert float(strayed(moved, before)) > 0.01


def test_what_is_drawn_is_pulled_to_where_the_critic_believes_it(
    coder: RGBDAutoencoder, drawn: Drawn
) -> None:
    """Without a pull a decoder that is as it was has nowhere to go."""
    config = gently(Budget(steps=1), batch=2)
    former = deepcopy(coder).bfloat16()
    crops = drawn.crops(config.crops.crop, 2, np.random.default_rng(0))
    moved = []
    for pull in (0.0, 1.0):
        torch.manual_seed(3)
        network, judge = deepcopy(former), Critic(channels(looks, config))
        finish.learn(network, former, judge, crops, 1.0, looks, pull)
        parts = [p.grad for p in network.decoder.parameters() if p.grad is not None]
        moved.append(sum(float(part.float().abs().sum()) for part in parts))
    assert moved[0] == pytest.approx(0, abs=1e-6)
    assert moved[1] > 0

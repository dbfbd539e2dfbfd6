"""The reader of photographs learns depth, and keeps what it came with."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from worldgen.evaluation.features import DEPTHS, looks, sight
from worldgen.models.wander.monodepth import LOOKS, MonocularDepth
from worldgen.models.wander.planes import closeness
from worldgen.training.corpus import CorpusConfig, make_corpus, walk_files
from worldgen.training.dice import Dice
from worldgen.training.loop import Budget
from worldgen.training.monodepth import (
    Frames,
    MonodepthConfig,
    borrow,
    learn,
    recoloured,
    reframed,
    train,
)
from worldgen.training.optimiser import MasterWeights, OptimiserConfig


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    """Two walks of two frames."""
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, CorpusConfig(walks=2, frames=2))
    return Frames(walk_files(folder))


def test_borrowed_sight_sees_what_its_owner_sees() -> None:
    """A wrong fold or pad would leave a network that has never seen a photograph."""
    network = MonocularDepth()
    borrow(network, sight())
    picture = torch.rand(1, 3, 144, 256) * 2 - 1
    with torch.inference_mode():
        ours = dict(zip(LOOKS, network.sees(picture), strict=True))
        theirs = dict(zip(DEPTHS, looks(picture), strict=True))
    inside = (..., slice(2, -2), slice(2, -2))  # its stem pads before it scales, ours after
    for block in {*LOOKS} & {*DEPTHS}:
        apart = (ours[block] - theirs[block])[inside].abs().mean()
        assert float(apart) < 0.01 * float(theirs[block].abs().mean()), block


def test_what_is_shown_larger_is_nearer() -> None:
    """Through the same lens, twice as large is half as far; the sky stays where it is."""
    shades, wall_m = torch.rand(8, 3, 18, 32), 6.0
    close = closeness(torch.full((8, 1, 18, 32), wall_m))
    _, nearer = reframed(shades, close, Dice(3, 0))
    times = [wall_m / (4 / float(row.max()) - 4) for row in nearer]
    assert all(1.0 <= time <= 1.7001 for time in times)
    assert max(times) > 1.3 > 1.2 > min(times)
    _, sky = reframed(shades, torch.zeros_like(close), Dice(3, 1))
    assert bool((sky == 0).all())


def test_colours_and_depth_are_cut_alike() -> None:
    """Else the network learns that depth lies beside the thing."""
    shades = torch.zeros(16, 3, 36, 64)
    shades[:, :, 10:26, 20:44] = 1.0
    close = 0.2 + 0.6 * shades[:, :1]
    shown, cut = reframed(shades, close, Dice(5, 0))
    bright, near = shown.mean(1, keepdim=True), cut / cut.amax((1, 2, 3), keepdim=True)
    surely = (bright < 0.01) | (bright > 0.99)
    assert float(surely.float().mean()) > 0.8
    assert torch.equal((near > 0.9)[surely], (bright > 0.5)[surely])


def test_other_colours_are_still_colours() -> None:
    """In range, different, and of the same picture."""
    shades = torch.rand(4, 3, 4, 4).repeat_interleave(8, 2).repeat_interleave(8, 3)
    other = recoloured(shades, Dice(1, 1))
    assert other.min() >= 0 and other.max() <= 1
    assert float((other - shades).abs().mean()) > 0.05


def test_one_picture_is_learnt_in_a_few_steps() -> None:
    """Shapes and gradients: the error of one picture must fall far."""
    torch.manual_seed(0)
    network = MonocularDepth()
    borrow(network, sight())
    for part in (network.stem, network.blocks):
        part.requires_grad_(False)
    weights = MasterWeights(network, OptimiserConfig(lr=2e-3, lr_other=2e-3))
    photo = torch.rand(1, 3, 144, 256) * 2 - 1
    close = torch.linspace(0.1, 0.9, 144)[None, None, :, None].expand(1, 1, 144, 256).clone()
    close[:, :, :30] = 0.0
    near = []
    for _ in range(25):
        near.append(learn(network, photo, close)["near"])
        weights.step(1.0)
    assert near[-1] < 0.4 * near[0]


def test_a_run_goes_on_and_what_it_came_with_stays(frames: Frames, tmp_path: Path) -> None:
    """Two steps and two more are four; the borrowed blocks are as they were."""

    def run(folder: str, steps: int) -> MonocularDepth:
        config = MonodepthConfig(budget=Budget(steps=steps), batch=2)
        (tmp_path / folder).mkdir(exist_ok=True)
        return train(frames, tmp_path / folder, config, sight())

    run("halves", 2)
    halves, whole = run("halves", 4).state_dict(), run("whole", 4).state_dict()
    assert max(float((halves[name] - whole[name]).abs().max()) for name in whole) < 0.02
    borrowed = MonocularDepth()
    borrow(borrowed, sight())
    for name, weight in borrowed.state_dict().items():
        came = name.startswith(("stem", "blocks"))
        assert torch.equal(halves[name], weight.bfloat16().float()) == came, name

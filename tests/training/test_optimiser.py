"""Learning in float32 while computing in bf16, and going on after a stop."""

from pathlib import Path

import pytest
import torch
from torch import nn

from worldgen.errors import ConfigError, WeightsError
from worldgen.training import checkpoint
from worldgen.training.loop import Budget, Progress, pace
from worldgen.training.optimiser import MasterWeights, OptimiserConfig


def small_network() -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 32, 3, padding=1), nn.SiLU(), nn.Conv2d(32, 32, 3, padding=1))


def one_step(weights: MasterWeights, seed: int) -> None:
    picture = torch.randn(2, 3, 8, 8, generator=torch.Generator().manual_seed(seed))
    weights.module(picture.bfloat16()).float().square().mean().backward()
    weights.step(1.0)


def test_a_step_too_small_for_bf16_still_adds_up() -> None:
    """If masters were bf16, a thousand tiny steps would round away and nothing would be learned."""
    weights = MasterWeights(small_network(), OptimiserConfig(lr=1e-6, lr_other=1e-6))
    before = [master.clone() for master in weights.masters]
    one_step(weights, 0)
    pairs = zip(before, weights.masters, strict=True)
    assert all(not torch.equal(old, new) for old, new in pairs)


def test_a_resumed_run_goes_on_as_if_never_stopped(tmp_path: Path) -> None:
    """A lost moment or average in the file would send the resumed run elsewhere."""
    through = MasterWeights(small_network(), OptimiserConfig())
    for seed in range(4):
        one_step(through, seed)
    stopped = MasterWeights(small_network(), OptimiserConfig())
    for seed in range(2):
        one_step(stopped, seed)
    checkpoint.save(tmp_path / "run.safetensors", stopped, {"seconds": 3.5})
    resumed = MasterWeights(small_network(), OptimiserConfig())
    notes = checkpoint.load(tmp_path / "run.safetensors", resumed)
    assert notes["seconds"] == 3.5
    for seed in range(2, 4):
        one_step(resumed, seed)
    for expected, got in zip(
        through.average_state().values(), resumed.average_state().values(), strict=True
    ):
        assert torch.equal(expected, got)


def test_a_damaged_checkpoint_is_refused_in_words(tmp_path: Path) -> None:
    """Half a file must not become half a network."""
    path = tmp_path / "run.safetensors"
    weights = MasterWeights(small_network(), OptimiserConfig())
    checkpoint.save(path, weights, {})
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(WeightsError, match=r"run\.safetensors"):
        checkpoint.load(path, weights)


def test_a_batch_of_nan_changes_nothing() -> None:
    """One bad batch must not end a run of hours."""
    weights = MasterWeights(small_network(), OptimiserConfig())
    before = [master.clone() for master in weights.masters]
    (weights.module(torch.full((1, 3, 8, 8), torch.nan).bfloat16())).sum().backward()
    weights.step(1.0)
    for old, new in zip(before, weights.masters, strict=True):
        assert torch.equal(old, new)


def test_the_pace_rises_stays_and_falls() -> None:
    """A run that never slows down ends in noise."""
    assert pace(0.0) < 0.1 < pace(0.01) < pace(0.5) == 1.0
    assert pace(0.99) < 0.05


def test_a_budget_of_nothing_is_refused() -> None:
    """A run without an end would be one typo away."""
    with pytest.raises(ConfigError):
        Budget()


def test_progress_counts_the_minutes_of_earlier_runs() -> None:
    """A resumed run must not start its clock again."""
    now = iter([0.0, 30.0])
    progress = Progress("stage", steps=9, seconds=30.0, clock=lambda: next(now))
    assert progress.tick(Budget(minutes=1), 1, {})
    assert (progress.steps, progress.seconds) == (10, 60.0)

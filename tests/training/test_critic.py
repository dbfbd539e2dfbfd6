"""The critic learns what soft looks like, and says which way is sharper."""

import pytest
import torch
import torch.nn.functional as nnf
from torch import Tensor

from worldgen.training.critic import Critic, disbelief, mistakes, shown
from worldgen.training.polish import _joined


def looks(colours: Tensor) -> list[Tensor]:
    """Activations of a network too small to hide anything."""
    half = nnf.avg_pool2d(colours, 2)
    return [half, nnf.avg_pool2d(half, 2)]


def pictures(seed: int) -> tuple[Tensor, Tensor]:
    """Grainy ones, and the same blurred."""
    true = torch.rand(4, 3, 24, 32, generator=torch.Generator().manual_seed(seed)) * 2 - 1
    return true, nnf.avg_pool2d(true, 3, stride=1, padding=1)


def test_a_critic_learns_grain_and_pulls_towards_it() -> None:
    """If it could not tell, or pulled the wrong way, the polish would teach nothing."""
    torch.manual_seed(0)
    critic = Critic([part.shape[1] for part in shown(pictures(0)[0], looks(pictures(0)[0]))])
    learner = torch.optim.Adam(critic.parameters(), 3e-3)
    wrong = []
    for step in range(40):
        true, soft = pictures(step)
        loss = mistakes(critic(shown(soft, looks(soft))), critic(shown(true, looks(true))))
        learner.zero_grad()
        loss.backward()
        learner.step()
        wrong.append(float(loss.detach()))
    assert wrong[0] == pytest.approx(2.0, abs=0.3)
    assert wrong[-1] < 0.8
    true, soft = pictures(1000)
    drawn = soft.clone().requires_grad_()
    (gradient,) = torch.autograd.grad(disbelief(critic(shown(drawn, looks(drawn)))), drawn)
    assert float((-gradient * (true - soft)).sum()) > 0


def test_the_critic_pulls_as_strongly_as_it_may() -> None:
    """Its own scale means nothing; only its share of the pull on a pixel does."""
    drawn = torch.randn(2, 6, 8, 8, requires_grad=True)
    for scale in (1e-4, 1.0, 1e4):
        truth, untrue = drawn.square().mean(), scale * drawn[:, :3].sin().sum()
        wanted, strength = _joined(drawn, truth, untrue, 0.5)
        alone, _ = _joined(drawn, truth, untrue, 0.0)
        assert strength == pytest.approx(float(alone.norm()))
        assert float((wanted - alone).norm() / alone.norm()) == pytest.approx(0.5, rel=1e-3)

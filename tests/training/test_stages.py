"""The stages' losses: shapes, gradients, and that one clip can be learnt by heart."""

import numpy as np
import torch
from torch import Tensor

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.denoiser import Condition, HintedDenoiser
from worldgen.threads import one_thread
from worldgen.training.autoencoder import _step as autoencoder_step
from worldgen.training.autoencoder import reconstruction
from worldgen.training.denoiser import _mix, _two_halves, learn
from worldgen.training.dice import Dice
from worldgen.training.optimiser import MasterWeights, OptimiserConfig

CLIP, SHAPE = 4, (12, 18, 32)


def told(count: int, known: float = 0.0) -> Condition:
    """A clip's views: each with words of its own, and its hint known so far."""
    dice = torch.Generator().manual_seed(4)
    return Condition(
        hint=torch.randn(count, *SHAPE, generator=dice).bfloat16() * known,
        coverage=torch.full((count, 2, 18, 32), known).bfloat16(),
        view=torch.randn(count, 3, 18, 32, generator=dice).bfloat16(),
        words=torch.randn(count, 24, 128, generator=dice).bfloat16(),
        word_mask=torch.ones(count, 24, dtype=torch.bool),
    )


def small() -> HintedDenoiser:
    torch.manual_seed(0)
    network: HintedDenoiser = HintedDenoiser(fine=32, coarse=64, coarse_blocks=2, fine_blocks=1)
    return network


class Knows(HintedDenoiser):
    """Names the same clean latent whatever it is given: a flow without a bend."""

    def __init__(self, clean: Tensor) -> None:
        super().__init__(fine=32, coarse=64, coarse_blocks=2)
        self.clean = clean

    def forward(self, noisy: Tensor, noise: Tensor, step: Tensor, known: Condition) -> Tensor:
        return self.clean.to(noisy.dtype)


def test_the_denoiser_s_loss_reaches_every_weight() -> None:
    """Flow and shortcuts, with a hint and without; what it tells of itself is finite."""
    network = small().bfloat16()
    for weight in network.parameters():  # the last layer begins as nothing and would hide the rest
        torch.nn.init.normal_(weight, std=0.05)
    clean = torch.randn(CLIP, *SHAPE).bfloat16()
    figures = learn(network, clean, told(CLIP, 0.5), 0.34, Dice(1, 0, "cpu"))
    assert {"flow", "short"} <= set(figures) and np.isfinite(list(figures.values())).all()
    for name, weight in network.named_parameters():
        assert weight.grad is not None and weight.grad.isfinite().all(), name
        assert weight.grad.abs().max() > 0, name


def test_two_half_steps_of_a_straight_flow_are_one_step() -> None:
    """A shortcut's target is where the halves land; where nothing bends that is the truth."""
    clean, noise = torch.randn(4, *SHAPE), torch.randn(4, *SHAPE)
    share, step = torch.tensor([1.0, 1.0, 0.5, 0.25]), torch.tensor([1.0, 0.5, 0.5, 0.125])
    found = _two_halves(Knows(clean), _mix(clean, noise, share), share, step, told(4))
    assert torch.allclose(found, clean, atol=2e-2)


def test_one_clip_is_learnt_by_heart() -> None:
    """Four views by their words alone, by the stage's own loss and optimiser, in some seconds."""
    network, dice = small(), torch.Generator().manual_seed(1)
    weights = MasterWeights(network, OptimiserConfig(lr=4e-3, lr_other=4e-3))
    clean, known = torch.randn(CLIP, *SHAPE, generator=dice).bfloat16(), told(CLIP)
    errors = []
    with one_thread():
        for at in range(100):
            errors.append(learn(network, clean, known, 0.0, Dice(2, at, "cpu"))["flow"])
            weights.step(1.0)
    assert np.mean(errors[-10:]) < 0.35 * np.mean(errors[:10])


def test_the_autoencoder_s_loss_reaches_every_weight_and_falls() -> None:
    """Whole crops and hidden ones; half of a crop is told nothing of."""
    torch.manual_seed(0)
    network = RGBDAutoencoder(widths=(8, 16, 16), blocks=(1, 1, 1))
    weights = MasterWeights(network, OptimiserConfig(lr=4e-3, lr_other=4e-3))
    truth = torch.rand(2, 6, 48, 64)
    truth[:, 4:] = (truth[:, 4:] > 0.5).float()
    whole = torch.cat([truth[:, :4], torch.ones(2, 2, 48, 64)], dim=1)
    hidden = whole.clone()
    hidden[..., :32] = 0.0
    losses = []
    with one_thread():
        for at in range(40):
            dice = Dice(3, at, "cpu")
            losses.append(autoencoder_step(network, whole, hidden, truth, dice)["loss"])
            assert all(weight.grad is not None for weight in network.parameters())
            weights.step(1.0)
    assert np.mean(losses[-5:]) < 0.8 * np.mean(losses[:5])


def test_what_was_not_seen_costs_nothing() -> None:
    """An error there must not teach the decoder to guess."""
    truth, seen = torch.zeros(2, 6, 8, 8), torch.ones(2, 2, 8, 8)
    seen[..., 4:] = 0.0
    drawn = truth.clone()
    drawn[..., 4:] = 1.0
    loss, colour = reconstruction(drawn, truth, seen)
    same, _ = reconstruction(truth.clone(), truth, seen)
    assert float(loss) == float(same) and float(colour) == 0.0
    drawn[..., 0] = 1.0
    assert float(reconstruction(drawn, truth, seen)[0]) > float(same)

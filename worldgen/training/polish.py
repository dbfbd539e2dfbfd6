"""After stage one, the decoder alone, until what it draws is sharp and reads back as it was.

The encoder stays as it is, so every latent keeps its meaning: the hints that were
made and the denoiser that learnt from them stay good. Four pulls:

    truth   the planes of stage one
    looks   what the truth looks like to a network that knows photographs, handed in
    cycle   the latent that was drawn, once the encoder reads the drawing again
    critic  a network that learns at the same time to tell drawn from true (`critic.py`)

The third keeps a place from fading: at play the memory holds what was decoded,
and every hint is that, encoded once more. The fourth keeps it from turning soft.

Letters: B batch, C planes, H rows, W columns.

Not here: the encoder's training (`autoencoder.py`), the network that looks (`evaluation`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import torch
import torch.nn.functional as nnf
from torch import Tensor

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.training import checkpoint
from worldgen.training.autoencoder import AutoencoderConfig, batches, reconstruction
from worldgen.training.critic import Critic, disbelief, mistakes, shown
from worldgen.training.dice import Dice
from worldgen.training.loop import Budget, Progress, pace
from worldgen.training.optimiser import MasterWeights, OptimiserConfig

Looks = Callable[[Tensor], list[Tensor]]
"""(B, 3, H, W) colours in [-1, 1] to activations at some depths, (B, C, h, w) each."""


@dataclass(frozen=True, kw_only=True)
class PolishConfig:
    """The decoder's polish.

    Attributes:
        crops: how stage one's crops are drawn; their budget and optimiser are not used.
        looks, cycle: what these two count for beside the truth.
        critic: how strong the critic's pull on a pixel is beside all others together; 0 has none.
        critic_steps: over which its pull grows, while it learns.
        noise: largest deviation of the noise that latents get, as the denoiser is never exact.
    """

    budget: Budget
    crops: AutoencoderConfig = field(
        default_factory=lambda: AutoencoderConfig(budget=Budget(steps=1), crop=(96, 160), batch=8)
    )
    looks: float = 0.04
    cycle: float = 0.2
    critic: float = 0.4
    critic_steps: int = 300
    noise: float = 0.25
    optimiser: OptimiserConfig = field(default_factory=lambda: OptimiserConfig(lr=1e-3))
    critic_optimiser: OptimiserConfig = field(
        default_factory=lambda: OptimiserConfig(lr=5e-4, lr_other=2e-4, weight_decay=0.05)
    )


def train(
    corpus: Path, run: Path, network: RGBDAutoencoder, config: PolishConfig, looks: Looks
) -> RGBDAutoencoder:
    """Train a finished autoencoder's decoder, or go on doing so, in the folder `run`."""
    torch.manual_seed(config.crops.seed)
    network = network.to(config.crops.device, memory_format=torch.channels_last)
    network = network.to(torch.bfloat16).requires_grad_(False)
    network.decoder.requires_grad_(True)
    judge = Critic(channels(looks, config)).to(config.crops.device)
    learners = {
        "decoder": MasterWeights(network.decoder, config.optimiser),
        "critic": MasterWeights(judge, config.critic_optimiser),
    }
    progress = Progress("decoder")
    resume(run, learners, progress)
    for whole, _, truth in batches(corpus, config.crops, progress.steps):
        share = config.budget.share(progress.seconds, progress.steps)
        if share >= 1:
            break
        dice = Dice(config.crops.seed, progress.steps, config.crops.device)
        pull = config.critic * min(1.0, progress.steps / config.critic_steps)
        figures = learn(network, judge, whole, truth, config, looks, dice, pull)
        figures |= moved(learners, share)
        if progress.tick(config.budget, config.crops.batch, figures):
            keep(run, learners, progress)
    return averaged(network, learners)


def learn(
    network: RGBDAutoencoder,
    judge: Critic,
    whole: Tensor,
    truth: Tensor,
    config: PolishConfig,
    looks: Looks,
    dice: Dice,
    pull: float,
) -> dict[str, float]:
    """One forward and backward pass of decoder and critic; the figures worth watching."""
    with torch.no_grad():
        latent = network.encode_raw(whole.bfloat16())
        true_looks = looks(truth[:, :3])
    spread = dice.uniform(len(latent), 1, 1, 1) * config.noise
    told = latent + (dice.normal(*latent.shape) * spread).to(latent.dtype)
    drawn = network.decode_raw(told).float()
    near, _ = reconstruction(drawn, truth, torch.ones_like(truth[:, :2]))
    drawn_looks = looks(drawn[:, :3])
    alike = apart(drawn_looks, true_looks)
    again = network.encode_raw(_as_seen(drawn).bfloat16())
    cycle = (again - told).float().square().mean()
    judge.requires_grad_(False)
    seen = shown(drawn[:, :3], drawn_looks)
    untrue = disbelief(judge(seen))
    judge.requires_grad_(True)
    to_truth = near + config.looks * alike + config.cycle * cycle
    wanted, strength = _joined(drawn, to_truth, untrue, pull)
    drawn.backward(wanted)
    wrong = mistakes(
        judge([part.detach() for part in seen]), judge(shown(truth[:, :3], true_looks))
    )
    wrong.backward()
    colour = float((drawn[:, :3] - truth[:, :3]).detach().square().mean().log10())
    return {
        "psnr_db": -10 * (colour - 0.60206),
        "near": float(near.detach()),
        "looks": float(alike.detach()),
        "cycle": float(cycle.detach()),
        "untrue": float(untrue.detach()),
        "critic": float(wrong.detach()),
        "sharp": grain_share(drawn.detach(), truth),
        "strength": strength,
    }


def _joined(drawn: Tensor, truth: Tensor, untrue: Tensor, pull: float) -> tuple[Tensor, float]:
    """Where drawn planes ought to go: the truth's pull, and `pull` times as strong the critic's.

    Beside it how strong the truth's is.

    The two are brought to one scale by their norms at the picture, as Esser et al. (2021) do at
    the last layer.
    """
    (to_truth,) = torch.autograd.grad(truth, drawn, retain_graph=True)
    strength = float(to_truth.norm())
    if not pull:
        return to_truth, strength
    (to_belief,) = torch.autograd.grad(untrue, drawn, retain_graph=True)
    return to_truth + to_belief * (pull * strength / to_belief.norm().clamp_min(1e-12)), strength


def channels(looks: Looks, config: PolishConfig) -> list[int]:
    """How many channels the critic will see, depth by depth."""
    with torch.no_grad():
        blank = torch.zeros(1, 3, *config.crops.crop, device=config.crops.device)
        return [part.shape[1] for part in shown(blank, looks(blank))]


def moved(learners: dict[str, MasterWeights], share: float) -> dict[str, float]:
    """Let all take their step, a share of the budget being used; the norms of their gradients."""
    return {f"norm_{name}": weights.step(pace(share)) for name, weights in learners.items()}


def averaged(network: RGBDAutoencoder, learners: dict[str, MasterWeights]) -> RGBDAutoencoder:
    """The network in float32, with its decoder's running average."""
    finished = network.float()
    finished.decoder.load_state_dict(learners["decoder"].average_state())
    return finished.eval()


def keep(run: Path, learners: dict[str, MasterWeights], progress: Progress) -> None:
    """Write down where a run stands."""
    for name, weights in learners.items():
        checkpoint.save(run / f"{name}.safetensors", weights, {"seconds": progress.seconds})


def resume(run: Path, learners: dict[str, MasterWeights], progress: Progress) -> None:
    """Go on where an earlier run in the same folder stopped."""
    for name, weights in learners.items():
        checkpoint.resume(run / f"{name}.safetensors", weights, progress)


def grain_share(drawn: Tensor, truth: Tensor) -> float:
    """How much the drawn colours change from pixel to pixel, in shares of the true ones' change."""

    def grain(planes: Tensor) -> Tensor:
        colours = planes[:, :3]
        return colours.diff(dim=2).abs().mean() + colours.diff(dim=3).abs().mean()

    return float(grain(drawn) / grain(truth))


def apart(drawn: list[Tensor], truth: list[Tensor]) -> Tensor:
    """Mean over depths of the squared difference of unit vectors, place by place."""
    depths = [
        (nnf.normalize(x, dim=1) - nnf.normalize(y.detach(), dim=1)).square().sum(1).mean()
        for x, y in zip(drawn, truth, strict=True)
    ]
    return torch.stack(depths).mean()


def _as_seen(drawn: Tensor) -> Tensor:
    """Drawn planes as the memory would hand them back: all known, sky at no closeness."""
    close = torch.where(drawn[:, 4:5] > 0, -torch.ones_like(drawn[:, 3:4]), drawn[:, 3:4])
    known = torch.ones_like(drawn[:, :2])
    return torch.cat([drawn[:, :3].clamp(-1, 1), close.clamp(-1, 1), known], dim=1)

"""Splats brought closer to the pictures they came from, for a while.

Each step draws one frame and moves colours, opacities, scales, turns and (by
less than a pixel) places down the gradient of the difference. Poses stay as they
are: they are known. Steps alternate between the two ways viewers blend, because
splats trained for one are up to 12 dB worse in the other.

Not here: the drawing (`painters`), what is kept out (`score`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import avg_pool2d

from worldgen.lifting.gaussians.painters import PROCESSOR, Painter
from worldgen.lifting.gaussians.rasterise import Gaussians
from worldgen.lifting.gaussians.splats import Floats, Splats
from worldgen.progress import Progress
from worldgen.threads import one_thread
from worldgen.types import Frame

Clock = Callable[[], float]

LAST_RATE = 0.05
"""Share of the learning rates that is left at the end."""

_WINDOW = 7
LEAST_OPACITY = 0.02
"""Splats fainter than this at the end are dropped."""

WIDEST_M = 370.0
"""Standard deviation of a splat at most, a piece of sky: `.spz` can say no more than e^5.94 m."""

LEAST_STEPS, STEPS_A_FRAME = 400, 40
"""Few frames do not hold splats where they are: for them it is enough sooner."""


@dataclass(frozen=True, kw_only=True)
class RefineConfig:
    """How long, and how fast.

    Attributes:
        steps: pictures drawn, at most. None: as many as the painter has time for.
        budget_s: seconds of the painter's clock after which to stop, however many steps are left:
            on the processor not the wall's, so that a busy machine makes no worse splats.
            None: the painter's own.
        places: learning rate of places, in the middle one of the splat's three widths.
        leash: so many of those a splat may go from where it began: one that a single frame shows at
            its rim would leave for the sky. Infinite: as far as it likes.
        scales, turns, opacities, colours: of their logarithm, quaternion, logit, sRGB.
        structure: share of the loss that is structure (SSIM); the rest is difference.
    """

    steps: int | None = None
    budget_s: float | None = None
    places: float = 0.2
    leash: float = 3.0
    scales: float = 4e-2
    turns: float = 4e-3
    opacities: float = 0.2
    colours: float = 4e-2
    structure: float = 0.2


def refine(
    splats: Splats,
    frames: Sequence[Frame],
    config: RefineConfig,
    *,
    painter: Painter = PROCESSOR,
    seed: int = 0,
    clock: Clock | None = None,
    progress: Progress = lambda _: None,
) -> Splats:
    """Fit splats to frames.

    Args:
        splats: where to begin.
        frames: what to be like.
        config: how long.
        painter: what draws.
        seed: of the order of frames.
        clock: seconds, for the budget; None is the painter's.
        progress: told the share that is done.

    Returns:
        As many splats or fewer.
    """
    clock = clock or painter.clock
    enough = max(LEAST_STEPS, STEPS_A_FRAME * len(frames))
    steps = min(painter.steps, enough) if config.steps is None else config.steps
    budget_s = painter.budget_s if config.budget_s is None else config.budget_s
    if not len(splats) or not frames or steps < 1:
        return splats
    fit = _Fit(splats, config, painter)
    order: list[int] = []
    rng, began, done = np.random.default_rng(seed), clock(), 0.0
    with one_thread():
        for step in range(steps):
            if not order:
                order = rng.permutation(len(frames)).tolist()
            fit.step(frames[order.pop()], antialiased=step % 2 == 1, done=done)
            done = max((step + 1) / steps, (clock() - began) / max(budget_s, 1e-9))
            progress(min(done, 1.0))
            if done >= 1.0:
                break
    return fit.result()


class _Fit:
    """Splats as free numbers, and the optimiser that moves them."""

    def __init__(self, splats: Splats, config: RefineConfig, painter: Painter) -> None:
        first = Gaussians.of(splats, painter.device)
        self._draw = painter.draw
        self._home = first.means
        self._width = first.scales.median(-1, keepdim=True).values
        self._offset = torch.zeros_like(first.means)
        self._scales = first.scales.log()
        self._turns = first.quats
        self._opacities = torch.logit(first.opacities, eps=1e-4)
        self._colours = first.colours
        self._structure = config.structure
        self._leash = config.leash
        rates = [
            (self._offset, config.places),
            (self._scales, config.scales),
            (self._turns, config.turns),
            (self._opacities, config.opacities),
            (self._colours, config.colours),
        ]
        groups = [{"params": [t.requires_grad_(True)], "lr": r, "first": r} for t, r in rates]
        self._optimiser = torch.optim.Adam(groups, eps=1e-15, fused=True)

    def step(self, frame: Frame, *, antialiased: bool, done: float) -> None:
        """Draw one frame and learn from the difference."""
        for group in self._optimiser.param_groups:
            group["lr"] = group["first"] * LAST_RATE**done
        drawn = self._draw(self._now(), frame.camera, antialiased)
        loss = _difference(drawn, frame, self._structure)
        self._optimiser.zero_grad()
        loss.backward()
        self._optimiser.step()

    def result(self) -> Splats:
        """The splats as they are, faint ones dropped."""
        with torch.no_grad():
            now = self._now()
            alive = (now.opacities > LEAST_OPACITY) & torch.isfinite(now.means).all(-1)
            kept = now.pick(alive)
        return Splats(
            means=_numpy(kept.means),
            scales=_numpy(kept.scales.clamp(1e-6, WIDEST_M)),
            quats=_numpy(torch.nn.functional.normalize(kept.quats, dim=-1)),
            opacities=_numpy(kept.opacities),
            colours=_numpy(kept.colours.clamp(0, 1)),
        )

    def _moved(self) -> Tensor:
        """How far each splat is from where it began, (N, 3), in its widths."""
        if math.isinf(self._leash):
            return self._offset
        return self._leash * torch.tanh(self._offset / self._leash)

    def _now(self) -> Gaussians:
        return Gaussians(
            means=self._home + self._moved() * self._width,
            scales=self._scales.exp(),
            quats=self._turns,
            opacities=torch.sigmoid(self._opacities),
            colours=self._colours,
        )


def _numpy(tensor: Tensor) -> Floats:
    array: Floats = tensor.detach().cpu().numpy().astype(np.float32)
    return array


def _difference(drawn: Tensor, frame: Frame, structure: float) -> Tensor:
    """How far a drawn picture is from its frame; nothing where depth is unknown."""
    wanted = torch.from_numpy(frame.rgb.astype(np.float32) / 255).to(drawn.device)
    if frame.depth_m is not None:
        known = torch.from_numpy(frame.depth_m > 0).to(drawn.device)
        wanted = torch.where(known[..., None], wanted, drawn.detach())
    plain = (drawn - wanted).abs().mean()
    return (1 - structure) * plain + structure * (1 - ssim(drawn, wanted))


def ssim(one: Tensor, other: Tensor) -> Tensor:
    """Mean structural similarity of two (H, W, 3) pictures in [0, 1], in windows of 7 × 7."""
    x, y = (picture.permute(2, 0, 1) for picture in (one, other))
    planes = torch.cat([x, y, x * x, y * y, x * y])
    window = min(_WINDOW, *one.shape[:2])
    a, b, aa, bb, ab = avg_pool2d(planes, window, 1).chunk(5)
    likeness = (2 * a * b + 1e-4) * (2 * (ab - a * b) + 9e-4)
    return (likeness / ((a * a + b * b + 1e-4) * (aa - a * a + bb - b * b + 9e-4))).mean()

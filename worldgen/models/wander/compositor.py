"""What is remembered goes into the picture as it is: drawing and hint joined, pixel by pixel.

    drawn (B, 6, H, W) + hint (B, 7, H, W) ──▶ composed (B, 6, H, W)

A latent is an eighth of the picture's size, so whatever passes through it loses
its grain, and a place would fade a little with each look. Memory has the grain.
A small convolutional network says of each pixel how far the hint is to be
believed, beside what was drawn there. It only weighs: given colours of its own
to add, it learns to smooth whatever it is unsure of, and lap after lap a place
turns soft. It believes nothing that memory is unsure of, and nothing where the
drawing says that something moves by itself: water flows on.

What was seen from farther than now holds no grain for now, and copied as it is a
place would stay as soft as when it was first seen from afar. So the drawing's fine
detail is added to it, the more the less of the sharpness was recorded.

Depth and sky are taken from one side or from the other, never mixed, and what was
drawn gets hard edges and even slopes first: half-way between a trunk and the meadow behind it there
is nothing. Where the two meet on one surface there is no step.

Letters: B batch, C channels, H rows, W columns.

Not here: its training (`training/compositor.py`), the planes' meaning (`planes.py`).
"""

from __future__ import annotations

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

from worldgen.models.wander.edges import evened, hardened, is_flat, moored
from worldgen.models.wander.mixins import ConfigMixin, ModelMixin, register_to_config
from worldgen.models.wander.planes import DRAWN_PLANES, SEEN_PLANES, SKY_CLOSENESS
from worldgen.models.wander.seams import aligned, toned

COLOUR_TRUST, DEPTH_TRUST = (0.5, 0.75), (0.2, 0.35)
"""Confidence from which a hint is believed at all, and from which as far as the network says.

Geometry is held to at once, so that matter does not come and go; colours may ripen.
"""

DETAIL = 6.0
"""How much of the drawing's fine detail joins a hint that has none.

More than one: the hint brings none, and the drawing is itself softer than the truth.
"""

HOLD = 4.0
"""Logits by which memory's depth is believed beyond what was learnt.

It was learnt from single views. On a walk a thin trunk that is left out once is remembered as air,
and ground that is drawn a little nearer with each frame rises.
"""

FIRM, FIRM_TRUST = 16.0, (0.75, 0.85)
"""Logits more, from none to all of them between these confidences: what is ripe and was seen as
sharp as now stands where it stands, and so does what is flat, as soon as it is held to at all: a
picture that looks through remembered ground is seldom kept, and the next one would have the ground
back. What was guessed a moment ago at an edge does not yet: held to as firmly, air beside a rock
became a white wall.
"""

FIRST_BELIEF = 2.0
"""Logit with which a fresh network believes memory where it is sure."""

SURE = 6.0
"""Logit of a sky that is remembered."""

_COMPARED = 4
_TOLD = DRAWN_PLANES + SEEN_PLANES + _COMPARED
_GATES = 2


class Compositor(ModelMixin, ConfigMixin):
    """Joins what was drawn with what is remembered.

    Args:
        channels: of its few layers, at half the picture's size.
    """

    @register_to_config
    def __init__(self, channels: int = 32) -> None:
        super().__init__()
        self.enter = nn.Conv2d(_TOLD, channels, 4, stride=2, padding=1)
        self.far = nn.Conv2d(channels, channels, 3, padding=3, dilation=3)
        self.near = nn.Conv2d(channels, channels, 3, padding=1)
        self.leave = nn.Conv2d(channels, 4 * _GATES, 3, padding=1)
        nn.init.zeros_(self.leave.weight)
        self.leave.bias = nn.Parameter(torch.full((4 * _GATES,), FIRST_BELIEF))

    def forward(self, drawn_BCHW: Tensor, hint_BCHW: Tensor) -> Tensor:
        """The composed planes (B, 6, H, W), meant as the decoder's are.

        Args:
            drawn_BCHW: (B, 6, H, W) as `RGBDAutoencoder.decode` gives them.
            hint_BCHW: (B, 7, H, W) as `planes.hint_planes` gives them; H and W even.
        """
        firm = _firm(hint_BCHW[:, 3:4].float(), hint_BCHW[:, 5:6].float())
        _, gates = self.weigh(drawn_BCHW, hint_BCHW, HOLD + FIRM * firm)
        drawn, hint = drawn_BCHW.float(), hint_BCHW.float()
        own = toned(drawn[:, :3], hint[:, :3], gates[:, :1])
        colours = own + gates[:, :1] * (hint[:, :3] - own)
        missing = gates[:, :1] * (1 - hint[:, 6:7])
        colours = colours + DETAIL * missing * _grain(drawn[:, :3])
        remembered = gates[:, 1:] > 0.5
        own_close = evened(hardened(_seen_sky(drawn)))
        drawn_close = aligned(own_close, hint[:, 3:4], remembered)
        close = moored(torch.where(remembered, hint[:, 3:4], drawn_close), SKY_CLOSENESS)
        logit = torch.where(close <= SKY_CLOSENESS, SURE, -SURE)
        return torch.cat([colours, close, logit, drawn[:, 5:6]], dim=1)

    def weigh(
        self, drawn_BCHW: Tensor, hint_BCHW: Tensor, hold: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Composed colours (B, 3, H, W), and how far colour and depth are believed (B, 2, H, W).

        Memory's depth is believed by `hold`, (B, 1, H, W) logits, more than was learnt.
        """
        drawn, hint = drawn_BCHW.float(), hint_BCHW[:, :SEEN_PLANES].float()
        planes = zip((COLOUR_TRUST, DEPTH_TRUST), hint[:, 4:6].split(1, dim=1), strict=True)
        sure = torch.cat([(sure - low) / (full - low) for (low, full), sure in planes], dim=1)
        asked = self._ask(drawn, hint)
        if hold is not None:
            asked = torch.cat([asked[:, :1], asked[:, 1:] + hold], dim=1)
        believed = torch.sigmoid(asked)
        gates = believed * sure.clamp(0, 1) * (drawn[:, 5:6] <= 0)
        return drawn[:, :3] + gates[:, :1] * (hint[:, :3] - drawn[:, :3]), gates

    def _ask(self, drawn: Tensor, hint: Tensor) -> Tensor:
        """Logits of belief (B, 2, H, W), in float32."""
        known = torch.cat([(hint[:, 4:5] > 0).expand(-1, 3, -1, -1), hint[:, 5:6] > 0], dim=1)
        apart = (drawn[:, :_COMPARED] - hint[:, :_COMPARED]) * known
        masks = nnf.softsign(drawn[:, 4:6])
        told = torch.cat([drawn[:, :_COMPARED], masks, hint, apart], dim=1)
        x = told.to(dtype=self.dtype, memory_format=torch.channels_last)
        x = nnf.relu(self.enter(x))
        x = x + nnf.relu(self.far(x))
        x = x + nnf.relu(self.near(x))
        return nnf.pixel_shuffle(self.leave(x), 2).float()


def _firm(close: Tensor, sure: Tensor) -> Tensor:
    """How firmly remembered depth stands (B, 1, H, W), 0 to 1: what is ripe, and what is flat."""
    low, full = FIRM_TRUST
    stands = (sure >= DEPTH_TRUST[0]) & (close > SKY_CLOSENESS)
    ripe = ((sure - low) / (full - low)).clamp(0, 1)
    return torch.where(is_flat(close, stands), 1.0, ripe)


def _seen_sky(drawn: Tensor) -> Tensor:
    """Closeness (B, 1, H, W) as it was drawn, the sky at its end."""
    return torch.where(drawn[:, 4:5] > 0, -1.0, drawn[:, 3:4])


def _grain(colours: Tensor) -> Tensor:
    """What in (B, 3, H, W) is finer than some three pixels."""
    soft = colours
    for _ in range(2):
        soft = nnf.avg_pool2d(soft, 3, stride=1, padding=1, count_include_pad=False)
    return colours - soft

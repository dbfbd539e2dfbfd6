"""What kind of place a photograph shows, in words that were taught.

    colours, guessed depth and sky of a photo ──▶ "a forest", "a city street by night"

Who drops in a picture without a word wants to go on in the same sort of place. Told nothing, the
model draws ruins of nothing in particular beside it. A few figures of the picture tell rooms
from streets, meadows, woods, dry land and the sea, as far as that. The thresholds were read off
real panoramas (docs/LOG.md); of close-ups and of skies at dusk they tell little.

Not here: how far things are (`monodepth`), what words mean (`vocabulary`).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from worldgen.models.wander.planes import SKY_CLOSENESS, metres

OPEN = 0.06
"""Share of a picture that is sky from which it is under one for sure."""

CEILING_M, HIGH_M = 12.5, 20.0
"""Without sky, a top of the picture nearer than the first is a ceiling, or nearer than the second
if it is closed and no leaves."""

CLOSED = 0.005
"""Share of sky up to which there is none at all."""

GREEN, LEAFY = 0.07, 0.02
"""Excess of green from which the ground is grass, and from which what stands is leaves."""

BUILT, WOODED = 0.4, 0.6
"""Share of the upper half that is matter from which streets have houses, and grass is a wood's."""

DRY, BLUE = 0.03, -0.05
"""Red less blue, as a share of all light: more is sand and dry grass, less is water or dusk."""

CALM = 0.0045
"""Mean difference of pixels side by side below which blue ground is the sea."""

WHITE, SANDY, NIGHT = 0.75, 0.45, 0.18
"""Mean brightness from which bare ground is snow, dry ground is sand, and below which all of it is
by night."""


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """A few figures of a picture.

    Attributes:
        sky: share that is sky.
        top_m: how far its upper quarter is, metres; the median.
        green, dry, bright: of the ground: excess of green, red less blue (shares of all
            light), brightness; all 0 if none is seen.
        leafy: excess of green of what stands in the upper half.
        built: share of the upper half that is no sky.
        grain: mean difference of pixels side by side.
        light: mean brightness of all of it.
    """

    sky: float
    top_m: float
    green: float
    dry: float
    bright: float
    leafy: float
    built: float
    grain: float
    light: float


def scenery(planes: Tensor) -> str:
    """The words for a picture.

    Args:
        planes: (1, 7, H, W) as `planes.hint_planes` gives them, with the depth that was guessed.
    """
    seen = sighted(planes)
    place = _place(seen)
    return f"{place} by night" if seen.light < NIGHT else place


def sighted(planes: Tensor) -> Sighting:
    """A picture's figures; `planes` as in `scenery`."""
    rgb, close = (planes[0, :3].float() + 1) / 2, planes[0, 3].float()
    sky = close <= SKY_CLOSENESS
    away_m = torch.where(sky, torch.inf, metres((close + 1) / 2))
    red, green, blue = rgb
    light = rgb.mean(0)
    total = rgb.sum(0) + 0.05
    excess, warmth = (2 * green - red - blue) / total, (red - blue) / total
    rows = torch.arange(len(close))[:, None].expand_as(close) / len(close)
    ground, upper = (rows >= 0.75) & ~sky, (rows < 0.5) & ~sky
    return Sighting(
        sky=float(sky.float().mean()),
        top_m=float(away_m[rows < 0.25].median()),
        green=_mean(excess, ground),
        dry=_mean(warmth, ground),
        bright=_mean(light, ground),
        leafy=_mean(excess, upper),
        built=float(upper.float().mean() * 2),
        grain=float(light.diff(dim=1).abs().mean()),
        light=float(light.mean()),
    )


def _place(seen: Sighting) -> str:
    high = seen.sky < CLOSED and seen.top_m < HIGH_M and seen.leafy < LEAFY
    if high or (seen.sky < OPEN and seen.top_m < CEILING_M):
        return "a furnished room"  # halls are drawn as groves
    if seen.green > GREEN or (seen.sky < OPEN and seen.leafy > LEAFY):
        return "a forest" if seen.built > WOODED and seen.leafy > LEAFY else "a meadow"
    if seen.built > BUILT and not (seen.dry < BLUE and seen.grain < CALM):
        return "a city street"
    if seen.dry > DRY:
        return "a desert" if seen.bright > SANDY or seen.green < 0 else "a savanna"
    if seen.bright > WHITE:
        return "a snowfield in the mountains"
    return "a beach" if seen.dry < BLUE else "a city street"


def _mean(values: Tensor, where: Tensor) -> float:
    return float(values[where].mean()) if where.any() else 0.0

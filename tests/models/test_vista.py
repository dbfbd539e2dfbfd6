"""A world out of words begins where one can walk: sketches are looked at, noise is chosen."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from worldgen.geometry import Camera, pose
from worldgen.models.base import Picture
from worldgen.models.wander.denoiser import Condition, HintedDenoiser, blank
from worldgen.models.wander.planes import closeness
from worldgen.models.wander.sampler import START, Noise, sample, sketch
from worldgen.models.wander.vista import PASSES, ROOM_M, TRIES, free_way_m, roomiest

EYE_M = 1.6
CAMERA = Camera.from_fov(256, 144, math.radians(70))


def ground(wall_m: float = math.inf, side: float = 0.0) -> NDArray[np.float32]:
    """Depth over a level plain; a pole a metre wide stands `wall_m` ahead, `side` to the right."""
    rows, columns = np.mgrid[:144, :256] + 0.5
    down, right = (rows - CAMERA.cy) / CAMERA.fy, (columns - CAMERA.cx) / CAMERA.fx
    depth = np.where(down > 1e-6, EYE_M / np.maximum(down, 1e-6), np.inf)
    if math.isfinite(wall_m):
        depth = np.where(np.abs(right * wall_m - side) < 0.5, np.minimum(depth, wall_m), depth)
    return depth.astype(np.float32)


def picture(depth_m: NDArray[np.float32]) -> Picture:
    shape = depth_m.shape
    return Picture(rgb=np.zeros((*shape, 3), np.uint8), depth_m=depth_m, sky=np.isinf(depth_m))


@pytest.mark.parametrize("wall_m", [0.8, 2.0, 6.0])
def test_a_pole_ahead_ends_the_way(wall_m: float) -> None:
    """Where it stands; beside the way it is none, and level ground is free for ever."""
    assert free_way_m(picture(ground(wall_m)), CAMERA) == pytest.approx(wall_m)
    assert free_way_m(picture(ground(wall_m, side=2.0)), CAMERA) == math.inf
    assert free_way_m(picture(ground()), CAMERA) == math.inf


def test_the_way_is_the_one_that_is_looked_along() -> None:
    """Wherever the camera stands and looks."""
    there = CAMERA.at(pose(np.array([3.0, -7.0, 5.0]), 1.2))
    assert free_way_m(picture(ground(4.0)), there) == pytest.approx(4.0)


class Sketches:
    """Draws a plain whose pole stands as far as the noise says; takes no time."""

    dtype = torch.float32
    title = "poles"

    def __init__(self, walls_m: dict[float, float]) -> None:
        self.walls_m, self.drawn = walls_m, 0

    def read(self, known: Condition) -> Condition:
        return known

    def denoise(self, noisy: Tensor, *_: Any) -> Tensor:
        return noisy

    def decode(self, latent: Tensor) -> Tensor:
        self.drawn += 1
        wall_m = list(self.walls_m.values())[self.drawn - 1]
        depth = torch.from_numpy(ground(wall_m))
        close = closeness(depth) * 2 - 1
        sky = torch.where(torch.isinf(depth), 1.0, -1.0)
        return torch.stack([close * 0, close * 0, close * 0, close, sky, -torch.ones(144, 256)])[
            None
        ]


@pytest.mark.parametrize(
    ("walls_m", "take"),
    [
        ([6.0, 9.0, 9.0, 9.0], 0),
        ([2.0, 3.0, math.inf, 9.0], 2),
        ([2.0, 4.5, 3.0, 1.0], 1),
    ],
)
def test_the_first_free_way_is_taken_or_the_longest(walls_m: list[float], take: int) -> None:
    """The seed's own noise is kept where it can be; no more is sketched than need be."""
    networks = Sketches(dict(enumerate(walls_m)))
    found = roomiest(networks, blank(HintedDenoiser(fine=24, coarse=64)), CAMERA, 7)  # type: ignore[arg-type]
    assert found == Noise(seed=7, index=-take)
    free = [index for index, wall_m in enumerate(walls_m) if wall_m >= ROOM_M]
    assert networks.drawn == (free[0] + 1 if free else TRIES)


def test_a_sketch_is_a_picture_on_its_way() -> None:
    """With all its passes it is the picture; with a few it is near to it."""
    torch.manual_seed(5)
    network = HintedDenoiser(fine=24, coarse=64).eval()
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.03)

    class Plain(Sketches):
        def denoise(self, noisy: Tensor, *told: Any) -> Tensor:
            made: Tensor = network(noisy, *told)
            return made

    networks, known, noise = Plain({}), blank(network), Noise(seed=3, index=0)
    whole = sample(networks, noise, known, START)  # type: ignore[arg-type]
    assert torch.equal(whole, sketch(networks, noise, known, START, START.count))  # type: ignore[arg-type]
    early = sketch(networks, noise, known, START, PASSES)  # type: ignore[arg-type]
    assert not torch.equal(whole, early)

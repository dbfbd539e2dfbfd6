"""A wall ahead, seen while stepping to the right, and a small coder untaught."""

import numpy as np
import torch

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.training.corpus import Walk

FRAMES, SIZE = 3, (144, 256)
STEP_M = 0.3


def wall(shades: np.ndarray) -> Walk:
    """A walk past a wall 5 m ahead; `shades` are its columns, (FRAMES, W) uint8."""
    poses = np.tile(np.eye(4), (FRAMES, 1, 1))
    poses[:, 0, 3] = np.arange(FRAMES) * STEP_M
    return Walk(
        rgb=np.broadcast_to(shades[:, None, :, None], (FRAMES, *SIZE, 3)).copy(),
        depth_m=np.full((FRAMES, *SIZE), 5, np.float16),
        sky=np.zeros((FRAMES, *SIZE), bool),
        moving=np.zeros((FRAMES, *SIZE), bool),
        poses_c2w=poses,
        captions=["a wall"],
        labels={"biome": "ruins", "hour": "day", "weather": "clear"},
    )


def untaught() -> RGBDAutoencoder:
    """A small autoencoder in bf16 that has learnt nothing."""
    torch.manual_seed(0)
    network: RGBDAutoencoder = RGBDAutoencoder(widths=(8, 16, 16), blocks=(1, 1, 1))
    network.to(torch.bfloat16)
    return network

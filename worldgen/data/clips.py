"""Clips to learn from: a seed's scene, walked and rendered, with its caption.

Not here: how many, how long, what for (`training`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from worldgen.data.bake import Scene, bake
from worldgen.data.captions import caption
from worldgen.data.render import Intrinsics, render
from worldgen.data.scene import SceneSpec, sample_spec
from worldgen.data.walks import CURIOUS, DT_S, walk


@dataclass(frozen=True, kw_only=True)
class Clip:
    """T frames of one walk.

    rgb (T, H, W, 3) uint8; depth_m (T, H, W) float32, +inf sky; sky, moving (T, H, W) bool;
    poses_c2w (T, 4, 4) float64; actions (T, 7) float32: forward, strafe, up, yaw, pitch, jump,
    run that led to each frame (row 0 is idle).
    """

    rgb: np.ndarray
    depth_m: np.ndarray
    sky: np.ndarray
    moving: np.ndarray
    poses_c2w: np.ndarray
    actions: np.ndarray
    spec: SceneSpec
    caption: str
    intrinsics: Intrinsics


def make_clip(
    seed: int, frames: int, size: tuple[int, int] = (256, 144), *, spec: SceneSpec | None = None,
    scene: Scene | None = None, extra_rays: int = 2, walk_seed: int = 0, stride: int = 1,
    intentions: tuple[str, ...] = CURIOUS,
) -> Clip:  # fmt: skip
    """Render one clip; the same arguments give the same clip.

    Args:
        seed: decides the scene (unless given) and its words.
        frames: how many.
        stride: frames of 0.1 s from one kept to the next; the actions are those that led to it.
        size: (width, height) pixels.
        spec: walk this scene rather than the seed's own.
        scene: already baked; saves the baking when several clips share a scene.
        extra_rays: see `render`.
        walk_seed: another walk through the same scene.
        intentions: what the walker wants, one at a time (`walks.CURIOUS`, `walks.AHEAD`).
    """
    if scene is None:
        scene = bake(spec or sample_spec(seed))
    rng = np.random.default_rng([seed, 37, walk_seed])
    words = caption(scene.spec, rng)
    poses, actions = walk(scene, (frames - 1) * stride + 1, rng, intentions)
    poses, actions = poses[::stride], actions[::stride]
    begin = float(rng.uniform(0, 100))
    lens = Intrinsics.for_size(*size)
    width, height = size
    rgb = np.empty((frames, height, width, 3), np.uint8)
    depth = np.empty((frames, height, width), np.float32)
    sky = np.empty((frames, height, width), bool)
    moving = np.empty((frames, height, width), bool)
    for t in range(frames):
        seen = render(scene, poses[t], lens, size, begin + DT_S * stride * t, extra_rays)
        rgb[t], depth[t], sky[t], moving[t] = seen.rgb, seen.depth_m, seen.sky, seen.moving
    return Clip(
        rgb=rgb,
        depth_m=depth,
        sky=sky,
        moving=moving,
        poses_c2w=poses,
        actions=actions,
        spec=scene.spec,
        caption=words,
        intrinsics=lens,
    )

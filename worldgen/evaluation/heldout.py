"""Scenes that nothing was trained on: their words, a walk through each, and the true pictures.

Seeds from `FIRST_SEED` on belong to evaluation alone. A place is baked once; its
pictures are rendered when asked for, at any pose, so a walk of 1,200 frames of
which 20 are looked at costs 20 renders.

Not here: what a model makes of them (`rollout.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from worldgen.data.bake import Scene, bake
from worldgen.data.captions import PLACES, SKIES, TIMES, TIMES_IN, article, caption
from worldgen.data.render import Intrinsics, render
from worldgen.data.scene import INDOORS, SceneSpec, sample_spec
from worldgen.data.walks import DT_S, start, walk
from worldgen.geometry import Camera
from worldgen.kinematics import Body, advance, eye_pose
from worldgen.models.base import ModelSpec
from worldgen.types import Action, Frame

FIRST_SEED = 1_000_000
EXTRA_RAYS = 2
BEGIN_S = 10.0
"""World time of frame 0; clouds, water and creatures are where they are then."""


@dataclass(frozen=True, kw_only=True, eq=False)
class HeldOutWalk:
    """One walk through one held-out scene.

    Attributes:
        scene: baked.
        caption: what the model is told.
        cameras: one a frame, world axes of the scene.
        actions: what led to each; the first is idle.
    """

    scene: Scene
    caption: str
    cameras: list[Camera]
    actions: list[Action]

    def truth(self, index: int) -> Frame:
        """The true picture of a frame, with exact depth."""
        return true_frame(self.scene, self.cameras[index], index)


def true_frame(scene: Scene, camera: Camera, index: int) -> Frame:
    """What a camera really sees in a scene, `index` frames after `BEGIN_S`."""
    lens = Intrinsics(fx=camera.fx, fy=camera.fy, cx=camera.cx, cy=camera.cy)
    size = (camera.width_px, camera.height_px)
    seen = render(scene, camera.pose_c2w, lens, size, BEGIN_S + DT_S * index, EXTRA_RAYS)
    return Frame(
        rgb=seen.rgb,
        depth_m=seen.depth_m,
        camera=camera,
        index=index,
        time_s=DT_S * index,
        sky=seen.sky,
        moving=seen.moving,
    )


def curious_walk(seed: int, frames: int, spec: ModelSpec) -> HeldOutWalk:
    """A random walk: strolls, turns, looks about, stands; as in training, but never trained on."""
    scene = baked(seed)
    rng = np.random.default_rng([seed, 41])
    poses, rows = walk(scene, frames, rng)
    return _walk(scene, list(poses), [Action.from_array(row) for row in rows], spec)


def steered_walk(seed: int, actions: Sequence[Action], spec: ModelSpec) -> HeldOutWalk:
    """The walk that given actions make from a place worth seeing; ground and walls are the scene's.

    Args:
        seed: of the scene.
        actions: one for each frame after the first.
        spec: whose camera to see with.
    """
    scene = baked(seed)
    x, feet, z, yaw = start(scene, np.random.default_rng([seed, 43]))
    body = Body(feet=np.array([x, feet, z]), yaw_rad=yaw)
    poses = [eye_pose(body)]
    for action in actions:
        body = advance(body, action, scene, DT_S)
        poses.append(eye_pose(body))
    return _walk(scene, poses, [Action(), *actions], spec)


def plain_prompt(spec: SceneSpec) -> str:
    """A sentence that names place, hour and, under the sky, weather; one way of many."""
    rng = np.random.default_rng([spec.seed, 47])

    def pick(options: tuple[str, ...]) -> str:
        return options[int(rng.integers(len(options)))]

    times = TIMES_IN if spec.indoors else TIMES
    parts = [article(pick(PLACES[spec.biome])), pick(times[spec.hour])]
    if not spec.indoors:
        sky = pick(SKIES[spec.weather])
        parts.append(sky.replace(" day", " night") if spec.hour == "night" else sky)
    return " ".join(parts)


def specs(count: int, first_seed: int = FIRST_SEED) -> list[SceneSpec]:
    """`count` scenes drawn as training draws them, from held-out seeds."""
    return [sample_spec(first_seed + index) for index in range(count)]


def is_outdoors(spec: SceneSpec) -> bool:
    """Whether weather can be seen."""
    return spec.biome not in INDOORS


def camera_of(spec: ModelSpec, pose_c2w: NDArray[np.float64] | None = None) -> Camera:
    """A model's camera at a pose; None is the origin."""
    return Camera.from_fov(spec.width_px, spec.height_px, spec.hfov_rad, pose_c2w)


@lru_cache(maxsize=2)
def baked(seed: int) -> Scene:
    """The scene of a seed; the last two are kept."""
    return bake(sample_spec(seed))


def _walk(
    scene: Scene, poses: list[NDArray[np.float64]], actions: list[Action], spec: ModelSpec
) -> HeldOutWalk:
    lens = camera_of(spec)
    words = caption(scene.spec, np.random.default_rng([scene.spec.seed, 53]))
    return HeldOutWalk(
        scene=scene, caption=words, cameras=[lens.at(pose) for pose in poses], actions=actions
    )

"""A recorded walk dreamt again, and held against what was recorded.

    walk ──prompt, seed, actions, events, edits──▶ the same frames, if all is well

On the machine that recorded it the frames must be the same bit for bit, in colour, pose and
depth; elsewhere rounding differs, and they may be 2/255 apart on average.

Not here: showing the recorded frames themselves (`recording`), the command (`cli`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from worldgen.errors import ReplayError
from worldgen.media import decode_depth_png, encode_depth_png
from worldgen.recording import Walk
from worldgen.types import Action, Frame
from worldgen.world.provenance import machine
from worldgen.world.taking_up import check_whole
from worldgen.world.world import World

ELSEWHERE_LIMIT = 2.0
"""Mean difference in levels of 255 that another machine may show."""

POSE_LIMIT_M = 1e-6
"""How far poses may differ, metres or unit vectors."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A walk and its repetition.

    Attributes:
        frames: how many were compared.
        mean_levels: mean absolute difference in colour, 0 to 255.
        worst_index: the frame that differs most.
        worst_levels: its mean difference.
        pose_m: largest difference between poses.
        depth_share: largest share of a frame whose depth is stored otherwise.
        same_machine: recorded on this machine, with this build and these threads.
    """

    frames: int = 0
    mean_levels: float = 0.0
    worst_index: int = 0
    worst_levels: float = 0.0
    pose_m: float = 0.0
    depth_share: float = 0.0
    same_machine: bool = True

    @property
    def holds(self) -> bool:
        """Whether the walk was repeated as well as it must be."""
        if self.pose_m > POSE_LIMIT_M:
            return False
        if self.same_machine:
            return self.mean_levels == 0 and self.depth_share == 0
        return self.mean_levels <= ELSEWHERE_LIMIT

    def and_frame(self, recorded: Frame, dreamt: Frame, depth_scale_m: float) -> Comparison:
        """This comparison and one more frame, whose depth is recorded in such steps, metres."""
        levels = float(np.abs(recorded.rgb.astype(np.int16) - dreamt.rgb).mean())
        apart_m = float(np.abs(recorded.camera.pose_c2w - dreamt.camera.pose_c2w).max())
        worse = levels > self.worst_levels
        return Comparison(
            frames=self.frames + 1,
            mean_levels=(self.mean_levels * self.frames + levels) / (self.frames + 1),
            worst_index=recorded.index if worse else self.worst_index,
            worst_levels=max(levels, self.worst_levels),
            pose_m=max(apart_m, self.pose_m),
            depth_share=max(_depth_off(recorded, dreamt, depth_scale_m), self.depth_share),
            same_machine=self.same_machine,
        )


def dream_again(walk: Walk, world: World) -> Iterator[tuple[Frame, Comparison]]:
    """Walk a recorded walk again.

    Args:
        walk: the recording, from its first frame on.
        world: on the model that dreamt it.

    Yields:
        Each frame as it is dreamt now, and the comparison up to it; of a walk that was taken up
        from its recording, the frames up to there.

    Raises:
        ReplayError: the walk cannot be repeated: other weights, or its beginning is missing.
    """
    _check(walk, world)
    world.fly = bool(walk.header.prompt.get("fly", False))
    so_far = Comparison(same_machine=dict(walk.header.machine) == machine())
    said = walk.said
    taken_up = walk.header.prompt.get("taken_up")
    for at, line in enumerate(walk.lines):
        if taken_up is not None and line.index > int(taken_up):
            return
        if at == 0:
            dreamt = world.start(walk.prompt, walk.header.seed)
        else:
            for told in said.get(line.index, ()):
                world.hear(told)
            dreamt = world.step(line.action or Action())
        so_far = so_far.and_frame(walk.frame(at), dreamt, walk.header.depth_scale_m)
        yield dreamt, so_far


def _depth_off(recorded: Frame, dreamt: Frame, scale_m: float) -> float:
    """Share of pixels whose depth would be recorded otherwise now."""
    if recorded.depth_m is None or dreamt.depth_m is None:
        return float(recorded.depth_m is not dreamt.depth_m)
    now_m = decode_depth_png(encode_depth_png(dreamt.depth_m, scale_m), scale_m)
    return float((now_m != recorded.depth_m).mean())


def _check(walk: Walk, world: World) -> None:
    check_whole(walk)
    recorded = str(walk.header.model.get("sha256"))
    if recorded != world.model.fingerprint():
        raise ReplayError(
            f"the walk was dreamt by {walk.header.model.get('name')!r} with weights "
            f"{recorded[:12]}, here are {world.model.fingerprint()[:12]}; restore those weights"
        )

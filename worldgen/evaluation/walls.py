"""Do walls hold? Bodies pushed into them, judged by a surface that nothing else uses.

    drawn worlds   the recorded frames are fused anew to a mesh (`lifting.meshes`); a step
                   whose body crosses a triangle of it went through something
    true scenes    a body is pushed about by the same kinematics; a step after which its
                   middle is inside something, by the scene's own distances, went through

The body is three points, at 0.75, 1.15 and 1.6 m above the feet, joined from one
frame to the next: what is lower may be stepped over. What stops the body at play
is the memory's voxels; they are not asked here.

Not here: the eye from frame to frame (`penetration.py`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.data.bake import Scene
from worldgen.data.scene import INDOORS, sample_spec
from worldgen.data.walks import DT_S, STEP_M, start
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.rates import rate
from worldgen.evaluation.roam import HELD, PATIENCE, RUNS_AFTER, Step
from worldgen.kinematics import Body, advance
from worldgen.lifting.meshes import Mesh
from worldgen.lifting.meshes.cleaning import without_small_pieces
from worldgen.lifting.meshes.fusion import fuse, triangles
from worldgen.types import Action, Frame

HEIGHTS_M = (0.75, 1.15, 1.6)
EYE_M = 1.6
INSIDE_M = 0.02
"""Less room than this about a point of the body, in a true scene, is inside something."""
WALLED = (*INDOORS, "city")
VOXEL_M, REACH_M, MOST_BLOCKS = 0.08, 5.0, 20_000
LEAST_PIECE_M2 = 0.2
"""A smaller piece of surface is a flaw of one frame's depth, not a wall."""
TARGET = 0.005


@dataclass(frozen=True, kw_only=True)
class Pushes:
    """How often a body pushed, and got through."""

    pushed: int
    through: int

    def __add__(self, other: Pushes) -> Pushes:
        return Pushes(pushed=self.pushed + other.pushed, through=self.through + other.through)


def walled_seeds(first_seed: int, count: int) -> list[int]:
    """Seeds from `first_seed` on of places with walls all round."""
    seeds = (seed for seed in itertools.count(first_seed) if sample_spec(seed).biome in WALLED)
    return list(itertools.islice(seeds, count))


def judged(steps: Sequence[Step]) -> Pushes:
    """Fuse a drawn walk's frames and count the steps that crossed what they show.

    A step counts as pushed if the body was held, or if it crossed.
    """
    frames = [step.frame for step in steps]
    eyes = np.stack([frame.camera.position for frame in frames])
    crossed = crossings(fused(frames), eyes)
    held = np.array([step.pushed for step in steps[1:]], bool)
    return Pushes(pushed=int((held | crossed).sum()), through=int(crossed.sum()))


def fused(frames: Sequence[Frame]) -> Mesh:
    """The surface that frames with depth show within `REACH_M` of the camera; may be empty."""
    levels = fuse(
        frames,
        voxel_m=VOXEL_M,
        levels=1,
        reach_m=REACH_M,
        most_blocks=MOST_BLOCKS,
        progress=_silent,
    )
    if not levels:
        return Mesh(vertices_m=np.zeros((0, 3), np.float32), faces=np.zeros((0, 3), np.int32))
    return without_small_pieces(triangles(levels[0]), LEAST_PIECE_M2)


def crossings(mesh: Mesh, eyes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which steps of a path of eyes, (N, 3) metres, take the body through a mesh: (N - 1,)."""
    corners = mesh.vertices_m[mesh.faces].astype(np.float64)
    low, high = corners.min(1), corners.max(1)
    crossed = np.zeros(len(eyes) - 1, bool)
    for at in range(len(eyes) - 1):
        for height_m in HEIGHTS_M:
            down = np.array([0.0, EYE_M - height_m, 0.0])
            a, b = eyes[at] + down, eyes[at + 1] + down
            near = (low <= np.maximum(a, b)).all(1) & (high >= np.minimum(a, b)).all(1)
            crossed[at] |= bool(_hits(a, b - a, corners[near]).any())
    return crossed


def pushed_about(scene: Scene, steps: int, seed: int) -> Pushes:
    """Push a body about in a true scene and count the steps that end inside something."""
    rng = np.random.default_rng([seed, 79])
    x, feet, z, yaw = start(scene, rng)
    body = Body(feet=np.array([x, feet, z]), yaw_rad=yaw)
    pushed, through, held, turn = 0, 0, 0, 0.0
    for _ in range(steps):
        if held > PATIENCE:
            held, turn = 0, float(rng.uniform(-2.5, 2.5))
        wild, yaw = held > RUNS_AFTER, turn or float(rng.normal(0, 0.01))
        before, action = body.feet, Action(forward=1.0, yaw=yaw, run=wild, jump=wild)
        body, turn = advance(body, action, scene, DT_S), 0.0
        got_m = float(np.hypot(*(body.feet - before)[[0, 2]]))
        held = held + 1 if got_m < HELD * STEP_M else 0
        inside = _is_inside(scene, before, body.feet)
        pushed += held > 0 or inside
        through += inside
    return Pushes(pushed=pushed, through=through)


def measure(drawn: Iterable[Pushes], true: Iterable[Pushes]) -> Section:
    """Pushes in drawn worlds and in true scenes, as figures."""
    figures: list[Figure] = []
    for who, rows in (("drawn worlds", drawn), ("true scenes", true)):
        total = sum(rows, Pushes(pushed=0, through=0))
        name = f"pushed steps that went through, {who}"
        figures += rate(name, total.through, total.pushed, TARGET)
    return Section(
        title="Walls",
        about="A body walks, runs and jumps into things on purpose. Drawn worlds are judged by a "
        "mesh fused from the recorded frames, true scenes by their own distances.",
        figures=figures,
    )


def _silent(_: float) -> None:
    pass


def _is_inside(scene: Scene, before: NDArray[np.float64], after: NDArray[np.float64]) -> bool:
    """Whether the body's points, half-way or at the end of a step, are inside something."""
    return any(
        scene.clearance_m(feet - (0.0, height_m, 0.0)) < INSIDE_M
        for feet in ((before + after) / 2, after)
        for height_m in HEIGHTS_M
    )


def _hits(
    origin: NDArray[np.float64], way: NDArray[np.float64], corners: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which triangles, (N, 3, 3), a segment crosses (Moller and Trumbore 1997)."""
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    across = np.cross(np.broadcast_to(way, second.shape), second)
    scale = (first * across).sum(1)
    flat = np.abs(scale) < 1e-12
    scale = np.where(flat, 1.0, scale)
    off = origin - corners[:, 0]
    u = (off * across).sum(1) / scale
    turned = np.cross(off, first)
    v = (turned @ way) / scale
    along = (turned * second).sum(1) / scale
    hit: NDArray[np.bool_] = ~flat & (u >= 0) & (v >= 0) & (u + v <= 1)
    hit &= (along >= 0) & (along <= 1)
    return hit

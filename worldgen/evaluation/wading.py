"""Does a body in play stop at deep water, and does rain or snow never wall it in?

    true walks    straight on from dry ground into water that becomes deeper than a body wades;
                  memory is given true frames, and moves the body
    drawn walks   the same in worlds that a model draws on from a true first picture
    weather       true walks in rain and snow; how often dry ground ahead is called deep

The truth is the scene's: its level and its ground say how deep the water is wherever
the body gets, for drawn worlds at the same place seen from the first camera. A walk
counts by how far it got past the first place on its line deeper than `wade_m`; what it
stopped short of that is told beside it. Only lines count that come to such a place.

Not here: walls (`walls.py`), how depth is guessed (`memory`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.data.bake import Scene
from worldgen.data.layout import GRID
from worldgen.data.scene import sample_spec
from worldgen.data.walks import DT_S, stand
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import baked, camera_of, curious_walk, true_frame
from worldgen.evaluation.rates import rate
from worldgen.evaluation.roam import begin
from worldgen.geometry import invert, yaw_pitch_of
from worldgen.kinematics import Body, BodyConfig, advance, eye_pose
from worldgen.memory import SpatialMemory
from worldgen.memory.spatial import MemoryConfig
from worldgen.models.base import ModelSpec, WorldModel
from worldgen.types import Action

BODY = BodyConfig()
LINE_M, STEP_M = 14.0, 0.1
"""So far ahead a line is looked along, in such steps."""
ASHORE_M, ASHORE_DRAWN_M = (2.5, 7.0), (0.1, 12.0)
"""How far from the start the water begins; a drawn walk starts where the first picture was taken,
and that is often so near that the shore is below the view."""
TURN = 0.15
"""Radians a frame, towards the water."""
PAST_M, DRY_SHARE = 1.0, 0.005
ASKED_M = np.arange(0.5, 5.1, 0.5)
"""How far ahead, and to both sides, ground is asked for in rain and snow."""

NO_PICTURES = MemoryConfig(max_keyframes=0)


@dataclass(frozen=True, kw_only=True)
class Wade:
    """One walk into water.

    Attributes:
        past_m: how far it got past the first place that is too deep; negative is short of it.
        deepest_m: the deepest true water it stood in.
    """

    past_m: float
    deepest_m: float

    @property
    def short_m(self) -> float:
        """How much too early it stopped."""
        return max(-self.past_m, 0.0)


def depths(scene: Scene, feet: NDArray[np.float64], yaw_rad: float) -> NDArray[np.float64]:
    """True depth of the water along a line from a place, one each `STEP_M`, metres."""
    way = np.array([np.sin(yaw_rad), 0.0, np.cos(yaw_rad)])
    places = (feet + STEP_M * at * way for at in range(int(LINE_M / STEP_M)))
    return np.array([scene.water_m(p[0], p[2], float(feet[1])) for p in places])


def deep_at(
    depths_m: NDArray[np.float64], ashore_m: tuple[float, float] = ASHORE_M
) -> float | None:
    """How far along a line it is too deep first, metres; None if water begins elsewhere, or never
    is."""
    if not depths_m.max() > BODY.wade_m:
        return None
    wet_m = STEP_M * int(np.argmax(depths_m > 0.0))
    within = ashore_m[0] <= wet_m <= ashore_m[1]
    return STEP_M * int(np.argmax(depths_m > BODY.wade_m)) if within else None


def shore(scene: Scene, rng: np.random.Generator, tries: int = 1000) -> Body | None:
    """A body on dry ground that faces deep water over a free way; None if none is found."""
    for _ in range(tries):
        x, z = rng.uniform(0, 128, 2).tolist()
        yaw_rad = float(rng.uniform(-np.pi, np.pi))
        ground = -float(scene.tables.ground[round(2 * z) & (GRID - 1), round(2 * x) & (GRID - 1)])
        feet = stand(scene, x, z, ground - 0.1)
        if feet is None:
            continue
        body = Body(feet=np.array([x, feet, z]), yaw_rad=yaw_rad)
        far_m = deep_at(depths(scene, body.feet, yaw_rad))
        if far_m is None:
            continue
        reached = body
        for _ in range(int(far_m / (BODY.walk_m_s * DT_S)) + 12):
            reached = advance(reached, Action(forward=1.0), scene, DT_S)
        if np.hypot(*(reached.feet - body.feet)[[0, 2]]) > far_m - 0.5:  # nothing else in the way
            return body
    return None


def true_walk(scene: Scene, body: Body, frames: int, spec: ModelSpec) -> Wade:
    """Straight on, through what memory makes of true frames."""
    lens, start, path = camera_of(spec), body, [body.feet]
    memory = SpatialMemory(config=NO_PICTURES)
    for index in range(frames):
        memory = memory.add(true_frame(scene, lens.at(eye_pose(body)), index))
        floor = np.array([body.feet[0], body.floor_y_m, body.feet[2]])
        body = advance(body, Action(forward=1.0), memory.space(floor), DT_S)
        path.append(body.feet)
    return _wade(scene, start, np.array(path))


def drawn_walk(model: WorldModel, seed: int, frames: int) -> Wade | None:
    """Towards the nearest deep water of a held-out first view, in the world a model draws on.

    None if no line in view comes to deep water, past dry ground.
    """
    scene, camera = baked(seed), curious_walk(seed, 1, model.spec).cameras[0]
    feet = camera.position + np.array([0.0, BODY.eye_m, 0.0])
    yaw_rad, _ = yaw_pitch_of(camera.pose_c2w)
    turns = np.linspace(-0.45, 0.45, 13) * model.spec.hfov_rad
    lines = {t: deep_at(depths(scene, feet, yaw_rad + t), ASHORE_DRAWN_M) for t in turns.tolist()}
    known = {turn: far_m for turn, far_m in lines.items() if far_m is not None}
    if not known:
        return None
    turn = min(known, key=lambda t: known[t])
    world = begin(model, seed)
    to_scene = camera.pose_c2w @ invert(world.camera.pose_c2w)
    count = max(int(np.ceil(abs(turn) / TURN)), 1)
    for _ in range(count):
        world.step(Action(yaw=turn / count))
    eyes = [world.step(Action(forward=1.0)).camera.position for _ in range(frames)]
    path = np.array(eyes) @ to_scene[:3, :3].T + to_scene[:3, 3]
    return _wade(scene, Body(feet=feet, yaw_rad=yaw_rad + turn), path)


def walled_in(seed: int, frames: int, spec: ModelSpec) -> tuple[int, int]:
    """Dry places ahead of a true walk that are called too deep, of so many asked for."""
    walk, memory = curious_walk(seed, frames, spec), SpatialMemory(config=NO_PICTURES)
    called = asked = 0
    for index, camera in enumerate(walk.cameras):
        memory = memory.add(walk.truth(index))
        if index % 5 != 4:
            continue
        space, feet_y = memory.space(), float(camera.position[1]) + BODY.eye_m
        for ahead, aside in itertools.product(ASKED_M, (-2.0, -1.0, 0.0, 1.0, 2.0)):
            place = camera.position + ahead * camera.forward + aside * camera.rotation[:, 0]
            x, z = float(place[0]), float(place[2])
            if walk.scene.water_m(x, z, feet_y) == 0.0:
                asked += 1
                called += space.water_m(x, z, feet_y) > BODY.wade_m
    return called, asked


def deep_seeds(first_seed: int) -> Iterator[int]:
    """Seeds from `first_seed` on of places with open water, in fair weather."""
    for seed in itertools.count(first_seed):
        spec = sample_spec(seed)
        open_water = spec.biome == "beach" or spec.landmark in ("pond", "bridge")
        if open_water and spec.weather in ("clear", "cloudy"):
            yield seed


def falling_seeds(first_seed: int) -> Iterator[int]:
    """Seeds from `first_seed` on of places in rain or snow."""
    return (s for s in itertools.count(first_seed) if sample_spec(s).weather in ("rain", "snow"))


def measure(
    true: Sequence[Wade], drawn: Sequence[Wade], weather: Sequence[tuple[int, int]]
) -> Section:
    """Walks into water, and dry ground in rain and snow, as figures."""
    figures: list[Figure] = []
    for who, rows in (("true", true), ("drawn", drawn)):
        if not rows:
            note = "no line came to deep water"
            figures.append(Figure(name=f"past where it is too deep, {who}", value=None, note=note))
            continue
        figures += [
            Figure(name=f"past where it is too deep, {who}, worst of {len(rows)}", unit="m",
                   value=max(row.past_m for row in rows), target=PAST_M, at_most=True),
            Figure(name=f"stopped short of that, {who}, mean", unit="m",
                   value=float(np.mean([row.short_m for row in rows]))),
            Figure(name=f"deepest true water stood in, {who}, mean", unit="m",
                   value=float(np.mean([row.deepest_m for row in rows]))),
        ]  # fmt: skip
    called, asked = (sum(counts) for counts in zip(*weather, strict=True)) if weather else (0, 0)
    figures += rate("dry ground called deep, rain and snow", called, asked, DRY_SHARE)
    return Section(
        title="Water",
        about=f"Straight on into water that becomes deeper than {BODY.wade_m} m; then walks in "
        "rain and snow, where nothing dry may be held for deep water.",
        figures=figures,
    )


def _wade(scene: Scene, start: Body, path: NDArray[np.float64]) -> Wade:
    """How a path, (N, 3) metres, went along the line from where it started."""
    far_m = deep_at(depths(scene, start.feet, start.yaw_rad), ASHORE_DRAWN_M)
    assert far_m is not None, "only lines into deep water are walked"
    way = np.array([np.sin(start.yaw_rad), 0.0, np.cos(start.yaw_rad)])
    along_m = float(((path - start.feet) @ way).max())
    y = float(start.feet[1])
    deepest_m = max(scene.water_m(float(p[0]), float(p[2]), y) for p in path)
    return Wade(past_m=along_m - far_m, deepest_m=deepest_m)

"""Random walks through a scene: where to start, and what a curious body does next.

Not here: pictures of the walk (`clips`).
"""

from __future__ import annotations

import math

import numpy as np

from worldgen.data.bake import Scene
from worldgen.data.landmarks import VIEW_M, spot
from worldgen.data.layout import S_WATER
from worldgen.data.render import Intrinsics, Rendered, render
from worldgen.kinematics import Body, advance, eye_pose
from worldgen.types import Action

EYE_M = 1.6
DT_S = 0.1
STEP_M = 0.15  # 1.5 m/s for 0.1 s
BODY_M = 0.3
LOOK_M = 0.9  # how far ahead a walker minds what is in its way


def pose_of(x: float, y: float, z: float, yaw: float, pitch: float) -> np.ndarray:
    """(4, 4) camera to world: +yaw turns right, +pitch looks up; y is world down."""
    cy, sy, cp, sp = math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch)
    pose = np.eye(4)
    pose[:3, 0] = (cy, 0, -sy)
    pose[:3, 1] = (sy * sp, cp, cy * sp)
    pose[:3, 2] = (sy * cp, -sp, cy * cp)
    pose[:3, 3] = (x, y, z)
    return pose


def stand(scene: Scene, x: float, z: float, from_y: float) -> float | None:
    """World y of the feet at (x, z) if a body fits there, else None."""
    feet = scene.ground_y(x, z, from_y)
    if feet is None or -feet < scene.tables.params[S_WATER] + 0.02:
        return None
    for lift in (0.75, 1.15, EYE_M):
        if not scene.is_free(np.array([x, feet - lift, z]), BODY_M):
            return None
    return feet


def interest(seen: Rendered) -> float:
    """How much a view is worth: depth, edges, contrast, things 3 to 35 m off, none in the face."""
    depth_m = np.minimum(seen.depth_m, 80)
    edges = float(np.abs(np.diff(np.log(depth_m), axis=1)).mean())
    middle = float(((depth_m > 3) & (depth_m < 35)).mean())
    score = 0.25 * np.log(np.median(depth_m)) + 6 * min(edges, 0.25) + 1.5 * min(middle, 0.5)
    return float(score - 4 * (depth_m < 1.3).mean() + seen.rgb.std() / 60)


def start(scene: Scene, rng: np.random.Generator) -> tuple[float, float, float, float]:
    """A place and direction worth seeing: (x, feet y, z, yaw); best of a few tiny renders."""
    small = Intrinsics.for_size(32, 18)
    best, found = -1e9, (64.0, float(scene.ground_y(64, 64, -99) or 0), 64.0, 0.0)
    tried = 0
    for _ in range(150):
        x, z = _candidate(scene, rng)
        ground = -float(scene.tables.ground[round(z * 2) & 255, round(x * 2) & 255])
        feet = stand(scene, x, z, ground - 0.1)
        if feet is None:
            continue
        tried += 1
        for _ in range(2):
            yaw = _direction(scene, x, z, rng)
            seen = render(scene, pose_of(x, feet - EYE_M, z, yaw, 0), small, (32, 18), 0.0, 0)
            score = interest(seen)
            if score > best:
                best, found = score, (x, feet, z, yaw)
        if tried >= 6:
            break
    return found


def _candidate(scene: Scene, rng: np.random.Generator) -> tuple[float, float]:
    """Where one might start, (x, z): near a landmark, mostly in the street of a village."""
    name = scene.spec.landmark
    if name:
        return _about(name, spot(scene.spec), rng)
    x, z = rng.uniform(0, 128, 2).tolist()
    if scene.spec.biome == "village" and rng.random() < 0.75:
        streets = np.argwhere(scene.tables.path > 0.9)
        row, column = streets[int(rng.integers(len(streets)))].tolist()
        x, z = column / 2, row / 2
    return x, z


def _about(name: str, at: tuple[float, float], rng: np.random.Generator) -> tuple[float, float]:
    """A place, (x, z), from which a landmark at `at` may be seen."""
    if name in VIEW_M:
        far, turn = float(rng.uniform(*VIEW_M[name])), float(rng.uniform(-math.pi, math.pi))
        return at[0] + far * math.cos(turn), at[1] + far * math.sin(turn)
    x, z = rng.uniform(-12, 12, 2).tolist()
    return at[0] + x, at[1] + z


def _direction(scene: Scene, x: float, z: float, rng: np.random.Generator) -> float:
    """Where one might look from there, yaw: at the landmark, along a village's street, anywhere."""
    yaw = float(rng.uniform(-math.pi, math.pi))
    if scene.spec.landmark:
        at = spot(scene.spec)
        return math.atan2(at[0] - x, at[1] - z) + float(rng.normal(0, 0.2))
    if scene.spec.biome == "village":
        reach = np.arange(-16, 17)
        row, column = round(z * 2), round(x * 2)
        along_z = scene.tables.path[(row + reach) & 255, column & 255].mean()
        along_x = scene.tables.path[row & 255, (column + reach) & 255].mean()
        turn = 0.0 if along_z > along_x else math.pi / 2
        return turn + (math.pi if yaw > 0 else 0.0) + float(rng.normal(0, 0.3))
    return yaw


CURIOUS = ("walk", "walk", "walk", "curve", "curve", "turn", "look", "strafe", "idle", "back")
"""What one may want next who looks about."""

AHEAD = (*("walk",) * 6, *("curve",) * 3, "turn", "look", "strafe")
"""The same for one who wants to get on: what was far off comes near."""


class Policy:
    """What to do next: holds one intention for a while, then draws another of some."""

    def __init__(self, rng: np.random.Generator, intentions: tuple[str, ...] = CURIOUS) -> None:
        self.rng = rng
        self.intentions = intentions
        self.left = 0
        self.now = np.zeros(7, np.float32)
        self.pitch_goal = 0.0
        self.turning = False  # away from something

    def act(self, pitch: float, blocked: float) -> np.ndarray:
        """(7,) float32: forward, strafe, up, yaw, pitch, jump, run for this frame.

        `blocked` is 0 while the way is free; else something is in it, and there is more room
        on the right (1) or on the left (-1).
        """
        if blocked and not self.turning:
            self._turn_away(blocked)
        elif self.left <= 0:
            self._choose()
        self.left -= 1
        action = self.now.copy()
        action[4] = np.clip((self.pitch_goal - pitch) * 0.2, -0.05, 0.05)
        return action

    def _turn_away(self, side: float) -> None:
        """Stop and turn to where there is room."""
        self.left = int(self.rng.integers(8, 24))
        self.now[:] = 0
        self.now[3] = side * float(self.rng.uniform(0.05, 0.09))
        self.pitch_goal = 0.0
        self.turning = True

    def _choose(self) -> None:
        kind = "walk" if self.turning else str(self.rng.choice(self.intentions))
        self.turning = False
        self.left = int(self.rng.integers(6, 30))
        side = 1.0 if self.rng.random() < 0.5 else -1.0
        rate = side * (0.05 if self.rng.random() < 0.5 else float(self.rng.uniform(0.01, 0.09)))
        self.now[:] = 0
        if kind in ("walk", "curve"):
            self.now[0] = 1
            self.now[6] = float(self.rng.random() < 0.12)
            if kind == "curve":
                self.now[3] = rate * 0.6
        elif kind == "turn":
            self.now[3] = rate
        elif kind == "look":
            self.now[3] = rate * 0.4
        elif kind == "strafe":
            self.now[1] = side
        elif kind == "back":
            self.now[0] = -1
        self.pitch_goal = float(self.rng.normal(0, 0.22)) if kind == "look" else 0.0


def walk(
    scene: Scene, frames: int, rng: np.random.Generator, intentions: tuple[str, ...] = CURIOUS
) -> tuple[np.ndarray, np.ndarray]:
    """Walk `frames` frames: poses (T, 4, 4) float64 and actions (T, 7) float32.

    Pose t is what the body sees after action t; action 0 is idle. What it wants is one of
    `intentions` at a time, named oftener what is wanted oftener.
    """
    x, feet, z, yaw = start(scene, rng)
    body = Body(feet=np.array([x, feet, z]), yaw_rad=yaw)
    policy = Policy(rng, intentions)
    poses = np.empty((frames, 4, 4))
    actions = np.zeros((frames, 7), np.float32)
    poses[0] = eye_pose(body)
    blocked = 0.0
    for t in range(1, frames):
        row = policy.act(body.pitch_rad, blocked)
        action = Action(forward=float(row[0]), strafe=float(row[1]), up=float(row[2]),
                        yaw=float(row[3]), pitch=float(row[4]), jump=bool(row[5]),
                        run=bool(row[6]))  # fmt: skip
        before = body.feet
        body = advance(body, action, scene, DT_S)
        moved_m = float(np.hypot(*(body.feet - before)[[0, 2]]))
        blocked = _in_the_way(scene, body, row, moved_m)
        poses[t] = eye_pose(body)
        actions[t] = row
    return poses, actions


def _in_the_way(scene: Scene, body: Body, action: np.ndarray, moved_m: float) -> float:
    """0 while a body gets on; else the side with more room, 1 right or -1 left."""
    ahead, aside = float(action[0]), float(action[1])
    if not ahead and not aside:
        return 0.0
    way = body.yaw_rad + math.atan2(aside, ahead)
    chest = body.feet - (0.0, 1.1, 0.0)

    def room_m(turn_rad: float, far_m: float) -> float:
        to = way + turn_rad
        return scene.clearance_m(chest + far_m * np.array([math.sin(to), 0.0, math.cos(to)]))

    bumped = moved_m < 0.5 * (abs(ahead) + abs(aside)) * STEP_M
    if not bumped and room_m(0.0, LOOK_M) > BODY_M:
        return 0.0
    return 1.0 if room_m(1.0, 1.2) > room_m(-1.0, 1.2) else -1.0

"""Bodies pushed into walls."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from worldgen.data.scene import sample_spec
from worldgen.evaluation.heldout import FIRST_SEED, baked
from worldgen.evaluation.roam import Step
from worldgen.evaluation.walls import Pushes, crossings, judged, pushed_about, walled_seeds
from worldgen.kinematics import OpenSpace
from worldgen.lifting.meshes import Mesh

WALL = Mesh(
    vertices_m=np.array([[-2, -3, 1], [2, -3, 1], [2, 1, 1], [-2, 1, 1]], np.float32),
    faces=np.array([[0, 1, 2], [0, 2, 3]], np.int32),
)
STILE = Mesh(
    vertices_m=(WALL.vertices_m * (1, 0.1, 1) - (0, 0.1, 0)).astype(np.float32), faces=WALL.faces
)


def _path(*z: float, x: float = 0.0) -> np.ndarray:
    return np.array([[x, -1.6, at] for at in z])


def test_a_step_through_a_wall_is_found() -> None:
    """There and back again, and not beside it."""
    np.testing.assert_array_equal(crossings(WALL, _path(0.8, 0.95, 1.1, 0.9)), [False, True, True])
    assert not crossings(WALL, _path(0.8, 1.2, x=2.5)).any()


def test_what_is_low_may_be_stepped_over() -> None:
    """A stile of 0.4 m stops nobody."""
    assert not crossings(STILE, _path(0.8, 1.2)).any()


def test_a_drawn_wall_that_lets_through_is_told_from_one_that_holds(view: Any) -> None:
    """The frames are all that is asked: a walk up to the wall 9 m ahead, or on through it."""
    up_to = [Step(frame=view(z=7.6 + 0.1 * at, index=at), pushed=False) for at in range(11)]
    held = [Step(frame=up_to[-1].frame, pushed=True)] * 4
    good = judged([*up_to, *held])
    assert (good.pushed, good.through) == (4, 0)
    beyond = Step(frame=view(z=8.6, yaw=np.pi, index=12), pushed=False)
    object.__setattr__(beyond.frame, "camera", view(z=9.4, yaw=np.pi).camera)
    object.__setattr__(beyond.frame, "depth_m", np.full((144, 256), np.inf, np.float32))
    assert judged([*up_to, beyond]) == Pushes(pushed=1, through=1), "though nothing held it"


@pytest.mark.parametrize("biome", ["room", "corridor", "village"])
def test_true_walls_hold(biome: str) -> None:
    """The same kinematics as in play, in the scenes that the model learned from."""
    seed = next(s for s in range(FIRST_SEED, FIRST_SEED + 300) if sample_spec(s).biome == biome)
    found = pushed_about(baked(seed), 200, 0)
    assert found.through == 0


def test_a_body_without_walls_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge asks the scene, not whatever moved the body."""
    from worldgen.evaluation import walls
    from worldgen.kinematics import advance

    def ghost(body: Any, action: Any, space: Any, dt_s: float) -> Any:
        return advance(body, action, OpenSpace(), dt_s)

    monkeypatch.setattr(walls, "advance", ghost)
    seed = next(s for s in range(FIRST_SEED, FIRST_SEED + 300) if sample_spec(s).biome == "room")
    found = pushed_about(baked(seed), 120, 0)
    assert found.through > 5
    assert found.pushed >= found.through


def test_walls_are_looked_for_where_there_are_some() -> None:
    """A body that pushes through a meadow meets nothing, and a rate of nothing says nothing."""
    seeds = walled_seeds(FIRST_SEED, 3)
    assert len(set(seeds)) == 3
    assert all(pushed_about(baked(seed), 150, 0).pushed > 20 for seed in seeds)


def test_pushes_add_up() -> None:
    """Over worlds."""
    assert Pushes(pushed=3, through=1) + Pushes(pushed=4, through=0) == Pushes(pushed=7, through=1)

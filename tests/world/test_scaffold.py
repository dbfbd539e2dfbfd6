"""Scaffolds: told where nothing is known, and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from worldgen.geometry import Camera, pose
from worldgen.memory import Recall
from worldgen.models.base import Hint, Move, Picture
from worldgen.models.echo import EchoModel, EchoState
from worldgen.types import Action, Frame, Prompt, Setting
from worldgen.world import World
from worldgen.world.scaffold import (
    AFAR_M,
    FARTHEST_M,
    NEAREST_M,
    Ground,
    Surroundings,
    scaffolded,
    tones,
)

CAMERA = Camera.from_fov(128, 72, np.deg2rad(70.0)).at(pose(np.array([0.0, -1.6, 0.0])))
WOOD = Setting(places=frozenset({"forest"}))
NOTHING = Recall.empty(*CAMERA.shape)


def about(**changes: object) -> Surroundings:
    plain = Surroundings(
        setting=WOOD,
        seed=3,
        floor_y_m=0.0,
        light=1.0,
        haze_per_m=0.0,
        ground_rgb=np.full(3, 100.0, np.float32),
        far_rgb=np.full(3, 200.0, np.float32),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def known_at(depth_m: float | NDArray[np.float32], sure: float = 1.0) -> Recall:
    """A view of which everything is known, so far off."""
    flat = np.full(CAMERA.shape, 1.0, np.float32)
    return Recall(
        rgb=np.full((*CAMERA.shape, 3), 77, np.uint8),
        depth_m=flat * np.float32(depth_m),
        colour=flat * np.float32(sure),
        depth=flat * np.float32(sure),
        source=np.zeros(CAMERA.shape, np.int16),
        sharpness=flat,
    )


def on_ground(height_m: float) -> Recall:
    """A view of which the ground is known, so much higher than underfoot, and nothing above it."""
    slopes = (np.arange(CAMERA.height_px) + 0.5 - CAMERA.cy) / CAMERA.fy
    away_m = (1.6 - height_m) / np.maximum(slopes, 1e-6)[:, None] * np.ones(CAMERA.width_px)
    ground = np.where(away_m < 80.0, away_m, 0.0).astype(np.float32)
    seen = (ground > 0).astype(np.float32)
    return replace(NOTHING, depth_m=ground, depth=seen, colour=seen, sharpness=seen)


def told(known: Recall, **changes: object) -> NDArray[np.bool_]:
    after = scaffolded(known, CAMERA, about(**changes))
    return np.asarray((after.depth_m != known.depth_m) | (after.colour != known.colour))


def test_where_nothing_is_known_trees_are_told_half_sure_and_coarse() -> None:
    """Colours and depths within reach, neither trusted nor sharp as what was seen."""
    after = scaffolded(NOTHING, CAMERA, about())
    where = after.colour > 0
    assert 0.02 < where.mean() < 0.9
    assert (after.depth_m[where] > NEAREST_M - 4).all()
    assert (after.depth_m[where] < FARTHEST_M + 4).all()
    assert set(np.unique(after.colour[where])) == {np.float32(0.5)}
    assert set(np.unique(after.sharpness[where])) == {np.float32(0.5)}
    assert after.rgb[where].any(axis=-1).all()
    assert not after.depth[~where].any()


def test_the_recall_that_was_given_is_left_alone() -> None:
    """It goes on to memory as it was."""
    known = Recall.empty(*CAMERA.shape)
    scaffolded(known, CAMERA, about())
    assert not known.rgb.any()
    assert not known.depth.any()


def test_nothing_is_told_of_a_place_that_has_nothing() -> None:
    """The very same recall comes back."""
    assert scaffolded(NOTHING, CAMERA, about(setting=Setting())) is NOTHING


def test_what_was_seen_stays_as_it_was() -> None:
    """A wall before all trees, however sure; an empty plain but for what is afar."""
    assert not told(known_at(4.0)).any()
    assert not told(known_at(4.0, sure=0.4)).any()
    plain = scaffolded(known_at(np.inf), CAMERA, about())
    new = np.isfinite(plain.depth_m)
    assert new.any()
    assert (plain.depth_m[new] > AFAR_M - 6).all()


def test_what_was_drawn_of_a_tree_is_remembered_and_not_told_again() -> None:
    """Where memory shows it, sure of its colours; where it is unsure it is told once more."""
    plain = on_ground(0.0)
    first = scaffolded(plain, CAMERA, about())
    there = first.depth_m != plain.depth_m
    sure = replace(first, colour=np.where(there, np.float32(0.9), first.colour))
    assert told(sure)[there].mean() < 0.01
    unsure = replace(first, colour=np.where(there, np.float32(0.1), first.colour))
    assert told(unsure)[there].mean() > 0.8


def test_a_tree_of_which_memory_sees_the_half_is_told_as_a_whole() -> None:
    """Its other half, of which nothing is known, is told."""
    plain = on_ground(0.0)
    first = scaffolded(plain, CAMERA, about())
    there = first.depth_m != plain.depth_m
    left = there.copy()
    left[:, CAMERA.width_px // 2 :] = False
    half = replace(
        plain,
        depth_m=np.where(left, first.depth_m, plain.depth_m),
        depth=np.where(left, first.depth, plain.depth),
        colour=np.where(left, np.float32(0.9), plain.colour),
    )
    whole = scaffolded(half, CAMERA, about())
    assert (whole.depth_m != plain.depth_m)[there].mean() > 0.98


def test_fog_hides_what_is_far_and_pales_what_is_near() -> None:
    """Where less than three tenths of the light come through, some 40 m off, nothing is told."""
    clear = scaffolded(NOTHING, CAMERA, about())
    foggy = scaffolded(NOTHING, CAMERA, about(haze_per_m=0.03))
    both = (clear.colour > 0) & (foggy.colour > 0)
    assert foggy.depth_m.max() < 46.0 < clear.depth_m.max()
    assert foggy.rgb[both].mean() > clear.rgb[both].mean() + 10


@pytest.mark.parametrize("height_m", [-1.5, 0.0, 0.6])
@pytest.mark.parametrize("off_rad", [-0.7, -0.2, 0.0, 0.4])
def test_the_ground_under_a_thing_is_the_one_that_is_seen(height_m: float, off_rad: float) -> None:
    """Higher or lower than underfoot; underfoot where none is seen, and of a wall."""
    for away_m in (8.0, 18.0):
        ground = Ground(on_ground(height_m), CAMERA, 0.0)
        assert ground.y_m(off_rad, away_m) == pytest.approx(-height_m, abs=0.05)
        assert Ground(NOTHING, CAMERA, 0.3).y_m(off_rad, away_m) == 0.3
    assert Ground(known_at(0.9), CAMERA, 0.0).y_m(off_rad, 45.0) == 0.0


def test_things_stand_on_that_ground() -> None:
    """Where it lies 1.5 m lower, what is told lies lower by about as much."""

    def height_m(known: Recall) -> float:
        after = scaffolded(known, CAMERA, about())
        slopes = (np.arange(CAMERA.height_px) + 0.5 - CAMERA.cy) / CAMERA.fy
        new = (after.depth_m != known.depth_m) & (known.depth_m == 0) & (after.depth_m < 40.0)
        return float((-after.depth_m * slopes[:, None])[new].mean())

    assert -2.5 < height_m(on_ground(-1.5)) - height_m(on_ground(0.0)) < -0.4


def test_night_is_dark() -> None:
    """Told in the light of the world."""
    day, night = (scaffolded(NOTHING, CAMERA, about(light=light)) for light in (1.0, 0.3))
    where = day.colour > 0
    assert night.rgb[where].mean() < 0.75 * day.rgb[where].mean()


def test_tones_are_of_near_and_far() -> None:
    """Means of both; of all of it where there is no such part."""
    rgb = np.zeros((*CAMERA.shape, 3), np.uint8)
    rgb[:30], rgb[30:] = 200, 60
    depth_m = np.full(CAMERA.shape, np.inf, np.float32)
    depth_m[30:] = 5.0
    frame = Frame(rgb=rgb, depth_m=depth_m, camera=CAMERA, index=0, time_s=0.0)
    near, far = tones(frame)
    assert near == pytest.approx([60.0] * 3)
    assert far == pytest.approx([200.0] * 3)
    everywhere = replace(frame, depth_m=np.full(CAMERA.shape, 5.0, np.float32))
    assert tones(everywhere)[1] == pytest.approx([float(rgb.mean())] * 3, rel=1e-5)


class Woods(EchoModel):
    """Walls 4 m ahead in a wood, until somebody says where else; keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.hints: list[Hint] = []

    def setting(self, state: EchoState) -> Setting:
        return Setting(places=frozenset({state.event or "forest"}))

    def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
        self.hints += [move.hint for move in moves if move.hint is not None]
        return super().step(state, moves)


def scaffold_px(hint: Hint) -> int:
    """Pixels of a hint that are told of scaffolds."""
    assert hint.sharpness is not None
    return int(np.count_nonzero((hint.sharpness == np.float32(0.5)) & (hint.depth > 0.8)))


def turned_round(world: World, model: Woods) -> int:
    """Pixels told of scaffolds once one looks the other way."""
    model.hints.clear()
    for _ in range(12):
        world.step(Action(yaw=0.25))
    return sum(map(scaffold_px, model.hints))


def test_a_world_tells_its_model_of_trees_behind_ones_back() -> None:
    """And of none once it is another place, nor before the newest wall."""
    model = Woods()
    world = World(model)
    world.start(Prompt(text="a wood"), seed=4)
    world.step(Action())
    assert not any(map(scaffold_px, model.hints))
    assert turned_round(world, model) > 50
    world.start(Prompt(text="a wood"), seed=4)
    world.event("room")
    assert turned_round(world, model) == 0


def test_nothing_is_told_in_a_part_that_somebody_has_emptied() -> None:
    """What was said of it is to be there."""
    model = Woods()
    world = World(model)
    world.start(Prompt(text="a wood"), seed=4)
    mask = np.zeros(world.camera.shape, np.bool_)
    mask[4:30, 8:56] = True
    world.edit(mask, "a lake")
    world.step(Action())
    assert not scaffold_px(model.hints[-1])

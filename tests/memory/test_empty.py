"""What was looked through stays empty, whatever a later picture puts there."""

from dataclasses import replace

import numpy as np
import pytest

from tests.memory.scene import LENS, at, frame, see, seen
from worldgen.geometry import Camera
from worldgen.geometry.depth import pixel_rays
from worldgen.memory import MemoryConfig, SpatialMemory
from worldgen.memory.empty import behind
from worldgen.memory.kernel_empty import push
from worldgen.memory.kernel_surfels import lift
from worldgen.memory.keyframe import keep, look
from worldgen.memory.ready import Ready
from worldgen.memory.splat import SURFEL_PLANES
from worldgen.types import Frame


def guessed(frame: Frame, share: float, columns: slice) -> Frame:
    """The frame with some of its columns taken for nearer than they are."""
    assert frame.depth_m is not None
    depth_m = frame.depth_m.copy()
    depth_m[:, columns] *= share
    return replace(frame, depth_m=depth_m)


def apart(found: Frame, columns: slice) -> float:
    """Median share by which depths are short of the truth."""
    assert found.depth_m is not None
    true_m = see(found.camera)[1]
    solid = np.isfinite(true_m) & np.isin(np.arange(true_m.shape[1]), np.r_[columns])
    return float(np.median(1 - found.depth_m[solid] / true_m[solid]))


def asked(found: Frame, frames: list[Frame]) -> Frame:
    """The frame with nothing where others, which know nothing of each other, looked through."""
    assert found.depth_m is not None
    blank, sure = np.zeros(found.depth_m.shape, np.bool_), np.ones_like(found.depth_m)
    kept = [keep(look(frame, 0, blank, sure)) for frame in frames]
    return replace(found, depth_m=behind(found.depth_m, found.camera, kept, Ready()))


def test_of_many_who_each_know_a_part_all_are_asked() -> None:
    """Seventeen stand in a row before a far wall; who stands behind sees a hedge between."""
    wall = [
        seen(at(3.5 * (number - 8), 0), np.full(LENS.shape, 30.0, np.float32), number)
        for number in range(17)
    ]
    hedge = seen(at(0, -40), np.full(LENS.shape, 44.0, np.float32), 20)
    found = asked(hedge, wall)
    assert found.depth_m is not None
    rows = slice(LENS.height_px // 2 - 2, LENS.height_px // 2 + 2)
    assert (found.depth_m[rows] > 60).mean() > 0.9


def test_what_is_drawn_before_a_known_surface_is_moved_back_to_it() -> None:
    """Else what was guessed in passing hides what was seen first, for ever."""
    memory = SpatialMemory().add(frame(at(0, 0)))
    wrong = guessed(frame(at(0.6, 0.3, -0.1), 1), 0.6, slice(40, 90))
    found = memory.settled(wrong)
    assert apart(wrong, slice(40, 90)) > 0.35
    assert apart(found, slice(40, 90)) < 0.1


def test_it_is_moved_to_where_the_surface_was_seen_and_no_less_far() -> None:
    """What stays a little before it is in the way again with the next picture."""
    memory = SpatialMemory().add(frame(at(0, 0)))
    camera = at(0.6, 0.3, -0.1)
    wrong = guessed(frame(camera, 1), 0.6, slice(40, 90))
    once = memory.settled(wrong)
    assert abs(apart(once, slice(40, 90))) < 0.03
    assert once.depth_m is not None
    again = memory.settled(once)
    moved = again.depth_m != once.depth_m
    assert np.count_nonzero(moved) < 0.01 * np.count_nonzero(once.depth_m != wrong.depth_m)


def test_what_stands_before_the_sky_becomes_sky() -> None:
    """A cloud that is drawn as a hill is no hill, however far off."""
    memory = SpatialMemory().add(frame(at(0, 0, 0, 0.3)))
    camera = at(0.1, 0.1, 0.05, 0.3)
    true_m = see(camera)[1]
    sky = np.isinf(true_m)
    hill = replace(frame(camera, 1), depth_m=np.where(sky, np.float32(20.0), true_m))
    found = memory.settled(hill)
    assert found.depth_m is not None
    assert np.isinf(found.depth_m[sky]).mean() > 0.85


@pytest.mark.parametrize("seed", range(8))
def test_whoever_looks_at_whom_depth_stays_depth(seed: int) -> None:
    """Pictures that face each other, or look past, have rays that end behind one another."""
    dice = np.random.default_rng(seed)

    def somewhere() -> Camera:
        x, z, yaw, pitch = dice.uniform((-6, -6, -np.pi, -0.7), (6, 6, np.pi, 0.7))
        return at(x, z, yaw, pitch)

    memory = SpatialMemory()
    for index in range(8):
        memory = memory.add(frame(somewhere(), index))
    for index in range(8, 48):
        true = frame(somewhere(), index)
        assert true.depth_m is not None
        wrong_m = np.minimum(true.depth_m, np.float32(dice.uniform(0.3, 9.0)))
        found_m = memory.settled(replace(true, depth_m=wrong_m)).depth_m
        assert found_m is not None
        assert (found_m >= wrong_m * np.float32(0.999)).all(), "nearer than it was drawn"


def test_who_looked_at_us_past_nothing_saw_no_farther_than_themselves() -> None:
    """A ray towards their eye ends there, not in the sky that they saw behind us."""
    them, here = at(0, 10, np.pi), at(0, 0)
    nothing = np.full(them.shape, np.inf, np.float32)
    memory = SpatialMemory().add(seen(them, nothing))
    found = memory.settled(seen(here, np.full(here.shape, 2.0, np.float32), 1)).depth_m
    assert found is not None
    middle = found[30:42, 58:70]
    assert (middle > 8.5).all() and (middle < 10.1).all()


def test_what_creeps_nearer_is_held_where_it_was_seen_first() -> None:
    """A share of a per cent a frame is a wall in one's face after a minute."""
    memory = SpatialMemory().add(frame(at(0, 0)))
    for index in range(1, 25):
        camera = at(0.02 * index, 0.05 * index)
        known = memory.hint(camera)
        drawn = replace(frame(camera, index), depth_m=known.depth_m * np.float32(0.98))
        seen = memory.settled(drawn)
        memory = memory.add(seen, 0, known)
    assert apart(seen, slice(20, 100)) < 0.12


def test_who_was_blind_there_leaves_it_to_who_saw() -> None:
    """Who is asked is found among a few samples; between these it may have seen nothing."""
    first = frame(at(0, 0))
    assert first.depth_m is not None
    patchy = np.zeros_like(first.depth_m)
    patchy[4::8, 4::8] = first.depth_m[4::8, 4::8]
    patchy[:, 100:] = first.depth_m[:, 100:]
    memory = SpatialMemory().add(replace(first, depth_m=patchy))
    memory = memory.add(frame(at(0.1, 0.1), 1))
    assert len(memory.shelf) == 2
    wrong = guessed(frame(at(0.6, 0.3, -0.1), 2), 0.6, slice(40, 90))
    assert apart(memory.settled(wrong), slice(40, 90)) < 0.1


def test_far_off_a_little_nearer_is_in_the_way_too() -> None:
    """At twenty metres a twelfth less is half a hill on flat ground, and one gets there."""
    memory = SpatialMemory().add(frame(at(0, -6)))
    wall = slice(70, 90)
    wrong = guessed(frame(at(0.3, -5.7), 1), 0.92, wall)
    assert apart(wrong, wall) > 0.07
    assert apart(memory.settled(wrong), wall) < 0.04


def test_who_looked_through_is_believed_though_others_saw_something_there() -> None:
    """What was guessed from one side is known from the other; from far away one may look past."""
    columns = slice(40, 90)
    guess, again = (guessed(frame(at(x, x), i), 0.6, columns) for i, x in enumerate((0.0, 0.1)))
    beside, far = frame(at(1.5, 0.3, -0.1), 1), frame(at(0, -12), 1)
    assert apart(asked(again, [guess, beside]), columns) < 0.1
    assert apart(asked(again, [guess, far]), columns) > 0.3


def test_a_gap_of_a_few_pixels_far_off_is_looked_through() -> None:
    """Between two blocks one saw the wall behind: who comes there finds no third one."""
    here = frame(at(0, 0))
    assert here.depth_m is not None
    narrow = np.full_like(here.depth_m, 6.0)
    narrow[:, 62:67] = 13.0
    memory = SpatialMemory().add(replace(here, depth_m=narrow))
    camera = at(0.0, 3.0)
    filled = seen(camera, np.full(camera.shape, 3.0, np.float32), 1)
    found = memory.settled(filled).depth_m
    assert found is not None
    gap = found[30:42, 63:65]  # one pixel less than was seen: a rim is no proof
    assert (gap > 9.0).all()


def test_true_pictures_stay_as_they_are() -> None:
    """What is right must not be pushed about by what is right, too: edges, slopes, far ground."""
    memory, changed = SpatialMemory(), []
    for index in range(30):
        seen = frame(at(0.1 * index, 0.05 * index, 0.05 * index), index)
        found = memory.settled(seen)
        assert found.depth_m is not None and seen.depth_m is not None
        changed.append(float((found.depth_m != seen.depth_m).mean()))
        memory = memory.add(seen)
    assert max(changed) < 0.01


def test_what_nobody_saw_may_stand_anywhere() -> None:
    """A new view is the model's to invent."""
    memory = SpatialMemory().add(frame(at(0, 0)))
    behind = guessed(frame(at(0, 0, np.pi), 1), 0.5, slice(None))
    assert memory.settled(behind) is behind


def test_earlier_styles_and_what_came_before_an_edit_are_not_asked() -> None:
    """A tower that an event puts there stands where there was air before."""
    memory = SpatialMemory().add(frame(at(0, 0)))
    tower = guessed(frame(at(0.1, 0), 1), 0.5, slice(40, 90))
    assert memory.settled(tower, epoch=1) is tower
    assert replace(memory, empty_since=1).settled(tower) is tower
    assert memory.settled(tower) is not tower


def test_who_saw_a_thing_first_is_believed_before_who_did_not() -> None:
    """A picture that missed a pillar must not take it away from the one that shows it."""
    memory = SpatialMemory().add(frame(at(0, 0)))
    true = frame(at(0.05, 0.1), 1)
    assert true.depth_m is not None
    blind = replace(true, depth_m=np.full_like(true.depth_m, 60.0))
    memory = memory.add(blind)
    again = frame(at(0.1, 0.2), 2)
    found = memory.settled(again)
    assert found.depth_m is not None and again.depth_m is not None
    assert np.mean(found.depth_m != again.depth_m) < 0.02


def test_a_nearer_look_is_believed_before_a_far_one_that_hardly_tells() -> None:
    """From afar a flat field and a hill on it look the same, and one walks towards it."""

    def field(z: float, rise_m: float, index: int) -> Frame:
        camera = at(0, z)
        down = pixel_rays(camera)[..., 1]
        flat = np.where(down > 0, 1.6 / np.maximum(down, 1e-6), np.inf)
        hill = np.where(down > 0, (1.6 - rise_m) / np.maximum(down, 1e-6), np.inf)
        return seen(camera, np.where((flat + z > 22) & (flat + z < 27), hill, flat), index)

    memory = SpatialMemory(config=MemoryConfig(new_share=0.01))
    for index, z in enumerate((0.0, 12.0)):
        memory = memory.add(field(z, 0.0, index))
    assert len(memory.shelf) == 2
    wrong, true = field(16.0, 0.5, 2), field(16.0, 0.0, 2)
    found = memory.settled(wrong)
    assert wrong.depth_m is not None and true.depth_m is not None and found.depth_m is not None
    raised = np.isfinite(true.depth_m) & (wrong.depth_m < 0.8 * true.depth_m)
    assert raised.sum() > 200
    assert np.median(wrong.depth_m[raised] / true.depth_m[raised]) < 0.7
    assert np.median(found.depth_m[raised] / true.depth_m[raised]) > 0.85


@pytest.mark.parametrize("shape", [(144, 256), (90, 161), (7, 5)])
def test_what_moves_are_the_surfaces_in_parts_that_are_doubted(shape: tuple[int, int]) -> None:
    """Whatever the picture's size, and however it is shared out; no sky, nothing unknown."""
    rng = np.random.default_rng(3)
    depth_m = rng.choice(np.array([0.0, 2.0, np.inf, np.nan], np.float32), shape)
    parts = rng.random((18, 32)) < 0.4
    rows, columns = (np.arange(n) * parts.shape[at] // n for at, n in enumerate(shape))
    wanted = parts[rows[:, None], columns] & (depth_m == 2.0)
    surfels = np.empty((SURFEL_PLANES, *shape), np.float32)
    lift(np.full(shape, 5.0, np.float32), np.zeros(shape, np.bool_), surfels)
    moved = depth_m.copy()
    for band in ((0, 5), (5, 18)):
        push(moved, parts, surfels, np.eye(3, dtype=np.float32), np.zeros(3, np.float32), band)
    assert wanted.any()
    assert np.allclose(moved[wanted], 5.0, rtol=0.05)
    assert np.array_equal(moved[~wanted], depth_m[~wanted], equal_nan=True)

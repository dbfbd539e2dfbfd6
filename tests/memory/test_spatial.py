"""Memory as a value: what was seen is shown again, and it never grows without bound."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from tests.memory import scene
from tests.memory.scene import LENS, at, frame, psnr, see
from worldgen.errors import ConfigError
from worldgen.geometry import Camera
from worldgen.memory import DREAMT, MemoryConfig, Recall, SpatialMemory
from worldgen.memory.keyframe import keep, look
from worldgen.memory.ready import Ready
from worldgen.memory.select import most_redundant
from worldgen.types import Frame


def remember(cameras: Iterable[Camera], config: MemoryConfig | None = None) -> SpatialMemory:
    memory = SpatialMemory(config=config or MemoryConfig())
    for index, camera in enumerate(cameras):
        memory = memory.add(frame(camera, index))
    return memory


def painted(camera: Camera, index: int, shade: int) -> Frame:
    """The true frame in one flat colour."""
    rgb, depth_m = see(camera)
    return Frame(
        rgb=np.full_like(rgb, shade), depth_m=depth_m, camera=camera, index=index, time_s=index / 10
    )


def out_and_back() -> list[Camera]:
    """Turn right by 1.5 rad, walk 3 m, and all of it backwards."""
    turning = [at(0, 0, 0.1 * i) for i in range(16)]
    walking = [at(0.3 * i, 0, 1.5) for i in range(1, 11)]
    way = turning + walking
    return way + way[::-1][1:]


def same(a: Recall, b: Recall) -> bool:
    return all(
        np.array_equal(getattr(a, n), getattr(b, n)) for n in ("rgb", "depth_m", "colour", "depth")
    )


def test_one_true_frame_drawn_at_its_own_pose_is_that_frame() -> None:
    """The simplest revisit of all."""
    rgb, depth_m = see(at(1, -1, 0.4))
    known = remember([at(1, -1, 0.4)]).hint(at(1, -1, 0.4))
    assert psnr(known.rgb, rgb) > 55
    assert np.allclose(known.depth_m, depth_m, rtol=1e-3)


def test_a_memory_never_changes() -> None:
    """Snapshots are references: adding to one must leave the other as it was."""
    before = remember([at(0, 0)])
    seen = before.hint(at(0, 0.5))
    free = before.space().is_free(np.array([0.0, -1.0, 5.0]), 0.25)
    after = before
    for index in range(1, 12):
        after = after.add(painted(at(0, 0.15 * index, 0.1 * index), index, 0))
    assert same(seen, before.hint(at(0, 0.5)))
    assert free == before.space().is_free(np.array([0.0, -1.0, 5.0]), 0.25)
    assert not same(seen, after.hint(at(0, 0.5)))


def test_walking_out_and_back_shows_the_first_view_again() -> None:
    """Turn round and the same house stands there: every view of the way is known at its end."""
    way = out_and_back()
    memory = remember(way)
    for camera in way[:26:5]:
        rgb, _ = see(camera)
        known = memory.hint(camera)
        told = known.colour > 0.5
        assert told.mean() > 0.9
        assert psnr(known.rgb[told], rgb[told]) > 24


def test_a_place_seen_again_adds_nothing() -> None:
    """Lap after lap the memory stays as it is, so nothing is copied through the model for ever."""
    lap = out_and_back()
    once, twice = remember(lap), remember(lap * 2)
    assert len(twice.shelf) <= len(once.shelf) + 2


def test_what_was_seen_first_is_kept() -> None:
    """A second look in other colours does not paint over the first."""
    memory = SpatialMemory()
    for index in range(30):
        memory = memory.add(painted(at(0, 0, 0.001 * index), index, 200 if index == 0 else 60))
    assert np.median(memory.hint(at(0, 0)).rgb) == 200


def test_a_sharper_look_replaces_a_coarse_one() -> None:
    """What was seen from afar is kept only until it is seen from near."""
    memory = SpatialMemory().add(painted(at(0, -12), 0, 60)).add(painted(at(0, 0), 1, 200))
    known = memory.hint(at(0, 0.1))
    assert np.median(known.rgb) == 200
    assert known.colour.mean() > 0.8


def test_the_newest_frame_is_always_known() -> None:
    """Whether or not it became a keyframe, the next view can lean on the last one."""
    memory = SpatialMemory()
    for index in range(12):
        camera = at(0, 0, 0.06 * index)
        memory = memory.add(frame(camera, index))
        assert (memory.hint(camera).colour > 0).mean() > 0.99


def test_order_of_looking_hardly_matters() -> None:
    """The same views in another order know the same things."""
    ways = [at(0.4 * i - 1, -0.5 * i, 0.15 * i) for i in range(6)]
    camera = at(0.2, -1, 0.3)
    one, other = remember(ways).hint(camera), remember(ways[::-1]).hint(camera)
    assert abs(float((one.colour > 0).mean() - (other.colour > 0).mean())) < 0.03
    both = (one.colour > 0.5) & (other.colour > 0.5)
    assert psnr(one.rgb[both], other.rgb[both]) > 25


def test_there_are_never_more_keyframes_than_allowed_and_the_newest_stays() -> None:
    """An hour's walk must not cost an hour's memory."""
    config = MemoryConfig(max_keyframes=6, new_share=0.02)
    memory = SpatialMemory(config=config)
    for index in range(40):
        memory = memory.add(frame(at(0.1 * index - 2, -0.1 * index, 0.2 * index), index))
        assert len(memory.shelf) <= 6
        assert memory.latest is not None and memory.latest.index == index


def test_the_redundant_is_forgotten_before_the_unique() -> None:
    """Four quarters of the view and many looks at one of them: all four are still known."""
    config = MemoryConfig(max_keyframes=6, new_share=1e-6)
    corners = [at(0, 0, 1.5 * i) for i in range(4)]
    again = [at(0.02 * i, 0, 0.01 * i) for i in range(1, 15)]
    memory = remember(corners + again, config)
    assert len(memory.shelf) <= 6
    for camera in corners:
        assert (memory.hint(camera).colour > 0).mean() > 0.9


def test_the_newest_is_not_forgotten_though_it_is_a_copy() -> None:
    """It shows where one stands now; of what it copies, the older goes."""
    cameras = [at(0, 0), at(0, 0, 2.0), at(0, 0)]
    every = np.ones(LENS.shape, bool), np.ones(LENS.shape, np.float32)
    older, other, newest = (
        keep(look(frame(camera, index), 0, every[0] & (index == 2), every[1]))
        for index, camera in enumerate(cameras)
    )
    assert most_redundant([newest, other, older], newest) == 2
    assert most_redundant([older, other, newest], newest) == 0


def test_what_a_model_invents_ripens_before_it_is_held_to() -> None:
    """A strip at the edge is drawn again a few times; the rest stays as it was first."""
    memory = SpatialMemory(config=DREAMT).add(painted(at(0, 0), 0, 60))
    trusts = []
    for index in range(1, 7):
        memory = memory.add(painted(at(0, 0, 0.15), index, 60 + 20 * index))
        strip = memory.hint(at(0, 0, 0.15)).colour[:, -8:]
        trusts.append(float(np.median(strip)))
    assert trusts[0] < 0.5 < 0.8 < trusts[-1]
    assert trusts == sorted(trusts)
    known = memory.hint(at(0, 0, 0.15))
    assert np.median(known.rgb[:, 20:60]) == 60
    assert np.median(known.rgb[:, -8:]) > 80


def test_what_is_known_well_is_never_green_again() -> None:
    """Come nearer, and it is as good as known: it must not be open to the next invention."""
    memory = SpatialMemory(config=DREAMT).add(painted(at(8, -12), 0, 60))
    known = memory.hint(at(8, -1))
    half = (known.colour > 0.52) & (known.colour < 0.63) & np.isfinite(known.depth_m)
    assert half.mean() > 0.05
    plain = memory.add(painted(at(8, -1), 1, 60)).latest.plain  # type: ignore[union-attr]
    assert plain.known[half].all() and not plain.green[half].any()


def test_a_view_that_is_new_as_a_whole_is_believed_at_once() -> None:
    """A start and a change of looks were drawn in one piece."""
    memory = SpatialMemory(config=DREAMT).add(painted(at(0, 0), 0, 60))
    memory = memory.add(painted(at(0, 0, 3.0), 1, 90))
    assert np.median(memory.hint(at(0, 0, 3.0)).colour) > 0.8


def test_after_an_event_old_colours_are_gone_and_old_walls_stand() -> None:
    """Depth of an older epoch is kept, colour is not; new colours hold from the first new frame."""
    memory = remember([at(0, 0), at(0, 0, 0.6)])
    stale = memory.hint(at(0, 0, 0.3), epoch=1)
    assert stale.colour.max() == 0
    assert (stale.depth > 0).mean() > 0.9
    told = memory.add(painted(at(0, 0, 0.3), 2, 40), epoch=1).hint(at(0, 0, 0.3), epoch=1)
    assert (told.colour > 0.5).mean() > 0.95
    assert (told.rgb[told.colour > 0.5] == 40).mean() > 0.99


def test_what_moved_leaves_no_ghost() -> None:
    """A thing that was in the picture's middle is not remembered there once it is gone."""
    moving = np.zeros((72, 128), bool)
    moving[20:50, 50:80] = True
    memory = SpatialMemory().add(frame(at(0, 0), 0, moving))
    fresh = memory.hint(at(0, 0))
    assert fresh.colour[30:40, 60:70].max() == pytest.approx(0.5)  # as it was a moment ago
    later = memory.add(frame(at(0, 0, np.pi), 1))
    assert later.hint(at(0, 0)).colour[30:40, 60:70].max() == 0.0
    seen = later.add(frame(at(0, 0), 2)).hint(at(0, 0))
    assert seen.colour[30:40, 60:70].min() > 0.6


def test_a_picture_that_missed_a_thin_thing_does_not_take_it_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In rain a trunk is not drawn now and then; it would be gone from memory for ever."""
    memory = remember([at(0, 0)])
    pole = memory.hint(at(0, 0)).depth_m < 5.6
    pole[:, :60], pole[:, 68:] = False, False
    monkeypatch.setattr(scene, "BOXES", [*scene.BOXES[:3], *scene.BOXES[4:]])
    missed = frame(at(0, 0), 1)
    assert pole.sum() > 50 and missed.depth_m is not None and (missed.depth_m[pole] > 8).any()
    for index in range(1, 8):
        memory = memory.add(replace(missed, index=index))
    assert (memory.hint(at(0, 0)).depth_m[pole] < 5.6).all()
    aside = memory.hint(at(0.3, 0))
    assert (aside.depth_m < 5.6)[20:60, 50:70].any()


def test_a_trunk_that_is_drawn_a_little_thinner_each_time_stays_as_it_was() -> None:
    """At its rim memory is unsure, and a picture that shows the ground there proves nothing.

    In rain a trunk lost a pixel on each side with every frame and was gone after ten.
    """
    memory = remember([at(0, 0)])
    behind_m = np.float32(13.0)
    for index in range(1, 15):
        camera = at(0.02 * index, 0.0)
        known, true = memory.hint(camera), frame(camera, index)
        pole = known.depth_m < 5.95
        pole[:, :40], pole[:, 80:] = False, False
        inside = pole & np.roll(pole, 1, axis=1) & np.roll(pole, -1, axis=1)
        assert true.depth_m is not None
        assert not ((known.depth_m > 5.95) & (known.depth_m < 12))[28:36, 58:70].any()
        drawn_m = np.where(pole & ~inside, behind_m, known.depth_m)
        memory = memory.add(replace(true, depth_m=drawn_m), 0, known)
    left = memory.hint(at(0.3, 0.0)).depth_m[25:60, 40:80] < 5.95
    assert left.any(axis=1).all()
    assert np.median(left.sum(axis=1)) >= 2


def test_what_is_kept_ready_is_a_matter_of_time_alone() -> None:
    """Else a walk that is taken up, rewound or branched would be another one."""
    dice = np.random.default_rng(5)
    memory = SpatialMemory(config=DREAMT)
    for index, camera in enumerate(at(0.1 * i, 0.05 * i, 0.12 * i) for i in range(24)):
        true = frame(camera, index)
        assert true.depth_m is not None
        far = np.where(dice.random(true.depth_m.shape) < 0.2, np.float32(1.4), np.float32(1.0))
        memory = memory.add(memory.settled(replace(true, depth_m=true.depth_m * far)))
    again = replace(memory, ready=Ready())
    here = at(0.5, 0.5, 0.6)
    wrong = scene.seen(here, np.full(here.shape, 2.0, np.float32), 24)
    assert len(memory.shelf) > 3
    assert same(memory.hint(here), again.hint(here))
    ones, others = memory.settled(wrong).depth_m, again.settled(wrong).depth_m
    assert ones is not None and others is not None and np.array_equal(ones, others)


def test_memory_switched_off_knows_nothing_and_still_has_walls() -> None:
    """The ablation: no pictures, the same body."""
    memory = remember([at(0, 0.15 * i) for i in range(4)], MemoryConfig(max_keyframes=0))
    assert memory.hint(at(0, 0)).colour.max() == 0
    assert memory.space().ground_y(0.0, 5.0, 0.0) == pytest.approx(0.0, abs=0.05)


def test_frames_without_depth_are_let_by() -> None:
    """A model without depth simply has no memory."""
    flat = replace(frame(at(0, 0)), depth_m=None)
    memory = SpatialMemory()
    assert memory.add(flat) is memory


def test_an_empty_memory_knows_nothing() -> None:
    """A start from text has an empty hint."""
    known = SpatialMemory().hint(at(0, 0))
    assert known.colour.max() == 0 and known.depth.max() == 0 and not known.rgb.any()


@pytest.mark.parametrize(
    "wrong", [{"max_keyframes": -1}, {"drawn_keyframes": 1}, {"new_share": 0.0}]
)
def test_a_memory_that_cannot_work_is_refused(wrong: dict[str, float]) -> None:
    """A wrong setting is told when it is made, not an hour later."""
    with pytest.raises(ConfigError):
        MemoryConfig(**wrong)  # type: ignore[arg-type]

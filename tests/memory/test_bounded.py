"""A memory within a budget: bytes and time have an end, and what was first is still there."""

import zlib
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.scene import LENS, at, frame, psnr, see
from worldgen.errors import ConfigError, ShapeError
from worldgen.geometry import Camera, pose
from worldgen.kinematics import Body, eye_pose
from worldgen.memory import MemoryConfig, SpatialMemory
from worldgen.memory.packing import Packed, Plain, pack, rounded
from worldgen.memory.voxels import AT_HAND
from worldgen.types import Frame

SMALL = MemoryConfig(max_picture_mb=0.6)


def street(count: int) -> Iterator[Frame]:
    """The courtyard over and over along a street, so that every place is a new one."""
    for index in range(count):
        rgb, depth_m = see(at(0, 0, 0.7 * index))
        camera = LENS.at(pose(np.array([9.0 * index, -1.6, 0.0]), 0.7 * index))
        yield Frame(rgb=rgb, depth_m=depth_m, camera=camera, index=index, time_s=index / 10)


def remember(frames: Iterator[Frame], config: MemoryConfig) -> SpatialMemory:
    memory = SpatialMemory(config=config)
    for seen in frames:
        memory = memory.add(seen)
    return memory


def packed(camera: Camera) -> tuple[Plain, Packed]:
    rgb, depth_m = see(camera)
    known = np.indices(depth_m.shape).sum(0) % 3 == 0
    green = np.indices(depth_m.shape).sum(0) % 5 == 0
    depth_m = rounded(depth_m, np.zeros_like(known))
    plain = Plain(rgb=rgb, depth_m=depth_m, known=known, green=green, blind=~green)
    return plain, pack(plain)


@given(yaw=st.floats(-3.1, 3.1))
def test_packing_loses_nothing_but_a_little_depth(yaw: float) -> None:
    """What is kept is what was seen, bit for bit; depth is rounded once and never again."""
    plain, small = packed(at(0.5, -1, yaw))
    again = small.unpack()
    _, depth_m = see(at(0.5, -1, yaw))
    solid = np.isfinite(depth_m)
    assert np.array_equal(again.rgb, plain.rgb)
    assert np.array_equal(again.known, plain.known)
    assert np.array_equal(again.green, plain.green)
    assert np.array_equal(again.depth_m, plain.depth_m)
    assert np.array_equal(np.isinf(again.depth_m), ~solid)
    assert np.allclose(again.depth_m[solid], depth_m[solid], rtol=3e-4)
    assert len(small.data) < plain.rgb.size


def test_noise_is_packed_as_truly_as_smooth_pictures() -> None:
    """Differences wrap round at their ends; a wild picture must come back, too."""
    dice = np.random.default_rng(1)
    wild = Plain(
        rgb=dice.integers(0, 256, (7, 13, 3), np.uint8),
        depth_m=rounded(
            np.exp(dice.normal(0, 9, (7, 13))).astype(np.float32), dice.random((7, 13)) < 0.2
        ),
        known=dice.random((7, 13)) < 0.5,
        green=dice.random((7, 13)) < 0.5,
        blind=dice.random((7, 13)) < 0.5,
    )
    again = pack(wild).unpack()
    assert np.array_equal(again.rgb, wild.rgb)
    assert np.array_equal(again.depth_m, wild.depth_m)
    assert np.array_equal(again.known, wild.known)
    assert np.array_equal(again.green, wild.green)
    assert np.array_equal(again.blind, wild.blind)


def test_a_picture_that_was_packed_without_its_last_mask_is_read() -> None:
    """Older walks say nothing of who is blind."""
    plain, small = packed(at(0.5, -1))
    raw, masks = zlib.decompress(small.data), np.packbits(np.stack([plain.known, plain.green]))
    older = raw[: 5 * plain.known.size] + masks.tobytes()
    again = Packed(shape=small.shape, data=zlib.compress(older)).unpack()
    assert np.array_equal(again.known, plain.known) and np.array_equal(again.green, plain.green)
    assert np.array_equal(again.depth_m, plain.depth_m) and not again.blind.any()


def test_a_summary_mixes_no_surfaces() -> None:
    """Half the size: every depth is one that was seen there, not a mean of pole and wall."""
    plain, small = packed(at(0, 0))
    half = small.halved().unpack()
    height, width = half.depth_m.shape
    blocks = plain.depth_m.reshape(height, 2, width, 2).swapaxes(1, 2).reshape(height, width, 4)
    nearest = blocks.min(-1)
    solid = np.isfinite(nearest)
    assert np.array_equal(np.isinf(half.depth_m), ~solid)
    assert (np.abs(half.depth_m[solid] / nearest[solid] - 1) < 0.12).all()


def test_bytes_have_an_end_and_the_first_places_stay() -> None:
    """More is walked than it holds whole: what is far is coarse, nothing is forgotten."""
    memory = remember(street(40), SMALL)
    assert memory.shelf.nbytes <= SMALL.max_picture_mb * 1e6
    assert memory.shelf.nbytes == sum(k.nbytes for k in memory.shelf)
    assert len(memory.shelf) == 40
    sizes = [k.halvings for k in sorted(memory.shelf, key=lambda k: k.index)]
    assert sizes[0] > 0 and sizes[-1] == 0 and sizes == sorted(sizes, reverse=True)
    first = next(street(1))
    known = memory.hint(first.camera)
    assert (known.depth > 0).mean() > 0.95
    assert psnr(known.rgb, first.rgb) > 22


def test_a_budget_that_holds_nothing_else_keeps_the_newest() -> None:
    """Even then the memory works: the last keyframe is whole."""
    memory = remember(street(12), MemoryConfig(max_picture_mb=0.001))
    assert [k.index for k in memory.shelf] == [11]
    assert all(k.halvings == 0 for k in memory.shelf)


def test_what_is_far_away_costs_a_view_nothing() -> None:
    """A view asks the cells around it: a hundred other streets are not looked at."""
    memory = remember(street(40), MemoryConfig())
    here = memory.shelf.around(np.array([9.0 * 39, -1.6, 0.0]), 192)
    assert 0 < len(here) < 20
    assert min(k.index for k in here) > 20


def test_a_memo_does_not_change_what_is_seen() -> None:
    """A keyframe drawn from its packed form is the one that was drawn when it was new."""
    memory = remember(street(3), MemoryConfig())
    camera = next(street(1)).camera
    warm = memory.hint(camera)
    cold = SpatialMemory(shelf=memory.shelf, latest=memory.latest, kept=memory.kept).hint(camera)
    assert np.array_equal(warm.rgb, cold.rgb)
    assert np.array_equal(warm.depth_m, cold.depth_m)
    assert np.array_equal(warm.colour, cold.colour)


def test_walls_left_behind_stand_when_one_comes_back() -> None:
    """Regions far away are squeezed; opened again, they answer as before."""
    memory, asked = SpatialMemory(), np.array([0.0, -1.0, 5.6])
    for index in range(4):
        memory = memory.add(
            frame(LENS.at(eye_pose(Body(feet=np.array([0, 0, 0.2 * index])))), index)
        )
    ground = memory.space().ground_y(0.0, 3.0, 0.0)
    assert not memory.space().is_free(asked, 0.25)
    for index in range(60):
        place = np.array([40.0 * index + 100.0, 0, 0])
        memory = memory.add(frame_at(place, index + 4))
    assert memory.voxels.far_bytes > 0
    assert sum(hasattr(region, "chunks") for region in memory.voxels.regions.values()) <= AT_HAND
    assert memory.space().ground_y(0.0, 3.0, 0.0) == ground
    assert not memory.space().is_free(asked, 0.25)


def frame_at(feet: np.ndarray, index: int) -> Frame:
    rgb, depth_m = see(at(0, 0))
    camera = LENS.at(eye_pose(Body(feet=feet)))
    return Frame(rgb=rgb, depth_m=depth_m, camera=camera, index=index, time_s=index / 10)


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(np.array([1.5, -1.0, 4.5]), id="inside a box"),
        pytest.param(np.array([0.0, 5.0, 0.0]), id="below the ground"),
        pytest.param(np.array([1e4, -1.6, 0.0]), id="ten kilometres away"),
        pytest.param(np.array([1e12, -1e12, 1e12]), id="nowhere"),
    ],
)
def test_a_view_from_an_impossible_place_is_a_hint_all_the_same(place: np.ndarray) -> None:
    """Whatever is known of it is finite and marked; nothing else is claimed."""
    memory = SpatialMemory()
    for index in range(6):
        memory = memory.add(frame(at(0, 0, 0.5 * index), index))
    known = memory.hint(LENS.at(pose(place, 0.3)))
    assert not np.isnan(known.depth_m).any()
    for confidence in (known.colour, known.depth):
        assert np.isfinite(confidence).all() and confidence.min() >= 0 and confidence.max() <= 1
    if np.abs(place).max() > 1e3:
        assert np.isinf(known.depth_m[known.depth > 0]).all()  # only the sky is seen from there
    memory.space().ground_y(float(place[0]), float(place[2]), float(place[1]))


def test_a_view_from_no_place_at_all_is_refused() -> None:
    """NaN is stopped where poses are made, with words."""
    nowhere = np.full((4, 4), np.nan)
    with pytest.raises(ShapeError):
        LENS.at(nowhere)


def test_a_budget_of_nothing_is_refused() -> None:
    """It is told when the setting is made."""
    with pytest.raises(ConfigError):
        MemoryConfig(max_picture_mb=0.0)


def test_what_lies_far_ahead_does_not_crowd_out_what_is_near(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All looks down a street end in the middle of the view; those from near by fill it.

    They once counted as much as any, and after 90 seconds 64 % of an old view were known.
    """
    monkeypatch.setattr("worldgen.memory.select.LOOKED_AT", 4)
    config = MemoryConfig(new_share=1e-6)
    backwards = [at(0, 9.6 - 0.8 * i) for i in range(28)]
    way = [*backwards, at(0, -12.0, np.pi)]
    memory = remember((frame(camera, i) for i, camera in enumerate(way)), config)
    rgb, _ = see(at(0, -12.0))
    known = memory.hint(at(0, -12.0))
    assert (known.colour > 0.5).mean() > 0.95
    assert psnr(known.rgb, rgb) > 30

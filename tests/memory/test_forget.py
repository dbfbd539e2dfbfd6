"""What is forgotten is gone from pictures and voxels; all else stays."""

import numpy as np
from numpy.typing import NDArray

from worldgen.geometry import Camera, pose
from worldgen.memory import Box, SpatialMemory, without
from worldgen.memory.kernel_voxels import STOOD
from worldgen.memory.regions import Region
from worldgen.types import Frame

LENS = Camera.from_fov(64, 36, 1.2)
HERE = LENS.at(pose(np.array([0.0, -1.6, 0.0])))
BOX = Box(low=np.array([0.2, -3.0, 3.5]), high=np.array([2.0, 0.0, 4.5]))


class Inside:
    """A region that is an upright box."""

    def holds(self, points_m: NDArray[np.float64], camera: Camera) -> NDArray[np.bool_]:
        return np.asarray(((points_m >= BOX.low) & (points_m <= BOX.high)).all(axis=-1))


def seen(index: int) -> Frame:
    """A wall 4 m ahead, in a colour of its own."""
    return Frame(
        rgb=np.full((36, 64, 3), 40 + 10 * index, np.uint8),
        depth_m=np.full((36, 64), 4.0, np.float32),
        camera=HERE,
        index=index,
        time_s=0.1 * index,
    )


def remembered(frames: int = 3) -> SpatialMemory:
    memory = SpatialMemory()
    for index in range(frames):
        memory = memory.add(seen(index))
    return memory


def stood(memory: SpatialMemory) -> int:
    """How many voxels are marked as stood in."""
    near = [r for r in memory.voxels.regions.values() if isinstance(r, Region)]
    chunks = [chunk for region in near for chunk in region.chunks.values()]
    return sum(int((evidence == STOOD).sum()) for evidence, _ in chunks)


def test_pixels_of_the_region_are_unknown_and_no_others() -> None:
    """A hint of what was taken away would bring it back."""
    memory = remembered()
    before, after = memory.hint(HERE), without(memory, Inside(), BOX).hint(HERE)
    x = (np.arange(64) + 0.5 - HERE.cx) / HERE.fx * 4.0
    y = -1.6 + (np.arange(36) + 0.5 - HERE.cy) / HERE.fy * 4.0
    inside = ((x > 0.2) & (x < 2.0))[None] & ((y > -3.0) & (y < 0.0))[:, None]
    assert (before.colour > 0).all()
    assert np.array_equal(after.depth == 0, inside) and np.array_equal(after.colour == 0, inside)


def test_voxels_of_the_box_are_empty_and_no_others() -> None:
    """One walks where the thing stood, and still not through the wall beside it."""
    memory = remembered()
    space = without(memory, Inside(), BOX).space()
    wall, gone = np.array([-1.0, -1.5, 4.0]), np.array([1.1, -1.5, 4.0])
    assert not memory.space().is_free(gone, 0.25) and space.is_free(gone, 0.25)
    assert not memory.space().is_free(wall, 0.25) and not space.is_free(wall, 0.25)


def test_where_somebody_stood_may_be_built_on() -> None:
    """A house that is told to stand across the way is no house if one walks through it."""
    memory = remembered()
    around = Box(low=np.full(3, -2.0), high=np.full(3, 2.0))
    left = without(memory, Inside(), around)
    assert stood(memory) > 0 == stood(left)
    assert stood(left.add(seen(3))) > 0, "where one stands now stays free"


def test_pictures_from_before_the_thing_came_are_kept() -> None:
    """They know what stands behind it."""
    memory = remembered()
    kept = without(memory, Inside(), BOX, since=1)
    assert (kept.hint(HERE).colour > 0).all()
    assert next(iter(kept.shelf)) is next(iter(memory.shelf))


def test_a_part_that_reaches_the_horizon_goes_too() -> None:
    """Its middle lies hundreds of metres off, though it begins before one's feet."""
    long = Box(low=BOX.low, high=np.array([2.0, 0.0, 400.0]))
    after = without(remembered(), Inside(), long).hint(HERE)
    assert np.array_equal(after.depth, without(remembered(), Inside(), BOX).hint(HERE).depth)
    assert (after.depth == 0).any()


def test_the_memory_that_was_given_is_as_it_was() -> None:
    """Snapshots hang on it."""
    memory = remembered()
    before = memory.hint(HERE)
    without(memory, Inside(), BOX)
    after = memory.hint(HERE)
    assert np.array_equal(before.colour, after.colour)
    assert not memory.space().is_free(np.array([1.1, -1.5, 4.0]), 0.25)

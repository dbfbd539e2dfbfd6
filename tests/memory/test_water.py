"""Water from what was seen: deep water stops a body, and nothing that only looks like it does."""

from pathlib import Path

import numpy as np
import pytest

from tests.memory.scene import LENS, seen
from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.kinematics import Body, BodyConfig, advance, eye_pose
from worldgen.memory import MemoryStore, SpatialMemory, load_memory
from worldgen.memory.voxels import SeenSpace, VoxelMap
from worldgen.types import Action, Frame

BODY = BodyConfig()
EYE = np.array([0.0, -BODY.eye_m, 0.0])


class Lake:
    """Level land that falls by `bank` for its last 2 m, then water, `wide_m` of it, along +z."""

    def __init__(self, bank: float, shore_m: float, wide_m: float = 1e3) -> None:
        self.bank, self.shore_m, self.far_m = bank, shore_m, shore_m + wide_m
        self.level = 2.0 * bank

    def see(self, camera: Camera, index: int = 0, still: bool = False) -> Frame:
        """The true frame; beyond the water land is level."""
        rays = pixel_rays(camera) @ camera.rotation.T
        down, along = rays[..., 1], rays[..., 2]
        _, y, z = camera.position
        with np.errstate(divide="ignore", invalid="ignore"):
            land, water = -y / down, (self.level - y) / down
            fall = (self.bank * (z - self.shore_m + 2.0) - y) / (down - self.bank * along)
        edge, depth_m = self.shore_m - 2.0, np.where(down > 0, water, np.inf)
        for way, first, last in ((fall, edge, self.shore_m), (land, -1e3, edge)):
            hit = (way > 0) & (z + way * along >= first) & (z + way * along < last)
            depth_m = np.where(hit, np.minimum(way, depth_m), depth_m)
        away = z + np.where(np.isfinite(depth_m), depth_m, 0.0) * along
        moving = np.isfinite(depth_m) & (away > self.shore_m) & (away < self.far_m)
        return seen(camera, depth_m, index, moving & (not still))


def walk(lake: Lake, frames: int, run: bool = False) -> tuple[np.ndarray, VoxelMap]:
    """Feet after each of some frames straight on, (N, 3) metres, and what was seen."""
    voxels, body, feet = VoxelMap(), Body(), []
    for index in range(frames):
        voxels = voxels.observe(lake.see(LENS.at(eye_pose(body)), index), BODY)
        floor = np.array([body.feet[0], body.floor_y_m, body.feet[2]])
        body = advance(body, Action(forward=1.0, run=run), SeenSpace(voxels, BODY, floor), 0.1)
        feet.append(body.feet)
    return np.array(feet), voxels


@pytest.mark.parametrize("bank", [0.1, 0.2, 0.3])
@pytest.mark.parametrize("shore_m", [8.0, 9.13])
@pytest.mark.parametrize("run", [False, True])
def test_a_body_wades_and_stops(bank: float, shore_m: float, run: bool) -> None:
    """It once walked out onto the lake; it must sink in slowly, and stop where it is too deep."""
    lake = Lake(bank, shore_m)
    feet, voxels = walk(lake, 70 if run else 120, run)
    assert not (feet[:, 1] > 0.1).any() or feet[feet[:, 1] > 0.1, 2].min() > shore_m - 2.0
    sunk_m = feet[:, 1] - lake.level
    assert shore_m + 0.5 < feet[-1, 2] < shore_m + BODY.wade_m / (0.06 + bank) + 0.9
    assert feet[-1, 2] == pytest.approx(feet[-10, 2], abs=0.1)
    assert 0.2 < sunk_m[-1] < BODY.wade_m + 0.05
    assert np.abs(np.diff(feet[:, 1])).max() <= (0.7 if run else 0.35) * 0.3 * (1 + 2 * bank)
    back = advance(Body(feet=feet[-1]), Action(forward=-1.0), SeenSpace(voxels, BODY), 0.1)
    assert back.feet[2] < feet[-1, 2] - 0.1


@pytest.mark.parametrize("bank", [0.1, 0.3])
def test_bed_and_depth_make_the_surface(bank: float) -> None:
    """A body would float or dive if the bed that carries it were not where the depth says."""
    lake = Lake(bank, 7.0)
    _, voxels = walk(lake, 20)
    space = SeenSpace(voxels, BODY)
    depths = []
    for z in np.arange(7.6, 10.0, 0.3):
        for from_y in (lake.level, lake.level + 0.8):
            deep_m, bed = space.water_m(0.1, z, from_y), space.ground_y(0.1, z, from_y)
            assert deep_m > 0 and bed is not None
            assert bed - deep_m == pytest.approx(lake.level, abs=0.03)
        depths.append(deep_m)
    assert (np.diff(depths) > -0.05).all() and depths[-1] > 0.4
    assert space.water_m(0.1, 6.4, 0.0) == 0.0


@pytest.mark.parametrize("bank", [0.1, 0.2, 0.3])
def test_a_ford_is_crossed(bank: float) -> None:
    """Water narrower than 1.5 m stops nobody, however steep its bank."""
    feet, _ = walk(Lake(bank, 7.0, 1.4), 80)
    assert feet[-1, 2] > 11.0


@pytest.mark.parametrize("share", [0.1, 0.35])
def test_rain_is_no_water(share: float) -> None:
    """Flakes lie over the ground at its own depth; in each picture they are elsewhere."""
    rng, lake, voxels = np.random.default_rng(5), Lake(0.05, -90.0), VoxelMap()  # ground at 0.1 m
    for index in range(40):
        camera = LENS.at(pose(EYE + np.array([0.0, 0.0, 0.1 * index]), 0.0))
        plain = lake.see(camera)
        assert plain.depth_m is not None
        flakes = rng.random((camera.height_px // 2, camera.width_px)) < share
        moving = flakes.repeat(2, axis=0)
        voxels = voxels.observe(seen(camera, plain.depth_m, index, moving), BODY)
        space = SeenSpace(voxels, BODY)
        wet = [
            space.water_m(x, z, 0.1)
            for x in np.arange(-2.0, 2.1, 0.5)
            for z in np.arange(0.1 * index + 1.0, 0.1 * index + 8.0, 0.5)
        ]
        assert not any(wet)


def test_what_moves_over_known_ground_is_no_water() -> None:
    """No water stands in the air: under a flag that blows there is the ground that was seen."""
    lake, voxels = Lake(0.0, 90.0), VoxelMap()
    camera = LENS.at(pose(EYE, 0.0))
    ground = lake.see(camera)
    flag = Lake(0.0, -90.0)
    flag.level = -0.8
    for index in range(40):
        voxels = voxels.observe(flag.see(camera, index) if index % 3 == 2 else ground, BODY)
    assert not any(SeenSpace(voxels, BODY).water_m(0.0, z, 0.0) for z in np.arange(4.0, 8.0, 0.25))


def test_a_curtain_is_no_water() -> None:
    """What moves upright is not level."""
    voxels, camera = VoxelMap(), LENS.at(pose(EYE, 0.0))
    everything = np.ones(camera.shape, bool)
    for index in range(20):
        voxels = voxels.observe(seen(camera, np.full(camera.shape, 3.1), index, everything), BODY)
    space = SeenSpace(voxels, BODY)
    assert not any(space.water_m(x, 3.1, 0.0) for x in np.arange(-2.0, 2.0, 0.3))


def test_one_picture_is_not_enough() -> None:
    """Water persists: what two pictures show may be something that passes."""
    lake, camera = Lake(0.1, 5.0), LENS.at(pose(EYE, 0.0))
    voxels = VoxelMap()
    for index in range(4):
        wet = SeenSpace(voxels, BODY).water_m(0.0, 7.0, lake.level) > 0
        assert wet == (index == 3)
        voxels = voxels.observe(lake.see(camera, index), BODY)


def test_ice_carries() -> None:
    """Water that stands still for long enough is ground again."""
    lake, camera, voxels = Lake(0.1, 5.0), LENS.at(pose(EYE, 0.0)), VoxelMap()
    for index in range(24):
        voxels = voxels.observe(lake.see(camera, index, still=index > 10), BODY)
    space = SeenSpace(voxels, BODY)
    assert space.water_m(0.0, 7.0, lake.level) == 0.0
    assert space.ground_y(0.0, 7.0, lake.level) == pytest.approx(lake.level, abs=0.03)


def test_water_is_kept_on_disk(tmp_path: Path) -> None:
    """A walk that is taken up again must not end on the lake."""
    lake, memory = Lake(0.2, 5.0), SpatialMemory()
    for index in range(6):
        memory = memory.add(
            lake.see(LENS.at(pose(EYE + np.array([0.0, 0.0, 0.1 * index]), 0.0)), index)
        )
    MemoryStore(tmp_path).write(memory)
    again = load_memory(tmp_path).space()
    depths = [memory.space().water_m(0.0, z, 1.0) for z in np.arange(4.0, 8.0, 0.2)]
    assert max(depths) > 0 and depths == [again.water_m(0.0, z, 1.0) for z in np.arange(4, 8, 0.2)]

"""Through less air than before the same things show, and clearer: as they do to the eye."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.scene import at, psnr, see
from worldgen.data.kernel_shade import tone as rendered
from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.memory import MemoryStore, SpatialMemory, load_memory, splat
from worldgen.memory.haze import LEVELS, LINEAR, WHITE, Air, air_of, tone
from worldgen.types import Frame, Weather

FOG_PER_M = 0.034
LIGHT = LINEAR[np.array([190, 196, 203])]
AIR = Air(per_m=FOG_PER_M, light=LIGHT)
THICK_PER_M = 0.15
"""So thick that the courtyard's walls, 14 m off, are hardly seen."""


def hazy(camera: Camera, per_m: float = FOG_PER_M) -> tuple[np.ndarray, np.ndarray]:
    """The courtyard through fog, and its depth: Koschmieder's law, pixel by pixel."""
    rgb, depth_m = see(camera)
    away_m = np.where(np.isfinite(depth_m), depth_m, 1e6) * np.linalg.norm(
        pixel_rays(camera), axis=-1
    )
    through = np.exp(-per_m * away_m)[..., None]
    light = LINEAR[rgb] * through + LIGHT * (1 - through)
    return np.round(tone(light)).astype(np.uint8), depth_m


def fogged(camera: Camera, index: int = 0, per_m: float = FOG_PER_M) -> Frame:
    rgb, depth_m = hazy(camera, per_m)
    weather = Weather(haze_per_m=per_m)
    return Frame(
        rgb=rgb, depth_m=depth_m, camera=camera, index=index, time_s=float(index), weather=weather
    )


@pytest.mark.parametrize("light", [0.0, 0.001, 0.02, 0.2, 0.8, 3.0, 50.0])
def test_levels_are_the_renderers(light: float) -> None:
    """Pictures that a model learns from were made by that curve; another would miss the colour."""
    plain = getattr(rendered, "py_func")  # noqa: B009 -- it is called by other kernels only
    assert tone(np.array(light)) == pytest.approx(255 * plain(light), abs=0.01)


def test_every_level_is_a_light_and_back() -> None:
    """If the two curves were not each other's inverse, memory would fade or burn with time."""
    assert np.abs(tone(LINEAR) - np.arange(256))[:254].max() < 0.5
    at = np.rint(np.sqrt(LINEAR / WHITE) * (len(LEVELS) - 1)).astype(int)
    assert np.abs(LEVELS[at].astype(int) - np.arange(256))[:254].max() == 0
    assert LEVELS[-1] == 255
    assert (np.diff(LINEAR) >= 0).all()


@given(
    x=st.floats(-1.5, 1.5),
    z=st.floats(-4.0, 2.5),
    yaw=st.floats(-0.3, 0.3),
    per_m=st.floats(0.01, 0.06),
)
def test_what_was_seen_through_fog_clears_as_one_comes_near(
    x: float, z: float, yaw: float, per_m: float
) -> None:
    """And pales as one goes away: the true view is the judge, from anywhere."""
    seen_from, camera = at(0, -3), at(x, z, yaw)
    rgb, depth_m = hazy(seen_from, per_m)
    truth, _ = hazy(camera, per_m)
    air = Air(per_m=per_m, light=LIGHT)
    stack = (rgb[None], depth_m[None], seen_from.pose_c2w[None])
    known, as_seen = splat(*stack, camera, air=air), splat(*stack, camera)
    told = (known.colour > 0.4) & np.isfinite(known.depth_m)
    if told.mean() < 0.2:
        return
    mine, before = psnr(known.rgb[told], truth[told]), psnr(as_seen.rgb[told], truth[told])
    assert mine > min(before - 0.3, 33)
    if math.hypot(x, z + 3) > 3 and per_m > 0.03:
        assert mine > before + 1.5


def test_at_its_own_pose_a_foggy_picture_is_itself() -> None:
    """Neither bends what is seen from where it was seen."""
    camera = at(0, 0)
    frame = fogged(camera, per_m=THICK_PER_M)
    memory = SpatialMemory().add(frame)
    assert memory.air is not None
    assert psnr(memory.hint(camera).rgb, frame.rgb) > 48


def test_the_airs_light_is_read_off_what_is_far() -> None:
    """Of what hardly comes through: nothing but fog."""
    air = air_of(fogged(at(0, 0), per_m=THICK_PER_M), None)
    assert air is not None and air.per_m == THICK_PER_M
    assert np.abs(air.light / LIGHT - 1).max() < 0.15


def test_a_bright_sky_overhead_is_not_the_airs_light() -> None:
    """High up one looks out of the fog; what is near would pale to the sky's white."""
    seen = fogged(at(0, 0, pitch=0.2), per_m=THICK_PER_M)
    assert seen.depth_m is not None
    bright = seen.rgb.copy()
    bright[np.isinf(seen.depth_m)] = 255
    air, dazzled = air_of(seen, None), air_of(replace(seen, rgb=bright), None)
    assert air is not None and dazzled is not None
    assert np.array_equal(air.light, dazzled.light)


def test_who_looks_at_the_ground_knows_the_light_from_before() -> None:
    """It shows no air; what was read off a moment ago still holds."""
    down = fogged(at(0, 0, 0.0, -1.0))
    assert air_of(down, None) is None
    before = Air(per_m=0.02, light=LIGHT)
    air = air_of(down, before)
    assert air is not None and air.per_m == FOG_PER_M
    assert np.array_equal(air.light, LIGHT)


def test_clear_air_is_none() -> None:
    """On a fair day nothing changes, and nothing is spent."""
    clear = replace(fogged(at(0, 0)), weather=Weather(haze_per_m=0.0013))
    assert air_of(clear, AIR) is None
    assert SpatialMemory().add(clear).air is None


def test_noise_is_not_made_a_picture() -> None:
    """From thirty metres to two, what is left of a colour would be made seventy times stronger."""
    far = at(0, 0)
    rgb = np.full((*far.shape, 3), (188, 198, 203), np.uint8)  # two levels off the air's own
    depth_m = np.full(far.shape, 30.0, np.float32)
    near, air = far.at(pose(far.position + 28 * far.forward)), replace(AIR, per_m=THICK_PER_M)
    known = splat(rgb[None], depth_m[None], far.pose_c2w[None], near, air=air)
    told = known.colour > 0
    assert told.any()
    off = np.abs(known.rgb[told].astype(int) - (190, 196, 203))[:, :2]
    assert off.min() >= 6 and off.max() <= 10


def test_air_is_part_of_what_is_kept(tmp_path: Path) -> None:
    """A walk that is taken up after a kill goes on through the same fog."""
    memory = SpatialMemory().add(fogged(at(0, 0), per_m=THICK_PER_M))
    assert memory.air is not None
    MemoryStore(tmp_path).write(memory)
    again = load_memory(tmp_path)
    assert again.air is not None and again.air.per_m == memory.air.per_m
    assert np.array_equal(again.air.light, memory.air.light)
    view = at(0.5, 2)
    assert np.array_equal(again.hint(view).rgb, memory.hint(view).rgb)


@pytest.mark.parametrize("wrong", [[0.1], [0.1, 0.2], "fog", [0.1, 0.2, 0.3, "x"]])
def test_air_that_is_none_is_refused(wrong: object) -> None:
    """A file that was tampered with is damaged, and said to be."""
    with pytest.raises((ValueError, TypeError)):
        Air.from_json(wrong)  # type: ignore[arg-type]


def test_what_hardly_came_through_is_hardly_believed() -> None:
    """From thirty metres to ten: what was left of its light says as little as it was."""
    far = at(0, 0)
    rgb = np.full((*far.shape, 3), 120, np.uint8)
    depth_m = np.full(far.shape, 30.0, np.float32)
    near, air = far.at(pose(far.position + 20 * far.forward)), replace(AIR, per_m=0.05)
    stack = (rgb[None], depth_m[None], far.pose_c2w[None])
    foggy, clear = splat(*stack, near, air=air), splat(*stack, near)
    told = foggy.colour > 0
    assert told.any()
    assert foggy.colour[told] == pytest.approx(clear.colour[told] * math.exp(-1.0), rel=0.01)
    assert np.array_equal(splat(*stack, far, air=air).colour, splat(*stack, far).colour)


def test_of_two_pictures_the_one_seen_through_less_air_is_shown() -> None:
    """In clear air both are sharp enough, and the first is."""
    cameras = [at(0, 0), at(0, 10)]
    rgb = np.full((2, *cameras[0].shape, 3), 120, np.uint8)
    depth_m = np.ones((2, *cameras[0].shape), np.float32)
    depth_m *= np.array([30.0, 20.0], np.float32)[:, None, None]
    stack = (rgb, depth_m, np.stack([camera.pose_c2w for camera in cameras]))
    view = at(0, 2)
    middle = (view.height_px // 2, view.width_px // 2)
    assert splat(*stack, view).source[middle] == 0
    assert splat(*stack, view, air=replace(AIR, per_m=0.1)).source[middle] == 1

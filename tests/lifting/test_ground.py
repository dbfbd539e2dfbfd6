"""Where the ground is under the first eye, which does not see it."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.lifting.meshes.scenes import along_a_floor, frame
from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.lifting.ground import ground_below_m
from worldgen.types import Frame

LENS = Camera.from_fov(96, 96, 1.2)
START = np.array([7.0, -3.0, 2.0])


def looking(
    *surfaces: tuple[float, float, float], noise: float = 0.0, pitch_rad: float = -0.35
) -> list[Frame]:
    """A short walk ahead over level or tilted surfaces.

    Args:
        surfaces: each begins so far ahead of the start, lies so far below it, and falls so much
            a metre ahead; a nearer one hides the others.
        noise: share by which each frame's depth is off, on average.
    """
    dice = np.random.default_rng(0)
    frames = []
    for at in range(8):
        camera = LENS.at(pose(START + np.array([0, 0, 0.05 * at]), pitch_rad=pitch_rad))
        rays = pixel_rays(camera) @ camera.rotation.T
        met = [_met(rays, 0.05 * at, *surface) for surface in surfaces]
        depth = np.minimum.reduce(met) * np.exp(noise * _smooth(dice))
        frames.append(frame(camera, depth, (90, 90, 90), at))
    return frames


def _met(
    rays: NDArray[np.float64], ahead_m: float, begins_m: float, below_m: float, falls: float
) -> NDArray[np.float64]:
    """Depth of a surface along rays from so far ahead; +inf where they miss it."""
    with np.errstate(divide="ignore", invalid="ignore"):
        depth = (below_m + falls * ahead_m) / (rays[..., 1] - falls * rays[..., 2])
    there = (depth > 0) & (depth < 200) & (ahead_m + depth * rays[..., 2] >= begins_m)
    return np.where(there, depth, np.inf)


def _smooth(dice: np.random.Generator) -> NDArray[np.float64]:
    """(96, 96) noise in patches of 12 pixels, as a model's depth is off."""
    patches = np.kron(dice.normal(size=(8, 8)), np.ones((12, 12)))
    return patches.astype(np.float64)


@pytest.mark.parametrize("height_m", [0.16, 1.6, 60.0])
def test_an_eye_is_as_high_as_it_is(height_m: float) -> None:
    """A toy car's, a body's, a drone's: it was 1.6 m for all, and floors lay at 1.44 m."""
    frames = looking((-1e9, height_m, 0.0))
    assert ground_below_m(frames, START) == pytest.approx(height_m, rel=0.01)


@pytest.mark.parametrize("falls", [-0.2, 0.25])
def test_a_slope_is_carried_on_to_where_one_stands(falls: float) -> None:
    """Downhill the lowest ground nearby lies far below the feet, uphill above them."""
    frames = looking((-1e9, 1.6, falls))
    assert ground_below_m(frames, START) == pytest.approx(1.6, abs=0.05)


def test_a_terrace_is_the_ground_and_not_what_lies_below_it() -> None:
    """Most of what is seen lies deeper."""
    frames = [
        frame(at.camera, np.minimum(at.depth_m, _upper(at)), (90, 90, 90), at.index)
        for at in looking((-1e9, 4.6, 0.0))
        if at.depth_m is not None
    ]
    assert ground_below_m(frames, START) == pytest.approx(1.6, abs=0.02)


def _upper(of: Frame) -> NDArray[np.float64]:
    """Depth of a terrace that ends 1.5 m ahead of the start."""
    rays = pixel_rays(of.camera) @ of.camera.rotation.T
    depth = _met(rays, of.camera.position[2] - START[2], -1e9, 1.6, 0.0)
    ahead = of.camera.position[2] - START[2] + depth * rays[..., 2]
    return np.where(ahead <= 1.5, depth, np.inf)


def test_a_table_beside_one_is_not_the_ground() -> None:
    """It is nearer than any ground that is seen, and there is much more ground."""
    floor, table = looking((-1e9, 1.6, 0.0)), looking((1.0, 0.6, 0.0))
    frames = []
    for under, over in zip(floor, table, strict=True):
        assert under.depth_m is not None and over.depth_m is not None
        rays = pixel_rays(over.camera) @ over.camera.rotation.T
        ahead = over.camera.position[2] - START[2] + over.depth_m * rays[..., 2]
        depth = np.where(ahead < 1.8, over.depth_m, np.inf)
        frames.append(frame(over.camera, np.minimum(depth, under.depth_m), (90, 90, 90)))
    assert ground_below_m(frames, START) == pytest.approx(1.6, abs=0.02)


def test_depth_that_a_model_guesses_is_good_enough() -> None:
    """Off by a twelfth in patches, frame by frame: the height is off by no more."""
    frames = looking((-1e9, 1.6, 0.0), noise=0.08, pitch_rad=-0.1)
    assert ground_below_m(frames, START) == pytest.approx(1.6, rel=0.08)


def test_what_moves_and_what_is_level_with_the_eye_is_no_ground() -> None:
    """Nor walls, nor sky: then nobody knows, and whoever asked is told so."""
    seen = along_a_floor(2)
    eye = seen[0].camera.position
    moving = [
        Frame(
            rgb=at.rgb,
            depth_m=at.depth_m,
            camera=at.camera,
            index=at.index,
            time_s=0.0,
            moving=np.isfinite(at.depth_m),  # type: ignore[arg-type]
        )
        for at in seen
    ]
    assert ground_below_m(seen, eye) == pytest.approx(1.6, abs=0.01)
    assert ground_below_m(moving, eye) is None
    wall = [frame(LENS.at(pose(START)), np.full(LENS.shape, 3.0), (9, 9, 9))]
    assert ground_below_m(wall, START) is None
    sky = [frame(LENS.at(pose(START)), np.full(LENS.shape, np.inf), (9, 9, 9))]
    assert ground_below_m(sky, START) is None

"""Old colours in a new light: as bright as the new ones, with the old ones' own differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.geometry import Camera, pose
from worldgen.memory import Recall
from worldgen.world.colour_transfer import LEAST_KNOWN, TRUST, ColourTransfer, transfer_between

CAMERA = Camera.from_fov(64, 36, 1.2).at(pose(np.array([0.0, -1.6, 0.0])))


def known_view(seed: int = 0) -> Recall:
    """Textured ground, a textured wall 8 m off, and sky over it; all of it known."""
    v = (np.arange(36) + 0.5 - CAMERA.cy)[:, None] / CAMERA.fy * np.ones((1, 64))
    wall = np.full((36, 64), 8.0)
    with np.errstate(divide="ignore"):
        ground = np.where(v > 0, 1.6 / v, np.inf)
    depth_m = np.minimum(ground, np.where(v > -0.2, wall, np.inf)).astype(np.float32)
    grain = np.random.default_rng(seed).integers(-20, 21, (36, 64, 1))
    base = np.where((ground < 8.0)[..., None], (60, 140, 50), (150, 90, 70))
    ones = np.ones((36, 64), np.float32)
    return Recall(
        rgb=np.clip(base + grain, 0, 255).astype(np.uint8),
        depth_m=depth_m,
        colour=ones,
        depth=ones,
        source=np.zeros((36, 64), np.int16),
        sharpness=ones,
    )


def transfer(old: Recall, new: np.ndarray) -> ColourTransfer:
    found = transfer_between(old, new.astype(np.uint8), CAMERA, 0, 1)
    assert found is not None
    return found


@given(st.floats(0.3, 1.1), st.integers(0, 9))
def test_a_darker_look_darkens_and_keeps_every_difference(share: float, seed: int) -> None:
    """A picture that is the old one in less light is what the old colours become."""
    old = known_view(seed)
    dark = np.round(old.rgb * share)
    toned = transfer(old, dark)(old.rgb, old.depth_m, CAMERA)
    solid = np.isfinite(old.depth_m)
    assert np.abs(toned[solid].astype(float) - dark[solid]).max() < 8


def test_of_a_blank_new_look_it_takes_the_light_alone() -> None:
    """The model's night had no bricks; the old ones are there, as dark as it was."""
    old = known_view()
    night = np.zeros_like(old.rgb) + np.array([20, 24, 48], np.uint8)
    toned = transfer(old, night)(old.rgb, old.depth_m, CAMERA).astype(float)
    solid = np.isfinite(old.depth_m)
    assert toned[solid].mean() == pytest.approx(night.mean(), abs=6)
    alike = np.corrcoef(toned[solid].mean(-1), old.rgb[solid].astype(float).mean(-1))[0, 1]
    assert alike > 0.5


def test_snow_lies_on_the_ground_and_not_on_walls() -> None:
    """What lies and what stands have tones of their own."""
    old = known_view()
    lies = (old.depth_m < 7.9)[..., None]
    white = np.where(lies, 245, old.rgb)
    toned = transfer(old, white)(old.rgb, old.depth_m, CAMERA).astype(int)
    inside = np.zeros(old.depth_m.shape, bool)
    inside[-6:] = True
    assert toned[inside].mean() > 225
    wall = (old.depth_m == 8.0) & ~np.roll(lies[..., 0], -2, axis=0)
    assert np.abs(toned[wall] - old.rgb[wall]).mean() < 12


def test_what_is_known_of_the_new_look_stays_and_the_sky_is_left_alone() -> None:
    """Old colours fill gaps; they are less sure than new ones, and no sky is among them."""
    old = known_view()
    half = np.zeros(old.depth_m.shape, np.float32)
    half[:, :32] = 0.9
    new = Recall(
        rgb=np.full_like(old.rgb, 7),
        depth_m=old.depth_m,
        colour=half,
        depth=old.depth,
        source=old.source,
        sharpness=old.sharpness,
    )
    joined = transfer(old, old.rgb).joined(new, old, CAMERA)
    solid = np.isfinite(old.depth_m)
    assert (joined.rgb[:, :32] == 7).all() and (joined.colour[:, :32] == np.float32(0.9)).all()
    filled = solid & (half == 0)
    assert joined.colour[filled] == pytest.approx(TRUST)
    assert (joined.rgb[filled] != 7).any(-1).mean() > 0.99
    assert (joined.colour[~solid & (half == 0)] == 0).all()


def test_where_too_little_was_known_nothing_is_told() -> None:
    """A glimpse of a wall says nothing of the light."""
    old = known_view()
    solid = np.isfinite(old.depth_m)
    few = np.cumsum(solid).reshape(solid.shape) <= LEAST_KNOWN * solid.size - 1
    old.colour[~(few & solid)] = 0.0
    assert transfer_between(old, old.rgb, CAMERA, 0, 1) is None

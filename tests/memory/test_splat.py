"""Drawing remembered pictures from elsewhere: true where it says it knows, silent elsewhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.scene import LENS, at, psnr, see
from worldgen.errors import ShapeError
from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.memory import Recall, splat
from worldgen.memory.kernel_draw import ZBuffer, draw
from worldgen.memory.kernel_surfels import BLIND, lift
from worldgen.memory.splat import SURFEL_PLANES

near = st.floats(-2.5, 2.5, allow_nan=False)
turns = st.floats(-3.1, 3.1, allow_nan=False)


def recall(seen_from: list[Camera], camera: Camera, fresh: np.ndarray | None = None) -> Recall:
    pictures = [see(other) for other in seen_from]
    return splat(
        np.stack([rgb for rgb, _ in pictures]),
        np.stack([depth_m for _, depth_m in pictures]),
        np.stack([other.pose_c2w for other in seen_from]),
        camera,
        fresh=fresh,
    )


@given(x=near, z=near, yaw=turns, pitch=st.floats(-0.5, 0.5))
def test_a_picture_drawn_at_its_own_pose_is_itself(
    x: float, z: float, yaw: float, pitch: float
) -> None:
    """If this fails, every revisit is blurred or shifted."""
    camera = at(x, z, yaw, pitch)
    rgb, depth_m = see(camera)
    known = recall([camera], camera)
    assert (known.depth > 0).all()
    assert psnr(known.rgb, rgb) > 55
    assert np.array_equal(np.isinf(known.depth_m), np.isinf(depth_m))
    solid = np.isfinite(depth_m)
    assert np.allclose(known.depth_m[solid], depth_m[solid], rtol=1e-3)


@given(x=near, z=st.floats(-3.0, 1.5), yaw=st.floats(-0.3, 0.3))
def test_what_is_known_is_what_is_there(x: float, z: float, yaw: float) -> None:
    """Known pixels must match the true view from anywhere near: else the hint lies to the model."""
    camera = at(x, z, yaw)
    rgb, depth_m = see(camera)
    known = recall([at(0, 0), at(1, -1, 0.2), at(-1, -0.5, -0.2)], camera)
    told = known.colour > 0.5
    if told.mean() < 0.2:
        return
    assert psnr(known.rgb[told], rgb[told]) > 24
    both = told & np.isfinite(depth_m) & np.isfinite(known.depth_m)
    apart = np.abs(known.depth_m[both] / depth_m[both] - 1)
    assert np.median(apart) < 1e-3
    assert (apart > 0.05).mean() < 0.04
    assert (np.isinf(known.depth_m) != np.isinf(depth_m))[told].mean() < 0.02


def test_walking_nearer_leaves_no_pinholes() -> None:
    """A wall seen from 8 m and drawn from 2 m is whole, and says that it is coarse."""
    depths_m = np.full((1, 72, 128), 8.0, np.float32)
    rgb = np.full((1, 72, 128, 3), 99, np.uint8)
    known = splat(rgb, depths_m, np.eye(4)[None], LENS.at(pose(np.array([0.0, 0.0, 6.0]))))
    assert np.allclose(known.depth_m, 2.0, rtol=1e-4)
    assert (known.rgb == 99).all()
    assert np.allclose(known.colour, 0.25, atol=0.02)
    assert np.allclose(known.sharpness, 0.25, atol=0.02)


def test_what_one_is_unsure_of_may_still_be_sharp() -> None:
    """At an edge trust is less, and all the detail is there: none is to be added."""
    known = recall([at(0, 0)], at(0, 0))
    assert known.colour.min() < 0.9
    assert (known.sharpness[known.colour > 0] > 0.99).all()


def test_what_was_seen_near_and_sharp_outranks_what_was_seen_far() -> None:
    """Order in the list does not decide between a sharp and a coarse picture."""
    camera, near_by, far = at(0, 3.0), at(0, 2.5), at(0, -8.0)
    rgb, _ = see(camera)
    for order in ([near_by, far], [far, near_by]):
        known = recall(order, camera)
        assert known.colour.mean() > 0.75
        assert psnr(known.rgb, rgb) > psnr(recall([far], camera).rgb, rgb) + 3


def test_order_hardly_matters() -> None:
    """Keyframes come in any order; the view must not hang on it."""
    seen_from = [at(0.3 * i - 1, -0.4 * i, 0.1 * i - 0.3) for i in range(6)]
    camera = at(0.2, -0.3, 0.05)
    one, other = recall(seen_from, camera), recall(seen_from[::-1], camera)
    assert ((one.colour > 0) == (other.colour > 0)).mean() > 0.99
    assert psnr(one.rgb, other.rgb) > 28


def test_near_hides_far() -> None:
    """The pole in front of the wall stays in front, whichever picture saw which."""
    wall = np.full((72, 128), 10.0, np.float32)
    pole = wall.copy()
    pole[:, 60:68] = 3.0
    rgbs = np.stack([np.full((72, 128, 3), 50, np.uint8)] * 2)
    rgbs[1, :, 60:68] = 200
    poses = np.stack([np.eye(4)] * 2)
    for order in ([0, 1], [1, 0]):
        known = splat(rgbs[order], np.stack([wall, pole])[order], poses[order], LENS)
        assert (known.rgb[:, 60:68] == 200).all()
        assert (known.depth_m[:, 60:68] == 3.0).all()


def test_what_the_witness_looked_through_is_not_there() -> None:
    """A depth guessed too near in an old picture must not hang in front of a newer, truer one."""
    truth, ghost = np.full((72, 128), 10.0, np.float32), np.full((72, 128), 10.0, np.float32)
    ghost[20:50, 40:80] = 3.0
    rgbs = np.stack([np.full((72, 128, 3), 200, np.uint8), np.full((72, 128, 3), 50, np.uint8)])
    pictures = (rgbs, np.stack([ghost, truth]), np.stack([np.eye(4)] * 2), LENS)
    assert (splat(*pictures).depth_m == 3.0).any()
    assert (splat(*pictures, witness=1).depth_m == 10.0).all()


def test_the_witness_does_not_speak_of_what_it_did_not_see() -> None:
    """What stands beside or behind the newest picture's view stays as it was remembered."""
    here, turned = LENS, LENS.at(pose(np.zeros(3), 1.5))
    rgbs = np.full((2, 72, 128, 3), 90, np.uint8)
    depths_m = np.stack([np.full((72, 128), 3.0), np.full((72, 128), 20.0)]).astype(np.float32)
    poses = np.stack([here.pose_c2w, turned.pose_c2w])
    known = splat(rgbs, depths_m, poses, here, witness=1)
    assert np.allclose(known.depth_m[:, :90], 3.0)


def test_a_surface_seen_from_behind_hides_and_tells_nothing() -> None:
    """Walking round a wall must not show its front from the back, nor look through it."""
    columns = np.mgrid[:72, :128][1]
    across = (columns + 0.5 - 64) / LENS.fx
    depth_m = (4.0 / (1.0 + 0.8 * across)).astype(np.float32)  # a wall that runs away aslant
    rgb = np.full((72, 128, 3), 180, np.uint8)
    behind = LENS.at(pose(np.array([3.0, 0.0, 9.0]), np.pi))
    known = splat(rgb[None], depth_m[None], np.eye(4)[None], behind)
    assert known.colour.max() == 0 and known.depth.max() == 0


def test_sky_turns_and_never_comes_nearer() -> None:
    """Sky is at infinity: walking does not move it, turning does."""
    rgb = np.random.default_rng(0).integers(0, 255, (1, 72, 128, 3), np.uint8)
    sky = np.full((1, 72, 128), np.inf, np.float32)
    walked = splat(rgb, sky, np.eye(4)[None], LENS.at(pose(np.array([5.0, -2.0, 9.0]))))
    assert np.array_equal(walked.rgb, rgb[0]) and np.isinf(walked.depth_m).all()
    turned = splat(rgb, sky, np.eye(4)[None], LENS.at(pose(np.zeros(3), 0.3)))
    assert 0.6 < (turned.colour > 0).mean() < 0.9


def test_what_moves_and_what_is_unknown_is_left_out() -> None:
    """Depth 0, NaN and moving pixels leave holes where they were: unknown is 0 in every plane."""
    rgb = np.full((1, 72, 128, 3), 77, np.uint8)
    depth_m = np.full((1, 72, 128), 5.0, np.float32)
    depth_m[0, 10:30, 10:30] = 0.0
    depth_m[0, 40:60, 10:30] = np.nan
    moving = np.zeros((1, 72, 128), bool)
    moving[0, 10:30, 80:100] = True
    known = splat(rgb, depth_m, np.eye(4)[None], LENS, moving)
    holes = (depth_m[0] != 5.0) | moving[0]
    assert np.array_equal(known.colour == 0, holes)
    for plane in (known.rgb, known.depth_m, known.depth):
        assert not plane[holes].any()


def test_stale_pictures_give_depth_and_no_colour() -> None:
    """After an event old colours are wrong, old walls still stand."""
    known = recall([at(0, 0)], at(0, 0.3), fresh=np.array([False]))
    assert known.colour.max() == 0 and not known.rgb.any()
    assert (known.depth > 0).mean() > 0.9


def test_nothing_is_known_ten_kilometres_away() -> None:
    """Far off, ground and walls are out of sight; only the sky is the same."""
    known = recall([at(0, 0)], at(10_000.0, 3_000.0))
    assert np.isinf(known.depth_m[known.depth > 0]).all()


def test_no_pictures_know_nothing() -> None:
    """An empty memory gives an empty view rather than an error."""
    known = splat(
        np.zeros((0, 72, 128, 3), np.uint8), np.zeros((0, 72, 128), "f4"), np.zeros((0, 4, 4)), LENS
    )
    assert known.colour.max() == 0


@pytest.mark.parametrize(
    "broken",
    [
        {"depths_m": np.zeros((1, 71, 128), np.float32)},
        {"rgbs": np.zeros((1, 72, 128, 3), np.float32)},
        {"poses": np.full((1, 4, 4), np.nan)},
        {"moving": np.zeros((2, 72, 128), bool)},
    ],
)
def test_pictures_that_do_not_fit_are_refused(broken: dict[str, np.ndarray]) -> None:
    """A wrong shape must be an error with words, not a crash in compiled code."""
    fine = {
        "rgbs": np.zeros((1, 72, 128, 3), np.uint8),
        "depths_m": np.ones((1, 72, 128), np.float32),
        "poses": np.eye(4)[None],
    }
    with pytest.raises(ShapeError):
        splat(**{**fine, **broken}, camera=LENS)  # type: ignore[arg-type]


def test_compiled_and_plain_loops_agree() -> None:
    """The loops as Python runs them are the truth; compilation may round, not differ."""
    small = LENS.resized(32, 18)
    _, depth_m = see(small.at(at(0, 0).pose_c2w))
    surfels, plain = np.empty((5, 18, 32), np.float32), np.empty((5, 18, 32), np.float32)
    lift(depth_m, np.zeros((18, 32), bool), surfels)
    with np.errstate(divide="ignore"):
        lift.py_func(depth_m, np.zeros((18, 32), bool), plain)
    assert np.allclose(surfels, plain)
    matrix = np.array([[1.0, 0.1, -2.0], [0.0, 1.1, -0.5], [0.0, 0.001, 0.98]], np.float32)
    offset = np.array([3.0, -1.0, -0.4], np.float32)
    buffers = [ZBuffer.empty(18, 32) for _ in range(2)]
    looks_back = np.linalg.inv(matrix).astype(np.float32), -offset
    parts = np.arange(6).reshape(2, 3) != 4
    how = (surfels, matrix, offset, surfels, *looks_back, 0, 1.0, 0.03, parts, 0.02, (0, 18))
    draw(*how, buffers[0])
    draw.py_func(*how, buffers[1])
    for one, other in zip(*buffers, strict=True):
        drawn = buffers[0].winner >= 0
        assert np.isclose(one[drawn], other[drawn], rtol=1e-3, atol=1e-3).mean() > 0.995


def test_a_drop_before_a_thin_trunk_has_not_looked_past_it() -> None:
    """In rain trunks of a pixel or two would be eaten away, drop by drop."""
    depth_m = np.full((5, 7), 30.0, np.float32)
    depth_m[:, 3] = 3.0
    depth_m[2, 3] = 0.0
    surfels = np.empty((SURFEL_PLANES, 5, 7), np.float32)
    lift(depth_m, np.zeros((5, 7), np.bool_), surfels)
    assert surfels[4, 2, 3] == BLIND
    assert surfels[4, 2, 1] == np.float32(1 / 30)


def test_rough_ground_stays_in_one_piece() -> None:
    """Where it came apart, each piece would stand upright, and grow as one walks towards it."""
    camera = at(0, 0)
    down = np.maximum(pixel_rays(camera)[..., 1], 1e-6)
    true = np.where(down > 0.07, 1.6 / down, 0.0)
    rough = true * (1 + 0.02 * np.random.default_rng(4).standard_normal(true.shape))
    surfels = np.empty((5, *camera.shape), np.float32)
    lift(rough.astype(np.float32), np.zeros(camera.shape, np.bool_), surfels)
    ground = surfels[0] > 0
    assert np.mean(surfels[3][ground] > 0.99) > 0.97


def test_things_stand_apart_from_what_is_behind_them() -> None:
    """A box at arm's length and the yard behind it, the yard's slope notwithstanding."""
    camera = at(0, 0)
    depth_m = see(camera)[1]
    surfels = np.empty((5, *camera.shape), np.float32)
    lift(depth_m, np.zeros(camera.shape, np.bool_), surfels)
    rise = np.abs(np.diff(1 / depth_m, axis=1))
    edge = rise > 0.4 * np.maximum(1 / depth_m[:, 1:], 1 / depth_m[:, :-1])
    assert edge.sum() > 50
    inside = edge[:, 1:-1] & ~edge[:, :-2] & ~edge[:, 2:]
    across = surfels[1][:, 1:-2][inside]
    assert np.mean(np.abs(across) < 0.5 * rise[:, 1:-1][inside]) > 0.95


@pytest.mark.parametrize("far_m", [4.0, 10.0, 20.0])
def test_a_surface_somewhat_before_what_the_newest_shows_is_not_there(far_m: float) -> None:
    """Were the nearest believed, ground that is drawn with errors would come nearer and nearer."""
    depths_m = np.stack(
        [np.full((72, 128), metres, np.float32) for metres in (0.86 * far_m, far_m)]
    )
    rgbs = np.zeros((2, 72, 128, 3), np.uint8)
    poses = np.stack([np.eye(4)] * 2)
    found = splat(rgbs, depths_m, poses, LENS.at(np.eye(4)), witness=-1)
    assert np.allclose(found.depth_m, far_m, rtol=0.01)


@pytest.mark.parametrize("aside_m", [0.0, 1.2])
def test_sky_that_was_beside_a_thing_is_half_believed_once_that_has_passed(aside_m: float) -> None:
    """Its colour seeps over the edge, and would stay as an outline; who stands sees a still one."""
    depth_m = np.full((1, 72, 128), np.inf, np.float32)
    depth_m[:, 20:, 60:68] = 5.0
    view = LENS.at(pose(np.array([aside_m, 0.0, 0.0])))
    known = splat(np.full((1, 72, 128, 3), 90, np.uint8), depth_m, np.eye(4)[None], view)
    row, beside, sky = known.colour[50], [58, 59, 68, 69], [*range(40), *range(70, 128)]
    sky_is_seen = np.isinf(known.depth_m[50][beside])
    left = 1.0 if aside_m == 0.0 else 0.55
    assert sky_is_seen.sum() >= 2 and np.allclose(row[beside][sky_is_seen], left)
    assert np.allclose(row[sky], 1.0)
    assert np.allclose(known.depth[50][sky], 1.0)

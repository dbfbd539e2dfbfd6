"""Clips hold what they promise, and a stride is the same walk seen less often."""

import numpy as np

from worldgen.data.clips import make_clip
from worldgen.data.scene import sample_spec
from worldgen.data.walks import AHEAD

SIZE_PX = (32, 18)


def test_a_clip_s_arrays_have_the_promised_shapes_and_types() -> None:
    """Training reads these arrays without looking."""
    clip = make_clip(3, 3, SIZE_PX, spec=sample_spec(3, "room"), extra_rays=0)
    assert (clip.rgb.shape, clip.rgb.dtype) == ((3, 18, 32, 3), np.dtype(np.uint8))
    assert (clip.depth_m.shape, clip.depth_m.dtype) == ((3, 18, 32), np.dtype(np.float32))
    assert clip.sky.shape == clip.moving.shape == (3, 18, 32)
    assert clip.sky.dtype == clip.moving.dtype == np.dtype(bool)
    assert (clip.poses_c2w.shape, clip.poses_c2w.dtype) == ((3, 4, 4), np.dtype(np.float64))
    assert (clip.actions.shape, clip.actions.dtype) == ((3, 7), np.dtype(np.float32))
    assert not clip.actions[0].any()
    assert clip.caption


def test_a_stride_keeps_every_nth_frame_of_the_same_walk() -> None:
    """Fewer frames a second must not be another walk, nor another time of the clouds."""
    dense = make_clip(5, 5, SIZE_PX, spec=sample_spec(5, "meadow"), extra_rays=0)
    sparse = make_clip(5, 3, SIZE_PX, spec=sample_spec(5, "meadow"), extra_rays=0, stride=2)
    assert np.array_equal(dense.poses_c2w[::2], sparse.poses_c2w)
    assert np.array_equal(dense.rgb[::2], sparse.rgb)


def test_another_walk_seed_walks_elsewhere_in_the_same_scene() -> None:
    """Several walks of one scene are only worth rendering if they differ."""
    spec = sample_spec(9, "ruins")
    one, two = (make_clip(9, 2, SIZE_PX, spec=spec, extra_rays=0, walk_seed=k) for k in (0, 1))
    assert np.abs(one.poses_c2w[0, :3, 3] - two.poses_c2w[0, :3, 3]).max() > 0.5


def test_who_wants_to_get_on_gets_farther() -> None:
    """Far things are only learnt to come near where walkers go to them."""
    went_m = {"looks about": 0.0, "gets on": 0.0}
    for seed in range(6):
        spec = sample_spec(seed, "meadow")
        about = make_clip(seed, 9, SIZE_PX, spec=spec, extra_rays=0, stride=8)
        ahead = make_clip(seed, 9, SIZE_PX, spec=spec, extra_rays=0, stride=8, intentions=AHEAD)
        for who, clip in zip(went_m, (about, ahead), strict=True):
            places = clip.poses_c2w[:, :3, 3]
            went_m[who] += float(np.linalg.norm(places[-1] - places[0]))
    assert went_m["gets on"] > 1.15 * went_m["looks about"]

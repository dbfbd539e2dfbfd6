"""Leading a model along a walk, and the baselines that need none."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.pictures import psnr_db
from worldgen.evaluation.rollout import Rollout, fill, warp
from worldgen.models.echo import EchoModel
from worldgen.types import Action, Frame


def test_a_rollout_stands_where_it_is_told(view: Any) -> None:
    """The camera of every frame is the commanded one, and the walk before is not changed."""
    first = _small(view())
    rollout = Rollout.begin(EchoModel(), first, "a room")
    cameras = [_small(view(yaw=0.1 * index)).camera for index in (1, 2)]
    one = rollout.step(Action(yaw=0.1), cameras[0])
    two = one.step(Action(yaw=0.1), cameras[1])
    assert [rollout.frame.index, one.frame.index, two.frame.index] == [0, 1, 2]
    assert two.frame.camera is cameras[1]
    assert not np.array_equal(one.frame.rgb, two.frame.rgb)


def test_the_first_view_is_remembered_as_it_truly_was(view: Any) -> None:
    """The memory of a rollout begins with the truth, not with the model's copy of it."""
    first = _small(view())
    rollout = Rollout.begin(EchoModel(), first, "a room")
    known = rollout.memory.hint(first.camera)
    sure = known.colour > 0.9
    assert sure.mean() > 0.9
    assert psnr_db(known.rgb, first.rgb, sure) > 30


def test_warping_to_the_same_view_changes_nothing(view: Any) -> None:
    """Depth and pose say nothing moved."""
    first = view()
    assert psnr_db(warp(first, first.camera), first.rgb) > 35


def test_warping_ahead_beats_repeating(view: Any) -> None:
    """In a room with exact depth the warp is nearly the truth; else it is no baseline."""
    first, then = view(), view(z=0.5, yaw=0.05)
    assert psnr_db(warp(first, then.camera), then.rgb) > psnr_db(first.rgb, then.rgb) + 6


def test_gaps_are_filled_with_what_surrounds_them() -> None:
    """A hole in an even picture vanishes; what is known stays as it was."""
    rng = np.random.default_rng(0)
    rgb = np.full((37, 50, 3), (200, 100, 50), np.uint8)
    known = rng.random((37, 50)) > 0.5
    known[10:20, 10:30] = False
    holed = np.where(known[..., None], rgb, 0).astype(np.uint8)
    assert np.abs(fill(holed, known).astype(int) - rgb).max() <= 1
    noise = rng.integers(0, 255, rgb.shape, dtype=np.uint8)
    assert (fill(noise, known)[known] == noise[known]).all()


@pytest.mark.parametrize("known", [True, False])
def test_filling_takes_the_extremes(known: bool) -> None:
    """All known stays; nothing known is black and no error."""
    rgb = np.full((9, 16, 3), 77, np.uint8)
    filled = fill(rgb, np.full((9, 16), known))
    assert (filled == (77 if known else 0)).all()


def _small(frame: Frame) -> Frame:
    """The frame at EchoModel's size."""
    camera = frame.camera.resized(64, 36)
    assert frame.depth_m is not None
    return Frame(
        rgb=np.ascontiguousarray(frame.rgb[2::4, 2::4]),
        depth_m=np.ascontiguousarray(frame.depth_m[2::4, 2::4]),
        camera=camera,
        index=0,
        time_s=0,
    )

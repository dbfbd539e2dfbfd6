"""Seen and never seen, in a room where both can be worked out."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.overlap import overlap
from worldgen.types import Frame


def test_the_same_view_was_seen_whole(view: Any) -> None:
    """A frame has seen all of itself."""
    found = overlap(view(), view())
    assert found.seen.all()
    assert not found.never_seen.any()


def test_turning_right_shows_a_new_strip_on_the_right(view: Any) -> None:
    """Along the middle row, what lies beyond the old picture's edge is new, the rest is not."""
    turn, first = 0.3, view()
    found = overlap(first, view(yaw=turn))
    half = math.atan(128 / first.camera.fx)
    edge = 128 + first.camera.fx * math.tan(half - turn)
    row = found.never_seen[72]
    assert row[: int(edge) - 2].mean() < 0.02
    assert row[int(edge) + 2 :].all()


def test_what_stood_behind_something_is_never_seen(view: Any) -> None:
    """A box before the wall hides what is behind it until one steps aside."""
    first, then = view(), view(x=1.0)
    boxed = np.asarray(first.depth_m).copy()
    boxed[40:100, 100:156] = 2.0
    hidden = _with_depth(first, boxed)
    assert overlap(first, then).never_seen.mean() < overlap(hidden, then).never_seen.mean() - 0.05


def test_what_moves_is_neither(view: Any) -> None:
    """Of a creature that walked off nothing can be said."""
    first = view()
    moving = np.zeros(first.camera.shape, bool)
    moving[:, :50] = True
    found = overlap(first, _with_depth(first, first.depth_m, moving))
    assert not (found.seen | found.never_seen)[:, :50].any()
    assert found.seen[:, 50:].all()


def test_sky_turns_and_does_not_shift(view: Any) -> None:
    """A step to the side leaves the sky where it was; a turn does not."""
    first, aside, turned = view(), view(x=2.0), view(yaw=0.5)
    open_sky = np.full(first.camera.shape, np.inf, np.float32)
    assert overlap(_with_depth(first, open_sky), _with_depth(aside, open_sky)).seen.all()
    new = overlap(_with_depth(first, open_sky), _with_depth(turned, open_sky)).never_seen
    assert new[:, -20:].all()
    assert new.mean() == pytest.approx(0.45, abs=0.1)


def _with_depth(frame: Frame, depth_m: Any, moving: Any = None) -> Frame:
    return Frame(
        rgb=frame.rgb,
        depth_m=np.asarray(depth_m, np.float32),
        camera=frame.camera,
        index=0,
        time_s=0,
        moving=moving,
    )

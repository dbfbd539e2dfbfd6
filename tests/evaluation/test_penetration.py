"""The eye that goes through things."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from worldgen.evaluation.penetration import Passages, passes_through


def test_an_eye_beyond_the_wall_went_through_it(view: Any) -> None:
    """The room's wall lies 9 m ahead."""
    frame = view(z=8.8)
    assert not passes_through(frame, np.array([0.0, 0.0, 8.9]))
    assert passes_through(frame, np.array([0.0, 0.0, 9.2]))
    assert not passes_through(frame, np.array([0.0, 0.0, 8.0]))  # backwards it saw nothing


def test_an_eye_that_depth_may_be_wrong_about_passed_nothing(view: Any) -> None:
    """Four centimetres behind the wall are within what a depth is off by; ten are not."""
    frame = view(z=8.8)
    assert not passes_through(frame, np.array([0.0, 0.0, 9.04]))
    assert passes_through(frame, np.array([0.0, 0.0, 9.10]))


def test_a_walk_with_room_is_clean(view: Any) -> None:
    """Half a metre from the wall, and along it."""
    passages = Passages()
    for index in range(12):
        passages.see(view(x=3.4, z=0.15 * index, index=index))
    assert len(passages.found) == 11
    assert not any(passage.violates for passage in passages.found)


def test_an_eye_that_comes_too_near_is_caught_by_what_was_seen_before(view: Any) -> None:
    """10 cm from a wall that several frames showed; two frames are not enough."""
    for frames, close in ((4, True), (1, False)):
        passages = Passages()
        for index in range(frames):
            passages.see(view(z=7.0, index=index))
        passages.see(view(x=0.02, z=8.92, index=frames))
        assert passages.found[-1].close is close


def test_what_moves_by_itself_may_come_near(view: Any) -> None:
    """Rain falls on everybody."""
    passages = Passages()
    for index in range(4):
        frame = view(z=7.0, index=index)
        passages.see(replace(frame, moving=np.ones(frame.camera.shape, bool)))
    passages.see(view(z=8.92, index=4))
    assert not passages.found[-1].close

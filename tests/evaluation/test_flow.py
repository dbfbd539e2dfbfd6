"""Flow seen and flow foretold, on pictures whose movement is known."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.flow import foretold, observed, turned
from worldgen.evaluation.motion import (
    expanding_share,
    forward_share,
    stillness_db,
    turn_share,
)

TURN = 0.05


@pytest.mark.parametrize(("across", "down"), [(5, 0), (-7, 3), (0, -4)])
def test_a_shifted_picture_has_the_flow_it_was_shifted_by(
    view: Any, across: int, down: int
) -> None:
    """The whole picture moves by whole pixels: the flow in its middle must say so."""
    picture = view().rgb
    moved = np.roll(picture, (down, across), (0, 1))
    middle = observed(picture, moved)[30:-30, 30:-30]
    assert np.median(middle, axis=(0, 1)) == pytest.approx([across, down], abs=0.15)


def test_turning_right_foretells_flow_to_the_left(view: Any) -> None:
    """In the middle of the picture a turn of yaw moves things by focal length times tan yaw."""
    first, second = view().camera, view(yaw=TURN).camera
    middle = turned(first, second)[72, 128]
    assert middle[0] == pytest.approx(-first.fx * math.tan(TURN), rel=0.01)
    assert abs(middle[1]) < 0.1


def test_going_forward_foretells_flow_away_from_the_middle(view: Any) -> None:
    """A wall z away, approached by s, grows by s / (z - s) about the middle."""
    first, second = view(), view(z=0.5)
    flow = foretold(first.depth_m, first.camera, second.camera)
    depth_m = float(first.depth_m[72, 148])
    assert flow[72, 148, 0] == pytest.approx(20.5 * 0.5 / (depth_m - 0.5), rel=0.02)


@pytest.mark.parametrize("turn", [TURN, -TURN])
def test_a_true_turn_is_found_to_be_whole(view: Any, turn: float) -> None:
    """A picture that turns by what its poses say scores 1, to either side."""
    frames = [view(yaw=turn * index, index=index) for index in range(4)]
    assert turn_share(frames) == pytest.approx(1, abs=0.03)


def test_a_picture_that_turns_half_as_far_scores_a_half(view: Any) -> None:
    """A model that listens with half an ear must not pass for one that obeys."""
    told = [view(yaw=TURN * index, index=index) for index in range(4)]
    shown = [view(yaw=TURN / 2 * index) for index in range(4)]
    frames = [_with_picture(a, b) for a, b in zip(told, shown, strict=True)]
    assert turn_share(frames) == pytest.approx(0.5, abs=0.03)


def test_walking_ahead_expands_and_walking_back_does_not(view: Any) -> None:
    """Nearly all pixels move outward one way, and hardly any the other."""
    ahead = [view(z=0.15 * index, index=index) for index in range(6)]
    assert expanding_share(ahead) > 0.95
    assert expanding_share(ahead[::-1]) < 0.05
    assert forward_share(ahead) == pytest.approx(1, abs=0.05)


def test_a_picture_that_stands_still_is_still(view: Any) -> None:
    """Equal frames are still; a step to the side is not."""
    assert stillness_db([view(), view()]) == 100.0
    assert stillness_db([view(), view(x=0.5)]) < 20


def _with_picture(frame: Any, other: Any) -> Any:
    return type(frame)(
        rgb=other.rgb,
        depth_m=frame.depth_m,
        camera=frame.camera,
        index=frame.index,
        time_s=frame.time_s,
        moving=frame.moving,
    )

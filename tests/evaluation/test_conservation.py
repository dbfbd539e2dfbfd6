"""Does matter stay?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.conservation import THETA, Verdict, Watch, judge
from worldgen.types import Frame


def _with_board(frame: Frame, at_m: float = 3.0) -> Frame:
    """A board as high as a third of the picture, `at_m` before the camera."""
    assert frame.depth_m is not None
    depth_m, rgb = frame.depth_m.copy(), frame.rgb.copy()
    depth_m[50:100, 100:160] = at_m
    rgb[50:100, 100:160] = (200, 40, 30)
    return replace(frame, depth_m=depth_m, rgb=rgb)


def test_a_room_that_stays_violates_nothing(view: Any) -> None:
    """Whatever the two views, near or far: exact depth gives a score of nearly zero."""
    others = [view(z=z, x=x, yaw=yaw) for z, x, yaw in ((0.3, 0, 0), (-1, 0.4, 0.1), (1.5, 0, 0.2))]
    assert judge(view(index=8), others).score < 0.003


@pytest.mark.parametrize("appears", [True, False])
def test_what_appears_or_vanishes_is_flagged(view: Any, appears: bool) -> None:
    """The same board, new in the later frame or gone from it."""
    then, now = view(z=-0.3), view(index=2)
    pair = (then, _with_board(now)) if appears else (_with_board(then), now)
    verdict = judge(pair[1], [pair[0]])
    assert verdict.score > 0.05
    assert verdict.flagged()


def test_what_comes_into_view_is_no_evidence(view: Any) -> None:
    """A half turn shows a wall that was not seen before: nothing was created."""
    assert np.isnan(judge(view(yaw=3.0, index=2), [view()]).score)
    hidden = judge(_with_board(view(index=2)), [_with_board(view())])
    assert hidden.score < THETA


def test_what_moves_by_itself_and_the_sky_are_left_out(view: Any) -> None:
    """A bird that flies off has not vanished."""
    then = _with_board(view())
    mask = np.zeros(then.camera.shape, bool)
    mask[45:105, 95:165] = True
    assert judge(view(index=2), [replace(then, moving=mask)]).score < THETA
    assert judge(view(index=2), [replace(then, sky=mask)]).score < THETA


def test_depth_that_is_off_by_a_little_is_forgiven(view: Any) -> None:
    """Two per cent of noise are within tau; ten per cent of scale are another world."""
    rng = np.random.default_rng(0)
    first: Frame = view()
    then: Frame = view(z=0.2, index=2)

    def scaled(by: float | np.ndarray) -> Frame:
        return replace(then, depth_m=(by * np.asarray(then.depth_m)).astype(np.float32))

    noisy = scaled(np.exp(rng.normal(0, 0.01, then.camera.shape)))
    assert judge(noisy, [first]).score < THETA
    assert judge(scaled(0.85), [first]).score > 0.5


def test_edges_that_are_a_pixel_off_are_forgiven(view: Any) -> None:
    """A fence whose bars fall on other pixels than before is the same fence."""
    seen: Frame = view()
    assert seen.depth_m is not None

    def fence(first: int) -> Frame:
        depth_m = np.array(seen.depth_m)
        depth_m[40:110, 80 + first : 180 : 2] = 2.0
        return replace(seen, depth_m=depth_m, index=2 * first)

    assert judge(fence(1), [fence(0)]).score == 0
    assert judge(fence(0), [fence(1)]).score == 0


def test_a_watch_holds_frames_against_those_before_and_against_revisits(view: Any) -> None:
    """A board that vanishes while nobody looks is found out on return."""
    watch, here, there = Watch(), view(), view(yaw=2.6)
    for index in range(80):
        frame = replace(there if 10 <= index < 78 else here, index=index)
        watch.see(_with_board(frame) if index < 10 else frame)
    flags = {row.index: row.flagged() for row in watch.verdicts}
    assert flags[8] is False
    assert flags[78] is True
    assert flags[60] is False
    assert [row.index for row in watch.verdicts] == list(range(2, 80, 2))


def test_a_verdict_without_evidence_is_none() -> None:
    """Neither innocent nor guilty."""
    assert Verdict(index=0, score=float("nan")).flagged() is None

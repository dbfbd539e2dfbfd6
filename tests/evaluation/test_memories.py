"""Memory on, off and spoilt."""

from __future__ import annotations

from typing import Any

import numpy as np

from worldgen.evaluation.memories import CONDITIONS, Spoilt, holes, spoilt, switched_off


def test_switched_off_knows_nothing(view: Any) -> None:
    """However much it is shown; else the gain over it would be too small."""
    memory = switched_off().add(view()).add(view(z=0.1, index=1))
    known = memory.hint(view().camera)
    assert not known.colour.any()
    assert not known.depth.any()


def test_spoilt_is_wrong_by_a_little_and_full_of_holes(view: Any) -> None:
    """Colours shift, depth is off by some per cent, a part is missing: and not more than that."""
    first = view()
    good, bad = (CONDITIONS[name]().add(first).hint(first.camera) for name in ("on", "spoilt"))
    gone = (good.colour > 0.5) & (bad.colour == 0)
    assert 0.05 < gone.mean() < 0.5
    both = (good.depth > 0.5) & (bad.depth > 0.5)
    off = np.abs(np.log(bad.depth_m[both] / good.depth_m[both]))
    assert 0.005 < np.median(off) < 0.15
    assert np.abs(bad.rgb[both].astype(int) - good.rgb[both]).mean() > 2


def test_spoiling_is_the_same_each_time_and_changes_no_frame(view: Any) -> None:
    """A figure that anybody can make again."""
    first = view()
    before = first.rgb.copy()
    one, two = (Spoilt().add(first).hint(first.camera) for _ in range(2))
    np.testing.assert_array_equal(one.depth_m, two.depth_m)
    np.testing.assert_array_equal(one.colour, two.colour)
    np.testing.assert_array_equal(first.rgb, before)


def test_exposure_wanders_from_frame_to_frame(view: Any) -> None:
    """One shift for all frames would be no contradiction among them."""
    first = view()
    levels = [spoilt(first, np.random.default_rng([at, 67])).rgb.mean() for at in range(12)]
    assert 0.04 < np.std(np.log(levels)) < 0.2


def test_holes_take_a_part_of_the_picture() -> None:
    """Neither nothing nor everything."""
    shares = [holes((72, 128), np.random.default_rng(at)).mean() for at in range(20)]
    assert 0.15 < np.mean(shares) < 0.5

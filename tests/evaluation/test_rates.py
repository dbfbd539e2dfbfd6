"""Rates and what bounds them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.evaluation.rates import rate, wilson_upper, windows


@given(st.integers(1, 2000), st.data())
def test_the_bound_solves_wilsons_equation(count: int, data: st.DataObject) -> None:
    """(p - x)^2 = z^2 p (1 - p) / n holds at both ends of the score interval."""
    bad = data.draw(st.integers(0, count))
    upper = wilson_upper(bad, count)
    assert bad / count <= upper <= 1
    if upper < 1:
        spread = 1.959964 * math.sqrt(upper * (1 - upper) / count)
        assert upper - bad / count == pytest.approx(spread, rel=1e-6)


def test_four_hundred_clean_windows_bound_a_rate_below_one_percent() -> None:
    """So many are needed for a claim of a few per cent; nothing counted bounds nothing."""
    assert 0.009 < wilson_upper(0, 400) < 0.010
    assert wilson_upper(0, 0) == 1.0


def test_one_flag_alone_is_no_event() -> None:
    """Two of three consecutive judgements make one, in the window of the second."""
    at = list(range(0, 40, 2))
    lonely = [index in (6, 20) for index in at]
    assert windows(lonely, at) == [False, False]
    assert windows(lonely, at, needed=1) == [True, True]
    twice = [index in (18, 20) for index in at]
    assert windows(twice, at) == [False, True]


def test_an_event_ends_with_its_last_flag() -> None:
    """Two flags at a window's end do not make one of the next window, too."""
    at = list(range(0, 60, 2))
    assert windows([index in (36, 38) for index in at], at) == [False, True, False]


def test_a_window_in_which_nothing_was_judged_is_left_out() -> None:
    """Else what cannot be judged would count as well behaved."""
    at = list(range(0, 60, 2))
    flags = [None if 20 <= index < 40 else False for index in at]
    assert windows(flags, at) == [False, False]


def test_it_is_the_bound_that_has_to_meet_the_target() -> None:
    """0 of 20 is 0 %, and yet no claim of less than 5 %."""
    few, many = rate("r", 0, 20, 0.05), rate("r", 0, 400, 0.05)
    assert few[0].value == many[0].value == 0
    assert few[1].met is False
    assert many[1].met is True

"""Masks as run lengths: what goes in comes out, and nothing else is taken."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from worldgen.errors import ShapeError
from worldgen.media import decode_runs, encode_runs

masks = arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, max_side=12))


@given(masks)
def test_a_mask_comes_back_as_it_was(mask: np.ndarray) -> None:
    """One pixel to the side, and another thing of the picture is drawn anew."""
    runs, (height, width) = encode_runs(mask), mask.shape
    assert np.array_equal(decode_runs(runs, width, height), mask)
    assert all(run > 0 for run in runs[1:])


def test_runs_are_read_row_by_row_and_begin_with_what_is_not_marked() -> None:
    """The form that the module draws, and the browser writes."""
    mask = np.array([[0, 0, 1, 1], [1, 0, 0, 0]], bool)
    assert encode_runs(mask) == [2, 3, 3]
    assert encode_runs(~mask) == [0, 2, 3, 3]


@given(st.lists(st.integers(-3, 40), max_size=6), st.integers(-2, 9), st.integers(-2, 9))
def test_what_is_no_mask_is_refused_in_words(runs: list[int], width: int, height: int) -> None:
    """From a page or a file anything may come; every mask has one form only."""
    try:
        mask = decode_runs(runs, width, height)
    except ShapeError as error:
        assert "mask" in str(error)
    else:
        assert mask.shape == (height, width) and encode_runs(mask) == runs


@pytest.mark.parametrize(
    ("runs", "width", "height"),
    [([10**18], 10**9, 10**9), ([True, 3], 2, 2), ([1.0, 3], 2, 2), (["4"], 2, 2), ([], 2, 2)],
)
def test_the_huge_and_the_wrong_kind_are_refused_before_anything_is_made(
    runs: list[int], width: int, height: int
) -> None:
    """A line of text must not cost a terabyte."""
    with pytest.raises(ShapeError):
        decode_runs(runs, width, height)


@pytest.mark.parametrize("runs", [[2, 0, 2], [0, 0, 4], [4, 0], [1, 0, 0, 3]])
def test_a_run_of_nothing_is_refused_but_for_the_first(runs: list[int]) -> None:
    """Each adds up to four pixels, and is another name of a mask that has one already."""
    with pytest.raises(ShapeError, match="first may be 0"):
        decode_runs(runs, 2, 2)

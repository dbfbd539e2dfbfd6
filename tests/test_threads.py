"""Torch's threads stand aside, and come back."""

import pytest
import torch

from worldgen.threads import one_thread


@pytest.fixture(autouse=True)
def several() -> None:
    torch.set_num_threads(2)


def test_torch_has_one_thread_inside_and_its_own_after() -> None:
    """A user's torch is as they left it."""
    with one_thread():
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == 2


def test_an_error_gives_them_back() -> None:
    """Or every later sum in that process would take twice as long."""
    with pytest.raises(ValueError, match="inside"), one_thread():
        raise ValueError("inside")
    assert torch.get_num_threads() == 2

"""What the tests of training share: first pictures in a few steps."""

from dataclasses import replace

import pytest

from worldgen.models.wander.sampler import START
from worldgen.training import drift


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four dozen steps to each start go the same way as three, and take minutes."""
    monkeypatch.setattr(drift, "START", replace(START, count=3))

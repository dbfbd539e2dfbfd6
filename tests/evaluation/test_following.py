"""Cameras found again from pictures that were truly taken by them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.following import compare, estimate, measure
from worldgen.types import Frame


@pytest.mark.parametrize(
    "moved",
    [{"z": 0.6}, {"x": -0.5}, {"yaw": 0.2}, {"pitch": -0.1}, {"z": 0.4, "yaw": 0.1, "x": 0.2}],
)
def test_a_true_camera_is_found_where_it_was(view: Any, moved: dict[str, float]) -> None:
    """Centimetres and tenths of degrees: otherwise the error reported is the measure's own."""
    steps = [{name: way * step / 4 for name, way in moved.items()} for step in range(5)]
    found = compare([view(**step) for step in steps])
    assert found is not None
    assert found.turn_deg < 0.3
    assert found.shift_m < 0.03


def test_shares_say_how_far_it_went_of_what_it_was_sent(view: Any) -> None:
    """Sent 0.8 m, went 0.4 m: a half."""
    first, told, shown = view(), view(z=0.8), view(z=0.4)
    second = Frame(rgb=shown.rgb, depth_m=shown.depth_m, camera=told.camera, index=1, time_s=0.1)
    found = compare([first, second])
    assert found is not None
    assert found.shift_share == pytest.approx(0.5, abs=0.05)
    assert np.isnan(found.turn_share)


def test_a_blank_wall_tells_nothing(view: Any) -> None:
    """Without grain there is no answer, rather than a wrong one."""
    first = view()
    blank = Frame(
        rgb=np.full_like(first.rgb, 90),
        depth_m=first.depth_m,
        camera=first.camera,
        index=0,
        time_s=0,
    )
    assert estimate([blank, blank]) is None
    section = measure({"W": [[blank] * 6]})
    assert section.figures[0].value is None


def test_a_section_tells_each_key_apart(view: Any) -> None:
    """True walks score nearly 1 for the key that was held."""
    section = measure(
        {
            "W": [[view(z=0.15 * index, index=index) for index in range(6)]],
            "RIGHT": [[view(yaw=0.05 * index, index=index) for index in range(6)]],
        }
    )
    assert section.value("W went, share of what was sent") == pytest.approx(1, abs=0.05)
    assert section.value("RIGHT turned, share of what was sent") == pytest.approx(1, abs=0.03)

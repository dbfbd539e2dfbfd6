"""Looking back along the walk, and walking on from there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import DESKTOP, PHONE, OpenTab

pytestmark = pytest.mark.web


@pytest.mark.parametrize("looks", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_one_looks_back_and_walks_on_from_there(open_tab: OpenTab, looks: dict[str, Any]) -> None:
    """The line under the picture shows what was, and begins a second walk there; both stay."""
    tab = open_tab(**looks)
    tab.start(frames=12)
    tab.page.focus(".wg-time-line")
    tab.page.press(".wg-time-line", "Home")
    for _ in range(4):
        tab.page.press(".wg-time-line", "ArrowRight")
    tab.page.wait_for_function(
        "() => document.querySelector('.wg-past-image').dataset.index === '4'"
    )
    assert tab.ask("document.querySelector('.wg-past-image').naturalWidth") == 256
    assert tab.page.is_visible("[data-do=walk-on]")
    assert tab.ask("document.documentElement.scrollWidth <= innerWidth")
    tab.page.press(".wg-time-line", "Enter")
    tab.wait("wg.last.walk === 2 && wg.last.index >= 6 && wg.status.stage === 'walking'")
    assert not tab.page.is_visible(".wg-past-image")
    assert tab.page.locator(".wg-walks button").count() == 2
    tab.page.click(".wg-walks button:first-child")
    tab.wait("wg.last.walk === 1 && wg.last.index >= 12 && wg.status.stage === 'walking'")
    assert tab.complaints == []


def test_escape_returns_to_now(open_tab: OpenTab) -> None:
    """Looking back changes nothing: the same walk goes on where it was."""
    tab = open_tab()
    tab.start(frames=8)
    tab.page.focus(".wg-time-line")
    tab.page.press(".wg-time-line", "Home")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.press(".wg-time-line", "Escape")
    tab.wait("wg.status.stage === 'walking'")
    tab.frames(3)
    assert tab.ask("wg.last.walk") == 1
    assert not tab.page.is_visible(".wg-past")

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
    assert tab.ask("wg.helm.controls.isEngaged")


def test_the_keys_come_back_from_the_line(open_tab: OpenTab) -> None:
    """After B and Escape nothing was heard any more, and "Click to walk" lay over the picture."""
    tab = open_tab()
    tab.start(frames=4)
    tab.page.keyboard.press("b")
    assert tab.ask("document.activeElement.className") == "wg-time-line"
    tab.page.keyboard.press("Escape")
    assert tab.ask("document.activeElement.className").startswith("wg-stage")
    assert not tab.page.is_visible(".wg-veil")
    tab.page.keyboard.press("b")
    tab.page.keyboard.press("t")
    assert tab.ask("document.activeElement.id") == "wg-event", "letters are no use to the line"
    tab.page.focus(".wg-time-line")
    tab.page.keyboard.down("w")
    tab.obeyed()
    where = tab.ask("wg.last.pose[11]")
    tab.frames(4)
    assert tab.ask("wg.last.pose[11]") > where + 0.1
    tab.page.keyboard.up("w")
    assert tab.ask("wg.helm.controls.keyboard.held.size") == 0


def test_the_button_that_leads_back_to_now_gives_the_keys_back(open_tab: OpenTab) -> None:
    """One had to click into the picture to go on."""
    tab = open_tab()
    tab.start(frames=6)
    tab.page.focus(".wg-time-line")
    tab.page.press(".wg-time-line", "Home")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.click("[data-do=present]")
    tab.wait("wg.status.stage === 'walking' && wg.helm.controls.isEngaged")
    assert tab.ask("document.activeElement.className").startswith("wg-stage")

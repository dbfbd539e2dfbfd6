"""A phone held sideways: the picture has the height, and everything is still under a thumb."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import PHONE, SIDEWAYS, OpenTab, Tab

pytestmark = pytest.mark.web

KEYBOARD_LEAVES_PX = 180
"""Height of the page above an on-screen keyboard, where that makes the page smaller."""

OUT_OF_REACH = """(selector) => [...document.querySelectorAll(selector)]
  .filter((e) => e.checkVisibility())
  .filter((e) => {
    const { x, y, width, height } = e.getBoundingClientRect();
    const inside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
    const spots = [[0.5, 0.5], [0.5, 0.08], [0.5, 0.92], [0.08, 0.5], [0.92, 0.5]];
    return !inside || !spots.every(([across, down]) =>
      e.contains(document.elementFromPoint(x + across * width, y + down * height)));
  })
  .map((e) => e.outerHTML.slice(0, 90))"""
"""What is shown but lies outside the window or, in part, below something else."""

PRESSED = "[data-do=%s]"
CONTROLS = (
    *(PRESSED % name for name in ("pause", "restart", "stop", "take", "hud", "full", "brush")),
    *(".wg-top [data-do=compose]", ".wg-top [data-do=help]", ".wg-touch [data-do=fly]"),
    *("#wg-event", ".wg-say [type=submit]", ".wg-time-line"),
    *(".wg-touch [data-hold=SPACE]", ".wg-touch [data-hold=SHIFT]"),
    *("[data-pad=move]", "[data-pad=look]"),
)


def out_of_reach(tab: Tab, *selectors: str) -> Any:
    """Those of the selected that a finger cannot press."""
    return tab.page.evaluate(OUT_OF_REACH, ", ".join(selectors))


@pytest.mark.parametrize(
    ("width_px", "height_px"), [(844, 390), (932, 430), (667, 375), (568, 320)]
)
def test_sideways_everything_is_in_reach_and_nothing_lies_on_the_pads(
    open_tab: OpenTab, width_px: int, height_px: int
) -> None:
    """The picture lay over the dock: no word to the world, no brush, no save, no pause."""
    tab = open_tab(**{**PHONE, "viewport": {"width": width_px, "height": height_px}})
    assert out_of_reach(tab, "#wg-prompt", ".wg-go") == []
    tab.start()
    tab.wait("wg.root.classList.contains('has-time')")
    for control in CONTROLS:
        assert tab.page.locator(control).locator("visible=true").count() == 1, control
    assert out_of_reach(tab, *CONTROLS) == []
    assert tab.ask("document.documentElement.scrollHeight") <= height_px
    assert tab.ask("document.documentElement.scrollWidth") <= width_px
    picture = tab.page.locator(".wg-canvas").bounding_box()
    assert picture["width"] == pytest.approx(min(width_px, height_px * 16 / 9), abs=1)
    assert picture["height"] == pytest.approx(picture["width"] * 9 / 16, abs=1)
    tab.page.tap(PRESSED % "pause")
    tab.wait("wg.status.stage === 'paused'")
    assert out_of_reach(tab, ".wg-dock button", ".wg-dock input", ".wg-card button") == []


def test_sideways_one_sees_the_line_one_types_in(open_tab: OpenTab) -> None:
    """The keyboard covers or takes the lower half; its arrow is hit, though it takes the focus."""
    tab = open_tab(**SIDEWAYS)
    tab.start()
    tab.page.tap("#wg-event")
    box = tab.page.locator("#wg-event").bounding_box()
    assert box["y"] + box["height"] < KEYBOARD_LEAVES_PX  # where the keyboard lies over the page
    tab.page.set_viewport_size({"width": 844, "height": KEYBOARD_LEAVES_PX})
    tab.page.keyboard.type("it starts to rain")
    assert out_of_reach(tab, "#wg-event", ".wg-say [type=submit]") == []
    tab.page.tap(".wg-say [type=submit]")
    tab.page.set_viewport_size(SIDEWAYS["viewport"])
    tab.page.get_by_text("Told the world: it starts to rain").wait_for()


def test_sideways_all_of_the_picture_can_be_painted(open_tab: OpenTab) -> None:
    """Neither the line nor the timeline lies on it while one paints."""
    tab = open_tab(**SIDEWAYS)
    tab.start()
    tab.page.tap(PRESSED % "brush")
    tab.wait("wg.status.stage === 'paused' && wg.brush.isOpen")
    assert out_of_reach(tab, ".wg-brush-trace", "#wg-part", PRESSED % "brush") == []
    tab.page.tap("#wg-part")
    tab.page.set_viewport_size({"width": 844, "height": KEYBOARD_LEAVES_PX})
    assert out_of_reach(tab, ".wg-brush-trace", "#wg-part", ".wg-part-say [type=submit]") == []


def test_on_a_touch_screen_full_screen_keeps_the_pads(open_tab: OpenTab) -> None:
    """The picture alone, where there are no keys, could not be walked in."""
    tab = open_tab(**SIDEWAYS)
    tab.start()
    tab.page.tap(PRESSED % "full")
    tab.wait("document.fullscreenElement !== null")
    assert out_of_reach(tab, "[data-pad=move]", "[data-pad=look]", PRESSED % "full") == []
    assert tab.page.locator("[data-pad=look]").is_visible()
    tab.page.tap(PRESSED % "full")
    tab.wait("document.fullscreenElement === null")

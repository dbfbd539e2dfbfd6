"""Does the page fit: desktop, phone, keyboard, thumbs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import PHONE, OpenTab

pytestmark = pytest.mark.web


def test_the_keyboard_reaches_everything_and_is_never_trapped(open_tab: OpenTab) -> None:
    """Tab leaves the stage, Escape lets go, and everything that can be pressed has a name."""
    tab = open_tab()
    tab.start()
    assert tab.ask("document.activeElement.className").startswith("wg-stage")
    tab.page.keyboard.press("Tab")
    assert not tab.ask("document.activeElement.className").startswith("wg-stage")
    nameless = tab.page.evaluate(
        """() => [...document.querySelectorAll('.wg button, .wg input, .wg textarea')]
          .filter((e) => e.checkVisibility() && e.type !== 'file')
          .filter((e) => !(e.getAttribute('aria-label') || e.innerText.trim() || e.labels?.length))
          .map((e) => e.outerHTML)"""
    )
    assert nameless == []
    live_region = tab.page.locator(".wg-state")
    assert live_region.get_attribute("aria-live") == "polite"


def test_on_a_desktop_the_page_fits_and_the_picture_is_large(open_tab: OpenTab) -> None:
    """1440 × 900 without scrolling."""
    tab = open_tab()
    for started in (False, True):
        if started:
            tab.start()
        assert tab.ask("document.documentElement.scrollHeight") <= 900
        assert tab.ask("document.documentElement.scrollWidth") <= 1440
    box = tab.page.locator(".wg-stage").bounding_box()
    assert box["width"] >= 1280
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.01)


LAPTOPS = [
    *((1440, 900), (1366, 768), (1280, 720), (1536, 730), (1024, 768), (1366, 657), (1024, 600)),
    *((3440, 1440), (900, 1100)),
]


@pytest.mark.parametrize(("width_px", "height_px"), LAPTOPS)
def test_all_of_the_first_page_is_seen(open_tab: OpenTab, width_px: int, height_px: int) -> None:
    """The heading was cut above on most laptops, where no scrolling leads, and worlds below."""
    tab = open_tab(viewport={"width": width_px, "height": height_px})
    form = tab.page.locator(".wg-compose").bounding_box()
    heading = tab.page.locator(".wg-compose h1").bounding_box()
    worlds = tab.page.locator(".wg-gallery").bounding_box()
    assert heading["y"] >= form["y"]
    assert worlds["y"] + worlds["height"] <= form["y"] + form["height"]
    assert worlds["width"] > 0.7 * min(form["width"], 900)
    assert worlds["y"] + worlds["height"] - heading["y"] > 0.7 * form["height"], "an island"


def test_what_does_not_fit_can_be_scrolled_to(open_tab: OpenTab) -> None:
    """Centred without care, what is too high begins above where scrolling begins."""
    tab = open_tab(viewport={"width": 1024, "height": 560})
    tab.page.fill("#wg-prompt", "a line\n" * 8)
    form = tab.page.locator(".wg-compose").bounding_box()
    assert tab.ask("document.querySelector('.wg-compose').scrollTop") == 0
    assert tab.page.locator(".wg-compose h1").bounding_box()["y"] >= form["y"]


@pytest.mark.parametrize("width_px", [320, 360, 390])
def test_on_a_narrow_phone_nothing_sticks_out(open_tab: OpenTab, width_px: int) -> None:
    """At 360 px the button to enter lay half beside its box."""
    tab = open_tab(**{**PHONE, "viewport": {"width": width_px, "height": 740}})
    box = tab.page.locator(".wg-ask").bounding_box()
    button = tab.page.locator(".wg-go").bounding_box()
    assert button["x"] + button["width"] <= box["x"] + box["width"] - 6


@pytest.mark.parametrize(("width_px", "height_px"), [(1440, 900), (1280, 720), (1024, 600)])
@pytest.mark.parametrize("line", ["#wg-event", "#wg-part"])
def test_one_can_read_what_the_lines_are_for(
    open_tab: OpenTab, width_px: int, height_px: int, line: str
) -> None:
    """Three ideas beside it left 119 px of "Tell the world what happens"."""
    tab = open_tab(viewport={"width": width_px, "height": height_px})
    tab.start()
    if line == "#wg-part":
        tab.page.keyboard.press("c")
    tab.page.locator(line).wait_for()
    wide, room = tab.page.locator(line).evaluate(
        """(line) => {
          const pen = document.createElement("canvas").getContext("2d");
          pen.font = getComputedStyle(line).font;
          return [pen.measureText(line.placeholder).width, line.clientWidth];
        }"""
    )
    assert wide < room


def test_the_help_begins_with_what_one_has(open_tab: OpenTab) -> None:
    """On a phone it opened on nine rows of keys, scrolled to its end."""
    for looks, first in ((PHONE, "left pad"), ({}, "W")):
        tab = open_tab(**looks)
        tab.page.click(".wg-top [data-do=help]")
        row = tab.page.locator(".wg-help dt:visible").first
        assert row.inner_text().startswith(first)
        assert row.bounding_box()["y"] > tab.page.locator(".wg-help").bounding_box()["y"]


@pytest.mark.parametrize(("height_px", "picture_px"), [(844, 380), (664, 214)])
def test_on_a_phone_the_picture_takes_what_the_controls_leave(
    open_tab: OpenTab, height_px: int, picture_px: int
) -> None:
    """Upright it was a strip over an empty page; now it is cut at its sides, never pressed."""
    tab = open_tab(**{**PHONE, "viewport": {"width": 390, "height": height_px}})
    tab.start()
    assert tab.ask("document.documentElement.scrollHeight") <= height_px
    assert tab.ask("document.documentElement.scrollWidth") <= 390
    frame = tab.page.locator(".wg-frame").bounding_box()
    canvas = tab.page.locator(".wg-canvas").bounding_box()
    assert frame["height"] >= picture_px
    assert canvas["height"] == pytest.approx(frame["height"], abs=1)
    assert canvas["width"] / canvas["height"] == pytest.approx(16 / 9, rel=0.01)
    assert canvas["x"] + canvas["width"] / 2 == pytest.approx(195, abs=1)


def test_one_can_type_at_once(open_tab: OpenTab) -> None:
    """The first thing to do needs no click; on a phone it would raise the keyboard."""
    assert open_tab().ask("document.activeElement.id") == "wg-prompt"
    assert open_tab(**PHONE).ask("document.activeElement.id") != "wg-prompt"


@pytest.mark.parametrize(("looks", "words"), [({}, "Click to walk"), (PHONE, "Tap to walk")])
def test_the_veil_speaks_of_what_one_has(
    open_tab: OpenTab, looks: dict[str, Any], words: str
) -> None:
    """Nobody clicks on a phone."""
    tab = open_tab(**looks)
    tab.start()
    tab.page.evaluate("document.activeElement.blur()")
    tab.page.wait_for_selector(".wg-veil", state="visible")
    assert tab.page.locator(".wg-veil-title").inner_text() == words


def test_on_a_phone_thumbs_walk_and_look(open_tab: OpenTab) -> None:
    """390 × 844: nothing to scroll sideways, pads that work, targets for fingers."""
    tab = open_tab(**PHONE)
    assert tab.ask("document.documentElement.scrollWidth") <= 390
    tab.start()
    assert tab.ask("document.documentElement.scrollHeight") <= 844
    small = tab.page.evaluate(
        """() => [...document.querySelectorAll('.wg-dock button, .wg-touch button, .wg-top button')]
          .filter((e) => e.checkVisibility())
          .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
          .filter(([, box]) => Math.min(box.width, box.height) < 40)
          .map(([html]) => html)"""
    )
    assert small == []
    box = tab.page.locator("[data-pad=move]").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = tab.page.context.new_cdp_session(tab.page)
    touch.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    )
    up = {"x": x, "y": y - 50}
    touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [up]})
    tab.obeyed()
    where = tab.ask("wg.last.pose[11]")
    tab.frames(6)
    assert tab.ask("wg.last.pose[11]") > where + 0.2
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    tab.obeyed()
    stopped = tab.ask("wg.last.pose[11]")
    tab.frames(3)
    assert tab.ask("wg.last.pose[11]") == pytest.approx(stopped, abs=1e-3)

"""Walking in a real Chromium: type, hold keys, look, fly, let go."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest

from tests.web.conftest import ON_BOTH, Live, OpenTab, Tab
from tests.web.seen import picture
from worldgen.web.examples import EXAMPLES

pytestmark = pytest.mark.web


@ON_BOTH
def test_type_a_sentence_hold_w_and_the_frames_change(open_tab: OpenTab) -> None:
    """The main job, end to end."""
    tab = open_tab()
    tab.start()
    before, where = picture(tab), tab.ask("wg.last.pose[11]")
    tab.page.keyboard.down("w")
    tab.obeyed()
    tab.frames(10)
    assert tab.ask("wg.last.pose[11]") > where + 0.5
    # one place may look like another by chance; all places on the way do not
    assert any(np.abs(seen - before).mean() > 2 for seen in _along(tab, 6))
    assert tab.ask("wg.meter.latencies.length") >= 1
    tab.page.keyboard.up("w")
    tab.obeyed()
    stopped = tab.ask("wg.last.pose[11]")
    tab.frames(3)
    assert tab.ask("wg.last.pose[11]") == pytest.approx(stopped, abs=1e-3)
    assert tab.page.locator("[data-hud=fps]").inner_text() != ""
    assert tab.complaints == []


def _along(tab: Tab, pictures: int) -> Iterator[np.ndarray]:
    """What is shown along a way that is being walked."""
    for _ in range(pictures):
        yield picture(tab)
        tab.frames(4)


def test_the_arrows_and_the_mouse_look_round(open_tab: OpenTab) -> None:
    """RIGHT turns right, and so does dragging to the right."""
    tab = open_tab()
    tab.start()
    heading = "Math.atan2(wg.last.pose[2], wg.last.pose[10])"
    tab.page.keyboard.down("ArrowRight")
    tab.obeyed()
    tab.frames(4)
    tab.page.keyboard.up("ArrowRight")
    turned = tab.ask(heading)
    assert turned > 0.1
    box = tab.page.locator(".wg-stage").bounding_box()
    x, y = box["x"] + 500, box["y"] + 300
    tab.page.mouse.move(x, y)
    tab.page.mouse.down()
    tab.page.mouse.move(x + 120, y, steps=4)
    tab.page.mouse.up()
    tab.obeyed()
    assert tab.ask(heading) > turned + 0.2
    assert tab.ask("wg.helm.controls.pointer.isLocked") is False


@pytest.mark.parametrize("how", ["blur", "Escape"])
def test_keys_are_let_go_when_the_page_loses_them(open_tab: OpenTab, how: str) -> None:
    """A key that stays down in the dark would walk on for ever."""
    tab = open_tab()
    tab.start()
    tab.page.keyboard.down("w")
    tab.obeyed()
    tab.frames(3)
    if how == "blur":
        tab.page.evaluate("window.dispatchEvent(new Event('blur'))")
    else:
        tab.page.keyboard.press("Escape")
    tab.obeyed()
    stopped = tab.ask("wg.last.pose[11]")
    tab.frames(4)
    assert tab.ask("wg.last.pose[11]") == pytest.approx(stopped, abs=1e-3)
    assert tab.page.locator(".wg-caps .is-on").count() == 0
    assert tab.page.locator(".wg-veil").is_visible()
    tab.page.keyboard.up("w")
    tab.page.click(".wg-veil")
    tab.page.keyboard.down("w")
    tab.obeyed()
    tab.frames(4)
    assert tab.ask("wg.last.pose[11]") > stopped + 0.1


def test_a_hidden_tab_holds_the_world_still(open_tab: OpenTab) -> None:
    """Nobody looks: the device has better things to do."""
    tab = open_tab()
    tab.start()
    hide = "Object.defineProperty(document, 'hidden', {{value: {0}, configurable: true}});"
    tell = "document.dispatchEvent(new Event('visibilitychange'));"
    tab.page.evaluate(hide.format("true") + tell)
    tab.wait("wg.status.stage === 'paused'")
    tab.page.wait_for_timeout(500)  # what was under way arrives
    index = tab.ask("wg.last.index")
    tab.page.wait_for_timeout(1000)
    assert tab.ask("wg.last.index") == index
    tab.page.evaluate(hide.format("false") + tell)
    tab.wait("wg.status.stage === 'walking'")
    tab.frames(2)


def test_a_world_that_begins_while_nobody_looks_waits(open_tab: OpenTab) -> None:
    """Ask, change to another tab, come back: the walk has not gone on without its walker."""
    tab = open_tab()
    tab.page.evaluate("Object.defineProperty(document, 'hidden', {value: true})")
    tab.page.fill("#wg-prompt", "a quiet beach")
    tab.page.press("#wg-prompt", "Enter")
    tab.wait("wg.status.stage === 'paused' && wg.last")
    assert tab.ask("wg.last.index") < 30


def test_pause_restart_and_another_world(open_tab: OpenTab) -> None:
    """The buttons do what they say."""
    tab = open_tab()
    tab.start()
    tab.wait("document.activeElement.className.startsWith('wg-stage')")
    tab.page.keyboard.press("p")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.get_by_role("button", name="Walk on").click()
    tab.wait("wg.status.stage === 'walking'")
    tab.page.click("[data-do=restart]")
    tab.wait("wg.status.walk === 2 && wg.status.stage === 'walking' && wg.last.walk === 2")
    tab.page.click("[data-do=compose]")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.locator(".wg-world").first.click()
    tab.wait("wg.status.walk === 3 && wg.status.stage === 'walking' && wg.last.walk === 3")
    first = tab.page.locator(".wg-world").first.inner_text().strip()
    asked = next(example.text for example in EXAMPLES if example.title == first)
    assert tab.page.input_value("#wg-prompt") == asked


def test_what_is_said_is_recorded_with_the_walk(open_tab: OpenTab, live: Live) -> None:
    """Type into the line under the picture, and the world has been told."""
    tab = open_tab()
    tab.start("a quiet street for an event")
    tab.page.fill("#wg-event", "it starts to rain")
    tab.page.press("#wg-event", "Enter")
    tab.page.get_by_text("Told the world").wait_for()
    tab.frames(3)
    (walk,) = live.walks_dir.glob("*-a-quiet-street-for-an-event-*")
    events = json.loads((walk / "walk.json").read_text(encoding="utf-8"))["events"]
    assert [event["text"] for event in events] == ["it starts to rain"]
    assert tab.ask("document.activeElement.className").startswith("wg-stage")


def test_f_takes_off_and_lands(open_tab: OpenTab) -> None:
    """One key leaves the ground, space rises, a line says how to come down; the same key lands."""
    tab = open_tab()
    tab.start()
    tab.page.keyboard.press("f")
    tab.wait("wg.status.flying")
    assert "F lands" in tab.page.locator(".wg-aloft").inner_text()
    tab.page.keyboard.down("Space")
    tab.wait("-wg.last.pose[7] > 2.2")  # the eye; it is 1.6 m up when one stands
    tab.page.keyboard.up("Space")
    tab.page.keyboard.press("Escape")  # whoever lets go of the keys stays aloft
    tab.frames(3)
    assert tab.ask("-wg.last.pose[7]") > 2.2
    tab.page.click(".wg-dock [data-do=fly]")
    tab.wait("!wg.status.flying && -wg.last.pose[7] < 1.7")
    assert not tab.page.locator(".wg-aloft").is_visible()
    assert tab.complaints == []

"""Between two frames, in a real Chromium: the view follows the hand while no frame comes at all."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from tests.web.conftest import Live, OpenTab, Tab
from tests.web.seen import picture

pytestmark = [pytest.mark.web, pytest.mark.parametrize("live", ["striped"], indirect=True)]

PATIENCE_S = 15.0
WITHOUT_OFFSCREEN = "delete HTMLCanvasElement.prototype.transferControlToOffscreen;"
COUNT = """() => {
  window.counted = { drawn: 0, frame: 0 };
  for (const name of ["drawn", "frame"]) {
    worldgen.link.addEventListener(name, () => (counted[name] += 1));
  }
}"""


@contextmanager
def stopped(live: Live) -> Iterator[None]:
    """The server stands still meanwhile: whatever is seen now, the page has drawn itself."""
    live.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        live.process.send_signal(signal.SIGCONT)


def begun(open_tab: OpenTab, query: str = "") -> Tab:
    """A walk that has the keys, and stands."""
    tab = open_tab(query=query)
    tab.page.fill("#wg-seed", "7")
    tab.start("stripes", frames=5)
    tab.wait("wg.helm.controls.isEngaged")
    tab.page.evaluate(COUNT)
    return tab


def drag(tab: Tab, by_px: int) -> None:
    """Turn by dragging; to the right turns right."""
    box = tab.page.locator(".wg-stage").bounding_box()
    x, y = box["x"] + 500, box["y"] + 300
    tab.page.mouse.move(x, y)
    tab.page.mouse.down()
    tab.page.mouse.move(x + by_px, y, steps=5)
    tab.page.mouse.up()
    tab.page.wait_for_timeout(400)


def settled(tab: Tab) -> np.ndarray:
    """The picture once everything is answered and has come to rest."""
    tab.obeyed()
    tab.frames(4)
    tab.page.wait_for_timeout(400)
    before, deadline_s = picture(tab), time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline_s:  # WebGL on a busy processor draws once a second
        tab.page.wait_for_timeout(400)
        after = picture(tab)
        if (after == before).all():
            break
        before = after
    return before


def arrived(tab: Tab) -> None:
    """Wait until what the model sent before it was stopped has been taken in."""
    index, quiet, deadline_s = None, 0, time.monotonic() + PATIENCE_S
    while quiet < 2 and time.monotonic() < deadline_s:  # see `settled`
        tab.page.wait_for_timeout(700)
        before, index = index, tab.ask("wg.last.index")
        quiet = quiet + 1 if index == before else 0


def changes(tab: Tab, before: np.ndarray, least: float) -> bool:
    """Whether what is seen comes to differ from `before` by so many levels on average."""
    deadline_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline_s:
        if np.abs(picture(tab) - before).mean() > least:
            return True
        tab.page.wait_for_timeout(200)
    return False


@pytest.mark.parametrize("query", ["", "?painter=gpu"])
def test_a_turn_is_seen_while_the_model_stands_still(
    open_tab: OpenTab, live: Live, query: str
) -> None:
    """The view follows the hand at once; what the model sends later changes nothing about it."""
    tab = begun(open_tab, query)
    before = settled(tab)
    with stopped(live):
        arrived(tab)
        index, frames = tab.ask("wg.last.index"), tab.ask("wg.meter.latencies.length")
        drag(tab, 40)
        assert changes(tab, before, 5)
        assert tab.ask("wg.last.index") == index
        assert tab.ask("wg.meter.latencies.length") == frames
        assert tab.ask("wg.meter.showns.length") > 0
    settled(tab)
    assert tab.complaints == []


def test_walking_is_seen_while_the_model_stands_still(open_tab: OpenTab, live: Live) -> None:
    """Two steps, and no farther."""
    tab = begun(open_tab)
    before = settled(tab)
    with stopped(live):
        arrived(tab)
        tab.page.keyboard.down("w")
        assert changes(tab, before, 0.5)
        tab.page.wait_for_timeout(600)
        drawn = tab.ask("window.counted.drawn")
        tab.page.wait_for_timeout(500)
        assert tab.ask("window.counted.drawn") == drawn
        tab.page.keyboard.up("w")


def test_without_an_offscreen_canvas_the_page_draws_and_glides(
    open_tab: OpenTab, live: Live, chromium: object
) -> None:
    """Safari had none for long."""
    context = chromium.new_context(viewport={"width": 1000, "height": 700})  # type: ignore[attr-defined]
    context.add_init_script(WITHOUT_OFFSCREEN)
    tab = open_tab(context=context)
    tab.start("stripes", frames=5)
    tab.wait("wg.helm.controls.isEngaged && wg.link.screen")
    before = settled(tab)
    with stopped(live):
        arrived(tab)
        drag(tab, 40)
        assert changes(tab, before, 5)
    settled(tab)
    assert tab.complaints == []
    context.close()


def test_it_can_be_switched_off(open_tab: OpenTab, live: Live) -> None:
    """Then every picture is the model's."""
    tab = begun(open_tab, "?glide=off")
    before = settled(tab)
    with stopped(live):
        arrived(tab)
        drag(tab, 40)
        assert (picture(tab) == before).all()


@pytest.mark.parametrize("painter", ["plain", "gpu"])
def test_at_rest_every_pixel_is_as_it_came(open_tab: OpenTab, painter: str) -> None:
    """Who stands still sees the frame itself, no softer than without any of this."""
    seen = []
    for query in (f"?painter={painter}", f"?painter={painter}&glide=off"):
        tab = begun(open_tab, query)
        drag(tab, 60)
        seen.append(settled(tab))
    assert (seen[0] == seen[1]).all()


def test_nothing_is_drawn_between_frames_while_nothing_moves(open_tab: OpenTab) -> None:
    """The processor is the model's; a battery is the person's."""
    tab = begun(open_tab)
    settled(tab)
    tab.page.evaluate("() => Object.assign(counted, { drawn: 0, frame: 0 })")
    tab.frames(10)
    counted = tab.ask("({ ...window.counted })")
    assert counted["frame"] >= 10
    assert abs(counted["drawn"] - counted["frame"]) <= 1


def test_more_is_drawn_than_the_model_sends_and_the_corner_says_both(open_tab: OpenTab) -> None:
    """The one number is what one sees, the other what it is made of."""
    tab = begun(open_tab)
    tab.page.keyboard.down("ArrowRight")
    tab.page.wait_for_timeout(2000)
    tab.wait("wg.meter.drawnFps > 1.5 * wg.meter.fps && wg.meter.fps > 0")
    told = tab.page.locator(".wg-hud").inner_text()
    assert "model" in told
    assert float(tab.page.locator("[data-hud=drawn]").inner_text()) > 0
    assert float(tab.page.locator("[data-hud=fps]").inner_text()) > 0
    tab.page.keyboard.up("ArrowRight")


def test_numbers_that_nobody_knows_yet_are_not_there(open_tab: OpenTab) -> None:
    """ "–, model – ms" stood over every picture until a key was pressed."""
    tab = open_tab()
    assert tab.page.locator(".wg-hud").inner_text() == ""
    tab.start()
    tab.page.locator("[data-hud=fps]").wait_for()
    assert tab.page.locator("[data-hud=latency]").is_hidden()
    assert "–" not in tab.page.locator(".wg-hud").inner_text()
    tab.page.keyboard.down("w")
    tab.page.locator("[data-hud=latency]").wait_for()
    tab.page.keyboard.up("w")


def test_a_world_that_is_held_still_comes_to_rest_at_its_own_frame(open_tab: OpenTab) -> None:
    """One paints on it, or looks back from it: what is shown is what the model drew."""
    tab = begun(open_tab)
    tab.page.keyboard.down("ArrowRight")
    tab.frames(6)
    tab.page.keyboard.press("p")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.wait_for_timeout(700)
    drawn, still = tab.ask("window.counted.drawn"), picture(tab)
    tab.page.wait_for_timeout(500)
    assert tab.ask("window.counted.drawn") == drawn
    assert (picture(tab) == still).all()
    tab.page.keyboard.up("ArrowRight")

"""The page and its server: a cut line, a reload, a second tab cost nothing."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.web.conftest import DESKTOP, ON_BOTH, PATIENCE_MS, Live, OpenTab
from tests.web.seen import prompts

pytestmark = pytest.mark.web


@ON_BOTH
def test_nothing_is_asked_of_another_server(open_tab: OpenTab, live: Live) -> None:
    """It works without the internet, and tells nobody."""
    tab = open_tab()
    tab.start()
    tab.frames(3)
    assert {
        urlsplit(url).netloc for url in tab.requests if not url.startswith(("blob:", "data:"))
    } == {f"127.0.0.1:{live.line.port}"}
    assert len(tab.requests) > 5
    assert tab.complaints == []


@ON_BOTH
def test_a_lost_line_is_told_and_the_walk_goes_on(open_tab: OpenTab, live: Live) -> None:
    """A tunnel, a lift, a closed lid: the same walk, the next frame."""
    tab = open_tab()
    tab.start()
    tab.page.keyboard.down("w")
    tab.obeyed()
    tab.frames(4)
    live.line.cut()
    tab.wait("wg.connection === 'lost'")
    assert "lost" in tab.page.locator(".wg-state").inner_text().lower()
    index = tab.ask("wg.last.index")
    tab.page.wait_for_timeout(1500)
    live.line.mend()
    tab.wait("wg.connection === 'open' && wg.status.stage === 'walking'")
    tab.wait(f"wg.last.index > {index + 3}")
    assert tab.ask("wg.last.walk") == 1
    assert tab.ask("wg.last.index") < index + 400


def test_a_reload_comes_back_to_the_same_walk(open_tab: OpenTab) -> None:
    """F5 is not the end of the world."""
    tab = open_tab()
    tab.start("a lake among hills")
    tab.frames(3)
    index = tab.ask("wg.last.index")
    tab.page.reload()
    tab.wait("wg?.status.stage === 'paused' && wg.last")  # nobody saw it for a moment
    tab.page.get_by_role("button", name="Walk on").click()
    tab.wait(f"wg.last.index > {index + 2}")
    assert tab.ask("wg.last.walk") == 1
    assert tab.page.input_value("#wg-prompt") == "a lake among hills"


def test_a_second_tab_takes_over_and_can_be_taken_back(open_tab: OpenTab) -> None:
    """A duplicated tab has the same token; only one may steer, and both say so."""
    first = open_tab()
    first.start()
    token = first.ask("wg.token")
    context = first.page.context
    context.add_init_script(f"sessionStorage.setItem('worldgen.session', {json.dumps(token)})")
    second = open_tab(context=context)
    second.wait("wg.status.stage !== 'opening' && wg.last")
    first.wait("wg.connection === 'taken'")
    assert first.page.get_by_text("Open in another tab").first.is_visible()
    first.page.get_by_role("button", name="Take it back").click()
    first.wait("wg.connection === 'open'")
    second.wait("wg.connection === 'taken'")


@pytest.mark.parametrize(
    "bad",
    [
        {"type": "control", "seq": 10**6, "at_ms": 0, "keys": ["ROCKET"]},
        {"type": "control", "seq": 10**6, "at_ms": 0, "forward": 5},
        {"type": "nonsense"},
    ],
)
def test_a_bad_message_is_told_and_the_walk_goes_on(open_tab: OpenTab, bad: Any) -> None:
    """Whatever a page sends, the person walks on."""
    tab = open_tab()
    tab.start()
    tab.page.evaluate("message => window.worldgen.link.send(message)", bad)
    tab.page.locator(".wg-toast").wait_for()
    assert len(tab.page.locator(".wg-toast p").inner_text()) > 10
    tab.frames(3)


def test_a_world_asked_for_while_the_line_is_down_begins_when_it_is_back(
    open_tab: OpenTab, live: Live
) -> None:
    """The page said "one moment" for ever: the prompt had gone into a socket that was shut."""
    tab = open_tab()
    live.line.cut()
    tab.wait("wg.connection === 'lost'")
    tab.page.fill("#wg-prompt", "a harbour in the evening")
    tab.page.press("#wg-prompt", "Enter")
    tab.page.get_by_text("Waiting for the server").wait_for()
    live.line.mend()
    tab.wait("wg.status.stage === 'walking' && wg.last?.index >= 2")
    assert "a harbour in the evening" in [prompt["text"] for prompt in prompts(live)]


def test_what_cannot_be_sent_is_not_said_to_have_been(open_tab: OpenTab, live: Live) -> None:
    """It was said "told the world" of words that nobody got."""
    tab = open_tab()
    tab.start()
    live.line.cut()
    tab.wait("wg.connection === 'lost'")
    tab.page.fill("#wg-event", "night falls")
    tab.page.press("#wg-event", "Enter")
    tab.page.get_by_text("Not connected at the moment").wait_for()
    assert not tab.page.get_by_text("Told the world").is_visible()


def test_a_page_whose_worker_does_not_load_says_so(open_tab: OpenTab, chromium: Any) -> None:
    """It said "Connecting" for ever."""
    context = chromium.new_context(**DESKTOP)
    context.set_default_timeout(PATIENCE_MS)
    context.route("**/worker.js", lambda route: route.abort())
    tab = open_tab(context=context, ready=False)
    tab.page.get_by_role("button", name="Reload").wait_for()
    assert tab.page.get_by_text("did not load").is_visible()
    context.close()

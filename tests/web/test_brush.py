"""A part of the picture is painted over in a real Chromium, and what shall be there is said."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.web.conftest import DESKTOP, PHONE, SIDEWAYS, Live, OpenTab, Tab
from worldgen.recording import read_walk
from worldgen.types import Edit

pytestmark = pytest.mark.web

WAY = ((0.42, 0.3), (0.42, 0.6), (0.5, 0.6))
"""Where the brush goes, in shares of the visible picture."""


def spots(tab: Tab, way: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same in pixels of the page."""
    box = tab.page.locator(".wg-stage").bounding_box()
    return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in way]


def paint(tab: Tab, way: Sequence[tuple[float, float]] = WAY) -> None:
    """One stroke of the mouse."""
    first, *rest = spots(tab, way)
    tab.page.mouse.move(*first)
    tab.page.mouse.down()
    for spot in rest:
        tab.page.mouse.move(*spot, steps=4)
    tab.page.mouse.up()


def paint_with_a_finger(tab: Tab, way: Sequence[tuple[float, float]] = WAY) -> None:
    """One stroke on a touch screen."""
    touch = tab.page.context.new_cdp_session(tab.page)
    for at, (x, y) in enumerate(spots(tab, way)):
        kind = "touchMove" if at else "touchStart"
        point = {"type": kind, "touchPoints": [{"x": x, "y": y}]}
        touch.send("Input.dispatchTouchEvent", point)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def take_up(tab: Tab) -> int:
    """Press the tool and wait until the world stands; the frame it stands at."""
    tab.page.click("[data-do=brush]")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.wait_for_timeout(500)  # what was under way arrives
    index: int = tab.ask("wg.last.index")
    return index


def events(live: Live, of: str) -> list[dict[str, Any]]:
    """What was said in the walk that began with these words."""
    (walk,) = live.walks_dir.glob(f"*-{of.replace(' ', '-')}-*")
    told: list[dict[str, Any]] = json.loads((walk / "walk.json").read_text("utf-8"))["events"]
    return told


@pytest.mark.parametrize("looks", [DESKTOP, PHONE, SIDEWAYS], ids=["desktop", "phone", "sideways"])
def test_what_is_painted_over_and_said_goes_into_the_walk(
    open_tab: OpenTab, live: Live, looks: dict[str, Any]
) -> None:
    """From the tool to the walk folder: the part, the words, the frame; and the walk goes on."""
    prompt = f"an open place {looks['viewport']['width']} wide"
    tab = open_tab(**looks)
    tab.start(prompt)
    at = take_up(tab)
    assert "Paint over" in tab.page.locator(".wg-brush-note").inner_text()
    if looks is not DESKTOP:
        paint_with_a_finger(tab)
        assert tab.ask("document.activeElement.id") != "wg-part"  # it would raise a keyboard
        tab.page.tap("#wg-part")
    else:
        paint(tab)
    assert tab.ask("wg.last.index") == at and tab.ask("wg.helm.controls.isEngaged") is False
    tab.page.keyboard.type("a stone tower")
    tab.page.keyboard.press("Enter")
    tab.page.get_by_text("Changing that part: a stone tower").wait_for()
    tab.wait(f"wg.status.stage === 'walking' && wg.last.index >= {at + 3}")
    assert not tab.page.locator(".wg-brush").is_visible()
    assert tab.ask("document.activeElement.className").startswith("wg-stage")
    (event,) = events(live, prompt)
    assert event["index"] == at + 1 and event["text"] == "a stone tower"
    (walk,) = live.walks_dir.glob(f"*-{prompt.replace(' ', '-')}-*")
    with read_walk(walk) as recorded:
        ((edit,),) = recorded.said.values()
    assert isinstance(edit, Edit) and edit.mask.shape == (144, 256)
    _is_where_it_was_painted(tab, edit.mask)
    assert tab.complaints == []


def _is_where_it_was_painted(tab: Tab, mask: np.ndarray) -> None:
    """Under the way of the brush, on a picture that a phone shows cut at its sides."""
    stage = tab.page.locator(".wg-stage").bounding_box()
    shown = stage["width"] / (stage["height"] * 16 / 9)  # share of the width that is seen
    across = [(0.5 + (x - 0.5) * shown, y) for x, y in WAY]
    for x, y in across:
        assert mask[int(y * 144), int(x * 256)]
    assert not mask[:, : int((across[0][0] - 0.05) * 256)].any()
    assert not mask[:, int((across[-1][0] + 0.05) * 256) :].any()
    assert not mask[int(0.7 * 144) :].any()


@pytest.mark.parametrize("how", ["Escape", "c", "tool", "Escape in the words"])
def test_it_can_be_given_up_and_nothing_was_said(open_tab: OpenTab, live: Live, how: str) -> None:
    """Escape, the key or the tool again: the walk goes on as if nothing had been."""
    prompt = f"given up by {how.lower()}"
    tab = open_tab()
    tab.start(prompt)
    tab.page.keyboard.press("c")
    tab.wait("wg.status.stage === 'paused' && wg.brush.isOpen")
    if how == "Escape in the words":
        tab.page.wait_for_timeout(500)  # what was under way arrives
        paint(tab)
        assert tab.ask("document.activeElement.id") == "wg-part"
        tab.page.keyboard.type("c, a d and a w")  # keys that walk, elsewhere
        assert tab.page.input_value("#wg-part") == "c, a d and a w"
    if how == "tool":
        tab.page.click("[data-do=brush]")
    else:
        tab.page.keyboard.press(how.split()[0])
    tab.wait("wg.status.stage === 'walking' && !wg.brush.isOpen")
    tab.frames(3)
    assert tab.page.input_value("#wg-part") == ""
    assert events(live, prompt) == []
    assert tab.complaints == []


@pytest.mark.parametrize(("later", "kept"), [(0, 1), (1, 1), (2, 1), (40, 0), (-1, 0)])
def test_a_frame_that_was_under_way_does_not_take_the_brush_out_of_the_hand(
    open_tab: OpenTab, later: int, kept: int
) -> None:
    """It comes in the middle of a stroke; what shows another place wipes the trace."""
    tab = open_tab()
    tab.start()
    take_up(tab)
    first, second, third = spots(tab, WAY)
    tab.page.mouse.move(*first)
    tab.page.mouse.down()
    tab.page.mouse.move(*second, steps=4)
    tab.ask(f"wg.brush.shown({{...wg.brush.frame, index: wg.brush.frame.index + {later}}})")
    tab.page.mouse.move(*third, steps=4)
    tab.page.mouse.up()
    assert tab.ask("wg.brush.strokes.length") == kept
    assert (tab.ask("document.activeElement.id") == "wg-part") == bool(kept)
    assert tab.complaints == []


def test_nothing_walks_or_looks_while_one_paints(open_tab: OpenTab) -> None:
    """The stroke is no drag of the view, the letters are no steps."""
    tab = open_tab()
    tab.start()
    take_up(tab)
    pose, seq = tab.ask("wg.last.pose"), tab.ask("wg.helm.controls.seq")
    tab.page.keyboard.down("w")
    tab.page.keyboard.up("w")
    paint(tab)
    tab.page.keyboard.type("www")
    tab.page.keyboard.press("Escape")
    tab.wait("wg.status.stage === 'walking'")
    tab.frames(3)
    assert tab.ask("wg.last.pose") == pytest.approx(pose, abs=1e-6)
    assert tab.ask("wg.helm.controls.seq") == seq


def test_words_without_a_part_ask_for_one_and_a_part_is_seen(open_tab: OpenTab) -> None:
    """One is told what is missing, and sees what was painted."""
    tab = open_tab()
    tab.start()
    take_up(tab)
    tab.page.fill("#wg-part", "a tree")
    tab.page.press("#wg-part", "Enter")
    assert "First paint" in tab.page.locator(".wg-brush-note").inner_text()
    assert tab.ask("wg.brush.isOpen")
    before = _seen(tab)
    paint(tab)
    tab.page.mouse.move(5, 5)
    assert (np.abs(_seen(tab) - before).max(axis=2) > 30).mean() > 0.01
    assert "Now say" in tab.page.locator(".wg-brush-note").inner_text()


def test_a_trace_is_gone_when_another_frame_is_shown(open_tab: OpenTab) -> None:
    """It was of what was seen then; the mask would fit nothing."""
    tab = open_tab()
    tab.start()
    take_up(tab)
    paint(tab)
    show = "window.worldgen.brush.shown({...window.worldgen.last, index: %s})"
    tab.page.evaluate(show % tab.ask("wg.last.index"))  # the same, as after a lost line
    assert tab.ask("wg.brush.strokes.length") == 1
    tab.page.evaluate(show % 10_000)
    assert tab.ask("wg.brush.strokes.length") == 0
    assert "Paint over" in tab.page.locator(".wg-brush-note").inner_text()


def _seen(tab: Tab) -> np.ndarray:
    """The picture and what lies on it, (H, W, 3)."""
    shot = tab.page.locator(".wg-stage").screenshot()
    return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).astype(int)


def test_a_part_of_an_older_frame_is_refused_and_the_walk_goes_on(
    open_tab: OpenTab, live: Live
) -> None:
    """However it came about: it is said, and nothing is changed or recorded."""
    tab = open_tab()
    tab.start("a place that went on")
    tab.frames(4)
    tab.page.evaluate(
        """() => window.worldgen.link.send({ type: "edit", walk: 1, index: 0, text: "a tree",
             width_px: 2, height_px: 2, runs: [1, 3] })"""
    )
    tab.page.get_by_text("please mark it again").wait_for()
    tab.frames(3)
    assert events(live, "a place that went on") == []


def test_who_cannot_edit_sees_no_brush(open_tab: OpenTab) -> None:
    """A tool that would only be refused is not offered."""
    tab = open_tab()
    tab.start()
    assert tab.page.locator("[data-do=brush]").is_visible()
    tab.page.evaluate(
        """() => { const { link, status } = window.worldgen;
             const detail = { ...status, can_edit: false };
             link.dispatchEvent(new CustomEvent("server:status", { detail })); }"""
    )
    assert not tab.page.locator("[data-do=brush]").is_visible()
    assert tab.page.locator("#wg-event").is_visible()
    tab.page.keyboard.press("c")
    tab.frames(2)
    assert not tab.ask("wg.brush.isOpen")

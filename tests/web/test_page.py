"""The page in a real Chromium: type, walk, look, save, lose the line, come back."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import imageio_ffmpeg
import numpy as np
import pytest
import trimesh
from PIL import Image

from tests.web.conftest import DESKTOP, ON_BOTH, PHONE, Live, OpenTab, Tab
from worldgen.web.examples import EXAMPLES

pytestmark = pytest.mark.web


def picture(tab: Tab) -> np.ndarray:
    """What the middle of the stage shows, (H, W, 3) uint8."""
    box = tab.page.locator(".wg-stage").bounding_box()
    middle = {
        "x": box["x"] + box["width"] * 0.4,
        "y": box["y"] + box["height"] * 0.4,
        "width": box["width"] * 0.2,
        "height": box["height"] * 0.2,
    }
    shot = Image.open(io.BytesIO(tab.page.screenshot(clip=middle)))
    return np.asarray(shot.convert("RGB")).astype(int)


def prompts(live: Live) -> list[dict[str, Any]]:
    """What every walk of this server was begun from, as recorded."""
    walks = live.walks_dir.glob("*/walk.json")
    return [json.loads(path.read_text(encoding="utf-8"))["prompt"] for path in walks]


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
    assert np.abs(picture(tab) - before).mean() > 2
    assert tab.ask("wg.meter.latencies.length") >= 1
    tab.page.keyboard.up("w")
    tab.obeyed()
    stopped = tab.ask("wg.last.pose[11]")
    tab.frames(3)
    assert tab.ask("wg.last.pose[11]") == pytest.approx(stopped, abs=1e-3)
    assert tab.page.locator("[data-hud=fps]").inner_text() != ""
    assert tab.complaints == []


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


@ON_BOTH
def test_the_film_downloads_and_plays(open_tab: OpenTab, tmp_path: Path) -> None:
    """An MP4 that decodes, with as many frames as were walked, at the world's pace."""
    tab = open_tab()
    tab.start()
    tab.page.keyboard.down("w")
    tab.obeyed()
    tab.frames(8)
    tab.page.click(".wg-dock [data-do=stop]")
    tab.wait("wg.status.stage === 'ended'")
    frames = tab.ask("wg.ended.frames")
    with tab.page.expect_download() as waiting:
        tab.page.click(".wg-save")
        tab.page.click("[data-format=mp4]")
    film = tmp_path / "walk.mp4"
    waiting.value.save_as(film)
    assert waiting.value.suggested_filename.endswith(".mp4")
    count, seconds = imageio_ffmpeg.count_frames_and_secs(str(film))
    assert count == frames
    assert seconds == pytest.approx(frames / 10, abs=0.15)


@pytest.mark.parametrize("live", ["shipped"], indirect=True)
@pytest.mark.weights
def test_the_mesh_downloads_and_opens(open_tab: OpenTab, tmp_path: Path) -> None:
    """What was walked, as a solid that another program reads; the button says how far it is."""
    tab = open_tab()
    tab.start()
    tab.frames(4)
    tab.page.click(".wg-dock [data-do=stop]")
    tab.wait("wg.status.stage === 'ended'")
    with tab.page.expect_download() as waiting:
        tab.page.click(".wg-save")
        tab.page.click("[data-format=glb]")
        assert "%" in tab.page.locator(".wg-save").inner_text()
    mesh = tmp_path / "walk.glb"
    waiting.value.save_as(mesh)
    scene = trimesh.load_scene(mesh)
    assert sum(len(shape.faces) for shape in scene.geometry.values()) > 500
    assert tab.page.locator(".wg-save").inner_text() == "Save"


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


@ON_BOTH
def test_a_picture_begins_a_world(open_tab: OpenTab, live: Live) -> None:
    """Choose a file, see it on the page, walk into it."""
    tab = open_tab()
    buffer = io.BytesIO()
    Image.new("RGB", (320, 200), (200, 120, 60)).save(buffer, "JPEG")
    file = {"name": "hill.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}
    tab.page.set_input_files("input[type=file]", file)
    tab.page.get_by_text("320 × 200").wait_for()
    tab.page.click(".wg-go")
    tab.wait("wg.status.stage === 'walking' && wg.last?.index >= 2")
    assert any(prompt["image"] for prompt in prompts(live))


@pytest.mark.parametrize(
    ("name", "kind", "data", "words"),
    [
        ("photo.jpg", "image/jpeg", b"a text file named .jpg", "text"),
        ("cat.gif", "image/gif", b"GIF89a", "PNG, JPEG or WebP"),
        ("big.png", "image/png", b"x" * 10_000_001, "10.0 MB"),
        ("empty.png", "image/png", b"", "empty"),
    ],
)
def test_a_file_that_is_no_picture_of_ours_is_refused_in_words(
    open_tab: OpenTab, name: str, kind: str, data: bytes, words: str
) -> None:
    """One clear message where the person looks, and the page works on."""
    tab = open_tab()
    tab.page.set_input_files("input[type=file]", {"name": name, "mimeType": kind, "buffer": data})
    tab.page.locator(".wg-ask-problem", has_text=words).wait_for()
    assert tab.page.locator(".wg-chip").is_hidden()
    assert tab.page.locator(".wg-go").is_enabled()


def test_an_empty_prompt_is_asked_for_and_emoji_are_fine(open_tab: OpenTab, live: Live) -> None:
    """Nothing typed is not an error, it is a question."""
    tab = open_tab()
    tab.page.click(".wg-go")
    tab.page.locator(".wg-ask-problem", has_text="Describe a place").wait_for()
    tab.start("🌋🌿 雪の村")
    assert "🌋🌿 雪の村" in [prompt["text"] for prompt in prompts(live)]


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

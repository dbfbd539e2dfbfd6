"""Rain and snow on the page: its drops are those of the films, and they fall while one walks."""

from __future__ import annotations

import base64
import io
import time
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.web.conftest import Live, OpenTab, Tab
from tests.web.exchange import STATIC, run_js
from tests.web.seen import picture
from tests.web.test_gliding import COUNT, PATIENCE_S, WITHOUT_OFFSCREEN, changes, settled, stopped
from worldgen.falling import RAIN, SNOW, Kind, before, seen
from worldgen.geometry import Camera, pose
from worldgen.types import Weather

PLACE = {"x": 7.3, "y": -1.6, "z": -2.1, "yaw": 0.7, "pitch": -0.15}
LENS = Camera.from_fov(640, 360, 1.2).at(pose(np.array([7.3, -1.6, -2.1]), 0.7, -0.15))
TIME_S = 77.7

DROPS = """
  const { kind, strength, place, timeS, lens } = argument;
  const { KINDS } = await import(new URL("falling.js", argument.at));
  return m.dropsOf(KINDS[kind], strength, place, timeS, lens, 3);
"""


@pytest.mark.parametrize(("name", "kind"), [("rain", RAIN), ("snow", SNOW)])
@pytest.mark.parametrize("strength", [1.0, 0.3])
def test_the_page_has_the_drops_of_the_films(name: str, kind: Kind, strength: float) -> None:
    """The numbers are written down twice: a film would show another rain than was walked in."""
    lens = {"width": 640, "height": 360, "fx": LENS.fx, "fy": LENS.fy}
    asked = {"kind": name, "strength": strength, "place": PLACE, "timeS": TIME_S, "lens": lens}
    there = np.array(run_js("falling_plain.js", DROPS, {**asked, "at": f"{STATIC.as_uri()}/"}))
    here = seen(kind, strength, LENS, TIME_S)
    assert np.abs(there[:, :2] - here.head).max() < 0.05
    assert np.abs(there[:, 2:4] - here.tail).max() < 0.05
    assert there[:, 4] == pytest.approx(here.radius, rel=1e-4)
    assert there[:, 5] == pytest.approx(here.opacity, abs=1e-4)


PAINT = """async ({ at, picture, falls, size: [width, height] }) => {
  const { createPainter } = await import(`/${at}painter.js`);
  const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
  const drawn = {};
  for (const sharp of ["gpu", "plain"]) {
    const canvas = new OffscreenCanvas(width, height);
    const painter = createPainter(canvas, { sharp });
    painter.resize(width, height);
    painter.take(await createImageBitmap(new Blob([bytes])));
    drawn[sharp] = [];
    for (const now of [null, falls]) {
      painter.falls = now;
      painter.fit();
      const began = performance.now();
      if (now) painter.again();
      drawn[`${sharp} ms`] = performance.now() - began;
      const pen = new OffscreenCanvas(width, height).getContext("2d");
      pen.drawImage(canvas, 0, 0);
      const blob = await pen.canvas.convertToBlob();
      const url = new FileReader();
      await new Promise((done) => { url.onload = done; url.readAsDataURL(blob); });
      drawn[sharp].push(url.result.split(",")[1]);
    }
  }
  return drawn;
}"""


def painted(tab: Tab, rgb: np.ndarray, weather: Weather) -> dict[str, list[np.ndarray]]:
    """A picture on both painters' canvases, without and with what falls before it."""
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, "PNG")
    asked = {
        "at": tab.ask("wg.settings.static"),
        "picture": base64.b64encode(file.getvalue()).decode(),
        "falls": {"rain": weather.rain, "snow": weather.snow, "timeS": TIME_S, "camera": PLACE,
                  "focal": LENS.fx / LENS.width_px},
        "size": [LENS.width_px, LENS.height_px],
    }  # fmt: skip
    drawn = tab.page.evaluate(PAINT, asked)
    return {
        kind: [
            np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")).astype(float)
            for data in drawn[kind]
        ]
        for kind in ("gpu", "plain")
    }


@pytest.mark.web
@pytest.mark.parametrize("weather", [Weather(rain=1.0), Weather(snow=1.0)], ids=["rain", "snow"])
@pytest.mark.parametrize("level", [110, 20])
def test_both_painters_put_before_a_picture_what_a_film_does(
    open_tab: OpenTab, weather: Weather, level: int
) -> None:
    """The shader is upright and in its place; the strokes of the other are of the same drops."""
    rgb = np.full((144, 256, 3), level, np.uint8)
    film = before(np.full((360, 640, 3), level, np.uint8), LENS, TIME_S, weather) - float(level)
    tab = open_tab()
    for kind, (clear, falls) in painted(tab, rgb, weather).items():
        fell = falls - clear
        alike = np.corrcoef(fell.ravel(), film.ravel())[0, 1]
        assert alike > (0.97 if kind == "gpu" else 0.6), kind
        assert fell.mean() == pytest.approx(film.mean(), rel=0.06 if kind == "gpu" else 0.6)
    assert tab.complaints == []


FADING = """
  const falling = new m.Falling({ calm: argument.calm }), seen = [];
  for (const { at, on, frame } of argument.events) {
    if (on !== undefined) falling.walks(on, at);
    if (frame) falling.frame(frame, at);
    seen.push({ at, ...falling.at(at), isLively: falling.isLively });
  }
  return seen;
"""


def played(events: list[dict[str, Any]], calm: bool = False) -> list[dict[str, Any]]:
    """What falls after each event, as the page would draw it."""
    seen: list[dict[str, Any]] = run_js("falling.js", FADING, {"events": events, "calm": calm})
    return seen


def says(rain: float, walk: int = 1) -> dict[str, float]:
    return {"walk": walk, "rain": rain, "snow": 0.0}


def every_refresh(start_ms: float, count: int) -> list[dict[str, Any]]:
    return [{"at": start_ms + 16 * n} for n in range(1, count + 1)]


def test_rain_that_begins_comes_in_a_second_and_goes_in_one() -> None:
    """At once it would be a cut in the film."""
    begins: list[dict[str, Any]] = [
        {"at": 0, "on": True, "frame": says(0)},
        {"at": 100, "frame": says(0.5)},
    ]
    ends = [{"at": 1000, "frame": says(0)}]
    seen = played([*begins, *every_refresh(100, 50), *ends, *every_refresh(1000, 50)])
    rain = [moment.get("rain", 0) for moment in seen]
    assert rain[1] == 0 and rain[51] == pytest.approx(0.5)
    assert max(np.abs(np.diff(rain))) < 0.11
    assert seen[-1].get("rain") is None and not seen[-1]["isLively"]
    assert all(moment["isLively"] for moment in seen[1:60])


def test_a_rainy_world_begins_in_the_rain() -> None:
    """It rained before one came."""
    seen = played([{"at": 0, "on": False, "frame": says(0.7)}])
    assert seen[0]["rain"] == pytest.approx(0.7)


def test_held_still_it_hangs_in_the_air_and_goes_on_from_there() -> None:
    """Time stands where the world does; nothing is drawn for it."""
    start: list[dict[str, Any]] = [{"at": 0, "on": True, "frame": says(1)}]
    held = [{"at": 500, "on": False}, {"at": 8000}]
    walks = [{"at": 9000, "on": True}, {"at": 9016}]
    seen = played([*start, *every_refresh(0, 30), *held, *walks])
    assert [moment["isLively"] for moment in seen[-4:]] == [False, False, True, True]
    assert seen[-3]["timeS"] == seen[-4]["timeS"] == seen[-2]["timeS"]
    assert seen[-1]["timeS"] - seen[-2]["timeS"] == pytest.approx(0.016)
    assert seen[-4]["timeS"] == pytest.approx(0.5)


def test_who_asked_for_less_motion_gets_less_of_it() -> None:
    """Sparser, and slower."""
    events: list[dict[str, Any]] = [{"at": 0, "on": True, "frame": says(1)}, {"at": 200}]
    usual, calm = played(events)[-1], played(events, calm=True)[-1]
    assert calm["rain"] <= 0.3 * usual["rain"]
    assert 0 < calm["timeS"] <= 0.5 * usual["timeS"]


def begun(open_tab: OpenTab, text: str, query: str = "", **looks: Any) -> Tab:
    """A walk that stands, with its pictures counted."""
    tab = open_tab(query=query, **looks)
    tab.page.fill("#wg-seed", "7")
    tab.start(text, frames=5)
    tab.wait("wg.helm.controls.isEngaged")
    tab.page.evaluate(COUNT)
    return tab


def all_has_come(tab: Tab) -> None:
    """Until what was under way from a server that stands still is drawn."""
    index, quiet = -1, 0
    while quiet < 3:  # a busy processor may draw once a second
        newest = int(tab.ask("wg.last.index"))
        quiet = quiet + 1 if newest == index else 0
        index = newest
        tab.page.wait_for_timeout(700)


def draws_alone(tab: Tab) -> bool:
    """Whether more comes to be drawn on one and the same frame."""
    deadline_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline_s:
        index, drawn = tab.ask("[wg.last.index, window.counted.drawn]")
        tab.page.wait_for_timeout(700)
        now, more = tab.ask("[wg.last.index, window.counted.drawn]")
        if now == index and more > drawn:
            return True
    return False


WEATHERED = pytest.mark.parametrize("live", ["weathered"], indirect=True)


@pytest.mark.web
@WEATHERED
@pytest.mark.parametrize("query", ["", "?painter=gpu"])
@pytest.mark.parametrize("text", ["a village in the rain", "a snowy village"])
def test_it_falls_while_no_frame_comes_and_stands_while_the_world_does(
    open_tab: OpenTab, live: Live, query: str, text: str
) -> None:
    """At ten frames a second rain would flicker; held still, it must cost nothing."""
    tab = begun(open_tab, text, query)
    with stopped(live):
        all_has_come(tab)
        assert changes(tab, picture(tab), 0.02)
        assert draws_alone(tab)
    tab.page.keyboard.press("p")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.wait_for_timeout(1500)
    drawn, still = tab.ask("window.counted.drawn"), picture(tab)
    tab.page.wait_for_timeout(700)
    assert tab.ask("window.counted.drawn") == drawn
    assert (picture(tab) == still).all()
    assert np.abs(still - np.median(still, axis=(0, 1))).max() > 8  # it hangs in the air
    assert tab.complaints == []


@pytest.mark.web
@WEATHERED
def test_when_it_clears_up_nothing_is_drawn_between_frames(open_tab: OpenTab, live: Live) -> None:
    """And not a drop is left on the picture."""
    tab = begun(open_tab, "a village in the rain")
    tab.page.keyboard.press("t")
    tab.page.fill("#wg-event", "the sun comes out")
    tab.page.press("#wg-event", "Enter")
    tab.frames(30)
    assert np.ptp(settled(tab), axis=(0, 1)).max() <= 1
    with stopped(live):
        all_has_come(tab)
        drawn = tab.ask("window.counted.drawn")
        tab.page.wait_for_timeout(700)
        assert tab.ask("window.counted.drawn") == drawn


@pytest.mark.web
@WEATHERED
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_page_asks_the_browser_how_much_motion_is_wanted(
    open_tab: OpenTab, live: Live, chromium: Any, motion: str
) -> None:
    """A setting of the system's; nobody looks for one here."""
    context = chromium.new_context(reduced_motion=motion)
    context.add_init_script(WITHOUT_OFFSCREEN)
    tab = open_tab(context=context)
    tab.start("a village in the rain", frames=3)
    rain = tab.ask("wg.link.screen.painter.falls.rain")
    assert rain == (0.25 if motion == "reduce" else 1)
    context.close()

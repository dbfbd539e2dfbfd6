"""Taking a walk home: files, what they are worth, and looking at them in 3D."""

from __future__ import annotations

import io
import math
from pathlib import Path
from urllib.parse import urlsplit

import imageio_ffmpeg
import numpy as np
import pytest
import trimesh
from PIL import Image

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import seen, stroll
from tests.web.conftest import ON_BOTH, Live, OpenTab, Tab
from worldgen.export import PRESETS, export_walk, suffixes
from worldgen.export.cameras import file_pose, gl_pose
from worldgen.export.origin import Origin
from worldgen.geometry import Camera
from worldgen.sessions.protocol import FORMATS

pytestmark = pytest.mark.web


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
    frames = tab.ask("wg.journey.ended.frames")
    with tab.page.expect_download() as waiting:
        tab.page.click(".wg-save")
        tab.page.click("[data-take=make]")  # a film is chosen to begin with, and comes by itself
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
    tab.page.click(".wg-save")
    tab.page.uncheck("[value=mp4]")
    tab.page.check("[value=glb]")
    tab.page.click("[data-take=make]")
    tab.page.locator(".wg-take-left", has_text="%").wait_for()
    assert "%" in tab.page.locator(".wg-save").inner_text()
    tab.page.locator(".wg-take-worth", has_text="round about").wait_for()
    with tab.page.expect_download() as waiting:
        tab.page.click("a[data-format=glb]")
    mesh = tmp_path / "walk.glb"
    waiting.value.save_as(mesh)
    scene = trimesh.load_scene(mesh)
    assert sum(len(shape.faces) for shape in scene.geometry.values()) > 500
    assert tab.page.locator(".wg-save").inner_text() == "Save"


def test_the_window_knows_every_format_and_preset(open_tab: OpenTab) -> None:
    """What `export` learns to write must be offered, and presets mean the same everywhere."""
    tab = open_tab()
    path = tab.ask("wg.settings.static")
    groups, presets = tab.page.evaluate(
        f"""async () => {{ const m = await import('/{path}take/formats.js');
            return [m.GROUPS.flatMap((group) => group.formats), m.PRESETS]; }}"""
    )
    assert sorted(groups) == sorted(FORMATS)
    assert presets == {name: [s[1:] for s in suffixes(name)] for name in PRESETS}


def test_a_preset_chooses_its_files_and_the_world_waits(open_tab: OpenTab) -> None:
    """While files are chosen nothing is walked; closing the window walks on."""
    tab = open_tab()
    tab.start()
    tab.page.click(".wg-save")
    tab.wait("wg.status.stage === 'paused'")
    tab.page.click("[data-preset=game-engine]")
    assert tab.page.locator("[data-take=make]").inner_text() == "Make 4 files"
    chosen = tab.page.locator(".wg-take input:checked").evaluate_all("all => all.map(b => b.value)")
    assert sorted(chosen) == ["collider.glb", "lod.glb", "obj", "ply"]
    tab.page.keyboard.press("Escape")
    tab.wait("wg.status.stage === 'walking'")
    tab.frames(2)
    assert tab.complaints == []


def test_the_end_leads_home_and_nothing_is_said_to_wait(open_tab: OpenTab) -> None:
    """ "Take it home" were words without a button, and a walk that was over was said to wait."""
    tab = open_tab()
    tab.start()
    tab.page.click(".wg-save")
    assert "The world waits" in tab.page.locator(".wg-take-aside").inner_text()
    tab.page.keyboard.press("Escape")
    tab.page.click(".wg-dock [data-do=stop]")
    tab.page.get_by_role("button", name="Take it home").click()
    assert tab.page.locator(".wg-take").is_visible()
    assert "waits" not in tab.page.locator(".wg-take-aside").inner_text()


def test_how_far_files_are_is_told_as_it_is(open_tab: OpenTab) -> None:
    """Not all before all is done; and a machine that is busy with others is said to be."""
    tab = open_tab()
    tab.start()
    tab.page.clock.install()
    tab.page.click(".wg-save")
    told = {"making": "spz", "progress": 0.999, "left_s": None, "files": [], "report": None}
    tab.page.evaluate("told => window.worldgen.take.told(told)", told)
    left = tab.page.locator(".wg-take-left")
    assert left.inner_text() == "99 %, one moment"
    assert tab.page.locator(".wg-save").inner_text() == "99 %"
    tab.page.clock.run_for(11_000)
    assert "busy" in left.inner_text()
    tab.page.evaluate("told => window.worldgen.take.told(told)", {**told, "left_s": 20})
    assert left.inner_text() == "99 %, about 20 s left"


def test_what_was_not_made_and_what_files_do_not_show_stand_beside_them(open_tab: OpenTab) -> None:
    """A preset of four files of which one cannot be is three files and a reason."""
    tab = open_tab()
    tab.start()
    tab.page.click(".wg-save")
    file = {"format": "gif", "name": "a.gif", "url": "world/files/a", "size_bytes": 2_000_000}
    missed = {"format": "glb", "reason": "the walk's frames have no depth"}
    told = {"making": "", "progress": 1, "left_s": None, "files": [file], "unmade": [missed],
            "report": None, "notes": ["the height is a guess"]}  # fmt: skip
    tab.page.evaluate("told => window.worldgen.take.told(told)", told)
    assert "2.0 MB" in tab.page.locator(".wg-take-files a").inner_text()
    line = tab.page.locator(".wg-take-files p").inner_text().split("\n")
    assert line == [".glb", "was not made: the walk's frames have no depth"]
    assert tab.page.locator(".wg-take-worth").inner_text() == "The height is a guess."


def test_what_is_in_the_making_can_be_called_off(open_tab: OpenTab) -> None:
    """A minute is long; the way back is one button."""
    tab = open_tab()
    tab.start()
    tab.page.click(".wg-save")
    tab.page.click("[data-take=look-at]")
    tab.page.click("[data-take=cancel]")
    tab.page.locator(".wg-take-choose").wait_for()
    assert tab.page.locator(".wg-save").inner_text() == "Save"
    assert tab.complaints == []


def test_what_goes_wrong_is_said_in_the_window(open_tab: OpenTab, live: Live) -> None:
    """A message below the window would be no message."""
    tab = open_tab()
    tab.start("a walk that gets lost")
    tab.page.click(".wg-save")
    tab.wait("wg.status.stage === 'paused'")
    (walk,) = live.walks_dir.glob("*-a-walk-that-gets-lost-*")
    (walk / "walk.json").rename(walk / "hidden.json")
    tab.page.click("[data-take=make]")
    tab.page.locator(".wg-take-problem", has_text="walk").wait_for()
    (walk / "hidden.json").rename(walk / "walk.json")
    tab.page.click("[data-take=make]")
    tab.page.locator(".wg-take-files a").wait_for()
    assert tab.page.locator(".wg-take-problem").inner_text() == ""


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Splats and a surface of a place with ground, wall and sky, as files."""
    folder = tmp_path_factory.mktemp("shapes")
    walk = record(folder / "walk", stroll(4))
    files = [folder / name for name in ("walk.spz", "walk.ply", "walk.glb")]
    for file in files:
        export_walk(walk, file)
    return {file.name: file.read_bytes() for file in files}


def look(tab: Tab, shapes: dict[str, bytes], *names: str) -> None:
    """Have these files, as if they had just been made, and look at them."""
    for name in names:
        tab.page.route(
            f"**/world/files/{name}", lambda route, _, name=name: route.fulfill(body=shapes[name])
        )
    origin = Origin(at_m=np.zeros(3), guessed=False)
    pose = gl_pose(file_pose(seen(0).camera.pose_c2w, origin)).ravel().tolist()
    report = {"frames": 4, "kept_out": 0, "score_db": None, "aside_db": None, "seen": 0.3,
              "pose": pose, "colours": ["#204080", "#80a0c0", "#405030"]}  # fmt: skip
    files = [
        {"format": name.split(".")[1], "name": name, "url": f"world/files/{name}", "size_bytes": 1}
        for name in names
    ]
    saving = {
        "making": "",
        "progress": 1,
        "left_s": None,
        "files": files,
        "unmade": [],
        "report": report,
        "notes": [],
    }
    tab.page.evaluate("told => window.worldgen.take.told(told)", saving)
    tab.page.click(".wg-save")
    tab.page.click("[data-take=look]")


def shown(tab: Tab) -> np.ndarray:
    """What the viewer shows, (H, W, 3), once it stands still."""
    tab.wait("wg.take.look?.space?.shown && wg.take.look.note.hidden")
    before = tab.ask("wg.take.look.space.frames")
    tab.wait(f"wg.take.look.space.frames > {before} || !wg.take.look.space.isStale")
    tab.page.wait_for_timeout(1500)
    return np.asarray(Image.open(io.BytesIO(tab.page.screenshot())).convert("RGB")).astype(int)


SMALL = {"viewport": {"width": 480, "height": 270}}


def test_splats_and_surface_are_looked_at_on_the_page(
    open_tab: OpenTab, shapes: dict[str, bytes], live: Live
) -> None:
    """Upright and in its colours, whichever the file; from our own server, and only when asked."""
    tab = open_tab(**SMALL)
    tab.start()
    assert not any("vendor" in url for url in tab.requests), "a megabyte that nobody asked for"
    look(tab, shapes, "walk.spz", "walk.glb")
    splats = shown(tab)
    tab.page.click("[data-name='walk.glb']")
    surface = shown(tab)
    truth = seen(0, lens=Camera.from_fov(480, 270, math.radians(70))).rgb.astype(int)
    part = np.s_[70:220, 120:360]  # wall and ground, between the tools
    for picture in (splats, surface):
        apart = np.abs(picture[part] - truth[part]).mean()
        assert apart < 15
        assert np.abs(picture[part] - truth[part][::-1]).mean() > 1.6 * apart, "upside down"
    asked = {urlsplit(url).netloc for url in tab.requests if not url.startswith(("blob:", "data:"))}
    assert asked == {f"127.0.0.1:{live.line.port}"}
    assert tab.complaints == []


def test_one_moves_in_it_and_escape_gives_everything_back(
    open_tab: OpenTab, shapes: dict[str, bytes]
) -> None:
    """Keys walk, a drag turns, home leads home; closed, no GPU memory is left behind."""
    tab = open_tab(**SMALL)
    tab.start()
    look(tab, shapes, "walk.spz")
    shown(tab)
    eye = "wg.take.look.space.eye"
    began = tab.ask(f"{eye}.position.toArray()")
    tab.page.keyboard.down("w")
    tab.wait(f"{eye}.position.distanceTo({{x: {began[0]}, y: {began[1]}, z: {began[2]}}}) > 0.1")
    tab.page.keyboard.up("w")
    turned = tab.ask(f"{eye}.quaternion.toArray()")
    tab.page.mouse.move(240, 150)
    tab.page.mouse.down()
    tab.page.mouse.move(300, 150, steps=3)
    tab.page.mouse.up()
    tab.wait(f"{eye}.quaternion.y < {turned[1]} - 0.05")  # to the right
    tab.page.click("[data-look=home]")
    assert tab.ask(f"{eye}.position.toArray()") == pytest.approx(began)
    tab.page.click("[data-legs=orbit]")
    tab.wait("wg.take.look.legs.mode === 'orbit'")
    tab.page.evaluate("window.lost = window.worldgen.take.look.space.renderer.getContext()")
    tab.page.keyboard.press("Escape")
    tab.wait("wg.take.look.space === null && window.lost.isContextLost()")
    assert tab.page.locator(".wg-take").is_visible(), "Escape closes one window, not two"
    tab.page.click("[data-take=look]")  # and it opens again
    shown(tab)
    assert tab.complaints == []


def test_without_webgl_one_is_told_what_to_do(open_tab: OpenTab, shapes: dict[str, bytes]) -> None:
    """A word, not an empty window."""
    tab = open_tab(**SMALL)
    tab.start()
    tab.page.evaluate(
        """() => { const get = HTMLCanvasElement.prototype.getContext;
          HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
            return kind.startsWith("webgl") ? null : get.call(this, kind, ...rest); }; }"""
    )
    look(tab, shapes, "walk.spz")
    tab.page.locator(".wg-look-note", has_text="WebGL").wait_for()
    tab.page.keyboard.press("Escape")
    assert tab.page.locator(".wg-look").is_hidden()

"""Asking for a world: words, pictures, and files that are none."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.web.conftest import ON_BOTH, Live, OpenTab, Tab
from tests.web.seen import prompts

pytestmark = pytest.mark.web


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


def choose(tab: Tab, image: Image.Image, kind: str, **saved: Any) -> None:
    """Choose a picture, saved as a file of that kind."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **saved)
    file = {
        "name": f"hill.{kind}".lower(),
        "mimeType": f"image/{kind}".lower(),
        "buffer": buffer.getvalue(),
    }
    tab.page.set_input_files("input[type=file]", file)


def sent(tab: Tab) -> Image.Image:
    """What the page sends of it."""
    data = tab.ask(
        "wg.composer.picture.data.arrayBuffer().then((b) => Array.from(new Uint8Array(b)))"
    )
    return Image.open(io.BytesIO(bytes(data)))


@pytest.mark.parametrize("kind", ["GIF", "BMP", "AVIF"])
def test_what_the_browser_can_read_is_taken(open_tab: OpenTab, kind: str) -> None:
    """The page sent people away to save as another kind what lay there, drawn, beside its words."""
    tab = open_tab()
    choose(tab, Image.new("RGB", (320, 200), (200, 120, 60)), kind)
    tab.page.get_by_text("320 × 200").wait_for()
    picture = sent(tab)
    assert picture.format == "JPEG"
    assert np.abs(np.asarray(picture.convert("RGB"))[100, 160] - [200.0, 120, 60]).max() < 6


def test_a_large_photograph_is_made_smaller_and_stands_upright(open_tab: OpenTab) -> None:
    """Telephones' pictures of more than 10 MB were refused; they lie on their side in the file."""
    noise = np.random.default_rng(1).integers(0, 256, (2400, 3200, 3), np.uint8)
    noise[:, :1600] //= 8  # on the left of what is stored is what stands above
    exif = Image.Exif()
    exif[0x0112] = 6
    tab = open_tab()
    choose(tab, Image.fromarray(noise), "JPEG", quality=100, subsampling=0, exif=exif)
    tab.page.get_by_text("2400 × 3200").wait_for()
    picture = sent(tab)
    assert picture.size == (1536, 2048)
    grey = np.asarray(picture.convert("L")).astype(float)
    assert grey[:900].mean() < 40 < 100 < grey[-900:].mean()


@pytest.mark.parametrize(
    ("size", "share"), [((300, 400), 9 * 3 / 16 / 4), ((1600, 400), 16 / 9 / 4), ((320, 180), 1)]
)
def test_what_will_be_seen_of_a_picture_is_shown(
    open_tab: OpenTab, size: tuple[int, int], share: float
) -> None:
    """An upright one was cut to its middle without a word."""
    tab = open_tab()
    choose(tab, Image.new("RGB", size, (200, 120, 60)), "JPEG")
    words = tab.page.locator(".wg-chip span", has_text="×")
    words.wait_for()
    whole, part = (tab.page.locator(f".wg-chip {name}").bounding_box() for name in ("img", "i"))
    assert whole["width"] / whole["height"] == pytest.approx(size[0] / size[1], rel=0.02)
    seen = part["width"] * part["height"] / whole["width"] / whole["height"]
    assert seen == pytest.approx(share, abs=0.02)
    assert ("bright part" in words.inner_text()) == (share < 1)


@pytest.mark.parametrize(
    ("name", "kind", "data", "words"),
    [
        ("photo.jpg", "image/jpeg", b"a text file named .jpg", "text"),
        ("cat.gif", "image/gif", b"GIF89a", "cannot read GIF; please save it as PNG, JPEG"),
        ("hill.heic", "", b"\0\0\0\x18ftypheic", "HEIC"),
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
    "live", [pytest.param("shipped", marks=pytest.mark.weights)], indirect=True
)
def test_a_prompt_in_strange_words_says_how_it_was_read(open_tab: OpenTab) -> None:
    """A kitchen is drawn as what comes nearest, and the person is told."""
    tab = open_tab()
    tab.start("a kitchen")
    toast = tab.page.locator(".wg-toast p", has_text="a room")
    toast.wait_for()
    assert toast.inner_text() == "Drawn as “a room inside a house”"

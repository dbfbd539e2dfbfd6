"""Asking for a world: words, pictures, and files that are none."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.web.conftest import ON_BOTH, Live, OpenTab
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
    "live", [pytest.param("shipped", marks=pytest.mark.weights)], indirect=True
)
def test_a_prompt_in_strange_words_says_how_it_was_read(open_tab: OpenTab) -> None:
    """A kitchen is drawn as what comes nearest, and the person is told."""
    tab = open_tab()
    tab.start("a kitchen")
    toast = tab.page.locator(".wg-toast p", has_text="a room")
    toast.wait_for()
    assert toast.inner_text() == "Drawn as “a room inside a house”"

"""Pictures of the page for the README, of an app that runs already.

    python -m worldgen play &
    python benchmarks/page_pictures.py [http://127.0.0.1:7860] [--out docs]

    page-start.png      what one sees first
    page-1440x900.png   a walk in a lava field, after two seconds ahead
    page-phone.png      a walk in the savanna, upright on a phone

Chromium draws without a GPU here, so it takes a while.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
DESK, PHONE = (1440, 900), (390, 844)
PATIENCE_MS = 120_000
AHEAD_FRAMES = 20


def opened(browser: Any, address: str, size: tuple[int, int], phone: bool = False) -> Any:
    """A tab with the page, ready."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, has_touch=phone, is_mobile=phone
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.wait_for_function("() => window.worldgen?.status?.stage === 'empty'")
    page.wait_for_timeout(1500)
    return page


def walked(page: Any, example: str) -> None:
    """Walk ahead in one of the examples."""
    page.get_by_text(example).first.click()
    page.wait_for_function("() => window.worldgen.last?.index >= 2")
    page.keyboard.down("KeyW")
    page.wait_for_function(f"() => window.worldgen.last.index >= {AHEAD_FRAMES}")
    page.keyboard.up("KeyW")
    page.wait_for_timeout(1500)


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address", nargs="?", default="http://127.0.0.1:7860")
    parser.add_argument("--out", type=Path, default=Path("docs"))
    args = parser.parse_args(arguments)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = opened(browser, args.address, DESK)
        page.screenshot(path=args.out / "page-start.png")
        walked(page, "Lava field")
        page.screenshot(path=args.out / "page-1440x900.png")
        page.context.close()
        page = opened(browser, args.address, PHONE, phone=True)
        walked(page, "Savanna sunset")
        page.screenshot(path=args.out / "page-phone.png")
        browser.close()


if __name__ == "__main__":
    main()

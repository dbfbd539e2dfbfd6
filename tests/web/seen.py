"""What a tab shows and a server recorded, as values."""

from __future__ import annotations

import io
import json
from typing import Any

import numpy as np
from PIL import Image

from tests.web.conftest import Live, Tab


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

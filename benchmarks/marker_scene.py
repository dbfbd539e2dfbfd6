"""One place in every format, drawn by the page's viewer beside the frame that it should match.

    python benchmarks/marker_scene.py FOLDER docs/markers.png

Walks through the marker scene of the tests, exports it to FOLDER unless it is there,
opens every file in headless Chromium (Spark 2.2 and three r187) and prints how near each
picture comes to the true one. Needs the development requirements and Chromium.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.export.markers import HFOV_RAD, stroll, view
from tests.export.test_splat_files import record
from tests.web.conftest import FLAGS, PATIENCE_MS, Tab, start_server
from tests.web.gallery import HIGH_PX, LOOKS, WIDE_PX, drawn, open_gallery, psnr_db
from tests.web.readers import showable
from worldgen.export import export_walk
from worldgen.geometry import Camera

NAMES = (
    *("walk.ply", "walk.compressed.ply", "walk.splat", "walk.spz", "walk.sog", "walk.splat.glb"),
    *("walk.splat.usdz", "walk.glb", "walk.lod.glb", "walk.obj", "walk.usdz", "walk.points.ply"),
    *("walk.collider.glb", "walk.sky.glb"),
)
FRAMES, PICTURE_PX, AT = 40, 256, 8
LABEL_PX, COLUMNS = 34, 3


def main(folder: Path, picture: Path) -> None:
    """Export, draw, print, and lay the pictures out in one."""
    frames = stroll(FRAMES, PICTURE_PX)
    if not (folder / "walk").is_dir():
        record(folder / "walk", frames)
    for name in NAMES:
        if not (folder / name).is_file():
            export_walk(folder / "walk", folder / name)
    camera = frames[AT].camera
    truth = view(0, Camera.from_fov(WIDE_PX, HIGH_PX, HFOV_RAD).at(camera.pose_c2w)).rgb
    tiles = [("the true frame", truth)]
    for name, shown in drawn_all(folder, camera).items():
        near = f"{psnr_db(shown, truth):.1f} dB"
        below = f"{psnr_db(shown[HIGH_PX // 2 :], truth[HIGH_PX // 2 :]):.1f} dB"
        print(f"| {name} | {near} | {below} |")
        tiles.append((name.removeprefix("walk"), shown))
    laid_out(tiles).save(picture)


def drawn_all(folder: Path, camera: Camera) -> dict[str, np.ndarray]:
    """Every file as the viewer shows it."""
    server = start_server("echo", folder / "live")
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=list(FLAGS)
            )
            context = browser.new_context(**LOOKS)
            context.set_default_timeout(PATIENCE_MS)
            tab = Tab(context.new_page())
            tab.page.goto(server.url)
            tab.wait("wg?.connection === 'open'")
            open_gallery(tab, folder, camera)
            return {name: drawn(tab, showable(folder, name)) for name in NAMES}
    finally:
        server.close()


def laid_out(tiles: list[tuple[str, np.ndarray]]) -> Image.Image:
    """Pictures in rows, each with a word above."""
    rows = -(-len(tiles) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * WIDE_PX, rows * (HIGH_PX + LABEL_PX)), (14, 18, 24))
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=20)
    for at, (word, tile) in enumerate(tiles):
        row, column = divmod(at, COLUMNS)
        x, y = column * WIDE_PX, row * (HIGH_PX + LABEL_PX)
        pen.text((x + 12, y + LABEL_PX / 2), word, (243, 239, 231), font, anchor="lm")
        sheet.paste(Image.fromarray(tile), (x, y + LABEL_PX))
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

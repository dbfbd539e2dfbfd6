"""Splat files in SuperSplat's own viewer, beside the frame that they should match.

    python benchmarks/marker_scene.py FOLDER /tmp/markers.png
    npm install --ignore-scripts --prefix NODE @playcanvas/supersplat-viewer@1.36.2
    python benchmarks/supersplat_view.py NODE FOLDER docs/supersplat.png

FOLDER holds the marker scene's walk and files. The viewer is the published one, served as it
is, with WebGL; its settings give it the camera of a frame, in the axes in which SuperSplat shows a
file: turned by 180 degrees about z. Needs the development requirements, Node and Chromium.
"""

from __future__ import annotations

import functools
import http.server
import json
import math
import shutil
import sys
import tempfile
import threading
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.marker_scene import AT, FRAMES, PICTURE_PX, laid_out
from tests.export.markers import HFOV_RAD, stroll, view
from tests.web.gallery import HIGH_PX, LOOKS, WIDE_PX, psnr_db
from worldgen.geometry import Camera

NAMES = ("walk.ply", "walk.compressed.ply", "walk.sog")
FLAGS = ("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
SETTLED_MS, PATIENCE_MS = 15_000, 120_000


def main(node: Path, folder: Path, picture: Path) -> None:
    """Open every file, print how near it comes, and lay the pictures out in one."""
    camera = stroll(FRAMES, PICTURE_PX)[AT].camera
    truth = view(0, Camera.from_fov(WIDE_PX, HIGH_PX, HFOV_RAD).at(camera.pose_c2w)).rgb
    tiles = [("the true frame", truth)]
    for name, shown in drawn(node, folder, settings(camera)).items():
        near = f"{psnr_db(shown, truth):.1f} dB"
        below = f"{psnr_db(shown[HIGH_PX // 2 :], truth[HIGH_PX // 2 :]):.1f} dB"
        print(f"| {name} | {near} | {below} |")
        tiles.append((name.removeprefix("walk"), shown))
    laid_out(tiles).save(picture)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *said: object) -> None:
        """Nobody wants to know."""


def settings(camera: Camera) -> dict[str, object]:
    """The viewer's settings: nothing done to the picture, and a walk's camera."""
    eye, to = camera.position, camera.position + camera.rotation[:, 2]
    wide_deg = math.degrees(HFOV_RAD)  # of the longer side, whatever its documentation says
    looks = {"position": _turned(eye), "target": _turned(to), "fov": wide_deg}
    return {
        "version": 2,
        "tonemapping": "none",
        "highPrecisionRendering": False,
        "background": {"color": [0, 0, 0]},
        "postEffectSettings": {
            "sharpness": {"enabled": False, "amount": 0},
            "bloom": {"enabled": False, "intensity": 0, "blurLevel": 1},
            "grading": {
                "enabled": False, "brightness": 1, "contrast": 1, "saturation": 1,
                "tint": [1, 1, 1],
            },
            "vignette": {
                "enabled": False, "intensity": 0, "inner": 0, "outer": 1, "curvature": 1,
            },
            "fringing": {"enabled": False, "intensity": 0},
        },
        "animTracks": [],
        "cameras": [{"initial": looks}],
        "annotations": [],
        "startMode": "default",
    }  # fmt: skip


def _turned(point: np.ndarray) -> list[float]:
    """A point in the axes that the viewer shows a file in."""
    return [float(-point[0]), float(-point[1]), float(point[2])]


def drawn(node: Path, folder: Path, told: dict[str, object]) -> dict[str, np.ndarray]:
    """Every file as the viewer shows it."""
    public = node / "node_modules" / "@playcanvas" / "supersplat-viewer" / "public"
    with tempfile.TemporaryDirectory() as site, sync_playwright() as playwright:
        shutil.copytree(public, site, dirs_exist_ok=True)
        for name in NAMES:
            shutil.copy(folder / name, site)
        (Path(site) / "settings.json").write_text(json.dumps(told), encoding="utf-8")
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=site)
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=list(FLAGS), timeout=PATIENCE_MS
        )
        shown = {}
        for name in NAMES:
            page = browser.new_context(**LOOKS).new_page()
            page.goto(
                f"http://127.0.0.1:{server.server_port}/?content={name}&webgl&noui&nofx&noanim",
                timeout=PATIENCE_MS,
            )
            page.wait_for_timeout(SETTLED_MS)
            file = Path(site) / "shown.png"
            page.screenshot(path=file, timeout=PATIENCE_MS)
            shown[name] = np.asarray(Image.open(file).convert("RGB"))
            page.context.close()
        server.shutdown()
        return shown


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))

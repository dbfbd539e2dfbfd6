"""The main job on the command line, on the weights that ship: walk, replay, take the film home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.recording import read_walk

pytestmark = pytest.mark.weights

ROOT = Path(__file__).parents[2]
KEYS = "W*6 W+RIGHT*4 say:'night falls' S*3"
FRAMES = 14


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "worldgen", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "WORLDGEN_MODEL"},
        check=False,
    )


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A walk made by the command, on the built-in model."""
    folder = tmp_path_factory.mktemp("walks") / "walk"
    done = run("walk", "a snowy village at dusk", "--keys", KEYS, "--seed", "7", "--out", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_walk_holds_what_the_contract_says(walked: Path) -> None:
    """Model and fingerprint, pictures of full size, depth that says something, poses that move."""
    document = json.loads((walked / "walk.json").read_text(encoding="utf-8"))
    assert document["model"]["name"] == "wander" and len(document["model"]["sha256"]) == 64
    assert (document["camera"]["width_px"], document["camera"]["height_px"]) == (256, 144)
    assert [event["text"] for event in document["events"]] == ["night falls"]
    with read_walk(walked) as walk:
        assert len(walk) == FRAMES
        first, last = walk.frame(0), walk.frame(FRAMES - 1)
    assert first.depth_m is not None
    solid = first.depth_m[np.isfinite(first.depth_m)]
    assert solid.size > 1000 and solid.min() > 0.1 and solid.std() > 0.5
    assert np.linalg.norm(last.camera.pose_c2w[:3, 3] - first.camera.pose_c2w[:3, 3]) > 0.3


def test_a_walk_replays_to_the_same_frames(walked: Path) -> None:
    """Bit for bit on the machine that made it."""
    done = run("replay", walked, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_film_has_every_frame(walked: Path, tmp_path: Path) -> None:
    """An MP4 of the right length."""
    film = tmp_path / "walk.mp4"
    done = run("export", walked, film)
    assert done.returncode == 0, done.stderr
    count, seconds = imageio_ffmpeg.count_frames_and_secs(str(film))
    assert count == FRAMES
    assert seconds == pytest.approx(FRAMES / 10, abs=0.15)


def test_the_weights_are_small_enough_and_have_their_card() -> None:
    """32 MB in all, safetensors and plain text only, and a card that says where they are from."""
    files = [path for path in WEIGHTS_DIR.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 32_000_000
    assert {path.suffix for path in files} <= {".safetensors", ".json", ".txt", ".md"}
    configs = [path.read_text(encoding="utf-8") for path in files if path.suffix == ".json"]
    assert not any("_name_or_path" in text for text in configs)
    card = (WEIGHTS_DIR / "README.md").read_text(encoding="utf-8").lower()
    assert all(word in card for word in ("licen", "limits", "held-out", "seconds", "seed"))

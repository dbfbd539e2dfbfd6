"""The command as a person meets it: in a process of its own, with good input and bad."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import seen, with_depth
from worldgen.export import suffixes
from worldgen.recording import read_walk

ROOT = Path(__file__).parents[2]
ECHO = Path(__file__).with_name("echo_worldgen.py")


def command(*arguments: str | Path, script: Path | None = ECHO) -> list[str]:
    start = [str(script)] if script else ["-m", "worldgen"]
    return [sys.executable, *start, *map(str, arguments)]


def run(*arguments: str | Path, **extra: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "WORLDGEN_MODEL": "echo", **extra}
    return subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        env=env,
        cwd=ROOT,
        timeout=300,
        check=False,
    )


def fails(done: subprocess.CompletedProcess[str], *says: str) -> None:
    """Exit code 2, one line, nothing of Python's."""
    assert done.returncode == 2, done
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert all(word in lines[0] for word in says), lines[0]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A walk made by the command itself."""
    folder = tmp_path_factory.mktemp("walks") / "walk"
    done = run("walk", "hills", "--keys", "W*6 RIGHT*3 say:'night falls' S*3", "--out", folder)
    assert done.returncode == 0, done.stderr
    assert "13 frames" in done.stdout
    return folder


def test_a_walk_is_recorded_as_the_contract_says(walk: Path) -> None:
    """walk.json is plain JSON with every field that others rely on."""
    document = json.loads((walk / "walk.json").read_text())
    for name in ("format", "worldgen_version", "prompt", "seed", "model", "machine", "fps"):
        assert name in document, name
    assert document["camera"]["width_px"] == 64 and document["fps"] == 10.0
    assert document["events"] == [{"index": 10, "text": "night falls"}]
    assert len(document["frames"]) == 13
    frame = document["frames"][12]
    assert set(frame) >= {"index", "time_s", "action", "pose_c2w", "rgb", "depth"}
    assert len(frame["pose_c2w"]) == 16 and frame["action"]["forward"] == -1.0
    assert document["machine"]["threads"] >= 1


def test_what_was_not_understood_is_said(tmp_path: Path) -> None:
    """On a line of its own: the walk shows nothing of it."""
    done = run("walk", "hills", "--keys", "W say:'remove the trees' W", "--out", tmp_path / "w")
    assert done.returncode == 0 and "not understood" in done.stderr
    assert "remove the trees" in done.stderr


def test_replay_finds_the_same_frames(walk: Path) -> None:
    """--check is 0 for an untouched walk."""
    done = run("replay", walk, "--check")
    assert done.returncode == 0, done.stderr
    assert "the same bit for bit" in done.stdout


def test_replay_keeps_what_it_dreamt(walk: Path, tmp_path: Path) -> None:
    """--out is a walk of its own, and equal."""
    assert run("replay", walk, "--out", tmp_path / "again").returncode == 0
    with read_walk(walk) as one, read_walk(tmp_path / "again") as other:
        assert len(one) == len(other) and one.events == other.events
        assert np.array_equal(one.frame(12).rgb, other.frame(12).rgb)


def test_replay_check_finds_a_changed_frame(walk: Path, tmp_path: Path) -> None:
    """One brighter picture is exit code 1, with the frame's number; without --check it is told."""
    changed = tmp_path / "walk"
    subprocess.run(["cp", "-r", str(walk), str(changed)], check=True)
    picture = changed / "frames" / "000004.png"
    Image.fromarray(np.asarray(Image.open(picture)) ^ 1).save(picture)
    done = run("replay", changed, "--check")
    assert done.returncode == 1
    assert "different" in done.stdout and "frame 4" in done.stdout
    assert run("replay", changed).returncode == 0


def test_export_makes_a_film_and_an_archive(walk: Path, tmp_path: Path) -> None:
    """Several files at once; the archive is a walk again."""
    done = run("export", walk, tmp_path / "a.mp4", tmp_path / "a.zip")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.mp4").read_bytes()[4:8] == b"ftyp"
    with read_walk(tmp_path / "a.zip") as archived:
        assert len(archived) == 13


def test_a_file_that_the_walk_cannot_be_keeps_no_other_from_being_made(tmp_path: Path) -> None:
    """Nobody saw a sky; the film after it is there, and the reason is told in the end."""
    wall = with_depth(seen(0), np.full(seen(0).camera.shape, 4.0))
    walk = record(tmp_path / "walk", [wall])
    done = run("export", walk, tmp_path / "a.sky.glb", tmp_path / "a.mp4")
    fails(done, "a.sky.glb was not made: no frame", "shows sky")
    assert (tmp_path / "a.mp4").is_file() and not (tmp_path / "a.sky.glb").exists()


def test_a_preset_fills_a_folder(walk: Path, tmp_path: Path) -> None:
    """The folder is made, and holds every file of the preset, each said with its size.

    Cameras lie beside each of its films.
    """
    done = run("export", walk, tmp_path / "out", "--preset", "film")
    assert done.returncode == 0, done.stderr
    made = {path.name: path.stat().st_size for path in (tmp_path / "out").iterdir()}
    assert set(made) == {f"walk{suffix}" for suffix in (*suffixes("film"), ".depth.cameras.json")}
    assert all(made.values())
    assert all(f"walk{suffix}" in done.stdout for suffix in suffixes("film"))


def test_a_preset_that_cannot_be_is_refused(walk: Path, tmp_path: Path) -> None:
    """A name that is none is told with those there are; two folders are one too many."""
    fails(run("export", walk, tmp_path / "out", "--preset", "games"), "games", "game-engine")
    done = run("export", walk, tmp_path / "a", tmp_path / "b", "--preset", "film")
    fails(done, "one folder")


def test_an_unknown_extension_is_refused_before_anything_is_written(
    walk: Path, tmp_path: Path
) -> None:
    """The message lists those there are; the good file beside it is not half done either."""
    fails(run("export", walk, tmp_path / "a.mp4", tmp_path / "a.exe"), "a.exe", ".mp4")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("walk", "hills", "--keys", "Q*3", "--out", "OUT"), ("unknown key 'Q'", "W A S D")),
        (("walk", "hills", "--keys", "W*x", "--out", "OUT"), ("whole number",)),
        (("walk", "   ", "--out", "OUT"), ("prompt is empty",)),
        (("walk", "--out", "OUT"), ("prompt is empty",)),
        (("walk", "x" * 3000, "--out", "OUT"), ("3,000", "2,000")),
        (("walk", "hills"), ("--out",)),
        (("walk", "hills", "--seed", "x", "--out", "OUT"), ("--seed",)),
        (("walk", "hills", "--seed", "-1", "--out", "OUT"), ("seed",)),
        (("walk", "hills", "--model", "nope", "--out", "OUT"), ("nope", "echo")),
        (("walk", "--image", "missing.png", "--out", "OUT"), ("missing.png",)),
        (("walk", "--image", __file__, "--out", "OUT"), ("text, not a picture",)),
        (("replay", "OUT"), ("no walk",)),
        (("export", "OUT", "a.mp4"), ("no walk",)),
        (("bench", "--frames", "1"), ("--frames",)),
        (("evaluate", "--suite", "nope"), ("nope", "builtin")),
        (("train", "nope"), ("nope", "rehearsal")),
        (("play", "--port", "99999"), ("65535",)),
        (("play", "--model", "nope"), ("nope",)),
        (("fly",), ("fly", "--help")),
        ((), ("COMMAND", "--help")),
    ],
)
def test_bad_input_is_one_line_and_code_2(
    arguments: tuple[str, ...], says: tuple[str, ...], tmp_path: Path
) -> None:
    """Every mistake has a sentence; no traceback, and nothing is left behind."""
    out = str(tmp_path / "walk")
    fails(run(*(out if part == "OUT" else part for part in arguments)), *says)
    assert not (tmp_path / "walk").exists()


def test_a_walk_is_never_written_over(walk: Path) -> None:
    """The second walk into one folder is refused, and the first is as it was."""
    before = (walk / "walk.json").read_bytes()
    fails(run("walk", "hills", "--out", walk), "taken")
    assert (walk / "walk.json").read_bytes() == before


def test_a_damaged_walk_says_which_frame(walk: Path, tmp_path: Path) -> None:
    """A missing picture is named."""
    changed = tmp_path / "walk"
    subprocess.run(["cp", "-r", str(walk), str(changed)], check=True)
    (changed / "frames" / "000003.png").unlink()
    fails(run("export", changed, tmp_path / "a.mp4"), "frame 3")
    assert not (tmp_path / "a.mp4").exists()


def test_emoji_and_odd_bytes_are_fine(tmp_path: Path) -> None:
    """A prompt may hold anything a keyboard can type, on any terminal."""
    done = run("walk", "🏰 dörf\n 雪", "--out", tmp_path / "w", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    with read_walk(tmp_path / "w") as walk:
        assert walk.header.prompt["text"] == "🏰 dörf 雪"


def test_a_picture_begins_a_walk_that_can_be_replayed(tmp_path: Path) -> None:
    """The picture is kept with the walk."""
    Image.new("CMYK", (300, 200), (10, 200, 30, 0)).save(tmp_path / "p.jpg")
    out = tmp_path / "w"
    assert run("walk", "--image", tmp_path / "p.jpg", "--keys", "W*2", "--out", out).returncode == 0
    assert (out / "prompt.png").is_file()
    assert run("replay", out, "--check").returncode == 0


def test_interrupting_keeps_what_was_walked(tmp_path: Path) -> None:
    """Ctrl-C in the middle: code 130, and a whole walk."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "WORLDGEN_MODEL": "echo"}
    process = subprocess.Popen(
        command("walk", "hills", "--keys", "W*90000", "--out", tmp_path / "w"),
        env=env,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        deadline_s = time.monotonic() + 120
        while not (tmp_path / "w" / "frames" / "000004.png").exists():
            assert time.monotonic() < deadline_s and process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 130
    assert "kept in" in out
    with read_walk(tmp_path / "w") as walk:
        assert len(walk) >= 4
        walk.frame(len(walk) - 1)


def test_models_lists_what_runs_here() -> None:
    """As a table for people and as JSON for programs."""
    table = run("models")
    assert table.returncode == 0 and "echo" in table.stdout and "licence" in table.stdout
    rows = json.loads(run("models", "--json").stdout)
    assert {"wander", "echo"} <= {row["name"] for row in rows}
    assert all({"runs_here", "missing", "vram_gb", "licence", "territory"} <= set(r) for r in rows)


def test_bench_measures() -> None:
    """Figures that a table can be made of."""
    done = run("bench", "--frames", "5", "--json")
    assert done.returncode == 0, done.stderr
    speed = json.loads(done.stdout)
    assert speed["model"] == "echo" and speed["fps"] > 0 and speed["rss_mb"] > 10
    assert speed["command_to_first_frame_s"] >= speed["load_s"]
    assert 0 <= speed["rss_growth_mb"] < speed["rss_mb"]


def test_help_is_quick_and_names_every_command() -> None:
    """--help imports nothing heavy, and promises only what exists."""
    code = "import sys; from worldgen.cli import main\n"
    code += "try: main(['--help'])\nexcept SystemExit: pass\n"
    code += "assert not {'torch', 'numba', 'gradio', 'diffusers'} & set(sys.modules), 'heavy'"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for name in ("play", "walk", "replay", "export", "models", "bench", "evaluate", "train"):
        assert f"\n    {name} " in done.stdout
    assert "finetune" not in done.stdout and "serve " not in done.stdout


def test_python_m_worldgen_is_the_command() -> None:
    """Where scripts are not on the path."""
    done = subprocess.run(
        command("--version", script=None),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0 and done.stdout.startswith("worldgen ")

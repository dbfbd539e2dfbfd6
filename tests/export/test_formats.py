"""A walk as a file: whole, right, or not there at all."""

import errno
import json
import os
import re
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from PIL import Image, ImageSequence

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import stroll
from worldgen.errors import DamagedWalkError, ExportError, StorageError, UnknownFormatError
from worldgen.export import (
    PRESETS,
    check_format,
    effort,
    export_walk,
    extensions,
    film,
    frames_read,
    scene,
    suffixes,
)
from worldgen.geometry import Camera
from worldgen.recording import WalkHeader, WalkWriter, read_walk, storage
from worldgen.types import CLEAR, Frame, Weather

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three true frames of a place with ground, wall and sky."""
    return record(tmp_path_factory.mktemp("walks") / "walk", stroll(3))


def probe(path: Path) -> str:
    """What the decoder says of a film."""
    done = subprocess.run([FFMPEG, "-i", str(path)], capture_output=True, text=True, check=False)
    return done.stderr


def test_a_film_is_h264_that_every_player_plays(recorded_walk: Path, tmp_path: Path) -> None:
    """Codec, pixel format, size, rate and duration; the index stands at the front."""
    made = tmp_path / "walk.mp4"
    shares: list[float] = []
    export_walk(recorded_walk, made, shares.append)
    said = probe(made)
    assert "h264" in said and "yuv420p" in said and "32x18" in said
    assert "10 fps" in said and "Duration: 00:00:01.60" in said
    data = made.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_a_film_shows_the_walks_pictures(recorded_walk: Path, tmp_path: Path) -> None:
    """As many frames as the walk has, in its order."""
    made = tmp_path / "walk.mp4"
    export_walk(recorded_walk, made)
    decode = ["-i", str(made), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run([FFMPEG, *decode], capture_output=True, check=True).stdout
    frames = np.frombuffer(raw, np.uint8).reshape(-1, 18, 32, 3)
    with read_walk(recorded_walk) as walk:
        assert len(frames) == len(walk)
        mean = [frame.mean() for frame in frames]
        true = [walk.frame(at).rgb.mean() for at in range(len(walk))]
    assert np.allclose(mean, true, atol=8)


def brightness(made: Path) -> np.ndarray:
    """The first picture of a film or a loop, (H, W), 0 to 255."""
    decode = ["-i", str(made), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"]
    raw = subprocess.run([FFMPEG, *decode], capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(144, 256).astype(int)


@pytest.mark.parametrize("name", ["walk.mp4", "walk.gif", "walk.depth.mp4"])
def test_films_of_the_walk_show_what_falls_and_no_other_does(name: str, tmp_path: Path) -> None:
    """The picture on the disk is clean; whoever was there stood in the snow."""
    lens = Camera.from_fov(256, 144, 1.2)
    grey, wall = np.full((144, 256, 3), 90, np.uint8), np.full((144, 256), 5.0, np.float32)
    made = []
    for falls, weather in (("snow", Weather(snow=1.0)), ("fair", CLEAR)):
        frame = Frame(rgb=grey, depth_m=wall, camera=lens, index=0, time_s=0.0, weather=weather)
        file = tmp_path / f"{falls}.{name}"
        export_walk(record(tmp_path / falls, [frame]), file)
        with read_walk(tmp_path / falls) as walk:
            assert np.array_equal(walk.frame(0).rgb, grey)
        made.append(brightness(file))
    brighter = (made[0] > made[1] + 15).mean()
    assert brighter == 0 if "depth" in name else 0.005 < brighter < 0.3


def test_an_archive_is_the_walk(recorded_walk: Path, tmp_path: Path) -> None:
    """Zipped and read again it says the same; and it can be exported again."""
    export_walk(recorded_walk, tmp_path / "walk.zip")
    with read_walk(recorded_walk) as one, read_walk(tmp_path / "walk.zip") as other:
        assert json.dumps(one.header.to_json()) == json.dumps(other.header.to_json())
        assert np.array_equal(one.frame(3).rgb, other.frame(3).rgb)
    export_walk(tmp_path / "walk.zip", tmp_path / "again.mp4")
    assert (tmp_path / "again.mp4").is_file()


def test_extensions_are_told_in_any_case() -> None:
    """WALK.MP4 is a film too."""
    assert check_format(Path("WALK.MP4")) is check_format(Path("walk.mp4"))
    assert {".mp4", ".zip"} <= set(extensions())


@pytest.mark.parametrize("name", ["walk.gif", "walk.webp"])
def test_loops_last_as_long_as_the_walk_and_go_on_for_ever(
    name: str, recorded_walk: Path, tmp_path: Path
) -> None:
    """Pillow reads the size, the time and what is seen."""
    export_walk(recorded_walk, tmp_path / name)
    with Image.open(tmp_path / name) as loop:
        assert loop.size == (32, 18) and loop.info["loop"] == 0
        lasts_ms = 0
        for picture in ImageSequence.Iterator(loop):
            picture.load()
            lasts_ms += picture.info["duration"]
    assert lasts_ms == pytest.approx(1600, abs=20)


def test_long_loops_are_sampled(
    recorded_walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And last as long as before."""
    monkeypatch.setattr(film, "MOST_LOOPED", 4)
    export_walk(recorded_walk, tmp_path / "a.gif")
    with Image.open(tmp_path / "a.gif") as loop:
        lasts = [picture.info["duration"] for picture in ImageSequence.Iterator(loop)]
    assert lasts == [400] * 4


def test_a_depth_film_is_bright_where_it_is_near(recorded_walk: Path, tmp_path: Path) -> None:
    """By the formula in its docstring; sky and the unknown are black."""
    export_walk(recorded_walk, tmp_path / "a.depth.mp4")
    assert "h264" in probe(tmp_path / "a.depth.mp4")
    with read_walk(recorded_walk) as walk:
        frame = walk.frame(0)
    depth_m, grey = frame.depth_m, film.grey_of(frame)
    assert depth_m is not None
    known = np.isfinite(depth_m) & (depth_m > 0)
    assert (grey[~known] == 0).all()
    back = 0.25 * 1000 ** (1 - grey[known] / 255)
    assert np.allclose(np.log(back / depth_m[known]), 0, atol=0.014)


@pytest.mark.parametrize("extension", extensions())
@pytest.mark.parametrize("share", [0.0, 0.3])
def test_a_writer_can_be_stopped_at_any_moment(
    extension: str, share: float, walk: Path, tmp_path: Path
) -> None:
    """A progress that raises ends it; the file that was there stays, nothing lies beside it."""
    file = tmp_path / f"a{extension}"
    file.write_bytes(b"older")
    for kept in (scene.seen, scene.lifted, scene.aligned, scene.surface, scene.textured):
        kept.forget()

    def stop(done: float) -> None:
        if done >= share:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_walk(walk, file, stop)
    assert file.read_bytes() == b"older" or extension == ".zip"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("extension", extensions())
def test_a_folder_that_may_not_be_written_is_told(
    extension: str, walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk for whoever asks the system to give a file its name."""
    export_walk(walk, tmp_path / f"a{extension}")  # compilers give their files names, too
    for made in tmp_path.iterdir():
        made.unlink()

    def full(part: Path, file: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises((StorageError, ExportError)):
        export_walk(walk, tmp_path / f"a{extension}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("extension", extensions())
def test_a_disk_that_is_read_only_is_told_before_any_work(
    extension: str, walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the name that was asked for; tidying up fails there, too, and is no other error."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(storage, "FileIO", refused)
    monkeypatch.setattr(Path, "unlink", refused)
    told: list[float] = []
    with pytest.raises(StorageError, match=rf"a{re.escape(extension)}': Read-only") as caught:
        export_walk(walk, tmp_path / f"a{extension}", told.append)
    assert ".part" not in str(caught.value) and not told


def test_a_zipped_walk_is_zipped_again(walk: Path, tmp_path: Path) -> None:
    """Frame by frame the same, and told of as it goes; a cancelled one leaves nothing."""
    told: list[float] = []
    export_walk(walk, tmp_path / "one.zip", told.append)
    export_walk(tmp_path / "one.zip", tmp_path / "two.zip")
    with read_walk(tmp_path / "two.zip") as two, read_walk(walk) as first:
        assert len(two) == len(first) and (two.frame(0).rgb == first.frame(0).rgb).all()
    assert len(told) > 2 and told == sorted(told) and told[-1] == 1.0

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_walk(walk, tmp_path / "three.zip", stop)
    assert {path.name for path in tmp_path.iterdir()} == {"one.zip", "two.zip"}


def test_cameras_lie_beside_a_film(walk: Path, tmp_path: Path) -> None:
    """A matrix a frame: OpenGL's camera, y up, at eye height above the ground."""
    export_walk(walk, tmp_path / "a.mp4")
    said = json.loads((tmp_path / "a.cameras.json").read_text())
    with read_walk(walk) as opened:
        lines, lens = opened.lines, opened.header.lens()
    poses = np.array([row["transform_matrix"] for row in said["frames"]])
    assert len(poses) == len(lines) and (said["w"], said["h"]) == (lens.width_px, lens.height_px)
    ahead = np.array([line.pose_c2w[:3, 2] for line in lines])
    assert np.allclose(-poses[:, :3, 2], ahead * (1, -1, -1))
    assert np.allclose(poses[0, :3, 3] - poses[-1, :3, 3],
                       (lines[0].pose_c2w - lines[-1].pose_c2w)[:3, 3] * (1, -1, -1))  # fmt: skip
    assert [row["time_s"] for row in said["frames"]] == [line.time_s for line in lines]


@pytest.mark.parametrize("kind", ["depth", "96x64.path"])
def test_cameras_lie_beside_every_film(kind: str, walk: Path, tmp_path: Path) -> None:
    """Of the very pictures in it: as large, from where they were drawn, a row each."""
    export_walk(walk, tmp_path / f"a.{kind}.mp4")
    said = json.loads((tmp_path / f"a.{kind}.cameras.json").read_text())
    with read_walk(walk) as opened:
        assert len(said["frames"]) == len(opened)
        lens = opened.header.lens()
    assert (said["w"], said["h"]) == ((96, 64) if "path" in kind else (48, 32))
    assert said["fl_x"] == pytest.approx(lens.fx * said["w"] / 48)


def test_where_the_cameras_cannot_lie_is_told_before_the_film(walk: Path, tmp_path: Path) -> None:
    """A folder has their name."""
    (tmp_path / "a.cameras.json").mkdir()
    told: list[float] = []
    with pytest.raises(StorageError, match=r"a\.cameras\.json"):
        export_walk(walk, tmp_path / "a.mp4", told.append)
    assert not told


def test_walk_and_file_may_be_texts_and_begin_at_home(
    walk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As everywhere else in Python."""
    monkeypatch.setenv("HOME", str(tmp_path))
    export_walk(str(walk), "~/a.mp4")
    assert (tmp_path / "a.mp4").is_file()


def test_a_walk_whose_pictures_changed_is_lifted_again(tmp_path: Path) -> None:
    """Though not a word in its `walk.json` did."""
    walk = record(tmp_path / "walk", stroll(2))
    before = scene.surface(walk, lambda _: None).colours
    for picture in (walk / "frames").glob("??????.png"):
        with Image.open(picture) as opened:
            dark = np.asarray(opened.convert("RGB")) // 4
        Image.fromarray(dark).save(picture)
    after = scene.surface(walk, lambda _: None).colours
    assert before is not None and after is not None and after.mean() < before.mean() / 2


def test_every_preset_is_made_of_known_files() -> None:
    """And each file of one has a name of its own."""
    for preset in PRESETS:
        names = suffixes(preset)
        assert set(names) <= set(extensions()) and len(set(names)) == len(names) > 0
    with pytest.raises(UnknownFormatError, match="game-engine"):
        suffixes("games")


def test_how_long_a_file_takes_is_known_in_any_case() -> None:
    """WALK.PLY learns as long as walk.ply, and is splats, too."""
    assert effort.seconds(["A.PLY"], 60, (144, 256)) == effort.seconds(["a.ply"], 60, (144, 256))
    assert effort.holds_shapes("A.GLB") and effort.is_splats("A.SPLAT.GLB")


def test_how_many_frames_are_read_is_known_before() -> None:
    """A person is told when a long walk was sampled."""
    shape = (144, 256)
    assert frames_read(Path("a.mp4"), 10_000, shape) == 10_000
    assert frames_read(Path("a.ply"), 10_000, shape) == 160
    assert frames_read(Path("a.gif"), 10_000, shape) == 300
    assert frames_read(Path("a.ply"), 60, shape) == 60


@pytest.mark.parametrize("name", ["walk.exe", "film", ".mp4", "walk.mp4.txt"])
def test_an_unknown_extension_lists_the_known_ones(name: str, recorded_walk: Path) -> None:
    """And nothing is written."""
    with pytest.raises(UnknownFormatError, match=r"\.mp4"):
        export_walk(recorded_walk, recorded_walk.parent / name)
    assert not (recorded_walk.parent / name).exists()


@pytest.mark.parametrize("name", ["a.mp4", "a.zip"])
def test_a_damaged_walk_leaves_no_file(name: str, recorded_walk: Path, tmp_path: Path) -> None:
    """Never a half film beside a broken walk."""
    target = tmp_path / "made"
    target.mkdir()
    (recorded_walk / "frames" / "000007.png").write_bytes(b"no picture")
    if name.endswith(".zip"):
        (recorded_walk / "frames" / "000007.png").unlink()
    with pytest.raises(DamagedWalkError, match="frame 7"):
        export_walk(recorded_walk, target / name)
    assert list(target.iterdir()) == []


def test_a_walk_without_frames_is_refused(tmp_path: Path, header: WalkHeader) -> None:
    """A film of nothing is no film."""
    WalkWriter.create(tmp_path / "empty", header).close()
    with pytest.raises(ExportError, match="no frames"):
        export_walk(tmp_path / "empty", tmp_path / "a.mp4")


def test_a_place_that_cannot_be_written_is_told(recorded_walk: Path, tmp_path: Path) -> None:
    """A folder, and a folder that is not there."""
    (tmp_path / "folder.mp4").mkdir()
    for target in (tmp_path / "folder.mp4", tmp_path / "nowhere" / "a.mp4"):
        with pytest.raises(StorageError, match="folder"):
            export_walk(recorded_walk, target)


def test_what_a_killed_export_left_is_swept_and_nothing_else(
    recorded_walk: Path, tmp_path: Path
) -> None:
    """SIGKILL leaves a hidden part; the next export of that name removes it, not a living one's."""
    done = subprocess.Popen(["true"])
    done.wait()
    left = tmp_path / f".walk.mp4.{done.pid}.part"
    living = tmp_path / f".walk.mp4.{os.getppid()}.part"
    other = tmp_path / f".other.mp4.{done.pid}.part"
    named = tmp_path / ".walk.mp4.part"
    for part in (left, living, other, named):
        part.write_bytes(b"half")
    export_walk(recorded_walk, tmp_path / "walk.mp4")
    assert not left.exists()
    assert all(part.read_bytes() == b"half" for part in (living, other, named))


def test_a_smooth_film_is_drawn_at_the_size_its_name_asks_for(walk: Path, tmp_path: Path) -> None:
    """As many frames as the walk; the pictures are the walk's, larger."""
    export_walk(walk, tmp_path / "a.96x64.path.mp4")
    said = probe(tmp_path / "a.96x64.path.mp4")
    assert "h264" in said and "96x64" in said and "10 fps" in said
    raw_rgb = ("-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    raw = subprocess.run(
        [FFMPEG, "-i", str(tmp_path / "a.96x64.path.mp4"), *raw_rgb],
        capture_output=True,
        check=True,
    ).stdout
    drawn = np.frombuffer(raw, np.uint8).reshape(-1, 64, 96, 3)
    with read_walk(walk) as opened:
        assert len(drawn) == len(opened)
        for picture, frame in zip(drawn, opened.frames(), strict=True):
            small = picture.reshape(32, 2, 48, 2, 3).mean((1, 3))
            assert np.abs(small - frame.rgb).mean() < 16


@pytest.mark.parametrize("size", ["8x8", "99999x10"])
def test_a_size_that_cannot_be_drawn_is_told(size: str, walk: Path, tmp_path: Path) -> None:
    """Before anything is lifted."""
    with pytest.raises(ExportError, match="name a size from 16 to"):
        export_walk(walk, tmp_path / f"a.{size}.path.mp4")
    assert list(tmp_path.iterdir()) == []

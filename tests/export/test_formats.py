"""A walk as a file: whole, right, or not there at all."""

import json
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from worldgen.errors import DamagedWalkError, ExportError, StorageError, UnknownFormatError
from worldgen.export import check_format, export_walk, extensions
from worldgen.recording import WalkHeader, WalkWriter, read_walk

FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()


def probe(film: Path) -> str:
    """What the decoder says of a film."""
    done = subprocess.run([FFMPEG, "-i", str(film)], capture_output=True, text=True, check=False)
    return done.stderr


def test_a_film_is_h264_that_every_player_plays(recorded_walk: Path, tmp_path: Path) -> None:
    """Codec, pixel format, size, rate and duration; the index stands at the front."""
    film = tmp_path / "walk.mp4"
    shares: list[float] = []
    export_walk(recorded_walk, film, shares.append)
    said = probe(film)
    assert "h264" in said and "yuv420p" in said and "32x18" in said
    assert "10 fps" in said and "Duration: 00:00:01.60" in said
    data = film.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_a_film_shows_the_walks_pictures(recorded_walk: Path, tmp_path: Path) -> None:
    """As many frames as the walk has, in its order."""
    film = tmp_path / "walk.mp4"
    export_walk(recorded_walk, film)
    decode = ["-i", str(film), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run([FFMPEG, *decode], capture_output=True, check=True).stdout
    frames = np.frombuffer(raw, np.uint8).reshape(-1, 18, 32, 3)
    with read_walk(recorded_walk) as walk:
        assert len(frames) == len(walk)
        mean = [frame.mean() for frame in frames]
        true = [walk.frame(at).rgb.mean() for at in range(len(walk))]
    assert np.allclose(mean, true, atol=8)


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

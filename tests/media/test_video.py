"""Films that another program reads as they were meant."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from worldgen.errors import ExportError, ShapeError, StorageError
from worldgen.media import FilmWriter, video

COLOURS = [(200, 30, 30), (30, 200, 30), (30, 30, 200), (240, 240, 240), (10, 10, 10)]


def _film(path: Path, fps: float, size: tuple[int, int], frames: int) -> None:
    width, height = size
    with FilmWriter(path, fps=fps, size=size) as film:
        for index in range(frames):
            colour = np.array(COLOURS[index % len(COLOURS)], np.uint8)
            film.write(np.broadcast_to(colour, (height, width, 3)))


def _decoded(path: Path, size: tuple[int, int]) -> tuple[str, np.ndarray]:
    """What ffmpeg says of a file's video stream, and its pictures as RGB."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        "-i",
        str(path),
        "-vf",
        "scale=in_color_matrix=bt709",
    ]
    done = subprocess.run(
        [*command, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], capture_output=True, check=True
    )
    streams = [line for line in done.stderr.decode().splitlines() if "Video: h264" in line]
    return streams[0], np.frombuffer(done.stdout, np.uint8).reshape(-1, size[1], size[0], 3)


def _boxes(path: Path) -> list[str]:
    """The top-level boxes of an MP4, in order."""
    data, names, at = path.read_bytes(), [], 0
    while at < len(data):
        names.append(data[at + 4 : at + 8].decode())
        at += int.from_bytes(data[at : at + 4], "big")
    return names


@pytest.mark.parametrize(
    ("fps", "frames", "size"),
    [(10, 25, (256, 144)), (24, 48, (64, 36)), (29.97, 30, (64, 36)), (10, 1, (128, 72))],
)
def test_frames_rate_and_duration_are_what_was_asked(
    tmp_path: Path, fps: float, frames: int, size: tuple[int, int]
) -> None:
    """Read back by an independent decoder: count, rate, seconds, size, codec, colour."""
    path = tmp_path / "walk.mp4"
    _film(path, fps, size, frames)
    count, seconds = imageio_ffmpeg.count_frames_and_secs(path)
    assert count == frames
    assert seconds == pytest.approx(frames / fps, abs=0.011)
    stream, shown = _decoded(path, size)
    assert len(shown) == frames
    assert "yuv420p(tv, bt709, progressive)" in stream
    assert f" {size[0]}x{size[1]}" in stream
    assert f" {fps:g} fps" in stream


def test_colours_come_back(tmp_path: Path) -> None:
    """In the right order and the right matrix: BT.601 read as BT.709 is off by more."""
    path = tmp_path / "walk.mp4"
    _film(path, 10, (64, 64), len(COLOURS))
    _, shown = _decoded(path, (64, 64))
    np.testing.assert_allclose(shown[:, 32, 32], COLOURS, atol=6)


def test_the_index_stands_before_the_pictures(tmp_path: Path) -> None:
    """So a browser plays it while it loads."""
    path = tmp_path / "walk.mp4"
    _film(path, 10, (64, 36), 20)
    boxes = _boxes(path)
    assert boxes.index("moov") < boxes.index("mdat")


def test_odd_sizes_grow_by_a_pixel(tmp_path: Path) -> None:
    """4:2:0 needs even edges; nothing is cut off."""
    path = tmp_path / "walk.mp4"
    _film(path, 10, (63, 35), 3)
    stream, _ = _decoded(path, (64, 36))
    assert " 64x36" in stream


def test_a_film_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """Neither itself, nor its part, nor harm to the film that was there."""
    path = tmp_path / "walk.mp4"
    path.write_bytes(b"the film before")
    with pytest.raises(KeyError), FilmWriter(path, fps=10, size=(8, 8)) as film:
        film.write(np.zeros((8, 8, 3), np.uint8))
        raise KeyError("the caller stumbled")
    with pytest.raises(ExportError, match="at least one frame"), FilmWriter(path, 10, (8, 8)):
        pass
    assert path.read_bytes() == b"the film before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_frame_of_another_size_is_refused(tmp_path: Path) -> None:
    """Before the encoder shears it."""
    with pytest.raises(ShapeError), FilmWriter(tmp_path / "a.mp4", fps=10, size=(8, 4)) as film:
        film.write(np.zeros((8, 4, 3), np.uint8))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("fps", [0.0, -1.0, float("nan"), float("inf")])
def test_an_impossible_rate_is_refused(tmp_path: Path, fps: float) -> None:
    """Before a process is started."""
    with pytest.raises(ExportError, match="fps"):
        FilmWriter(tmp_path / "a.mp4", fps=fps, size=(8, 8))


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """Rather than by the encoder's last words."""
    with pytest.raises(StorageError, match="cannot write"):
        FilmWriter(tmp_path / "nowhere" / "a.mp4", fps=10, size=(8, 8))


@pytest.mark.parametrize(
    ("said", "kind"),
    [("No space left on device", StorageError), ("Unknown encoder 'libx264'", ExportError)],
)
def test_what_the_encoder_says_becomes_our_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, kind: type[Exception]
) -> None:
    """A full disk is told from a broken encoder; the part is taken away."""
    script = f'cat >/dev/null; echo "{said}" >&2; exit 1'
    monkeypatch.setattr(video, "_command", lambda *args: ["sh", "-c", script])
    film = FilmWriter(tmp_path / "a.mp4", fps=10, size=(8, 8))
    film.write(np.zeros((8, 8, 3), np.uint8))
    with pytest.raises(kind):
        film.close()
    assert not list(tmp_path.iterdir())
    film.abort()
    with pytest.raises(ExportError, match="closed"):
        film.write(np.zeros((8, 8, 3), np.uint8))

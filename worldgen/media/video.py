"""A film of the walk: H.264 in MP4 for every player, or a GIF or WebP that plays by itself.

    with FilmWriter(path, fps=10, size=(256, 144)) as film:
        film.write(frame.rgb)

MP4: 4:2:0, BT.709 and said so, even sizes (an odd edge is doubled), index at the
front so that it plays while it loads. GIF: one palette for all frames, made of
what changes. Both others loop for ever. The file appears when it is whole and has
been decoded once: until then it grows under another name beside it, and a failure
leaves nothing.

The encoder is the ffmpeg that comes inside `imageio-ffmpeg`, run as a process.
Not here: which frames (`export`).
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Literal

import imageio_ffmpeg
import numpy as np
from PIL import Image

from worldgen.errors import ExportError, ShapeError, StorageError

Form = Literal["mp4", "gif", "webp"]

_CRF = "18"
"""Constant quality: 18 is as good as unseen loss."""
_BT709 = "colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv"


class FilmWriter:
    """Frames in, one film out. A context manager: leaving it whole finishes the file."""

    def __init__(
        self,
        path: str | os.PathLike[str],
        fps: float,
        size: tuple[int, int],
        form: Form = "mp4",
    ) -> None:
        """Start a film.

        Args:
            path: where the film will be; replaced if it exists.
            fps: frames a second.
            size: (width, height) of the frames, pixels.
            form: what kind of file; a GIF keeps all frames in memory until its end.

        Raises:
            ExportError: the numbers make no film.
            StorageError: the folder cannot be written.
        """
        if not 0 < fps <= 1000 or min(size) < 1:
            raise ExportError(f"a film needs fps in (0, 1000] and a size, got {fps}, {size}")
        self._path = Path(path)
        self._size = size
        self._form = form
        self._frames = 0
        self._part = self._path.with_name(f".{self._path.name}.{os.getpid()}.part")
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 -- lives as long as the film
        try:
            self._part.touch()
        except OSError as error:
            self._log.close()
            raise StorageError(f"cannot write {str(self._path)!r}: {error.strerror}") from error
        self._ffmpeg = subprocess.Popen(
            _command(self._part, Fraction(fps).limit_denominator(1001), size, form),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._log,
        )

    def write(self, rgb: np.ndarray) -> None:
        """Add one frame, (H, W, 3) uint8.

        Raises:
            ShapeError: not the size the film was started with.
            StorageError: the disk is full.
            ExportError: the encoder failed.
        """
        width, height = self._size
        if rgb.shape != (height, width, 3) or rgb.dtype != np.uint8:
            raise ShapeError(
                f"the film's frames are {(height, width, 3)} uint8, got {rgb.shape} {rgb.dtype}"
            )
        even = np.pad(rgb, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")
        pipe = self._ffmpeg.stdin
        assert pipe is not None, "the encoder was started with a pipe"
        try:
            pipe.write(even.tobytes())
        except (OSError, ValueError) as error:
            raise self._failure() from error
        self._frames += 1

    def close(self) -> None:
        """Finish the file and give it its name.

        Raises:
            ExportError: there was no frame, or the encoder failed.
            StorageError: the disk is full.
        """
        if self._log.closed:
            return
        if not self._frames:
            self.abort()
            raise ExportError("a film needs at least one frame, got none")
        try:
            self._ffmpeg.communicate()
        except OSError as error:
            raise self._failure() from error
        if self._ffmpeg.returncode != 0:
            raise self._failure()
        try:
            _decode(self._part, self._form)
            os.replace(self._part, self._path)
        except OSError as error:
            raise self._failure() from error
        self._log.close()

    def abort(self) -> None:
        """Stop and leave nothing behind."""
        if self._log.closed:
            return
        self._ffmpeg.kill()
        self._ffmpeg.communicate()
        self._log.close()
        self._part.unlink(missing_ok=True)

    def __enter__(self) -> FilmWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.close()
        finally:
            self.abort()  # nothing to do after a close that went well

    def _failure(self) -> ExportError | StorageError:
        """What the encoder said, as an error; cleans up."""
        try:
            self._ffmpeg.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._ffmpeg.kill()
        if self._log.closed:
            return ExportError("the film is already closed")
        self._log.seek(0)
        said = self._log.read().decode(errors="replace").strip()
        self.abort()
        if "No space left" in said:
            return StorageError(f"the disk is full: cannot write {str(self._path)!r}")
        last = said.splitlines()[-1] if said else "no message"
        return ExportError(f"the video encoder failed on {str(self._path)!r}: {last}")


def _command(part: Path, fps: Fraction, size: tuple[int, int], form: Form) -> list[str]:
    even = f"{size[0] + size[0] % 2}x{size[1] + size[1] % 2}"
    rate = f"{fps.numerator}/{fps.denominator}"
    return [
        imageio_ffmpeg.get_ffmpeg_exe(),
        *("-loglevel", "error", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", even, "-framerate", rate, "-i", "-"),
        *_ENCODING[form],
        str(part),
    ]


_ENCODING: dict[Form, tuple[str, ...]] = {
    "mp4": (
        *("-vf", f"scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,setparams={_BT709}"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", _CRF),
        *("-movflags", "+faststart", "-f", "mp4"),
    ),
    "gif": (
        "-filter_complex",
        "split[seen][asked];[asked]palettegen=stats_mode=diff[palette];"
        "[seen][palette]paletteuse=dither=bayer:bayer_scale=3:diff_mode=rectangle",
        *("-loop", "0", "-f", "gif"),
    ),
    "webp": ("-c:v", "libwebp_anim", "-quality", "80", "-loop", "0", "-f", "webp"),
}


def _decode(film: Path, form: Form) -> None:
    """Read a film to its end.

    Raises:
        OSError: it cannot be.
    """
    if form == "mp4":
        reading = [imageio_ffmpeg.get_ffmpeg_exe(), *("-xerror", "-loglevel", "error")]
        reading += ["-i", str(film), *("-f", "null", "-")]
        done = subprocess.run(reading, capture_output=True, text=True, check=False)
        if done.returncode or done.stderr:
            raise OSError(f"the film does not read back: {done.stderr.strip()}")
        return
    with Image.open(film, formats=(form.upper(),)) as picture:
        picture.seek(getattr(picture, "n_frames", 1) - 1)
        picture.load()

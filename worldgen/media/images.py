"""Pictures from strangers, read safely, and pictures cut to size.

A file is judged by its content, never by its name: PNG, JPEG or WebP, at most
25 MB and 16 megapixels, the size checked before a pixel is decoded; JPEGs of up to 120,
as telephones take them, are made smaller by their own decoder. Turned photos are set
upright, CMYK, palette, grey and 16-bit become RGB, what is transparent becomes white,
and of an animation the first picture is taken.

Frames of a walk that somebody else's program wrote are read with the same care. Not here: PNG
and JPEG as we write them (`png`, `jpeg`).
"""

import io
import math
import os
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from worldgen.errors import ImageError

MAX_BYTES = 25_000_000
MAX_PIXELS = 16_000_000
MAX_PHOTO_PIXELS = 120_000_000
"""Of a JPEG, which telephones make of 50 megapixels and which can be decoded smaller than it is."""

_FORMATS = ("PNG", "JPEG", "WEBP")
_FRAME_FORMATS = (*_FORMATS, "BMP")
_SIGNATURES = {
    b"GIF8": "a GIF",
    b"BM": "a BMP",
    b"II*\0": "a TIFF",
    b"MM\0*": "a TIFF",
    b"%PDF": "a PDF",
    b"<svg": "an SVG",
    b"<?xm": "an XML file",
    b"PK\3\4": "a ZIP archive",
    b"\x89PNG": "a damaged PNG",
    b"\xff\xd8": "a damaged JPEG",
    b"RIFF": "a damaged WebP",
}
_SAVE_AS = "save it as PNG, JPEG or WebP and try again"


def load_image(source: str | os.PathLike[str] | bytes | Image.Image) -> Image.Image:
    """Read a picture that may be anything.

    Args:
        source: a file's path, a file's bytes, or a picture already opened with PIL.

    Returns:
        An upright RGB picture, decoded and independent of the source.

    Raises:
        ImageError: missing, too large, damaged, or not a picture of a kind we take.
    """
    if isinstance(source, Image.Image):
        return _to_rgb(source)
    data = source if isinstance(source, bytes) else _read(Path(source))
    if not data:
        raise ImageError(f"the picture is an empty file; {_SAVE_AS}")
    if len(data) > MAX_BYTES:
        raise _too_many_bytes(len(data))
    try:
        picture = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageError(
            f"the picture has far more than {MAX_PIXELS // 1_000_000} megapixels; make it smaller"
        ) from error
    except Exception as error:  # codecs raise anything when fed junk
        raise ImageError(
            f"the file is {kind_of(data)}, not a picture we read; {_SAVE_AS}"
        ) from error
    return _to_rgb(picture)


def decode_frame(data: bytes) -> np.ndarray:
    """A frame's picture, as any program may have written it, to (H, W, 3) uint8.

    Args:
        data: a PNG, WebP, BMP or JPEG file of 8 bits a channel.

    Raises:
        ImageError: another kind, another depth of bits, too large or damaged.
    """
    try:
        picture = Image.open(io.BytesIO(data), formats=_FRAME_FORMATS)
    except Exception as error:  # codecs raise anything when fed junk
        raise ImageError(
            f"the picture is {kind_of(data)}; a frame's colours are PNG, WebP, BMP or JPEG"
        ) from error
    if picture.mode.startswith(("I", "F")):
        raise ImageError(f"a frame's colours have 8 bits a channel, got mode {picture.mode}")
    return np.asarray(_to_rgb(picture))


def fit_image(image: Image.Image, width_px: int, height_px: int) -> np.ndarray:
    """Cut the middle out of a picture in the shape wanted, and resize it without aliasing.

    Args:
        image: any PIL picture.
        width_px, height_px: size wanted.

    Returns:
        (height_px, width_px, 3) uint8 RGB.

    Raises:
        ImageError: the picture is too large or damaged.
    """
    rgb = load_image(image)
    fitted = ImageOps.fit(rgb, (width_px, height_px), method=Image.Resampling.LANCZOS)
    return np.asarray(fitted).copy()


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_many_bytes(size)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise ImageError(f"cannot read the picture {str(path)!r}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _too_many_bytes(size: int) -> ImageError:
    return ImageError(
        f"the picture is {size / 1e6:.1f} MB, at most {MAX_BYTES // 1_000_000} MB can be read; "
        "make it smaller"
    )


def kind_of(data: bytes) -> str:
    """What a file that cannot be read as a picture is, as far as its first bytes tell."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return kind
    if data[4:8] == b"ftyp":
        return "a HEIC or AVIF picture, or a film"
    head = data[:512]
    if b"\0" not in head and all(byte >= 32 or byte in b"\t\n\r" for byte in head):
        return "text"
    return "damaged, or of an unknown kind"


def _to_rgb(picture: Image.Image) -> Image.Image:
    """Decode and normalise; the size is checked first, while only the header has been read."""
    if picture.format == "JPEG" and MAX_PIXELS < math.prod(picture.size) <= MAX_PHOTO_PIXELS:
        smaller = math.ceil(math.sqrt(math.prod(picture.size) / MAX_PIXELS))
        wide, high = (side // smaller for side in picture.size)
        picture.draft(None, (wide, high))  # its decoder leaves out what is finer
    width, height = picture.size
    if width < 1 or height < 1 or width * height > MAX_PIXELS:
        raise ImageError(
            f"the picture is {width} × {height} pixels; between 1 pixel and "
            f"{MAX_PIXELS // 1_000_000} megapixels can be read; make it smaller"
        )
    if picture.mode == "F":
        raise ImageError(f"the picture has floating-point pixels of unknown range; {_SAVE_AS}")
    try:
        picture.load()
        upright = _upright(picture)
        if upright.mode.startswith("I"):
            upright = _from_16_bit(upright)
        if upright.has_transparency_data:
            upright = upright.convert("RGBA")
            white = Image.new("RGBA", upright.size, "white")
            upright = Image.alpha_composite(white, upright)
        rgb = upright.convert("RGB")
    except Exception as error:  # codecs raise anything when fed junk
        raise ImageError(f"the picture is damaged ({error}); {_SAVE_AS}") from error
    return rgb.copy() if rgb is picture else rgb


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as its EXIF orientation says; as it is if that note is unreadable."""
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # noqa: BLE001 -- a broken note must not cost a good picture
        return picture


def _from_16_bit(grey: Image.Image) -> Image.Image:
    values = np.asarray(grey).astype(np.int64).clip(0, 65535)
    return Image.fromarray((values // 257).astype(np.uint8))

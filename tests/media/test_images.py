"""Pictures from strangers: each kind works, or is refused with one clear message."""

import io
import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from worldgen.errors import ImageError
from worldgen.media import fit_image, load_image

RED, GREEN, WHITE = (255, 0, 0), (0, 255, 0), (255, 255, 255)


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def _halves() -> Image.Image:
    """Red on the left, green on the right, wide."""
    picture = Image.new("RGB", (64, 32), RED)
    picture.paste(GREEN, (32, 0, 64, 32))
    return picture


def _png(width: int, height: int, body: bytes) -> bytes:
    """A PNG of one bit a pixel with the given size and inflated body."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(body, 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_three_kinds_are_read(kind: str) -> None:
    """From bytes; what comes back is RGB of the same size."""
    picture = load_image(_saved(_halves(), kind))
    assert (picture.mode, picture.size) == ("RGB", (64, 32))
    assert np.asarray(picture)[16, 8, 0] > 200
    assert np.asarray(picture)[16, 56, 1] > 200


def test_a_file_is_judged_by_its_content(tmp_path: Path) -> None:
    """A PNG named .jpg is read; a text named .jpg is refused as a text."""
    named_wrong = tmp_path / "photo.jpg"
    named_wrong.write_bytes(_saved(_halves(), "PNG"))
    assert load_image(named_wrong).size == (64, 32)
    named_wrong.write_text("Dear diary,\ntoday I walked.")
    with pytest.raises(ImageError, match=r"is text.*PNG, JPEG or WebP"):
        load_image(str(named_wrong))


def test_a_gif_is_refused_as_a_gif() -> None:
    """Animated or not: it is not among the kinds we take, and the message says what to do."""
    gif = _saved(_halves(), "GIF", save_all=True, append_images=[Image.new("RGB", (64, 32))])
    with pytest.raises(ImageError, match=r"a GIF.*save it as PNG"):
        load_image(gif)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (_saved(Image.new("RGB", (4, 4)), "BMP"), "a BMP"),
        (_saved(Image.new("RGB", (4, 4)), "TIFF"), "a TIFF"),
        (b"%PDF-1.7\n\0", "a PDF"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"PK\3\4\0\0", "a ZIP"),
        (b"\x93\x02\x00\xff", "damaged"),
        (b"", "empty"),
    ],
)
def test_other_files_are_named_for_what_they_are(data: bytes, kind: str) -> None:
    """A person sees what they dropped."""
    with pytest.raises(ImageError, match=kind):
        load_image(data)


@pytest.mark.parametrize(
    "size", [(20_000, 20_000), (5_000, 4_000), (65_000, 65_000), (9_500, 9_500)]
)
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    size: tuple[int, int],
) -> None:
    """Twenty thousand squared would be 1.2 GB; it is never inflated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # as a server would run
        with pytest.raises(ImageError, match="megapixels"):
            load_image(_png(*size, b""))
    with pytest.raises(ImageError, match="megapixels"):
        load_image(_png(*size, b""))


def test_a_real_picture_of_20000_by_20000_is_refused() -> None:
    """One bit a pixel and every bit of it there, a few hundred kB on the wire."""
    data = _png(20_000, 20_000, bytes(20_000 * (1 + 20_000 // 8)))
    assert len(data) < 1_000_000
    with pytest.raises(ImageError, match="megapixels"):
        load_image(data)


def test_a_file_of_too_many_bytes_is_refused_unread(tmp_path: Path) -> None:
    """The size on disk is asked first."""
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    with pytest.raises(ImageError, match=r"3000\.0 MB, at most 25 MB"):
        load_image(path)
    with pytest.raises(ImageError, match="at most 25 MB"):
        load_image(b"x" * 25_000_001)


def test_a_turned_photo_is_set_upright() -> None:
    """EXIF orientation 6: the camera was held on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = load_image(_saved(_halves(), "JPEG", exif=exif, quality=95))
    assert picture.size == (32, 64)
    assert np.asarray(picture)[8, 16, 0] > 200
    assert np.asarray(picture)[56, 16, 1] > 200


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_exif_does_not_cost_the_picture() -> None:
    """The note is unreadable, the picture is not."""
    data = _saved(_halves(), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12junk")
    assert load_image(data).size == (64, 32)


def test_a_cmyk_photo_keeps_its_colours() -> None:
    """As printers like them."""
    picture = load_image(_saved(_halves().convert("CMYK"), "JPEG", quality=95))
    left, right = np.asarray(picture)[16, 8], np.asarray(picture)[16, 56]
    np.testing.assert_allclose(left, RED, atol=12)
    np.testing.assert_allclose(right, GREEN, atol=12)


def test_what_is_transparent_becomes_white() -> None:
    """With an alpha channel, with a palette, and with one transparent colour."""
    alpha = _halves().convert("RGBA")
    alpha.putalpha(Image.new("L", (64, 32)))
    palette = _halves().quantize(4)
    transparent = np.asarray(palette)[16, 8]
    for data in (
        _saved(alpha, "PNG"),
        _saved(alpha, "WEBP", lossless=True),
        _saved(palette, "PNG", transparency=int(transparent)),
    ):
        np.testing.assert_array_equal(np.asarray(load_image(data))[16, 8], WHITE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "I", "CMYK", "HSV"])
def test_every_mode_of_an_opened_picture_becomes_rgb(mode: str) -> None:
    """Prompts take PIL pictures of any mode."""
    picture = Image.new(mode, (5, 3))
    assert (load_image(picture).mode, load_image(picture).size) == ("RGB", (5, 3))


def test_sixteen_bits_of_grey_keep_their_range() -> None:
    """Not clipped at 255."""
    ramp = np.linspace(0, 65535, 64).astype(np.uint16).reshape(1, 64)
    grey = np.asarray(load_image(_saved(Image.fromarray(ramp), "PNG")))[0, :, 0]
    np.testing.assert_allclose(grey, np.linspace(0, 255, 64), atol=1)


def test_floats_of_unknown_range_are_refused() -> None:
    """Nobody can tell what white is."""
    with pytest.raises(ImageError, match="floating"):
        load_image(Image.new("F", (3, 3)))


def test_of_an_animation_the_first_picture_is_taken() -> None:
    """An animated WebP is a WebP."""
    data = _saved(
        Image.new("RGB", (8, 8), RED), "WEBP", save_all=True,
        append_images=[Image.new("RGB", (8, 8), GREEN)], lossless=True,
    )  # fmt: skip
    np.testing.assert_array_equal(np.asarray(load_image(data))[4, 4], RED)


@pytest.mark.parametrize("path", ["nowhere.png", ".", "nul\0.png"])
def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, path: str) -> None:
    """A missing file, a folder, a name that cannot be."""
    with pytest.raises(ImageError, match="cannot read"):
        load_image(tmp_path / path)


@given(st.sampled_from(["PNG", "JPEG", "WEBP"]), st.data())
def test_a_damaged_picture_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    """Cut short or with bytes changed: a picture or an ImageError, never anything else."""
    whole = bytearray(_saved(_halves(), kind))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(1, len(whole)))])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of what it then reads all the same
        try:
            assert load_image(cut).mode == "RGB"
        except ImageError as error:
            assert "try again" in str(error) or "make it smaller" in str(error)


@pytest.mark.parametrize("size", [(64, 32), (32, 64), (500, 7), (1, 1), (16, 9)])
def test_a_fitted_picture_has_the_size_wanted(size: tuple[int, int]) -> None:
    """Whatever the shape it came in."""
    fitted = fit_image(Image.new("RGB", size, RED), 48, 27)
    assert fitted.shape == (27, 48, 3)
    assert fitted.dtype == np.uint8
    assert (fitted == RED).all()


def test_fitting_keeps_the_middle_and_does_not_alias() -> None:
    """A fine checkerboard shrinks to grey; the sides of a wide picture are cut off."""
    board = np.indices((256, 256)).sum(0) % 2 * 255
    grey = fit_image(Image.fromarray(board.astype(np.uint8)), 16, 16)
    assert abs(grey[4:12, 4:12].astype(int) - 127).max() < 8
    three = Image.new("RGB", (300, 100), RED)
    three.paste(GREEN, (100, 0, 200, 100))
    assert (fit_image(three, 10, 10)[:, 4:6] == GREEN).all()


def test_a_telephone_s_photograph_is_read_smaller_than_it_is() -> None:
    """Of 50 megapixels its decoder makes 12; a PNG of that size is refused still."""
    written = io.BytesIO()
    shades = np.linspace(0, 255, 8160).astype(np.uint8)[None].repeat(6120, 0)
    Image.fromarray(shades).convert("RGB").save(written, "JPEG", quality=60)
    picture = load_image(written.getvalue())
    assert picture.size == (4080, 3060)
    row = np.asarray(picture)[1500, :, 0].astype(int)
    assert abs(row - np.linspace(0, 255, 4080)).max() < 6

"""Lossless means lossless."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image

from worldgen.errors import ImageError, ShapeError
from worldgen.media import decode_depth_png, decode_frame, encode_depth_png, encode_rgb_png
from worldgen.media.png import SKY

sizes = array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=20)
colours = sizes.flatmap(lambda size: arrays(np.uint8, (*size, 3)))
depths = sizes.flatmap(
    lambda size: arrays(
        np.float32,
        size,
        elements=st.one_of(st.floats(0, 400, width=32), st.sampled_from([0.0, np.inf])),
    )
)


@given(colours)
def test_colour_comes_back_exactly(rgb: np.ndarray) -> None:
    """Every bit of every pixel."""
    np.testing.assert_array_equal(decode_frame(encode_rgb_png(rgb)), rgb)


@given(depths, st.sampled_from([0.001, 0.004, 0.01]))
def test_depth_comes_back_to_half_a_step(depth_m: np.ndarray, scale_m: float) -> None:
    """Sky stays sky, unknown stays unknown, and a surface never turns into either."""
    back = decode_depth_png(encode_depth_png(depth_m, scale_m), scale_m)
    np.testing.assert_array_equal(np.isinf(back), np.isinf(depth_m))
    np.testing.assert_array_equal(back == 0, depth_m == 0)
    surface = (depth_m > scale_m / 2) & (depth_m < scale_m * (SKY - 1))
    np.testing.assert_allclose(back[surface], depth_m[surface], atol=scale_m * 0.5001, rtol=1e-6)
    assert back.dtype == np.float32


@given(depths)
def test_depth_that_was_stored_once_is_stored_again_exactly(depth_m: np.ndarray) -> None:
    """Copying a walk does not wear it out."""
    once = decode_depth_png(encode_depth_png(depth_m, 0.004), 0.004)
    np.testing.assert_array_equal(decode_depth_png(encode_depth_png(once, 0.004), 0.004), once)


def test_what_is_too_far_is_stored_as_the_farthest() -> None:
    """262 m at 4 mm; not as sky, not wrapped round to near."""
    far = decode_depth_png(encode_depth_png(np.full((1, 1), 9e9, np.float32), 0.004), 0.004)
    assert far[0, 0] == pytest.approx(262.136)


@pytest.mark.parametrize("value", [np.nan, -1.0, -np.inf])
def test_depth_that_is_none_is_refused(value: float) -> None:
    """NaN and negative metres."""
    with pytest.raises(ShapeError):
        encode_depth_png(np.full((2, 2), value, np.float32), 0.004)


def test_the_wrong_kind_of_array_or_png_is_refused() -> None:
    """Colour where depth belongs, and the other way round."""
    rgb, depth = np.zeros((2, 2, 3), np.uint8), np.ones((2, 2), np.float32)
    with pytest.raises(ShapeError):
        encode_rgb_png(depth)
    with pytest.raises(ShapeError):
        encode_depth_png(rgb, 0.004)
    with pytest.raises(ImageError, match="16-bit"):
        decode_depth_png(encode_rgb_png(rgb), 0.004)
    with pytest.raises(ImageError, match="8 bits a channel"):
        decode_frame(encode_depth_png(depth, 0.004))


@pytest.mark.parametrize("form", ["PNG", "WEBP", "BMP"])
def test_colours_come_back_exactly_of_whatever_lossless_file(form: str) -> None:
    """Other programs write what they like."""
    rgb = np.random.default_rng(2).integers(0, 256, (7, 9, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, form, **({"lossless": True} if form == "WEBP" else {}))
    np.testing.assert_array_equal(decode_frame(file.getvalue()), rgb)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L"])
def test_colours_of_other_modes_are_brought_to_rgb(mode: str) -> None:
    """Opaque, of few colours, grey."""
    grey = np.repeat(np.arange(0, 250, 10, dtype=np.uint8)[None, :, None], 3, axis=2)
    file = io.BytesIO()
    Image.fromarray(grey).convert(mode, palette=Image.Palette.ADAPTIVE).save(file, "PNG")
    np.testing.assert_array_equal(decode_frame(file.getvalue()), grey)


def test_a_file_of_another_kind_is_called_what_it_is() -> None:
    """Not a damaged PNG, when it is no PNG at all."""
    file = io.BytesIO()
    Image.fromarray(np.zeros((2, 2), np.uint16)).save(file, "TIFF")
    with pytest.raises(ImageError, match="the picture is a TIFF"):
        decode_frame(file.getvalue())
    with pytest.raises(ImageError, match="the picture is a TIFF; depth is a 16-bit grey PNG"):
        decode_depth_png(file.getvalue(), 0.004)


@given(st.integers(0, 200))
def test_a_png_cut_short_is_refused(length: int) -> None:
    """Never half a frame."""
    whole = encode_rgb_png(np.random.default_rng(1).integers(0, 256, (9, 9, 3), dtype=np.uint8))
    with pytest.raises(ImageError, match=r"damaged|text"):
        decode_frame(whole[: min(length, len(whole) - 20)])

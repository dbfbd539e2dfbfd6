"""The quick encoder and its plain twin show the same picture."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from worldgen.errors import ShapeError
from worldgen.media import encode_jpeg, jpeg

Encoder = Callable[..., bytes]
BOTH = (False, True)


def _smooth() -> np.ndarray:
    y, x = np.mgrid[:72, :128]
    return np.stack([x * 2, y * 3, 255 - x], -1).astype(np.uint8)


def _decoded(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data))).astype(int)


def test_the_fast_path_agrees_with_the_plain_one() -> None:
    """And both with the picture."""
    rgb = _smooth()
    fast, plain = _decoded(encode_jpeg(rgb, 90)), _decoded(jpeg.encode_jpeg_plain(rgb, 90))
    assert abs(fast - rgb).mean() < 2
    assert abs(fast - plain).mean() < 1


def test_without_the_fast_library_the_plain_one_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a platform without a wheel the stream is slower, not broken."""
    monkeypatch.setattr(jpeg, "simplejpeg", None)
    assert abs(_decoded(encode_jpeg(_smooth(), 90)) - _smooth()).mean() < 2


def test_quality_costs_bytes_and_views_need_no_copy() -> None:
    """A cropped view is encoded as it is seen."""
    noise = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    assert len(encode_jpeg(noise, 30)) < len(encode_jpeg(noise, 95))
    assert _decoded(encode_jpeg(_smooth()[10:50, 20:90])).shape == (40, 70, 3)


@pytest.mark.parametrize("encode", [encode_jpeg, jpeg.encode_jpeg_plain])
def test_hues_that_are_not_halved_stay_where_they_are(encode: Encoder) -> None:
    """Of columns red and blue by turns, as triangles of a texture lie beside strangers."""
    rgb = np.zeros((16, 16, 3), np.uint8)
    rgb[:, ::2, 0] = rgb[:, 1::2, 2] = 200
    off = {halved: abs(_decoded(encode(rgb, 95, halved=halved)) - rgb).mean() for halved in BOTH}
    assert off[False] < 5 < off[True]


def test_what_is_no_picture_is_refused() -> None:
    """Before it reaches C."""
    with pytest.raises(ShapeError):
        encode_jpeg(np.zeros((4, 4), np.uint8))
    with pytest.raises(ShapeError):
        encode_jpeg(np.zeros((4, 4, 3), np.float32))

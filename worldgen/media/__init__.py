"""Pixels to bytes and back: the only place that knows codecs.

    load_image      a stranger's file or bytes ──▶ an RGB picture, or one clear ImageError
    encode_*        arrays ──▶ PNG (lossless, colour and depth), JPEG (the live stream),
                    WebP (tables of bytes), run lengths (masks)
    FilmWriter      frames ──▶ a film that any player plays: MP4, GIF, WebP

Not here: folders of frames (`recording`), which files a person may have (`export`).
"""

from worldgen.media.images import decode_frame, fit_image, load_image
from worldgen.media.jpeg import encode_jpeg
from worldgen.media.png import (
    decode_depth_png,
    encode_depth_png,
    encode_rgb_png,
)
from worldgen.media.runs import decode_runs, encode_runs
from worldgen.media.video import FilmWriter
from worldgen.media.webp import decode_rgba_webp, encode_rgba_webp

__all__ = [
    "FilmWriter",
    "decode_depth_png",
    "decode_frame",
    "decode_rgba_webp",
    "decode_runs",
    "encode_depth_png",
    "encode_jpeg",
    "encode_rgb_png",
    "encode_rgba_webp",
    "encode_runs",
    "fit_image",
    "load_image",
]

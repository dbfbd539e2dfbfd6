"""A remembered picture made small, and whole again: nothing is lost but 0.025 % of depth.

    picture ──pack──▶ Packed ──unpack──▶ the same picture
                        └────halved────▶ Packed, a quarter of its pixels

A picture of 256×144 is 740 kB when it is ready to be drawn, and 50 to 100 kB packed.
Packing takes milliseconds and happens once for each picture that is kept.

Not here: the loops (`kernel_pack`), who is kept ready (`ready`).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.memory.kernel_pack import UNKNOWN, decode, difference, encode, halve, restore

SQUEEZE = (1, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
"""How zlib squeezes differences: looking for runs and nothing else is quickest."""

MASKS = 3
"""Of a picture: what is second-hand, green, blind."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Plain:
    """A picture as arrays.

    Attributes:
        rgb: (H, W, 3) uint8.
        depth_m: (H, W) float32, metres along +z; +inf sky, 0 unknown or left out.
        known: (H, W) bool, what memory had known well before: second-hand.
        green: (H, W) bool, what was new a moment ago and may be drawn better yet.
        blind: (H, W) bool, what is no proof that anything before it is gone.
    """

    rgb: NDArray[np.uint8]
    depth_m: NDArray[np.float32]
    known: NDArray[np.bool_]
    green: NDArray[np.bool_]
    blind: NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, eq=False)
class Packed:
    """A picture as few bytes.

    Attributes:
        shape: (H, W).
        data: what `unpack` reads.
    """

    shape: tuple[int, int]
    data: bytes

    def unpack(self) -> Plain:
        """The picture as arrays."""
        height, width = self.shape
        pixels = height * width
        raw = np.frombuffer(zlib.decompress(self.data), np.uint8)
        rgb = np.empty((height, width, 3), np.uint8)
        codes = np.empty((height, width), np.uint16)
        depth_m = np.empty((height, width), np.float32)
        restore(raw[: 5 * pixels].reshape(5, height, width), rgb, codes)
        decode(codes, depth_m)
        masks = np.zeros((MASKS, height, width), np.bool_)
        bits = np.unpackbits(raw[5 * pixels :]).astype(np.bool_)
        count = len(bits) // pixels  # older pictures say nothing of the last
        masks[:count] = bits[: count * pixels].reshape(count, height, width)
        known, green, blind = masks
        return Plain(rgb=rgb, depth_m=depth_m, known=known, green=green, blind=blind)

    def halved(self) -> Packed:
        """The same view in half the rows and half the columns."""
        plain = self.unpack()
        height, width = (size // 2 for size in self.shape)
        rgb = np.empty((height, width, 3), np.uint8)
        depth_m = np.empty((height, width), np.float32)
        known = np.empty((height, width), np.bool_)
        halve(plain.rgb, plain.depth_m, plain.known, rgb, depth_m, known)
        green, blind = _any_of_four(plain.green), _any_of_four(plain.blind)
        return pack(Plain(rgb=rgb, depth_m=depth_m, known=known, green=green, blind=blind))


def _any_of_four(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(H // 2, W // 2) bool: whether it holds for any of each two by two pixels of (H, W)."""
    height, width = (size // 2 for size in mask.shape)
    even = mask[: 2 * height, : 2 * width].reshape(height, 2, width, 2)
    found: NDArray[np.bool_] = np.logical_or.reduce(even, axis=(1, 3))
    return found


def rounded(depth_m: NDArray[np.float32], hidden: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Depths as they will be when they were packed and unpacked, (H, W); 0 where hidden."""
    codes = np.empty(depth_m.shape, np.uint16)
    encode(depth_m, codes)
    codes[hidden] = UNKNOWN
    found = np.empty(depth_m.shape, np.float32)
    decode(codes, found)
    return found


def pack(plain: Plain) -> Packed:
    """Make a picture small."""
    height, width = plain.depth_m.shape
    codes = np.empty((height, width), np.uint16)
    rest = np.empty((5, height, width), np.uint8)
    encode(plain.depth_m, codes)
    difference(plain.rgb, codes, rest)
    squeeze = zlib.compressobj(*SQUEEZE)
    bits = np.packbits(np.stack([plain.known, plain.green, plain.blind]))
    data = squeeze.compress(rest.tobytes()) + squeeze.compress(bits.tobytes())
    return Packed(shape=(height, width), data=data + squeeze.flush())

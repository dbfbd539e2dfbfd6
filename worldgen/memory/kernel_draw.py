"""The inner loop of drawing memory: surfels into a z-buffer.

Of a picture some parts alone may be drawn: what others show as well is not looked at.

Each loop runs in one thread, frees the GIL, and works in float32.

Not here: what a surfel is (`kernel_surfels`), the colours (`kernel_resolve`).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.memory.kernel_surfels import FAST, THROUGH, THROUGH_PER_M, seen_through

NEAR_M = 0.05
"""Surfaces nearer than this to the camera are not drawn."""

RIM = 0.54
"""Half a surfel's width in source pixels; a little over a half, so that neighbours overlap."""

MAX_STRETCH_PX = 24.0
"""A surfel larger than this on the screen says nothing any more."""

BETTER = 1.1
"""A later picture must show a surface so many times sharper to be drawn in an earlier's place."""

# Planes of a z-buffer's `front`, which is asked all the time, and of its `found`.
NEAREST, SCORE = 0, 1
DISPARITY, SOURCE_X, SOURCE_Y, COARSE, OWN = 0, 1, 2, 3, 4


class ZBuffer(NamedTuple):
    """What is drawn so far.

    Attributes:
        front: (h, w, 2) float32, the nearest disparity so far and the winner's score; -1 where
            nothing is.
        found: (h, w, 5) float32, the winner's disparity, its place in its own picture, how large
            its surfel is, and that surfel's number.
        winner: (h, w) int16, whose it is, -1 where nobody's.
    """

    front: NDArray[np.float32]
    found: NDArray[np.float32]
    winner: NDArray[np.int16]

    @classmethod
    def empty(cls, height: int, width: int) -> ZBuffer:
        """Nothing drawn yet."""
        return cls(
            front=np.full((height, width, 2), -1.0, np.float32),
            found=np.empty((height, width, 5), np.float32),
            winner=np.full((height, width), -1, np.int16),
        )


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def _see(
    surfels: NDArray[np.float32],
    j: int,
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    seen: NDArray[np.float32],
) -> None:
    """Where one row of surfels falls in the new picture, and how far each extends.

    A pixel (i, j) at disparity w goes to `matrix @ (i, j, 1) + w * offset`: pixel
    indices of the new picture times depth ratio, and the ratio itself. What is
    not in front of the camera gets disparity -1.

    Args:
        surfels: (5, H, W) float32 from `lift`. j: the row.
        matrix: (3, 3) float32. offset: (3,) float32.
        seen: (9, W) float32, written: column, row, disparity; then the steps of
            these three per source column, then per source row.
    """
    width = surfels.shape[2]
    m00, m10, m20 = matrix[0, 0], matrix[1, 0], matrix[2, 0]
    m01, m11, m21 = matrix[0, 1], matrix[1, 1], matrix[2, 1]
    y = np.float32(j)
    c0 = m01 * y + matrix[0, 2]
    c1 = m11 * y + matrix[1, 2]
    c2 = m21 * y + matrix[2, 2]
    o0, o1, o2 = offset[0], offset[1], offset[2]
    near, far = np.float32(NEAR_M), np.float32(1e-4)
    one, zero, nowhere = np.float32(1.0), np.float32(0.0), np.float32(-1.0)
    for i in range(width):
        x = np.float32(i)
        w, across, down = surfels[0, j, i], surfels[1, j, i], surfels[2, j, i]
        z = m20 * x + c2 + w * o2
        ok = (w >= zero) & (z > near * w) & (z > far)
        inverse = one / (z if ok else one)
        u = (m00 * x + c0 + w * o0) * inverse
        v = (m10 * x + c1 + w * o1) * inverse
        new_w = w * inverse
        za, zb = m20 + across * o2, m21 + down * o2
        seen[0, i], seen[1, i] = u, v
        seen[2, i] = new_w if ok else nowhere
        seen[3, i] = (m00 + across * o0 - u * za) * inverse
        seen[4, i] = (m10 + across * o1 - v * za) * inverse
        seen[5, i] = (across - new_w * za) * inverse
        seen[6, i] = (m01 + down * o0 - u * zb) * inverse
        seen[7, i] = (m11 + down * o1 - v * zb) * inverse
        seen[8, i] = (down - new_w * zb) * inverse


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def _reach(
    seen: NDArray[np.float32],
    trust: NDArray[np.float32],
    weight: float,
    band: tuple[int, int],
    columns: int,
    box: NDArray[np.int32],
    worth: NDArray[np.float32],
) -> bool:
    """Which pixels each of a row of surfels could fill; whether there are any.

    Args:
        seen: from `_see`. trust: (W,) float32, in each.
        weight: multiplies its sharpness.
        band: the first row of the new picture and the one after the last. columns: its width.
        box: (4, W) int32, written: first and last column, first and last row; no rows if none.
        worth: (3, W) float32, written: nearest disparity, score, and one over its signed area.
    """
    rim, reach, weigh = np.float32(RIM), np.float32(MAX_STRETCH_PX), np.float32(weight)
    zero, one, least = np.float32(0.0), np.float32(1.0), np.float32(1e-6)
    right, above, below = np.float32(columns - 1), np.float32(band[0]), np.float32(band[1] - 1)
    there = 0
    for i in range(seen.shape[1]):
        x, y, w = seen[0, i], seen[1, i], seen[2, i]
        ax, ay, aw = seen[3, i], seen[4, i], seen[5, i]
        bx, by, bw = seen[6, i], seen[7, i], seen[8, i]
        across, down = (abs(ax) + abs(bx)) * rim, (abs(ay) + abs(by)) * rim
        area = ax * by - ay * bx
        inside = (x + across >= zero) & (x - across <= right)
        inside &= (y + down >= above) & (y - down <= below)
        inside &= (w >= zero) & (across < reach) & (down < reach) & (abs(area) > least)
        left, top = (x - across if inside else zero), (y - down if inside else zero)
        left, top = (left if left > zero else zero), (top if top > above else above)
        end_x, end_y = (x + across if inside else zero), (y + down if inside else zero)
        end_x, end_y = (end_x if end_x < right else right), (end_y if end_y < below else below)
        first_i, first_j = np.int32(left), np.int32(top)
        box[0, i] = first_i + np.int32(np.float32(first_i) < left)
        box[1, i] = np.int32(end_x)
        box[2, i] = first_j + np.int32(np.float32(first_j) < top)
        box[3, i] = np.int32(end_y) if inside else np.int32(-1)
        stretch, tall = ax * ax + ay * ay, bx * bx + by * by
        stretch = stretch if stretch > tall else tall
        stretch = stretch if stretch > one else one
        worth[0, i] = w + (abs(aw) + abs(bw)) * rim
        worth[1, i] = weigh * trust[i] / np.sqrt(stretch) if area > zero else zero
        worth[2, i] = one / (area if inside else one)
        there += inside
    return there > 0


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def _clear(
    disparity: NDArray[np.float32],
    seen: NDArray[np.float32],
    per_m: float,
    worth: NDArray[np.float32],
) -> None:
    """Believe what was seen through more air than lies before it now by what it kept of its light.

    Depths along the axes stand for the ways.

    Args:
        disparity: (W,) float32, 1/m, of a row of surfels in their own picture.
        seen: from `_see`.
        per_m: how much light a metre of air takes, 1/m.
        worth: from `_reach`; scores are changed.
    """
    zero, one = np.float32(0.0), np.float32(1.0)
    for i in range(len(disparity)):
        then, now = disparity[i], seen[2, i]
        if zero < then < now:
            worth[1, i] *= np.exp(np.float32(per_m) * (one / now - one / then))


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def draw(
    surfels: NDArray[np.float32],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    witness: NDArray[np.float32],
    to_witness: NDArray[np.float32],
    off_witness: NDArray[np.float32],
    keyframe: int,
    weight: float,
    tolerance: float,
    parts: NDArray[np.bool_],
    per_m: float,
    band: tuple[int, int],
    buffer: ZBuffer,
) -> None:
    """Draw one keyframe's surfels into the z-buffer.

    The nearest surface wins; among those within `tolerance` of the nearest,
    the one seen sharpest; when both are sharp enough, the one drawn first.
    Surfels seen from behind hide what is beyond them and tell nothing; surfels
    that a witness saw through are not there. A witness is drawn before others:
    only what is in front of all that was drawn so far is held against it.

    Args:
        surfels: (5, H, W) float32 from `lift`.
        matrix, offset: (3, 3) and (3,) float32, source pixel index to new pixel index (`_see`).
        witness: (5, H, W) float32, another picture's surfels; (5, 0, 0) if there is none.
        to_witness, off_witness: (3, 3) and (3,) float32, new pixel index to the witness's.
        keyframe: its number, kept with every pixel it wins.
        weight: multiplies its sharpness, 0 to 1.
        tolerance: share of the depth within which two surfaces are one.
        parts: (R, C) bool, which of the even parts of its picture are drawn.
        per_m: how much light a metre of air takes, 1/m.
        band: the first row of the buffer to draw and the one after the last; others are not read.
        buffer: of the new picture; read and written.
    """
    height, width = surfels.shape[1], surfels.shape[2]
    ahead, found, winner = buffer.front, buffer.found, buffer.winner
    testifies = witness.shape[2] > 0
    seen, worth = np.empty((9, width), np.float32), np.empty((3, width), np.float32)
    box = np.empty((4, width), np.int32)
    rows = parts.shape[0]
    across = np.arange(width) * parts.shape[1] // width
    zero, one, rim = np.float32(0.0), np.float32(1.0), np.float32(RIM)
    behind, margin = one - np.float32(tolerance), one + np.float32(tolerance)
    better = np.float32(BETTER)
    for j in range(height):
        part = parts[j * rows // height]
        if not part.any():
            continue
        _see(surfels, j, matrix, offset, seen)
        if not _reach(seen, surfels[3, j], weight, band, winner.shape[1], box, worth):
            continue
        if per_m > 0.0:
            _clear(surfels[0, j], seen, per_m, worth)
        for i in range(width):
            if box[2, i] > box[3, i] or box[0, i] > box[1, i] or not part[across[i]]:
                continue
            front, score, inverse = worth[0, i], worth[1, i], worth[2, i]
            for q in range(box[2, i], box[3, i] + 1):
                for p in range(box[0, i], box[1, i] + 1):
                    nearest, held = ahead[q, p, NEAREST], ahead[q, p, SCORE] * better
                    if front < nearest * (behind if score > held else margin):
                        continue
                    dx, dy = np.float32(p) - seen[0, i], np.float32(q) - seen[1, i]
                    s = (dx * seen[7, i] - dy * seen[6, i]) * inverse
                    t = (dy * seen[3, i] - dx * seen[4, i]) * inverse
                    here = max(seen[2, i] + s * seen[5, i] + t * seen[8, i], zero)
                    if abs(s) > rim or abs(t) > rim or here < nearest * behind:
                        continue
                    if testifies and here > nearest * margin:
                        at_x, at_y = np.float32(p), np.float32(q)
                        told = (witness, to_witness, off_witness, at_x, at_y, here)
                        if seen_through(*told, THROUGH, THROUGH_PER_M):
                            continue
                    ahead[q, p, NEAREST] = max(nearest, here)
                    if here <= nearest * margin and score <= held:
                        continue
                    ahead[q, p, SCORE] = score
                    found[q, p, DISPARITY] = here
                    found[q, p, SOURCE_X] = np.float32(i) + s
                    found[q, p, SOURCE_Y] = np.float32(j) + t
                    found[q, p, COARSE] = one / abs(inverse)
                    found[q, p, OWN] = np.float32(j * width + i)
                    winner[q, p] = keyframe

"""The inner loops of drawing memory: links, surfels, z-buffer, colours.

Every source pixel is a surfel: a small parallelogram spanned by the steps to
its linked neighbours as the new camera sees them. Surfels of one surface tile
without gaps however near the camera comes, and each carries its own source
coordinates through the z-buffer, so that colour is fetched at the end,
bilinearly, from exactly one picture. At its own pose a frame gives itself back.

Each loop runs in one thread, frees the GIL, and works in float32.

Not here: which keyframes are drawn (`select`), the call people make (`splat`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

FAST = {"nsz", "arcp", "contract", "afn"}
"""Fast mathematics that still honours infinities and NaN: depth has both."""

NEAR_M = 0.05
"""Surfaces nearer than this to the camera are not drawn."""

RIM = 0.54
"""Half a surfel's width in source pixels; a little over a half, so that neighbours overlap."""

MAX_STRETCH_PX = 24.0
"""A surfel larger than this on the screen says nothing any more."""

BLIND = 1e9
"""Disparity that nothing lies in front of: a pixel that cannot testify."""

THROUGH, THROUGH_PER_M = 1.15, 0.01
"""A surface is seen through if its disparity is so many times, and so much, above what was seen."""

# Planes of the z-buffer, one row of eight float32 a pixel.
NEAREST, DISPARITY, SCORE, SOURCE_X, SOURCE_Y, KEYFRAME, COARSE, OWN = 0, 1, 2, 3, 4, 5, 6, 7
PLANES = 8


@njit(cache=True, nogil=True, error_model="numpy", forceinline=True)
def _linked(before: float, here: float, there: float, after: float) -> bool:
    """Whether disparities `here` and `there`, side by side, lie on one surface.

    Near one another is enough; so is carrying on the slope on either side, as
    ground near the horizon does. Sky (0) is linked to sky; unknown is negative.
    """
    if here < 0.0 or there < 0.0:
        return False
    if here == 0.0 or there == 0.0:
        return here == there
    rise = there - here
    high = max(here, there)
    if abs(rise) <= 0.05 * high:
        return True
    if abs(rise) > 0.6 * high:
        return False
    if before > 0.0 and abs(rise - (here - before)) <= 0.3 * abs(rise):
        return True
    return after > 0.0 and abs((after - there) - rise) <= 0.3 * abs(rise)


@njit(cache=True, nogil=True, error_model="numpy")
def lift(
    depth_m: NDArray[np.float32], hidden: NDArray[np.bool_], surfels: NDArray[np.float32]
) -> None:
    """Make a depth image's pixels into surfels.

    Args:
        depth_m: (H, W) float32, +inf sky; 0, negative or NaN unknown.
        hidden: (H, W) bool, pixels to leave out (what moves by itself).
        surfels: (5, H, W) float32, written: disparity (0 sky, -1 unknown), its rise
            per column and per row, trust in the surfel, 0 to 1 (less at an edge, least
            where no neighbour lies on the same surface), and the largest disparity of
            the pixel and those around it (`BLIND` if one of them is unknown).
    """
    height, width = depth_m.shape
    zero, half, one = np.float32(0.0), np.float32(0.5), np.float32(1.0)
    padded = np.empty((height + 4, width + 4), np.float32)
    for j in range(height + 4):
        for i in range(width + 4):
            padded[j, i] = np.float32(-1.0)
    for j in range(height):
        for i in range(width):
            d = depth_m[j, i]
            w = one / d if d > zero and not hidden[j, i] else np.float32(-1.0)
            surfels[0, j, i] = padded[j + 2, i + 2] = w
    above = np.empty(width, np.bool_)
    for i in range(width):
        above[i] = False
    for j in range(height):
        left = False
        for i in range(width):
            x, y = i + 2, j + 2
            w = padded[y, x]
            right = _linked(padded[y, x - 1], w, padded[y, x + 1], padded[y, x + 2])
            below = _linked(padded[y - 1, x], w, padded[y + 1, x], padded[y + 2, x])
            across, down = zero, zero
            if right:
                across = padded[y, x + 1] - w
            if left:
                across += w - padded[y, x - 1]
            if below:
                down = padded[y + 1, x] - w
            if above[i]:
                down += w - padded[y - 1, x]
            surfels[1, j, i] = across * half if left and right else across
            surfels[2, j, i] = down * half if below and above[i] else down
            wide, tall = left or right, below or above[i]
            surfels[3, j, i] = (0.7 + 0.15 * wide + 0.15 * tall) if w > zero else one
            left, above[i] = right, below
    blind = np.float32(BLIND)
    for j in range(height):
        for i in range(width):
            w = padded[j + 2, i + 2]
            padded[j + 2, i + 2] = blind if w < zero else w
    for j in range(height):
        for i in range(width):
            row = max(padded[j + 1, i + 1], padded[j + 1, i + 2], padded[j + 1, i + 3])
            own = max(padded[j + 2, i + 1], padded[j + 2, i + 2], padded[j + 2, i + 3])
            low = max(padded[j + 3, i + 1], padded[j + 3, i + 2], padded[j + 3, i + 3])
            surfels[4, j, i] = max(row, own, low)


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
def _meets(seen: NDArray[np.float32], rim: float, above: float, below: float) -> bool:
    """Whether any surfel of a row that was seen reaches into the rows between two."""
    count = 0
    for i in range(seen.shape[1]):
        spread = (abs(seen[4, i]) + abs(seen[7, i])) * rim
        y = seen[1, i]
        count += (seen[2, i] >= 0.0) & (y + spread >= above) & (y - spread <= below)
    return count > 0


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _seen_through(
    witness: NDArray[np.float32],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    x: float,
    y: float,
    w: float,
) -> bool:
    """Whether another picture looked through the point at pixel (x, y) and disparity w.

    Args:
        witness: (5, H, W) float32 from `lift`.
        matrix, offset: (3, 3) and (3,) float32, from the new picture's pixels to the witness's.
    """
    z = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] + w * offset[2]
    if z <= np.float32(1e-4):
        return False
    inverse = np.float32(1.0) / z
    half = np.float32(0.5)
    u = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] + w * offset[0]) * inverse + half
    v = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] + w * offset[1]) * inverse + half
    if not (u >= half and v >= half and u < witness.shape[2] and v < witness.shape[1]):
        return False
    seen: float = witness[4, int(v), int(u)]
    through: bool = w * inverse > seen * np.float32(THROUGH) + np.float32(THROUGH_PER_M)
    return through


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
    band: tuple[int, int],
    buffer: NDArray[np.float32],
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
        band: the first row of the buffer to draw and the one after the last; others are not read.
        buffer: (h, w, PLANES) float32, -1 where empty; read and written.
    """
    height, width = surfels.shape[1], surfels.shape[2]
    testifies = witness.shape[2] > 0
    first_row, last_row, columns = band[0], band[1] - 1, buffer.shape[1]
    seen = np.empty((9, width), np.float32)
    zero, half, one = np.float32(0.0), np.float32(0.5), np.float32(1.0)
    rim, reach = np.float32(RIM), np.float32(MAX_STRETCH_PX)
    right = np.float32(columns) - half
    above, below = np.float32(first_row), np.float32(last_row) + half
    behind, margin = one - np.float32(tolerance), one + np.float32(tolerance)
    better, small, weigh = np.float32(1.1), np.float32(0.8), np.float32(weight)
    for j in range(height):
        _see(surfels, j, matrix, offset, seen)
        if not _meets(seen, rim, above, below):
            continue
        for i in range(width):
            x, y, w = seen[0, i], seen[1, i], seen[2, i]
            ax, ay, aw = seen[3, i], seen[4, i], seen[5, i]
            bx, by, bw = seen[6, i], seen[7, i], seen[8, i]
            spread_x = (abs(ax) + abs(bx)) * rim
            spread_y = (abs(ay) + abs(by)) * rim
            if w < zero or not (spread_x < reach and spread_y < reach):
                continue
            if x + spread_x < zero or x - spread_x > right:
                continue
            if y + spread_y < above or y - spread_y > below:
                continue
            front = w + (abs(aw) + abs(bw)) * rim
            stretch = max(one, ax * ax + ay * ay, bx * bx + by * by)
            if spread_x < small and spread_y < small:
                # Most surfels fill about one pixel, and most of these have lost it already.
                q = max(first_row, min(last_row, int(y + half)))
                p = min(columns - 1, int(x + half))
                nearest, held = buffer[q, p, NEAREST], max(zero, buffer[q, p, SCORE] * better)
                if front < nearest * (behind if weigh * weigh > held * held * stretch else margin):
                    continue
            area = ax * by - ay * bx
            if abs(area) < np.float32(1e-6):
                continue
            first_i = max(0, int(np.ceil(x - spread_x)))
            last_i = min(columns - 1, int(np.floor(x + spread_x)))
            first_j = max(first_row, int(np.ceil(y - spread_y)))
            last_j = min(last_row, int(np.floor(y + spread_y)))
            best = weigh * surfels[3, j, i] if area > zero else zero
            score, inverse = np.float32(-1.0), zero
            for q in range(first_j, last_j + 1):
                for p in range(first_i, last_i + 1):
                    nearest, held = buffer[q, p, NEAREST], buffer[q, p, SCORE] * better
                    if front < nearest * (behind if best > held else margin):
                        continue
                    if score < zero:
                        inverse = one / area
                        score = best / np.sqrt(stretch)
                    dx, dy = np.float32(p) - x, np.float32(q) - y
                    s = (dx * by - dy * bx) * inverse
                    t = (dy * ax - dx * ay) * inverse
                    here = max(w + s * aw + t * bw, zero)
                    if abs(s) > rim or abs(t) > rim or here < nearest * behind:
                        continue
                    if testifies and here > nearest * margin:
                        at_x, at_y = np.float32(p), np.float32(q)
                        if _seen_through(witness, to_witness, off_witness, at_x, at_y, here):
                            continue
                    buffer[q, p, NEAREST] = max(nearest, here)
                    if here <= nearest * margin and score <= held:
                        continue
                    buffer[q, p, DISPARITY] = here
                    buffer[q, p, SCORE] = score
                    buffer[q, p, SOURCE_X] = np.float32(i) + s
                    buffer[q, p, SOURCE_Y] = np.float32(j) + t
                    buffer[q, p, KEYFRAME] = np.float32(keyframe)
                    buffer[q, p, COARSE] = abs(area)
                    buffer[q, p, OWN] = np.float32(j * width + i)

"""Loops over what earlier pictures looked through: who did, and where it ends.

Not here: which frames are asked about it (`empty`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.memory.kernel_select import NEAR_M
from worldgen.memory.kernel_surfels import FAST, shown

DOUBT, DOUBT_PER_M = 0.04, 0.0008
"""Share of a disparity beyond which a picture doubts a point, by its relief, and so much more."""

SAME, SAME_PER_M = 0.03, 0.0004
"""Share of a disparity within which two pictures show one surface, and so much more."""

NEAR_SLACK_M = 0.03
"""So many metres more, which is what counts for things at arm's length."""

COARSER = 2.0
"""From so many times as far, a picture that looked through a point is no longer believed before an
earlier one that saw a surface there: from afar it may have looked past."""

ONE_SURFACE = 0.7
"""Four points of a relief lie on one surface if their least disparity is so large a share of the
largest."""

STEP, HALVINGS = 0.9, 3
"""Share of its disparity that a point keeps with each step back along its ray; how often the last
one is halved to find where it ends."""

MOST_STEPS = 40

SKY = 0.001
"""Disparity, 1/m, up to which nothing is told from the sky."""

NOBODY = -1


@njit(cache=True, nogil=True, error_model="numpy")
def _seen(relief: NDArray[np.float32], u: float, v: float) -> float:
    """Disparity at a place: between four points of one surface, else at the nearest of them."""
    rows, columns = relief.shape
    i = min(max(int(np.floor(u - 0.5)), 0), columns - 2)
    j = min(max(int(np.floor(v - 0.5)), 0), rows - 2)
    a = min(max(u - 0.5 - i, 0.0), 1.0)
    b = min(max(v - 0.5 - j, 0.0), 1.0)
    w00, w01 = relief[j, i], relief[j, i + 1]
    w10, w11 = relief[j + 1, i], relief[j + 1, i + 1]
    least, most = min(w00, w01, w10, w11), max(w00, w01, w10, w11)
    seen: float = relief[j + int(b >= 0.5), i + int(a >= 0.5)]
    if least >= 0.0 and least >= ONE_SURFACE * most:
        seen = (w00 * (1 - a) + w01 * a) * (1 - b) + (w10 * (1 - a) + w11 * a) * b
    return seen


@njit(cache=True, nogil=True, error_model="numpy")
def first_through(
    points_m: NDArray[np.float32],
    to_relief: NDArray[np.float32],
    relief: NDArray[np.float32],
    who: NDArray[np.int32],
) -> None:
    """Which keyframes looked through each point: the first, and of the others the nearest.

    One that saw a surface there bars later ones that are `COARSER`.

    Args:
        points_m: (N, 3) float32, world; NaN for none.
        to_relief: (K, 3, 4) float32, world to the places of each keyframe's relief times depth;
            the oldest first.
        relief: (K, R, C) float32, 1/m, what each saw there; 0 sky, -1 unknown.
        who: (N, 2) int32, written: their places in the list; `NOBODY` where there is none.
    """
    rows, columns = relief.shape[1:]
    for n in range(len(points_m)):
        who[n] = NOBODY
        agreed, nearest = 0.0, 0.0
        x, y, z = points_m[n, 0], points_m[n, 1], points_m[n, 2]
        for k in range(len(to_relief)):
            m = to_relief[k]
            depth = m[2, 0] * x + m[2, 1] * y + m[2, 2] * z + m[2, 3]
            if not depth > NEAR_M or depth * agreed > COARSER:
                continue
            u = (m[0, 0] * x + m[0, 1] * y + m[0, 2] * z + m[0, 3]) / depth
            v = (m[1, 0] * x + m[1, 1] * y + m[1, 2] * z + m[1, 3]) / depth
            if not (0.0 <= u < columns and 0.0 <= v < rows):
                continue
            seen, w = _seen(relief[k], u, v), 1.0 / depth
            slack = (DOUBT + NEAR_SLACK_M * seen) * seen + DOUBT_PER_M
            if not (seen >= 0.0 and w >= seen - slack):
                continue
            if w <= seen + slack:
                agreed = max(agreed, w)
            elif who[n, 0] == NOBODY:
                who[n, 0] = k
            elif w > nearest:
                who[n, 1], nearest = k, w


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def push(
    depth_m: NDArray[np.float32],
    parts: NDArray[np.bool_],
    witness: NDArray[np.float32],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    band: tuple[int, int],
) -> None:
    """Move pixels back along their rays, out of the space that a witness looked through.

    Args:
        depth_m: (H, W) float32, metres along +z, +inf sky, 0 unknown; changed in place.
        parts: (R, C) bool, which of the even parts of the picture are in doubt.
        witness: (5, h, w) float32 from `kernel_surfels.lift`.
        matrix, offset: (3, 3) and (3,) float32, from the picture's pixels to the witness's.
        band: the first row of parts to ask about and the one after the last; the pixels of
            others are not read.
    """
    (height, width), (rows, columns) = depth_m.shape, parts.shape
    place, here = np.empty(width, np.int32), np.empty(width, np.float32)
    for row in range(band[0], band[1]):
        top, bottom = -(-row * height // rows), -(-(row + 1) * height // rows)
        after = 0
        while after < columns:
            first = after
            while after < columns and parts[row, after]:
                after += 1
            span = -(-first * width // columns), -(-after * width // columns)
            for q in range(top, bottom if after > first else top):
                _push_row(depth_m, q, span, witness, matrix, offset, place, here)
            after += int(after == first)


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def _push_row(
    depth_m: NDArray[np.float32],
    q: int,
    span: tuple[int, int],
    witness: NDArray[np.float32],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    place: NDArray[np.int32],
    here: NDArray[np.float32],
) -> None:
    """Move pixels `span[0]` up to `span[1]` of one row; the others as for `push` and `_look_up`."""
    shows = witness[4]
    _look_up(depth_m[q], shows.shape, matrix, offset, q, span, place, here)
    for p in range(span[0], span[1]):
        if place[p] == NOBODY:
            continue
        seen = shows[place[p] // shows.shape[1], place[p] % shows.shape[1]]
        if seen >= 0.0 and here[p] > _nearest_of_one(seen):
            w = np.float32(1.0) / depth_m[q, p]
            end = _end(witness, matrix, offset, np.float32(p), np.float32(q), w)
            depth_m[q, p] = np.float32(1.0) / end if end > SKY else np.float32(np.inf)


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _look_up(
    depth_m: NDArray[np.float32],
    size: tuple[int, int],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    q: int,
    span: tuple[int, int],
    place: NDArray[np.int32],
    here: NDArray[np.float32],
) -> None:
    """Where another picture shows some pixels of one row, and their disparities for it.

    Args:
        depth_m: (W,) float32, of the row.
        size: (h, w) of the other picture.
        matrix, offset: as `push`.
        q: the row.
        span: the first of the pixels and the one after the last.
        place: (W,) int32, written: pixels of the other picture, counted row by row; `NOBODY` for
            what it does not show, and where there is no surface.
        here: (W,) float32, written.
    """
    m00, m10, m20 = matrix[0, 0], matrix[1, 0], matrix[2, 0]
    y = np.float32(q)
    c0 = matrix[0, 1] * y + matrix[0, 2]
    c1 = matrix[1, 1] * y + matrix[1, 2]
    c2 = matrix[2, 1] * y + matrix[2, 2]
    o0, o1, o2 = offset[0], offset[1], offset[2]
    one, half, zero, least = np.float32(1.0), np.float32(0.5), np.float32(0.0), np.float32(1e-4)
    high, wide, far = np.float32(size[0]), np.float32(size[1]), np.float32(np.inf)
    across = np.int32(size[1])
    for p in range(span[0], span[1]):
        x, d = np.float32(p), depth_m[p]
        solid = (d > zero) & (d < far)
        w = one / (d if solid else one)
        z = m20 * x + c2 + w * o2
        ahead = solid & (z > least)
        inverse = one / (z if ahead else one)
        u = (m00 * x + c0 + w * o0) * inverse + half
        v = (m10 * x + c1 + w * o1) * inverse + half
        inside = ahead & (u >= half) & (v >= half) & (u < wide) & (v < high)
        column, line = np.int32(u if inside else half), np.int32(v if inside else half)
        place[p] = line * across + column if inside else np.int32(NOBODY)
        here[p] = w * inverse


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _nearest_of_one(seen: np.float32) -> np.float32:
    """The largest disparity that is still the surface that was seen at another."""
    share = np.float32(1.0 + SAME) + np.float32(NEAR_SLACK_M) * seen
    return share * seen + np.float32(SAME_PER_M)


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def _end(
    witness: NDArray[np.float32],
    matrix: NDArray[np.float32],
    offset: NDArray[np.float32],
    x: float,
    y: float,
    w: np.float32,
) -> np.float32:
    """Disparity at which a ray leaves what a witness looked through; arguments as `push`.

    From where it is, it goes to the surface that the witness shows there, by no more than one of
    the witness's pixels or `STEP` at a time, as what stands between may not be skipped. 0 is sky.
    """
    half, one = np.float32(0.5), np.float32(1.0)
    ahead = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]
    through = stands = w
    for _ in range(MOST_STEPS):
        here, seen = shown(witness, matrix, offset, x, y, stands)
        if not (seen >= 0.0 and here > _nearest_of_one(seen)):
            if 0.0 <= seen <= _nearest_of_one(here):
                return stands
            break
        through = stands
        stands = np.float32(STEP) * through
        if ahead > 0.0:  # else the ray ends behind the witness, not before what it shows
            surface = seen * ahead / (one - seen * offset[2])
            stands = max(surface, min(stands, through - _pixel(matrix, offset, x, y, through)))
            if stands <= 0.0:
                return np.float32(0.0)
    for _ in range(HALVINGS):
        middle = half * (through + stands)
        here, seen = shown(witness, matrix, offset, x, y, middle)
        if seen >= 0.0 and here > _nearest_of_one(seen):
            through = middle
        else:
            stands = middle
    return stands


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST, forceinline=True)
def _pixel(
    matrix: NDArray[np.float32], offset: NDArray[np.float32], x: float, y: float, w: float
) -> np.float32:
    """By how much less disparity the point at (x, y) moves by one pixel elsewhere."""
    z = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2] + w * offset[2]
    inverse = np.float32(1.0) / z
    u = (matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2] + w * offset[0]) * inverse
    v = (matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2] + w * offset[1]) * inverse
    fastest = max(abs(offset[0] - u * offset[2]), abs(offset[1] - v * offset[2]))
    return np.float32(z / max(fastest, np.float32(1e-6)))

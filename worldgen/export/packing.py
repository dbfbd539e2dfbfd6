"""What packed splat formats share: an order along a curve, rotations by their three smallest.

    near in space ──▶ near in the file       so that chunks are small and pictures compress
    w x y z       ──▶ which is largest, and the other three, in [−√½, √½]

Not here: how many bits each format gives them (`splat_packed`, `sog`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_BITS = 21
_SPREAD = (
    (32, 0x1F00000000FFFF),
    (16, 0x1F0000FF0000FF),
    (8, 0x100F00F00F00F00F),
    (4, 0x10C30C30C30C30C3),
    (2, 0x1249249249249249),
)


def along_a_curve(means: NDArray[np.floating]) -> NDArray[np.intp]:
    """The order of (N, 3) places along a Morton curve of 21 bits an axis."""
    if not len(means):
        return np.zeros(0, np.intp)
    low, high = means.min(axis=0).astype(np.float64), means.max(axis=0)
    share = (means - low) / np.where(high > low, high - low, 1)
    x, y, z = (_spread((share[:, k] * (2**_BITS - 1)).astype(np.uint64)) for k in range(3))
    return np.argsort(x | (y << np.uint64(1)) | (z << np.uint64(2)), kind="stable")


def three_smallest(
    quats: NDArray[np.floating],
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Rotations without their largest component, whose sign is made +.

    Args:
        quats: (N, 4) w x y z.

    Returns:
        (N,) which of w x y z is largest, and (N, 3) the others in their order, in [−√½, √½].
    """
    unit = np.asarray(quats, np.float64)
    unit = unit / np.linalg.norm(unit, axis=1, keepdims=True)
    largest = np.argmax(np.abs(unit), axis=1)
    sign = np.where(np.take_along_axis(unit, largest[:, None], 1) < 0, -1.0, 1.0)
    others = _OTHERS[largest]
    return largest, np.take_along_axis(unit * sign, others, 1)


def from_three_smallest(
    largest: NDArray[np.integer], others: NDArray[np.floating]
) -> NDArray[np.float32]:
    """The inverse of `three_smallest`: (N, 4) unit, w x y z."""
    quats = np.zeros((len(largest), 4))
    np.put_along_axis(quats, _OTHERS[largest], others, 1)
    missing = np.sqrt(np.maximum(1 - np.sum(others**2, axis=1, dtype=np.float64), 0))
    np.put_along_axis(quats, np.asarray(largest, np.intp)[:, None], missing[:, None], 1)
    unit: NDArray[np.float32] = (quats / np.linalg.norm(quats, axis=1, keepdims=True)).astype(
        np.float32
    )
    return unit


_OTHERS = np.array([[1, 2, 3], [0, 2, 3], [0, 1, 3], [0, 1, 2]])


def _spread(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Every bit of 21 moved to three times its place."""
    for shift, mask in _SPREAD:
        values = (values | (values << np.uint64(shift))) & np.uint64(mask)
    return values

"""Splats: a scene as coloured Gaussians, in the world's own axes.

    world = OpenCV axes (x right, y down, z forward at the identity pose), metres

A splat is an ellipsoid of light: where, how large along its own three axes, how
those lie, how opaque, what colour. Colours do not depend on the direction they
are seen from. NumPy only.

Not here: how splats come from pictures (`surfels`, `merge`), files (`export`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError

Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, eq=False)
class Splats:
    """N Gaussians. Every value is finite; checked when made.

    Attributes:
        means: (N, 3) float32, metres, world.
        scales: (N, 3) float32, standard deviations along the splat's own axes, metres, > 0.
        quats: (N, 4) float32, unit, w x y z: the splat's axes to the world's.
        opacities: (N,) float32, in (0, 1).
        colours: (N, 3) float32, sRGB in [0, 1].
    """

    means: Floats
    scales: Floats
    quats: Floats
    opacities: Floats
    colours: Floats

    def __post_init__(self) -> None:
        count = len(self.means)
        widths = {"means": (3,), "scales": (3,), "quats": (4,), "opacities": (), "colours": (3,)}
        for name, width in widths.items():
            array = np.asarray(getattr(self, name), dtype=np.float32)
            if array.shape != (count, *width):
                raise ShapeError(f"splats' {name} must be {(count, *width)}, got {array.shape}")
            if not np.isfinite(array).all():
                raise ShapeError(f"splats' {name} must be finite, got NaN or infinity")
            object.__setattr__(self, name, array)
        for name in ("opacities", "colours"):
            array = getattr(self, name)
            if count and not 0 <= array.min() <= array.max() <= 1:
                raise ShapeError(f"splats' {name} must lie in [0, 1]; are they still logits?")
        if count and self.scales.min() <= 0:
            raise ShapeError("splats' scales must be > 0 metres; are they still logarithms?")

    def __len__(self) -> int:
        return len(self.means)

    def pick(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> Splats:
        """Those that a mask or an index names."""
        return Splats(
            means=self.means[which],
            scales=self.scales[which],
            quats=self.quats[which],
            opacities=self.opacities[which],
            colours=self.colours[which],
        )

    def joined(self, other: Splats) -> Splats:
        """Both."""
        both = {at.name: (getattr(self, at.name), getattr(other, at.name)) for at in fields(self)}
        return Splats(**{name: np.concatenate(arrays) for name, arrays in both.items()})

    def moved(self, by_m: NDArray[np.float64]) -> Splats:
        """The same scene, shifted by (3,) metres."""
        return replace(self, means=(self.means + by_m).astype(np.float32))

    def half_turned(self) -> Splats:
        """The same scene in axes turned half about x: y down becomes y up, z forward backward.

        A proper rotation, so nothing is mirrored; twice gives the first back.
        """
        return replace(
            self,
            means=self.means * np.array([1, -1, -1], np.float32),
            # (0, 1, 0, 0) times (w, x, y, z) is (-x, w, -z, y)
            quats=self.quats[:, [1, 0, 3, 2]] * np.array([-1, 1, -1, 1], np.float32),
        )


def quats_of(axes: NDArray[np.floating]) -> Floats:
    """Rotations as unit quaternions.

    Args:
        axes: (N, 3, 3), right-handed, columns are the splat's axes in the world.

    Returns:
        (N, 4) float32, w x y z.
    """
    m = np.asarray(axes, dtype=np.float64)
    trace = m[:, 0, 0] + m[:, 1, 1] + m[:, 2, 2]
    # Four times each product of two components; the row of the largest is safe to divide by.
    rows = np.empty((len(m), 4, 4))
    rows[:, 0, 0] = 1 + trace
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        rows[:, i + 1, i + 1] = 1 + 2 * m[:, i, i] - trace
        rows[:, 0, i + 1] = rows[:, i + 1, 0] = m[:, k, j] - m[:, j, k]
        rows[:, j + 1, k + 1] = rows[:, k + 1, j + 1] = m[:, k, j] + m[:, j, k]
    largest = np.argmax(np.diagonal(rows, axis1=1, axis2=2), axis=1)
    quats = rows[np.arange(len(m)), largest]
    unit: Floats = (quats / np.linalg.norm(quats, axis=1, keepdims=True)).astype(np.float32)
    return unit


def axes_of(quats: NDArray[np.floating]) -> NDArray[np.float64]:
    """(N, 4) w x y z to (N, 3, 3); the inverse of `quats_of`."""
    q = np.asarray(quats, dtype=np.float64)
    w, x, y, z = (q / np.linalg.norm(q, axis=1, keepdims=True)).T
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
        [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
        [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
    ]
    return np.moveaxis(np.array(rows), 2, 0)

"""What makes a pose a pose, and arrays that nobody can write to.

Owns the checks that stand at every edge where a pose comes in.

Not here: what a pose is used for (`poses`, `camera`).
"""

from typing import Any

import numpy as np

from worldgen.errors import ShapeError

RIGID_TOLERANCE = 1e-4
"""How far RᵀR may be from the identity; generous to poses that were stored as float32."""


def check_pose(pose: Any) -> np.ndarray:
    """Return a pose as a fresh, read-only (4, 4) float64 array.

    Raises:
        ShapeError: not 4×4, not finite, or not a rotation and a translation.
    """
    try:
        matrix = np.array(pose, dtype=np.float64)
    except (TypeError, ValueError, OverflowError) as error:
        raise ShapeError(f"a pose must be 4×4 numbers, got {type(pose).__name__}") from error
    if matrix.shape != (4, 4):
        raise ShapeError(f"a pose must be 4×4, got shape {matrix.shape}")
    if not np.isfinite(matrix).all():
        raise ShapeError("a pose must be finite, got NaN or infinity; check the action before it")
    rotation = matrix[:3, :3]
    drift = float(np.abs(rotation.T @ rotation - np.eye(3)).max())
    if drift > RIGID_TOLERANCE or np.linalg.det(rotation) < 0:
        raise ShapeError(
            f"a pose must be rigid (a rotation and a translation), but RᵀR is {drift:.2g} from "
            f"the identity with determinant {np.linalg.det(rotation):.3g}"
        )
    if not np.array_equal(matrix[3], (0.0, 0.0, 0.0, 1.0)):
        raise ShapeError(f"a pose's last row must be 0 0 0 1, got {matrix[3].tolist()}")
    matrix.flags.writeable = False
    return matrix


def read_only(array: np.ndarray) -> np.ndarray:
    """Return the array if nobody can write to it, else a copy that nobody can write to."""
    if not array.flags.writeable and array.base is None:
        return array
    fixed = array.copy()
    fixed.flags.writeable = False
    return fixed

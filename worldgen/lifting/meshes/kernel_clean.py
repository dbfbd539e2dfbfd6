"""The inner loop of cleaning: which vertices hang together.

Not here: what is thrown away (`cleaning`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray


@njit(cache=True, nogil=True, error_model="numpy")
def pieces(faces: NDArray[np.int32], root: NDArray[np.int32]) -> None:
    """Name the piece that each vertex belongs to.

    Args:
        faces: (F, 3) int32.
        root: (V,) int32, written: one vertex of the piece, the same for all of it.
    """
    for v in range(len(root)):
        root[v] = v
    for n in range(len(faces)):
        for k in range(2):
            a, b = faces[n, k], faces[n, k + 1]
            while root[a] != a:
                root[a] = root[root[a]]
                a = root[a]
            while root[b] != b:
                root[b] = root[root[b]]
                b = root[b]
            if a < b:
                root[b] = a
            else:
                root[a] = b
    for v in range(len(root)):
        root[v] = root[root[v]]

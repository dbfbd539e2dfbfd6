"""What every kernel needs: a ray, and grids read between their samples.

Scalar functions compiled by numba: callable from Python, from parallel CPU code
(`render`) and, through numba's rule that a CPU dispatcher met inside a CUDA
kernel is compiled again as a device function, on a GPU (`render_cuda`).

Not here: what the grids hold (`tables`).
"""

import math
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
from numba import njit

from worldgen.data import layout as L

FAST: dict[str, Any] = {
    "fastmath": {"contract", "afn", "arcp", "nsz", "reassoc"},  # inf and NaN keep their meaning
    "error_model": "numpy",
}
_WITHIN = {"no_cpython_wrapper": True, "no_cfunc_wrapper": True, "_nrt": False}
Function = TypeVar("Function", bound=Callable[..., Any])


def kernel(function: Function) -> Function:
    """A scalar function that other compiled code calls, and Python does not.

    Nothing in it allocates, so numba need not count references to arrays.
    """
    return cast(Function, njit(**_WITHIN, **FAST)(function))


def inlined(function: Function) -> Function:
    """A `kernel` that becomes part of its caller: it takes so many arrays that calls cost."""
    return cast(Function, njit(forceinline=True, **_WITHIN, **FAST)(function))


def entry(function: Function) -> Function:
    """Compiled code that Python calls: kept on disk from one process to the next."""
    return cast(Function, njit(cache=True, nogil=True, **FAST)(function))


def parallel_entry(function: Function) -> Function:
    """An `entry` whose `prange` loops run on all threads."""
    return cast(Function, njit(cache=True, nogil=True, parallel=True, **FAST)(function))


@cache
def forget_stale() -> None:
    """Delete compiled code older than any of its sources, once a process.

    numba only looks at the file an entry stands in, not at those it calls.
    """
    folder = Path(__file__).parent
    sources = [*folder.glob("kernel_*.py"), folder / "layout.py", folder / "tables.py"]
    newest = max(path.stat().st_mtime for path in sources)
    for index in (folder / "__pycache__").glob("*.nbi"):
        with suppress(OSError):  # another process was quicker, or may not be written
            if index.stat().st_mtime < newest:
                index.unlink()


MISS = 1e9  # a distance that means nothing was met


class Ray(NamedTuple):
    """From a point along a unit direction; height-up metres, float64."""

    x: float
    y: float
    z: float
    dx: float
    dy: float
    dz: float


@kernel
def bilinear(grid: np.ndarray, x: float, z: float) -> float:
    """A (GRID, GRID) grid at (x, z) metres, repeating."""
    fx = x * L.PER_M
    fz = z * L.PER_M
    bx = math.floor(fx)
    bz = math.floor(fz)
    px = fx - bx
    pz = fz - bz
    i0 = int(bx) & (L.GRID - 1)
    k0 = int(bz) & (L.GRID - 1)
    i1 = (i0 + 1) & (L.GRID - 1)
    k1 = (k0 + 1) & (L.GRID - 1)
    a = grid[k0, i0] * (1.0 - px) + grid[k0, i1] * px
    b = grid[k1, i0] * (1.0 - px) + grid[k1, i1] * px
    return float(a * (1.0 - pz) + b * pz)


@kernel
def lattice(noise: np.ndarray, x: float, y: float) -> float:
    """Smooth value noise in [0, 1) from the shared (256, 256) table, one bump a unit."""
    bx = math.floor(x)
    by = math.floor(y)
    px = x - bx
    py = y - by
    px = px * px * (3.0 - 2.0 * px)
    py = py * py * (3.0 - 2.0 * py)
    i0 = int(bx) & 255
    k0 = int(by) & 255
    i1 = (i0 + 1) & 255
    k1 = (k0 + 1) & 255
    a = noise[k0, i0] * (1.0 - px) + noise[k0, i1] * px
    b = noise[k1, i0] * (1.0 - px) + noise[k1, i1] * px
    return float(a * (1.0 - py) + b * py)


@kernel
def open_m(grid: np.ndarray, x: float, y: float, z: float, base: float) -> float:
    """Baked distance to the nearest surface at a point, metres in [0, 2]."""
    fy = (y - base) * L.PER_M
    by = math.floor(fy)
    j = int(by)
    if j < 0 or j >= L.AO_LAYERS - 1:
        return 2.0
    fx = x * L.PER_M
    fz = z * L.PER_M
    bx = math.floor(fx)
    bz = math.floor(fz)
    px = fx - bx
    py = fy - by
    pz = fz - bz
    i0 = int(bx) & (L.GRID - 1)
    k0 = int(bz) & (L.GRID - 1)
    i1 = (i0 + 1) & (L.GRID - 1)
    k1 = (k0 + 1) & (L.GRID - 1)
    a = grid[k0, i0, j] * (1.0 - py) + grid[k0, i0, j + 1] * py
    b = grid[k0, i1, j] * (1.0 - py) + grid[k0, i1, j + 1] * py
    c = grid[k1, i0, j] * (1.0 - py) + grid[k1, i0, j + 1] * py
    d = grid[k1, i1, j] * (1.0 - py) + grid[k1, i1, j + 1] * py
    a = a * (1.0 - px) + b * px
    c = c * (1.0 - px) + d * px
    return float((a * (1.0 - pz) + c * pz) * (2.0 / 255.0))

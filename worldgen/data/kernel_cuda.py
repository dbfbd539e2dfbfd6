"""The renderer's loops over frames and pixels on CUDA: one thread a pixel.

Nothing is drawn differently here: the functions called are the ones that `render`
runs on the CPU. numba compiles a CPU dispatcher that a CUDA kernel names again, as
a device function (`CUDATypingContext.resolve_value_type`; numba-cuda keeps it).

Imports numba's CUDA target, so import it late (`render_cuda` does).

Not here: memory on the device and when it is used (`render_cuda`), what is drawn (`kernel_trace`).
"""

from __future__ import annotations

import numpy as np
from numba import cuda

from worldgen.data.kernel_base import inlined
from worldgen.data.kernel_shade import draw_pixel
from worldgen.data.tables import Tables


@inlined
def one_scene(stack: Tables, k: int) -> Tables:
    """Scene `k` of a stack whose arrays, but the shared noise, have a first axis of scenes."""
    return Tables(
        stack.params[k],
        stack.ground[k],
        stack.roof[k],
        stack.path[k],
        stack.shadow[k],
        stack.plots[k],
        stack.openness[k],
        stack.prims[k],
        stack.bins[k],
        stack.items[k],
        stack.lights[k],
        stack.nearby[k],
        stack.noise,
    )


@cuda.jit
def draw_frames(
    stage: int,
    extra: int,
    poses: np.ndarray,
    lens: np.ndarray,
    times: np.ndarray,
    which: np.ndarray,
    stack: Tables,
    movers: np.ndarray,
    rgb: np.ndarray,
    depth: np.ndarray,
    flags: np.ndarray,
    ident: np.ndarray,
) -> None:
    """A stage of `draw_pixel` at (x, y) of frame z; `which` is each frame's scene in the stack."""
    col, row, frame = cuda.grid(3)
    if frame < depth.shape[0] and row < depth.shape[1] and col < depth.shape[2]:
        draw_pixel(
            row,
            col,
            stage,
            extra,
            poses[frame],
            lens,
            times[frame],
            one_scene(stack, which[frame]),
            movers[frame],
            rgb[frame],
            depth[frame],
            flags[frame],
            ident[frame],
        )

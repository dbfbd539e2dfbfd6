"""The arrays of a baked scene, under the names by which bakers and kernels know them.

A named tuple, because numba hands one to compiled functions on the CPU and on a
GPU alike. `render_cuda` stacks the tables of many scenes along a first axis.

Not here: what the numbers in a row mean (`layout`), how they come about (`bake`).
"""

from typing import NamedTuple

import numpy as np


class Tables(NamedTuple):
    """Everything a ray can ask a scene for, but its moving bodies.

    G = GRID ground samples and C = CELLS bins along a side, N primitives, M lamps;
    all grids are indexed [z, x], repeat, and hold height-up metres.

    Attributes:
        params: (PARAMS,) float64, the `S_*` of `layout`.
        ground, roof: (G, G) float32, heights.
        path: (G, G) float32, share of the path's material in [0, 1].
        shadow: (G, G) float32, below this height the ground itself hides the sun.
        plots: (PLOTS·PLOTS, 4) float32, of each plot of ground: its highest point, the roof's
            lowest, the steepest slope of both.
        openness: (G, G, AO_LAYERS) uint8, distance to the nearest surface, 255 = 2 m.
        prims: (N, PRIM_WIDTH) float32, the `P_*` of `layout`.
        bins: (C·C, BIN_WIDTH) float32, the `B_*` of `layout`.
        items: (K,) int32, rows of `prims` bin by bin.
        lights: (M, 7) float64, position, radiance, reach.
        nearby: (C, C, LAMPS_A_CELL) int16, rows of `lights`, nearest first, then -1.
        noise: (256, 256) float32, the shared table behind every texture.
    """

    params: np.ndarray
    ground: np.ndarray
    roof: np.ndarray
    path: np.ndarray
    shadow: np.ndarray
    plots: np.ndarray
    openness: np.ndarray
    prims: np.ndarray
    bins: np.ndarray
    items: np.ndarray
    lights: np.ndarray
    nearby: np.ndarray
    noise: np.ndarray

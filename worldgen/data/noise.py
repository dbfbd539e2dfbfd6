"""Seeded noise: the lookup table the kernels share, and periodic fields for the bakers.

Not here: what the fields mean (`terrain`) and filtered textures (`kernel_pattern`).
"""

import numpy as np

from worldgen.data.layout import GRID

Field = np.ndarray


def noise_table() -> Field:
    """The (256, 256) float32 table of uniform values in [0, 1) behind every texture."""
    return np.random.default_rng(20240607).random((256, 256), dtype=np.float32)


def periodic(rng: np.random.Generator, cells: int, size: int = GRID) -> Field:
    """Smooth value noise of `cells` bumps a side that repeats; (size, size) float64 in [-1, 1]."""
    lattice = rng.uniform(-1, 1, (cells, cells))
    at = np.arange(size) * cells / size
    low = at.astype(int)
    part = at - low
    part = part**3 * (part * (part * 6 - 15) + 10)
    high = (low + 1) % cells
    rows = lattice[low] * (1 - part)[:, None] + lattice[high] * part[:, None]
    field: Field = rows[:, low] * (1 - part)[None, :] + rows[:, high] * part[None, :]
    return field


def fbm(rng: np.random.Generator, cells: int, octaves: int, gain: float = 0.5) -> Field:
    """A sum of `octaves` periodic noises, each twice as fine; (GRID, GRID) about [-1, 1]."""
    total = np.zeros((GRID, GRID))
    weight = 1.0
    for octave in range(octaves):
        count = cells << octave
        if count > GRID // 2:
            break
        total += weight * periodic(rng, count)
        weight *= gain
    return total


def ridged(rng: np.random.Generator, cells: int, octaves: int) -> Field:
    """Sharp-crested periodic noise; (GRID, GRID) in [0, 1], 1 on the crests."""
    total = np.zeros((GRID, GRID))
    weight = 0.5
    for octave in range(octaves):
        total += weight * (1 - np.abs(periodic(rng, cells << octave))) ** 2
        weight *= 0.5
    return total


def smoothstep(low: float, high: float, x: Field) -> Field:
    """0 below `low`, 1 above `high`, smooth between; any shape."""
    part = np.clip((x - low) / (high - low), 0, 1)
    return part * part * (3 - 2 * part)

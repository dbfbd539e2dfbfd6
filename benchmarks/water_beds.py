"""How a bed falls from the shore: fitted on scenes to learn from, judged on held-out ones.

    python benchmarks/water_beds.py [--scenes 160] [--held 80] [--places 100]

A place in a scene's water, drawn by chance within 6 m of dry ground, is put into a window of
voxels as if all around had been seen for long: dry ground where the scene has it, water at its
level. `kernel_water.shore` says how far the shore is and how its bank rises, the scene how
deep the water is; `voxels.BED_SLOPE` and `BED_BY_BANK` are read off the table. Each kind of
water counts alike in the fit; that deep water (0.9 m) is called wadeable costs three times as much
as the reverse.
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator

import numpy as np

from worldgen.data.bake import bake
from worldgen.data.layout import GRID, S_WATER
from worldgen.data.scene import SceneSpec, sample_spec
from worldgen.kinematics import BodyConfig
from worldgen.memory.kernel_voxels import MOST, VOXEL_M
from worldgen.memory.kernel_water import shore
from worldgen.memory.voxels import BED_BY_BANK, BED_SLOPE, SHORE_M, STEEPEST_BED

DEEP_M = BodyConfig().wade_m
HALF, MIDDLE, ROWS = 40, 12, 24
MISSED = 3.0
Rows = np.ndarray
"""(N, 3) float64: metres to the shore, how its bank rises, metres deep."""


def kind(spec: SceneSpec) -> str | None:
    """What water a scene has, if any."""
    if spec.biome in ("beach", "swamp"):
        return spec.biome
    if spec.biome == "cave":
        return "cave" if spec.water_level > 0 else None
    return {"pond": "pond", "bridge": "stream"}.get(spec.landmark or "")


def wet(first_seed: int, count: int) -> Iterator[tuple[str, SceneSpec]]:
    """Scenes with water from a seed on."""
    specs = (sample_spec(seed) for seed in itertools.count(first_seed))
    return itertools.islice(((k, s) for s in specs if (k := kind(s))), count)


def heights(ground: np.ndarray, x: np.ndarray, z: np.ndarray) -> np.ndarray:
    """A (GRID, GRID) grid, half a metre a cell, at places in metres."""
    i, k = np.floor(2 * x).astype(int), np.floor(2 * z).astype(int)
    p, q = 2 * x - i, 2 * z - k
    i, k, i1, k1 = i % GRID, k % GRID, (i + 1) % GRID, (k + 1) % GRID
    near = ground[k, i] * (1 - p) + ground[k, i1] * p
    high: np.ndarray = near * (1 - q) + (ground[k1, i] * (1 - p) + ground[k1, i1] * p) * q
    return high


def rows_of(spec: SceneSpec, places: int, rng: np.random.Generator) -> Rows:
    """Places in a scene's water."""
    tables = bake(spec).tables
    level, found = float(tables.params[S_WATER]), list[tuple[float, float, float]]()
    for x, z in rng.uniform(0, 128, (40 * places, 2)):
        deep_m = level - float(heights(tables.ground, np.array(x), np.array(z)))
        if len(found) == places or deep_m <= 0.02:
            continue
        near = (np.arange(2 * HALF) - HALF + 0.5) * VOXEL_M
        over = heights(tables.ground, x + near[:, None], z + near[None, :]) - level
        away, bank = _shore(over / VOXEL_M)
        if not np.isnan(away):
            found.append((away * VOXEL_M, bank, deep_m))
    return np.array(found).reshape(-1, 3)


def _shore(over: np.ndarray) -> tuple[float, float]:
    """As memory would see it from the middle; `over` is ground over water, (X, Z) voxels."""
    evidence = np.zeros((2 * HALF, ROWS, 2 * HALF), np.int8)
    height = np.zeros_like(evidence)
    y = MIDDLE + 0.5 - np.clip(over, 0.0, MIDDLE - 1.0)
    i, k = np.mgrid[: 2 * HALF, : 2 * HALF]
    j = y.astype(int)
    evidence[i, j, k] = np.where(over > 0, MOST, -MOST)
    height[i, j, k] = np.round(100 * (y - j - 0.5))
    reach = int(SHORE_M / VOXEL_M)
    away, bank = shore(evidence, height, HALF, HALF, MIDDLE + 0.5, reach)
    return float(away), float(bank)


def judged(name: str, rows: Rows, fall: float, by_bank: float) -> str:
    """One line of the table."""
    guess_m = rows[:, 0] * np.minimum(fall + by_bank * rows[:, 1], STEEPEST_BED)
    deep, called = rows[:, 2] > DEEP_M, guess_m > DEEP_M
    found = f"{called[deep].mean():.0%}" if deep.any() else "–"
    off_m = float(np.abs(guess_m - rows[:, 2]).mean())
    narrow = called[rows[:, 0] < 0.75].mean()
    return (
        f"| {name} | {len(rows):,} | {deep.mean():.0%} | {found} | {called[~deep].mean():.0%} "
        f"| {off_m:.2f} | {narrow:.1%} |"
    )


def cost(rows: Rows, fall: float, by_bank: float) -> float:
    """Places called wrongly, those called wadeable three times."""
    guess_m = rows[:, 0] * np.minimum(fall + by_bank * rows[:, 1], STEEPEST_BED)
    deep, called = rows[:, 2] > DEEP_M, guess_m > DEEP_M
    return float((MISSED * (deep & ~called) + (~deep & called)).mean())


def main() -> None:
    """Fit, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=160)
    parser.add_argument("--held", type=int, default=80)
    parser.add_argument("--places", type=int, default=100)
    options = parser.parse_args()
    rng = np.random.default_rng(0)
    seen: dict[str, dict[str, Rows]] = {}
    for part, first, count in (("fit", 0, options.scenes), ("held", 1_000_000, options.held)):
        rows: dict[str, list[Rows]] = {}
        for name, spec in wet(first, count):
            rows.setdefault(name, []).append(rows_of(spec, options.places, rng))
        seen[part] = {name: np.concatenate(parts) for name, parts in sorted(rows.items())}
    grid = itertools.product(np.arange(0, 0.31, 0.01), np.arange(0, 2.01, 0.1))
    ranked = sorted((sum(cost(r, a, c) for r in seen["fit"].values()), a, c) for a, c in grid)
    for total, a, c in ranked[:3]:
        print(f"cost {total:.3f}: {a:.2f} + {c:.1f} x bank")
    flat = min(row for row in ranked if row[2] == 0.0)
    print(f"cost {flat[0]:.3f}: {flat[1]:.2f} whatever the bank\n")
    print("| held out | places | deep | of these called deep | of the others | off, m "
          "| called deep within 0.75 m |\n|---|---|---|---|---|---|---|")  # fmt: skip
    for name, held in seen["held"].items():
        print(judged(name, held, BED_SLOPE, BED_BY_BANK))
    whole = np.concatenate(list(seen["held"].values()))
    print(judged("all", whole, BED_SLOPE, BED_BY_BANK))
    print(judged("all, whatever the bank", whole, flat[1], 0.0))


if __name__ == "__main__":
    main()

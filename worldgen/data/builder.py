"""A scene under construction: ground grids, primitives and lamps, and the verbs that add them.

Not here: what a biome consists of (`terrain`, `settlements`, `interiors`).
"""

import math

import numpy as np

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.scene import SceneSpec

Colour = tuple[float, float, float]


class Builder:
    """Grids are (GRID, GRID) indexed [z, x], metres, height-up."""

    def __init__(self, spec: SceneSpec) -> None:
        self.spec = spec
        self.rng = np.random.default_rng([spec.seed, 23])
        self.s = np.zeros(L.PARAMS)
        self.ground = np.zeros((L.GRID, L.GRID))
        self.roof = np.full((L.GRID, L.GRID), 99.0)
        self.path = np.zeros((L.GRID, L.GRID))
        self.prims: list[list[float]] = []
        self.lights: list[tuple[float, ...]] = []
        self.movers: list[tuple[float, ...]] = []
        self.s[L.S_WATER] = -99.0
        self.s[L.S_SLOPE] = 1.0
        self.s[L.S_SLOPE0] = 0.35
        self.s[L.S_SEED] = spec.seed % 251

    def height(self, x: float, z: float) -> float:
        """Ground height at the nearest sample."""
        n = L.GRID - 1
        return float(self.ground[round(z * L.PER_M) & n, round(x * L.PER_M) & n])

    def base(self, which: int, mat: int, colour: Colour) -> None:
        """Set the ground (S_MAT0), path (S_MAT1) or slope (S_MATS) material."""
        tint = self.spec.palette
        self.s[which] = mat
        self.s[which + 1 : which + 4] = [c * t for c, t in zip(colour, tint, strict=True)]

    def add(self, kind: int, mat: int, at: Colour, half: Colour, colour: Colour, yaw: float = 0.0,
            extra: float = 0.0, seed: float | None = None) -> None:  # fmt: skip
        """One primitive: centre `at`, half sizes `half` (a frustum: bottom radius, half height,
        top radius), turned by `yaw` about the vertical."""
        a, b, c = half
        bound = max(a, c) if kind == L.FRUSTUM else math.hypot(a, c)
        if kind == L.ELLIPSOID:
            bound = max(a, c)
        self.prims.append(
            [
                kind,
                mat,
                *at,
                a,
                b,
                c,
                math.cos(yaw),
                math.sin(yaw),
                *colour,
                float(self.rng.uniform(0, 50)) if seed is None else seed,
                extra,
                bound,
            ]
        )

    def lamp(self, at: Colour, colour: Colour, reach: float, size: float = 0.12) -> None:
        """A glowing ball and the light it gives."""
        self.lights.append((*at, *colour, reach))
        if size > 0:
            k = 2.2 / max(colour)
            glow = (colour[0] * k, colour[1] * k, colour[2] * k)
            self.add(L.ELLIPSOID, L.LAMP, at, (size, size, size), glow)

    def scatter(self, gap: float, keep: float = 1.0) -> list[tuple[float, float]]:
        """Jittered grid positions about `gap` metres apart, a share `keep` of them."""
        count = max(int(L.TILE_M / gap), 1)
        step = L.TILE_M / count
        cells = self.rng.permutation(count * count)[: int(count * count * min(keep, 1.0))]
        jitter = self.rng.uniform(0.1, 0.9, (len(cells), 2))
        return [
            ((c % count + j[0]) * step, (c // count + j[1]) * step)
            for c, j in zip(cells.tolist(), jitter.tolist(), strict=True)
        ]

    def tint(self, colour: Colour, spread: float = 0.12) -> Colour:
        """A colour a little off, brighter or darker."""
        k = float(self.rng.uniform(1 - spread, 1 + spread))
        j = self.rng.uniform(1 - spread / 2, 1 + spread / 2, 3)
        return (colour[0] * k * j[0], colour[1] * k * j[1], colour[2] * k * j[2])

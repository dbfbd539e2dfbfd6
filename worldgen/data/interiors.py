"""Roofed places: a cave, corridors, a house's rooms and a columned hall.

Not here: open ground (`terrain`), a library, a church and the like (`public_rooms`).
"""

import math

from worldgen.data import buildings, furniture
from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder
from worldgen.data.noise import fbm, smoothstep

WARM = (2.6, 1.9, 1.1)


def cave(b: Builder) -> None:
    """Winding galleries with stalactites, pools and a few torches or crystals."""
    solid = smoothstep(-0.10, 0.34, fbm(b.rng, 4, 4, 0.45) * b.spec.roughness)
    lumps = fbm(b.rng, 12, 3)
    b.ground += 0.45 * lumps + 2.2 * solid
    b.roof = 4.2 + 1.2 * fbm(b.rng, 6, 4) - 4.6 * solid
    rock = ((0.36, 0.29, 0.23), (0.26, 0.28, 0.31), (0.38, 0.24, 0.17))[int(b.rng.integers(3))]
    soil = (0.75 * rock[0], 0.75 * rock[1], 0.75 * rock[2])
    b.base(L.S_MAT0, L.DIRT, soil)
    b.base(L.S_MAT1, L.DIRT, soil)
    b.base(L.S_MATS, L.CAVEROCK, rock)
    b.s[L.S_SLOPE] = 2.0
    b.s[L.S_SLOPE0] = 0.12
    if b.spec.water_level > 0:
        b.s[L.S_WATER] = -0.28
        b.s[L.S_WAVE] = 0.15
        b.s[L.S_WATR : L.S_WATB + 1] = (0.02, 0.10, 0.12)
    n = L.GRID - 1
    crystal = b.rng.random() < 0.4
    for x, z in b.scatter(3.6, 0.55):
        i, k = round(x * L.PER_M) & n, round(z * L.PER_M) & n
        top, low = float(b.roof[k, i]), float(b.ground[k, i])
        if top - low < 2.2:
            continue
        size = float(b.rng.uniform(0.5, 1.5))
        b.add(
            L.FRUSTUM, L.CAVEROCK, (x, top + 0.3 - size / 2, z), (0.03, size / 2 + 0.3, 0.32), rock
        )
        if b.rng.random() < 0.35:
            tall = float(b.rng.uniform(0.3, 1.1))
            b.add(L.FRUSTUM, L.CAVEROCK, (x, low + tall / 2, z), (0.32, tall / 2 + 0.1, 0.05), rock)
    for x, z in b.scatter(7, 0.6):
        i, k = round(x * L.PER_M) & n, round(z * L.PER_M) & n
        if b.roof[k, i] - b.ground[k, i] > 1.6:
            y = float(b.ground[k, i])
            if crystal:
                glow = ((0.5, 1.6, 3.0), (2.2, 0.6, 2.8), (0.5, 2.6, 1.4))[int(b.rng.integers(3))]
                b.add(L.FRUSTUM, L.LAMP, (x, y + 0.4, z), (0.16, 0.5, 0.01), glow)
                b.lamp((x, y + 0.9, z), glow, 9.0, 0.0)
            else:
                b.add(L.FRUSTUM, L.PLANKS, (x, y + 0.6, z), (0.05, 0.7, 0.06), (0.2, 0.12, 0.07))
                b.lamp((x, y + 1.45, z), (4.5, 2.3, 0.8), 10.0, 0.13)


def _floor(b: Builder, tall: float, mat: int, colour: tuple[float, float, float],
           top: tuple[float, float, float]) -> None:  # fmt: skip
    """A flat floor and ceiling."""
    b.roof[:] = tall
    b.base(L.S_MAT0, mat, colour)
    b.base(L.S_MAT1, mat, colour)
    b.base(L.S_MATS, L.PLAIN, top)


def _wall(b: Builder, x: float, z: float, yaw: float, length: float, tall: float, mat: int,
          colour: tuple[float, float, float], door: float | None) -> None:  # fmt: skip
    """A wall along the turned x axis, with a doorway at `door` from its middle."""
    thick = 0.12
    if door is None:
        b.add(L.BOX, mat, (x, tall / 2, z), (length / 2, tall / 2, thick), colour, yaw, seed=1.0)
        return
    gap, head = 0.62, 2.15
    for low, high in ((-length / 2, door - gap), (door + gap, length / 2)):
        mid, half = (low + high) / 2, (high - low) / 2
        b.add(
            L.BOX,
            mat,
            (x + mid * math.cos(yaw), tall / 2, z - mid * math.sin(yaw)),
            (half, tall / 2, thick),
            colour,
            yaw,
            seed=1.0,
        )
    dx, dz = door * math.cos(yaw), -door * math.sin(yaw)
    b.add(
        L.BOX,
        L.PLAIN,
        (x + dx, (tall + head) / 2, z + dz),
        (gap, (tall - head) / 2, thick),
        colour,
        yaw,
    )
    for side in (-1, 1):
        ox, oz = (door + side * gap) * math.cos(yaw), -(door + side * gap) * math.sin(yaw)
        b.add(
            L.BOX,
            L.PLANKS,
            (x + ox, head / 2, z + oz),
            (0.06, head / 2, thick + 0.04),
            (0.30, 0.17, 0.09),
            yaw,
        )


def corridor(b: Builder) -> None:
    """A grid of long passages with lamps, doors and bands on the wall."""
    style = int(b.rng.integers(3))
    mat = (L.BRICK, L.WALLPAPER, L.PLAIN)[style]
    colour = ((0.36, 0.17, 0.11), (0.30, 0.40, 0.36), (0.52, 0.54, 0.56))[style]
    _floor(
        b,
        2.8,
        (L.COBBLE, L.CARPET, L.MARBLE)[style],
        ((0.28, 0.26, 0.24), (0.42, 0.10, 0.08), (0.50, 0.50, 0.47))[style],
        (0.62, 0.61, 0.58),
    )
    glow = ((3.4, 2.1, 1.0), WARM, (2.3, 2.5, 2.7))[style]
    pitch, half = 16.0, 1.35
    block = (pitch - 2 * half) / 2
    for i in range(8):
        for k in range(8):
            cx, cz = (i + 0.5) * pitch, (k + 0.5) * pitch
            b.add(L.BOX, mat, (cx, 1.4, cz), (block, 1.4, block), b.tint(colour, 0.05), seed=2.0)
            for d in (-3.3, 0.8, 4.4):
                for side in (-1, 1):
                    door = b.tint((0.26, 0.14, 0.07)) if style != 2 else b.tint((0.12, 0.25, 0.38))
                    b.add(
                        L.BOX, L.PLANKS, (cx + side * block, 1.05, cz + d), (0.07, 1.05, 0.48), door
                    )
                    b.add(
                        L.BOX, L.PLANKS, (cx + d, 1.05, cz + side * block), (0.48, 1.05, 0.07), door
                    )
            for d in (0.0, 0.5):
                b.lamp((i * pitch, 2.62, (k + d) * pitch), glow, 9.5, 0.16)
                if d:
                    b.lamp(((i + d) * pitch, 2.62, k * pitch), glow, 9.5, 0.16)


def room(b: Builder) -> None:
    """Furnished rooms joined by doorways."""
    wall = ((0.62, 0.55, 0.40), (0.36, 0.48, 0.50), (0.58, 0.36, 0.32), (0.45, 0.52, 0.36))
    _floor(b, 2.9, L.PARQUET, (0.36, 0.20, 0.10), (0.70, 0.68, 0.64))
    size = 8.0
    for i in range(16):
        for k in range(16):
            tone = wall[int(b.rng.integers(4))]
            cx, cz = (i + 0.5) * size, (k + 0.5) * size
            for yaw, x, z in ((0.0, cx, k * size), (math.pi / 2, i * size, cz)):
                door = float(b.rng.uniform(-2, 2)) if b.rng.random() < 0.8 else None
                _wall(b, x, z, yaw, size, 2.9, L.WALLPAPER, tone, door)
            _furnish(b, cx, cz)


def _furnish(b: Builder, x: float, z: float) -> None:
    """A table, chairs, a sofa, shelves, pictures, a rug and a lamp."""
    wood = b.tint((0.28, 0.15, 0.07), 0.3)
    cloth = b.tint(
        ((0.42, 0.07, 0.06), (0.08, 0.18, 0.36), (0.12, 0.30, 0.14), (0.48, 0.34, 0.10))[
            int(b.rng.integers(4))
        ]
    )
    b.lamp((x, 2.45, z), WARM, 8.0, 0.17)
    b.add(L.FRUSTUM, L.PLAIN, (x, 2.7, z), (0.02, 0.2, 0.02), (0.1, 0.1, 0.1))
    b.add(L.BOX, L.CARPET, (x, 0.0, z), (1.6, 0.015, 1.2), cloth)
    if b.rng.random() < 0.7:
        furniture.table(b, x, z, (0.8, 0.5), wood)
        for side in (-1, 1):
            furniture.chair(b, x + 0.2, z + side * 0.8, side, wood)
        b.add(L.FRUSTUM, L.PLAIN, (x - 0.3, 0.9, z), (0.07, 0.12, 0.1), b.tint(cloth))
    if b.rng.random() < 0.75:
        sx = x - 2.6
        b.add(L.BOX, L.PLAIN, (sx, 0.3, z + 0.4), (0.42, 0.22, 1.0), cloth)
        b.add(L.BOX, L.PLAIN, (sx - 0.4, 0.62, z + 0.4), (0.13, 0.42, 1.0), cloth)
        for side in (-1, 1):
            b.add(L.BOX, L.PLAIN, (sx, 0.5, z + 0.4 + side * 1.05), (0.45, 0.3, 0.1), cloth)
    if b.rng.random() < 0.75:
        b.add(L.BOX, L.BOOKS, (x + 2.3, 0.95, z - 3.65), (0.9, 0.95, 0.2), wood)
    if b.rng.random() < 0.6:
        b.add(L.FRUSTUM, L.BRICK, (x + 3.3, 0.25, z + 3.3), (0.2, 0.25, 0.26), (0.40, 0.17, 0.09))
        for k in range(3):
            b.add(
                L.ELLIPSOID,
                L.LEAVES,
                (x + 3.3, 0.75 + 0.25 * k, z + 3.3),
                (0.36, 0.3, 0.36),
                (0.10, 0.26, 0.06),
                yaw=k * 1.0,
            )
    for side, px, pz in ((0, -1.6, -3.86), (1, 3.86, -1.5)):
        if b.rng.random() < 0.7:
            half = (0.5, 0.36, 0.03) if side == 0 else (0.03, 0.36, 0.5)
            edge = (0.56, 0.42, 0.02) if side == 0 else (0.02, 0.42, 0.56)
            b.add(L.BOX, L.PICTURE, (x + px, 1.65, z + pz), half, b.tint((0.42, 0.36, 0.34), 0.3))
            b.add(L.BOX, L.PLANKS, (x + px, 1.65, z + pz), edge, (0.42, 0.27, 0.08))


def _brazier(b: Builder, x: float, z: float, number: int) -> None:
    """A bowl of fire on a foot; each has its own height, width, flame and warmth."""
    p, q, r = (math.sin(number * f) * 43758.5453 % 1.0 for f in (12.9898, 78.233, 37.719))
    rim, wide = 0.8 + 0.5 * p, 0.32 + 0.16 * q
    flame = 0.22 + 0.3 * r
    glow = (6.0, 2.6 + 0.9 * q, 0.7 + 0.8 * r)
    b.add(L.FRUSTUM, L.PLAIN, (x, rim / 2, z), (0.12, rim / 2, wide), (0.12, 0.08, 0.04))
    fire = (2.2, 2.2 * glow[1] / glow[0], 2.2 * glow[2] / glow[0])
    b.add(L.FRUSTUM, L.LAMP, (x, rim + flame / 2, z), (wide * 0.75, flame / 2, 0.03), fire)
    b.lamp((x, rim + flame, z), glow, 11.0 + 2.0 * p, 0.0)


def hall(b: Builder) -> None:
    """A high columned hall: marble or stone, arches, braziers."""
    marble = b.rng.random() < 0.5
    tall = float(b.rng.uniform(6.0, 8.0))
    stone = b.tint((0.55, 0.50, 0.42) if marble else (0.36, 0.33, 0.30))
    _floor(b, tall, L.MARBLE if marble else L.BLOCKS, b.tint((0.58, 0.52, 0.45)), stone)
    step = 8.0
    for i in range(16):
        for k in range(16):
            x, z = i * step, k * step
            if i % 4 == 0:
                continue
            buildings.column(b, x, z, 0.0, tall, 0.55, b.tint(stone, 0.04))
            b.add(L.BOX, L.BLOCKS, (x, tall - 0.35, z + step / 2), (0.5, 0.35, step / 2), stone)
            if (i + k) % 2 == 0:
                bx, bz = x + step / 2, z + step / 2
                _brazier(b, bx, bz, i * 16 + k)
    for i in range(0, 16, 4):
        for k in range(16):
            x, z = i * step, (k + 0.5) * step
            b.add(
                L.ARCH,
                L.BLOCKS,
                (x, tall / 2, z),
                (step / 2, tall / 2, 0.5),
                b.tint(stone, 0.04),
                math.pi / 2,
                extra=2.3,
            )
            if k % 2:
                b.add(
                    L.BOX,
                    L.CARPET,
                    (x + 0.62, tall * 0.55, z + step / 2),
                    (0.03, 1.5, 0.6),
                    (0.5, 0.06, 0.06),
                )


BUILD = {"cave": cave, "corridor": corridor, "room": room, "hall": hall}

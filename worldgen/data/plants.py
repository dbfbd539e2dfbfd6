"""Trees, bushes, rocks and other things that grow or lie about.

Not here: where a biome wants them (`terrain`).
"""

import math

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder, Colour

_AUTUMN = ((0.62, 0.24, 0.04), (0.70, 0.42, 0.05), (0.50, 0.13, 0.04), (0.45, 0.30, 0.06))
BLOSSOMS = ((0.75, 0.10, 0.12), (0.85, 0.60, 0.08), (0.55, 0.14, 0.55), (0.85, 0.75, 0.70))
_SPRING = ((0.22, 0.40, 0.07), (0.80, 0.50, 0.58), (0.26, 0.42, 0.10))


def leaf_colour(b: Builder) -> Colour:
    """What leaves look like in the scene's season."""
    season = b.spec.season
    if season == "autumn":
        return b.tint(_AUTUMN[int(b.rng.integers(4))])
    if season == "spring":
        return b.tint(_SPRING[int(b.rng.integers(3))])
    return b.tint((0.13, 0.27, 0.05), 0.2)


def broadleaf(b: Builder, x: float, z: float, tall: float) -> None:
    """A trunk, some boughs and a crown of leafy balls; bare in winter."""
    y = b.height(x, z) - 0.2
    r = tall * 0.035
    bark = b.tint((0.14, 0.09, 0.055), 0.25)
    b.add(L.FRUSTUM, L.BARK, (x, y + tall * 0.3, z), (r * 1.5, tall * 0.3, r * 0.7), bark)
    bare = b.spec.season == "winter"
    colour = leaf_colour(b)
    for k in range(6):
        turn = k * 2.4 + float(b.rng.uniform(0, 1))
        out = tall * float(b.rng.uniform(0.10, 0.24)) * (k > 0)
        cy = y + tall * float(b.rng.uniform(0.55, 0.82)) + (tall * 0.06 if k == 0 else 0)
        if bare:
            b.add(
                L.ELLIPSOID,
                L.LEAVES,
                (x + math.cos(turn) * out, cy, z + math.sin(turn) * out),
                (tall * 0.13,) * 3,
                b.tint((0.13, 0.10, 0.075)),
            )
            continue
        size = tall * float(b.rng.uniform(0.15, 0.24))
        b.add(
            L.ELLIPSOID,
            L.LEAVES,
            (x + math.cos(turn) * out, cy, z + math.sin(turn) * out),
            (size, size * 0.8, size),
            b.tint(colour, 0.15),
            yaw=turn,
        )


def birch(b: Builder, x: float, z: float, tall: float) -> None:
    """One or two slim white stems with dark marks, and a light crown of small leaves."""
    y = b.height(x, z) - 0.2
    bare = b.spec.season == "winter"
    gold, green = (0.72, 0.52, 0.07), (0.24, 0.38, 0.10)
    colour = b.tint(gold if b.spec.season == "autumn" else green, 0.15)
    for stem in range(1 + (b.rng.random() < 0.4)):
        sx, sz = x + 0.7 * stem, z + 0.5 * stem
        high = tall * (1 - 0.15 * stem)
        white = (0.74, 0.73, 0.69)
        b.add(L.FRUSTUM, L.BARK, (sx, y + high * 0.44, sz), (0.15, high * 0.44, 0.05), white)
        for k in range(6):
            at = y + high * (0.06 + 0.11 * k) + float(b.rng.uniform(0, 0.3))
            wide = 0.155 - 0.012 * k
            b.add(L.FRUSTUM, L.BARK, (sx, at, sz), (wide, 0.05, wide), (0.05, 0.045, 0.04))
        for k in range(6):
            turn = k * 2.4 + float(b.rng.uniform(0, 1))
            out, size = high * 0.11 * (k > 0), high * float(b.rng.uniform(0.07, 0.12))
            cy = y + high * float(b.rng.uniform(0.55, 0.92))
            at3 = (sx + math.cos(turn) * out, cy, sz + math.sin(turn) * out)
            half = (size, size * 1.25, size)
            b.add(L.ELLIPSOID, L.LEAVES, at3, half, b.tint((0.30, 0.26, 0.22) if bare else colour))


def poplar(b: Builder, x: float, z: float, tall: float) -> None:
    """A tall, narrow flame of leaves."""
    y, high = b.height(x, z) - 0.2, tall * 1.35
    bark = b.tint((0.20, 0.16, 0.11))
    b.add(L.FRUSTUM, L.BARK, (x, y + high * 0.25, z), (0.2, high * 0.25, 0.12), bark)
    colour = b.tint((0.15, 0.12, 0.09)) if b.spec.season == "winter" else leaf_colour(b)
    for k, (at, wide) in enumerate(((0.24, 0.075), (0.42, 0.1), (0.62, 0.09), (0.82, 0.055))):
        half = (high * wide, high * 0.17, high * wide)
        b.add(L.ELLIPSOID, L.LEAVES, (x, y + high * at, z), half, b.tint(colour, 0.15), yaw=k)


def tree(b: Builder, x: float, z: float, tall: float) -> None:
    """A tree of the kind that grows in this scene."""
    {"broadleaf": broadleaf, "birch": birch, "poplar": poplar}[b.spec.trees](b, x, z, tall)


def pine(b: Builder, x: float, z: float, tall: float) -> None:
    """A straight trunk and stacked skirts of needles."""
    y = b.height(x, z) - 0.2
    b.add(
        L.FRUSTUM,
        L.BARK,
        (x, y + tall * 0.35, z),
        (tall * 0.03, tall * 0.35, tall * 0.015),
        b.tint((0.16, 0.095, 0.06)),
    )
    colour = b.tint((0.045, 0.13, 0.055), 0.3)
    low = float(b.rng.uniform(0.12, 0.28))
    for k in range(4):
        at = low + (0.92 - low) * k / 4
        wide = tall * (0.23 - 0.045 * k)
        b.add(
            L.FRUSTUM,
            L.NEEDLES,
            (x, y + tall * (at + 0.13), z),
            (wide, tall * 0.15, wide * 0.12 if k < 3 else 0.02),
            b.tint(colour, 0.12),
        )


def acacia(b: Builder, x: float, z: float, tall: float) -> None:
    """A leaning-crowned savanna tree: bare stem, flat umbrella."""
    y = b.height(x, z) - 0.2
    b.add(
        L.FRUSTUM,
        L.BARK,
        (x, y + tall * 0.4, z),
        (0.28, tall * 0.4, 0.14),
        b.tint((0.17, 0.11, 0.07)),
    )
    for k in range(4):
        out = tall * 0.26 * (k > 0)
        b.add(
            L.ELLIPSOID,
            L.LEAVES,
            (
                x + math.cos(k * 2.1) * out,
                y + tall * (0.82 + 0.03 * k),
                z + math.sin(k * 2.1) * out,
            ),
            (tall * 0.32, tall * 0.085, tall * 0.32),
            b.tint((0.20, 0.25, 0.06), 0.15),
        )


def palm(b: Builder, x: float, z: float, tall: float, spread: float = 1.0) -> None:
    """A palm: slim stem, a star of flat fronds, `spread` times as long as a tall one's."""
    y = b.height(x, z) - 0.2
    b.add(
        L.FRUSTUM,
        L.BARK,
        (x, y + tall * 0.48, z),
        (0.22, tall * 0.48, 0.12),
        b.tint((0.26, 0.19, 0.12)),
    )
    for k in range(7):
        turn = k * 0.9
        b.add(
            L.ELLIPSOID,
            L.LEAVES,
            (
                x + math.cos(turn) * 1.15 * spread,
                y + tall * 0.955 - 0.1 * (k % 2),
                z - math.sin(turn) * 1.15 * spread,
            ),
            (1.4 * spread, 0.16, 0.36 * spread),
            b.tint((0.14, 0.30, 0.06)),
            yaw=turn,
        )


def broad_leaves(b: Builder, x: float, z: float, tall: float) -> None:
    """Large leaves that rise from one root and bend outwards, as a banana's."""
    y = b.height(x, z) + 0.3
    colour = b.tint((0.13, 0.36, 0.07), 0.3)
    for k in range(7):
        turn = k * 0.9 + float(b.rng.uniform(0, 0.4))
        for part in range(3):
            out = tall * (0.1 + 0.2 * part)
            high = y + tall * (0.35 + 0.3 * part - 0.06 * part * part)
            at = (x + math.cos(turn) * out, high, z - math.sin(turn) * out)
            half = (tall * 0.16, tall * (0.16 - 0.04 * part), tall * 0.09)
            b.add(L.ELLIPSOID, L.PLAIN, at, half, b.tint(colour, 0.1), yaw=turn)


def cactus(b: Builder, x: float, z: float, tall: float) -> None:
    """A saguaro with two raised arms."""
    y = b.height(x, z) - 0.1
    green = b.tint((0.12, 0.25, 0.09))
    r = tall * 0.07
    b.add(L.FRUSTUM, L.PLAIN, (x, y + tall / 2, z), (r, tall / 2, r * 0.9), green)
    b.add(L.ELLIPSOID, L.PLAIN, (x, y + tall, z), (r * 0.9, r, r * 0.9), green)
    for side in (-1, 1):
        ax = x + side * tall * 0.2
        low = tall * (0.42 if side < 0 else 0.5)
        b.add(
            L.BOX,
            L.PLAIN,
            (x + side * tall * 0.1, y + low, z),
            (tall * 0.11, r * 0.6, r * 0.6),
            green,
        )
        b.add(
            L.FRUSTUM,
            L.PLAIN,
            (ax, y + low + tall * 0.14, z),
            (r * 0.6, tall * 0.16, r * 0.6),
            green,
        )


def bush(b: Builder, x: float, z: float, size: float, colour: Colour) -> None:
    """Two leafy balls near the ground."""
    y = b.height(x, z)
    for k in range(2):
        b.add(
            L.ELLIPSOID,
            L.LEAVES,
            (x + 0.5 * k * size, y + size * 0.35, z + 0.4 * k * size),
            (size, size * 0.75, size * 0.9),
            b.tint(colour, 0.2),
        )


def rock(b: Builder, x: float, z: float, size: float, colour: Colour, mat: int = L.ROCK) -> None:
    """A boulder: three merged lumps, turned and sunk."""
    y = b.height(x, z)
    tone = b.tint(colour, 0.15)
    for k in range(3):
        u = b.rng.uniform(-0.5, 0.5, 2) * size * (k > 0)
        w = size * float(b.rng.uniform(0.6, 1.0)) * (1.0 if k == 0 else 0.7)
        b.add(
            L.ELLIPSOID,
            mat,
            (x + u[0], y + w * 0.2, z + u[1]),
            (w, w * float(b.rng.uniform(0.5, 0.85)), w * 0.8),
            tone,
            yaw=float(b.rng.uniform(0, 3)),
        )

"""What makes a place distinct and can be named: one landmark a scene, near the tile's middle.

Not here: which scene has which (`scene`), the words for them (`captions`).
"""

import math

import numpy as np

from worldgen.data import buildings
from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder, Colour
from worldgen.data.noise import smoothstep
from worldgen.data.scene import SceneSpec

STONE: Colour = (0.40, 0.37, 0.33)
WOOD: Colour = (0.20, 0.12, 0.07)
WHITE: Colour = (0.72, 0.71, 0.67)
RED: Colour = (0.52, 0.07, 0.05)

VIEW_M = {
    "tower": (13.0, 26.0), "bridge": (8.0, 18.0), "lighthouse": (17.0, 32.0),
    "windmill": (14.0, 26.0), "obelisk": (11.0, 24.0), "standing stones": (8.0, 18.0),
}  # fmt: skip
"""How far off one stands to have all of a large landmark in view."""


def spot(spec: SceneSpec) -> tuple[float, float]:
    """Where the landmark stands, (x, z): the middle, but by the sea on land."""
    return (104.0, 64.0) if spec.biome == "beach" else (64.0, 64.0)


def raise_landmark(b: Builder, name: str) -> None:
    """Make room for a landmark and build it."""
    x, z = spot(b.spec)
    if name == "pond":
        _pond(b, x, z)
        _clear(b, x, z, 17)
    elif name == "bridge":
        _bridge(b, x, z)
    else:
        _clear(b, x, z, 9 if name == "standing stones" else 5)
        _BUILD[name](b, x, z)


def _clear(b: Builder, x: float, z: float, radius_m: float) -> None:
    """Take away what stands near a point."""
    b.prims = [p for p in b.prims if math.hypot(p[L.P_X] - x, p[L.P_Z] - z) > radius_m]


def _pond(b: Builder, x: float, z: float) -> None:
    """Dig a basin and fill it."""
    at = np.arange(L.GRID) / L.PER_M
    far = np.hypot(at[None, :] - x, at[:, None] - z) + 2 * np.sin(at * 0.4)[None, :]
    level = float(np.quantile(b.ground[100:156, 100:156], 0.3))
    dip = 1 - smoothstep(9, 17, far)
    b.ground = b.ground * (1 - dip) + (level - 1.6) * dip
    _fill(b, level - 0.35)


def _fill(b: Builder, level: float) -> None:
    b.s[L.S_WATER] = level
    b.s[L.S_WAVE] = 0.5
    b.s[L.S_WATR : L.S_WATB + 1] = (0.02, 0.09, 0.10)


def _bridge(b: Builder, x: float, z: float) -> None:
    """A stream across the tile, and a stone bridge over it with one low arch."""
    at = np.arange(L.GRID) / L.PER_M
    bed = x + 4.0 * np.sin((at - z) * 2 * np.pi / L.TILE_M * 2)
    off = np.abs(at[None, :] - bed[:, None])
    here = 1 - smoothstep(9, 20, np.hypot(at[None, :] - x, at[:, None] - z))
    level = float(b.ground[116:140, 116:140].mean())
    b.ground = b.ground * (1 - here) + level * here
    bank = 1 - smoothstep(6, 16, off)
    b.ground = b.ground * (1 - bank) + np.minimum(b.ground, level) * bank
    dip = 1 - smoothstep(2.6, 5.2, off)
    b.ground = b.ground * (1 - dip) + (level - 2.0) * dip
    b.path = b.path * (1 - dip)
    _fill(b, level - 0.95)
    b.prims = [p for p in b.prims if abs(p[L.P_X] - np.interp(p[L.P_Z], at, bed)) > 6]
    _clear(b, x, z, 10)
    b.add(L.ARCH, L.BLOCKS, (x, level - 1.15, z), (7.0, 1.4, 1.7), STONE, extra=6.5)
    for end in (-1, 1):
        b.add(L.BOX, L.BLOCKS, (x + 7.6 * end, level - 0.6, z), (0.8, 0.72, 1.7), STONE)
        b.add(L.BOX, L.BLOCKS, (x, level + 0.6, z + 1.6 * end), (7.2, 0.4, 0.16), STONE)
        b.add(L.BOX, L.PLAIN, (x, level + 1.02, z + 1.6 * end), (7.3, 0.06, 0.22), STONE)


def _tower(b: Builder, x: float, z: float) -> None:
    buildings.tower(b, x, z, 9.0, STONE)


def _arch(b: Builder, x: float, z: float) -> None:
    buildings.gate(b, x, z, float(b.rng.uniform(0, 3)), STONE)


def _well(b: Builder, x: float, z: float) -> None:
    """A round well under a small roof."""
    y = b.height(x, z)
    b.add(L.FRUSTUM, L.BLOCKS, (x, y + 0.4, z), (1.1, 0.5, 1.05), STONE)
    for side in (-1, 1):
        b.add(L.BOX, L.PLANKS, (x + side, y + 1.3, z), (0.09, 1.3, 0.09), WOOD)
    b.add(L.GABLE, L.TILES, (x, y + 2.9, z), (1.0, 0.4, 1.5), (0.33, 0.13, 0.09), math.pi / 2)


def _statue(b: Builder, x: float, z: float) -> None:
    """A robed figure on a block."""
    y = b.height(x, z)
    marble = (0.5, 0.5, 0.48)
    b.add(L.BOX, L.BLOCKS, (x, y + 0.6, z), (0.9, 0.8, 0.9), STONE)
    b.add(L.FRUSTUM, L.PLAIN, (x, y + 2.4, z), (0.55, 1.1, 0.38), marble)
    b.add(L.ELLIPSOID, L.PLAIN, (x, y + 3.8, z), (0.3, 0.38, 0.3), marble)


def _campfire(b: Builder, x: float, z: float) -> None:
    """Crossed logs and a flame that lights the ground."""
    y = b.height(x, z)
    for k in range(5):
        b.add(L.BOX, L.PLANKS, (x, y + 0.12, z), (0.7, 0.09, 0.09), (0.12, 0.07, 0.04), k * 0.63)
    b.add(L.FRUSTUM, L.LAMP, (x, y + 0.55, z), (0.34, 0.5, 0.03), (2.6, 1.0, 0.15))
    b.lamp((x, y + 1.1, z), (6.0, 2.8, 0.8), 15.0, 0.0)


def _lighthouse(b: Builder, x: float, z: float) -> None:
    """Red and white rings, a gallery, a lit lantern under a cap."""
    y = b.height(x, z) - 0.2
    b.add(L.FRUSTUM, L.BLOCKS, (x, y + 0.5, z), (2.9, 0.6, 2.6), STONE)
    for k in range(5):
        low, high = 1.9 - 0.16 * k, 1.9 - 0.16 * (k + 1)
        colour = RED if k % 2 else WHITE
        b.add(L.FRUSTUM, L.PLAIN, (x, y + 2.0 + 2.0 * k, z), (low, 1.0, high), colour)
    top = y + 11.0
    b.add(L.FRUSTUM, L.PLAIN, (x, top + 0.1, z), (1.7, 0.14, 1.7), (0.12, 0.12, 0.13))
    b.add(L.FRUSTUM, L.LAMP, (x, top + 0.8, z), (0.75, 0.6, 0.75), (2.6, 2.2, 1.2))
    b.add(L.FRUSTUM, L.PLAIN, (x, top + 1.8, z), (1.1, 0.5, 0.05), RED)
    b.lamp((x, top + 0.8, z), (7.0, 6.0, 3.4), 24.0, 0.0)
    b.add(L.BOX, L.PLANKS, (x - 1.85, y + 2.1, z), (0.12, 1.0, 0.5), WOOD)


def _windmill(b: Builder, x: float, z: float) -> None:
    """A white tapered mill with a cap and four latticed sails, turned to the wind."""
    y = b.height(x, z) - 0.2
    turn = float(b.rng.uniform(0, 2 * math.pi))
    b.add(L.FRUSTUM, L.PLAIN, (x, y + 3.4, z), (2.5, 3.5, 1.7), WHITE)
    b.add(L.FRUSTUM, L.BRICK, (x, y + 0.6, z), (2.62, 0.7, 2.5), (0.36, 0.17, 0.11))
    b.add(L.FRUSTUM, L.TILES, (x, y + 7.9, z), (2.0, 1.1, 0.1), (0.26, 0.12, 0.07))
    out_x, out_z = math.sin(turn), math.cos(turn)
    hub = (x + 2.25 * out_x, y + 6.6, z + 2.25 * out_z)
    b.add(L.ELLIPSOID, L.PLANKS, hub, (0.35, 0.35, 0.35), WOOD)
    for arm in range(4):
        slant = math.pi / 4 + arm * math.pi / 2
        for k in range(11):
            far = 0.45 + 0.36 * k
            side, up = far * math.cos(slant), far * math.sin(slant)
            at = (hub[0] + side * out_z, hub[1] + up, hub[2] - side * out_x)
            wide = 0.17 if k < 3 else 0.46
            colour = WOOD if k < 3 else (0.66, 0.60, 0.48)
            b.add(L.BOX, L.PLANKS, at, (wide, wide * 0.8, 0.05), colour, turn)
    door = (x + 2.42 * out_x, y + 1.2, z + 2.42 * out_z)
    b.add(L.BOX, L.PLANKS, door, (0.5, 1.05, 0.14), WOOD, turn)


def _obelisk(b: Builder, x: float, z: float) -> None:
    """A square needle of stone on steps."""
    y = b.height(x, z) - 0.2
    pale = b.tint((0.56, 0.50, 0.40))
    for k, wide in enumerate((2.2, 1.7, 1.2)):
        b.add(L.BOX, L.BLOCKS, (x, y + 0.2 + 0.4 * k, z), (wide, 0.24, wide), STONE)
    for k in range(12):
        wide = 0.72 - 0.026 * k
        b.add(L.BOX, L.PLAIN, (x, y + 1.6 + 0.62 * k, z), (wide, 0.34, wide), pale, seed=4.0)
    for k in range(6):
        wide = 0.42 - 0.07 * k
        b.add(L.BOX, L.PLAIN, (x, y + 8.85 + 0.13 * k, z), (wide, 0.07, wide), pale, seed=4.0)


def _standing_stones(b: Builder, x: float, z: float) -> None:
    """A ring of tall rough stones, some of them with a lintel across."""
    grey = (0.36, 0.36, 0.35)
    for k in range(10):
        turn = k * math.pi / 5
        px, pz = x + 5.6 * math.cos(turn), z - 5.6 * math.sin(turn)
        tall = float(b.rng.uniform(1.3, 1.6)) if k % 3 == 2 else 1.5
        y = b.height(px, pz) - 0.3
        half = (0.36, tall, float(b.rng.uniform(0.55, 0.75)))
        b.add(L.BOX, L.CAVEROCK, (px, y + tall, pz), half, b.tint(grey), turn)
        if k % 3 == 0:
            mid = turn + math.pi / 10
            lx, lz = x + 5.35 * math.cos(mid), z - 5.35 * math.sin(mid)
            top = max(b.height(px, pz), b.height(lx, lz)) - 0.3 + 3.1
            b.add(L.BOX, L.CAVEROCK, (lx, top, lz), (0.42, 0.24, 2.3), b.tint(grey), mid)
    b.add(L.BOX, L.CAVEROCK, (x, b.height(x, z) + 0.2, z), (1.1, 0.35, 0.6), b.tint(grey), 0.4)


_BUILD = {
    "tower": _tower, "arch": _arch, "well": _well, "statue": _statue, "campfire": _campfire,
    "lighthouse": _lighthouse, "windmill": _windmill, "obelisk": _obelisk,
    "standing stones": _standing_stones,
}  # fmt: skip

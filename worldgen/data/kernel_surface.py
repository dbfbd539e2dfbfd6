"""What was met at a point: its normal, material, colour and texture coordinates.

Not here: what a material looks like (`kernel_texture`), light on it (`kernel_light`).
"""

import math
from typing import NamedTuple

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import Ray, bilinear, inlined, kernel, lattice
from worldgen.data.tables import Tables

Vector = tuple[float, float, float]


class Surface(NamedTuple):
    """A point's outside.

    Attributes:
        nx, ny, nz: unit normal, height-up.
        u, v: texture coordinates, metres.
        mat: material id of `layout`.
        r, g, b: base colour, linear.
        seed: tells one primitive's pattern from another's.
        flowers: how many flowers grow here, [0, 1].
        foot: a pixel's width on the surface, metres.
    """

    nx: float
    ny: float
    nz: float
    u: float
    v: float
    mat: int
    r: float
    g: float
    b: float
    seed: float
    flowers: float
    foot: float


@kernel
def box_normal(x: float, y: float, z: float, a: float, b: float, c: float) -> Vector:
    """Normal of the face of a box that a point lies on."""
    qx = abs(x) - a
    qy = abs(y) - b
    qz = abs(z) - c
    if qx >= qy and qx >= qz:
        return (1.0 if x > 0.0 else -1.0), 0.0, 0.0
    if qy >= qz:
        return 0.0, (1.0 if y > 0.0 else -1.0), 0.0
    return 0.0, 0.0, (1.0 if z > 0.0 else -1.0)


@kernel
def shape_normal(kind: int, x: float, y: float, z: float, a: float, b: float, c: float,
                 extra: float) -> Vector:  # fmt: skip
    """Outward normal, any length, of an unturned shape at a point of its surface."""
    if kind == L.BOX:
        return box_normal(x, y, z, a, b, c)
    if kind == L.ELLIPSOID:
        return x / (a * a), y / (b * b), z / (c * c)
    if kind == L.FRUSTUM:
        if abs(y) > b - 0.002:
            return 0.0, (1.0 if y > 0.0 else -1.0), 0.0
        rad = math.sqrt(x * x + z * z) + 1e-9
        return x / rad, (a - c) / (2.0 * b), z / rad
    if kind == L.ARCH:
        edge = -0.004
        if abs(x) - a < edge and abs(y) - b < edge and abs(z) - c < edge:
            spring = b - (a - extra) - extra
            if y < spring:
                return (-1.0 if x > 0.0 else 1.0), 0.0, 0.0
            return -x, spring - y, 0.0
        return box_normal(x, y, z, a, b, c)
    slant = (2.0 * b * abs(x) + a * (y - b)) / math.sqrt(4.0 * b * b + a * a)
    gable = abs(z) - c
    floor = -b - y
    if slant >= gable and slant >= floor:
        return 2.0 * b * (1.0 if x > 0.0 else -1.0), a, 0.0
    if gable >= floor:
        return 0.0, 0.0, (1.0 if z > 0.0 else -1.0)
    return 0.0, -1.0, 0.0


@kernel
def shape_uv(kind: int, x: float, y: float, z: float, a: float, b: float,
             normal: Vector) -> tuple[float, float]:  # fmt: skip
    """Texture coordinates on an unturned shape, metres; on walls v is the height above its foot."""
    nx, ny, nz = normal
    if kind == L.FRUSTUM:
        if abs(ny) > 0.95:
            return x, z
        return math.atan2(z, x) * max(a, 0.1), y + b
    if kind == L.ELLIPSOID:
        return x + 0.4 * y, z + 0.7 * y
    if kind == L.GABLE and ny > 0.05:
        return z, (y + b) * math.sqrt(1.0 + (a / (2.0 * b)) ** 2)
    if abs(ny) > 0.7:
        return x, z
    if abs(nx) > abs(nz):
        return z, y + b
    return x, y + b


@kernel
def prim_surface(prims: np.ndarray, row: int, ray: Ray, t: float, foot: float) -> Surface:
    """Primitive `row` where a ray met it after t metres; `foot` is a pixel's width there."""
    x = ray.x + ray.dx * t - prims[row, L.P_X]
    y = ray.y + ray.dy * t - prims[row, L.P_Y]
    z = ray.z + ray.dz * t - prims[row, L.P_Z]
    x -= L.TILE_M * math.floor(x / L.TILE_M + 0.5)
    z -= L.TILE_M * math.floor(z / L.TILE_M + 0.5)
    co = np.float64(prims[row, L.P_COS])
    si = np.float64(prims[row, L.P_SIN])
    qx = x * co - z * si
    qz = x * si + z * co
    kind = int(prims[row, L.P_TYPE])
    a = np.float64(prims[row, L.P_A])
    b = np.float64(prims[row, L.P_B])
    c = np.float64(prims[row, L.P_C])
    lx, ly, lz = shape_normal(kind, qx, y, qz, a, b, c, np.float64(prims[row, L.P_EXTRA]))
    inv = 1.0 / math.sqrt(lx * lx + ly * ly + lz * lz + 1e-12)
    lx *= inv
    ly *= inv
    lz *= inv
    u, v = shape_uv(kind, qx, y, qz, a, b, (lx, ly, lz))
    nx = lx * co + lz * si
    nz = -lx * si + lz * co
    steep = max(abs(ray.dx * nx + ray.dy * ly + ray.dz * nz), 0.15)
    return Surface(
        nx, ly, nz, u, v, int(prims[row, L.P_MAT]), np.float64(prims[row, L.P_R]),
        np.float64(prims[row, L.P_G]), np.float64(prims[row, L.P_BL]),
        np.float64(prims[row, L.P_SEED]), 0.0, foot / steep,
    )  # fmt: skip


@kernel
def grid_normal(ground: np.ndarray, x: float, z: float, step: float) -> Vector:
    """Unit normal, upwards, of a height grid; differences over `step` metres either way."""
    nx = bilinear(ground, x - step, z) - bilinear(ground, x + step, z)
    nz = bilinear(ground, x, z - step) - bilinear(ground, x, z + step)
    ny = 2.0 * step
    inv = 1.0 / math.sqrt(nx * nx + ny * ny + nz * nz)
    return nx * inv, ny * inv, nz * inv


@inlined
def ground_surface(tables: Tables, ray: Ray, t: float, far: float, foot: float) -> Surface:
    """The ground (or the ceiling indoors) where a ray met it after t metres, `far` from the eye."""
    s = tables.params
    x = ray.x + ray.dx * t
    y = ray.y + ray.dy * t
    z = ray.z + ray.dz * t
    step = 0.35 + 0.012 * far
    nx, ny, nz = grid_normal(tables.ground, x, z, step)
    ceiling = False
    if s[L.S_INDOOR] > 0.5:
        above = abs(bilinear(tables.roof, x, z) - y)
        ceiling = above < abs(y - bilinear(tables.ground, x, z))
        if ceiling:
            nx, ny, nz = grid_normal(tables.roof, x, z, step)
            nx = -nx
            ny = -ny
            nz = -nz
    which = L.S_MAT0
    colour = L.S_M0R
    jag = 0.22 * (lattice(tables.noise, x * 0.8, z * 0.8) - 0.5)
    if bilinear(tables.path, x, z) + jag > 0.5:
        which = L.S_MAT1
        colour = L.S_M1R
    if 1.0 - abs(ny) + 0.25 * jag > s[L.S_SLOPE0] or ceiling:
        which = L.S_MATS
        colour = L.S_MSR
    u = x
    v = z
    if abs(ny) < 0.55:
        u = x * nz - z * nx
        v = y
    steep = max(abs(ray.dx * nx + ray.dy * ny + ray.dz * nz), 0.12)
    flowers = s[L.S_FLOWERS] if which == L.S_MAT0 else 0.0
    return Surface(
        nx, ny, nz, u, v, int(s[which]), s[colour], s[colour + 1], s[colour + 2], 0.0, flowers,
        foot / steep,
    )  # fmt: skip


@kernel
def mover_surface(movers: np.ndarray, row: int, ray: Ray, t: float, foot: float) -> Surface:
    """Moving body `row` where a ray met it after t metres."""
    nx = (ray.x + ray.dx * t - movers[row, 0]) / movers[row, 3] ** 2
    ny = (ray.y + ray.dy * t - movers[row, 1]) / movers[row, 4] ** 2
    nz = (ray.z + ray.dz * t - movers[row, 2]) / movers[row, 5] ** 2
    inv = 1.0 / math.sqrt(nx * nx + ny * ny + nz * nz)
    nx *= inv
    ny *= inv
    nz *= inv
    return Surface(
        nx, ny, nz, math.atan2(nx, nz) * 0.8, ny, int(movers[row, 9]), movers[row, 6],
        movers[row, 7], movers[row, 8], 0.0, 0.0, foot,
    )  # fmt: skip

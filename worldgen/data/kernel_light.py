"""Light on a surface: sun or moon with a shadow ray, lamps, sky and ground, gloss and glow.

    surface ──▶ snow, wet, bumps ──▶ occlusion ──▶ key light + ambient + lamps ──▶ gloss, glow

Light is linear; the ambient is hemispherical, its occlusion comes from baked distances.

Not here: what was met (`kernel_surface`), fog and water in between (`kernel_shade`).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import Ray, bilinear, inlined, kernel, lattice, open_m
from worldgen.data.kernel_nature import snow_shade
from worldgen.data.kernel_pattern import Paint
from worldgen.data.kernel_sky import air
from worldgen.data.kernel_surface import (
    Surface,
    Vector,
    ground_surface,
    mover_surface,
    prim_surface,
)  # fmt: skip
from worldgen.data.kernel_texture import albedo
from worldgen.data.kernel_trace import GROUND, MOVER, PRIM, trace_prims
from worldgen.data.tables import Tables

SUN_REACH_M = 45.0  # how far a shadow ray looks for something in the sun's way
SHADOW_SPREAD = 0.01  # shadow rays see leaves as if through a pixel of this width at one metre


@inlined
def hidden(ray: Ray, reach: float, tables: Tables) -> float:
    """1 if a primitive stands within `reach` metres along a ray to a light, else 0."""
    _, row = trace_prims(
        ray, reach, tables.params[L.S_TOP], tables.prims, tables.bins, tables.items, tables.noise,
        SHADOW_SPREAD, True,
    )  # fmt: skip
    return 1.0 if row >= 0 else 0.0


@inlined
def weathered(p: Paint, at: Surface, kind: int, x: float, y: float, z: float, ny: float,
              tables: Tables) -> Paint:  # fmt: skip
    """Paint under the snow that lies on it, or wet from rain."""
    s = tables.params
    r, g, b, gloss = p.r, p.g, p.b, p.gloss
    laid = 0.0
    if s[L.S_SNOW] > 0.0 and kind != MOVER:
        soft = 0.35 * (lattice(tables.noise, x * 0.9, z * 0.9) - 0.5)
        soft += 0.2 * (lattice(tables.noise, x * 4.0, z * 4.0) - 0.5)
        bar = 0.86 - 0.55 * s[L.S_SNOW]
        laid = min(max((ny + soft * (1.2 - s[L.S_SNOW]) - bar) * 5.0, 0.0), 1.0)
        if kind == PRIM and (at.mat == L.LEAVES or at.mat == L.NEEDLES):
            laid *= 0.75
    if laid > 0.0:
        k = snow_shade(tables.noise, x, z, at.foot)
        r += (0.80 * k - r) * laid
        g += (0.84 * k - g) * laid
        b += (0.90 * k - b) * laid
        gloss *= 1.0 - laid
    wet = s[L.S_WET] * max(ny, 0.0) * (1.0 - laid)
    if wet > 0.0:
        puddle = 0.2
        if kind == GROUND:
            deep = lattice(tables.noise, x * 0.5, z * 0.5) - 0.52
            puddle = min(max(deep * 5.0, 0.0), 1.0)
        dark = 1.0 - 0.35 * wet
        r *= dark
        g *= dark
        b *= dark
        gloss = max(gloss, wet * (0.12 + 0.55 * puddle))
    return Paint(r, g, b, p.bump, gloss, p.glow)


@kernel
def roughened(nx: float, ny: float, nz: float, at: Surface, bump: float,
              noise: np.ndarray) -> Vector:  # fmt: skip
    """A unit normal shaken by the material's bumps, as far as pixels can show them."""
    f = bump * min(max(1.5 - 3.0 * at.foot, 0.0), 1.0)
    if f <= 0.0:
        return nx, ny, nz
    u = at.u * 5.0
    v = at.v * 5.0
    nx += f * (lattice(noise, u, v + 13.0) - 0.5)
    ny += 0.6 * f * (lattice(noise, u + 27.0, v) - 0.5)
    nz += f * (lattice(noise, u + 51.0, v + 5.0) - 0.5)
    inv = 1.0 / math.sqrt(nx * nx + ny * ny + nz * nz)
    return nx * inv, ny * inv, nz * inv


@inlined
def occlusion(x: float, y: float, z: float, n: Vector, leaf: bool, t: float,
              tables: Tables) -> float:  # fmt: skip
    """Share of ambient light that reaches a point, 0.22 to 1, from baked distances."""
    nx, ny, nz = n
    if leaf:
        return min(0.35 + 0.65 * (0.5 + 0.5 * ny), 1.0)
    if t >= 90.0:
        return 1.0
    base = tables.params[L.S_AOBASE]
    near = open_m(tables.openness, x + 0.35 * nx, y + 0.35 * ny, z + 0.35 * nz, base)
    wide = open_m(tables.openness, x + 1.1 * nx, y + 1.1 * ny, z + 1.1 * nz, base)
    free = 0.5 * min(near / 0.35, 1.0) + 0.5 * min(wide / 1.1, 1.0)
    return min(0.22 + 0.78 * free, 1.0)


@inlined
def sunlight(x: float, y: float, z: float, n: Vector, leaf: bool, t: float, shadows: bool,
             tables: Tables) -> float:  # fmt: skip
    """Share of the sun's or the moon's light that a point sends on, [0, 1]."""
    s = tables.params
    nx, ny, nz = n
    face = nx * s[L.S_SUNX] + ny * s[L.S_SUNY] + nz * s[L.S_SUNZ]
    if leaf:
        face = 0.65 * max(face, 0.0) + 0.25 + 0.1 * face
    if face <= 0.0 or s[L.S_SUNG] <= 0.003:
        return 0.0
    below = bilinear(tables.shadow, x, z) - y  # how deep in the terrain's own shadow
    sun = face * min(max(0.6 - 0.9 * below, 0.0), 1.0)
    if sun > 0.0 and shadows and t < 110.0:
        off = 0.03 + 0.0015 * t
        out = Ray(x + nx * off, y + ny * off, z + nz * off, s[L.S_SUNX], s[L.S_SUNY], s[L.S_SUNZ])
        sun *= 1.0 - hidden(out, SUN_REACH_M, tables)
    return float(sun)


@inlined
def lamps(x: float, y: float, z: float, n: Vector, tables: Tables) -> tuple[Vector, int]:
    """Light of the lamps near a point, unshadowed, and the row of the strongest or -1."""
    nx, ny, nz = n
    r = 0.0
    g = 0.0
    b = 0.0
    best = 0.02
    strongest = -1
    lights = tables.lights
    cx = int(math.floor(x / L.CELL_M)) & (L.CELLS - 1)
    cz = int(math.floor(z / L.CELL_M)) & (L.CELLS - 1)
    for slot in range(L.LAMPS_A_CELL):
        i = int(tables.nearby[cz, cx, slot])
        if i < 0:
            break
        vx = lights[i, 0] - x
        vz = lights[i, 2] - z
        vx -= L.TILE_M * math.floor(vx / L.TILE_M + 0.5)
        vz -= L.TILE_M * math.floor(vz / L.TILE_M + 0.5)
        vy = lights[i, 1] - y
        reach2 = lights[i, 6] * lights[i, 6]
        d2 = vx * vx + vy * vy + vz * vz
        if d2 > reach2:
            continue
        d = math.sqrt(d2) + 1e-6
        face = max((nx * vx + ny * vy + nz * vz) / d * 0.8 + 0.2, 0.0)
        edge = 1.0 - d2 / reach2
        k = face * edge * edge / (0.35 + 0.22 * d2)
        if k * lights[i, 3] > best:
            best = k * lights[i, 3]
            strongest = i
        r += k * lights[i, 3]
        g += k * lights[i, 4]
        b += k * lights[i, 5]
    return (r, g, b), strongest


@inlined
def lamplight(x: float, y: float, z: float, n: Vector, occ: float, t: float,
              tables: Tables) -> Vector:  # fmt: skip
    """Light of the lamps near a point; indoors the strongest one casts a shadow."""
    (r, g, b), row = lamps(x, y, z, n, tables)
    dim = 0.4 + 0.6 * occ
    if row >= 0 and tables.params[L.S_INDOOR] > 0.5 and t < 40.0:
        nx, ny, nz = n
        vx = tables.lights[row, 0] - x
        vy = tables.lights[row, 1] - y
        vz = tables.lights[row, 2] - z
        vx -= L.TILE_M * math.floor(vx / L.TILE_M + 0.5)
        vz -= L.TILE_M * math.floor(vz / L.TILE_M + 0.5)
        d = math.sqrt(vx * vx + vy * vy + vz * vz) + 1e-6
        out = Ray(x + 0.04 * nx, y + 0.04 * ny, z + 0.04 * nz, vx / d, vy / d, vz / d)
        dim *= 1.0 - 0.6 * hidden(out, d - 0.35, tables)
    return r * dim, g * dim, b * dim


@inlined
def mirrored(ray: Ray, n: Vector, light: Vector, gloss: float, occ: float, sun: float,
             tables: Tables) -> Vector:  # fmt: skip
    """What a glossy surface adds: the sky and the sun outdoors, a sheen of its light indoors."""
    s = tables.params
    nx, ny, nz = n
    k = 2.0 * (ray.dx * nx + ray.dy * ny + ray.dz * nz)
    fresnel = gloss * (0.06 + 0.94 * (1.0 - min(max(-0.5 * k, 0.0), 1.0)) ** 5)
    if s[L.S_INDOOR] > 0.5:
        f = fresnel * 0.15
        return f * light[0], f * light[1], f * light[2]
    rx = ray.dx - k * nx
    ry = ray.dy - k * ny
    rz = ray.dz - k * nz
    r, g, b = air(rx, max(ry, 0.02), rz, s, tables.noise, 0.0)
    fresnel *= occ
    spot = (
        max(rx * s[L.S_SUNX] + ry * s[L.S_SUNY] + rz * s[L.S_SUNZ], 0.0) ** 40 * sun * gloss * 0.5
    )
    return (
        fresnel * r + spot * s[L.S_SUNR],
        fresnel * g + spot * s[L.S_SUNG],
        fresnel * b + spot * s[L.S_SUNB],
    )


@inlined
def emitted(at: Surface, p: Paint, tables: Tables) -> Vector:
    """The material's own light: lava, windows of an evening, or the day seen through glass."""
    s = tables.params
    glow = p.glow
    if at.mat == L.GLASS or at.mat == L.STAINED:
        return glow * p.r * s[L.S_ZENR], glow * p.g * s[L.S_ZENG], glow * p.b * s[L.S_ZENB]
    if at.mat == int(s[L.S_MAT0]) and s[L.S_GLOW] > 0.0:
        k = glow * s[L.S_GLOW]
        return k * 3.0, k * 0.62, k * 0.06
    if s[L.S_LIT] > 0.5:
        return glow * 1.15, glow * 0.72, glow * 0.28
    return 0.0, 0.0, 0.0


@inlined
def lit(ray: Ray, t: float, kind: int, row: int, far: float, spread: float, shadows: bool,
        tables: Tables, movers: np.ndarray) -> Vector:  # fmt: skip
    """Light leaving what a ray met after t metres towards the ray's origin, before fog.

    `far` is the whole way to the eye in metres, `spread` a pixel's width at one metre; without
    `shadows` the sun casts none.
    """
    s = tables.params
    foot = far * spread
    if kind == GROUND:
        at = ground_surface(tables, ray, t, far, foot)
    elif kind == PRIM:
        at = prim_surface(tables.prims, row, ray, t, foot)
    else:
        at = mover_surface(movers, row, ray, t, foot)
    if at.mat == L.LAMP:
        k = 1.0 if s[L.S_LIT] > 0.5 else 0.25
        return at.r * k, at.g * k, at.b * k
    x = ray.x + ray.dx * t
    y = ray.y + ray.dy * t
    z = ray.z + ray.dz * t
    side = -1.0 if ray.dx * at.nx + ray.dy * at.ny + ray.dz * at.nz > 0.0 else 1.0
    leaf = at.mat == L.LEAVES or at.mat == L.NEEDLES
    p = weathered(albedo(at, tables.noise, y), at, kind, x, y, z, side * at.ny, tables)
    n = roughened(side * at.nx, side * at.ny, side * at.nz, at, p.bump, tables.noise)
    occ = occlusion(x, y, z, n, leaf, far, tables)
    sun = sunlight(x, y, z, n, leaf, far, shadows, tables)
    hemi = 0.5 + 0.5 * n[1]
    lr = sun * s[L.S_SUNR] + occ * (s[L.S_GNDR] + (s[L.S_AMBR] - s[L.S_GNDR]) * hemi)
    lg = sun * s[L.S_SUNG] + occ * (s[L.S_GNDG] + (s[L.S_AMBG] - s[L.S_GNDG]) * hemi)
    lb = sun * s[L.S_SUNB] + occ * (s[L.S_GNDB] + (s[L.S_AMBB] - s[L.S_GNDB]) * hemi)
    if s[L.S_LIT] > 0.5:
        br, bg, bb = lamplight(x, y, z, n, occ, far, tables)
        lr += br
        lg += bg
        lb += bb
    r = p.r * lr
    g = p.g * lg
    b = p.b * lb
    if p.gloss > 0.0:
        mr, mg, mb = mirrored(ray, n, (lr, lg, lb), p.gloss, occ, sun, tables)
        r += mr
        g += mg
        b += mb
    if p.glow > 0.0:
        er, eg, eb = emitted(at, p, tables)
        r += er
        g += eg
        b += eb
    return r, g, b

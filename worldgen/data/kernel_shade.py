"""The one body of the renderer: a ray in, colour, distance and what was met out.

`shade` finds the nearest of ground, primitive, moving body and water, lights it,
puts water and fog before it and tone-maps. `draw_pixel` does so
for a pixel; `render` and `render_cuda` loop over pixels.

Not here: intersections (`kernel_trace`), light (`kernel_light`), drops and flakes that fall (they
are put before a picture once it is drawn, and are no part of the world).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import MISS, Ray, inlined, kernel, lattice
from worldgen.data.kernel_light import lit
from worldgen.data.kernel_sky import Colour, over, sky
from worldgen.data.kernel_trace import MOVER, PRIM, meet
from worldgen.data.tables import Tables

SKY, MOVES = 1, 2  # bits of a pixel's flags
IDENT_SKY, IDENT_WATER = -5, -9
WAVES_M = 70.0  # nearer water mirrors things, farther water the sky alone
MIRROR_M = 60.0  # as far as mirrored rays reach


@kernel
def tone(x: float) -> float:
    """Linear light to sRGB in [0, 1] by K. Narkowicz's filmic curve (2015)."""
    x = max(x, 0.0)
    x = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14)
    x = min(max(x, 0.0), 1.0)
    return 12.92 * x if x < 0.0031308 else 1.055 * x ** (1.0 / 2.4) - 0.055


@kernel
def mirror(ray: Ray, t: float, time: float, spread: float, s: np.ndarray,
           noise: np.ndarray) -> tuple[Ray, float, float]:  # fmt: skip
    """The ray that water t metres away throws back: (ray, cosine term, wave height)."""
    x = ray.x + ray.dx * t
    z = ray.z + ray.dz * t
    calm = min(max(1.4 - 8.0 * t * spread, 0.06), 1.0) * s[L.S_WAVE]
    n1 = lattice(noise, x * 1.1 + time * 0.9, z * 1.5 + time * 0.35)
    n2 = lattice(noise, x * 3.1 - time * 1.1, z * 2.7 + time * 0.8)
    n3 = lattice(noise, x * 1.3 - time * 0.5 + 50.0, z * 1.2 - time * 0.7)
    wx = calm * ((n1 - 0.5) * 0.16 + (n2 - 0.5) * 0.09)
    wz = calm * ((n3 - 0.5) * 0.16 + (n2 - 0.5) * 0.07)
    inv = 1.0 / math.sqrt(wx * wx + wz * wz + 1.0)
    k = 2.0 * (ray.dx * wx + ray.dy + ray.dz * wz) * inv
    rx = ray.dx - k * wx * inv
    ry = max(ray.dy - k * inv, 0.01)
    rz = ray.dz - k * wz * inv
    inv = 1.0 / math.sqrt(rx * rx + ry * ry + rz * rz)
    return Ray(x, s[L.S_WATER] + 0.01, z, rx * inv, ry * inv, rz * inv), k, n1


@kernel
def through_water(under: Colour, shown: Colour, back: Ray, cosine: float, wave: float, deep: float,
                  s: np.ndarray) -> Colour:  # fmt: skip
    """Water over what lies `deep` metres further along the ray: mirror image, tint, glint, foam.

    `shown` is what the mirrored ray `back` sees; `cosine` and `wave` come from `mirror`.
    """
    thick = min(deep, 30.0)
    seen = math.exp(-0.9 * thick)
    day = s[L.S_AMBG] + 0.5 * s[L.S_SUNG] * max(s[L.S_SUNY], 0.0)
    dim = (1.0 - seen) * day
    r = seen * under[0] * 0.8 + dim * s[L.S_WATR]
    g = seen * under[1] * 0.9 + dim * s[L.S_WATG]
    b = seen * under[2] + dim * s[L.S_WATB]
    fresnel = min(0.03 + 0.97 * (1.0 - min(max(-0.5 * cosine, 0.0), 1.0)) ** 5, 0.9)
    r, g, b = over((r, g, b), shown, fresnel)
    toward = back.dx * s[L.S_SUNX] + back.dy * s[L.S_SUNY] + back.dz * s[L.S_SUNZ]
    glint = max(toward, 0.0) ** 160 * 1.2
    r += glint * s[L.S_SUNR]
    g += glint * s[L.S_SUNG]
    b += glint * s[L.S_SUNB]
    foam = min(max(1.0 - thick * 2.2 - 0.6 * wave, 0.0), 1.0) * s[L.S_WAVE] * 0.75
    return over((r, g, b), (day * 0.8, day * 0.83, day * 0.85), foam)


@kernel
def fogged(under: Colour, ray: Ray, t: float, s: np.ndarray) -> Colour:
    """What lies t metres off, through fog that glows towards the sun and closes at FAR_M."""
    veil = 1.0 - math.exp(-s[L.S_FOG] * t)
    if s[L.S_INDOOR] < 0.5 and t > 150.0:
        veil = max(veil, min((t - 150.0) / (L.FAR_M - 150.0), 1.0))
    toward = (
        max(ray.dx * s[L.S_SUNX] + ray.dy * s[L.S_SUNY] + ray.dz * s[L.S_SUNZ], 0.0) ** 6 * 0.06
    )
    fog = (
        s[L.S_FOGR] + s[L.S_SUNR] * toward,
        s[L.S_FOGG] + s[L.S_SUNG] * toward,
        s[L.S_FOGB] + s[L.S_SUNB] * toward,
    )
    return over(under, fog, veil)


@kernel
def water_ahead(ray: Ray, t: float, s: np.ndarray) -> float:
    """Distance to the water's surface if it lies before what was met after t metres, or MISS."""
    if s[L.S_WATER] <= -90.0 or ray.dy >= -1e-5 or ray.y <= s[L.S_WATER]:
        return MISS
    water = (s[L.S_WATER] - ray.y) / ray.dy
    return float(water) if water <= min(t, L.FAR_M) else MISS


@kernel
def identity(kind: int, row: int, prims: np.ndarray) -> int:
    """A number that tells surfaces apart; the sky and all leaves share one."""
    if kind == PRIM:
        mat = int(prims[row, L.P_MAT])
        if mat == L.LEAVES or mat == L.NEEDLES:
            return IDENT_SKY
    return row * 4 + kind


@inlined
def shade(ray: Ray, time: float, spread: float, tables: Tables,
          movers: np.ndarray) -> tuple[Colour, float, int, int]:  # fmt: skip
    """One ray through one scene at a moment; water throws it back once.

    Args:
        ray: from the eye.
        time: seconds; moves water and clouds.
        spread: a pixel's width at one metre.
        tables: the scene.
        movers: (M, 10) float64, what moves by itself: centre, half axes, colour, material.

    Returns:
        sRGB in [0, 1]; distance in metres or MISS; flags SKY and MOVES; a number that
        tells surfaces apart, for smoothing edges.
    """
    s = tables.params
    flags = 0
    ident = IDENT_WATER
    colour = (0.0, 0.0, 0.0)
    here = ray
    reach = L.FAR_M
    distance = MISS  # to what is seen first
    deep = 0.0
    cosine = 0.0
    wave = 0.0
    for bounce in range(2):
        t = MISS
        kind = -1
        row = -1
        if reach > 0.0:
            t, kind, row = meet(here, reach, tables, movers, spread)
        if kind < 0:
            shown = sky(here.dx, here.dy, here.dz, s, tables.noise, time)
        else:
            far = t + distance if bounce > 0 else t
            shown = lit(here, t, kind, row, far, spread, bounce == 0, tables, movers)
        if bounce > 0:
            colour = through_water(colour, shown, here, cosine, wave, deep, s)
            break
        colour = shown
        distance = water_ahead(ray, t, s)
        if distance >= MISS:
            distance = t
            ident = identity(kind, row, tables.prims)
            flags = SKY if kind < 0 else (MOVES if kind == MOVER else 0)
            break
        flags = MOVES
        deep = t - distance
        reach = MIRROR_M if distance < WAVES_M else 0.0
        here, cosine, wave = mirror(ray, distance, time, spread, s, tables.noise)
    if distance < MISS:
        colour = fogged(colour, ray, distance, s)
    e = s[L.S_EXPO]
    return (tone(colour[0] * e), tone(colour[1] * e), tone(colour[2] * e)), distance, flags, ident


@kernel
def pixel_ray(pose: np.ndarray, lens: np.ndarray, u: float, v: float) -> tuple[Ray, float]:
    """The ray of pixel coordinates (u, v), and the share of its length that is depth.

    `pose` is (4, 4) camera to world in the contract's axes, `lens` (4,) fx, fy, cx, cy.
    """
    x = (u - lens[2]) / lens[0]
    y = (v - lens[3]) / lens[1]
    inv = 1.0 / math.sqrt(x * x + y * y + 1.0)
    dx = (pose[0, 0] * x + pose[0, 1] * y + pose[0, 2]) * inv
    dy = -(pose[1, 0] * x + pose[1, 1] * y + pose[1, 2]) * inv
    dz = (pose[2, 0] * x + pose[2, 1] * y + pose[2, 2]) * inv
    return Ray(pose[0, 3], -pose[1, 3], pose[2, 3], dx, dy, dz), inv


@kernel
def is_edge(row: int, col: int, ident: np.ndarray) -> bool:
    """Whether one of a pixel's four neighbours shows another surface."""
    height, width = ident.shape
    mark = ident[row, col]
    return bool(
        ident[row, max(col - 1, 0)] != mark
        or ident[max(row - 1, 0), col] != mark
        or ident[row, min(col + 1, width - 1)] != mark
        or ident[min(row + 1, height - 1), col] != mark
    )


@inlined
def draw_pixel(row: int, col: int, stage: int, extra: int, pose: np.ndarray, lens: np.ndarray,
               time: float, tables: Tables, movers: np.ndarray, rgb: np.ndarray, depth: np.ndarray,
               flags: np.ndarray, ident: np.ndarray) -> None:  # fmt: skip
    """One pixel of one frame.

    Stage 0 draws it by the ray through its centre. Stage 1, once all pixels have been through
    stage 0, averages it with `extra` further rays where surfaces meet; depth stays as it was.
    """
    r = 0.0
    g = 0.0
    b = 0.0
    rays = 1
    if stage > 0:
        if not is_edge(row, col, ident):
            return
        r += rgb[row, col, 0]
        g += rgb[row, col, 1]
        b += rgb[row, col, 2]
        rays = extra
    for k in range(rays):
        du = 0.5
        dv = 0.5
        if stage > 0:
            du = 0.25 if (k == 0 or k == 2) else 0.75
            dv = 0.25 if k == 0 else (0.5 if k == 1 else 0.75)
        ray, along = pixel_ray(pose, lens, col + du, row + dv)
        colour, t, flag, mark = shade(ray, time, 1.0 / lens[0], tables, movers)
        r += colour[0] * 255.0
        g += colour[1] * 255.0
        b += colour[2] * 255.0
        if stage == 0:
            depth[row, col] = t * along if t < MISS else math.inf
            flags[row, col] = flag
            ident[row, col] = mark
    q = 1.0 / (rays + stage)
    rgb[row, col, 0] = int(r * q + 0.5)
    rgb[row, col, 1] = int(g * q + 0.5)
    rgb[row, col, 2] = int(b * q + 0.5)

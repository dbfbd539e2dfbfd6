"""The one body of the renderer: a ray in, colour, distance and what was met out.

`shade` finds the nearest of ground, primitive, moving body and water, lights it
(sun or moon with a shadow ray, lamps, hemispherical ambient, baked occlusion,
fog) and tone-maps. Callers loop over pixels (`render`, `render_cuda`).

Not here: intersections (`kernel_trace`), patterns (`kernel_texture`).
"""

import math

from numba import njit

from worldgen.data.kernel_sky import sky
from worldgen.data.kernel_texture import albedo
from worldgen.data.kernel_trace import (
    FAST, MISS, bilinear, hit_ellipsoid, lattice, trace_cave, trace_ground, trace_prims,
)  # fmt: skip
from worldgen.data.layout import (
    AO_LAYERS, ARCH, BALL, BOX, CELL_M, CELLS, ELLIPSOID, FAR_M, FRUSTUM, GABLE, GRID, LAMP,
    LAMPS_A_CELL, LEAVES, NEEDLES, P_A,
    P_B, P_BL, P_C, P_COS, P_EXTRA, P_G, P_MAT, P_R, P_SEED, P_SIN, P_TYPE, P_X, P_Y, P_Z, PER_M,
    PRIMS_FAR_M, S_AMBB, S_AMBG, S_AMBR, S_AOBASE, S_EXPO, S_FLOWERS, S_FOG, S_FOGB, S_FOGG,
    S_FOGR, S_GLOW, S_GNDB, S_GNDG, S_GNDR, S_HMAX, S_INDOOR, S_LIT, S_M0B, S_M0G, S_M0R, S_M1B,
    S_M1G, S_M1R, S_MAT0, S_MAT1, S_MATS, S_MSB, S_MSG, S_MSR, S_NIGHT, S_RAIN, S_SLOPE, S_SLOPE0,
    S_SLOPE1, S_SNOW, S_SNOWF, S_SUNB, S_SUNG, S_SUNR, S_SUNX, S_SUNY, S_SUNZ, S_WATB, S_WATER,
    S_WATG, S_WATR, S_WAVE, S_WET, SNOW, TILE_M,
)  # fmt: skip


@njit(**FAST)
def openness(grid, x, y, z, base):
    """Baked distance to the nearest surface at a point, metres in [0, 2]."""
    fy = (y - base) * PER_M
    by = math.floor(fy)
    j = int(by)
    if j < 0 or j >= AO_LAYERS - 1:
        return 2.0
    fx = x * PER_M
    fz = z * PER_M
    bx = math.floor(fx)
    bz = math.floor(fz)
    px = fx - bx
    py = fy - by
    pz = fz - bz
    i0 = int(bx) & (GRID - 1)
    k0 = int(bz) & (GRID - 1)
    i1 = (i0 + 1) & (GRID - 1)
    k1 = (k0 + 1) & (GRID - 1)
    a = grid[k0, i0, j] * (1.0 - py) + grid[k0, i0, j + 1] * py
    b = grid[k0, i1, j] * (1.0 - py) + grid[k0, i1, j + 1] * py
    c = grid[k1, i0, j] * (1.0 - py) + grid[k1, i0, j + 1] * py
    d = grid[k1, i1, j] * (1.0 - py) + grid[k1, i1, j + 1] * py
    a = a * (1.0 - px) + b * px
    c = c * (1.0 - px) + d * px
    return (a * (1.0 - pz) + c * pz) * (2.0 / 255.0)


@njit(**FAST)
def prim_normal(prims, i, px, py, pz):
    """Unit normal of primitive i at a point relative to its centre."""
    co = prims[i, P_COS]
    si = prims[i, P_SIN]
    x = px * co - pz * si
    z = px * si + pz * co
    y = py
    a = prims[i, P_A]
    b = prims[i, P_B]
    c = prims[i, P_C]
    kind = int(prims[i, P_TYPE])
    nx = 0.0
    ny = 1.0
    nz = 0.0
    if kind == BOX or kind == ARCH:
        qx = abs(x) - a
        qy = abs(y) - b
        qz = abs(z) - c
        e = -0.004
        if kind == ARCH and qx < e and qy < e and qz < e:
            hole = prims[i, P_EXTRA]
            spring = b - (a - hole) - hole
            if y < spring:
                nx = -1.0 if x > 0.0 else 1.0
                ny = 0.0
            else:
                nx = -x
                ny = spring - y
        elif qx >= qy and qx >= qz:
            nx = 1.0 if x > 0.0 else -1.0
            ny = 0.0
        elif qy >= qz:
            ny = 1.0 if y > 0.0 else -1.0
        else:
            ny = 0.0
            nz = 1.0 if z > 0.0 else -1.0
    elif kind == ELLIPSOID:
        nx = x / (a * a)
        ny = y / (b * b)
        nz = z / (c * c)
    elif kind == FRUSTUM:
        if y > b - 0.002:
            ny = 1.0
        elif y < -b + 0.002:
            ny = -1.0
        else:
            rad = math.sqrt(x * x + z * z) + 1e-9
            nx = x / rad
            nz = z / rad
            ny = (a - c) / (2.0 * b)
    else:
        side = (2.0 * b * abs(x) + a * (y - b)) / math.sqrt(4.0 * b * b + a * a)
        gable = abs(z) - c
        floor = -b - y
        if side >= gable and side >= floor:
            nx = 2.0 * b * (1.0 if x > 0.0 else -1.0)
            ny = a
        elif gable >= floor:
            ny = 0.0
            nz = 1.0 if z > 0.0 else -1.0
        else:
            ny = -1.0
    inv = 1.0 / math.sqrt(nx * nx + ny * ny + nz * nz + 1e-12)
    return (nx * co + nz * si) * inv, ny * inv, (-nx * si + nz * co) * inv


@njit(**FAST)
def surface_uv(prims, i, px, py, pz, nx, ny, nz):
    """Texture coordinates in metres at a point relative to primitive i: (u, v)."""
    co = prims[i, P_COS]
    si = prims[i, P_SIN]
    x = px * co - pz * si
    z = px * si + pz * co
    kind = int(prims[i, P_TYPE])
    b = prims[i, P_B]
    if kind == FRUSTUM:
        if abs(ny) > 0.95:
            return x, z
        return math.atan2(z, x) * max(prims[i, P_A], 0.1), py + b
    if kind == ELLIPSOID:
        return x + 0.4 * py, z + 0.7 * py
    lx = nx * co - nz * si
    lz = nx * si + nz * co
    if kind == GABLE and ny > 0.05:
        a = prims[i, P_A]
        return z, (py + b) * math.sqrt(1.0 + (a / (2.0 * b)) ** 2)
    if abs(ny) > 0.7:
        return x, z
    if abs(lx) > abs(lz):
        return z, py + b
    return x, py + b


@njit(**FAST)
def blocked_ray(x, y, z, dx, dy, dz, reach, prims, starts, items, spans, skips, table):
    """1 if something stands within `reach` metres towards the light, else 0."""
    t, i = trace_prims(x, y, z, dx, dy, dz, reach, prims, starts, items, spans, skips, table, 0.01)
    return 1.0 if i >= 0 else 0.0


@njit(**FAST)
def fall(dx, dy, dz, s, table, time):
    """Rain or snow in front of the lens along a ray: coverage in [0, 1]."""
    cover = 0.0
    el = math.atan2(dy, math.sqrt(dx * dx + dz * dz))
    az = math.atan2(dx, dz)
    if s[S_RAIN] > 0.0:
        for layer in range(2):
            f = 44.0 + 40.0 * layer
            col = math.floor(az * f * (1.0 + 0.02 * layer))
            n = lattice(table, col * 3.0, 7.0 * layer + 1.0)
            y = el * 3.4 + time * (3.1 + 0.8 * n) + n * 31.0
            m = lattice(table, col * 3.0 + 1.0, math.floor(y) * 5.0)
            if m > 0.80:
                p = y - math.floor(y)
                x = az * f * (1.0 + 0.02 * layer) - col
                if p < 0.55 and abs(x - 0.5) < 0.20:
                    cover = max(cover, 0.34 * s[S_RAIN] * (1.0 - abs(p - 0.275) * 3.0))
    if s[S_SNOWF] > 0.0:
        for layer in range(3):
            f = 9.0 + 9.0 * layer
            u = az * f + 0.5 * math.sin(time * 1.3 + layer)
            v = el * f + time * (1.8 + 0.9 * layer)
            n = lattice(table, math.floor(u) * 3.0, math.floor(v) * 5.0 + layer)
            m = lattice(table, math.floor(u) * 3.0 + 1.0, math.floor(v) * 5.0 + layer)
            if n > 0.45:
                x = u - math.floor(u) - 0.25 - 0.5 * m
                y = v - math.floor(v) - 0.25 - 0.5 * n
                d = math.sqrt(x * x + y * y) / (0.10 + 0.03 * layer)
                cover = max(cover, min(max(1.6 - 1.6 * d, 0.0), 0.8) * s[S_SNOWF])
    return max(cover, 0.0)


@njit(**FAST)
def lamps(lights, nearby, x, y, z, nx, ny, nz):
    """Light of the lamps near a point without shadows: (r, g, b, row of the strongest or -1)."""
    r = 0.0
    g = 0.0
    b = 0.0
    best = 0.02
    strongest = -1
    cx = int(math.floor(x / CELL_M)) & (CELLS - 1)
    cz = int(math.floor(z / CELL_M)) & (CELLS - 1)
    for slot in range(LAMPS_A_CELL):
        i = nearby[cz, cx, slot]
        if i < 0:
            break
        vx = lights[i, 0] - x
        vz = lights[i, 2] - z
        vx -= TILE_M * math.floor(vx / TILE_M + 0.5)
        vz -= TILE_M * math.floor(vz / TILE_M + 0.5)
        rad = lights[i, 6]
        if abs(vx) > rad or abs(vz) > rad:
            continue
        vy = lights[i, 1] - y
        d2 = vx * vx + vy * vy + vz * vz
        if d2 > rad * rad:
            continue
        d = math.sqrt(d2) + 1e-6
        face = max((nx * vx + ny * vy + nz * vz) / d * 0.8 + 0.2, 0.0)
        edge = 1.0 - d2 / (rad * rad)
        k = face * edge * edge / (0.35 + 0.22 * d2)
        if k * lights[i, 3] > best:
            best = k * lights[i, 3]
            strongest = i
        r += k * lights[i, 3]
        g += k * lights[i, 4]
        b += k * lights[i, 5]
    return r, g, b, strongest


@njit(**FAST)
def meet(ox, oy, oz, dx, dy, dz, far, s, ground, roof, prims, starts, items, spans, skips, movers,
         table, spread):  # fmt: skip
    """Nearest solid thing along a ray: (distance, kind, row); 0 ground, 1 primitive, 2 mover."""
    if s[S_INDOOR] > 0.5:
        t = trace_cave(ox, oy, oz, dx, dy, dz, min(far, 90.0), ground, roof, s[S_SLOPE])
    else:
        t = trace_ground(ox, oy, oz, dx, dy, dz, far, ground, -99.0, s[S_HMAX], s[S_SLOPE])
    kind = 0
    row = -1
    if t >= MISS:
        kind = -1
    reach = min(t, min(far, PRIMS_FAR_M))
    tp, i = trace_prims(
        ox, oy, oz, dx, dy, dz, reach, prims, starts, items, spans, skips, table, spread
    )
    if i >= 0:
        t = tp
        kind = 1
        row = i
    for m in range(movers.shape[0]):
        near, _ = hit_ellipsoid(
            ox - movers[m, 0],
            oy - movers[m, 1],
            oz - movers[m, 2],
            dx,
            dy,
            dz,
            movers[m, 3],
            movers[m, 4],
            movers[m, 5],
        )
        if near > 0.05 and near < t:
            t = near
            kind = 2
            row = m
    return t, kind, row


@njit(**FAST)
def lit(kind, row, x, y, z, dx, dy, dz, t, foot, shadows, s, ground, roof, path, shade_map, ao,
        prims, starts, items, spans, skips, lights, nearby, movers, table):  # fmt: skip
    """Light leaving the surface at a point towards the eye, before fog: linear (r, g, b)."""
    seed = 0.0
    ceiling = False
    if kind == 0:
        e = 0.35 + 0.012 * t
        if s[S_INDOOR] > 0.5 and abs(bilinear(roof, x, z) - y) < abs(y - bilinear(ground, x, z)):
            ceiling = True
            nx = bilinear(roof, x + e, z) - bilinear(roof, x - e, z)
            nz = bilinear(roof, x, z + e) - bilinear(roof, x, z - e)
            ny = -2.0 * e
        else:
            nx = bilinear(ground, x - e, z) - bilinear(ground, x + e, z)
            nz = bilinear(ground, x, z - e) - bilinear(ground, x, z + e)
            ny = 2.0 * e
        inv = 1.0 / math.sqrt(nx * nx + ny * ny + nz * nz)
        nx *= inv
        ny *= inv
        nz *= inv
        mat = int(s[S_MAT0])
        ar = s[S_M0R]
        ag = s[S_M0G]
        ab = s[S_M0B]
        flowers = s[S_FLOWERS]
        jag = 0.22 * (lattice(table, x * 0.8, z * 0.8) - 0.5)
        if bilinear(path, x, z) + jag > 0.5:
            mat = int(s[S_MAT1])
            ar = s[S_M1R]
            ag = s[S_M1G]
            ab = s[S_M1B]
            flowers = 0.0
        steep = 1.0 - abs(ny) + 0.25 * jag
        if steep > s[S_SLOPE0] or ceiling:
            mat = int(s[S_MATS])
            ar = s[S_MSR]
            ag = s[S_MSG]
            ab = s[S_MSB]
            flowers = 0.0
        u = x
        v = z
        if abs(ny) < 0.55:
            u = x * nz - z * nx
            v = y
        grazing = foot / max(abs(dx * nx + dy * ny + dz * nz), 0.12)
    elif kind == 1:
        px = x - prims[row, P_X]
        pz = z - prims[row, P_Z]
        px -= TILE_M * math.floor(px / TILE_M + 0.5)
        pz -= TILE_M * math.floor(pz / TILE_M + 0.5)
        py = y - prims[row, P_Y]
        nx, ny, nz = prim_normal(prims, row, px, py, pz)
        u, v = surface_uv(prims, row, px, py, pz, nx, ny, nz)
        mat = int(prims[row, P_MAT])
        ar = prims[row, P_R]
        ag = prims[row, P_G]
        ab = prims[row, P_BL]
        seed = prims[row, P_SEED]
        flowers = 0.0
        grazing = foot / max(abs(dx * nx + dy * ny + dz * nz), 0.15)
    else:
        nx = (x - movers[row, 0]) / movers[row, 3] ** 2
        ny = (y - movers[row, 1]) / movers[row, 4] ** 2
        nz = (z - movers[row, 2]) / movers[row, 5] ** 2
        inv = 1.0 / math.sqrt(nx * nx + ny * ny + nz * nz)
        nx *= inv
        ny *= inv
        nz *= inv
        mat = BALL
        u = math.atan2(nx, nz) * 0.8
        v = ny
        ar = movers[row, 6]
        ag = movers[row, 7]
        ab = movers[row, 8]
        flowers = 0.0
        grazing = foot
    if mat == LAMP:
        k = 1.0 if s[S_LIT] > 0.5 else 0.25
        return ar * k, ag * k, ab * k
    if dx * nx + dy * ny + dz * nz > 0.0:
        nx = -nx
        ny = -ny
        nz = -nz
    # snow lies on what faces up
    soft = 0.35 * (lattice(table, x * 0.9, z * 0.9) - 0.5) + 0.2 * (
        lattice(table, x * 4.0, z * 4.0) - 0.5
    )
    laid = 0.0
    if s[S_SNOW] > 0.0 and kind < 2:
        bar = 0.86 - 0.55 * s[S_SNOW]
        laid = min(max((ny + soft * (1.2 - s[S_SNOW]) - bar) * 5.0, 0.0), 1.0)
        if kind == 1 and (mat == LEAVES or mat == NEEDLES):
            laid *= 0.75
    ar, ag, ab, bump, gloss, glow = albedo(
        mat, u, v, y, grazing, ar, ag, ab, seed, table, ny, flowers
    )
    if laid > 0.0:
        wr, wg, wb, _, _, _ = albedo(SNOW, x, z, y, grazing, 0.80, 0.84, 0.90, 0.0, table, ny, 0.0)
        ar += (wr - ar) * laid
        ag += (wg - ag) * laid
        ab += (wb - ab) * laid
        gloss *= 1.0 - laid
    wet = s[S_WET] * max(ny, 0.0) * (1.0 - laid)
    if wet > 0.0:
        puddle = (
            min(max((lattice(table, x * 0.5, z * 0.5) - 0.52) * 5.0, 0.0), 1.0)
            if kind == 0
            else 0.2
        )
        ar *= 1.0 - 0.35 * wet
        ag *= 1.0 - 0.35 * wet
        ab *= 1.0 - 0.35 * wet
        gloss = max(gloss, wet * (0.12 + 0.55 * puddle))
    if bump > 0.0:
        near = min(max(1.5 - 3.0 * grazing, 0.0), 1.0)
        if near > 0.0:
            f = bump * near
            nx += f * (lattice(table, u * 5.0, v * 5.0 + 13.0) - 0.5)
            ny += 0.6 * f * (lattice(table, u * 5.0 + 27.0, v * 5.0) - 0.5)
            nz += f * (lattice(table, u * 5.0 + 51.0, v * 5.0 + 5.0) - 0.5)
            inv = 1.0 / math.sqrt(nx * nx + ny * ny + nz * nz)
            nx *= inv
            ny *= inv
            nz *= inv
    # baked occlusion
    occ = 1.0
    if t < 90.0:
        a1 = openness(ao, x + 0.35 * nx, y + 0.35 * ny, z + 0.35 * nz, s[S_AOBASE])
        a2 = openness(ao, x + 1.1 * nx, y + 1.1 * ny, z + 1.1 * nz, s[S_AOBASE])
        occ = min(0.22 + 0.78 * (0.5 * min(a1 / 0.35, 1.0) + 0.5 * min(a2 / 1.1, 1.0)), 1.0)
    leaf = mat == LEAVES or mat == NEEDLES
    if leaf:
        occ = min(0.35 + 0.65 * (0.5 + 0.5 * ny), 1.0)
    # key light
    face = nx * s[S_SUNX] + ny * s[S_SUNY] + nz * s[S_SUNZ]
    if leaf:
        face = 0.65 * max(face, 0.0) + 0.25 + 0.1 * face
    lr = 0.0
    lg = 0.0
    lb = 0.0
    sun = 0.0
    if face > 0.0 and s[S_SUNG] > 0.003:
        sun = face
        top = bilinear(shade_map, x, z)
        sun *= min(max((y - top) * 0.9 + 0.6, 0.0), 1.0)
        if sun > 0.0 and shadows > 0.0 and t < 110.0:
            off = 0.03 + 0.0015 * t
            ox = x + nx * off
            oy = y + ny * off
            oz = z + nz * off
            sun *= 1.0 - shadows * blocked_ray(
                ox, oy, oz, s[S_SUNX], s[S_SUNY], s[S_SUNZ], 45.0, prims, starts, items, spans,
                skips, table)  # fmt: skip
        lr = sun * s[S_SUNR]
        lg = sun * s[S_SUNG]
        lb = sun * s[S_SUNB]
    hemi = 0.5 + 0.5 * ny
    lr += occ * (s[S_GNDR] + (s[S_AMBR] - s[S_GNDR]) * hemi)
    lg += occ * (s[S_GNDG] + (s[S_AMBG] - s[S_GNDG]) * hemi)
    lb += occ * (s[S_GNDB] + (s[S_AMBB] - s[S_GNDB]) * hemi)
    if s[S_LIT] > 0.5 and lights.shape[0] > 0:
        br, bg, bb, near_lamp = lamps(lights, nearby, x, y, z, nx, ny, nz)
        dim = 0.4 + 0.6 * occ
        if near_lamp >= 0 and s[S_INDOOR] > 0.5 and t < 40.0:
            vx = lights[near_lamp, 0] - x
            vy = lights[near_lamp, 1] - y
            vz = lights[near_lamp, 2] - z
            vx -= TILE_M * math.floor(vx / TILE_M + 0.5)
            vz -= TILE_M * math.floor(vz / TILE_M + 0.5)
            d = math.sqrt(vx * vx + vy * vy + vz * vz) + 1e-6
            hid = blocked_ray(
                x + 0.04 * nx,
                y + 0.04 * ny,
                z + 0.04 * nz,
                vx / d,
                vy / d,
                vz / d,
                d - 0.35,
                prims,
                starts,
                items,
                spans,
                skips,
                table,
            )
            dim *= 1.0 - 0.6 * hid
        lr += br * dim
        lg += bg * dim
        lb += bb * dim
    r = ar * lr
    g = ag * lg
    b = ab * lb
    if gloss > 0.0:
        k = 2.0 * (dx * nx + dy * ny + dz * nz)
        rx = dx - k * nx
        ry = dy - k * ny
        rz = dz - k * nz
        fres = gloss * (0.06 + 0.94 * (1.0 - min(max(-0.5 * k, 0.0), 1.0)) ** 5)
        if s[S_INDOOR] > 0.5:
            r += fres * 0.5 * lr * 0.3
            g += fres * 0.5 * lg * 0.3
            b += fres * 0.5 * lb * 0.3
        else:
            hr, hg, hb = sky(rx, max(ry, 0.02), rz, s, table, 0.0, True)
            fres *= occ
            r += fres * hr
            g += fres * hg
            b += fres * hb
            spec = max(rx * s[S_SUNX] + ry * s[S_SUNY] + rz * s[S_SUNZ], 0.0) ** 40 * sun * gloss
            r += spec * s[S_SUNR] * 0.5
            g += spec * s[S_SUNG] * 0.5
            b += spec * s[S_SUNB] * 0.5
    if glow > 0.0:
        if mat == int(s[S_MAT0]) and s[S_GLOW] > 0.0:
            r += glow * s[S_GLOW] * 3.0
            g += glow * s[S_GLOW] * 0.62
            b += glow * s[S_GLOW] * 0.06
        elif s[S_LIT] > 0.5:
            r += glow * 1.15
            g += glow * 0.72
            b += glow * 0.28
    return r, g, b


@njit(**FAST)
def tone(x):
    """Filmic curve and sRGB: linear light to [0, 1]."""
    x = max(x, 0.0)
    x = x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14)
    x = min(max(x, 0.0), 1.0)
    return 12.92 * x if x < 0.0031308 else 1.055 * x ** (1.0 / 2.4) - 0.055


@njit(**FAST)
def shade(ox, oy, oz, dx, dy, dz, time, spread, s, ground, roof, path, shade_map, ao, prims,
          starts, items, spans, skips, lights, nearby, movers, table):  # fmt: skip
    """One unit ray through one scene: (r, g, b in [0, 1], distance, flags, identity).

    Flags: 1 sky, 2 moves by itself. Identity tells surfaces apart for edge smoothing.
    """
    t, kind, row = meet(
        ox,
        oy,
        oz,
        dx,
        dy,
        dz,
        FAR_M,
        s,
        ground,
        roof,
        prims,
        starts,
        items,
        spans,
        skips,
        movers,
        table,
        spread,
    )
    flags = 0
    ident = row * 4 + kind
    if kind == 1 and (int(prims[row, P_MAT]) == LEAVES or int(prims[row, P_MAT]) == NEEDLES):
        ident = -5
    water = MISS
    if s[S_WATER] > -90.0 and dy < -1e-5 and oy > s[S_WATER]:
        water = (s[S_WATER] - oy) / dy
        if water > min(t, FAR_M):
            water = MISS
    if kind == 2:
        flags = 2
    if kind < 0:
        if water >= MISS:
            flags = 1
        r, g, b = sky(dx, dy, dz, s, table, time, False)
        t = MISS
    else:
        r, g, b = lit(
            kind,
            row,
            ox + dx * t,
            oy + dy * t,
            oz + dz * t,
            dx,
            dy,
            dz,
            t,
            t * spread,
            1.0,
            s,
            ground,
            roof,
            path,
            shade_map,
            ao,
            prims,
            starts,
            items,
            spans,
            skips,
            lights, nearby,
            movers,
            table,
        )
    if water < MISS:
        x = ox + dx * water
        z = oz + dz * water
        flags = 2
        ident = -9
        calm = min(max(1.4 - 8.0 * water * spread, 0.06), 1.0) * s[S_WAVE]
        n1 = lattice(table, x * 1.1 + time * 0.9, z * 1.5 + time * 0.35)
        n2 = lattice(table, x * 3.1 - time * 1.1, z * 2.7 + time * 0.8)
        n3 = lattice(table, x * 1.3 - time * 0.5 + 50.0, z * 1.2 - time * 0.7)
        wx = calm * ((n1 - 0.5) * 0.16 + (n2 - 0.5) * 0.09)
        wz = calm * ((n3 - 0.5) * 0.16 + (n2 - 0.5) * 0.07)
        inv = 1.0 / math.sqrt(wx * wx + wz * wz + 1.0)
        k = 2.0 * (dx * wx + dy + dz * wz) * inv
        rx = dx - k * wx * inv
        ry = max(dy - k * inv, 0.01)
        rz = dz - k * wz * inv
        inv = 1.0 / math.sqrt(rx * rx + ry * ry + rz * rz)
        rx *= inv
        ry *= inv
        rz *= inv
        hr, hg, hb = sky(rx, ry, rz, s, table, time, False)
        if water < 70.0:
            tr, kr, rr = meet(
                x,
                s[S_WATER] + 0.01,
                z,
                rx,
                ry,
                rz,
                60.0,
                s,
                ground,
                roof,
                prims,
                starts,
                items,
                spans,
                skips,
                movers,
                table,
                spread,
            )
            if kr >= 0:
                hr, hg, hb = lit(
                    kr,
                    rr,
                    x + rx * tr,
                    s[S_WATER] + ry * tr,
                    z + rz * tr,
                    rx,
                    ry,
                    rz,
                    tr + water,
                    (tr + water) * spread,
                    0.0,
                    s,
                    ground,
                    roof,
                    path,
                    shade_map,
                    ao,
                    prims,
                    starts,
                    items,
                    spans,
                    skips,
                    lights, nearby,
                    movers,
                    table,
                )
        fres = 0.03 + 0.97 * (1.0 - min(max(-0.5 * k, 0.0), 1.0)) ** 5
        fres = min(fres, 0.9)
        thick = min(t - water, 30.0)
        seen = math.exp(-0.9 * thick)
        day = s[S_AMBG] + 0.5 * s[S_SUNG] * max(s[S_SUNY], 0.0)
        r = seen * r * 0.8 + (1.0 - seen) * s[S_WATR] * day
        g = seen * g * 0.9 + (1.0 - seen) * s[S_WATG] * day
        b = seen * b + (1.0 - seen) * s[S_WATB] * day
        r += (hr - r) * fres
        g += (hg - g) * fres
        b += (hb - b) * fres
        glint = max(rx * s[S_SUNX] + ry * s[S_SUNY] + rz * s[S_SUNZ], 0.0) ** 160
        r += glint * s[S_SUNR] * 1.2
        g += glint * s[S_SUNG] * 1.2
        b += glint * s[S_SUNB] * 1.2
        foam = min(max(1.0 - thick * 2.2 - 0.6 * n1, 0.0), 1.0) * s[S_WAVE]
        if foam > 0.0:
            w = foam * 0.75
            r += (day * 0.8 - r) * w
            g += (day * 0.83 - g) * w
            b += (day * 0.85 - b) * w
        t = water
    if t < MISS:
        veil = 1.0 - math.exp(-s[S_FOG] * t)
        if s[S_INDOOR] < 0.5 and t > 150.0:
            veil = max(veil, min((t - 150.0) / (FAR_M - 150.0), 1.0))
        toward = max(dx * s[S_SUNX] + dy * s[S_SUNY] + dz * s[S_SUNZ], 0.0) ** 6 * 0.12
        r += (s[S_FOGR] + s[S_SUNR] * toward * 0.5 - r) * veil
        g += (s[S_FOGG] + s[S_SUNG] * toward * 0.5 - g) * veil
        b += (s[S_FOGB] + s[S_SUNB] * toward * 0.5 - b) * veil
    if s[S_RAIN] > 0.0 or s[S_SNOWF] > 0.0:
        w = fall(dx, dy, dz, s, table, time)
        if w > 0.02:
            lum = (s[S_AMBR] + s[S_AMBG] + s[S_AMBB]) * 0.45 + 0.03
            lum *= 1.0 if s[S_RAIN] > 0.0 else 1.5
            r += (lum - r) * w
            g += (lum - g) * w
            b += (lum * 1.05 - b) * w
            if w > 0.12:
                flags |= 2
    e = s[S_EXPO]
    return tone(r * e), tone(g * e), tone(b * e), t, flags, ident

"""Where a ray meets the scene: ground and ceiling by marching, primitives by exact roots.

Scalar numba functions without arrays of their own: `render` runs them in
parallel on the CPU and `render_cuda` on a GPU (a CUDA kernel takes functions
decorated with `njit` as device functions). Coordinates are height-up.

Not here: colour (`kernel_shade`).
"""

import math

from numba import njit

from worldgen.data.layout import (
    ARCH, BOX, CELL_M, CELLS, ELLIPSOID, FRUSTUM, GABLE, GRID, LEAVES, NEEDLES, P_A, P_B, P_C,
    P_COS, P_EXTRA, P_MAT, P_SEED, P_SIN, P_TYPE, P_X, P_Y, P_Z, PER_M, TILE_M,
)  # fmt: skip

FAST = {"cache": True, "fastmath": {"contract", "afn", "arcp", "nsz", "reassoc"},
        "error_model": "numpy"}  # fmt: skip
MISS = 1e9


@njit(**FAST)
def bilinear(grid, x, z):
    """A ground grid at (x, z) metres, repeating."""
    fx = x * PER_M
    fz = z * PER_M
    bx = math.floor(fx)
    bz = math.floor(fz)
    px = fx - bx
    pz = fz - bz
    i0 = int(bx) & (GRID - 1)
    k0 = int(bz) & (GRID - 1)
    i1 = (i0 + 1) & (GRID - 1)
    k1 = (k0 + 1) & (GRID - 1)
    a = grid[k0, i0] * (1.0 - px) + grid[k0, i1] * px
    b = grid[k1, i0] * (1.0 - px) + grid[k1, i1] * px
    return a * (1.0 - pz) + b * pz


@njit(**FAST)
def lattice(table, x, y):
    """Smooth value noise in [0, 1] from the shared table."""
    bx = math.floor(x)
    by = math.floor(y)
    px = x - bx
    py = y - by
    px = px * px * (3.0 - 2.0 * px)
    py = py * py * (3.0 - 2.0 * py)
    i0 = int(bx) & 255
    k0 = int(by) & 255
    i1 = (i0 + 1) & 255
    k1 = (k0 + 1) & 255
    a = table[k0, i0] * (1.0 - px) + table[k0, i1] * px
    b = table[k1, i0] * (1.0 - px) + table[k1, i1] * px
    return a * (1.0 - py) + b * py


@njit(**FAST)
def trace_ground(ox, oy, oz, dx, dy, dz, tmax, ground, low, high, slope):
    """Distance to the ground along a unit ray, or MISS."""
    t = 0.02
    if oy > high:
        if dy >= 0.0:
            return MISS
        t = (high - oy) / dy
    flat = math.sqrt(dx * dx + dz * dz)
    inv = 1.0 / (max(-dy, 0.0) + slope * flat + 0.05)
    before = t
    gap_before = 0.0
    for _ in range(160):
        if t > tmax:
            return MISS
        y = oy + dy * t
        if dy > 0.0 and y > high:
            return MISS
        gap = y - bilinear(ground, ox + dx * t, oz + dz * t)
        if gap < 0.0:
            for _ in range(6):
                part = gap_before / max(gap_before - gap, 1e-9)
                mid = before + (t - before) * min(max(part, 0.05), 0.95)
                g = oy + dy * mid - bilinear(ground, ox + dx * mid, oz + dz * mid)
                if g < 0.0:
                    t = mid
                    gap = g
                else:
                    before = mid
                    gap_before = g
                if abs(g) < 0.001:
                    return mid
            return t
        before = t
        gap_before = gap
        t += max(gap * inv, 0.03 + 0.006 * t)
    return MISS


@njit(**FAST)
def trace_cave(ox, oy, oz, dx, dy, dz, tmax, ground, roof, slope):
    """Distance to the ground or the ceiling along a unit ray, or MISS."""
    t = 0.02
    before = t
    flat = slope * math.sqrt(dx * dx + dz * dz) + 0.03
    down = 1.0 / (max(-dy, 0.0) + flat)
    up = 1.0 / (max(dy, 0.0) + flat)
    for _ in range(200):
        if t > tmax:
            return MISS
        y = oy + dy * t
        x = ox + dx * t
        z = oz + dz * t
        low = y - bilinear(ground, x, z)
        high = bilinear(roof, x, z) - y
        if low < 0.0 or high < 0.0:
            for _ in range(9):
                mid = 0.5 * (before + t)
                y = oy + dy * mid
                x = ox + dx * mid
                z = oz + dz * mid
                if min(y - bilinear(ground, x, z), bilinear(roof, x, z) - y) < 0.0:
                    t = mid
                else:
                    before = mid
            return t
        before = t
        t += max(min(low * down, high * up), 0.02 + 0.004 * t)
    return MISS


@njit(**FAST)
def hit_box(px, py, pz, dx, dy, dz, a, b, c):
    """Near and far distance along the ray to a box of half sizes a, b, c at the origin."""
    ix = 1.0 / (dx if abs(dx) > 1e-9 else 1e-9)
    iy = 1.0 / (dy if abs(dy) > 1e-9 else 1e-9)
    iz = 1.0 / (dz if abs(dz) > 1e-9 else 1e-9)
    kx = abs(ix) * a
    ky = abs(iy) * b
    kz = abs(iz) * c
    near = max(max(-ix * px - kx, -iy * py - ky), -iz * pz - kz)
    far = min(min(-ix * px + kx, -iy * py + ky), -iz * pz + kz)
    if near > far or far < 0.0:
        return MISS, MISS
    return near, far


@njit(**FAST)
def hit_frustum(px, py, pz, dx, dy, dz, r0, h, r1):
    """A standing cone of radius r0 at -h and r1 at +h; nearest positive distance."""
    k = (r1 - r0) / (2.0 * h)
    rm = 0.5 * (r0 + r1)
    q = rm + k * py
    a = dx * dx + dz * dz - k * k * dy * dy
    b = px * dx + pz * dz - q * k * dy
    c = px * px + pz * pz - q * q
    best = MISS
    disc = b * b - a * c
    if disc > 0.0 and abs(a) > 1e-9:
        root = math.sqrt(disc)
        for sign in (-1.0, 1.0):
            t = (-b + sign * root) / a
            y = py + t * dy
            if t > 0.01 and abs(y) <= h and q + k * t * dy >= 0.0 and t < best:
                best = t
    if abs(dy) > 1e-6:
        for end in (-1.0, 1.0):
            t = (end * h - py) / dy
            x = px + t * dx
            z = pz + t * dz
            r = r1 if end > 0.0 else r0
            if t > 0.01 and x * x + z * z < r * r and t < best:
                best = t
    return best


@njit(**FAST)
def hit_gable(px, py, pz, dx, dy, dz, a, b, c):
    """A saddle roof: ridge along z at +b, eaves at x = +-a, y = -b, gables at z = +-c."""
    near = -MISS
    far = MISS
    length = math.sqrt(4.0 * b * b + a * a)
    for side in range(5):
        if side < 2:
            s = 1.0 if side == 0 else -1.0
            nd = (s * 2.0 * b * dx + a * dy) / length
            np_ = (s * 2.0 * b * px + a * (py - b)) / length
        elif side < 4:
            s = 1.0 if side == 2 else -1.0
            nd = s * dz
            np_ = s * pz - c
        else:
            nd = -dy
            np_ = -py - b
        if abs(nd) < 1e-9:
            if np_ > 0.0:
                return MISS
            continue
        t = -np_ / nd
        if nd < 0.0:
            near = max(near, t)
        else:
            far = min(far, t)
    if near > far or near < 0.01:
        return MISS
    return near


@njit(**FAST)
def hit_arch(px, py, pz, dx, dy, dz, a, b, c, hole):
    """A box with a round-headed gate of half width `hole` through it along z."""
    near, far = hit_box(px, py, pz, dx, dy, dz, a, b, c)
    if near >= MISS:
        return MISS
    spring = b - (a - hole) - hole
    t = max(near, 0.0)
    x = px + dx * t
    y = py + dy * t
    gate = abs(x) < hole and y < spring
    over = y >= spring and x * x + (y - spring) * (y - spring) < hole * hole
    if near > 0.01 and not gate and not over:
        return near
    if not gate and not over:
        return MISS
    # inside the opening: where do we leave it through its walls?
    best = MISS
    if abs(dx) > 1e-9:
        tx = ((hole if dx > 0.0 else -hole) - px) / dx
        if tx > t and tx < far and py + dy * tx < spring:
            best = tx
    qa = dx * dx + dy * dy
    qy = py - spring
    qb = px * dx + qy * dy
    disc = qb * qb - qa * (px * px + qy * qy - hole * hole)
    if disc > 0.0 and qa > 1e-9:
        tr = (-qb + math.sqrt(disc)) / qa
        if tr > t and tr < far and py + dy * tr >= spring and tr < best:
            best = tr
    return best if best > 0.01 else MISS


@njit(**FAST)
def hit_ellipsoid(px, py, pz, dx, dy, dz, a, b, c):
    """Near and far distance to an ellipsoid of half axes a, b, c at the origin."""
    ia = 1.0 / a
    ib = 1.0 / b
    ic = 1.0 / c
    x = px * ia
    y = py * ib
    z = pz * ic
    u = dx * ia
    v = dy * ib
    w = dz * ic
    qa = u * u + v * v + w * w
    qb = x * u + y * v + z * w
    disc = qb * qb - qa * (x * x + y * y + z * z - 1.0)
    if disc <= 0.0:
        return MISS, MISS
    root = math.sqrt(disc)
    return (-qb - root) / qa, (-qb + root) / qa


@njit(**FAST)
def leafy(table, x, y, z, seed, foot):
    """Whether a crown has a leaf here; gaps close with distance so that nothing sparkles."""
    n = lattice(table, x * 5.3 + z * 2.9 + seed, y * 5.9 - z * 3.7)
    return n > 0.40 - 1.6 * foot


@njit(**FAST)
def hit_prim(prims, i, px, py, pz, dx, dy, dz, table, spread):
    """Distance to primitive i for a ray given relative to its centre, or MISS."""
    kind = int(prims[i, P_TYPE])
    co = prims[i, P_COS]
    si = prims[i, P_SIN]
    qx = px * co - pz * si
    qz = px * si + pz * co
    ux = dx * co - dz * si
    uz = dx * si + dz * co
    a = prims[i, P_A]
    b = prims[i, P_B]
    c = prims[i, P_C]
    if kind == BOX:
        near, far = hit_box(qx, py, qz, ux, dy, uz, a, b, c)
        return near if near > 0.01 else MISS
    if kind == FRUSTUM:
        t = hit_frustum(qx, py, qz, ux, dy, uz, a, b, c)
    elif kind == ELLIPSOID:
        t, far = hit_ellipsoid(qx, py, qz, ux, dy, uz, a, b, c)
        mat = int(prims[i, P_MAT])
        if mat == LEAVES and far < MISS and far > 0.01:
            s = prims[i, P_SEED]
            if t > 0.01 and leafy(table, qx + ux * t, py + dy * t, qz + uz * t, s, t * spread):
                return t
            f = far
            if leafy(table, qx + ux * f, py + dy * f, qz + uz * f, s, f * spread):
                return f
            return MISS
    elif kind == GABLE:
        return hit_gable(qx, py, qz, ux, dy, uz, a, b, c)
    else:
        return hit_arch(qx, py, qz, ux, dy, uz, a, b, c, prims[i, P_EXTRA])
    if kind == FRUSTUM and int(prims[i, P_MAT]) == NEEDLES and t < MISS:
        x = qx + ux * t
        z = qz + uz * t
        ang = math.atan2(z, x)
        n = lattice(table, ang * 4.0 + prims[i, P_SEED], (py + dy * t) * 3.0)
        if n < 0.36 - 1.2 * t * spread:
            return MISS
    return t if t > 0.01 else MISS


@njit(**FAST)
def trace_prims(ox, oy, oz, dx, dy, dz, tmax, prims, starts, items, spans, skips, table, spread):
    """Nearest primitive along a unit ray: (distance or MISS, its row); walks the 2-D bins."""
    best = tmax
    found = -1
    hx = dx if abs(dx) > 1e-9 else 1e-9
    hz = dz if abs(dz) > 1e-9 else 1e-9
    ivx = 1.0 / hx
    ivz = 1.0 / hz
    t = 0.0
    for _ in range(160):
        x = ox + dx * t
        z = oz + dz * t
        ix = int(math.floor(x / CELL_M))
        iz = int(math.floor(z / CELL_M))
        cx = ix & (CELLS - 1)
        cz = iz & (CELLS - 1)
        wide = skips[cz, cx]
        reach = wide if wide > 0 else 1
        ring = reach - 1
        ex = (ix + 1 + ring) * CELL_M if dx > 0.0 else (ix - ring) * CELL_M
        ez = (iz + 1 + ring) * CELL_M if dz > 0.0 else (iz - ring) * CELL_M
        leave = min((ex - ox) * ivx, (ez - oz) * ivz) + 1e-4
        if wide == 0:
            y0 = oy + dy * t
            y1 = oy + dy * min(leave, best)
            if min(y0, y1) <= spans[cz, cx, 1] and max(y0, y1) >= spans[cz, cx, 0]:
                mx = (ix + 0.5) * CELL_M
                mz = (iz + 0.5) * CELL_M
                for j in range(starts[cz * CELLS + cx], starts[cz * CELLS + cx + 1]):
                    i = items[j]
                    gx = prims[i, P_X]
                    gz = prims[i, P_Z]
                    gx += TILE_M * math.floor((mx - gx) / TILE_M + 0.5)
                    gz += TILE_M * math.floor((mz - gz) / TILE_M + 0.5)
                    d = hit_prim(
                        prims, i, ox - gx, oy - prims[i, P_Y], oz - gz, dx, dy, dz, table, spread
                    )
                    if d < best:
                        best = d
                        found = i
        if leave >= best:
            break
        t = max(leave, t + 1e-4)
        if dy > 0.0 and oy + dy * t > spans[0, 0, 2]:
            break
    if found < 0:
        return MISS, -1
    return best, found

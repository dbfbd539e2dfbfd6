"""Where a ray meets one primitive: exact roots, no marching.

Every shape stands at the origin of the ray's axes, unturned; a ray that misses
gets the distance MISS. Closed forms as in A. Glassner (ed.), An Introduction to
Ray Tracing, 1989, chapter 2.

Not here: which primitives a ray may meet at all (`kernel_trace`).
"""

import math

import numpy as np

from worldgen.data import layout as L
from worldgen.data.kernel_base import MISS, Ray, kernel, lattice

NEAR_M = 0.01  # nothing closer than this is met, so that a ray can leave a surface


@kernel
def hit_box(ray: Ray, a: float, b: float, c: float) -> tuple[float, float]:
    """Near and far distance to a box of half sizes a, b, c metres; near < 0 from inside."""
    ix = 1.0 / (ray.dx if abs(ray.dx) > 1e-9 else 1e-9)
    iy = 1.0 / (ray.dy if abs(ray.dy) > 1e-9 else 1e-9)
    iz = 1.0 / (ray.dz if abs(ray.dz) > 1e-9 else 1e-9)
    kx = abs(ix) * a
    ky = abs(iy) * b
    kz = abs(iz) * c
    near = max(max(-ix * ray.x - kx, -iy * ray.y - ky), -iz * ray.z - kz)
    far = min(min(-ix * ray.x + kx, -iy * ray.y + ky), -iz * ray.z + kz)
    if near > far or far < 0.0:
        return MISS, MISS
    return near, far


@kernel
def hit_frustum(ray: Ray, low_r: float, half: float, high_r: float) -> float:
    """Distance to a standing cone of radius `low_r` at -half and `high_r` at +half, metres."""
    k = (high_r - low_r) / (2.0 * half)
    q = 0.5 * (low_r + high_r) + k * ray.y
    a = ray.dx * ray.dx + ray.dz * ray.dz - k * k * ray.dy * ray.dy
    b = ray.x * ray.dx + ray.z * ray.dz - q * k * ray.dy
    c = ray.x * ray.x + ray.z * ray.z - q * q
    best = MISS
    disc = b * b - a * c
    if disc > 0.0 and abs(a) > 1e-9:
        root = math.sqrt(disc)
        for sign in (-1.0, 1.0):
            t = (-b + sign * root) / a
            y = ray.y + t * ray.dy
            if t > NEAR_M and abs(y) <= half and q + k * t * ray.dy >= 0.0 and t < best:
                best = t
    if abs(ray.dy) > 1e-6:
        for end in (-1.0, 1.0):
            t = (end * half - ray.y) / ray.dy
            x = ray.x + t * ray.dx
            z = ray.z + t * ray.dz
            r = high_r if end > 0.0 else low_r
            if t > NEAR_M and x * x + z * z < r * r and t < best:
                best = t
    return best


@kernel
def hit_gable(ray: Ray, a: float, b: float, c: float) -> float:
    """Distance to a saddle roof: ridge along z at +b, eaves at x = ±a, y = -b, gables z = ±c."""
    near = -MISS
    far = MISS
    length = math.sqrt(4.0 * b * b + a * a)
    for side in range(5):
        if side < 2:
            s = 1.0 if side == 0 else -1.0
            across = (s * 2.0 * b * ray.dx + a * ray.dy) / length
            off = (s * 2.0 * b * ray.x + a * (ray.y - b)) / length
        elif side < 4:
            s = 1.0 if side == 2 else -1.0
            across = s * ray.dz
            off = s * ray.z - c
        else:
            across = -ray.dy
            off = -ray.y - b
        if abs(across) < 1e-9:
            if off > 0.0:
                return MISS
            continue
        t = -off / across
        if across < 0.0:
            near = max(near, t)
        else:
            far = min(far, t)
    if near > far or near < NEAR_M:
        return MISS
    return near


@kernel
def hit_arch(ray: Ray, a: float, b: float, c: float, hole: float) -> float:
    """Distance to a box with a round-headed gate of half width `hole` through it along z."""
    near, far = hit_box(ray, a, b, c)
    if near >= MISS:
        return MISS
    spring = b - (a - hole) - hole  # where the gate's round head begins
    t = max(near, 0.0)
    x = ray.x + ray.dx * t
    y = ray.y + ray.dy * t
    gate = abs(x) < hole and y < spring
    over = y >= spring and x * x + (y - spring) * (y - spring) < hole * hole
    if not gate and not over:
        return near if near > NEAR_M else MISS
    # inside the opening: where does the ray leave it through its walls?
    best = MISS
    if abs(ray.dx) > 1e-9:
        side = ((hole if ray.dx > 0.0 else -hole) - ray.x) / ray.dx
        if side > t and side < far and ray.y + ray.dy * side < spring:
            best = side
    qa = ray.dx * ray.dx + ray.dy * ray.dy
    qy = ray.y - spring
    qb = ray.x * ray.dx + qy * ray.dy
    disc = qb * qb - qa * (ray.x * ray.x + qy * qy - hole * hole)
    if disc > 0.0 and qa > 1e-9:
        head = (-qb + math.sqrt(disc)) / qa
        if head > t and head < far and ray.y + ray.dy * head >= spring and head < best:
            best = head
    return best if best > NEAR_M else MISS


@kernel
def hit_ellipsoid(ray: Ray, a: float, b: float, c: float) -> tuple[float, float]:
    """Near and far distance to an ellipsoid of half axes a, b, c metres; near < 0 from inside."""
    ia = 1.0 / a
    ib = 1.0 / b
    ic = 1.0 / c
    x = ray.x * ia
    y = ray.y * ib
    z = ray.z * ic
    u = ray.dx * ia
    v = ray.dy * ib
    w = ray.dz * ic
    qa = u * u + v * v + w * w
    qb = x * u + y * v + z * w
    disc = qb * qb - qa * (x * x + y * y + z * z - 1.0)
    if disc <= 0.0:
        return MISS, MISS
    root = math.sqrt(disc)
    return (-qb - root) / qa, (-qb + root) / qa


@kernel
def leafy(noise: np.ndarray, x: float, y: float, z: float, seed: float, foot: float) -> bool:
    """Whether a crown has a leaf here; gaps close with distance so that nothing sparkles.

    `foot` is a pixel's width at this distance, metres.
    """
    n = lattice(noise, x * 5.3 + z * 2.9 + seed, y * 5.9 - z * 3.7)
    if foot < 0.05:  # close up the gaps are small and many
        fine = lattice(noise, x * 17.0 + z * 11.0 + seed, y * 19.0 - z * 13.0)
        n += (fine - 0.42) * (0.7 - 14.0 * foot)
    return n > 0.37 - 1.6 * foot


@kernel
def hit_crown(
    ray: Ray, a: float, b: float, c: float, noise: np.ndarray, seed: float, spread: float
) -> float:
    """Distance to a leaf on an ellipsoid's near side, else its far side; gaps let through."""
    near, far = hit_ellipsoid(ray, a, b, c)
    if far >= MISS or far <= NEAR_M:
        return MISS
    for t in (near, far):
        x = ray.x + ray.dx * t
        y = ray.y + ray.dy * t
        z = ray.z + ray.dz * t
        if t > NEAR_M and leafy(noise, x, y, z, seed, t * spread):
            return t
    return MISS


@kernel
def hit_prim(prims: np.ndarray, row: int, ray: Ray, noise: np.ndarray, spread: float) -> float:
    """Distance to primitive `row` for a ray given relative to its centre, or MISS.

    `spread` is a pixel's width at one metre.
    """
    co = np.float64(prims[row, L.P_COS])
    si = np.float64(prims[row, L.P_SIN])
    turned = Ray(
        ray.x * co - ray.z * si,
        ray.y,
        ray.x * si + ray.z * co,
        ray.dx * co - ray.dz * si,
        ray.dy,
        ray.dx * si + ray.dz * co,
    )
    kind = int(prims[row, L.P_TYPE])
    mat = int(prims[row, L.P_MAT])
    a = np.float64(prims[row, L.P_A])
    b = np.float64(prims[row, L.P_B])
    c = np.float64(prims[row, L.P_C])
    seed = np.float64(prims[row, L.P_SEED])
    t = MISS
    if kind == L.BOX:
        t, _ = hit_box(turned, a, b, c)
    elif kind == L.ELLIPSOID:
        if mat == L.LEAVES:
            t = hit_crown(turned, a, b, c, noise, seed, spread)
        else:
            t, _ = hit_ellipsoid(turned, a, b, c)
    elif kind == L.FRUSTUM:
        t = hit_frustum(turned, a, b, c)
        if mat == L.NEEDLES and t < MISS:
            turn = math.atan2(turned.z + turned.dz * t, turned.x + turned.dx * t)
            n = lattice(noise, turn * 4.0 + seed, (ray.y + ray.dy * t) * 3.0)
            if n < 0.36 - 1.2 * t * spread:
                t = MISS
    elif kind == L.GABLE:
        t = hit_gable(turned, a, b, c)
    elif kind == L.ARCH:
        t = hit_arch(turned, a, b, c, np.float64(prims[row, L.P_EXTRA]))
    return t if t > NEAR_M else MISS

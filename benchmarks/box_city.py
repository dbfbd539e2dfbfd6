"""A city without end, of boxes on a grid: true colour and depth for a few milliseconds a frame.

Every block stands on its own lot and has its own height, place and paint, all drawn from the
lot's coordinates, so that a walk of any length keeps meeting new places and finds the old ones
again. Colours hold grain and windows, so that a blurred picture of them scores badly.

Not here: the walk through it (`memory_hour`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from worldgen.geometry import Camera
from worldgen.types import Frame

LOT_M = 20.0
STREET_M = 7.0
MOST_LOTS = 14


@njit(cache=True, nogil=True)
def _dice(i: int, k: int, salt: int) -> float:
    """A number in [0, 1) that hangs on a lot alone."""
    n = (i * 374761393 + k * 668265263 + salt * 974711) & 0xFFFFFFFF
    n = ((n ^ (n >> 13)) * 1274126177) & 0xFFFFFFFF
    return float((n ^ (n >> 16)) & 0xFFFF) / 65536.0


@njit(cache=True, nogil=True)
def _grain(x: float, z: float, salt: int) -> float:
    """Smooth noise on a plane, one bump a unit, 0 to 1."""
    i, k = int(np.floor(x)), int(np.floor(z))
    fx, fz = x - i, z - k
    fx, fz = fx * fx * (3 - 2 * fx), fz * fz * (3 - 2 * fz)
    near = _dice(i, k, salt) * (1 - fx) + _dice(i + 1, k, salt) * fx
    far = _dice(i, k + 1, salt) * (1 - fx) + _dice(i + 1, k + 1, salt) * fx
    return near * (1 - fz) + far * fz


@njit(cache=True, nogil=True, error_model="numpy")
def _draw(
    pose: NDArray[np.float64],
    lens: NDArray[np.float64],
    rgb: NDArray[np.uint8],
    depth_m: NDArray[np.float32],
) -> None:
    height, width = depth_m.shape
    for v in range(height):
        for u in range(width):
            a, b = (u + 0.5 - lens[2]) / lens[0], (v + 0.5 - lens[3]) / lens[1]
            dx = pose[0, 0] * a + pose[0, 1] * b + pose[0, 2]
            dy = pose[1, 0] * a + pose[1, 1] * b + pose[1, 2]
            dz = pose[2, 0] * a + pose[2, 1] * b + pose[2, 2]
            ox, oy, oz = pose[0, 3], pose[1, 3], pose[2, 3]
            best = -oy / dy if dy > 1e-9 else np.inf
            face, lot_i, lot_k = 0, 0, 0
            i, k = int(np.floor(ox / LOT_M)), int(np.floor(oz / LOT_M))
            for _ in range(MOST_LOTS):
                tall = -4.0 - 14.0 * _dice(i, k, 1)
                x0 = i * LOT_M + STREET_M / 2 + 2.0 * _dice(i, k, 2)
                x1 = (i + 1) * LOT_M - STREET_M / 2 - 2.0 * _dice(i, k, 3)
                z0 = k * LOT_M + STREET_M / 2 + 2.0 * _dice(i, k, 4)
                z1 = (k + 1) * LOT_M - STREET_M / 2 - 2.0 * _dice(i, k, 5)
                tx0, tx1 = (x0 - ox) / dx, (x1 - ox) / dx
                tz0, tz1 = (z0 - oz) / dz, (z1 - oz) / dz
                ty0, ty1 = (tall - oy) / dy, (0.0 - oy) / dy
                nx, fx = min(tx0, tx1), max(tx0, tx1)
                ny, fy = min(ty0, ty1), max(ty0, ty1)
                nz, fz = min(tz0, tz1), max(tz0, tz1)
                near, far = max(nx, ny, nz), min(fx, fy, fz)
                if near < far and 0.0 < near < best:
                    best, lot_i, lot_k = near, i, k
                    face = 1 if near == nx else (2 if near == nz else 3)
                    break
                edge_x = ((i + 1 if dx > 0 else i) * LOT_M - ox) / dx
                edge_z = ((k + 1 if dz > 0 else k) * LOT_M - oz) / dz
                if min(edge_x, edge_z) > best:
                    break
                if edge_x < edge_z:
                    i += 1 if dx > 0 else -1
                else:
                    k += 1 if dz > 0 else -1
            x, y, z = ox + best * dx, oy + best * dy, oz + best * dz
            if best == np.inf:
                steep = -dy / np.sqrt(dx * dx + dy * dy + dz * dz)
                cloud = _grain(6 * dx / (steep + 0.3), 6 * dz / (steep + 0.3), 9)
                red, green, blue = 120 + 80 * cloud, 160 + 50 * cloud, 220.0
            elif face == 0:
                light = 70 + 50 * _grain(2.5 * x, 2.5 * z, 6) + 30 * _grain(0.3 * x, 0.3 * z, 7)
                red, green, blue = light, light * 0.95, light * 0.9
            else:
                along = z if face == 1 else x
                up = -y if face != 3 else z
                light = 0.75 + 0.15 * face + 0.25 * _grain(3.0 * along, 3.0 * up, 8)
                red = light * (70 + 130 * _dice(lot_i, lot_k, 11))
                green = light * (70 + 110 * _dice(lot_i, lot_k, 12))
                blue = light * (70 + 100 * _dice(lot_i, lot_k, 13))
                if face != 3 and 0.25 < along / 2.2 % 1.0 < 0.7 and 0.3 < up / 3.0 % 1.0 < 0.75:
                    red, green, blue = 40.0, 55.0, 75.0 + 40 * _dice(int(along), int(up), 14)
            rgb[v, u, 0] = int(min(red, 255.0))
            rgb[v, u, 1] = int(min(green, 255.0))
            rgb[v, u, 2] = int(min(blue, 255.0))
            depth_m[v, u] = best


def see(camera: Camera, index: int) -> Frame:
    """The true frame there."""
    rgb = np.empty((*camera.shape, 3), np.uint8)
    depth_m = np.empty(camera.shape, np.float32)
    lens = np.array([camera.fx, camera.fy, camera.cx, camera.cy])
    _draw(camera.pose_c2w, lens, rgb, depth_m)
    return Frame(rgb=rgb, depth_m=depth_m, camera=camera, index=index, time_s=index / 10)

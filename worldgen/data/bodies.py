"""What moves by itself: bouncing balls, birds that circle, animals that graze.

Bodies are ellipsoids; where each is follows from the time alone, so that any
frame can be drawn without those before it.

Not here: water, clouds, rain and snow (`kernel_shade`, `kernel_sky`).
"""

import math

import numpy as np

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.builder import Builder, Colour

(
    X, Z, FLOOR, HALF_X, HALF_Y, HALF_Z,  # where it rests; metres
    BOUNCE, PHASE, DRIFT, ORBIT, TURNS,  # height, seconds, metres, radius, radians a second
    RED, GREEN, BLUE, MATERIAL,
) = range(15)  # fmt: skip
BODY_WIDTH = 15
_GRAVITY_M_S2 = 9.81
_GRAZED = ("meadow", "village", "savanna", "forest", "mountains", "ruins", "beach")
_COATS: dict[str, tuple[Colour, ...]] = {
    "savanna": ((0.36, 0.22, 0.10), (0.30, 0.19, 0.10)),
    "forest": ((0.26, 0.13, 0.06), (0.30, 0.17, 0.08)),
}
_SHEEP: tuple[Colour, ...] = ((0.72, 0.69, 0.62), (0.62, 0.58, 0.50), (0.10, 0.085, 0.075))


def bodies(b: Builder) -> np.ndarray:
    """The bodies of a scene under construction: (M, BODY_WIDTH) float64.

    Draws last from the builder's chance, so that nothing else depends on it.
    """
    rows = _balls(b)
    spec = b.spec
    flies = not spec.indoors and spec.hour != "night" and spec.weather in ("clear", "cloudy")
    if flies and b.rng.random() < 0.4:
        rows += _birds(b)
    if spec.biome in _GRAZED and b.rng.random() < 0.45:
        rows += _herd(b)
    return np.array(rows, dtype=np.float64).reshape(-1, BODY_WIDTH)


def moved(rows: np.ndarray, time_s: np.ndarray, near: np.ndarray) -> np.ndarray:
    """Bodies at some times, as `Scene.movers` gives them."""
    body = rows.T
    at = time_s[..., None]
    period = 2 * np.sqrt(2 * np.maximum(body[BOUNCE], 1e-3) / _GRAVITY_M_S2)
    part = (at + body[PHASE]) % period - period / 2
    lift = np.maximum(body[BOUNCE] - 0.5 * _GRAVITY_M_S2 * part * part, 0.0)
    turn = body[TURNS] * at + body[PHASE]
    x = body[X] + body[DRIFT] * np.sin(0.6 * at + body[PHASE]) + body[ORBIT] * np.cos(turn)
    z = body[Z] + body[ORBIT] * np.sin(turn)
    x -= L.TILE_M * np.round((x - near[..., 0, None]) / L.TILE_M)
    z -= L.TILE_M * np.round((z - near[..., 2, None]) / L.TILE_M)
    y = body[FLOOR] + body[HALF_Y] + lift
    columns = (x, y, z, *body[HALF_X : HALF_Z + 1], *body[RED:])
    return np.stack(np.broadcast_arrays(*columns), axis=-1)


def _row(at: Colour, half: Colour, colour: Colour, mat: int, *, bounce: float = 0.0,
         phase: float = 0.0, drift: float = 0.0, orbit: float = 0.0,
         turns: float = 0.0) -> list[float]:  # fmt: skip
    """One body resting at (x, height, z)."""
    x, floor, z = at
    return [x, z, floor, *half, bounce, phase, drift, orbit, turns, *colour, mat]


def _balls(b: Builder) -> list[list[float]]:
    """A few bouncing balls in some scenes."""
    rows: list[list[float]] = []
    if b.rng.random() < 0.35:
        for _ in range(int(b.rng.integers(2, 6))):
            x, z = b.rng.uniform(0, L.TILE_M, 2).tolist()
            rad = float(b.rng.uniform(0.25, 0.6))
            red, green, blue = b.rng.uniform(0.05, 0.8, 3).tolist()
            high = float(b.rng.uniform(0.5, 2.2)) if not b.spec.indoors else 0.9
            phase, drift = float(b.rng.uniform(0, 3)), float(b.rng.uniform(0, 0.8))
            at = (x, b.height(x, z), z)
            rows.append(_row(at, (rad,) * 3, (red, green, blue), L.BALL, bounce=high, phase=phase,
                             drift=drift))  # fmt: skip
    return rows


def _birds(b: Builder) -> list[list[float]]:
    """A flock that wheels over a point near the middle of the tile."""
    x, z = b.rng.uniform(34, 94, 2).tolist()
    high = b.height(x, z) + float(b.rng.uniform(7, 14))
    turns = float(b.rng.choice([-1.0, 1.0]) * b.rng.uniform(0.25, 0.5))
    rows = []
    for k in range(int(b.rng.integers(3, 7))):
        phase = k * 0.45 + float(b.rng.uniform(0, 0.3))
        at = (x + float(b.rng.uniform(-2, 2)), high + float(b.rng.uniform(-1, 1)), z)
        rows.append(_row(at, (0.42, 0.06, 0.2), (0.05, 0.05, 0.06), L.PLAIN, phase=phase,
                         orbit=9.0 + k, turns=turns, bounce=0.25))  # fmt: skip
    return rows


def _herd(b: Builder) -> list[list[float]]:
    """A few animals near the middle of the tile, each a barrel with a head, stepping about."""
    x, z = b.rng.uniform(44, 84, 2).tolist()
    coats = _COATS.get(b.spec.biome, _SHEEP)
    rows = []
    for _ in range(int(b.rng.integers(2, 5))):
        ax, az = x + float(b.rng.uniform(-7, 7)), z + float(b.rng.uniform(-7, 7))
        size, side = float(b.rng.uniform(0.8, 1.2)), float(b.rng.choice([-1.0, 1.0]))
        phase = float(b.rng.uniform(0, 2 * math.pi))
        coat = coats[int(b.rng.integers(len(coats)))]
        y = b.height(ax, az)
        if y < b.s[L.S_WATER] + 0.3:
            continue
        for off, up, half in (
            (0.0, 0.28, (0.55, 0.3, 0.3)),
            (0.62, 0.6, (0.2, 0.17, 0.15)),
            (-0.3, -0.05, (0.1, 0.25, 0.2)),
            (0.3, -0.05, (0.1, 0.25, 0.2)),
        ):
            at = (ax + side * off * size, y + up * size, az)
            axes = (half[0] * size, half[1] * size, half[2] * size)
            dark = coat if up > 0 else (coat[0] * 0.5, coat[1] * 0.5, coat[2] * 0.5)
            rows.append(_row(at, axes, dark, L.PLAIN, phase=phase, drift=0.35))
    return rows

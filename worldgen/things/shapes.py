"""Things: rigid bodies made of a few solid parts, in metres.

    Part    one solid: ellipsoid, box, frustum (cylinder, cone) or gable
    Thing   parts that move as one, where they are and how fast
    rows    many things as one table, as the kernels read them
    corners the boxes round such parts

A thing's axes are the world's, turned by its yaw about the vertical (+y is down);
its origin is the middle of the box round it. All are values: moving makes another.

Not here: which words mean which thing (`catalogue`), how they move (`physics`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ShapeError
from worldgen.geometry import read_only
from worldgen.things.colours import Rgb

ELLIPSOID, BOX, FRUSTUM, GABLE = range(4)
KINDS = ("ellipsoid", "box", "frustum", "gable")
ROW_WIDTH = 14
"""Kind; world centre; cosine and sine of the yaw; half sizes; taper; colour; whose it is."""

_CORNERS = np.array(np.meshgrid([-1, 1], [-1, 1], [-1, 1])).reshape(3, 8).T


@dataclass(frozen=True, kw_only=True)
class Part:
    """One solid of a thing.

    Attributes:
        kind: ELLIPSOID; BOX; FRUSTUM, a standing round one with its radius in half_m[0], `taper`
            times that at its top; GABLE, a roof whose ridge runs along z.
        centre_m: (x, y, z) of its middle from the thing's origin, +y down.
        half_m: half its extent along each axis.
        colour: sRGB, 0 to 255.
        taper: a frustum's upper radius over its lower, 0 to 1; 0 is a cone.
    """

    kind: int
    centre_m: tuple[float, float, float]
    half_m: tuple[float, float, float]
    colour: Rgb
    taper: float = 1.0

    def __post_init__(self) -> None:
        sizes = (*self.centre_m, *self.half_m)
        if not all(map(math.isfinite, sizes)) or min(self.half_m) <= 0:
            raise ShapeError(f"a part needs finite places and sizes above 0 m, got {sizes}")
        if not 0 <= self.kind < len(KINDS) or not 0.0 <= self.taper <= 1.0:
            raise ShapeError(
                f"a part is one of {', '.join(KINDS)} with a taper from 0 to 1, got kind "
                f"{self.kind} and {self.taper}"
            )


def _still() -> NDArray[np.float64]:
    return np.zeros(3)


@dataclass(frozen=True, kw_only=True, eq=False)
class Thing:
    """A rigid body. A value: moving it gives another one.

    Attributes:
        number: its own in this world, from 1; lower ones came earlier.
        noun: what it is called, such as "tower".
        colour: the colour's word, if one was said.
        parts: its solids, from its origin.
        position: (3,) metres, world; the middle of the box round it; read-only.
        yaw_rad: its turn about the vertical, + is right.
        velocity: (3,) m/s, world; read-only.
        moving: whether it falls, flies or rolls; what rests is part of the world.
        bounce: share of its speed that it keeps when it bounces, 0 to 1.
        floor_y_m: world y of the ground below it, as far as that was known when it came.
        since: index of the frame from which on it stands where it does.
        calm_s: for how long it has hardly moved, seconds.
    """

    number: int
    noun: str
    parts: tuple[Part, ...]
    position: NDArray[np.float64]
    colour: str | None = None
    yaw_rad: float = 0.0
    velocity: NDArray[np.float64] = field(default_factory=_still)
    moving: bool = False
    bounce: float = 0.3
    floor_y_m: float = 0.0
    since: int = 0
    calm_s: float = 0.0

    def __post_init__(self) -> None:
        for name in ("position", "velocity"):
            array = np.array(getattr(self, name), dtype=np.float64)
            if array.shape != (3,) or not np.isfinite(array).all():
                raise ShapeError(f"a thing's {name} must be 3 finite numbers, got {array}")
            object.__setattr__(self, name, read_only(array))
        if not self.parts:
            raise ShapeError(f"a thing needs at least one part, {self.noun!r} has none")

    @property
    def half_m(self) -> NDArray[np.float64]:
        """(3,) metres: half the extent of the box round it, in its own axes."""
        return half_extent_m(self.parts)

    @property
    def lowest_y_m(self) -> float:
        """World y of its lowest point."""
        return float(self.position[1] + self.half_m[1])

    @property
    def reach_m(self) -> float:
        """Radius of a ball round it."""
        return float(np.linalg.norm(self.half_m))

    def at(self, position: NDArray[np.float64], velocity: NDArray[np.float64]) -> Thing:
        """The same thing elsewhere, (3,) metres, and so fast, (3,) m/s."""
        return replace(self, position=position, velocity=velocity)

    def box(self, margin_m: float = 0.0) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Lowest and highest corner, (3,) metres each, of the upright box round it."""
        x, y, z = self.half_m
        cos, sin = abs(math.cos(self.yaw_rad)), abs(math.sin(self.yaw_rad))
        half = np.array([x * cos + z * sin, y, x * sin + z * cos]) + margin_m
        return self.position - half, self.position + half


def half_extent_m(parts: Sequence[Part]) -> NDArray[np.float64]:
    """(3,) metres: how far parts reach from their common origin, along each axis."""
    reaches = [np.abs(part.centre_m) + np.array(part.half_m) for part in parts]
    return np.asarray(np.max(reaches, axis=0), dtype=np.float64)


def rows(things: Sequence[Thing]) -> NDArray[np.float64]:
    """All parts of some things as one table, (P, ROW_WIDTH); the last column counts the things."""
    table = np.zeros((sum(len(thing.parts) for thing in things), ROW_WIDTH))
    at = 0
    for owner, thing in enumerate(things):
        cos, sin = math.cos(thing.yaw_rad), math.sin(thing.yaw_rad)
        for part in thing.parts:
            x, y, z = part.centre_m
            centre = thing.position + np.array([x * cos + z * sin, y, z * cos - x * sin])
            table[at] = (
                part.kind, *centre, cos, sin, *part.half_m, part.taper, *part.colour, owner,
            )  # fmt: skip
            at += 1
    return table


def corners(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """(P, 8, 3) metres, world: the corners of the boxes round parts, given as `rows`."""
    half = table[:, 6:9].copy()
    round_ones = table[:, 0] == FRUSTUM
    half[round_ones, 2] = half[round_ones, 0]
    local = _CORNERS[None] * half[:, None]
    cos, sin = table[:, 4, None], table[:, 5, None]
    x = local[..., 0] * cos + local[..., 2] * sin
    z = local[..., 2] * cos - local[..., 0] * sin
    found: NDArray[np.float64] = np.stack([x, local[..., 1], z], axis=-1) + table[:, None, 1:4]
    return found

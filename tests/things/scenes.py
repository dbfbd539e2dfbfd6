"""Spaces and things that several tests of things need."""

import numpy as np

from worldgen.geometry import Camera, pose
from worldgen.things import Part, Thing
from worldgen.things.shapes import BOX, ELLIPSOID

RED = (200, 30, 30)


class Flat:
    """Ground at one height, sloping along x if asked, and perhaps a wall across z."""

    def __init__(self, y: float = 0.0, slope: float = 0.0, wall_z: float = np.inf) -> None:
        self.y, self.slope, self.wall_z = y, slope, wall_z

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        return self.y + self.slope * x

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        return bool(position[2] + radius_m <= self.wall_z)

    def water_m(self, x: float, z: float, from_y: float) -> float:
        return 0.0


def ball(place: tuple[float, float, float], radius_m: float = 0.5, **changes: object) -> Thing:
    return _thing(ELLIPSOID, (radius_m,) * 3, place, **changes)


def box(place: tuple[float, float, float], half_m: float = 0.5, **changes: object) -> Thing:
    return _thing(BOX, (half_m,) * 3, place, **changes)


def _thing(
    kind: int, half_m: tuple[float, ...], place: tuple[float, float, float], **changes: object
) -> Thing:
    part = Part(kind=kind, centre_m=(0, 0, 0), half_m=half_m, colour=RED)  # type: ignore[arg-type]
    told: dict[str, object] = {"number": 1, "noun": "thing", "moving": True, **changes}
    return Thing(parts=(part,), position=np.array(place), **told)  # type: ignore[arg-type]


def level_camera(width_px: int = 256, height_px: int = 144) -> Camera:
    """The built-in model's first view: eye 1.6 m above the ground, looking along +z."""
    return Camera.from_fov(width_px, height_px, float(np.deg2rad(70))).at(
        pose(np.array([0.0, -1.6, 0.0]))
    )

"""What a scene is, before it has a shape: a seed's biome, hour, weather, season and numbers.

Not here: words for it (`captions`), its geometry (`bake`), its light (`light`).
"""

from dataclasses import dataclass

import numpy as np

OUTDOORS = (
    "meadow", "pine forest", "forest", "desert", "canyon", "mountains", "beach", "village",
    "city", "ruins", "swamp", "volcano", "savanna",
)  # fmt: skip
INDOORS = ("cave", "corridor", "room", "hall")
BIOMES = OUTDOORS + INDOORS
HOURS = ("dawn", "day", "dusk", "night")
WEATHERS = ("clear", "cloudy", "fog", "rain", "snow")
SEASONS = ("spring", "summer", "autumn", "winter")
LANDMARKS = ("tower", "pond", "arch", "well", "statue", "campfire")

_WEATHERS = {
    "desert": ("clear", "clear", "clear", "cloudy", "fog"),
    "canyon": ("clear", "clear", "cloudy", "fog", "rain"),
    "savanna": ("clear", "clear", "cloudy", "rain"),
    "volcano": ("clear", "cloudy", "fog", "rain"),
    "mountains": ("clear", "clear", "cloudy", "fog", "snow", "snow"),
    "beach": ("clear", "clear", "cloudy", "fog", "rain"),
    "swamp": ("clear", "cloudy", "fog", "fog", "rain"),
}
_SEASONS = {
    "desert": ("summer",), "canyon": ("summer",), "savanna": ("summer",), "volcano": ("summer",),
    "mountains": ("winter",), "beach": ("spring", "summer", "autumn"),
    "swamp": ("spring", "summer", "autumn"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SceneSpec:
    """Everything a caption may say and a baker must know of one scene."""

    seed: int
    biome: str
    hour: str
    weather: str
    season: str
    landmark: str | None
    sun_azimuth_rad: float
    sun_elevation_rad: float
    fog_density: float  # share of light lost a metre
    density: float  # of plants or houses, 0.6 to 1.3
    roughness: float  # of the ground, 0.6 to 1.4
    water_level: float  # -1 to 1, low to high
    palette: tuple[float, float, float]  # tints near 1 for red, green, blue

    @property
    def indoors(self) -> bool:
        """Whether the scene has a roof over all of it."""
        return self.biome in INDOORS


def allowed(biome: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The weathers and seasons that a biome may have, repeated by how likely they are."""
    if biome in INDOORS:
        return ("clear",), ("summer",)
    general = ("clear", "clear", "cloudy", "fog", "rain", "snow")
    return _WEATHERS.get(biome, general), _SEASONS.get(biome, SEASONS)


def sample_spec(
    seed: int, biome: str | None = None, hour: str | None = None, weather: str | None = None
) -> SceneSpec:
    """The scene of a seed; what is given is kept, the rest is drawn."""
    rng = np.random.default_rng([seed, 11])
    if biome is None:
        weights = np.array([1.0] * len(OUTDOORS) + [0.8] * len(INDOORS))
        biome = str(rng.choice(BIOMES, p=weights / weights.sum()))
    hour = hour or str(rng.choice(HOURS, p=(0.2, 0.4, 0.2, 0.2)))
    weathers, seasons = allowed(biome)
    weather = weather or str(rng.choice(weathers))
    season = str(rng.choice(seasons))
    if weather == "snow":
        season = "winter"
    low, high = {"dawn": (4, 12), "day": (32, 62), "dusk": (2, 9), "night": (22, 50)}[hour]
    landmark = str(rng.choice(LANDMARKS)) if rng.random() < 0.3 and biome in _LANDED else None
    base = {"clear": 0.0012, "cloudy": 0.002, "fog": 0.032, "rain": 0.007, "snow": 0.010}[weather]
    tint = rng.normal(1.0, 0.05, 3)
    return SceneSpec(
        seed=seed, biome=biome, hour=hour, weather=weather, season=season, landmark=landmark,
        sun_azimuth_rad=float(rng.uniform(0, 2 * np.pi)),
        sun_elevation_rad=float(np.radians(rng.uniform(low, high))),
        fog_density=float(base * rng.uniform(0.7, 1.4)),
        density=float(rng.uniform(0.6, 1.3)), roughness=float(rng.uniform(0.6, 1.4)),
        water_level=float(rng.uniform(-1, 1)),
        palette=(float(tint[0]), float(tint[1]), float(tint[2])),
    )  # fmt: skip


_LANDED = ("meadow", "forest", "pine forest", "desert", "savanna", "mountains", "beach")
